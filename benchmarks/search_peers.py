"""``python -m benchmarks.search_peers --size 1000``: Zoujin's search beside Pagefind, Material's and MiniSearch.

All get the pages that Zoujin's index has, with the same title, summary and text. Every query is asked in Chromium through
the peer's own script, and its results are compared with a plain scan of the texts. Bytes are those of a
first query, from an empty cache up to ten results, scripts included, compressed as a web server would.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from html import escape
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from generator.search.folding import Sort, folded_character, sort_of

from . import machine
from .corpus import put, write_corpus
from .install import NODE_SEARCHES, PYTHON_SEARCHES, SEARCHES, install_searches
from .search import ASSETS, build, processor, sent, serving
from .search_queries import Row, query_log, rows_of, typed_by_readers

MKDOCS = """site_name: 河湾志愿（测速）
site_url: https://bench.example/
theme:
  name: material
  language: zh
  font: false
plugins: [{search}]
nav:
  - 首页: index.md
validation:
  nav:
    omitted_files: ignore
"""

ZOUJIN_ASK = """async ([query, most]) => {
  const { Index } = await import("/search-index.js");
  const { Engine } = await import("/search-engine.js");
  window.engine = window.engine || new Engine(new Index("/search/"));
  const search = await window.engine.search(query);
  return (await search.more(most)).map((one) => one.address);
}"""
PAGEFIND_ASK = """async ([query, most]) => {
  const pagefind = window.pagefind = window.pagefind || await import("/pagefind/pagefind.js");
  const { results } = await pagefind.search(query);
  const found = await Promise.all(results.slice(0, most).map((one) => one.data()));
  return found.map((one) => one.raw_url || one.url);
}"""
MATERIAL_ASK = """async ([query, most]) => {
  const say = (message) => new Promise((done) => {
    window.asked.onmessage = ({ data }) => done(data);
    window.asked.postMessage(message);
  });
  if (!window.asked) {
    const { config, docs } = await (await fetch("/search/search_index.json")).json();
    window.asked = new Worker("/WORKER");
    await say({ type: 0, data: { config, docs, options: {} } });
  }
  const { data } = await say({ type: 2, data: query });
  return data.items.slice(0, most).map(([first]) => first.location.split("#")[0]);
}"""
MINISEARCH_ASK = """async ([query, most]) => {
  if (!window.search) {
    const { default: MiniSearch } = await import("/minisearch.js");
    const { options } = await import("/options.mjs");
    window.search = MiniSearch.loadJSON(await (await fetch("/index.json")).text(), options());
  }
  return window.search.search(query).slice(0, most).map((one) => one.id);
}"""


@dataclass(frozen=True, slots=True)
class Contender:
    """A search that was made: what is served, how it is asked, what it cost in processor seconds.

    ``whole`` means that its first query always fetches the same files.
    """

    name: str
    site: Path
    ask: str
    seconds: float
    index: Sequence[Path]
    whole: bool = False

    @property
    def kilobytes(self) -> float:
        """The size of the index as it is sent, all of it."""
        return sum(sent(file) for file in self.index) / 1000


def _timed(act: Callable[[], object]) -> float:
    before = processor()
    act()
    return processor() - before


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def zoujin(root: Path, site: Path) -> Contender:
    """The index of a project, alone."""
    seconds, _ = build(root, site, {})
    for script in ASSETS.glob("search-*.js"):
        shutil.copy(script, site)
    return Contender("Zoujin", site, ZOUJIN_ASK, seconds, _files(site / "search"))


def pagefind(rows: Iterable[Row], site: Path) -> Contender:
    """Pages as plain HTML, and Pagefind run over them."""
    for address, title, summary, text, *_ in rows:
        lines = "".join(f"<p>{escape(line)}</p>" for line in (summary, *text.split("\n")) if line)
        head = f'<!doctype html><html lang="zh"><meta charset="utf-8"><title>{escape(title)}</title>'
        put(
            site / address / "index.html",
            f"{head}<body data-pagefind-body><h1>{escape(title)}</h1>{lines}</body></html>",
        )
    program = next(NODE_SEARCHES.glob("node_modules/@pagefind/*/bin/pagefind_extended"))
    seconds = _timed(lambda: subprocess.run([program, "--silent", "--site", site], check=True))
    return Contender("Pagefind extended", site, PAGEFIND_ASK, seconds, _files(site / "pagefind"))


def material(rows: Iterable[Row], folder: Path) -> Contender:
    """A MkDocs site with Material's search; its cost is the difference to the same build without."""
    for address, title, summary, text, *_ in rows:
        put(folder / "docs" / address / "index.md", f"# {title}\n\n{summary}\n\n" + text.replace("\n", "\n\n") + "\n")
    put(folder / "docs/index.md", "# 首页\n")

    def run(search: str) -> None:
        put(folder / "mkdocs.yml", MKDOCS.format(search=search))
        command: list[str | Path] = [PYTHON_SEARCHES / "bin/mkdocs", "build", "--quiet", "--clean"]
        subprocess.run(command, cwd=folder, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})

    without = _timed(lambda: run(""))
    seconds = _timed(lambda: run("{search: {lang: zh}}")) - without
    site = folder / "site"
    worker = next(site.glob("assets/javascripts/workers/search.*.min.js")).relative_to(site).as_posix()
    index = [site / "search/search_index.json"]
    return Contender("Material, jieba", site, MATERIAL_ASK.replace("WORKER", worker), seconds, index, whole=True)


def minisearch(rows: Sequence[Row], site: Path) -> Contender:
    """MiniSearch with the words of Intl.Segmenter, its index written as JSON."""
    put(site / "rows.json", json.dumps([row[:4] for row in rows]))
    for name in ("minisearch.mjs", "options.mjs"):
        shutil.copy(SEARCHES / name, NODE_SEARCHES)
    shutil.copy(SEARCHES / "options.mjs", site)
    shutil.copy(NODE_SEARCHES / "node_modules/minisearch/dist/es/index.js", site / "minisearch.js")
    command: list[str | Path] = ["node", NODE_SEARCHES / "minisearch.mjs", site / "rows.json", site / "index.json"]
    seconds = _timed(lambda: subprocess.run(command, check=True))
    return Contender("MiniSearch, Intl.Segmenter", site, MINISEARCH_ASK, seconds, [site / "index.json"], whole=True)


@dataclass(frozen=True, slots=True)
class Answers:
    """What a contender found: a set of addresses for each query; and kilobytes of first queries."""

    found: dict[str, set[str]]
    kilobytes: list[float]


def asked(contender: Contender, queries: Sequence[str], browser: Browser) -> Answers:
    """All answers of a contender, and what first queries fetch."""
    (contender.site / "blank.html").write_text("<!doctype html><title>.</title>")
    with serving(contender.site) as (address, requested):
        page = browser.new_page(base_url=address)
        page.goto("/blank.html")
        found = {query: {_plain(each) for each in page.evaluate(contender.ask, [query, 10**6])} for query in queries}
        page.close()
        kilobytes = []
        for query in queries[:1] if contender.whole else queries:
            page = browser.new_context(base_url=address).new_page()
            page.goto("/blank.html")
            requested.clear()
            page.evaluate(contender.ask, [query, 10])
            files = (contender.site / path.partition("?")[0].lstrip("/") for path in requested)
            kilobytes.append(sum(sent(file) for file in files if file.is_file()) / 1000)
            page.context.close()
    return Answers(found, kilobytes)


def _plain(address: str) -> str:
    return address.lstrip("/").removesuffix("index.html")


def scan(rows: Sequence[Row], queries: Iterable[str]) -> dict[str, set[str]]:
    """The pages whose title, summary or text has the query: folded, marks left out, sentences kept apart."""
    kept: dict[str, str] = {}

    def fold(text: str) -> str:
        for each in set(text) - kept.keys():
            sorts = [(one, sort_of(one)) for one in folded_character(each)]
            kept[each] = "".join("\n" if sort is Sort.END else one for one, sort in sorts if sort in (*SOLID, Sort.END))
        return "".join(kept[each] for each in text)

    texts = {row[0]: fold("\n".join(row[1:4])) for row in rows}
    parts = {query: [part for part in fold(query).split("\n") if part] for query in queries}
    return {
        query: {id for id, text in texts.items() if all(part in text for part in some)} for query, some in parts.items()
    }


SOLID = (Sort.SOLID, Sort.LETTER, Sort.DIGIT)


def line(contender: Contender, answers: Answers, truth: dict[str, set[str]], first: tuple[float, float, float]) -> str:
    """A row of the table; ``first`` are seconds, size and kilobytes that ratios are to."""
    recall = [len(answers.found[query] & right) / len(right) for query, right in truth.items() if right]
    precise = [len(each & truth[query]) / len(each) for query, each in answers.found.items() if each]
    none = sum(not answers.found[query] for query, right in truth.items() if right)
    middle, high = statistics.median(answers.kilobytes), sorted(answers.kilobytes)[int(len(answers.kilobytes) * 0.95)]
    return (
        f"| {contender.name} | {statistics.mean(recall):.1%} | {statistics.mean(precise):.1%} | {none} of {len(recall)} | "
        f"{middle:,.0f} (**{middle / first[2]:.1f}**) | {high:,.0f} | {contender.kilobytes / 1000:.1f} MB "
        f"(**{contender.kilobytes / first[1]:.2f}**) | {contender.seconds:.1f} s (**{contender.seconds / first[0]:.2f}**) |"
    )


def compare(size: int, each: int) -> list[str]:
    """The table for one size."""
    install_searches()
    lines = [
        f"### {size:,} stories",
        "",
        "| search | recall | precision | nothing found | KB of a first query, median | 95 % | index, compressed | made in, processor |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    with ExitStack() as stack:
        folder = Path(
            stack.enter_context(tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").exists() else None))
        )
        browser = stack.enter_context(sync_playwright()).chromium.launch(executable_path="/usr/bin/chromium")
        write_corpus(folder / "project", size)
        own = zoujin(folder / "project", folder / "zoujin")
        rows = rows_of(folder / "zoujin")
        log = query_log(rows, each, random.Random(7))
        queries = list(dict.fromkeys([query for some in log.values() for query in some] + typed_by_readers(rows)))
        truth = scan(rows, queries)
        first = (0.0, 0.0, 0.0)
        makers: tuple[Callable[[], Contender], ...] = (
            lambda: own,
            lambda: pagefind(rows, folder / "pagefind"),
            lambda: minisearch(rows, folder / "mini"),
            lambda: material(rows, folder / "material"),
        )
        for make in makers:
            contender = make()
            started = time.perf_counter()
            answers = asked(contender, queries, browser)
            if contender is own:
                first = (own.seconds, own.kilobytes, statistics.median(answers.kilobytes))
            lines.append(line(contender, answers, truth, first))
            print(f"{contender.name}: asked in {time.perf_counter() - started:.0f} s", flush=True)
        browser.close()
    lines += [
        "",
        f"{len(queries)} queries, {each} of each of the twelve classes and {len(typed_by_readers(rows))} as readers type.",
    ]
    return lines


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search_peers", description=__doc__)
    parser.add_argument("--size", type=int, default=1000, help="stories (default 1000)")
    parser.add_argument("--each", type=int, default=5, help="queries of each class (default 5)")
    options = parser.parse_args()
    print(f"{machine.describe()}; load average {machine.load():.1f}.\n")
    print("\n".join(compare(options.size, options.each)), flush=True)


if __name__ == "__main__":
    main()
