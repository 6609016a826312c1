"""Who may come in: this person's browser alone, not other pages it shows, nor other users of the machine.

The address that the command prints holds a key. Whoever opens it gets two cookies that no script can read and that
no other site's page sends along: one for the desk, and one with which previews can be looked at and nothing else. Nobody
else knows the paths of either (cookies do not tell ports apart, so another server on this machine would be sent them
otherwise). What changes something needs the desk's own page as its origin and the sign that stands in its forms besides.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from hmac import compare_digest
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlsplit

HOST = "127.0.0.1"
MOST_BYTES = 256 * 1024
"""Of a form; remarks have 2,000 characters."""
MOST_SCANNED_BYTES = 30 * 1024 * 1024
"""Of a form with a scanned page."""
FORM, FORM_WITH_FILE = "application/x-www-form-urlencoded", "multipart/form-data"
_OURS = ("same-origin", "none", "")
"""What browsers say of where a request comes from (Sec-Fetch-Site): our own pages, the person herself; old ones say
nothing."""


def _secret() -> str:
    return secrets.token_urlsafe(32)


@dataclass(frozen=True)
class Doors:
    """The secrets of one desk at one port."""

    port: int
    key: str = field(default_factory=_secret, repr=False)
    place: str = field(default_factory=_secret, repr=False)
    view_place: str = field(default_factory=_secret, repr=False)
    desk_cookie: str = field(default_factory=_secret, repr=False)
    view_cookie: str = field(default_factory=_secret, repr=False)
    sign: str = field(default_factory=_secret, repr=False)

    @property
    def origin(self) -> str:
        """What the browser calls our pages' origin."""
        return f"http://{HOST}:{self.port}"

    @property
    def base(self) -> str:
        """The path under which the desk's own pages are."""
        return f"/desk-{self.place}/"

    @property
    def view_base(self) -> str:
        """The path under which previews are."""
        return f"/view-{self.view_place}/"

    def hidden(self, site_url: str | None) -> str:
        """The address of a site whose pages are all under ``view_base``."""
        parts = urlsplit(site_url or "")
        return parts._replace(path=self.view_base.rstrip("/") + (parts.path or "/")).geturl()

    @property
    def entrance(self) -> str:
        """The address to open."""
        return f"{self.origin}/open?key={self.key}"

    def cookies(self) -> list[str]:
        """The values of ``Set-Cookie`` for whoever brings the key."""
        rest = "HttpOnly; SameSite=Strict"
        return [
            f"{self._name('desk')}={self.desk_cookie}; Path={self.base}; {rest}",
            f"{self._name('view')}={self.view_cookie}; Path={self.view_base}; {rest}",
        ]

    def opens(self, key: str) -> bool:
        """Whether this is the key."""
        return _same(key, self.key)

    def why_foreign(self, headers: Mapping[str, str], *, is_entrance: bool = False) -> str:
        """Why a request is not one of this desk's pages or this person's (Chinese); "" when it is.

        A name that was made to point to this machine (DNS rebinding) shows in ``Host``.
        """
        if headers.get("Host", "") != f"{HOST}:{self.port}":
            return f"只能用 {self.origin} 这个地址访问。"
        if not is_entrance and headers.get("Sec-Fetch-Site", "") not in _OURS:
            return "这个请求是别的网页发出的，没有处理。"
        return ""

    def knows_desk(self, headers: Mapping[str, str]) -> bool:
        """Whether a request brings the desk's cookie."""
        return _same(self._sent(headers, "desk"), self.desk_cookie)

    def knows_view(self, headers: Mapping[str, str]) -> bool:
        """Whether a request brings the cookie for previews."""
        return _same(self._sent(headers, "view"), self.view_cookie)

    def why_no_post(self, headers: Mapping[str, str]) -> str:
        """Why nothing may be changed by a request, as far as its head tells (Chinese)."""
        if headers.get("Origin", "") != self.origin:
            return "这个请求不是从审稿台的页面发出的，没有处理。"
        if form_kind(headers) not in (FORM, FORM_WITH_FILE):
            return "这个请求不是审稿台的表单，没有处理。"
        return ""

    def knows_form(self, sign: str) -> bool:
        """Whether a form was made by this desk."""
        return _same(sign, self.sign)

    def _name(self, what: str) -> str:
        return f"zoujin-{what}-{self.port}"

    def _sent(self, headers: Mapping[str, str], what: str) -> str:
        try:
            found = SimpleCookie(headers.get("Cookie", "")).get(self._name(what))
        except CookieError:
            return ""
        return found.value if found else ""


def form_kind(headers: Mapping[str, str]) -> str:
    """How a form was packed."""
    return headers.get("Content-Type", "").partition(";")[0].strip().lower()


def _same(given: str, known: str) -> bool:
    return compare_digest(given.encode("utf-8", "replace"), known.encode())
