"""When two names are one: spellings that look alike to people are alike."""

from __future__ import annotations

import unicodedata

_LOOKALIKES = str.maketrans("аеорсхуіӏАВЕКМНОРСТХαορνικΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aeopcxyilABEKMHOPCTXaopvikABEZHIKMNOPTYX")
"""Cyrillic and Greek letters that look like Latin ones."""


def folded(name: str) -> str:
    """A name in the one form that all its spellings share: width, composition, case, blanks, dots and lookalikes."""
    plain = unicodedata.normalize("NFKC", name)
    seen = (sign for sign in plain if unicodedata.category(sign)[0] in "LN")  # no blanks, dots, variation selectors
    return "".join(seen).translate(_LOOKALIKES).casefold()
