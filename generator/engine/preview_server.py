"""The preview's server: pages, files and pictures of a site in memory, and news of its editions."""

from __future__ import annotations

import json
import mimetypes
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import jinja2

from generator.model.address import output_file
from generator.render.specimens import style_pictures

from .preview_overlay import overlay
from .preview_site import PreviewSite
from .template_trouble import explain_template_error

HOST = "127.0.0.1"
OWN = "__zoujin__/"
"""Addresses of the preview itself; no entry's slug can begin with an underscore."""

POLL_SECONDS = 25
"""How long a page's question for news stays open."""


class News:
    """Tells waiting pages that there is a new edition."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._changed = threading.Condition()

    def announce(self, number: int) -> None:
        """Wake everybody up."""
        with self._changed:
            self._number = number
            self._changed.notify_all()

    def wait_after(self, number: int) -> int:
        """The current edition's number, at once when it is not ``number``, else when it changes or after a while."""
        with self._changed:
            self._changed.wait_for(lambda: self._number != number, POLL_SECONDS)
            return self._number


class PreviewServer(ThreadingHTTPServer):
    """A server whose readers come and go.

    Raises:
        OSError: the port cannot be used.
    """

    daemon_threads = True

    def __init__(self, port: int, site: PreviewSite, news: News) -> None:
        super().__init__((HOST, port), _Answer)
        self.site = site
        self.news = news

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A reader who left in the middle of an answer is no news; anything else is a fault worth seeing."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Answer(BaseHTTPRequestHandler):
    """The answer to one request."""

    server: PreviewServer
    protocol_version = "HTTP/1.1"

    def do_HEAD(self) -> None:
        """Answer without the content."""
        self.do_GET()

    def do_GET(self) -> None:
        """Answer with a page, a file, or the preview's own news; a broken template with what is wrong."""
        try:
            self._answer()
        except jinja2.TemplateError as error:
            self._send(500, "text/plain; charset=utf-8", explain_template_error(error).encode())

    def _answer(self) -> None:
        host = (self.headers.get("Host") or "").rpartition(":")[0] or self.headers.get("Host")
        if host not in (HOST, "localhost"):  # another site's name that resolves to this machine
            self._send(403, "text/plain; charset=utf-8", "只能用 127.0.0.1 或 localhost 访问。".encode())
            return
        site = self.server.site
        parts = urlsplit(self.path)
        path = unquote(parts.path)
        prefix = site.site.prefix
        if not path.startswith(prefix):
            self._redirect(prefix)
            return
        address = path.removeprefix(prefix)
        if address.startswith(OWN):
            self._own(address.removeprefix(OWN), parse_qs(parts.query))
        elif (text := site.html(address)) is not None:
            if output_file(address).endswith(".html"):
                self._page(200, address, text)
            else:
                kind = mimetypes.guess_type(address)[0] or "text/plain"
                self._send(200, f"{kind}; charset=utf-8", text.encode())
        elif (content := site.asset(address)) is not None:
            self._send(200, mimetypes.guess_type(address)[0] or "application/octet-stream", content)
        elif (file := site.file(address)) is not None:
            kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            self._send(200, kind, file.read_bytes())
        elif site.html(address + "/") is not None:
            self._redirect(f"{prefix}{address}/")
        else:
            self._page(404, "404.html", site.html("404.html") or "")

    def _own(self, name: str, query: dict[str, list[str]]) -> None:
        if name == "news":
            seen = query.get("edition", ["0"])[0]
            number = self.server.news.wait_after(int(seen) if seen.isdecimal() else 0)
            self._send(200, "application/json", json.dumps({"edition": number}).encode())
        elif name == "style/":
            self._page(200, OWN + name, self.server.site.style_page())
        elif name.startswith("style/") and (picture := style_pictures().get(name.removeprefix("style/"))):
            self._send(200, "image/svg+xml", picture.encode())
        elif name in ("preview.js", "preview.css"):
            kind = "text/javascript" if name.endswith("js") else "text/css"
            self._send(200, f"{kind}; charset=utf-8", files(__package__).joinpath(name).read_bytes())
        else:
            self._send(404, "text/plain", b"")

    def _page(self, status: int, address: str, html: str) -> None:
        site = self.server.site
        head, body_end, tail = html.rpartition("</body>")
        shown = f"{head}{overlay(site, address, site.site.prefix + OWN)}{body_end}{tail}"
        self._send(status, "text/html; charset=utf-8", shown.encode())

    def _redirect(self, target: str) -> None:
        self.send_response(302)
        self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: int, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Requests are no news to an editor."""
