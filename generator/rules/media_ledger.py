"""Rules about the ledger of what other media were given and printed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from generator.model.catalogue import Catalogue
from generator.model.diagnostic import Severity
from generator.model.kinds import Kind
from generator.model.links import linked_entry
from generator.model.media_ledger import LEDGER_FILE, Supply

from .finding import Finding
from .nearest import suggestion
from .registry import rule

GIVEN = (Kind.STORY, Kind.PROFILE, Kind.CAMPAIGN, Kind.FEATURE)
"""Kinds that are offered to the media."""


@rule("ledger-entry", Severity.ERROR, "供稿台账里的内容不存在")
def ledger_entry(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """Every line is about an entry of a kind that has a page for it."""
    for supply in catalogue.vocabularies.supply.values():
        entry = linked_entry(catalogue, supply.entry)
        if entry is not None and entry.kind in GIVEN:
            continue
        if entry is None and supply.entry in catalogue.broken:
            continue
        if entry is not None:
            message = f"“{supply.name}”记的“{supply.entry}”是{entry.kind.label}，不供给媒体。"
            hint = f"写{'、'.join(kind.label for kind in GIVEN)}的文件夹。"
        else:
            known = {each.id: each.title for kind in GIVEN for each in catalogue.of(kind)}
            message = f"“{supply.name}”记的“{supply.entry}”不存在。"
            hint = suggestion(supply.entry, known, known)
        yield Finding(LEDGER_FILE, (supply.id, "entry"), message, hint)


@rule("ledger-outcome", Severity.ERROR, "供稿台账的一条自相矛盾")
def ledger_outcome(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """What was declined was not printed, and what was not printed has no place, address or reach."""
    for supply in catalogue.vocabularies.supply.values():
        yield from _contradictions(supply)


def _contradictions(supply: Supply) -> Iterator[Finding]:
    name, published = supply.name, supply.published
    if published is None:
        for field, label in (("title", "刊登的标题"), ("place", "版面"), ("url", "网址"), ("reach", "传播量")):
            if getattr(supply, field) is not None:
                yield Finding(
                    LEDGER_FILE,
                    (supply.id, field),
                    f"“{name}”有{label}，却没有刊登日期，网站上不会显示。",
                    "已经登出来的补上 published；还没有登的删去这一行。",
                )
                return
        return
    if supply.declined:
        yield Finding(
            LEDGER_FILE,
            (supply.id, "declined"),
            f"“{name}”既写着未采用，又写着{published}刊登。",
            "登了的删去 declined，没登的删去 published。",
        )
    if supply.sent is not None and supply.sent > published:
        yield Finding(
            LEDGER_FILE,
            (supply.id, "sent"),
            f"“{name}”的供稿日期{supply.sent}比刊登日期{published}还晚。",
            "改正其中一个；媒体自己转载的不写供稿日期。",
        )
    if supply.reach is not None and supply.reach.as_of < published:
        yield Finding(
            LEDGER_FILE,
            (supply.id, "reach", "as_of"),
            f"“{name}”的传播量截至{supply.reach.as_of}，比刊登日期{published}还早。",
            "写统计这个数字的那一天。",
        )


@rule("ledger-future", Severity.WARNING, "供稿台账的日期还没有到")
def ledger_future(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """The ledger tells what happened."""
    for supply in catalogue.vocabularies.supply.values():
        days = (
            (("published",), "刊登日期", supply.published),
            (("reach", "as_of"), "传播量的截至日期", supply.reach.as_of if supply.reach else None),
        )
        for field, label, day in days:
            if day is not None and day > today:
                yield Finding(
                    LEDGER_FILE,
                    (supply.id, *field),
                    f"“{supply.name}”的{label}{day}还没有到，到那一天才会显示。",
                    "改成实际的日期；还没有登出来的先不写。",
                )
                break


@rule("ledger-twice", Severity.WARNING, "供稿台账把同一篇报道记了两次")
def ledger_twice(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """One page on the web, or one outlet's printing of one entry on one day, is counted once."""
    seen: dict[tuple[str, ...], Supply] = {}
    for supply in catalogue.vocabularies.supply.values():
        if supply.published is None:
            continue
        key = _page(supply.url) if supply.url else (supply.entry, supply.outlet, supply.published.isoformat())
        first = seen.setdefault(key, supply)
        if first is not supply:
            yield Finding(
                LEDGER_FILE,
                (supply.id, "url") if supply.url else (supply.id, "outlet"),
                f"“{supply.name}”和“{first.name}”是同一篇报道，次数和传播量会算两遍。",
                "删去其中一条。",
            )


def _page(url: str) -> tuple[str, ...]:
    parts = urlsplit(url)
    return parts.netloc.lower(), parts.path.rstrip("/"), parts.query
