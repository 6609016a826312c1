"""The search engine in a real browser against a plain scan of all texts."""

from __future__ import annotations

import random
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

UNIT = Path(__file__).parents[1] / "unit"
sys.path += [str(UNIT), str(UNIT / "search")]
from builders import City  # noqa: E402
from index_desk import folded, holds, index_city  # noqa: E402

ASSETS = Path(__file__).parents[2] / "theme/assets"

CHARACTERS = (
    "学雷锋志愿服务站月光河队老人热水修伞的了在人有一二三" + "學雷鋒誌願服務" + "𠮷𨋢龘䶮" + "🙂👩\u200d⚕\ufe0f🇨🇳"
)
SHOWN = ("青河区", "走进社区", "邻里互助")
"""What a page shows of each of these stories."""
MARKS = "，。！？、；：“”《》（）——……·,.!?-:/ 　\n"
WORDS = (
    "AED",
    "aed",
    "volunteer",
    "Work",
    "ＣＰＲ",
    "2026",
    "24",
    "3.5",
    "１２３",
    "①",
    "㎡",
    "e\u0301t\u00e9",
    "Ω",
    "G15",
    "a-b",
)

SEARCH = """async ([queries, synonyms, sieved = false]) => {
  const { Index } = await import("/search-index.js");
  const { Engine } = await import("/search-engine.js");
  window.engine = window.engine || new Engine(new Index("/search/"));
  const found = [];
  for (const query of queries) {
    const search = await window.engine.search(query, synonyms);
    if (sieved) await search.sieve();
    const sifted = search.gone.size;
    const results = [];
    for (let more; (more = await search.more(7)).length;) results.push(...more);
    found.push({ order: results.map((one) => one.address), total: search.total, left: search.left, sifted,
      shown: results.map((one) => [one.title, one.titleMarks, one.passage, one.passageMarks]) });
  }
  return found;
}"""


def generated(chance: random.Random, length: int) -> str:
    """A text in which characters, words and marks of all kinds follow each other."""
    pieces = []
    for _ in range(length):
        kind = chance.random()
        if kind < 0.78:
            pieces.append(CHARACTERS[int(len(CHARACTERS) * chance.random() ** 3)])  # some pairs are in most texts
        elif kind < 0.9:
            pieces.append(chance.choice(MARKS))
        else:
            pieces.append(chance.choice(WORDS))
    return "".join(pieces)


class Corpus:
    """A city of generated texts, with what a plain scan finds in it."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.public = folder / "site"
        chance = random.Random(seed)
        city = City()
        texts: dict[str, str] = {}
        self.fields: dict[str, list[str]] = {}
        for number in range(60):
            title = f"题{generated(chance, 8).strip()}".replace("\n", "")
            summary = generated(chance, 12).replace("\n", " ").strip() if number % 3 else ""
            text = generated(chance, chance.choice((5, 60, 160)))
            slug = f"s-{number}"
            day = number % 28 + 1
            city.story(slug, title=title, summary=summary or None, date=f"2025-01-{day:02d}", byline="陈一舟")
            texts[f"stories/2026/{slug}"] = text
            self.fields[f"stories/2026/{slug}/"] = [
                title,
                summary,
                "\n".join((text, "陈一舟", f"2025年1月{day}日", *SHOWN)),
            ]
        index_city(city, texts, folder)
        self.searched = {id: [folded(field) for field in fields] for id, fields in self.fields.items()}
        self.sources = [field for fields in self.fields.values() for field in fields if field]

    def scan(self, query: str) -> set[str]:
        """Every page that holds all words of a query."""
        words = [word for part in query.split() for word in folded(part).split("\n") if word]
        if not words:
            return set()
        return {
            id
            for id, fields in self.searched.items()
            if all(any(holds(field, word) for field in fields) for word in words)
        }

    def query(self, chance: random.Random) -> str:
        """A piece of some text, or what is nearly one, or two of them."""
        source = chance.choice(self.sources)
        at = chance.randrange(len(source))
        piece = source[at : at + chance.choice((1, 2, 2, 3, 4, 6, 8, 12))]
        kind = chance.random()
        if kind < 0.15:
            piece = piece[::-1]
        elif kind < 0.3:
            piece = piece[: len(piece) // 2] + chance.choice(CHARACTERS) + piece[len(piece) // 2 :]
        elif kind < 0.45:
            piece = f"{piece} {chance.choice(self.sources)[:3]}"
        return piece.replace('"', "").replace("“", "").replace("”", "")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("engine")
    (folder / "site").mkdir()
    made = Corpus(11, folder)
    for script in ASSETS.glob("search-*.js"):
        shutil.copy(script, folder / "site")
    (folder / "site/blank.html").write_text("<!doctype html><title>空</title>")
    return made


@pytest.fixture(scope="module")
def page(browser: Browser, corpus: Corpus, serving: Callable[[Path], str]) -> Iterator[Page]:
    context = browser.new_context(base_url=serving(corpus.public))
    found = context.new_page()
    found.goto("/blank.html")
    yield found
    context.close()


def ask(page: Page, queries: list[str], synonyms: bool = False, sieved: bool = False) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate(SEARCH, [queries, synonyms, sieved])
    return found


@pytest.mark.parametrize("sieved", [False, True])
def test_exactly_the_pages_with_the_query_are_found(page: Page, corpus: Corpus, sieved: bool) -> None:
    chance = random.Random(12 + sieved)
    queries = [corpus.query(chance) for _ in range(1500)]
    wrong = []
    some = sifted = 0
    for query, answer in zip(queries, ask(page, queries, sieved=sieved), strict=True):
        # Letters alone also find titles by their pinyin; those come besides.
        expected, found = corpus.scan(query), set(answer["order"])
        some += bool(expected)
        sifted += answer["sifted"]
        if len(found) != len(answer["order"]) or answer["left"] or answer["total"] != len(found):
            wrong.append((query, "count", answer))
        elif found != expected and not (folded(query).isascii() and expected < found):
            wrong.append((query, expected - found, found - expected))
    assert not wrong[:3]
    assert some > 750
    assert (sifted > 100) is sieved


def test_marks_stand_on_what_was_looked_for(page: Page, corpus: Corpus) -> None:
    chance = random.Random(13)
    queries = [
        query for query in (corpus.query(chance) for _ in range(300)) if query.split() == [query] and folded(query)
    ]
    for query, answer in zip(queries, ask(page, queries), strict=True):
        words = {word for word in folded(query).split("\n") if word}
        for title, title_marks, passage, passage_marks in answer["shown"]:
            for text, marks in ((title, title_marks), (passage, passage_marks)):
                units = text.encode("utf-16-le")
                for begin, end in marks:
                    marked = units[2 * begin : 2 * end].decode("utf-16-le")
                    assert any(word in folded(marked) for word in words), (query, text, marked)


def test_titles_come_before_summaries_before_texts_and_newer_before_older(page: Page, corpus: Corpus) -> None:
    for query in ("雷锋", "志愿", "月光", "人", "的"):
        word = folded(query)
        (answer,) = ask(page, [query])
        places = [
            next(place for place, field in enumerate(corpus.searched[id]) if holds(field, word))
            for id in answer["order"]
        ]
        assert places == sorted(places), query


@pytest.mark.parametrize(
    "query",
    [
        "", "   ", "“”", "。。。", ".*", "[", "\\", "$&", "(?=x)", "<img src=x onerror=alert(1)>", "__proto__", "constructor",
        "\ud800", "雷\udc00锋", "人" * 10_000, "🙂" * 500, "\u200d\ufe0f", "%00", "龘䶮𠮷", "a" * 3000,
    ],
)  # fmt: skip
def test_strange_queries_are_answered_by_the_same_rules(page: Page, corpus: Corpus, query: str) -> None:
    written = query.encode("utf-16-le", "surrogatepass")  # no other way takes half characters into the browser
    units = [int.from_bytes(written[at : at + 2], "little") for at in range(0, len(written), 2)]
    search = f"async (units) => ({SEARCH})([[String.fromCharCode(...units)], false])"
    (answer,) = page.evaluate(search, units)
    short = query[:120]
    assert set(answer["order"]) == corpus.scan(short.encode("utf-8", "ignore").decode())


def test_letters_find_first_what_the_site_knows_best(
    browser: Browser, corpus: Corpus, serving: Callable[[Path], str], tmp_path: Path
) -> None:
    city = City().campaign("month", title="学雷锋活动月", start="2025-03-01", end="2025-03-31", date="2025-03-01")
    texts = {}
    for number in range(4):
        city.story(f"s-{number}", title=f"雷锋在第{number}路", date=f"2025-01-{number + 1:02d}")
        city.story(f"h-{number}", title=f"第{number}条街上的理发摊", date=f"2025-02-{number + 1:02d}")
        texts[f"stories/2026/s-{number}"] = texts[f"stories/2026/h-{number}"] = "一段话。"
    city.profile("lin-fang", name="林防", date="2026-03-01")
    (tmp_path / "site").mkdir()
    index_city(city, texts, tmp_path)
    for script in ASSETS.glob("search-*.js"):
        shutil.copy(script, tmp_path / "site")
    (tmp_path / "site/blank.html").write_text("<!doctype html><title>空</title>")
    page = browser.new_page(base_url=serving(tmp_path / "site"))
    page.goto("/blank.html")
    for letters in ("lf", "leifeng", "leif"):
        (answer,) = ask(page, [letters])
        assert [title for title, *_ in answer["shown"]][:5] == [
            "学雷锋活动月",
            *(f"雷锋在第{n}路" for n in (3, 2, 1, 0)),
        ]
    (answer,) = ask(page, ["林防"])
    assert answer["order"] == ["profiles/lin-fang/"]
    page.close()
