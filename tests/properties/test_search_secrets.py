"""No word that is not public today is in any file of the search index, spelt out or as a term of a shard."""

from __future__ import annotations

import json
import random
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from index_files import read_places, read_shard
from reviewed_project import STORY, TEXT, Clone, new_city

from generator.search.folding import folded_character, traditional
from generator.search.terms import SINGLE, pair_hash

PAGE = """---
title: {word}题
summary: {word}摘要
date: 2026-03-01
place: about
{state}
---

一段{word}。
"""
STATION = """- id: new
  name: {word}站
  kind: community-station
  district: chengdong
  street: renmin
  area: urban
  address: {word}路1号
"""
STATES = {
    "draft": "draft: true",
    "embargoed": "embargo: 2026-03-07 08:00",
    "expired": "expires: 2026-03-06",
    "withdrawn": "withdrawn: {date: 2026-03-05, reason: 核实后另发。}",
    "public": "",
}
UNAPPROVED = ("changed", "waiting", "station")


class Index:
    """What the index of a built site holds: all that is spelt out, and the hashes of all terms."""

    def __init__(self, site: Path) -> None:
        files = {path.relative_to(site / "search").as_posix(): path for path in (site / "search").rglob("*.*")}
        self.spelt = "".join(path.read_text("utf-8") for name, path in files.items() if not name.endswith(".bin"))
        bits = json.loads(files["index.json"].read_bytes())["bits"]
        self.terms: set[int] = set()
        for folder, read in (("shards", read_shard), ("places", lambda content: [read_places(content)])):
            for name, path in files.items():
                if name.startswith(f"{folder}/"):
                    first = int(Path(name).name.partition("-")[0]) << (32 - bits)
                    parts = read(path.read_bytes())
                    self.terms.update(first | rest for part in parts for rest in part)

    def knows(self, word: str) -> bool:
        """Whether anything of a word is there: the word, a pair of its characters, one of its characters."""
        codes = [ord(folded_character(each)) for each in word]
        pairs = [*pairwise(codes), *((code, SINGLE) for code in codes)]
        first, second = (np.array(column, np.uint32) for column in zip(*pairs, strict=True))
        return any(each in self.spelt for each in word) or not self.terms.isdisjoint(pair_hash(first, second).tolist())


@pytest.fixture(scope="module")
def words() -> dict[str, str]:
    """For each state a word of characters that are nowhere else."""
    known = {*traditional(), *traditional().values()}  # the table of traditional characters is a file of the index
    rare = [sign for sign in map(chr, range(0x3400, 0x4DB6)) if sign not in known]
    signs = random.Random(21).sample(rare, 4 * (len(STATES) + len(UNAPPROVED)))
    return {name: "".join(signs[at * 4 : at * 4 + 4]) for at, name in enumerate((*STATES, *UNAPPROVED))}


@pytest.fixture(scope="module")
def city(words: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Clone:
    """A city under review with a page in each state, a story changed since it was approved, and what nobody approved yet."""
    city = new_city(tmp_path_factory.mktemp("secrets") / "city")
    for name, state in STATES.items():
        city.write(f"content/pages/about-{name}/index.md", PAGE.format(word=words[name], state=state))
    city.commit()
    city.three_levels()
    for path, word in ((STORY, words["changed"]), ("stories/2026/waiting", words["waiting"])):
        city.write(f"{path}/index.md", TEXT.replace("title: ", f"title: {word}") + f"\n又一句{word}。\n")
    city.write("content/streets.yaml", "- {id: renmin, name: 人民街道, district: chengdong}\n")
    city.write("stations.yaml", STATION.format(word=words["station"]))
    city.commit()
    return city


def known(city: Clone, words: dict[str, str], day: str) -> set[str]:
    """The states whose words the index knows that is built on a day."""
    assert city.zoujin("build", "--today", day, "--jobs", "1") == 0
    index = Index(city.root / "site")
    assert "夜班公交末站的热水" in index.spelt  # the story as it was approved
    return {name for name, word in words.items() if index.knows(word)}


@pytest.mark.slow
def test_only_public_words_are_in_the_index(city: Clone, words: dict[str, str]) -> None:
    assert known(city, words, "2026-03-06") == {"public"}
    withdrawn = PAGE.format(word=words["public"], state=STATES["withdrawn"])
    city.write("content/pages/about-public/index.md", withdrawn)
    city.commit()
    assert known(city, words, "2026-03-08") == {"embargoed"}
