"""Dates of publication that cannot be true.

A forged date of publication (伪造发稿日期) fails a site's inspection (政府网站与政务新媒体检查指标, 国办秘函〔2019〕19号).
What an entry claims is held against its review: without reviews nothing can be said. What came from an older site
(``migrated_from``), or is older than the first review of all, was published before anybody kept records.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from generator.model.catalogue import Entry
from generator.model.diagnostic import Severity

from .finding import Finding
from .published import Published
from .registry import rule


@rule("date-before-review", Severity.WARNING, "发布日期早于第一次送审")
def date_before_review(site: Published) -> Iterator[Finding]:
    """Nothing was public before anybody had seen it."""
    began = min((first.date() for first in site.first_reviews.values()), default=date.max)
    for id, first in site.first_reviews.items():
        entry = site.catalogue.entries[id]
        claimed = _claimed(entry)
        if claimed is not None and began <= claimed < first.date():
            yield Finding(
                entry.path,
                ("date",),
                f"发布日期写的是{claimed}，可是{first.date()}才第一次送审。"
                "政府网站检查把伪造发稿日期列为单项否决（国办秘函〔2019〕19号）。",
                "改成真正公开的那一天；旧网站迁来的，填 migrated_from：原网址和原发布日期。",
            )


@rule("date-changed", Severity.WARNING, "公开以后改了发布日期")
def date_changed(site: Published) -> Iterator[Finding]:
    """A correction has its own date; the date of publication stays."""
    for id, before in site.live_dates.items():
        entry = site.catalogue.entries[id]
        claimed = _claimed(entry)
        if claimed is not None and claimed != before:
            yield Finding(
                entry.path,
                ("date",),
                f"公开的版本里，发布日期是{before}，现在改成了{claimed}。"
                "政府网站检查把伪造发稿日期列为单项否决（国办秘函〔2019〕19号）。",
                "改回去；公开以后改动内容，用 corrections 写明更正的日期；当初就写错了的，也在那里说明。",
            )


def _claimed(entry: Entry) -> date | None:
    """The day of publication that an entry claims; None for what has none, and for what came from elsewhere."""
    meta = entry.meta
    claimed = getattr(meta, "date", None)
    if claimed is None or meta.migrated_from is not None or meta.draft:
        return None
    return claimed.date() if isinstance(claimed, datetime) else claimed
