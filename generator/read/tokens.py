"""A city's ``tokens.css`` becomes tokens with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import tinycss2

from generator.model.tokens import TOKENS_FILE, Block, Declaration, Tokens

from .report import problem
from .source import SourceText, Unreadable, read_source

MAX_NESTING = 40
"""Brackets in each other: no colour has so many, and the parser recurses for each."""

_BRACKET = re.compile(r"[(\[{]|[)\]}]")

_CONDITIONS = {'data-scheme="dark"': "dark-switch", 'data-text="elder"': "elder"}


def read_tokens(root: Path) -> Tokens | None:
    """The project's own tokens; None when it has none and the program's hold.

    Raises:
        Unreadable: the file is there and cannot be read.
    """
    if not (root / TOKENS_FILE).is_file():
        return None
    source = read_source(root, TOKENS_FILE)
    at = _too_deep(source.text)
    if at is not None:
        message = f"括号套了 {MAX_NESTING} 层以上，看不懂。"
        raise Unreadable(
            problem(
                "file-unreadable", TOKENS_FILE, message, "多半是少了右括号：补上，或恢复上一版。", source.mark(at, 1)
            )
        )
    rules = tinycss2.parse_stylesheet(source.text, skip_comments=True, skip_whitespace=True)
    return Tokens(tuple(_blocks(source, rules, frozenset())))


def _too_deep(text: str) -> int | None:
    """Where brackets begin to nest deeper than ``MAX_NESTING``; those in strings and comments count, too."""
    depth = 0
    for bracket in _BRACKET.finditer(text):
        depth = depth + 1 if bracket[0] in "([{" else max(0, depth - 1)
        if depth > MAX_NESTING:
            return bracket.start()
    return None


def _blocks(source: SourceText, rules: list[Any], around: frozenset[str]) -> Iterator[Block]:
    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword == "media" and rule.content is not None:
            words = "".join(tinycss2.serialize(rule.prelude).split())
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            if words == "(prefers-color-scheme:dark)":
                yield from _blocks(source, inner, around | {"dark"})
        elif rule.type == "qualified-rule":
            selector = tinycss2.serialize(rule.prelude).replace("'", '"')
            own = frozenset(name for words, name in _CONDITIONS.items() if words in selector)
            yield Block(around | own, dict(_declarations(source, rule.content)))


def _declarations(source: SourceText, content: list[Any]) -> Iterator[tuple[str, Declaration]]:
    starts = [0]
    for line in source.text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    for node in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if node.type == "declaration" and node.name.startswith("--"):
            value = tinycss2.serialize(node.value).strip()
            first = next((part for part in node.value if part.type not in ("whitespace", "comment")), node)
            place = starts[first.source_line - 1] + first.source_column - 1
            yield node.name[2:], Declaration(value, source.mark(place, len(value)))
