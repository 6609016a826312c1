"""Where every entry stands in its review."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.model.catalogue import Entry
from generator.model.review_stages import Reviewed
from generator.model.reviewing import Policy
from generator.review.people import Staff
from generator.review.requirements import rules_for

from .content_digests import Contents
from .controls import Control, control
from .court import Court
from .project import Project
from .reading import Reading
from .review_outcome import Reviews
from .survey import Survey


def review(project: Project, reading: Reading) -> Reviews | None:
    """All verdicts; None where the project has no policy, or one that is switched off."""
    if reading.found is None:
        return None
    counted = control(project, reading.catalogue, reading.found)
    if not counted.is_on:
        return None
    known = counted.files.history is not None
    if counted.stops:
        return Reviews(counted.mode, {}, known, [*counted.stops, *counted.warnings])
    sheets = reviewed_sheets(reading.catalogue.sheets, counted.policy)
    court = court_of(project, reading.found, counted)
    found = court.judge_all({**reading.catalogue.entries, **sheets})
    on_sheets = {id: verdict for id, verdict in found.verdicts.items() if id in sheets}
    verdicts = (
        {id: verdict for id, verdict in found.verdicts.items() if id not in sheets} if on_sheets else found.verdicts
    )
    return replace(found, verdicts=verdicts, sheets=on_sheets)


def reviewed_sheets(sheets: Mapping[str, Entry], policy: Policy | None) -> Mapping[str, Entry]:
    """The registers that the policy speaks of; none where it does not."""
    return sheets if policy is not None and rules_for(Reviewed.REGISTER, (), policy) else {}


def court_of(project: Project, found: Survey, counted: Control, *, trust_cache: bool = True) -> Court:
    """What verdicts are found from, by the policy and the people that count.

    Raises:
        ValueError: nothing counts: there are no reviews.
    """
    if counted.policy is None:
        raise ValueError("no policy")
    contents = Contents(project, found, counted.policy, trust_cache=trust_cache)
    return Court(project, counted.policy, Staff(counted.people), counted, found, contents)
