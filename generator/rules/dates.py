"""Dates that contradict each other or the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from generator.model.catalogue import Entry
from generator.model.diagnostic import Severity
from generator.model.entries import ActivityStatus, DocumentKind
from generator.model.kinds import Kind
from generator.model.references import FieldPath

from .finding import Finding
from .registry import TEXT_KINDS, rule
from .world import World

_DATED = TEXT_KINDS - {Kind.ACTIVITY}
"""Kinds with a date of publication."""


def _said(moment: date | datetime | time) -> str:
    """A date as editors write it; the time of day only when it was given."""
    if isinstance(moment, datetime):
        return f"{moment:%Y-%m-%d %H:%M}" if moment.time() != time() else f"{moment:%Y-%m-%d}"
    return f"{moment:%H:%M}" if isinstance(moment, time) else moment.isoformat()


@rule("end-before-start", Severity.ERROR, "结束早于开始", kinds=(Kind.ACTIVITY, Kind.CAMPAIGN, Kind.DOCUMENT))
def end_before_start(entry: Entry, world: World) -> Iterator[Finding]:
    """Activities, campaigns, their schedule and notice periods do not end before they begin."""
    for at, period in _periods(entry):
        start, end = period.start, period.end
        if start is not None and end is not None and end < start:
            yield Finding(
                entry.path,
                (*at, "end"),
                f"结束（{_said(end)}）早于开始（{_said(start)}）。",
                "两个时间可能写反了，或年份没有改。",
            )


def _periods(entry: Entry) -> Iterator[tuple[FieldPath, Any]]:
    if entry.kind is Kind.DOCUMENT:
        if entry.meta.notice is not None:
            yield ("notice",), entry.meta.notice
        return
    yield (), entry.meta
    if entry.kind is Kind.CAMPAIGN:
        for index, line in enumerate(entry.meta.schedule):
            yield ("schedule", index), line


@rule("date-in-future", Severity.ERROR, "发布日期在将来，又没有设禁发时间", kinds=_DATED)
def date_in_future(entry: Entry, world: World) -> Iterator[Finding]:
    """Nothing goes out under a date that has not come: drafts and embargoed entries may wait."""
    meta, day = entry.meta, entry.meta.date.date()
    if day <= world.today or meta.draft:
        return
    if meta.embargo is None:
        yield Finding(
            entry.path,
            ("date",),
            f"发布日期 {day} 还没到（今天是 {world.today}），现在公开就成了提前署日期。",
            f"到那天再公开：加一行 embargo: {_said(meta.date)}；如果是写错了，改成实际日期。",
        )
    elif meta.embargo.date() < day:
        yield Finding(
            entry.path,
            ("date",),
            f"{meta.embargo.date()} 就会公开，发布日期却是 {day}。",
            "把 embargo 和 date 改成同一天。",
        )


@rule("expiry-before-date", Severity.ERROR, "下线日期不晚于公开日期", kinds=TEXT_KINDS)
def expiry_before_date(entry: Entry, world: World) -> Iterator[Finding]:
    """An entry is public for at least a day."""
    meta = entry.meta
    if meta.expires is None:
        return
    begins = max((moment for moment in (getattr(meta, "date", None), meta.embargo) if moment), default=None)
    if begins is not None and meta.expires <= begins.date():
        yield Finding(
            entry.path,
            ("expires",),
            f"从 {meta.expires} 起不再公开，可是 {begins.date()} 才公开，读者一天也看不到。",
            "把 expires 改晚；不需要自动下线就删掉这一行。",
        )


@rule("notice-without-period", Severity.ERROR, "公示没有写公示期", kinds=(Kind.DOCUMENT,))
def notice_without_period(entry: Entry, world: World) -> Iterator[Finding]:
    """A 公示 says until when and where one may object."""
    if entry.meta.kind is DocumentKind.PUBLIC_NOTICE and entry.meta.notice is None:
        yield Finding(
            entry.path,
            ("kind",),
            "公示要写明公示期和受理异议的联系方式。",
            "加上 notice：里面写 start、end 和 contact（岗位 role、电话 phone）。",
        )


@rule("correction-before-publication", Severity.WARNING, "更正早于发布", kinds=_DATED)
def correction_before_publication(entry: Entry, world: World) -> Iterator[Finding]:
    """What is not yet published cannot have been corrected."""
    for index, correction in enumerate(entry.meta.corrections):
        if correction.date < entry.meta.date.date():
            yield Finding(
                entry.path,
                ("corrections", index, "date"),
                f"更正日期 {correction.date} 早于发布日期 {entry.meta.date.date()}。",
                "核对两个日期；发布之前改的内容不用写更正。",
            )


@rule("correction-in-future", Severity.WARNING, "更正日期在将来", kinds=TEXT_KINDS)
def correction_in_future(entry: Entry, world: World) -> Iterator[Finding]:
    """A correction bears the day on which it was made."""
    for index, correction in enumerate(entry.meta.corrections):
        if correction.date > world.today:
            yield Finding(
                entry.path,
                ("corrections", index, "date"),
                f"更正日期 {correction.date} 还没到（今天是 {world.today}）。",
                "写实际更正的那一天。",
            )


@rule("withdrawal-in-future", Severity.ERROR, "撤回日期在将来", kinds=TEXT_KINDS, binding=True)
def withdrawal_in_future(entry: Entry, world: World) -> Iterator[Finding]:
    """A withdrawal takes effect at once and bears the day on which it was made."""
    withdrawn = entry.meta.withdrawn
    if withdrawn is not None and withdrawn.date > world.today:
        yield Finding(
            entry.path,
            ("withdrawn", "date"),
            f"撤回日期 {withdrawn.date} 还没到（今天是 {world.today}），撤回是马上生效的。",
            "写实际撤回的那一天；到某一天才不再公开的，删掉 withdrawn，改用 expires（下线日期）。",
        )


@rule("withdrawal-before-publication", Severity.ERROR, "撤回早于公开", kinds=TEXT_KINDS, binding=True)
def withdrawal_before_publication(entry: Entry, world: World) -> Iterator[Finding]:
    """What no reader has seen is not withdrawn: it stays a draft."""
    meta = entry.meta
    begins = max((moment for moment in (getattr(meta, "date", None), meta.embargo) if moment), default=None)
    if meta.withdrawn is not None and begins is not None and meta.withdrawn.date < begins.date():
        yield Finding(
            entry.path,
            ("withdrawn", "date"),
            f"撤回日期 {meta.withdrawn.date} 早于公开日期 {begins.date()}，那时还没有读者见过它。",
            "核对两个日期；从来没有公开过的，删掉 withdrawn，写 draft: true。",
        )


@rule("outcome-before-start", Severity.ERROR, "活动还没开始就有了结果", kinds=(Kind.ACTIVITY,))
def outcome_before_start(entry: Entry, world: World) -> Iterator[Finding]:
    """Results are written after the activity."""
    if entry.meta.outcome is not None and entry.meta.start.date() > world.today:
        yield Finding(
            entry.path,
            ("outcome",),
            f"活动 {_said(entry.meta.start)} 才开始（今天是 {world.today}），却已经填了活动结果。",
            "核对 start 的日期；若结果是预计数，先删掉，活动结束后再填。",
        )


@rule("activity-without-outcome", Severity.ADVICE, "活动结束了还没有填结果", kinds=(Kind.ACTIVITY,))
def activity_without_outcome(entry: Entry, world: World) -> Iterator[Finding]:
    """Every activity leaves its record."""
    meta = entry.meta
    if meta.outcome is None and meta.end.date() < world.today and meta.status is ActivityStatus.PLANNED:
        yield Finding(
            entry.path,
            ("end",),
            f"活动在 {meta.end.date()} 已经结束，还没有填结果。",
            "补上 outcome：took_part 参加人数、text 两三句小结；没办成就写 status: cancelled。",
        )


@rule("sign-up-after-start", Severity.WARNING, "报名截止晚于活动开始", kinds=(Kind.ACTIVITY,))
def sign_up_after_start(entry: Entry, world: World) -> Iterator[Finding]:
    """Nobody can sign up for what has begun."""
    sign_up = entry.meta.sign_up
    if sign_up is not None and sign_up.deadline is not None and sign_up.deadline > entry.meta.start:
        yield Finding(
            entry.path,
            ("sign_up", "deadline"),
            f"报名截止（{_said(sign_up.deadline)}）晚于活动开始（{_said(entry.meta.start)}）。",
            "把截止时间改到活动开始之前。",
        )


@rule("sign-up-count-undated", Severity.ADVICE, "报名人数没有写截至日期", kinds=(Kind.ACTIVITY,))
def sign_up_count_undated(entry: Entry, world: World) -> Iterator[Finding]:
    """A number of places left is true on one day; readers are told which."""
    meta = entry.meta
    if meta.taken is not None and meta.taken_on is None and meta.end.date() >= world.today:
        yield Finding(
            entry.path,
            ("taken",),
            "已报名人数没有写是哪一天的，页面不会显示还剩几个名额。",
            "加一行 taken_on，写数报名表的那一天。",
        )


@rule("figure-in-future", Severity.ERROR, "数字的截至日期在将来", kinds=(Kind.PROFILE, Kind.ACTIVITY))
def figure_in_future(entry: Entry, world: World) -> Iterator[Finding]:
    """Hours are counted up to a day that has been."""
    at: FieldPath = ("hours",)
    if entry.kind is Kind.PROFILE:
        hours = entry.meta.hours
    else:
        outcome = entry.meta.outcome
        hours, at = (None if outcome is None else outcome.hours), ("outcome", "hours")
        taken_on = entry.meta.taken_on
        if taken_on is not None and taken_on > world.today:
            yield Finding(
                entry.path,
                ("taken_on",),
                f"报名数的截至日期 {taken_on} 还没到（今天是 {world.today}）。",
                "写数报名表的那一天。",
            )
    if hours is not None and hours.as_of > world.today:
        yield Finding(
            entry.path,
            (*at, "as_of"),
            f"服务时长的截至日期 {hours.as_of} 还没到（今天是 {world.today}）。",
            "写取数的那一天。",
        )


@rule(
    "year-folder",
    Severity.ADVICE,
    "文件夹的年份和日期的年份不同",
    kinds=(Kind.STORY, Kind.ACTIVITY, Kind.DOCUMENT),
)
def year_folder(entry: Entry, world: World) -> Iterator[Finding]:
    """Entries lie in the folder of their year, where colleagues look for them."""
    field = "start" if entry.kind is Kind.ACTIVITY else "date"
    year = getattr(entry.meta, field).year
    if f"/{year}/" not in entry.id:
        folder = entry.id.split("/")[-2]
        yield Finding(
            entry.path,
            (field,),
            f"日期在 {year} 年，稿件却放在 {folder} 文件夹里，以后不好找。",
            f"核对日期；日期没错就把文件夹移到 {year}/ 下，并在 aliases 里写上旧路径“{entry.id}”。",
        )
