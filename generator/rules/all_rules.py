"""The complete list of rules: those of this package, of the reader, and about exceptions."""

from __future__ import annotations

from collections.abc import Mapping

# A module's rules are registered when it is imported; no name of it is used here.
from . import (  # noqa: F401
    attachments,
    blanks,
    briefings,
    calendar_days,
    claims,
    dates,
    features,
    freshness,
    identity,
    links,
    made_by_machine,
    markdown,
    media_kits,
    media_ledger,
    minors,
    numbers,
    pairs,
    person_name_spelling,
    personal_numbers,
    personal_places,
    photo_files,
    photo_words,
    places,
    publication_dates,
    publishing,
    punctuation,
    references,
    register_names,
    registers,
    reviewing,
    standing_pages,
    stations,
    theme_colours,
    usages,
    videos,
    words,
)
from .reader_rules import EXCEPTION_RULES, READER_RULES
from .registry import Rule, registered

RULES: Mapping[str, Rule] = {
    rule.id: rule for rule in sorted((*registered(), *READER_RULES, *EXCEPTION_RULES), key=lambda rule: rule.id)
}
"""Every rule by id, in alphabetical order."""
