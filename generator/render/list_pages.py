"""Views of lists: stories by category, district, year and month, profiles, features."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.model.catalogue import Entry
from generator.model.vocabulary import Category

from .cards import Cards
from .column_pages import column_head
from .directory_pages import directory_link
from .feed_links import feed_links
from .page_heads import COLUMNS
from .paging import page_of, pager
from .terms import ARCHIVE, CATEGORIES, DISTRICTS
from .views import (
    ArchiveView,
    Facet,
    FeaturesView,
    LinkView,
    ListView,
    ProfilesView,
)

STORIES = "stories/"


@dataclass(frozen=True, slots=True)
class StoryList:
    """A list of stories that has an address: all of them, or those of a category, a district, a year, a month."""

    kind: Literal["all", "category", "district", "year", "month"]
    id: str
    base: str
    name: str
    intro: str
    stories: Sequence[Entry]


def story_lists(cards: Cards) -> list[StoryList]:
    """Every list that has something in it."""
    data = cards.data
    if not data.stories:
        return []
    terms = data.catalogue.vocabularies
    name = COLUMNS["stories"]
    lists = [StoryList("all", "", STORIES, name, "", data.stories)]
    lists += [
        StoryList("category", id, f"{CATEGORIES}{id}/", terms.category[id].name, _about(terms.category[id]), stories)
        for id, stories in data.by_category.items()
    ]
    lists += [
        StoryList("district", id, f"{DISTRICTS}{id}/", terms.district[id].name, terms.district[id].intro or "", stories)
        for id, stories in data.by_district.items()
    ]
    lists += [
        StoryList("year", year, f"{ARCHIVE}{year}/", f"{year}年的故事", "", stories)
        for year, stories in data.by_year.items()
    ]
    lists += [
        StoryList("month", month, f"{ARCHIVE}{month}/", f"{month_text(month)}的故事", "", stories)
        for month, stories in data.by_month.items()
    ]
    return lists


def _about(category: Category) -> str:
    """What a category is, and what the notice calls it."""
    told = f"通知原文的叫法是“{category.notice_name}”。" if category.notice_name else ""
    intro = category.intro or ""
    return f"{intro}{'。' if told and intro and intro[-1] not in '。！？' else ''}{told}"


def month_text(month: str) -> str:
    """2026/03 as 2026年3月."""
    year, number = month.split("/")
    return f"{year}年{int(number)}月"


def list_view(cards: Cards, which: StoryList, number: int) -> ListView:
    """One page of a list of stories. Ways into other lists stand on the first page alone, so that a
    new story does not touch the later pages of lists it is not in."""
    data, size = cards.data, cards.settings.page_size
    first = number == 1
    crumbs = () if which.kind == "all" else ((COLUMNS["stories"], STORIES),)
    return {
        **column_head(cards, "list", "stories", which.base, which.name, number, which.intro, crumbs),
        "feeds": feed_links(cards.site, which.base, which.name) if which.kind in ("category", "district") else [],
        "list_kind": which.kind,
        "headline": which.name,
        "intro": which.intro if first else "",
        "stories": cards.stories(page_of(which.stories, number, size)),
        "pager": pager(cards.site, which.base, number, len(which.stories), size),
        "categories": _facets(cards, data.by_category, CATEGORIES, which, "category") if first else [],
        "districts": _facets(cards, data.by_district, DISTRICTS, which, "district") if first else [],
        "stations": directory_link(cards, which.id) if which.kind == "district" else None,
        "archive": cards.site.url(ARCHIVE),
    }


def _facets(
    cards: Cards, lists: Mapping[str, Sequence[Entry]], folder: str, which: StoryList, kind: str
) -> list[Facet]:
    name = cards.terms.category if kind == "category" else cards.terms.district
    return [
        {
            "name": name(id)["name"],
            "url": cards.site.url(f"{folder}{id}/"),
            "count": len(stories),
            "current": which.kind == kind and which.id == id,
        }
        for id, stories in lists.items()
    ]


def archive_view(cards: Cards) -> ArchiveView:
    """All years and months, newest first."""
    name = "按月份看故事"
    return {
        **column_head(cards, "archive", "stories", ARCHIVE, name, crumbs=((COLUMNS["stories"], STORIES),)),
        "headline": name,
        "years": [
            {
                "name": f"{year}年",
                "url": cards.site.url(f"{ARCHIVE}{year}/"),
                "count": len(stories),
                "months": [
                    {
                        "name": f"{int(month.partition('/')[2])}月",
                        "url": cards.site.url(f"{ARCHIVE}{month}/"),
                        "count": len(cards.data.by_month[month]),
                    }
                    for month in cards.data.by_month
                    if month.startswith(f"{year}/")
                ],
            }
            for year, stories in cards.data.by_year.items()
        ],
    }


def profiles_view(cards: Cards, number: int) -> ProfilesView:
    """One page of profiles."""
    profiles, size = cards.data.profiles, cards.settings.page_size
    return {
        **column_head(cards, "profiles", "profiles", "profiles/", COLUMNS["profiles"], number),
        "headline": COLUMNS["profiles"],
        "profiles": [cards.profile(each) for each in page_of(profiles, number, size)],
        "pager": pager(cards.site, "profiles/", number, len(profiles), size),
    }


def features_view(cards: Cards, number: int) -> FeaturesView:
    """One page of features."""
    features, size = cards.data.features, cards.settings.page_size
    return {
        **column_head(cards, "features", "features", "features/", COLUMNS["features"], number),
        "headline": COLUMNS["features"],
        "features": [cards.feature(each) for each in page_of(features, number, size)],
        "pager": pager(cards.site, "features/", number, len(features), size),
    }


def chips(cards: Cards) -> list[LinkView]:
    """Districts with stations, as ways into the directory."""
    return [link for id in cards.data.stations_by_district if (link := directory_link(cards, id)) and link["name"]]
