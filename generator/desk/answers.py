"""What is sent back to a browser."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

HTML = "text/html; charset=utf-8"
TEXT = "text/plain; charset=utf-8"

ALWAYS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # with no-referrer, browsers hide where a form comes from, too
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
DESK_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
VIEW_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; media-src 'self'; form-action 'none'; "
    "base-uri 'none'; frame-ancestors 'self'; sandbox allow-same-origin"
)
"""Previews run no scripts, send no forms and lead nowhere: what is looked at is not trusted yet."""


@dataclass(frozen=True)
class Answer:
    """``policy`` is the Content-Security-Policy."""

    status: int
    kind: str
    content: bytes
    policy: str = DESK_POLICY
    headers: Mapping[str, str] = field(default_factory=dict)
    cookies: tuple[str, ...] = ()


def html(text: str, status: int = 200, *, policy: str = DESK_POLICY, cookies: tuple[str, ...] = ()) -> Answer:
    """A page."""
    return Answer(status, HTML, text.encode("utf-8", "replace"), policy, {}, cookies)


def plain(text: str, status: int) -> Answer:
    """A sentence for whoever came the wrong way."""
    return Answer(status, TEXT, text.encode("utf-8", "replace"))


def elsewhere(url: str) -> Answer:
    """To another page, after a form."""
    return Answer(303, TEXT, b"", DESK_POLICY, {"Location": url})
