"""All corrections in one place, so that readers see that mistakes are mended, and how to report one."""

from __future__ import annotations

from generator.model.address import list_address

from .cards import Cards
from .chinese_dates import day_view
from .notice_feeds import notice_links
from .page_heads import BESIDE, column_meta, page_head
from .paging import page_of, pager
from .terms import CORRECTIONS
from .views import CorrectionsView

NAME = BESIDE["corrections"]


def corrections_view(cards: Cards, number: int) -> CorrectionsView:
    """One page of corrections, newest first."""
    made, size, footer = cards.data.corrections, cards.settings.page_size, cards.settings.footer
    title = NAME if number == 1 else f"{NAME}（第 {number} 页）"
    intro = "本站发布后改正过的错误都列在这里，原文页面上也各有说明。"
    return {
        **page_head(
            cards,
            "corrections",
            list_address(CORRECTIONS, number),
            title,
            intro,
            meta=column_meta(NAME, intro),
        ),
        "feeds": notice_links(cards),
        "headline": NAME,
        "rows": [
            {
                "date": day_view(each.correction.date),
                "kind": each.entry.kind.public_label,
                "entry": {"name": each.entry.title, "url": cards.url(each.entry)},
                "text": each.correction.text,
            }
            for each in page_of(made, number, size)
        ],
        "pager": pager(cards.site, CORRECTIONS, number, len(made), size),
        "contact": footer.contact or "",
        "report_error": footer.report_error or "",
    }
