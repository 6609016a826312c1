"""Feeds of corrections and withdrawals, for whoever republished something: media software polls them.

A withdrawal tells the address, the day and the reason, and nothing of the entry itself.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from generator.model.address import entry_address
from generator.model.page import Page, View
from generator.model.parts import Withdrawal

from .cards import Cards
from .chinese_dates import day_text
from .entry_dates import last_change, with_offset
from .feed_links import FORMATS
from .feed_text import xml_text
from .gone_pages import CALLED
from .terms import CORRECTIONS
from .views import TEMPLATES, FeedLink, NoticeItem, NoticesView

NEWEST = 100
"""Notices are short, and one that is missed is a mistake that stays in print."""

NAME = "更正与撤稿"
FORMS = {
    "notices-atom": FORMATS["atom"],
    "notices-json": FORMATS["json-feed"],
    "notices-ninjs": ("ninjs.json", "application/json", "ninjs"),
}
"""Page kind → file name, media type, what readers call it. ninjs knows no feeds, so its file is an array."""


def notice_links(cards: Cards) -> list[FeedLink]:
    """Where the feeds stand; none without ``site_url``, or without anything that others could have reprinted."""
    if not _has_feeds(cards):
        return []
    return [
        {"type": media_type, "title": f"{NAME}（{format}）", "url": cards.site.url(CORRECTIONS + file)}
        for file, media_type, format in FORMS.values()
    ]


def notice_pages(cards: Cards) -> list[Page]:
    """The feeds, one in each form."""
    if not _has_feeds(cards):
        return []
    return [Page(CORRECTIONS + FORMS[kind][0], TEMPLATES[kind], partial(_view, cards, kind)) for kind in FORMS]


def all_notices(cards: Cards) -> list[tuple[date, NoticeItem]]:
    """Every correction and withdrawal with its day, newest first."""
    found = [*_corrections(cards), *_withdrawals(cards)]
    return sorted(found, key=lambda each: (each[0], each[1]["id"]), reverse=True)


def _has_feeds(cards: Cards) -> bool:
    data = cards.data
    return bool(cards.site.origin and (data.kits or data.corrections or _withdrawn(cards)))


def _view(cards: Cards, kind: str) -> View:
    site, settings, data = cards.site, cards.settings, cards.data
    found = all_notices(cards)
    changes = [day for day, _ in found[:1]] or [moment.date() for each in data.kits if (moment := last_change(each))]
    view: NoticesView = {
        "kind": kind,
        "title": f"{settings.site_name} · {NAME}",
        "description": "本站发布后更正的内容和撤回的稿件。转载过的媒体请照此更正或撤下。",
        "language": "zh-CN",
        "url": site.full_url(CORRECTIONS) if data.corrections else site.full_url(""),
        "self_url": site.full_url(CORRECTIONS + FORMS[kind][0]),
        "updated": with_offset(max(changes)),
        "author": settings.footer.organiser or settings.site_name,
        "notices": [notice for _, notice in found[:NEWEST]],
    }
    return dict(view)


def _corrections(cards: Cards) -> list[tuple[date, NoticeItem]]:
    found: list[tuple[date, NoticeItem]] = []
    numbers: dict[str, int] = {}
    for entry, correction in cards.data.corrections:
        number = numbers[entry.id] = numbers.get(entry.id, 0) + 1
        url = cards.site.full_url(entry_address(entry.id))
        # An entry's corrections come newest first; counted from the other end, a number stays what it was.
        place = len(entry.meta.corrections) - number + 1
        found.append(
            (
                correction.date,
                {
                    "id": f"{url}#correction-{place}",
                    "url": url,
                    "title": xml_text(f"更正：{entry.title}"),
                    "text": xml_text(correction.text),
                    "moment": with_offset(correction.date),
                    "kind": "correction",
                },
            )
        )
    return found


def _withdrawn(cards: Cards) -> list[tuple[str, Withdrawal, str]]:
    """Address, withdrawal and kind of what was taken back; closed stations are no withdrawals."""
    return [
        (entry_address(entry.id), entry.meta.withdrawn, CALLED.get(entry.kind, "这个页面"))
        for entry in cards.data.gone
        if getattr(entry.meta, "withdrawn", None) is not None
    ]


def _withdrawals(cards: Cards) -> list[tuple[date, NoticeItem]]:
    found: list[tuple[date, NoticeItem]] = []
    for address, withdrawn, called in _withdrawn(cards):
        url = cards.site.full_url(address)
        text = f"{called}已于{day_text(withdrawn.date)}撤回，请停止使用并撤下已转载的内容。原因：{withdrawn.reason}"
        notice: NoticeItem = {
            "id": f"{url}#withdrawn",
            "url": url,
            "title": f"撤回：{called}",
            "text": xml_text(text),
            "moment": with_offset(withdrawn.date),
            "kind": "withdrawal",
        }
        found.append((withdrawn.date, notice))
    return found
