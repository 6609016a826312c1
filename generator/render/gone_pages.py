"""What stands at the address of an entry that was taken back, and of a station that was closed: a short dated notice.

Nothing of the entry itself is shown, not even its title: that may be why it was taken back.
"""

from __future__ import annotations

from collections.abc import Set
from functools import partial

from generator.model.address import entry_address
from generator.model.catalogue import Entry
from generator.model.kinds import Kind
from generator.model.page import Page, View
from generator.model.parts import Withdrawal

from .cards import Cards
from .chinese_dates import day_view
from .columns import filled_sections
from .directory_pages import directory_link
from .page_heads import COLUMNS, page_head
from .terms import DIRECTORY
from .views import TEMPLATES, GoneView, LinkView

CALLED = {
    Kind.STORY: "这篇志愿故事",
    Kind.ACTIVITY: "这场志愿活动",
    Kind.PROFILE: "这份人物介绍",
    Kind.CAMPAIGN: "这个主题活动",
    Kind.FEATURE: "这个专题",
    Kind.DOCUMENT: "这份文件",
}


def gone_pages(cards: Cards, taken: Set[str]) -> list[Page]:
    """A notice at each address that an entry in ``gone`` has or had, unless there is a page at it now (``taken``)."""
    gone = cards.data.gone
    if not gone:
        return []
    ids = {entry.id for entry in gone}
    addresses = {entry_address(entry.id): entry for entry in gone}
    for alias, entry in cards.data.catalogue.by_alias.items():
        if entry.id in ids and all(alias.split("/")):
            addresses.setdefault(entry_address(alias), entry)
    sections = frozenset(filled_sections(cards.data))
    return [
        Page(address, TEMPLATES["gone"], partial(_gone_view, cards, address, entry, sections))
        for address, entry in addresses.items()
        if address not in taken
    ]


def _gone_view(cards: Cards, address: str, entry: Entry, sections: Set[str]) -> View:
    if entry.kind is Kind.STATION:
        headline, reason, day = "这个志愿服务站已经撤销", f"{entry.title}不再开放。", None
    else:
        withdrawn: Withdrawal = entry.meta.withdrawn
        headline = f"{CALLED.get(entry.kind, '这个页面')}已经撤回"
        reason, day = withdrawn.reason, day_view(withdrawn.date)
    section = entry_address(entry.id).partition("/")[0]
    crumbs = [(COLUMNS[section], f"{section}/")] if section in sections else []
    view: GoneView = {
        **page_head(cards, "gone", address, headline, reason, section if crumbs else "", crumbs),
        "canonical": cards.site.origin + cards.url(entry),
        "headline": headline,
        "date": day,
        "reason": reason,
        "way_on": _way_on(cards, entry, section, bool(crumbs)),
    }
    return dict(view)


def _way_on(cards: Cards, entry: Entry, section: str, filled: bool) -> LinkView | None:
    """The column, or for a station its district's part of the directory."""
    if entry.kind is Kind.STATION:
        district = directory_link(cards, entry.meta.district)
        return (
            {"name": f"{district['name']}的志愿服务站", "url": district["url"]}
            if district
            else {"name": COLUMNS["stations"], "url": cards.place(DIRECTORY)}
        )
    return {"name": f"去看别的{COLUMNS[section]}", "url": cards.place(f"{section}/")} if filled else None
