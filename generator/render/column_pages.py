"""What the pages of every column have: their head, and the pages on which a long list goes on."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.address import list_address

from .cards import Cards
from .page_heads import COLUMNS, column_meta, page_head
from .views import PageView


def column_head(
    cards: Cards,
    kind: str,
    section: str,
    base: str,
    name: str,
    number: int = 1,
    description: str = "",
    crumbs: Sequence[tuple[str, str]] = (),
) -> PageView:
    """The head of page ``number`` of the list at ``base``."""
    title = name if number == 1 else f"{name}（第 {number} 页）"
    return page_head(
        cards, kind, list_address(base, number), title, description, section, crumbs, column_meta(name, description)
    )


def section_crumb(section: str) -> tuple[str, str]:
    """The step of the breadcrumb that leads to a column."""
    return COLUMNS[section], f"{section}/"
