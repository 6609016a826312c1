"""``mkdocs build`` and ``mkdocs serve``: people will type them, and they take the same path."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from sites.site import Site, process_environment

BUS = "stories/2026/night-bus/index.md"


@pytest.fixture(scope="module")
def built() -> Iterator[Site]:
    """The mini project with its day pinned, as ``mkdocs`` takes no ``--today``, built once."""
    with tempfile.TemporaryDirectory(prefix="zoujin-") as folder:
        site = Site.mini(Path(folder) / "built")
        site.edit("content/settings.yaml", "page_size: 5", "page_size: 5\ntoday: 2026-03-12")
        yield site.build()


@pytest.fixture
def site(built: Site, tmp_path: Path) -> Site:
    """The same sources; only compiled templates are there already."""
    site = Site.from_dir(built.root, tmp_path / "p")
    shutil.copytree(built.cache / "templates", site.cache / "templates")
    return site


@pytest.mark.slow
@pytest.mark.parametrize("arguments", [(), ("--strict",), ("-d", "elsewhere"), ("--clean", "-q")])
def test_mkdocs_build_gives_the_same_bytes(built: Site, site: Site, arguments: tuple[str, ...]) -> None:
    done = site.mkdocs("build", *arguments)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert site.files(site.root / ("elsewhere" if "-d" in arguments else "site")) == built.files()
    assert site.public.exists() == ("-d" not in arguments)
    again = site.mkdocs("build", *arguments)
    assert again.returncode == 0, again.stderr
    assert site.files(site.root / ("elsewhere" if "-d" in arguments else "site")) == built.files()


def test_mkdocs_and_zoujin_take_turns(built: Site, site: Site) -> None:
    site.build()
    site.edit(BUS, "先喝半杯", "先喝一杯")
    assert site.mkdocs("build").returncode == 0
    assert "先喝一杯" in site.page("stories/2026/night-bus/index.html")
    assert site.build().done.unchanged
    assert site.edit(BUS, "先喝一杯", "先喝半杯").build().files() == built.files()


@pytest.mark.slow
def test_mkdocs_build_with_errors_in_the_content(site: Site) -> None:
    site.build()
    before = site.files()
    site.edit(BUS, "into: community", "into: nowhere")
    for arguments in ((), ("--strict",)):
        done = site.mkdocs("build", *arguments)
        assert done.returncode == 1
        assert f"{BUS}:5:" in done.stderr
        assert "schema-value" in done.stderr
        assert "处错误，先改好再生成" in done.stderr
        assert "Traceback" not in done.stderr
        assert site.files() == before
        assert site.left_over() == []


@pytest.mark.slow
def test_mkdocs_serve_shows_an_edit(site: Site) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = site.root.parent / "log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"],
            cwd=site.root,
            env=process_environment(),
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:

        def shown(text: str) -> bool:
            deadline = time.monotonic() + 60
            while time.monotonic() < deadline and process.poll() is None:
                try:
                    address = f"http://127.0.0.1:{port}/stories/2026/night-bus/"
                    with urllib.request.urlopen(address, timeout=30) as answer:
                        if text in answer.read().decode():
                            return True
                except OSError:
                    pass
                time.sleep(0.1)
            return False

        assert shown("先喝半杯"), log.read_text()
        site.edit(BUS, "先喝半杯", "先喝一杯")
        assert shown("先喝一杯"), log.read_text()
        site.edit(BUS, "into: community", "into: nowhere")
        time.sleep(2)  # MkDocs answers nothing until the error is mended
        assert process.poll() is None
        assert "schema-value" in log.read_text()
        site.edit(BUS, "into: nowhere", "into: family").edit(BUS, "先喝一杯", "先喝三杯")
        assert shown("先喝三杯"), log.read_text()
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
    assert not site.public.exists(), "what is served is not the published site"
