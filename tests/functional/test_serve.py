"""``zoujin serve``: what an editor sees while she writes."""

from __future__ import annotations

import http.client
import json
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
from sites.site import Site, process_environment

BUS = "stories/2026/night-bus/index.md"
PAGE = "/stories/2026/night-bus/"
SECONDS = 60


class Preview:
    """A running preview of a site, asked as a browser asks."""

    def __init__(self, site: Site, port: int, process: subprocess.Popen[bytes]) -> None:
        self.site = site
        self.port = port
        self.process = process

    def ask(self, path: str, method: str = "GET", host: str = "") -> tuple[int, str]:
        """Status and text of an answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=40)
        try:
            connection.request(method, path, headers={"Host": host or f"127.0.0.1:{self.port}"})
            answer = connection.getresponse()
            return answer.status, answer.read().decode("utf-8", "replace")
        finally:
            connection.close()

    def edition(self) -> int:
        """The number of the state that is shown."""
        return int(re.search(r'data-edition="(\d+)"', self.ask(PAGE)[1])[1])  # type: ignore[index]

    def shows(self, text: str, path: str = PAGE, *, gone: bool = False) -> bool:
        """Whether a page comes to show ``text``, or no more to show it when it is to be ``gone``."""
        deadline = time.monotonic() + SECONDS
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                if (text in self.ask(path)[1]) != gone:
                    return True
            except OSError:
                pass
            time.sleep(0.05)
        return False


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """One preview for all tests: it takes seconds to start."""
    place = tmp_path_factory.mktemp("preview")
    site = Site.mini(place / "p")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with (place / "log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "generator", "serve", "--port", str(port), "--today", "2026-03-12"],
            cwd=site.root,
            env=process_environment(),
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            yield Preview(site, port, process)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(20)
    said = (place / "log").read_text("utf-8")
    assert "Traceback" not in said, said


@pytest.fixture
def preview(running: Preview) -> Iterator[Preview]:
    """The preview of the project as it is at first; what a test changes in the story is undone."""
    text = (running.site.root / BUS).read_bytes()
    assert running.shows("先喝半杯")
    yield running
    if (running.site.root / BUS).read_bytes() != text:
        edition = running.edition()
        running.site.write(BUS, text)
        running.ask(f"/__zoujin__/news?edition={edition}")  # answered when it is shown


def test_an_edit_is_shown_and_announced(preview: Preview) -> None:
    edition = preview.edition()
    preview.site.edit(BUS, "先喝半杯", "先喝一杯")
    news = json.loads(preview.ask(f"/__zoujin__/news?edition={edition}")[1])
    assert news["edition"] > edition
    assert preview.shows("先喝一杯")
    assert not preview.site.public.exists(), "a preview publishes nothing"


def test_a_broken_entry_keeps_its_last_good_page(preview: Preview) -> None:
    preview.site.edit(BUS, "into: community", "into: nowhere")
    assert preview.shows("上一次正确的样子")
    status, page = preview.ask(PAGE)
    assert status == 200
    assert "先喝半杯" in page
    assert f"{BUS}:" in page, "the problem is shown with its file and line"
    preview.site.edit(BUS, "into: nowhere", "into: community")
    assert preview.shows("上一次正确的样子", gone=True)
    assert "先喝半杯" in preview.ask(PAGE)[1]


def test_drafts_are_shown_with_their_state(preview: Preview) -> None:
    preview.site.front(BUS, "draft: true")
    assert preview.shows("草稿，公开网站上看不到")


def test_what_is_answered(preview: Preview) -> None:
    assert preview.ask("/nowhere/")[0] == 404
    assert preview.ask("/stories/2026/night-bus")[0] == 302
    assert preview.ask("/../../etc/passwd")[0] in (302, 404)
    assert preview.ask("/mkdocs.yml")[0] == 404
    assert preview.ask(PAGE, "HEAD") == (200, "")
    assert preview.ask(PAGE, host="evil.example")[0] == 403
    assert preview.ask(PAGE, host=f"localhost:{preview.port}")[0] == 200
    style = re.search(r'href="(/assets/[^"]+site\.css)"', preview.ask(PAGE)[1])
    assert style is not None
    assert preview.ask(style[1])[0] == 200


def test_the_preview_can_be_searched(preview: Preview) -> None:
    assert preview.ask("/search/")[0] == 200
    assert preview.ask("/search/index.json")[0] == 200
    assert preview.ask("/search/nothing.json")[0] == 404
    assert not (preview.site.root / "site/search").exists()
