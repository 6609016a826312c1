"""The search page, and the ways in for those who cannot or need not search."""

from __future__ import annotations

from .cards import Cards
from .columns import filled_sections
from .page_heads import COLUMNS, page_head
from .terms import SITE_MAP
from .views import SearchView

SEARCH = "search/"
NAME = "搜索"


def search_view(cards: Cards) -> SearchView:
    """The search page. Its results are found in the reader's browser."""
    data, terms = cards.data, cards.terms
    return {
        **page_head(cards, "search", SEARCH, NAME, "按字词查找本站的故事、人物、活动、文件和志愿服务站。"),
        "headline": NAME,
        "index": cards.place(SEARCH),
        "site_map": cards.place(SITE_MAP),
        "categories": [terms.category(id) for id in data.by_category],
        "districts": [terms.district(id) for id in data.by_district],
        "ways": [{"name": COLUMNS[id], "url": cards.place(f"{id}/")} for id in filled_sections(data)],
    }
