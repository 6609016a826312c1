"""Figures of hours and of people served, told without a day and a source.

Hours are recorded truly (志愿服务条例 第十九条); that a figure in a text says of which day it is and who counted is house
style: figures grow, and an inspection asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.diagnostic import Severity

from .prose import Place, Prose
from .registry import prose_rule

_AMOUNT = r"[0-9][0-9,.]*[ ]?(?:万|千|百)?(?:余|多)?"
_CLAIM = re.compile(
    rf"(?:累计|总计|共计|合计|总共|至今|已|共)[^。！？；\n\0]{{0,18}}?(?:服务时长|志愿服务|服务|时长)[^。！？；，\n\0]{{0,8}}?{_AMOUNT}(?:个)?小时"
    rf"|(?:累计|总计|共计|合计|总共|至今)[^。！？；\n\0]{{0,18}}?(?:服务|惠及|帮助|受益|覆盖|接待|救助)[^。！？；\n\0]{{0,10}}?{_AMOUNT}(?:人次|人|名|户|位|家)"
)
_DATED = re.compile(
    r"[0-9]{1,2}月|[0-9]{4}年|[0-9]{4}-[0-9]{2}|截至|截止|今年|去年|当天|当日|这天|上半年|下半年|[0-9一二三四五六七八九十两]+年来?|当月|本月|月底|年底|一年"
)
_SOURCED = re.compile(r"据|统计|台账|登记|记录|系统|平台|数据|签到|名册|账本|本子上|表上|计时")


@prose_rule(
    "claim-undated",
    Severity.ADVICE,
    "时长或人数没有说明截至哪天、谁统计的",
    gate=r"(累计|总计|共计|合计|总共|至今|已|共)[^。！？；\n]*[0-9]",
)
def claim_undated(prose: Prose) -> Iterator[Place]:
    """A claim of hours or of people served has its day and its source in the same paragraph."""
    for found in _CLAIM.finditer(prose.visible):
        if found.start() < prose.body_start:
            continue
        paragraph = prose.paragraph_around(found.start(), found.end())
        missing = [
            name for name, pattern in (("截至哪一天", _DATED), ("谁统计的", _SOURCED)) if not pattern.search(paragraph)
        ]
        if missing:
            lacking = "和".join(missing)
            yield Place.of(
                found,
                f"“{found[0][:24]}”没有说明{lacking}（志愿服务条例第十九条要求如实记录；写明日期和来源是本站用法）。",
                "补一句，如“截至2月28日，据服务记录台账……”；数字查不到出处的就不写。",
            )
