"""A story's text as the HTML of a feed: plain elements, absolute addresses, nothing that needs our style sheets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from generator.model.page import View

_LINK = re.compile(r'(<a\b[^>]*?\shref=")([/#][^"]*)(?=")')
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def feed_html(parts: Iterable[dict[str, Any]], story: View, origin: str) -> str:
    """The parts of a composed text with what its page shows around it: lead picture, gallery, corrections."""
    pieces = [_figure([story["lead"]], origin)] if story["lead"] else []
    pieces += [_piece(part, origin) for part in parts]
    pieces += [_figure([picture], origin) for picture in story["gallery"]]
    if story["video"]:
        pieces.append(_linked_line("视频：", story["video"]["url"], story["video"]["name"]))
    if story["source"] and story["source"]["url"]:
        pieces.append(_linked_line("来源：", story["source"]["url"], story["source"]["name"]))
    elif story["source"]:
        pieces.append(f"<p>来源：{escape(story['source']['name'])}</p>")
    pieces += [f"<p>更正（{each['date']['text']}）：{escape(each['text'])}</p>" for each in story["corrections"]]
    return xml_text(_absolute("".join(pieces), story["url"], origin))


def xml_text(text: str) -> str:
    """``text`` without the characters that XML 1.0 cannot hold."""
    return _NOT_XML.sub("", text)


def _absolute(html: str, url: str, origin: str) -> str:
    def place(found: re.Match[str]) -> str:
        target = found[2]
        if target.startswith("//"):
            return found[0]
        return found[1] + (escape(url) if target[0] == "#" else origin) + target

    return _LINK.sub(place, html)


def _piece(part: dict[str, Any], origin: str) -> str:
    kind = part["type"]
    if kind == "html":
        return str(part["html"])
    if kind == "figure":
        if part["inline"]:
            return _image(part["picture"], origin)
        return _figure([part["picture"]], origin, part["caption"])
    if kind == "group":
        return _figure(part["pictures"], origin, part["caption"])
    if kind == "quote":
        speaker = f"<footer>——{escape(part['speaker'])}</footer>" if part["speaker"] else ""
        return f"<blockquote>{part['html']}{speaker}</blockquote>"
    if kind == "person":
        return _linked_line("人物：", part["card"]["url"], part["card"]["name"], part["card"]["one_line"])
    if kind == "station":
        return _linked_line("志愿服务站：", part["card"]["url"], part["card"]["name"], part["card"]["address"])
    return _linked_line("视频：", part["url"], part["title"] or part["url"])


def _linked_line(label: str, url: str, name: str, more: str = "") -> str:
    return f'<p>{label}<a href="{escape(url)}">{escape(name)}</a>{f"，{escape(more)}" if more else ""}</p>'


def _figure(pictures: Sequence[dict[str, Any]], origin: str, caption: str = "") -> str:
    """``caption`` is HTML; a picture's own is plain text and stands in for it. The label of AI-made content goes along."""
    own = [escape(picture["caption"]) for picture in pictures] if not caption else [caption]
    credits = dict.fromkeys(escape(picture["credit"]) for picture in pictures)
    label = "人工智能生成" if any(picture["ai"] for picture in pictures) else ""
    words = "　".join(word for word in (*own, *credits, label) if word)
    images = "".join(_image(picture, origin) for picture in pictures)
    return f"<figure>{images}{f'<figcaption>{words}</figcaption>' if words else ''}</figure>"


def _image(picture: dict[str, Any], origin: str) -> str:
    return f'<img src="{origin}{escape(picture["src"])}" alt="{escape(picture["alt"])}">'
