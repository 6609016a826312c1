"""Rules about what is offered to the media."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.catalogue import Entry
from generator.model.diagnostic import Severity
from generator.model.kinds import Kind
from generator.model.parts import Rights

from .finding import Finding
from .registry import rule
from .world import World


@rule(
    "media-rights-none",
    Severity.WARNING,
    "要生成媒体资料包，又写着请勿转载",
    kinds=(Kind.STORY, Kind.PROFILE, Kind.CAMPAIGN, Kind.FEATURE),
)
def media_rights_none(entry: Entry, world: World) -> Iterator[Finding]:
    """Nobody is handed what nobody may print."""
    if entry.meta.media and entry.meta.rights is Rights.NONE:
        yield Finding(
            entry.path,
            ("media",),
            "写了 media: true，转载许可却是 none（请勿转载），所以没有生成媒体资料包。",
            "可以转载的，把 rights 改成 reprint 或 ask；确实不能转载的，删去 media 这一行。",
        )
