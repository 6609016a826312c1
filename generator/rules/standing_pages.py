"""固定页面 stand at the root of the site, and are looked after."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model.address import TAKEN, entry_address
from generator.model.catalogue import Catalogue, Entry
from generator.model.diagnostic import WHOLE_FILE, Severity
from generator.model.entries import PageBlock
from generator.model.kinds import Kind

from .finding import Finding
from .registry import rule
from .world import World


@rule("page-address-taken", Severity.ERROR, "固定页面的网址被程序占用", kinds=(Kind.PAGE,), binding=True)
def page_address_taken(entry: Entry, world: World) -> Iterator[Finding]:
    """A page's folder is the first step of its address, where columns and lists stand already."""
    if entry.slug in TAKEN:
        yield Finding(
            entry.path,
            WHOLE_FILE,
            f"这一页的网址会是 /{entry_address(entry.id)}，这个网址程序自己要用（栏目、名单或文件），两页会撞在一起。",
            f"给文件夹换个名称，如“{entry.slug}-guide”。",
        )


@rule("page-not-reviewed", Severity.WARNING, "固定页面很久没有核对", kinds=(Kind.PAGE,))
def page_not_reviewed(entry: Entry, world: World) -> Iterator[Finding]:
    """What readers rely on, such as telephone numbers and rules, is gone through at set times."""
    since, months = entry.meta.date.date(), world.page_review_months
    elapsed = (world.today.year - since.year) * 12 + world.today.month - since.month - (world.today.day < since.day)
    if elapsed >= months and not entry.meta.draft:
        yield Finding(
            entry.path,
            ("date",),
            f"这一页上次核对是 {since}，已经过了 {elapsed} 个月（设置里写的是每 {months} 个月核对一次）。",
            "从头核对一遍：电话、办法、日期还对不对；改好后把 date 写成今天。",
        )


@rule("page-block-empty", Severity.ADVICE, "固定页面的自动名单没有内容")
def page_block_empty(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """A list that a page promises needs a setting or a register that says what is in it."""
    for page in catalogue.of(Kind.PAGE):
        if page.meta.draft:
            continue
        for index, block in enumerate(page.meta.shows):
            if why := _nothing_in(block, catalogue):
                yield Finding(page.path, ("shows", index), *why)


def _nothing_in(block: PageBlock, catalogue: Catalogue) -> tuple[str, str] | None:
    if block is PageBlock.PRESS and not catalogue.settings.press_phone:
        return (
            "这里要显示媒体联系电话，可是设置里没有。",
            "在 content/settings.yaml 里写 press_phone: 办公电话；没有就从 shows 里去掉 press。",
        )
    organisations = catalogue.vocabularies.organisation.values()
    if block is PageBlock.ORGANISATIONS and not any(each.keeps_records or each.certifies for each in organisations):
        return (
            "这里要列出记录时长、出具证明的单位，可是名录里一个也没有写明。",
            "在 content/organisations.yaml 里给这些单位加一行 keeps_records: true 或 certifies: true。",
        )
    return None
