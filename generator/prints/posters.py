"""Posters for notice boards and cards to send: a story, a person, a theme month, a feature; and the roll of honour."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.derive.calendar import schedule
from generator.model.address import entry_address
from generator.model.catalogue import Entry
from generator.model.entries import Activity, ActivityStatus, Campaign, Profile, Story
from generator.model.kinds import Kind
from generator.render.chinese_dates import day_text, days_span, number, short_day
from generator.render.pictures import cover_drawing
from generator.render.terms import HONOURS

from .sheets import Desk, PrintSheet, lead_shot

SIZES = ("a4", "a3")
POSTER_KINDS = (Kind.STORY, Kind.PROFILE, Kind.CAMPAIGN, Kind.FEATURE)
CARDS = {"moments": (1080, 1440), "square": (1080, 1080), "cover": (1410, 600)}
"""Pixels of the cards: for Moments, for short videos, and WeChat's cover of 2.35:1."""

_ON_POSTER = 14
"""So many lines of a campaign's days; the rest is on its page."""


def poster(desk: Desk, entry: Entry, size: str) -> PrintSheet:
    """The poster of an entry on ``a4`` or ``a3``."""
    values, drawings, photos = _begun(desk, entry)
    meta: Any = entry.meta
    profile = meta if isinstance(meta, Profile) else None
    values |= {
        "size": size,
        "kicker": desk.names(entry) if profile is None else f"{meta.kind.label}　{desk.names(entry)}",
        "subtitle": (meta.subtitle or "") if isinstance(meta, Story) else "",
        "summary": _summary(entry),
        "quote": (profile.quotation or "") if profile else "",
        "speaker": profile.name if profile and profile.quotation else "",
        "honour": bool(profile and profile.honours),
        "facts": [[name, text] for name, text in _facts(desk, entry)],
        "largest": 19,
        "small": desk.small_print(_credit(desk, entry)),
    }
    name = f"海报-{size.upper()}-{entry.slug}"
    return PrintSheet("poster.typ", name, f"{entry.title}（海报 {size.upper()}）", values, photos, drawings)


def honours_poster(desk: Desk, size: str) -> PrintSheet | None:
    """The roll of honour; None while nobody has one."""
    held = desk.data.honours
    if not held:
        return None
    rows: dict[tuple[int, str], list[str]] = {}
    for honour, award, profile in held:
        rows.setdefault((award.year, honour.name), []).append(profile.meta.name)
    settings = desk.data.catalogue.settings
    values, drawings = desk.common("荣誉榜", HONOURS)
    values |= {
        "size": size,
        "picture": "",
        "kicker": settings.city,
        "subtitle": "",
        "summary": "",
        "quote": "",
        "speaker": "",
        "honour": True,
        "facts": [[f"{year} 年　{name}", "、".join(names)] for (year, name), names in rows.items()],
        "largest": 21,
        "small": desk.small_print(),
    }
    return PrintSheet(
        "poster.typ", f"海报-{size.upper()}-荣誉榜", f"荣誉榜（海报 {size.upper()}）", values, {}, drawings
    )


def card(desk: Desk, entry: Entry, form: str) -> PrintSheet:
    """A picture to send; ``form`` is a key of ``CARDS``."""
    width, height = CARDS[form]
    values, drawings, photos = _begun(desk, entry)
    values |= {"width": width, "height": height, "kicker": desk.names(entry), "summary": _summary(entry)}
    name = f"分享卡-{width}x{height}-{entry.slug}"
    return PrintSheet("card.typ", name, f"{entry.title}（{width}×{height}）", values, photos, drawings)


def _begun(desk: Desk, entry: Entry) -> tuple[dict[str, Any], dict[str, str], dict[str, Any]]:
    values, drawings = desk.common(entry.title, entry_address(entry.id))
    shot = lead_shot(entry, desk.data.today)
    if shot is None and entry.kind in (Kind.STORY, Kind.FEATURE):
        drawings["cover.svg"] = cover_drawing(entry)
    values["picture"] = "photo.jpg" if shot else "cover.svg" if "cover.svg" in drawings else ""
    return values, drawings, {"photo.jpg": shot} if shot else {}


def _summary(entry: Entry) -> str:
    meta: Any = entry.meta
    if isinstance(meta, Profile):
        return meta.one_line
    if isinstance(meta, Campaign):
        return meta.theme
    return meta.summary or entry.outline.opening


def _credit(desk: Desk, entry: Entry) -> str:
    meta: Any = entry.meta
    shot = lead_shot(entry, desk.data.today)
    file = shot.path.rpartition("/")[2] if shot else ""
    photo = next((each for each in meta.photos if each.file == file), None)
    ai = "，人工智能生成" if photo and (photo.ai or entry.photos[file].ai_label) else ""
    picture = f"图：{photo.credit or '未署名'}{ai}" if photo else ""
    text = f"文：{meta.byline}" if getattr(meta, "byline", None) else ""
    return "　".join(part for part in (text, picture, day_text(meta.date)) if part)


def _facts(desk: Desk, entry: Entry) -> Iterator[tuple[str, str]]:
    meta, terms = entry.meta, desk.data.catalogue.vocabularies
    if isinstance(meta, Profile):
        if meta.honours:
            awards = [
                f"{award.year} 年{terms.honour[award.honour].name}"
                for award in meta.honours
                if award.honour in terms.honour
            ]
            if awards:
                yield "荣誉", "；".join(awards)
        if meta.since:
            yield "从事志愿服务", f"{meta.since} 年至今"
        if meta.hours:
            yield (
                "服务时长",
                f"{number(meta.hours.value)} 小时（{meta.hours.source}，截至{day_text(meta.hours.as_of)}）",
            )
        if meta.skills:
            yield "专长", "、".join(meta.skills)
    elif isinstance(meta, Campaign):
        organiser = terms.organisation.get(meta.organiser)
        yield "时间", days_span(meta.start, meta.end)
        if organiser:
            yield "主办", organiser.name
        yield from _days(desk, entry)
    elif isinstance(meta, Story) and (station := desk.data.public.find(Kind.STATION, meta.station)) is not None:
        where = station.meta
        yield "故事发生在", "，".join(part for part in (where.name, where.address, where.phone or "") if part)


def _days(desk: Desk, campaign: Entry) -> Iterator[tuple[str, str]]:
    activities = [
        each for each in desk.data.back.activities.get(campaign.id, ()) if each.meta.status is ActivityStatus.PLANNED
    ]
    days = [day for day in schedule(campaign, activities, desk.data.today) if day.day >= desk.data.today]
    for day in days[:_ON_POSTER]:
        yield short_day(day.day), "；".join(_line(line) for line in day.lines)
    if len(days) > _ON_POSTER:
        yield "后面的日程", f"还有 {len(days) - _ON_POSTER} 天，扫码看全部"


def _line(line: Any) -> str:
    if isinstance(line, Entry):
        activity: Activity = line.meta
        return f"{activity.start:%H:%M} {activity.title}（{activity.place}）"
    start = f"{line.start:%H:%M} " if line.start else ""
    return f"{start}{line.title}{f'（{line.place}）' if line.place else ''}"
