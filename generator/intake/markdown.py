"""Blocks become Markdown in our dialect: what was text stays text, whatever signs are in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.read.markdown import parse_body

from .blocks import Block, Heading, Item, Paragraph, Run, Runs, Table, words

MOST_COLUMNS = 60
"""As the reader allows, see ``generator.read.markup.limits``."""

_ALWAYS = re.compile(r"([\\`*~\[\]])")
_UNDERSCORE = re.compile(r"(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_ENTITY = re.compile(r"&(?=[A-Za-z][A-Za-z0-9]*;|#)")
_LEADING = re.compile(r"^(#{1,6}(?=\s|$)|[-+](?=\s|$)|>|\||[:：]{3}|[-=_](?=[-=_ ]*$))")
_LEADING_NUMBER = re.compile(r"^([0-9]{1,9})([.)])(?=\s|$)")
_PICTURES = r"\u2190-\u2bff\ufe0f\U0001f000-\U0001faff"
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u2064\ufdd0-\ufdef\ufeff\ufffc\ufffe\uffff]"
    rf"|(?<![{_PICTURES}])\u200d|\u200d(?![{_PICTURES}])"  # between emoji it makes one of them: a family, a profession
)
_COLONS = re.compile("[:：]{3,}")
_SURROGATES = re.compile("[\ud800-\udfff]")
_BLANKS = re.compile(r"[ \t\xa0\u2002-\u200a\u202f\u205f\u3000]+")


def write_markdown(blocks: list[Block], files: Mapping[int, str], notes: Mapping[int, Runs]) -> str:
    """The text below the front matter.

    ``files`` gives the name of the picture at an index of ``blocks``; pictures without one are left out.
    """
    parts: list[str] = []
    previous: Block | None = None
    depths: list[int] = []
    levels: list[int] = []
    for number, block in enumerate(blocks):
        text = ""
        if isinstance(block, Heading):
            text = _heading(block, depths)
        elif isinstance(block, Paragraph):
            text = _paragraph(block)
        elif isinstance(block, Item):
            if not isinstance(previous, Item):
                levels.clear()
            text = _item(block, levels)
        elif isinstance(block, Table):
            text = _table(block)
        elif number in files:
            text = f"::: figure {files[number]}\n:::"
        if not text:
            continue
        if isinstance(block, Item) and isinstance(previous, Item):
            parts[-1] += f"\n{text}"
        elif _is_quoted(block) and _is_quoted(previous):
            parts[-1] += f"\n>\n{text}"
        else:
            parts.append(text)
        previous = block
    used = [number for number in notes if any(f"[^{number}]" in part for part in parts)]
    definitions = [f"[^{number}]: {inline(notes[number]) or '……'}" for number in used]
    return "\n\n".join([*parts, *definitions]) + "\n" if parts else ""


def _is_quoted(block: Block | None) -> bool:
    return isinstance(block, Paragraph) and block.quoted


def _heading(block: Heading, depths: list[int]) -> str:
    """A heading one level below the one that it stands under; the highest is ``##``, for the title is above them all."""
    text = plain(words(tuple(run for run in block.runs if not run.note)))
    if not text:
        return ""
    while depths and depths[-1] >= block.level:
        depths.pop()
    depths.append(block.level)
    return f"{'#' * min(len(depths) + 1, 6)} {escape(text)}"


def _paragraph(block: Paragraph) -> str:
    text = inline(block.runs)
    if block.quoted and text:
        return "\n".join(f"> {line}" for line in text.split("\n"))
    return text


def _item(block: Item, levels: list[int]) -> str:
    """A line of a list. A list cannot begin deeper than its first level, nor go down two levels at a time."""
    text = inline(tuple(run._replace(text=run.text.replace("\n", " ")) for run in block.runs))
    if not text:
        return ""
    while levels and levels[-1] >= block.level:
        levels.pop()
    levels.append(block.level)
    return f"{'    ' * (len(levels) - 1)}{'1. ' if block.ordered else '- '}{text}"


def _table(block: Table) -> str:
    rows = [[inline(cell).replace("\\\n", " ").replace("|", "\\|") for cell in row] for row in block.rows]
    rows = [row for row in rows if any(row)]
    if not rows:
        return ""
    if len(rows[0]) > MOST_COLUMNS:
        return "\n\n".join(" ".join(filter(None, row)) for row in rows)
    lines = ["| " + " | ".join(cell or " " for cell in row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]])


def inline(runs: Runs) -> str:
    """A paragraph's text with emphasis, links, line breaks and footnotes.

    Between some signs Markdown takes asterisks for text (``1*:*``): emphasis that would show them is left out.
    """
    if any(run.bold or run.italic for run in runs):
        text = tuple(run for run in runs if not run.note)
        shown = parse_body(_rendered(text), 1)[1].plain
        if _squeezed(shown) != _squeezed(plain("".join(run.text for run in text))):
            runs = tuple(run._replace(bold=False, italic=False) for run in runs)
    return _rendered(runs)


def _rendered(runs: Runs) -> str:
    lines = ["".join(_marked(run) for run in _merged(line)).strip() for line in _lines(runs)]
    return "\\\n".join(_safe_start(line) for line in lines if line)


def _squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def _lines(runs: Runs) -> Iterator[list[Run]]:
    line: list[Run] = []
    for run in runs:
        first, *others = run.text.split("\n")
        line.append(run._replace(text=first))
        for other in others:
            yield line
            line = [run._replace(text=other)]
    yield line


def _merged(runs: list[Run]) -> Iterator[Run]:
    """Neighbours of one look as one run: Word cuts text wherever somebody once paused. Looks of blanks do not count."""
    last: Run | None = None
    for run in runs:
        run = run._replace(text=plain(run.text))
        if not run.text and not run.note:
            continue
        if last is not None and not run.note and not last.note and (run[1:] == last[1:] or not run.text.strip()):
            last = last._replace(text=last.text + run.text)
            continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last


def _marked(run: Run) -> str:
    if run.note:
        return f"[^{run.note}]"
    bare = run.text.strip()
    if not bare:
        return " " if run.text else ""
    before, _, after = run.text.partition(bare)
    text = escape(bare)
    if run.href:
        address = run.href.replace("<", "%3C").replace(">", "%3E").replace(" ", "%20").replace("\n", "")
        text = f"[{text}](<{address}>)" if re.search(r"[()\\*_]", address) else f"[{text}]({address})"
    sign = "***" if run.bold and run.italic else "**" if run.bold else "*" if run.italic else ""
    return f"{before}{sign}{text}{sign}{after}"


def plain(text: str) -> str:
    """A text without signs that nobody sees; blanks of all kinds are one blank."""
    return _BLANKS.sub(" ", _SURROGATES.sub("", _UNSEEN.sub("", text)))


def escape(text: str) -> str:
    """``text`` so that no sign in it means anything in Markdown (but for the first of a line)."""
    text = text.replace("[^", "[ ^")  # with both brackets escaped the reader would miss a footnote
    text = _ALWAYS.sub(r"\\\1", text)
    text = _UNDERSCORE.sub(r"\\_", text)
    text = _ENTITY.sub(r"\\&", text)
    text = _COLONS.sub(lambda found: " ".join(found[0]), text)
    return _TAG.sub(r"\\<", text)


def _safe_start(line: str) -> str:
    line = _LEADING_NUMBER.sub(r"\1\\\2", line)
    return _LEADING.sub(r"\\\1", line)
