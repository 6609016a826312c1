"""Footnotes: their list at the end, and what does not match between references and notes."""

from __future__ import annotations

import re
from functools import partial

import comrak

from generator.model.body import Flaw

from .blocks import Blocks
from .inlines import Inlines
from .nodes import value_of
from .sheet import Sheet

_DEFINITION = re.compile(r"^([ \t>]*)\[\^([^\]\s]+)\]:", re.MULTILINE)
_MOST_WAYS_BACK = 20


def write_footnotes(sheet: Sheet, blocks: Blocks, inlines: Inlines, root: comrak.AstNode) -> None:
    """Write the notes that the text refers to; blame those it does not. ``root`` is the whole tree."""
    written: list[tuple[int, str]] = []
    defined: set[str] = set()
    number = 0
    # A note may refer to another one: the list grows while it is read.
    for node in blocks.notes:
        value = value_of(node)
        if not value.total_references:
            continue
        number += 1
        defined.add(_fold(value.name))
        html, lines, _ = sheet.aside(partial(blocks.write, node.children), spills=False)
        sheet.lines.extend(lines)
        written.append((number, html))
    _blame_unused(sheet, defined, root)
    if not written:
        return
    out = sheet.html
    out.append('<section class="footnotes" aria-label="注释">\n<ol>\n')
    for number, html in written:
        out.append(f'<li id="fn-{number}">')
        ways = "".join(
            f' <a href="#{name}" class="footnote-back" aria-label="返回正文">↩</a>'
            for name in inlines.references.get(number, [])[:_MOST_WAYS_BACK]
        )
        body = html.rstrip().removesuffix("</p>")
        inside = len(body) < len(html.rstrip())
        out.append(f"{body}{ways}</p></li>\n" if inside else f"{body}<p>{ways}</p></li>\n")
    out.append("</ol>\n</section>\n")


def _blame_unused(sheet: Sheet, defined: set[str], root: comrak.AstNode) -> None:
    """The parser drops a note that nothing refers to, so it is looked for in the source."""
    text = sheet.manuscript.text
    seen: set[str] = set()
    code: set[int] | None = None
    line, position = 1, 0
    for match in _DEFINITION.finditer(text):
        line += text.count("\n", position, match.start())
        position = match.start()
        name = _fold(match[2])
        twice = name in seen
        if name not in defined or twice:
            if code is None:
                code = _lines_of_code(root)
            if line in code:
                continue
            at = match.start() + len(match[1])
            flaw = Flaw.FOOTNOTE_TWICE if twice else Flaw.FOOTNOTE
            sheet.blame(flaw, match[2], sheet.manuscript.mark_at(at, len(match[2]) + 4))
        seen.add(name)


def _fold(name: str) -> str:
    return name.casefold()


def _lines_of_code(root: comrak.AstNode) -> set[int]:
    """The lines (from 1) inside blocks of code."""
    lines: set[int] = set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node.node_value, comrak.CodeBlock):
            lines.update(range(node.sourcepos.start.line, node.sourcepos.end.line + 1))
        waiting.extend(node.children)
    return lines
