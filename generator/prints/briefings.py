"""采访单: a lead or an invitation on paper, with the contacts that only registered newsrooms are told."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.address import entry_address
from generator.model.catalogue import Entry
from generator.model.entries import Document
from generator.render.briefings import briefing_time
from generator.render.chinese_dates import day_text, moment_view

from .sheets import Desk, PrintSheet

WARNING = "限给已登记的媒体：联系方式不得转给他人，不得上网。"


def briefing_sheet(desk: Desk, entry: Entry) -> PrintSheet:
    """The sheet to hand to a newsroom; it is marked on every page when it holds what the site does not."""
    meta: Document = entry.meta
    values, drawings = desk.common(entry.title, entry_address(entry.id))
    restricted = any(each.restricted for each in meta.press.contacts) if meta.press else False
    organisation = desk.data.catalogue.vocabularies.organisation.get(meta.issuer)
    values |= {
        "kicker": meta.kind.label,
        "warning": WARNING if restricted else "",
        "rows": [list(row) for row in _rows(meta)],
        "text": meta.summary or entry.outline.opening,
        "issuer": organisation.name if organisation else "",
        "date": day_text(meta.date),
        "small": desk.small_print(f"{day_text(desk.data.today)}印"),
    }
    return PrintSheet("briefing.typ", f"采访单-{entry.slug}", f"{entry.title}（采访单）", values, {}, drawings)


def _rows(meta: Document) -> Iterator[tuple[str, str]]:
    press = meta.press
    if press is None:
        return
    yield "时间", briefing_time(press)
    yield "地点", press.place or ""
    yield "可以采访", "\n".join(press.offers)
    yield "登记截止", moment_view(press.register_by)["text"] if press.register_by else ""
    yield "发稿时间", f"{moment_view(press.hold_until)['text']}前请不要发表" if press.hold_until else ""
    for each in press.contacts:
        yield "限给媒体" if each.restricted else "联系", f"{each.who}　{each.phone}"
