"""``python -m benchmarks.wording FOLDER …``: what the rules about wording say of texts that nobody wrote for them.

Each ``.md`` or ``.txt`` file below the folders is one text, with or without metadata. Hits are counted by rule; with
``--show RULE`` some of them are printed in their sentences, drawn by a fixed seed, for somebody to judge. ``--words`` names
the project whose registers are used. The time is of the scan alone, in processor time a text.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.model.entries import Story
from generator.model.kinds import Kind
from generator.read.registers import read_registers
from generator.rules.all_rules import RULES
from generator.rules.lexicon import lexicon_of
from generator.rules.scanning import scan_text

_META = Story.model_validate(
    {"title": "题", "date": "2026-03-06", "into": "view", "categories": ["a"], "district": "a", "byline": "甲"}
)
_HEAD = "---\ntitle: 题\n---\n"
_AROUND = 16
"""Characters on each side of what is shown."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns 0, or 2 when there are no texts."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.wording", description="What the rules about wording find."
    )
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--words", type=Path, default=Path(), metavar="PROJECT", help="whose registers (default: here)")
    parser.add_argument(
        "--show", action="append", default=[], metavar="RULE", choices=RULES, help="print hits of a rule"
    )
    parser.add_argument("--number", type=int, default=40, help="of hits printed (default: 40)")
    options = parser.parse_args(arguments)
    texts = list(_texts(options.folders))
    if not texts:
        print("no texts")
        return 2
    lexicon = lexicon_of(read_registers(options.words.resolve()).vocabularies)
    scan_text(lexicon, *texts[0], Kind.STORY, _META)
    began = time.process_time()
    found = [scan_text(lexicon, text, start, Kind.STORY, _META) for text, start in texts]
    took = time.process_time() - began
    characters = sum(len(text) for text, _ in texts)
    print(f"{len(texts)} texts of {characters / len(texts):.0f} characters, {took / len(texts) * 1e6:.0f} µs each")
    hits: dict[str, list[str]] = defaultdict(list)
    for (text, _), spots in zip(texts, found, strict=True):
        for spot in spots:
            hits[spot.rule].append(_shown(text, spot.start, spot.length))
    for rule in sorted(hits):
        print(f"{len(hits[rule]):6}  {rule}  {RULES[rule].severity}")
    for rule in options.show:
        print(f"\n{rule}")
        drawn = random.Random(rule).sample(hits[rule], min(options.number, len(hits[rule])))
        print("\n".join(f"  {hit}" for hit in drawn))
    return 0


def _texts(folders: Sequence[Path]) -> Iterator[tuple[str, int]]:
    """Each text and where its metadata end."""
    for folder in folders:
        for path in sorted(path for path in folder.rglob("*") if path.suffix in (".md", ".txt") and path.is_file()):
            text = path.read_text("utf-8", "replace")
            end = text.find("\n---\n", 4) if text.startswith("---\n") else -1
            yield (text, end + 5) if end > 0 else (_HEAD + text, len(_HEAD))


def _shown(text: str, start: int, length: int) -> str:
    before, after = text[max(0, start - _AROUND) : start], text[start + length : start + length + _AROUND]
    return f"{before}【{text[start : start + length]}】{after}".replace("\n", "⏎")


if __name__ == "__main__":
    raise SystemExit(main())
