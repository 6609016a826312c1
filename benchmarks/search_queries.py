"""Queries to measure searches with: pieces of the texts themselves by length and frequency, and what readers type."""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

LENGTHS = (2, 3, 4, 6)
CLASSES = ("rare", "middling", "very common")
TYPED = (
    "雷锋", "学雷锋", "学雷锋活动月", "志愿者", "志愿服务", "社区", "独居老人", "义诊", "理发", "红马甲", "垃圾分类", "护河",
    "手语", "敬老院", "新时代文明实践",
)  # fmt: skip

Row = list[str]
"""A page as the index has it: address, title, summary, text and so on."""


def rows_of(target: Path) -> list[Row]:
    """All pages of an index below ``target``."""
    return [row for path in sorted(target.glob("search/texts/*.json")) for row in json.loads(path.read_bytes())]


def query_log(rows: Sequence[Row], each: int, chance: random.Random) -> dict[tuple[int, str], list[str]]:
    """For each length and class: queries in 3 to 12 texts, in 0.5 to 2 % of them, and among the hundred most frequent.

    They are drawn from pieces at random places of random texts.
    """
    runs = [found for row in rows if (found := re.findall("[\u4e00-\u9fff]+", row[3]))]
    log: dict[tuple[int, str], list[str]] = {}
    for length in LENGTHS:
        drawn = set()
        for _ in range(40_000):
            run = chance.choice(chance.choice(runs))
            at = chance.randrange(max(1, len(run) - length + 1))
            drawn.add(run[at : at + length])
        counts: Counter[str] = Counter()
        for text in runs:
            counts.update({run[at : at + length] for run in text for at in range(len(run) - length + 1)} & drawn)
        pools = (
            [query for query in counts if 3 <= counts[query] <= 12],
            [query for query in counts if 0.005 < counts[query] / len(rows) < 0.02],
            [query for query, _ in counts.most_common(100)],
        )
        for name, pool in zip(CLASSES, pools, strict=True):
            log[length, name] = chance.sample(sorted(pool), min(each, len(pool)))
    return log


def typed_by_readers(rows: Sequence[Row]) -> list[str]:
    """Words of the trade, and the names of a person, a station, a campaign and a story's title of this site."""
    names = []
    for folder in ("profiles/", "stations/", "campaigns/", "stories/"):
        found = [row[1] for row in rows if row[0].startswith(folder)]
        names += found[len(found) // 2 :][:2]
    return [*TYPED, *names]
