"""An entry's Markdown becomes an outline with positions and a body of safe HTML and parts.

The steps, each a module of ``markup``: noise is removed (``manuscript``), size and depth are measured (``limits``),
directive lines become tokens (``directives``), comrak parses, blocks of foreign HTML are cut out and the rest is parsed
again (``cutting``), the tree is written out (``blocks``, ``inlines``, ``cards``, ``footnotes`` onto a ``sheet``) and
sanitised (``sanitise``).
"""

from __future__ import annotations

import comrak

from generator.model.body import EMPTY_BODY, Body, Defect, Flaw, Outline

from .markup import limits, prose
from .markup.blocks import Blocks
from .markup.cutting import cuts
from .markup.directives import replace_fences
from .markup.footnotes import write_footnotes
from .markup.inlines import Inlines, TooNestedError
from .markup.manuscript import Manuscript
from .markup.nodes import release
from .markup.sheet import Sheet

_EXTENSIONS = comrak.ExtensionOptions(table=True, footnotes=True, strikethrough=True, cjk_friendly_emphasis=True)
_MOST_PASSES = 4
"""Cutting out HTML can bring HTML to light that was inside it; what is left after this many passes is shown as text."""


def parse_body(text: str, first_line: int) -> tuple[Outline, Body]:
    """Parse the Markdown after the front matter; never raises.

    ``first_line`` is the file line (from 1) of the text's first line; all marks are places in the file. A text that
    is too large or nested too deeply gives an empty body and one defect.
    """
    manuscript = Manuscript.of(text, first_line)
    defects: list[Defect] = []
    removed: set[str] = set()
    for remaining in reversed(range(_MOST_PASSES)):
        if too_much := limits.excess(manuscript.text):
            return _refused(manuscript, too_much)
        fenced, fences = replace_fences(manuscript.text)
        root = comrak.parse_document(fenced, _EXTENSIONS)
        try:
            if remaining and "<" in manuscript.text:
                stretches, found = cuts(root, manuscript, removed)
                if stretches:
                    defects += found
                    manuscript = manuscript.without(stretches)
                    continue
            sheet = Sheet(manuscript, fences, removed)
            sheet.defects = defects
            _write(sheet, root)
            return _results(sheet)
        except TooNestedError:
            return _refused(manuscript, limits.too_nested())
        finally:
            release(root)
    raise AssertionError("the last pass cuts nothing")


def _write(sheet: Sheet, root: comrak.AstNode) -> None:
    inlines = Inlines(sheet)
    blocks = Blocks(sheet, inlines)
    blocks.write(root.children)
    if "[^" in sheet.manuscript.text:
        write_footnotes(sheet, blocks, inlines, root)


def _results(sheet: Sheet) -> tuple[Outline, Body]:
    plain = "\n".join(sheet.lines)
    defects = sorted(sheet.defects, key=lambda defect: (defect.mark.line, defect.mark.column))
    outline = Outline(
        headings=tuple(sheet.headings),
        links=tuple(sheet.links),
        pictures=tuple(sheet.pictures),
        mentions=tuple(sheet.mentions),
        defects=tuple(defects),
        characters=prose.count(plain),
        opening=sheet.opening,
    )
    return outline, Body(sheet.finished_parts(), plain)


def _refused(manuscript: Manuscript, too_much: str) -> tuple[Outline, Body]:
    return Outline(defects=(Defect(Flaw.TOO_LARGE, too_much, manuscript.mark_at(0)),)), EMPTY_BODY
