"""The review desk of one person in one working copy, served in this process and asked over real connections."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from http.client import HTTPConnection
from pathlib import Path
from time import monotonic, sleep
from urllib.parse import urlencode, urlsplit

from generator.desk.office import Office
from generator.desk.routes import Routes
from generator.desk.server import DeskServer
from generator.engine.configuration import open_configuration
from generator.engine.preview_site import PreviewSite
from generator.pipeline.progress import silent
from generator.read.theme_folder import built_in_theme

MORNING = datetime(2026, 3, 6)
"""The moment of ``--today 2026-03-06``: people at the desk and at commands work on one day."""


@dataclass(frozen=True)
class Reply:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    text: str
    cookies: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """Its words, without markup and blanks."""
        return re.sub(r"\s+", "", re.sub(r"<[^>]*>", "", self.text))


class Desk:
    """A running desk, and a browser of the one whose it is."""

    def __init__(self, root: Path, who: str, now: datetime = MORNING, key: Path | None = None) -> None:
        self.root = root
        self.now = now
        self.server = DeskServer(0)
        config = open_configuration(root / "mkdocs.yml")
        config.site_url = self.server.doors.hidden(config.site_url)
        self.office = Office(PreviewSite(config, None, lambda: self.now, silent), lambda: self.now)
        self.server.routes = self.routes = Routes(self.office, self.server.doors, built_in_theme(), who, key)
        self.doors = self.server.doors
        self._thread = threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop serving."""
        self.server.shutdown()
        self.server.server_close()
        self._thread.join()

    @property
    def cookie(self) -> str:
        """What the browser of the person sends."""
        return "; ".join(cookie.partition(";")[0] for cookie in self.doors.cookies())

    def ask(
        self, path: str, headers: Mapping[str, str] | None = None, *, method: str = "GET", body: str | bytes = ""
    ) -> Reply:
        """One request with just these headers beside ``Host``."""
        given, data = dict(headers or {}), body.encode() if isinstance(body, str) else body
        connection = HTTPConnection("127.0.0.1", self.doors.port, timeout=30)
        try:
            connection.putrequest(method, path, skip_host="Host" in given, skip_accept_encoding=True)
            if body and "Content-Length" not in given:
                given["Content-Length"] = str(len(data))
            for name, value in given.items():
                connection.putheader(name, value)
            connection.endheaders(data or None)
            answer = connection.getresponse()
            text = answer.read().decode("utf-8", "replace")
            cookies = tuple(value for name, value in answer.getheaders() if name == "Set-Cookie")
            return Reply(answer.status, dict(answer.getheaders()), text, cookies)
        finally:
            connection.close()

    def get(self, path: str = "") -> Reply:
        """A page of the desk."""
        return self.ask(self.doors.base + path, {"Cookie": self.cookie})

    def look(self, address: str, cookie: str | None = None) -> Reply:
        """A page of the preview."""
        return self.ask(self.doors.view_base + address, {"Cookie": self.cookie if cookie is None else cookie})

    def post(self, path: str, form: Mapping[str, str], **headers: str) -> Reply:
        """A form of the desk, as its own pages send it; ``headers`` replace the usual ones, "" leaves one out."""
        usual = {
            "Cookie": self.cookie,
            "Origin": self.doors.origin,
            "Content-Type": "application/x-www-form-urlencoded",
            **{name.replace("_", "-"): value for name, value in headers.items()},
        }
        body = urlencode({"sign": self.doors.sign, **form})
        sent = {name: value for name, value in usual.items() if value}
        return self.ask(self.doors.base + path, sent, method="POST", body=body)

    def post_with_file(self, path: str, form: Mapping[str, str], name: str, content: bytes) -> Reply:
        """A form with a file, as browsers pack it."""
        parts = [
            f'--x\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
            for key, value in {"sign": self.doors.sign, **form}.items()
        ]
        head = f'--x\r\nContent-Disposition: form-data; name="{name}"; filename="扫描.pdf"\r\n'
        parts.append(head.encode() + b"Content-Type: application/pdf\r\n\r\n" + content + b"\r\n--x--\r\n")
        kind = "multipart/form-data; boundary=x"
        sent = {"Cookie": self.cookie, "Origin": self.doors.origin, "Content-Type": kind}
        return self.ask(self.doors.base + path, sent, method="POST", body=b"".join(parts))

    def seen(self, entry: str) -> dict[str, str]:
        """The hidden fields of an entry's page."""
        page = self.get(f"entry/{entry}").text
        return dict(re.findall(r'<input type="hidden" name="(content|tips|entry)" value="([^"]*)">', page))

    def decide(self, entry: str, act: str, **form: str) -> Reply:
        """Look at an entry and press a button; the page that tells how it went."""
        return self.follow(self.post("decide", {**self.seen(entry), "act": act, **form}))

    def follow(self, reply: Reply, seconds: float = 60) -> Reply:
        """Wait until work is done."""
        assert reply.status == 303, reply.text
        place = urlsplit(reply.headers["Location"]).path
        until = monotonic() + seconds
        while monotonic() < until:
            page = self.ask(place, {"Cookie": self.cookie})
            if 'http-equiv="refresh"' not in page.text:
                return page
            sleep(0.05)
        raise TimeoutError(place)


@contextmanager
def desk_of(root: Path, who: str, now: datetime = MORNING, key: Path | None = None) -> Iterator[Desk]:
    """A desk while one works at it."""
    desk = Desk(root, who, now, key)
    try:
        yield desk
    finally:
        desk.close()
