"""A page before it is HTML: an address, a template and plain values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

View = dict[str, Any]
"""What a template is given: dicts, lists, strings, numbers, booleans and None only, so that it can be
digested byte for byte in every process (see ``generator.render.fingerprint``)."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the public site, or another text that is made from a template, such as a feed.

    ``make_view`` is a pure function; it is called when the page's fingerprint or its HTML
    is wanted, and not before. ``body_of`` is the id of the entry whose text the page
    shows in full, "" when it shows none; ``bodies_of`` are those of a page that shows
    several, in order. Texts are fetched only when the page is written, their digests are
    part of the view.
    """

    address: str
    template: str
    make_view: Callable[[], View]
    body_of: str = ""
    bodies_of: tuple[str, ...] = ()
