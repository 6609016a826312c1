"""Where every entry stands in its review."""

from __future__ import annotations

from generator.review.people import Staff

from .content_digests import Contents
from .controls import Control, control
from .court import Court
from .project import Project
from .reading import Reading, Survey
from .review_outcome import Reviews


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
    return court_of(project, reading.found, counted).judge_all(reading.catalogue.entries)


def court_of(project: Project, found: Survey, counted: Control, *, trust_cache: bool = True) -> Court:
    """What verdicts are found from, by the policy and the people that count.

    Raises:
        ValueError: nothing counts: there are no reviews.
    """
    if counted.policy is None:
        raise ValueError("no policy")
    contents = Contents(project, found, counted.policy, trust_cache=trust_cache)
    return Court(project, counted.policy, Staff(counted.people), counted, found, contents)
