"""The numbers of approval forms: each says for which version it is."""

from __future__ import annotations

import re
from datetime import date

_DIGITS = 8
_NUMBER = re.compile(r"SP\d{4}-([0-9a-f]{8})")


def form_number(content: str, day: date) -> str:
    """The number of the form for the version whose digest is ``content``."""
    return f"SP{day.year}-{content[:_DIGITS]}"


def is_for_another(number: str, content: str) -> bool:
    """Whether a form's number is one of ours and belongs to another version."""
    found = _NUMBER.fullmatch(number.strip())
    return found is not None and found[1] != content[:_DIGITS]
