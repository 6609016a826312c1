"""What a template is given when its page is written: the view, and the texts that it shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.model.body import Body
from generator.model.page import Page, View

from .composition import compose
from .feed_text import feed_html
from .linked_data import linked_data


def template_values(page: Page, view: View, shared: View, read: Callable[[str], Body]) -> dict[str, Any]:
    """``view``, ``text`` (parts, of the entry whose page this is), ``texts`` (HTML, of a feed's stories) and
    ``linked_data`` (a JSON-LD document or None).

    ``shared`` is what all pages are given, ``read`` fetches the text of an entry by its id.
    """
    return {
        "view": view,
        "text": compose(read(page.body_of), view) if page.body_of else [],
        "texts": [
            feed_html(compose(read(id), story), story, view["origin"])
            for id, story in zip(page.bodies_of, view["stories"], strict=True)
        ]
        if page.bodies_of
        else [],
        "linked_data": linked_data(view, shared),
    }
