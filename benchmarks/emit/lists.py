"""The list pages every site has, for generators that cannot make lists themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks import city
from benchmarks.stories import Head, head, story

PAGE_SIZE = 30

SINGLE_PAGES = {
    "calendar": "活动日历",
    "coverage": "站点覆盖情况",
    "honours": "荣誉榜",
    "organisations": "组织和单位",
    "search": "搜索",
    "sitemap": "网站地图",
}
"""Pages of which every site has one: folder and title. Add here what Zoujin adds, or the race stops."""

STATIONS_ON_A_PAGE = 200
"""Up to so many stations stand on the directory's one page; more are listed on pages by district."""


@dataclass(frozen=True, slots=True)
class ListPage:
    """Page ``number`` of ``count`` of a list; ``base`` is the first page's address, such as ``archive/2026/03/``."""

    base: str
    title: str
    number: int
    count: int
    items: tuple[Head, ...]

    @property
    def address(self) -> str:
        """The page's own address."""
        return self.base if self.number == 1 else f"{self.base}page/{self.number}/"


def list_pages(size: int) -> Iterator[ListPage]:
    """All stories, and stories by category, district, section, organisation, year and month, newest first, thirty a page."""
    heads = sorted((head(number) for number in range(size)), key=lambda top: top.date, reverse=True)
    lists: dict[tuple[str, str], list[Head]] = {("stories/", "志愿故事"): heads}
    for top in heads:
        for key in top.categories:
            lists.setdefault((f"categories/{key}/", city.CATEGORIES[key]), []).append(top)
        district = top.base.street.district
        lists.setdefault((f"districts/{district}/", city.DISTRICTS[district]), []).append(top)
        whole = story(top.number)
        lists.setdefault((f"into/{whole.into}/", city.INTO[whole.into]), []).append(top)
        unit = whole.organisation
        lists.setdefault((f"organisations/{unit}/", city.organisations()[unit]), []).append(top)
        lists.setdefault((f"archive/{top.date:%Y}/", f"{top.date:%Y}年的故事"), []).append(top)
        month = f"{top.date:%Y}年{top.date.month}月的故事"
        lists.setdefault((f"archive/{top.date:%Y/%m}/", month), []).append(top)
    for (base, title), items in lists.items():
        count = -(-len(items) // PAGE_SIZE)
        for number in range(1, count + 1):
            yield ListPage(base, title, number, count, tuple(items[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]))


def station_pages(size: int) -> Iterator[tuple[str, str, tuple[city.Post, ...]]]:
    """Where a directory of many stations goes on: address, district, stations. Nothing when one page holds them all."""
    posts = [city.post(at) for at in range(city.posts_for(size))]
    if len(posts) <= STATIONS_ON_A_PAGE:
        return
    for district in dict.fromkeys(post.street.district for post in posts):
        here = tuple(post for post in posts if post.street.district == district)
        for start in range(0, len(here), STATIONS_ON_A_PAGE):
            more = f"page/{start // STATIONS_ON_A_PAGE + 1}/" if start else ""
            yield f"districts/{district}/stations/{more}", district, here[start : start + STATIONS_ON_A_PAGE]
