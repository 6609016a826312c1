"""媒体报道: what other media made of the site's content, on the pages of entries, in the media centre and as a list."""

from __future__ import annotations

from generator.derive import SiteData
from generator.derive.republications import Republication, Tally
from generator.model.address import list_address
from generator.model.catalogue import Entry
from generator.model.spreadsheet import spreadsheet

from .cards import Cards
from .chinese_dates import day_text, day_view
from .page_heads import BESIDE, column_meta, page_head
from .paging import page_of, pager
from .terms import REPORTS
from .views import ReportRow, ReportsBlock, ReportSum, ReportsView

NAME = BESIDE["reports"]
REPORTS_CSV = "data/media-reports.csv"
IN_BLOCK = 12
"""So many stand in the media centre; the list has all."""


def entry_reports(cards: Cards, entry: Entry) -> list[ReportRow]:
    """Who republished an entry, newest first."""
    return [_row(cards, each) for each in cards.data.republications.by_entry.get(entry.id, ())]


def reports_block(cards: Cards, anchor: str) -> ReportsBlock | None:
    """The newest, for the media centre."""
    found = cards.data.republications.all
    if not found:
        return None
    return {
        "type": "reports",
        "anchor": anchor,
        "name": NAME,
        "rows": [_row(cards, each) for each in found[:IN_BLOCK]],
        "more": cards.place(REPORTS),
        "total": len(found),
    }


def reports_view(cards: Cards, number: int) -> ReportsView:
    """One page of the list; the first has the sums by year and campaign."""
    found, size = cards.data.republications, cards.settings.page_size
    title = NAME if number == 1 else f"{NAME}（第 {number} 页）"
    intro = "别的媒体转载、刊登本站内容的记录，按刊登日期排列。"
    first = number == 1
    campaigns = cards.data.public.by_id
    return {
        **page_head(cards, "reports", list_address(REPORTS, number), title, intro, meta=column_meta(NAME, intro)),
        "headline": NAME,
        "intro": intro,
        "years": [_sum(f"{year} 年", "", tally) for year, tally in found.by_year.items()] if first else [],
        "campaigns": [
            _sum(campaigns[id].title, cards.url(campaigns[id]), tally) for id, tally in found.by_campaign.items()
        ]
        if first
        else [],
        "rows": [_row(cards, each) for each in page_of(found.all, number, size)],
        "pager": pager(cards.site, REPORTS, number, len(found.all), size),
        "csv": cards.site.url(REPORTS_CSV),
    }


def reports_csv(data: SiteData) -> str:
    """All of them for Excel, one a row."""
    header = ("刊登日期", "媒体", "版面或栏目", "刊登的标题", "网址", "本站内容", "传播量", "截至", "数据来源")
    rows = []
    for entry, supply, day in data.republications.all:
        reach = supply.reach
        rows.append(
            [
                day.isoformat(),
                supply.outlet,
                supply.place or "",
                supply.title or entry.title,
                supply.url or "",
                entry.title,
                str(reach.value) if reach else "",
                reach.as_of.isoformat() if reach else "",
                reach.source if reach else "",
            ]
        )
    return spreadsheet(header, rows)


def _row(cards: Cards, republication: Republication) -> ReportRow:
    entry, supply, day = republication
    reach = supply.reach
    return {
        "date": day_view(day),
        "outlet": supply.outlet,
        "place": supply.place or "",
        "title": supply.title or entry.title,
        "url": supply.url or "",
        "entry": {"name": entry.title, "url": cards.url(entry)},
        "reach": f"{reach.value:,} 人次，据{reach.source}，截至{day_text(reach.as_of)}" if reach else "",
    }


def _sum(name: str, url: str, tally: Tally) -> ReportSum:
    reach = f"{tally.reach:,} 人次（{tally.counted} 条有数字）" if tally.counted else ""
    return {"name": name, "url": url, "times": tally.times, "outlets": tally.outlets, "reach": reach}
