"""What a saved web page says of itself: title, author, who published it where and when.

WeChat's pages name the account and the address in their scripts, and the moment as seconds since 1970 (``var ct``);
other pages in ``meta`` elements (Open Graph, article) and ``time``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

from lxml import etree, html

from generator.model.fields import TIME_ZONE

from .recognise import NotReadable

MOST_BYTES = 20_000_000

_META_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([a-zA-Z0-9_-]+)", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_TOO_DEEP = "excessive depth"
_ACCOUNT = re.compile(r"var\s+nickname\s*=\s*(?:htmlDecode\()?[\"']([^\"']{1,60})[\"']")
_ADDRESS = re.compile(r"var\s+msg_link\s*=\s*(?:htmlDecode\()?[\"']([^\"']{1,500})[\"']")
_MOMENT = re.compile(r"\b(?:var\s+ct|ct|createTime|create_time)\s*[=:]\s*[\"']?([0-9]{10})\b")
_DAY = re.compile(r"\b(20[0-9]{2})[-/.年](1[0-2]|0?[1-9])[-/.月](3[01]|[12][0-9]|0?[1-9])(?![0-9])")


@dataclass(frozen=True)
class SavedPage:
    """A page as text and as a tree; ``too_deep`` when its end may be missing from the tree."""

    text: str
    root: html.HtmlElement
    too_deep: bool


@dataclass(frozen=True)
class PageFacts:
    """Each "" (or None) when the page does not say."""

    title: str
    author: str
    outlet: str
    url: str
    published: date | None


def open_page(data: bytes) -> SavedPage:
    """The page in a saved file.

    Raises:
        NotReadable: too large, or without any text.
    """
    if len(data) > MOST_BYTES:
        raise NotReadable("网页太大，不像是一篇文章。")
    text = _decode(data).replace("\0", "")
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(_XML_DECLARATION.sub("", text, count=1), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise NotReadable("网页里没有文字。在浏览器里重新打开原文，另存为“网页，全部”。") from None
    return SavedPage(text, root, any(_TOO_DEEP in str(entry.message).lower() for entry in parser.error_log))


def page_facts(page: SavedPage) -> PageFacts:
    """What it says of itself."""
    root, text = page.root, page.text
    account, address = _ACCOUNT.search(text), _ADDRESS.search(text)
    url = _first(root, "//meta[@property='og:url']/@content", "//link[@rel='canonical']/@href") or (
        address[1] if address else ""
    )
    url = url.replace("&amp;", "&").replace("\\x26amp;", "&").replace("\\x26", "&")
    return PageFacts(
        title=_first(root, "//*[@id='activity-name']", "//h1", "//meta[@property='og:title']/@content", "//title"),
        author=_first(root, "//*[@id='js_author_name']", "//meta[@name='author']/@content"),
        outlet=_first(root, "//*[@id='js_name']")
        or (account[1] if account else _first(root, "//meta[@property='og:site_name']/@content")),
        url=url if re.fullmatch(r"https?://[^\s]{1,900}", url) else "",
        published=_published(root, text),
    )


def _published(root: html.HtmlElement, text: str) -> date | None:
    said = _first(
        root,
        "//meta[@property='article:published_time']/@content",
        "//meta[translate(@name, 'PUBDATE', 'pubdate')='pubdate']/@content",
        "//meta[@itemprop='datePublished']/@content",
        "//time/@datetime",
    )
    if found := _DAY.search(said):
        return _day(found)
    if moment := _MOMENT.search(text):
        return datetime.fromtimestamp(int(moment[1]), UTC).astimezone(TIME_ZONE).date()
    shown = _DAY.search(_first(root, "//*[@id='publish_time']", "//time"))
    return _day(shown) if shown else None


def _day(found: re.Match[str]) -> date | None:
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:  # 31 February
        return None


def _first(root: html.HtmlElement, *paths: str) -> str:
    for path in paths:
        for found in root.xpath(path):
            value = found if isinstance(found, str) else found.text_content()
            if value.strip():
                return " ".join(value.split())
    return ""


def _decode(data: bytes) -> str:
    """The page's text: by its mark, as UTF-8, by what it says, else as GB 18030, in which old pages are written."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    declared = _META_CHARSET.search(data[:4096])
    name = declared[1].decode("ascii").lower() if declared else "gb18030"
    if name in ("gb2312", "gbk", "gb_2312-80"):
        name = "gb18030"
    try:
        return data.decode(name, "replace")
    except LookupError:
        return data.decode("gb18030", "replace")
