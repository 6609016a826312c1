"""Which columns of the site have something in them."""

from __future__ import annotations

from collections.abc import Sequence

from generator.derive import SiteData
from generator.model.catalogue import Entry

from .page_heads import COLUMNS


def filled_sections(data: SiteData) -> list[str]:
    """Sections with something in them; the station directory is always there."""
    contents: dict[str, Sequence[Entry]] = {
        "stories": data.stories,
        "profiles": data.profiles,
        "activities": data.agenda.upcoming + data.agenda.past,
        "campaigns": data.campaigns.running + data.campaigns.announced + data.campaigns.ended,
        "features": data.features,
        "documents": data.documents,
    }
    return [section for section in COLUMNS if contents.get(section) or section == "stations"]
