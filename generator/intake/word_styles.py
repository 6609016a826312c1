"""What a paragraph's style says: heading, caption, list; and the numbers that Word writes by itself."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from .word_package import Element, Package, attribute, child, is_on, local

TITLE_LEVEL = 0
_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])")
_TITLES = frozenset(("title", "标题", "文章标题", "大标题", "主标题"))
_CAPTIONS = frozenset(("caption", "题注", "图注", "图片说明", "图说", "图题"))
_QUOTES = frozenset(("quote", "intense quote", "block text", "quotations", "引用", "明显引用", "块文本", "文本块"))
_DEEPEST = 20
"""Styles rest upon others; a ring among them must not hold us."""
_BODY_LEVEL = 9
"""The outline level that Word gives to running text."""
_DIGITS = "〇一二三四五六七八九"
_CHINESE = frozenset(
    ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital", "taiwaneseCounting",
     "taiwaneseCountingThousand", "chineseLegalSimplified", "koreanCounting")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """What is known of a style, itself or from those it rests upon."""

    heading: int | None = None
    caption: bool = False
    quoted: bool = False
    bold: bool = False
    italic: bool = False
    centred: bool = False
    numbering: tuple[str, int] | None = None


@dataclass(slots=True)
class Styles:
    """All styles of a document, by id."""

    _elements: dict[str, Element]
    _default: str = ""
    _looks: dict[str, Look] = field(default_factory=dict)

    def look(self, style: str) -> Look:
        """The look of a style; of ordinary text when there is no such style."""
        style = style or self._default
        if style not in self._looks:
            self._looks[style] = self._make(style)
        return self._looks[style]

    def _make(self, style: str) -> Look:
        heading: int | None = None
        caption = quoted = False
        bold: bool | None = None
        italic: bool | None = None
        justification = ""
        numbering: tuple[str, int] | None = None
        for _ in range(_DEEPEST):
            element = self._elements.get(style)
            if element is None:
                break
            name = attribute(child(element, "name"), "val").strip().lower()
            if heading is None:
                heading = _heading_by_name(name)
                if heading is None:
                    heading = outline_level(child(element, "pPr"))
            caption = caption or name in _CAPTIONS
            quoted = quoted or name in _QUOTES
            look, text = child(element, "pPr"), child(element, "rPr")
            bold = _switch(text, "b") if bold is None else bold
            italic = _switch(text, "i") if italic is None else italic
            justification = justification or attribute(child(look, "jc"), "val")
            numbering = numbering or numbering_of(look)
            style = attribute(child(element, "basedOn"), "val")
        return Look(
            heading, caption, quoted, bool(bold), bool(italic) and not quoted, justification == "center", numbering
        )


def read_styles(package: Package) -> Styles:
    """The styles of a document; none when it has none."""
    root = package.related("styles")
    elements: dict[str, Element] = {}
    default = ""
    for item in root if root is not None else ():
        if local(item) == "style":
            elements[attribute(item, "styleId")] = item
            if attribute(item, "type") == "paragraph" and attribute(item, "default") in ("1", "true"):
                default = attribute(item, "styleId")
    return Styles(elements, default)


def outline_level(look: Element | None) -> int | None:
    """A heading's level from 1 by its outline level, as WPS likes to mark headings."""
    value = attribute(child(look, "outlineLvl"), "val")
    return int(value) + 1 if value.isdecimal() and int(value) < _BODY_LEVEL else None


def numbering_of(look: Element | None) -> tuple[str, int] | None:
    """The list a paragraph belongs to and its level; "0" takes a paragraph out of its style's list."""
    numbering = child(look, "numPr")
    if numbering is None:
        return None
    level = attribute(child(numbering, "ilvl"), "val")
    return attribute(child(numbering, "numId"), "val") or "0", int(level) if level.isdecimal() else 0


def _heading_by_name(name: str) -> int | None:
    if name in _TITLES:
        return TITLE_LEVEL
    found = _HEADING.match(name)
    return int(found[1]) if found else None


def _switch(look: Element | None, name: str) -> bool | None:
    element = child(look, name)
    return None if element is None else is_on(element)


@dataclass(slots=True)
class Numbering:
    """Lists: whether a level is one with dots, and what its next number reads."""

    _levels: dict[str, dict[int, tuple[str, str, int]]]
    """By list and level: format, text with %1 …, first number."""
    _counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    def is_bullet(self, list_id: str, level: int) -> bool:
        """Whether the level has dots instead of numbers."""
        return self._levels.get(list_id, {}).get(level, ("bullet", "", 1))[0] in ("bullet", "none")

    def is_chinese(self, list_id: str, level: int) -> bool:
        """Whether the level counts 一、二、三, which Markdown cannot."""
        return self._levels.get(list_id, {}).get(level, ("", "", 1))[0] in _CHINESE

    def next(self, list_id: str, level: int) -> str:
        """The number that the next paragraph of this list shows, such as ``一、`` or ``（2）``."""
        levels, counts = self._levels.get(list_id, {}), self._counts[list_id]
        counts[level] = counts.get(level, levels.get(level, ("", "", 1))[2] - 1) + 1
        for deeper in [key for key in counts if key > level]:
            del counts[deeper]
        kind, text, _ = levels.get(level, ("decimal", "", 1))
        if kind in ("bullet", "none"):
            return ""

        def number(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            form, _, first = levels.get(at, ("decimal", "", 1))
            count = counts.get(at, first)
            return chinese_number(count) if form in _CHINESE else str(count)

        return re.sub(r"%([1-9])", number, text)


def read_numbering(package: Package) -> Numbering:
    """The lists of a document."""
    root = package.related("numbering")
    if root is None:
        return Numbering({})
    abstract = {attribute(item, "abstractNumId"): item for item in root if local(item) == "abstractNum"}
    levels: dict[str, dict[int, tuple[str, str, int]]] = {}
    for item in root:
        if local(item) != "num":
            continue
        source = abstract.get(attribute(child(item, "abstractNumId"), "val"))
        levels[attribute(item, "numId")] = (
            dict(_level(level) for level in source if local(level) == "lvl") if source is not None else {}
        )
    return Numbering(levels)


def _level(element: Element) -> tuple[int, tuple[str, str, int]]:
    at, first = attribute(element, "ilvl"), attribute(child(element, "start"), "val")
    kind, text = attribute(child(element, "numFmt"), "val"), attribute(child(element, "lvlText"), "val")
    return int(at) if at.isdecimal() else 0, (kind or "decimal", text, int(first) if first.isdecimal() else 1)


def chinese_number(number: int) -> str:
    """1 to 99 as 一 to 九十九; others in digits."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    return (_DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (_DIGITS[ones] if ones else "")
