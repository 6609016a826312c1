"""What may stand in the HTML of a body, stated apart from the code that produces it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import lxml.html

from generator.model.body import Body, Figure, FigureGroup, Html, PullQuote, VideoLink

_ALLOWED = {
    "a": {"href", "rel", "id", "class", "aria-label"},
    "div": {"class", "role", "tabindex", "aria-label"},
    "section": {"class", "aria-label"},
    "li": {"id"},
    "ol": {"start"},
    "th": {"scope", "class"},
    "td": {"class"},
    "sup": {"class"},
    **{f"h{level}": {"id"} for level in range(2, 7)},
}
_BARE = {
    "p", "ul", "blockquote", "pre", "code", "table", "thead", "tbody", "tr", "em", "strong", "del", "br", "hr",
    "sub", "ruby", "rt", "rp", "u", "mark", "small", "kbd",
}  # fmt: skip
_ADDRESS = re.compile(r"https?://[^\s/]|mailto:|tel:|zoujin:(?![\\/]{2})|#fn(ref)?-[0-9-]+\Z", re.IGNORECASE)
_ID = re.compile(r"fn(ref)?-\d+(-\d+)?\Z|section|.*[^\x00-\x7f]")
_VOID = {"br", "hr"}


def safe_html(body: Body) -> list[str]:
    """Every piece of HTML that a page prints as it is; the flow of ``Html`` parts as one piece."""
    pieces = ["".join(part.html if isinstance(part, Html) else "\n" for part in body.parts)]
    for part in body.parts:
        if isinstance(part, (Figure, FigureGroup)):
            pieces.append(part.caption)
        elif isinstance(part, PullQuote):
            pieces.append(part.html)
    return pieces


def assert_harmless(body: Body) -> None:
    """Fail unless all HTML of a body is within the allow-list, balanced, and its ids are unique."""
    ids: list[str] = []
    for html in safe_html(body):
        assert_balanced(html)
        for element in lxml.html.fragment_fromstring(html, create_parent="main").iterdescendants():
            assert isinstance(element.tag, str), f"comment or instruction in {html!r}"
            assert element.tag in _BARE or element.tag in _ALLOWED, html
            assert set(element.attrib) <= _ALLOWED.get(element.tag, set()), html
            if "href" in element.attrib:
                assert _ADDRESS.match(element.attrib["href"]), html
            if "id" in element.attrib:
                assert _ID.match(element.attrib["id"]), html
                ids.append(element.attrib["id"])
    assert len(ids) == len(set(ids))
    for part in body.parts:
        if isinstance(part, Figure):
            assert not re.match(r"[a-z][a-z0-9+.-]*:|[\\/]{2}", part.file, re.IGNORECASE), part
        elif isinstance(part, VideoLink):
            assert re.match(r"https://[^\s\"<>]+\Z", part.url, re.IGNORECASE), part


def assert_balanced(html: str) -> None:
    """Fail unless every tag is closed in order."""
    parser = _Balance()
    parser.feed(html)
    parser.close()
    assert not parser.open, html


class _Balance(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open.pop() == tag
