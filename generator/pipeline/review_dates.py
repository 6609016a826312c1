"""What reviews know of dates of publication, for the rules."""

from __future__ import annotations

from datetime import date, datetime

from generator.model.catalogue import Catalogue
from generator.model.kinds import Kind

from .approved_versions import VersionMissing, Versions
from .project import Project
from .review_outcome import Reviews


def first_reviews(reviews: Reviews | None) -> dict[str, datetime]:
    """When each entry was first submitted, by id; empty without reviews."""
    verdicts = reviews.verdicts.items() if reviews else ()
    return {id: verdict.first for id, verdict in verdicts if verdict.first is not None}


def live_dates(project: Project, catalogue: Catalogue, reviews: Reviews | None) -> dict[str, date]:
    """The date of publication of the version that readers see, by id, for entries whose working version is another one.

    An older version that cannot be had is left out: the reviews say so themselves.
    """
    if reviews is None or reviews.policy is None:
        return {}
    versions = Versions(project, reviews.policy)
    found: dict[str, date] = {}
    for id, verdict in reviews.verdicts.items():
        entry = catalogue.entries[id]
        if verdict.live is None or verdict.is_current or entry.kind is Kind.STATION:
            continue
        try:
            meta = versions.get(id, entry.kind, verdict.live.files, verdict.live.content).entry.meta
        except VersionMissing:
            continue
        claimed = getattr(meta, "date", None)
        if claimed is not None:
            found[id] = claimed.date() if isinstance(claimed, datetime) else claimed
    return found
