"""Columns that nobody writes for any more.

The limits are those of 政府网站与政务新媒体检查指标 (国办秘函〔2019〕19号): a home page without anything new for two
weeks fails the inspection; columns count as stale after six months.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple

from generator.model.catalogue import Entry
from generator.model.diagnostic import Severity
from generator.model.kinds import Kind

from .finding import Finding
from .published import Published
from .registry import rule

HOME_DAYS = 14
COLUMN_MONTHS = 6
HOME_NOTICE, COLUMN_NOTICE = 4, 30
"""Days beforehand on which somebody is reminded (house style)."""

_COLUMNS = (Kind.STORY, Kind.ACTIVITY, Kind.PROFILE, Kind.CAMPAIGN, Kind.FEATURE, Kind.DOCUMENT)
"""Kinds with a column of their own; pages are kept up to date by their own rules."""


class _Latest(NamedTuple):
    """The last thing that happened in a column, and the field that says when."""

    day: date
    entry: Entry
    field: str


@rule("home-stale", Severity.WARNING, "首页两周没有新内容")
def home_stale(site: Published) -> Iterator[Finding]:
    """Something public is dated within the last two weeks. What is planned for later is no news yet."""
    latest = _news(site)
    if latest is not None and site.today - latest.day > timedelta(days=HOME_DAYS):
        yield Finding(
            latest.entry.path,
            (latest.field,),
            f"首页最新的内容是{latest.day.isoformat()}的“{latest.entry.title}”，"
            f"到{site.today.isoformat()}已经{(site.today - latest.day).days}天没有更新。",
            "发一篇志愿故事、动态或通知。政府网站检查把首页两周没有更新记作不合格。",
        )


@rule("column-stale", Severity.WARNING, "栏目半年没有更新")
def column_stale(site: Published) -> Iterator[Finding]:
    """The newest of each column that is shown is no older than six months; an empty column is not shown."""
    limit = _months_before(site.today, COLUMN_MONTHS)
    for kind, latest in _latest(site).items():
        if latest.day < limit:
            yield Finding(
                latest.entry.path,
                (latest.field,),
                f"“{kind.label}”栏目最新的一篇是{latest.day.isoformat()}的“{latest.entry.title}”，"
                "已经超过半年没有更新。",
                "补一篇新的；这个栏目不再办了，就把旧的并到别的栏目，或设下线日期（expires），空栏目不会显示。",
            )


@rule("home-stale-soon", Severity.ADVICE, "首页快两周没有新内容了")
def home_stale_soon(site: Published) -> Iterator[Finding]:
    """Some days before the home page counts as stale there is still time to write. What cannot be read may be newer."""
    latest = _news(site)
    if latest is not None and not site.catalogue.broken:
        left = (latest.day + timedelta(days=HOME_DAYS) - site.today).days
        if 0 <= left <= HOME_NOTICE:
            yield Finding(
                latest.entry.path,
                (latest.field,),
                f"首页最新的内容是{latest.day.isoformat()}的“{latest.entry.title}”，{_in_days(left)}就满两周没有更新。",
                "发一篇志愿故事、动态或通知。政府网站检查把首页两周没有更新记作不合格。",
            )


@rule("column-stale-soon", Severity.ADVICE, "栏目快半年没有更新了")
def column_stale_soon(site: Published) -> Iterator[Finding]:
    """A month before a column counts as stale somebody can still be asked for something."""
    limit = _months_before(site.today, COLUMN_MONTHS)
    for kind, latest in _latest(site).items() if not site.catalogue.broken else ():
        left = (latest.day - limit).days
        if 0 <= left <= COLUMN_NOTICE:
            yield Finding(
                latest.entry.path,
                (latest.field,),
                f"“{kind.label}”栏目最新的一篇是{latest.day.isoformat()}的“{latest.entry.title}”，{_in_days(left)}就满半年没有更新。",
                "约一篇新的；这个栏目不再办了，就把旧的并到别的栏目，或设下线日期（expires），空栏目不会显示。",
            )


def _in_days(left: int) -> str:
    return f"再过{left}天" if left else "今天"


def _news(site: Published) -> _Latest | None:
    """The newest thing on the home page. What is planned for later is no news yet."""
    return max(
        (found for found in _latest(site).values() if found.entry.kind is not Kind.ACTIVITY),
        key=lambda found: found.day,
        default=None,
    )


def _latest(site: Published) -> Mapping[Kind, _Latest]:
    """The newest of each column; dates to come count as today's."""
    found: dict[Kind, _Latest] = {}
    for entry in site.catalogue.entries.values():
        if entry.kind in _COLUMNS and entry.id in site.public:
            field = "start" if entry.kind is Kind.ACTIVITY else "date"
            written = getattr(entry.meta, field)
            day = min(written.date() if isinstance(written, datetime) else written, site.today)
            if entry.kind not in found or day > found[entry.kind].day:
                found[entry.kind] = _Latest(day, entry, field)
    return found


def _months_before(day: date, months: int) -> date:
    """The same day of an earlier month, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
