"""The last line of defence: whatever the steps before it did, only this markup is printed."""

from __future__ import annotations

import nh3

from .destinations import INTERNAL_SCHEME

INLINE_TAGS = frozenset({"br", "sub", "sup", "ruby", "rt", "rp", "u", "mark", "small", "kbd"})
"""HTML an editor may write, without attributes."""

TAGS = INLINE_TAGS | {
    "a", "blockquote", "code", "del", "div", "em", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre",
    "section", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip

ATTRIBUTES = {
    "a": {"href", "rel", "id", "aria-label"},
    "div": {"role", "tabindex", "aria-label"},
    "section": {"aria-label"},
    "li": {"id"},
    "ol": {"start"},
    "th": {"scope"},
} | {f"h{level}": {"id"} for level in range(2, 7)}

CLASSES = {
    "a": {"footnote-back"},
    "div": {"table-scroll"},
    "section": {"footnotes"},
    "sup": {"footnote-ref"},
    "td": {"align-center", "align-right"},
    "th": {"align-center", "align-right"},
}

SCHEMES = {"http", "https", "mailto", "tel", INTERNAL_SCHEME}


def _only_footnotes(address: str) -> str | None:
    """Relative addresses are all ours to make, and we make none but those between footnotes."""
    return address if address.startswith("#fn") else None


_CLEANER = nh3.Cleaner(
    tags=TAGS,
    attributes=ATTRIBUTES,
    allowed_classes=CLASSES,
    url_schemes=SCHEMES,
    url_relative=_only_footnotes,
    link_rel=None,
)


def clean(html: str) -> str:
    """The HTML with nothing in it but the tags, attributes, classes and schemes above, well nested."""
    return _CLEANER.clean(html)


def escape(text: str) -> str:
    """Text made fit for HTML, also inside a double-quoted attribute."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    if '"' in text:
        text = text.replace('"', "&quot;")
    return text
