"""``python -m benchmarks.page_scores SITE``: Lighthouse (mobile) on the longest page of every kind of a built site.

Pages are served compressed, as web servers serve them. Not a test: scores depend on how busy the machine is, so the
load is noted beside them. ``--record`` writes the table into RESULTS.md.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tools.shots.page_kinds import addresses_by_kind

from . import machine, tables

HERE = Path(__file__).parent
INSTALLED = HERE / "work" / "lighthouse"
CHROMIUM = "/usr/bin/chromium"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_COMPRESSED = frozenset((".html", ".css", ".js", ".svg", ".json", ".xml"))


@dataclass(frozen=True, slots=True)
class Scores:
    """One page: scores from 0 to 100, largest paint in seconds, layout shift, bytes of a first visit, and findings."""

    kind: str
    path: str
    scores: tuple[int, ...]
    paint: float
    shift: float
    bytes: int
    requests: int
    failed: tuple[str, ...]


class _Compressing(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer with the file, compressed when it is text."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        content = path.read_bytes()
        self.send_response(200)
        self.send_header(
            "Content-Type", self.guess_type(str(path)) + ("; charset=utf-8" if path.suffix == ".html" else "")
        )
        if path.suffix in _COMPRESSED:
            content = gzip.compress(content, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "public, max-age=31536000" if "/assets/" in self.path else "no-cache")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        """Requests are of no interest."""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Compressing, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()


def install() -> Path:
    """Lighthouse's program, installed in the locked version."""
    lock, stamp = HERE / "lighthouse" / "package-lock.json", INSTALLED / "installed.json"
    if not stamp.exists() or stamp.read_bytes() != lock.read_bytes():
        INSTALLED.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copyfile(lock.parent / name, INSTALLED / name)
        subprocess.run(
            ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"],
            cwd=INSTALLED,
            check=True,
        )
        shutil.copyfile(lock, stamp)
    return INSTALLED / "node_modules" / "lighthouse" / "cli" / "index.js"


def score(program: Path, origin: str, kind: str, path: str) -> Scores:
    """Run Lighthouse once, with its phone and its slow network."""
    run = subprocess.run(
        ["node", program, origin + path, "--quiet", "--output=json", f"--only-categories={','.join(CATEGORIES)}",
         "--chrome-flags=--headless=new --no-sandbox --disable-gpu"],
        env={**os.environ, "CHROME_PATH": CHROMIUM}, capture_output=True, text=True, check=True, timeout=180,
    )  # fmt: skip
    report = json.loads(run.stdout)
    audits = report["audits"]
    categories = [report["categories"][name] for name in CATEGORIES]
    failed = sorted(
        {
            ref["id"]
            for category in categories[1:]
            for ref in category["auditRefs"]
            if ref["weight"] and audits[ref["id"]]["score"] not in (1, None)
        }
    )
    sent = audits["network-requests"]["details"]["items"]
    return Scores(
        kind,
        path,
        tuple(round(category["score"] * 100) for category in categories),
        audits["largest-contentful-paint"]["numericValue"] / 1000,
        audits["cumulative-layout-shift"]["numericValue"],
        sum(item["transferSize"] for item in sent),
        len(sent),
        tuple(failed),
    )


def table(found: Sequence[Scores]) -> str:
    """The scores as Markdown."""
    lines = [
        "| page | performance | accessibility | best practices | SEO | LCP | CLS | first visit | requests | findings |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |",
    ]
    for one in found:
        scores = " | ".join(map(str, one.scores))
        lines.append(
            f"| {one.kind} | {scores} | {one.paint:.2f} s | {one.shift:.3f} | {one.bytes / 1000:.0f} KB "
            f"| {one.requests} | {', '.join(one.failed)} |"
        )
    return "\n".join(lines)


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.page_scores", description=__doc__)
    parser.add_argument("site", type=Path, help="the built site")
    parser.add_argument("kinds", nargs="*", help="kinds of pages, all when none is named")
    parser.add_argument("--also", type=Path, help="another built site, for kinds of pages that the first has not")
    parser.add_argument("--record", metavar="TITLE", help="write the table into RESULTS.md under this title")
    options = parser.parse_args()
    program = install()
    found = []
    before = machine.load()
    known: set[str] = set()
    for site in filter(None, (options.site, options.also)):
        pages = {kind: paths[0] for kind, paths in addresses_by_kind(site).items() if kind not in known}
        known.update(pages)
        with _served(site) as origin:
            for kind, path in pages.items():
                if not options.kinds or kind in options.kinds:
                    found.append(score(program, origin, kind, path))
                    print(found[-1], f"load {machine.load():.1f}", flush=True)
    section = (
        f"{time.strftime('%Y-%m-%d')}. {machine.describe()}; load average {before:.1f} before the run, "
        f"{machine.load():.1f} after. Lighthouse 12.8.2, mobile, simulated slow 4G, text compressed with gzip; the "
        f"longest page of each kind of the sample city.\n\n{table(found)}"
    )
    print("\n" + section)
    if options.record:
        tables.record(HERE / "RESULTS.md", options.record, section)


if __name__ == "__main__":
    main()
