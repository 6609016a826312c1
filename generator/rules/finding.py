"""What a rule says before places are looked up."""

from __future__ import annotations

from typing import NamedTuple

from generator.model.diagnostic import Mark
from generator.model.references import FieldPath


class Finding(NamedTuple):
    """One problem: in which file, at which field of its metadata or place in its text, and what.

    In ``stations.yaml`` and the registers a field path begins with the record's id, as in
    ``("renmin-lu-station", "hours")``. ``instead`` is what should stand at the mark, where that is certain.
    """

    path: str
    at: FieldPath | Mark
    message: str
    hint: str = ""
    instead: str | None = None


class Found(NamedTuple):
    """A finding and the id of the rule that found it."""

    rule: str
    finding: Finding
