"""``python -m benchmarks.search --size 1000,10000``: what the search index costs to make, and a query to ask.

Queries of twelve classes (2, 3, 4, 6 characters; rare, middling, very common) are taken from the texts
themselves. Each is asked in a fresh Chromium context, as a first query, up to its first ten verified
results: bytes are those of all files of the index, compressed as a web server would (shards and tables as they
are). Then again with everything cached, on a processor slowed four times.
"""

from __future__ import annotations

import argparse
import gzip
import random
import resource
import shutil
import statistics
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from generator.model.address import Site
from generator.pipeline.planning import plan_site
from generator.pipeline.project import Project, program_version
from generator.pipeline.search_index import SearchIndex
from generator.pipeline.survey import survey
from generator.pipeline.workers import make_executor
from generator.publish.manifest import Output

from .corpus import write_corpus
from .search_queries import query_log, rows_of

ASSETS = Path(__file__).parents[1] / "theme/assets"
SLOWER = 4

ASK = """async (query) => {
  const { Index } = await import("/search-index.js");
  const { Engine } = await import("/search-engine.js");
  window.engine = window.engine || new Engine(new Index("/search/"));
  const began = performance.now();
  const search = await window.engine.search(query, true);
  const found = await search.more(10);
  return [performance.now() - began, search.total, found.length];
}"""


@contextmanager
def serving(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Serves a folder: its address, and a list to which the path of each request is added."""
    requested: list[str] = []

    class Noted(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: Any) -> None:
            """Nothing is printed."""

        def do_GET(self) -> None:
            requested.append(self.path)
            super().do_GET()

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Noted, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}", requested
    server.shutdown()


def processor() -> float:
    """Seconds that this process and those that it waited for have taken of a processor."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def build(root: Path, target: Path, known: dict[str, str]) -> tuple[float, dict[str, str]]:
    """Processor seconds to bring the index in ``target`` up to date, and its files."""
    project = Project(root)
    project.prepare_cache()
    with make_executor(2) as executor:
        plan = plan_site(project, survey(project), datetime.fromisoformat("2026-03-12"), Site(), "", executor)
    index = SearchIndex(project.cache / "search", program_version(), plan.reading.store, lambda _: ("", ()))
    started = processor()
    live = {path: Output(digest, 0, 0) for path, digest in known.items()}
    files = index.write(plan.data, target, live, 2)
    return processor() - started, files


def sent(file: Path) -> int:
    """Bytes of a file on the wire: texts compressed, what is binary as it is."""
    content = file.read_bytes()
    return len(gzip.compress(content, 6)) if file.suffix in {".js", ".mjs", ".json", ".txt", ".html"} else len(content)


def measure(size: int, each: int) -> list[str]:
    """The lines of a report for one size."""
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").exists() else None) as folder:
        root, target = Path(folder, "project"), Path(folder, "site")
        write_corpus(root, size)
        cold, files = build(root, target, {})
        edited = sorted(root.glob("stories/*/*/index.md"))[size // 2]
        edited.write_text(edited.read_text(encoding="utf-8") + "\n又添了一句新话。\n", encoding="utf-8")
        edit, after = build(root, target, files)
        same, _ = build(root, target, after)
        sizes = {path: (target / path).stat().st_size for path in after}
        lines = [
            f"### {size:,} stories",
            "",
            (
                f"Index: {len(after):,} files; shards {_mb(sizes, '/shards/')}, places {_mb(sizes, '/places/')}, texts {_mb(sizes, '/texts/')} (not compressed), "
                f"manifest {sizes['search/index.json']:,} bytes. Making it, in processor seconds: cold {cold:.2f}, one edit {edit:.2f} "
                f"({len(after.keys() - files.keys())} files written), nothing changed {same:.2f}."
            ),
            "",
            "| characters | class | KB, median | KB, 95 % | ms slowed, median | ms slowed, 95 % | results, median |",
            "| --- | --- | ---: | ---: | ---: | ---: | ---: |",
        ]
        for script in ASSETS.glob("search-*.js"):
            shutil.copy(script, target)
        (target / "index.html").write_text("<!doctype html>")
        lines += _rows(target, query_log(rows_of(target), each, random.Random(5)))
    return lines


def _mb(sizes: dict[str, int], part: str) -> str:
    return f"{sum(size for path, size in sizes.items() if part in path) / 1e6:.1f} MB"


def _rows(target: Path, log: dict[tuple[int, str], list[str]]) -> list[str]:
    rows = []
    with serving(target) as (address, requested), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium")
        for (length, name), queries in log.items():
            kilobytes, slow, totals = [], [], []
            for query in queries:
                page = browser.new_context(base_url=address).new_page()
                page.goto("/")
                requested.clear()
                _, total, _ = page.evaluate(ASK, query)
                files = [target / path.lstrip("/") for path in requested if path.startswith("/search/")]
                kilobytes.append(sum(map(sent, files)) / 1000)
                page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
                slow.append(page.evaluate(ASK, query)[0])
                totals.append(total)
                page.context.close()
            if queries:
                rows.append(
                    f"| {length} | {name} | {statistics.median(kilobytes):.0f} | {_high(kilobytes):.0f} | "
                    f"{statistics.median(slow):.0f} | {_high(slow):.0f} | {statistics.median(totals):.0f} |"
                )
        browser.close()
    return rows


def _high(values: list[float]) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.95))]


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument("--size", default="1000,10000", help="stories (default 1000,10000)")
    parser.add_argument("--each", type=int, default=10, help="queries of each class (default 10)")
    options = parser.parse_args()
    for size in options.size.split(","):
        print("\n".join(measure(int(size), options.each)), flush=True)


if __name__ == "__main__":
    main()
