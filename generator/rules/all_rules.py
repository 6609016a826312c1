"""The complete list of rules: those of this package, of the reader, and about exceptions."""

from __future__ import annotations

from collections.abc import Mapping

# A module's rules are registered when it is imported; no name of it is used here.
from . import (  # noqa: F401
    attachments,
    calendar_days,
    dates,
    features,
    freshness,
    identity,
    links,
    markdown,
    media_kits,
    photo_files,
    photo_words,
    places,
    references,
    registers,
    reviewing,
    standing_pages,
    stations,
    theme_colours,
    words,
)
from .reader_rules import EXCEPTION_RULES, READER_RULES
from .registry import Rule, registered

RULES: Mapping[str, Rule] = {
    rule.id: rule for rule in sorted((*registered(), *READER_RULES, *EXCEPTION_RULES), key=lambda rule: rule.id)
}
"""Every rule by id, in alphabetical order."""
