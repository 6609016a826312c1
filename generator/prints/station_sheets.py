"""What hangs at a station: the plate with its services, the sign on its door, the month's activities; and badges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from generator.model.address import entry_address
from generator.model.catalogue import Entry
from generator.model.entries import ActivityStatus, Station
from generator.render.chinese_dates import day_text, short_day, time_span
from generator.render.opening_words import hours_in_words

from .sheets import Desk, PrintSheet

CALL_FIRST = "请先电话确认"


class Wearer(NamedTuple):
    """Whose badge it is."""

    name: str
    post: str = ""


def plate(desk: Desk, station: Entry, size: str) -> PrintSheet:
    """服务上墙: hours, telephone and every service."""
    terms, meta = desk.data.catalogue.vocabularies, station.meta
    services = [
        [terms.category[id].name, terms.category[id].intro or ""]
        for id in dict.fromkeys(meta.services)
        if id in terms.category
    ]
    return _sheet(
        desk, station, "plate", f"上墙牌-{size.upper()}", size, services=services, facts=list(_facts(desk, meta))
    )


def door_sign(desk: Desk, station: Entry) -> PrintSheet:
    """When somebody is there, and whom to call when nobody is."""
    return _sheet(desk, station, "door", "门牌", "a4", facts=list(_facts(desk, station.meta)))


def month_sheet(desk: Desk, station: Entry, month: date) -> PrintSheet:
    """The activities of the month in which ``month`` lies, for the door."""
    coming = [
        entry
        for entry in desk.data.back.activities.get(station.id, ())
        if entry.meta.status is ActivityStatus.PLANNED
        and entry.meta.start.date() <= _end(month)
        and entry.meta.end.date() >= month.replace(day=1)
    ]
    coming.sort(key=lambda entry: (entry.meta.start, entry.id))
    events = [
        [
            short_day(entry.meta.start),
            time_span(entry.meta.start, entry.meta.end),
            entry.title,
            f"{entry.meta.places} 人" if entry.meta.places else "",
        ]
        for entry in coming
    ]
    title = f"{month.year}年{month.month}月活动安排"
    return _sheet(desk, station, "schedule", f"活动表-{month:%Y-%m}", "a4", kicker=title, events=events)


def badges(desk: Desk, team: str, people: Sequence[Wearer]) -> PrintSheet:
    """Badges for ``people``, ten on a sheet; ``team`` stands above the names."""
    values, drawings = desk.common(f"{team}胸牌", "")
    values |= {"team": team, "people": [{"name": each.name, "post": each.post} for each in people]}
    return PrintSheet("badges.typ", f"胸牌-{team}", f"{team}（胸牌 {len(people)} 张）", values, {}, drawings)


def _sheet(
    desk: Desk,
    station: Entry,
    form: str,
    name: str,
    size: str,
    kicker: str = "",
    facts: Sequence[tuple[str, str]] = (),
    services: Sequence[Sequence[str]] = (),
    events: Sequence[Sequence[str]] = (),
) -> PrintSheet:
    terms, meta = desk.data.catalogue.vocabularies, station.meta
    kind = terms.station_kind.get(meta.kind)
    values, drawings = desk.common(meta.name, entry_address(station.id))
    values |= {
        "form": form,
        "size": size,
        "kicker": kicker or (kind.name if kind else "志愿服务站"),
        "facts": [list(row) for row in facts],
        "services": [list(row) for row in services],
        "events": [list(row) for row in events],
        "small": desk.small_print(f"{day_text(desk.data.today)}印"),
    }
    return PrintSheet("station.typ", f"{name}-{station.slug}", f"{meta.name}（{name}）", values, {}, drawings)


def _facts(desk: Desk, meta: Station) -> Iterator[tuple[str, str]]:
    terms = desk.data.catalogue.vocabularies
    if meta.hours:
        yield "开放时间", f"{'；'.join(hours_in_words(meta.hours))}。{CALL_FIRST}"
    if meta.phone:
        yield "电话", meta.phone
    for post in meta.on_duty:
        yield post.role, post.phone
    yield "地址", "，".join(part for part in (meta.address, meta.note or "") if part)
    teams = [team.name for team in meta.teams]
    if teams:
        yield "志愿服务队", "、".join(teams)
    paired = [terms.organisation[id].name for id in meta.paired_with if id in terms.organisation]
    if paired:
        yield "结对单位", "、".join(paired)


def _end(month: date) -> date:
    following = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)
