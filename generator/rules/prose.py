"""What of a source text is prose: the part that readers read, with everything else blanked out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from generator.model.kinds import Kind

from .lexicon import Lexicon

BLANK = "\0"
"""Stands for each character that is no prose. It is no blank, no letter and no punctuation, so no pattern runs over it."""

_PROSE_KEYS = frozenset(
    {
        *("title", "subtitle", "summary", "alt", "caption", "text", "intro", "one_line", "quotation", "theme", "note"),
        *("what", "reason", "safeguards", "audience", "ages", "skills", "speaker", "when"),
    }
)
"""Keys whose values readers read as sentences; names, addresses, numbers and references are judged by their own rules."""
_KEY = re.compile(r"(?<![\w/])([a-z_]+):(?=[ \t]|$)")
_QUOTED = re.compile(r"""^\s*(?:-\s+)?(["'])(.*)\1\s*[,}\]]*\s*$""")
_ADDRESS = r"[^\s）)>」”，。；、]+"
_HIDDEN = tuple(
    (sign, re.compile(pattern, re.DOTALL | re.MULTILINE))
    for sign, pattern in (
        ("```", r"^```.*?^```[^\n]*$"),
        ("~~~", r"^~~~.*?^~~~[^\n]*$"),
        ("`", r"`[^`\n]+`"),
        (":::", r"^[ \t]*:{3,}[ \t]*(?:(?:figures?|person|station|video)\b[^\n]*|quote\b|$)"),
        ("](", r"(?<=\])\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)"),
        ("]: ", r"^[ \t]*\[[^\]\n]+\]:[ \t]*(?=\S*[/.]\S)\S+[^\n]*$"),
        ("<", r"<!--(?:(?!<!--).)*?-->|<[a-zA-Z/][^<>\n]*>"),
        ("://", rf"https?://{_ADDRESS}"),
        ("@", r"[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9-]{1,63}\.[A-Za-z0-9.-]+"),
        ("&", r"&#?\w+;"),
        ("[^", r"\[\^[^\[\]\n]+\]:?"),
    )
)
"""What of Markdown readers do not read: a sign that must be there, and the stretch to be blanked out. No pattern looks
further than to the next sign of its own kind, so that none takes for ever."""
_NO_TEXT = re.compile(
    r"(?m)^[ \t]*#[^\n]*|(?<![\w/])(?:phone|url|sha256|file|cover|reference|number|document|code)[\"']?:[^\n,}]*"
)
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?![ \t]*(?:\n|[-*+>#]|[0-9]+[.)])|\0)[^\n]+)*")


class Place(NamedTuple):
    """Where something is wrong in a text, and what; ``start`` is an index into the whole file.

    ``instead`` is what should stand there, where that is certain whatever the sentence means.
    """

    start: int
    length: int
    message: str
    hint: str
    instead: str | None = None

    @classmethod
    def of(cls, found: re.Match[str], message: str, hint: str, group: int = 0, *, instead: str | None = None) -> Place:
        """The place of a match, or of one of its groups."""
        return cls(found.start(group), found.end(group) - found.start(group), message, hint, instead)


@dataclass(frozen=True)
class Prose:
    """A source file as rules about wording see it. ``text`` is the whole file; its metadata ends at ``body_start``."""

    text: str
    body_start: int
    kind: Kind
    meta: Any
    lexicon: Lexicon

    @cached_property
    def visible(self) -> str:
        """The text with ``BLANK`` in the place of all that is no prose; indexes are those of ``text``."""
        body = self.text[self.body_start :]
        for sign, hidden in _HIDDEN:
            if sign in body:
                body = hidden.sub(_blank, body)
        return _metadata(self.text[: self.body_start]) + body

    @cached_property
    def written(self) -> str:
        """Like ``visible``, with all values of the metadata but those that are numbers and addresses by their nature."""
        return _NO_TEXT.sub(_blank, self.text[: self.body_start]) + self.visible[self.body_start :]

    def paragraphs(self) -> Iterator[tuple[int, str]]:
        """Paragraphs of prose with the index at which each begins; items of lists and keys count as such."""
        for found in _PARAGRAPH.finditer(self.visible):
            yield found.start(), found[0]

    def sentence_around(self, start: int, end: int) -> str:
        """The sentence that holds a stretch, as far as its paragraph goes."""
        text = self.visible
        first = max(text.rfind(stop, 0, start) for stop in "。！？\n") + 1
        stops = [index for stop in "。！？\n" if (index := text.find(stop, end)) >= 0]
        return text[first : min(stops, default=len(text))]

    def paragraph_around(self, start: int, end: int) -> str:
        """The line that holds a stretch."""
        text = self.visible
        stop = text.find("\n", end)
        return text[text.rfind("\n", 0, start) + 1 : stop if stop >= 0 else len(text)]


def _blank(found: re.Match[str]) -> str:
    return "\n".join(BLANK * len(line) for line in found[0].split("\n"))


def _metadata(text: str) -> str:
    """Front matter with everything blanked out but the values of ``_PROSE_KEYS``."""
    lines, shown = [], False
    for line in text.split("\n"):
        seen, place = [], 0
        if line.lstrip().startswith("#") or line.startswith("---"):
            lines.append(BLANK * len(line))
            continue
        keys = list(_KEY.finditer(line))
        for key in keys:
            seen.append(_value(line[place : key.start()]) if shown else BLANK * (key.start() - place))
            seen.append(BLANK * (key.end() - key.start()))
            shown, place = key[1] in _PROSE_KEYS, key.end()
        seen.append(_value(line[place:]) if shown else BLANK * (len(line) - place))
        lines.append("".join(seen))
    return "\n".join(lines)


def _value(text: str) -> str:
    """A value without the quotation marks, brackets, hyphens and comments around it."""
    found = _QUOTED.match(text)
    if found:
        start, end = found.span(2)
        return BLANK * start + text[start:end] + BLANK * (len(text) - end)
    comment = text.find(" #")
    end = len(text) if comment < 0 else comment
    kept = text[:end].rstrip(" \t,}]")
    start = len(kept) - len(kept.lstrip(" \t-[{>|"))
    shown = kept[start:].replace(",", BLANK) if kept.lstrip(" \t-").startswith("[") else kept[start:]
    return BLANK * start + shown + BLANK * (len(text) - len(kept))
