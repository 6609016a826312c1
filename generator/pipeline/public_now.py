"""Which entries readers see at a moment, for commands that ask no rules."""

from __future__ import annotations

from datetime import datetime

from generator.review.publication import publication

from .live_versions import with_live_versions
from .project import Project
from .reading import Reading
from .reviews import review


def public_now(project: Project, reading: Reading, now: datetime) -> frozenset[str]:
    """Ids of the entries that are public ``now`` (naive, Asia/Shanghai); where there are reviews, in the version
    approved last."""
    reviews = review(project, reading)
    if reviews is None:
        return publication(reading.catalogue, now).public
    live = with_live_versions(project, reading, reviews)
    return publication(live.catalogue, now, reviews.verdicts, reviewed=True).public
