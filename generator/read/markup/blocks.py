"""Paragraphs, headings, lists, quotations, tables and code."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import comrak

from generator.model.body import Flaw, Heading

from .anchors import Anchors
from .cards import Cards
from .directives import fence_number, put_back
from .inlines import Inlines, TooNestedError
from .limits import MOST_NESTED
from .metadata_lines import is_metadata
from .nodes import value_of
from .noise import tidy
from .sanitise import escape
from .sheet import Sheet
from .tags import shorten, tags

_PICTURE_LINE = (comrak.Image, comrak.SoftBreak, comrak.LineBreak)
_INDENT = ("\u3000", "\u2003", "\xa0")
"""Blanks with which a pasted paragraph begins."""


class Blocks:
    """Writes block nodes onto a sheet."""

    def __init__(self, sheet: Sheet, inlines: Inlines) -> None:
        self._sheet = sheet
        self._inlines = inlines
        self._anchors = Anchors()
        self._cards = Cards(sheet, inlines, self._plainly)
        self.notes: list[comrak.AstNode] = []
        """Footnotes met so far, which are printed at the end."""
        self._write: dict[type, Callable[[comrak.AstNode], None]] = {
            comrak.Paragraph: self._paragraph,
            comrak.Heading: self._heading,
            comrak.List: self._list,
            comrak.BlockQuote: self._quotation,
            comrak.Table: self._table,
            comrak.CodeBlock: self._code,
            comrak.ThematicBreak: self._rule,
            comrak.HtmlBlock: self._html,
            comrak.FootnoteDefinition: self._note,
        }

    def write(self, nodes: Sequence[comrak.AstNode]) -> None:
        """Write nodes that stand in one place; directives among them are carried out."""
        sheet = self._sheet
        sheet.levels += 1
        if sheet.levels > MOST_NESTED:
            raise TooNestedError
        if sheet.fences:
            self._cards.write(nodes)
        else:
            self._plainly(nodes)
        sheet.levels -= 1

    def _plainly(self, nodes: Sequence[comrak.AstNode]) -> None:
        for node in nodes:
            self._write[type(node.node_value)](node)

    def _paragraph(self, node: comrak.AstNode) -> None:
        children = node.children
        self._blame_metadata(node, children)
        kinds = [type(child.node_value) for child in children]
        if comrak.Image in kinds and all(kind in _PICTURE_LINE for kind in kinds):
            for child in children:
                if isinstance(child.node_value, comrak.Image):
                    self._inlines.picture(child, inline=False)
            self._sheet.end_line()
            return
        start = 0
        if comrak.SoftBreak in kinds:
            # Text pasted from a word processor: no empty lines, each paragraph indented by full-width blanks.
            for number, child in enumerate(children[:-1]):
                if isinstance(child.node_value, comrak.SoftBreak):
                    value = children[number + 1].node_value
                    if isinstance(value, comrak.Text) and value.value.startswith(_INDENT):
                        self._one_paragraph(children[start:number])
                        start = number + 1
        self._one_paragraph(children[start:])

    def _blame_metadata(self, node: comrak.AstNode, children: Sequence[comrak.AstNode]) -> None:
        if is_metadata(children):
            first = children[0].node_value
            assert isinstance(first, comrak.Text)
            self._sheet.blame(Flaw.FRONT_MATTER, shorten(first.value), self._sheet.mark(node))

    def _one_paragraph(self, children: Sequence[comrak.AstNode]) -> None:
        self._sheet.begin_with(self._element("<p>", children, "</p>\n"))

    def _element(self, opening: str, children: Sequence[comrak.AstNode], closing: str) -> str:
        """Write inline nodes in an element, unless nothing of them is visible; return their plain text."""
        sheet = self._sheet
        out = sheet.html
        start, placed = len(out), sheet.placed
        out.append(opening)
        self._inlines.write(children)
        out.append(closing)
        line = sheet.end_line()
        if not line and sheet.placed == placed:
            del out[start:]
        return line

    def _heading(self, node: comrak.AstNode) -> None:
        sheet = self._sheet
        level = value_of(node).level
        self._blame_metadata(node, node.children)
        # The page's title is its only first-level heading; the outline keeps what was written, for the rules.
        name = f"h{max(level, 2)}"
        at = len(sheet.html)
        text = self._element(f"<{name}>", node.children, f"</{name}>\n")
        anchor = self._anchors.name(text) if text else ""
        if anchor:
            sheet.html[at] = f'<{name} id="{escape(anchor)}">'
        sheet.headings.append(Heading(level, text, anchor, sheet.mark(node)))

    def _list(self, node: comrak.AstNode) -> None:
        sheet = self._sheet
        out = sheet.html
        value = value_of(node)
        name = "ul" if value.list_type == comrak.ListType.Bullet else "ol"
        out.append(f'<ol start="{value.start}">\n' if name == "ol" and value.start != 1 else f"<{name}>\n")
        for item in node.children:
            out.append("<li>")
            children = item.children
            if value.tight and len(children) == 1 and isinstance(children[0].node_value, comrak.Paragraph):
                self._tight(children[0])
            elif value.tight:
                self._tight_blocks(children)
            else:
                self.write(children)
            out.append("</li>\n")
        out.append(f"</{name}>\n")

    def _tight(self, paragraph: comrak.AstNode) -> None:
        children = paragraph.children
        if len(children) == 1 and isinstance(children[0].node_value, comrak.Image):
            self._inlines.picture(children[0], inline=False)
            self._sheet.end_line()
        else:
            self._sheet.begin_with(self._element("", children, ""))

    def _tight_blocks(self, children: Sequence[comrak.AstNode]) -> None:
        if children and isinstance(children[0].node_value, comrak.Paragraph):
            self._tight(children[0])
            self._sheet.html.append("\n")
            children = children[1:]
        self.write(children)

    def _quotation(self, node: comrak.AstNode) -> None:
        self._sheet.html.append("<blockquote>\n")
        self.write(node.children)
        self._sheet.html.append("</blockquote>\n")

    def _table(self, node: comrak.AstNode) -> None:
        sheet = self._sheet
        out = sheet.html
        aligns = [_ALIGNMENT.get(str(side), "") for side in value_of(node).alignments]
        out.append('<div class="table-scroll" role="region" aria-label="表格" tabindex="0"><table>\n')
        section = ""
        for row in node.children:
            wanted = "thead" if value_of(row) else "tbody"
            if wanted != section:
                out.append(f"</{section}>\n<{wanted}>\n" if section else f"<{wanted}>\n")
                section = wanted
            cell_tag = 'th scope="col"' if wanted == "thead" else "td"
            out.append("<tr>")
            cells: list[str] = []
            for cell, align in zip(row.children, aligns, strict=False):
                out.append(f"<{cell_tag}{align}>")
                self._inlines.write(cell.children)
                out.append(f"</{cell_tag[:2]}>")
                if sheet.end_line():
                    cells.append(sheet.lines.pop())
            out.append("</tr>\n")
            if cells:
                sheet.lines.append(" ".join(cells))
        out.append(f"</{section}>\n</table></div>\n")

    def _code(self, node: comrak.AstNode) -> None:
        sheet = self._sheet
        literal = put_back(value_of(node).literal, sheet.fences)
        lines = [tidy(line) if "\t" not in line else line.replace("\t", "    ") for line in literal.split("\n")]
        if not literal.strip():
            return
        sheet.html.append(f"<pre><code>{escape(chr(10).join(lines))}</code></pre>\n")
        sheet.lines.extend(line.strip() for line in lines if line.strip())

    def _html(self, node: comrak.AstNode) -> None:
        """HTML that was not cut out before: tags that may stay, comments, or what only looks like a tag."""
        sheet = self._sheet
        literal = value_of(node).literal
        if fence_number(literal) is not None:
            return
        literal = put_back(literal, sheet.fences)
        start, placed = len(sheet.html), sheet.placed
        sheet.html.append("<p>")
        position = 0
        odd = False
        for tag in tags(literal):
            odd |= "<" in literal[position : tag.start]
            self._inlines.html_text(literal[position : tag.start])
            position = tag.end
            if tag.plain:
                self._inlines.html_tag(tag)
            elif not tag.is_comment:
                odd = True
        odd |= "<" in literal[position:]
        self._inlines.html_text(literal[position:])
        self._inlines.close_tags()
        sheet.html.append("</p>\n")
        if odd:
            sheet.blame(Flaw.RAW_HTML, shorten(literal), sheet.mark(node))
        line = sheet.end_line()
        if not line and sheet.placed == placed:
            del sheet.html[start:]
        sheet.begin_with(line)

    def _rule(self, _: comrak.AstNode) -> None:
        self._sheet.html.append("<hr>\n")

    def _note(self, node: comrak.AstNode) -> None:
        self.notes.append(node)


_ALIGNMENT = {
    str(comrak.TableAlignment.Center): ' class="align-center"',
    str(comrak.TableAlignment.Right): ' class="align-right"',
}
