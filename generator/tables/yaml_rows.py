"""A register's text with some of its rows changed: every other byte stays where it was.

Only the lines of a changed row go through ruamel, which would otherwise lay out the whole file
anew; the outcome is read again and must say exactly what was meant, or nothing is written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import yaml

from generator.model.shapes import ordered_fields
from generator.read.source import SourceText, Unreadable
from generator.read.values import read_values

from .changes import FieldChange, TableChange, changed_record
from .yaml_mapping import NotEdited, edit_mapping, row_text

_DASH = re.compile(r"( *)-( +)")
_IDLE = re.compile(r"[ \t]*(?:#[^\n]*)?\n?\Z")


def edit_rows(text: str, change: TableChange) -> str:
    """The register's text after a change; ``text`` has ``\\n`` line ends.

    Raises:
        NotEdited: it is no list with one row below the other, or the outcome would say something else.
    """
    source = SourceText(change.table.file, text)
    values = read_values(source, text)
    rows: list[Any] = values.data or []
    lines = text.splitlines(keepends=True)
    spans = _spans(values.node, lines)
    key = change.table.key
    at = {str(row.get(key)): number for number, row in enumerate(rows) if isinstance(row, dict)}
    expected = _expected(rows, change)
    order = list(ordered_fields(change.table.model))
    edits: list[tuple[int, int, list[str]]] = []
    for record in change.changed:
        start, end = spans[at[record.key]]
        edits.append((start, end, _edited(lines[start:end], record.fields, order)))
    for removed, _ in change.removed:
        start, end = spans[at[removed]]
        if end < len(lines) and not lines[end].strip():
            end += 1
        edits.append((start, end, []))
    for start, end, replacement in sorted(edits, key=lambda edit: edit[0], reverse=True):
        lines[start:end] = replacement
    edited = "".join(lines)
    if change.added:
        edited = _with_added(edited, change, text, spans)
    if not _says(edited, expected, change.table.file):
        raise NotEdited
    return edited


def _expected(rows: list[Any], change: TableChange) -> list[Any]:
    """The register's records after the change, as plain data."""
    key = change.table.key
    fields = {record.key: record.fields for record in change.changed}
    gone = {removed for removed, _ in change.removed}
    kept = [changed_record(row, fields.get(str(row[key]), ())) for row in rows if str(row.get(key)) not in gone]
    return [*kept, *(data for _, data in change.added)]


def _spans(node: yaml.Node | None, lines: list[str]) -> list[tuple[int, int]]:
    """For every row its first line and the line behind its last one; comments between rows belong to none."""
    if node is None:
        return []
    if not isinstance(node, yaml.SequenceNode) or node.flow_style:
        raise NotEdited
    starts = [item.start_mark.line for item in node.value]
    spans = []
    for number, item in enumerate(node.value):
        start = item.start_mark.line
        dash = _DASH.match(lines[start])
        if dash is None or dash.end() != item.start_mark.column:
            raise NotEdited
        end = starts[number + 1] if number + 1 < len(starts) else len(lines)
        if end <= start:
            raise NotEdited
        if item.flow_style:  # ruamel has no place for comments below a mapping in braces: they stay where they are
            end = item.end_mark.line + 1
        else:
            least = max(start, _last_line(item)) + 1
            while end > least and _is_idle(lines[end - 1], len(dash[1])):
                end -= 1
        spans.append((start, end))
    return spans


def _last_line(node: Any) -> int:
    """The line on which the last value of a mapping ends; 0 for one in many lines, which ends where its indent does."""
    while isinstance(node, yaml.CollectionNode) and node.value and not node.flow_style:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    block = isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")
    return 0 if block else int(node.end_mark.line)


def _is_idle(line: str, depth: int) -> bool:
    """Whether a line behind a row is blank, or a comment that stands no deeper than the row's dash."""
    if not line.strip():
        return True
    return bool(_IDLE.match(line)) and len(line) - len(line.lstrip(" ")) <= depth


def _edited(lines: list[str], fields: Sequence[FieldChange], order: Sequence[str]) -> list[str]:
    dash = _DASH.match(lines[0])
    assert dash is not None
    depth = dash.end()
    head = lines[0][:depth]
    inner = [lines[0][depth:], *(_dedented(line, depth) for line in lines[1:])]
    text = "".join(inner)
    edited = edit_mapping(text if text.endswith("\n") else f"{text}\n", fields, order)
    fresh = [f"{' ' * depth}{line}" if line.strip() else line for line in edited.splitlines(keepends=True)]
    fresh[0] = head + fresh[0][depth:]
    if not lines[-1].endswith("\n"):
        fresh[-1] = fresh[-1].rstrip("\n")
    return fresh


def _dedented(line: str, depth: int) -> str:
    if not line.strip():
        return "\n"
    return line[depth:] if not line[:depth].strip() else line.lstrip(" ")


def _with_added(edited: str, change: TableChange, text: str, spans: list[tuple[int, int]]) -> str:
    """New rows at the end, set apart as the rows that are there are."""
    originals = text.splitlines(keepends=True)
    dash = _DASH.match(originals[spans[0][0]]) if spans else None
    indent, gap = (dash[1], len(dash[2])) if dash else ("", 1)
    apart = any(start and not originals[start - 1].strip() for start, _ in spans[1:])
    if edited and not edited.endswith("\n"):
        edited += "\n"
    for _, record in change.added:
        if apart and edited.strip() and not edited.endswith("\n\n"):
            edited += "\n"
        for number, line in enumerate(row_text(record).splitlines()):
            lead = f"{indent}-{' ' * gap}" if number == 0 else " " * (len(indent) + 1 + gap)
            edited += f"{lead}{line}".rstrip() + "\n"
    return edited


def _says(text: str, expected: Any, file: str) -> bool:
    """Whether the text says what was meant, told as the reader reads it."""
    source = SourceText(file, text)
    try:
        values = read_values(source, text)
    except Unreadable:
        return False
    return bool(_plain(values.data or []) == _plain(expected))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return str(value).strip()
