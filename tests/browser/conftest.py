"""The sample city, built once and served, and a real browser to visit it with."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, sync_playwright
from sites.site import Site

CHROMIUM = "/usr/bin/chromium"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder drives a browser."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Requests are of no interest."""


def serve(folder: Path) -> Iterator[str]:
    """The address at which the files of ``folder`` are served while the generator is open."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()


@pytest.fixture(scope="session")
def sample_public(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder with the sample city's public pages; the workers of one run share it."""
    folder = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        folder = folder.parent
    done = folder / "sample-built"
    with FileLock(folder / "sample-lock"):
        city = Site(folder / "sample") if done.exists() else Site.sample(folder / "sample").build()
        done.touch()
    return city.public


@pytest.fixture(scope="session")
def sample_site(sample_public: Path) -> Iterator[str]:
    """The address of the sample city."""
    yield from serve(sample_public)


@pytest.fixture(scope="session")
def serving() -> Iterator[Callable[[Path], str]]:
    """A function that serves a folder until all tests are over and gives its address."""
    with ExitStack() as open_servers:
        yield lambda folder: open_servers.enter_context(contextmanager(serve)(folder))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests; each takes a context of its own."""
    if not Path(CHROMIUM).exists():
        pytest.skip("no Chromium at /usr/bin/chromium")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM)
        yield found
        found.close()
