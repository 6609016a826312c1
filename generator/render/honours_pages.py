"""The honours roll: who received what, by level and year, and what the honours are."""

from __future__ import annotations

from collections.abc import Sequence

from generator.derive.honours_roll import Holder
from generator.model.address import list_address
from generator.model.vocabulary import Honour

from .cards import Cards
from .page_heads import BESIDE, column_meta, page_head
from .paging import page_of, pager
from .terms import HONOURS
from .views import HolderRow, HonourLevel, HonourSeries, HonoursView

NAME = BESIDE["honours"]

AWARDS_ON_A_PAGE = 200
"""A roll is looked through, not read: a page holds more than a list of stories does."""

_ALONE = "其他荣誉"


def honours_view(cards: Cards, number: int) -> HonoursView:
    """One page of the roll. Whoever's profile is not public is not in it."""
    roll = cards.data.honours
    title = NAME if number == 1 else f"{NAME}（第 {number} 页）"
    intro = "获得荣誉的志愿者、家庭、队伍、组织、项目和社区，按级别和年份排列。"
    return {
        **page_head(cards, "honours", list_address(HONOURS, number), title, intro, meta=column_meta(NAME, intro)),
        "headline": NAME,
        "levels": _levels(cards, page_of(roll, number, AWARDS_ON_A_PAGE)),
        "series": _series(cards) if number == 1 else [],
        "pager": pager(cards.site, HONOURS, number, len(roll), AWARDS_ON_A_PAGE),
    }


def _levels(cards: Cards, holders: Sequence[Holder]) -> list[HonourLevel]:
    found: dict[str, dict[str, list[HolderRow]]] = {}
    for holder in holders:
        years = found.setdefault(holder.honour.level or _ALONE, {})
        years.setdefault(f"{holder.award.year}年", []).append(_row(cards, holder))
    return [
        {"name": name, "years": [{"year": year, "rows": rows} for year, rows in years.items()]}
        for name, years in found.items()
    ]


def _row(cards: Cards, holder: Holder) -> HolderRow:
    card = cards.profile(holder.profile)
    return {
        "honour": holder.honour.name,
        "name": card["name"],
        "alias_used": card["alias_used"],
        "url": card["url"],
        "kind": card["kind"],
        "granted_by": holder.honour.granted_by or "",
        "document": holder.award.document or "",
    }


def _series(cards: Cards) -> list[HonourSeries]:
    """The register explained: honours of one series together, those of none last."""
    series: dict[str, list[Honour]] = {}
    for honour in cards.data.catalogue.vocabularies.honour.values():
        series.setdefault(honour.series or "", []).append(honour)
    names = sorted(series, key=lambda name: not name)  # stable: only what has no name moves to the end
    return [
        {
            "name": name or (_ALONE if len(names) > 1 else ""),
            "honours": [
                {
                    "name": honour.name,
                    "level": honour.level or "",
                    "granted_by": honour.granted_by or "",
                    "intro": honour.intro or "",
                }
                for honour in series[name]
            ],
        }
        for name in names
    ]
