"""A city's ``tokens.css`` becomes tokens with their places."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import tinycss2

from generator.model.tokens import TOKENS_FILE, Block, Declaration, Tokens

from .source import SourceText, read_source

_CONDITIONS = {'data-scheme="dark"': "dark-switch", 'data-text="elder"': "elder"}


def read_tokens(root: Path) -> Tokens | None:
    """The project's own tokens; None when it has none and the program's hold.

    Raises:
        Unreadable: the file is there and cannot be read.
    """
    if not (root / TOKENS_FILE).is_file():
        return None
    source = read_source(root, TOKENS_FILE)
    rules = tinycss2.parse_stylesheet(source.text, skip_comments=True, skip_whitespace=True)
    return Tokens(tuple(_blocks(source, rules, frozenset())))


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
