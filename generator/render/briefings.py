"""采访线索 and 采访邀请 as pages show them. What is for registered newsrooms only never gets into a view."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from generator.model.catalogue import Entry
from generator.model.entries import Briefing, Document, DocumentKind, PageBlock

from .cards import Cards
from .chinese_dates import day_text, moment_view, time_span, weekday
from .contacts import telephone
from .document_lists import kind_address
from .views import BriefingRow, BriefingsBlock, BriefingView

FRESH = timedelta(days=60)
"""So long a lead without a day of its own is offered."""

AT_MOST = 20


def briefing_view(meta: Document, today: date) -> BriefingView | None:
    """What a document tells newsrooms, in words."""
    press = meta.press
    if press is None or not meta.kind.for_media:
        return None
    public = [each for each in press.contacts if not each.restricted]
    return {
        "time": briefing_time(press),
        "place": press.place or "",
        "offers": list(press.offers),
        "register_by": moment_view(press.register_by)["text"] if press.register_by else "",
        "closed": _is_over(press.register_by or press.end or press.start, today),
        "hold_until": moment_view(press.hold_until)["text"] if press.hold_until else "",
        "contacts": [{"role": each.who, "phone": each.phone, "url": telephone(each.phone)} for each in public],
        "more_contacts": len(public) < len(press.contacts),
    }


def briefing_time(press: Briefing) -> str:
    """2026年3月14日（周六）09:00—11:00; "" when no day is set."""
    if press.start is None:
        return ""
    if press.end is not None and press.end.date() != press.start.date():
        return f"{moment_view(press.start)['text']}至{moment_view(press.end)['text']}"
    hours = time_span(press.start, press.end or press.start) if press.start.time() != datetime.min.time() else ""
    return f"{day_text(press.start)}（{weekday(press.start)}）{hours}"


def briefings_block(cards: Cards, which: PageBlock) -> BriefingsBlock | None:
    """For the media centre: what newsrooms can still come to or take up, invitations in the order of their days, then
    leads, newest first."""
    found = [each for each in cards.data.documents if _is_offered(each.meta, cards.today)]
    invitations = [each for each in found if each.meta.press and each.meta.press.start]
    invitations.sort(key=lambda each: (each.meta.press.start, each.id))
    leads = [each for each in found if each not in invitations]
    rows = list(_rows(cards, (*invitations, *leads)[:AT_MOST]))
    if not rows:
        return None
    known = {each.meta.kind for each in cards.data.documents}
    more = [kind for kind in (DocumentKind.INVITATION, DocumentKind.LEAD) if kind in known]
    return {
        "type": "briefings",
        "anchor": which.value,
        "name": "采访邀请和线索",
        "rows": rows,
        "more": [{"name": f"全部{kind.label}", "url": cards.place(kind_address(kind))} for kind in more],
    }


def _rows(cards: Cards, found: tuple[Entry, ...]) -> Iterator[BriefingRow]:
    for entry in found:
        view = briefing_view(entry.meta, cards.today)
        register = f"{view['register_by']}前登记" if view and view["register_by"] and not view["closed"] else ""
        facts = [view["time"], view["place"], register] if view else []
        kind = entry.meta.kind.label
        yield {"url": cards.url(entry), "title": entry.title, "kind": kind, "facts": list(filter(None, facts))}


def _is_offered(meta: Document, today: date) -> bool:
    if not meta.kind.for_media:
        return False
    last = meta.press and (meta.press.end or meta.press.start or meta.press.register_by)
    return not _is_over(last, today) if last else meta.date.date() + FRESH >= today


def _is_over(moment: datetime | None, today: date) -> bool:
    return moment is not None and moment.date() < today
