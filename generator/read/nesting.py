"""Whether YAML nests deeper than any record does: the parser recurses in C and would take the process down."""

from __future__ import annotations

import re

import yaml

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML built without libyaml
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

MAX_NESTING = 40

_LONG_INDENT = re.compile(r"\n[ \t?:-]{40}")
"""Block nesting needs a column for every level, of blanks or of indicators."""


def too_deep(text: str) -> int | None:
    """Where ``text`` begins to nest more than ``MAX_NESTING`` deep; None when it does not or is no YAML.

    Most texts cannot nest so deeply, which three cheap looks tell. Of the others the events are
    counted, which the parser makes one after the other without recursion.
    """
    if (
        text.count("[") + text.count("{") <= MAX_NESTING
        and not _LONG_INDENT.search(text)
        and not _LONG_INDENT.match("\n" + text[:MAX_NESTING])
    ):
        return None
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_Loader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > MAX_NESTING:
                    return int(event.start_mark.index) if event.start_mark is not None else 0
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except yaml.YAMLError:
        return None
    return None
