"""Lines are added to the ledger of what other media were given and printed, and it is written for Excel."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.model.catalogue import Catalogue
from generator.model.links import linked_entry
from generator.model.media_ledger import LEDGER_FILE, Supply
from generator.model.spreadsheet import spreadsheet
from generator.model.stub import bare_row

from .new_entry import value_problems
from .refused import Refused
from .register_rows import append_row

_NUMBERED = re.compile(r"([0-9]{4})-([0-9]+)")

HEADINGS = ("编号", "内容", "标题", "媒体", "供稿日期", "结果", "刊登日期", "刊登的标题", "版面或栏目", "网址", "传播量", "截至日期", "数据来源", "备注")  # fmt: skip


def outcome(supply: Supply) -> str:
    """What became of it, in a word."""
    if supply.published is not None:
        return "已刊登"
    return "未采用" if supply.declined else "等答复"


def next_id(supplies: Mapping[str, Supply], year: int) -> str:
    """The number after the highest of a year: ``2026-0007``."""
    used = [int(found[2]) for id in supplies if (found := _NUMBERED.fullmatch(id)) and int(found[1]) == year]
    return f"{year}-{max(used, default=0) + 1:04}"


def add_supply(root: Path, values: Mapping[str, Any]) -> Path:
    """Add a line; ``values`` are texts, as they stand in the file.

    Raises:
        Refused: something in it is wrong, or the file cannot be written.
    """
    if troubles := value_problems(Supply, values, whole=True):
        raise Refused("".join(troubles))
    return append_row(root, LEDGER_FILE, lambda indent: bare_row(values, indent), values)


def ledger_rows(catalogue: Catalogue) -> list[list[str]]:
    """The whole ledger in the order of its file, under ``HEADINGS``."""
    rows = []
    for supply in catalogue.vocabularies.supply.values():
        entry, reach = linked_entry(catalogue, supply.entry), supply.reach
        rows.append(
            [
                supply.id,
                supply.entry,
                entry.title if entry else "",
                supply.outlet,
                supply.sent.isoformat() if supply.sent else "",
                outcome(supply),
                supply.published.isoformat() if supply.published else "",
                supply.title or "",
                supply.place or "",
                supply.url or "",
                str(reach.value) if reach else "",
                reach.as_of.isoformat() if reach else "",
                reach.source if reach else "",
                supply.note or "",
            ]
        )
    return rows


def ledger_csv(catalogue: Catalogue) -> str:
    """The whole ledger, notes included, for Excel."""
    return spreadsheet(HEADINGS, ledger_rows(catalogue))
