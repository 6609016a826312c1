"""The view of the search page."""

from __future__ import annotations

from .page_views import PageView
from .small_views import LinkView


class SearchView(PageView):
    """The search page; the links are for readers whose browser runs no scripts, or who would rather browse."""

    headline: str
    index: str  # URL of the index's folder
    site_map: str
    categories: list[LinkView]
    districts: list[LinkView]
    ways: list[LinkView]
