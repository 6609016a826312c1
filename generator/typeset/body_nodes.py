"""An entry's text as a tree that a template can walk: every node is a string, or ``{"t": tag, "c": children}``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeGuard

from lxml import etree, html

from generator.model.body import Body, BodyPart, Html

Node = str | dict[str, Any]
ShowPart = Callable[[BodyPart], Node]
"""What stands for a part that is no HTML: a picture, a card, a quotation."""

_ATTRIBUTES = ("href", "start", "class")
_DROPPED = frozenset({"footnote-back"})
_HOLDERS = frozenset({"div", "section", "ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tr"})
"""Elements in which line breaks between children are nothing but the source's."""


def body_nodes(body: Body, show: ShowPart) -> list[Node]:
    """The whole text in order. A part in the middle of a paragraph stands there."""
    parts = {str(number): part for number, part in enumerate(body.parts)}
    marked = "".join(
        part.html if isinstance(part, Html) else f'<span data-part="{number}"></span>' for number, part in parts.items()
    )
    return html_nodes(marked, lambda number: show(parts[number]))


def html_nodes(text: str, part: Callable[[str], Node] = str) -> list[Node]:
    """Safe HTML as nodes."""
    if not text.strip():
        return []
    root = html.fragment_fromstring(text, create_parent="div")
    return _children(root, part)


def _children(element: etree._Element, part: Callable[[str], Node]) -> list[Node]:
    holds = element.tag in _HOLDERS
    found: list[Node] = [element.text] if _counts(element.text, holds) else []
    for child in element:
        if isinstance(child.tag, str) and child.get("class") not in _DROPPED:
            found.append(_node(child, part))
        if _counts(child.tail, holds):
            found.append(child.tail)
    return found


def _counts(text: str | None, holds: bool) -> TypeGuard[str]:
    return bool(text) and not (holds and "\n" in str(text) and not str(text).strip())


def _node(element: etree._Element, part: Callable[[str], Node]) -> Node:
    number = element.get("data-part")
    if number is not None:
        return part(number)
    node: dict[str, Any] = {"t": element.tag, "c": _children(element, part)}
    return node | {name: value for name in _ATTRIBUTES if (value := element.get(name))}
