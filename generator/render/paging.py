"""Long lists over several pages."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import TypeVar

from generator.model.address import Site, list_address

from .views import Pager, PagerLink

Thing = TypeVar("Thing")


def page_count(total: int, size: int) -> int:
    """How many pages a list needs; an empty one has one."""
    return max(1, ceil(total / size))


def page_of(things: Sequence[Thing], number: int, size: int) -> Sequence[Thing]:
    """What stands on page ``number``, counted from 1."""
    return things[(number - 1) * size : number * size]


def pager(site: Site, base: str, number: int, total: int, size: int) -> Pager:
    """The way to the other pages of the list at ``base``: first, last and two on each side, gaps between."""
    count = page_count(total, size)
    near = {1, count, *range(max(1, number - 2), min(count, number + 2) + 1)}
    pages: list[PagerLink] = []
    last = 0
    for each in sorted(near):
        if each == last + 2:
            pages.append(_link(site, base, each - 1, number))
        elif each > last + 2:
            pages.append({"number": 0, "url": "", "current": False})
        pages.append(_link(site, base, each, number))
        last = each
    return {
        "number": number,
        "count": count,
        "total": total,
        "previous": site.url(list_address(base, number - 1)) if number > 1 else "",
        "next": site.url(list_address(base, number + 1)) if number < count else "",
        "pages": pages,
    }


def _link(site: Site, base: str, number: int, current: int) -> PagerLink:
    return {"number": number, "url": site.url(list_address(base, number)), "current": number == current}
