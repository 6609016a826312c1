"""The list of all media kits, and the form that narrows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from generator.model.address import entry_address, list_address
from generator.model.catalogue import Entry
from generator.model.entries import PageBlock
from generator.model.kinds import Kind

from .cards import Cards
from .kit_index import district, index_address, kit_index, listed_kits, themes
from .page_heads import BESIDE, column_meta, page_head
from .paging import page_of, pager
from .reuse_box import kit_row
from .standing_links import page_name
from .terms import KIT_LIST
from .views import Choice, FilterChoice, KitListView, ListFilter

NAME = BESIDE["kits"]


def kit_list_view(cards: Cards, number: int) -> KitListView:
    """One page of the list."""
    found, size = listed_kits(cards.data, cards.kits), cards.settings.page_size
    title = NAME if number == 1 else f"{NAME}（第 {number} 页）"
    intro = "故事、人物、主题活动和专题的转载资料，最新的在前面。"
    address = list_address(KIT_LIST, number)
    return {
        **page_head(cards, "kits", address, title, intro, crumbs=media_crumbs(cards), meta=column_meta(NAME, intro)),
        "headline": NAME,
        "intro": intro,
        "filter": kit_filter(cards),
        "rows": [kit_row(cards, entry) for entry in page_of(found, number, size)],
        "pager": pager(cards.site, KIT_LIST, number, len(found), size),
    }


def kit_filter(cards: Cards) -> ListFilter:
    """The form that narrows the list; only what some kit has can be chosen."""
    found = listed_kits(cards.data, cards.kits)
    terms = cards.data.catalogue.vocabularies
    years = sorted({entry.meta.date.year for entry in found}, reverse=True)
    text = cards.once("kit index", lambda: kit_index(cards.data, cards.kits))
    return {
        "url": cards.place(KIT_LIST),
        "index": cards.site.url(index_address("kits", text)),
        "words": "标题、作者、摘要里的字",
        "choices": filled(
            ("kind", "种类", [choice(kind.value, kind.label) for kind in Kind if kind in {e.kind for e in found}]),
            ("theme", "服务类别", named({id for entry in found for id in themes(entry)}, terms.category)),
            ("district", "区县", named(set(map(district, found)), terms.district)),
            ("year", "年份", [choice(str(year), f"{year} 年") for year in years]),
        ),
        "switches": [choice("photos", "有图片")],
    }


def media_crumbs(cards: Cards) -> list[tuple[str, str]]:
    """The way from the home page: the page on which an editor lists the kits, where there is one."""
    page = media_page(cards)
    return [(page_name(page), entry_address(page.id))] if page else []


def media_page(cards: Cards) -> Entry | None:
    """The media centre: the first 固定页面 that lists kits."""
    pages = cards.data.public.by_slug[Kind.PAGE].values()
    return next((page for page in pages if PageBlock.KITS in page.meta.shows), None)


def named(ids: Iterable[str], terms: Mapping[str, Any]) -> list[Choice]:
    """The terms among ``ids``, in the order of their vocabulary."""
    wanted = set(ids)
    return [choice(id, term.name) for id, term in terms.items() if id in wanted]


def filled(*fields: tuple[str, str, list[Choice]]) -> list[FilterChoice]:
    """A field with fewer than two choices chooses nothing."""
    return [{"name": name, "label": label, "choices": choices} for name, label, choices in fields if len(choices) > 1]


def choice(id: str, name: str) -> Choice:
    """An option of a field."""
    return {"id": id, "name": name}
