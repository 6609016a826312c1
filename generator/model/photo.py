"""What is known of a picture file without showing it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class PhotoProblem(StrEnum):
    """Why a picture file cannot be used."""

    UNREADABLE = "unreadable"
    """Not a picture, or cut off."""
    BOMB = "bomb"
    """More pixels than any camera makes: opening it would exhaust the memory."""
    TOO_HEAVY = "too-heavy"
    """Larger than 20 MB."""
    FORMAT = "format"
    """A picture, but not of a kind we publish (only JPEG, PNG, WebP, HEIC, TIFF)."""


class PhotoFile(NamedTuple):
    """A picture beside an entry, as found.

    ``width`` and ``height`` are in pixels as a viewer shows it (orientation applied), 0
    when unreadable. ``digest`` is of the file's bytes. ``located`` says that the file
    carries a GPS position, ``ai_label`` holds a label of AI-made content found in its
    metadata ("" when none).
    """

    name: str
    size: int
    digest: str
    width: int = 0
    height: int = 0
    format: str = ""
    located: bool = False
    ai_label: str = ""
    problem: PhotoProblem | None = None
