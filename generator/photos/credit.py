"""Whose picture it is and what it shows: the words that travel inside every published file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PhotoCredit:
    """Plain text, "" where nothing is known.

    ``byline`` names who took or drew it, ``credit`` the providing organisation, ``rights`` is the
    copyright notice, ``rights_url`` the page with the terms of use and ``licensor_url`` the page
    where a licence is asked for (both as Google's licensable badge wants them). ``ai`` says that
    the entry declares the picture as made or altered by AI, whatever its file says.
    """

    caption: str = ""
    byline: str = ""
    credit: str = ""
    rights: str = ""
    rights_url: str = ""
    licensor_url: str = ""
    ai: bool = False
