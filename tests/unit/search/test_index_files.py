"""The files of an index: nothing missing, nothing that is not public, the same whichever way it came about."""

from __future__ import annotations

import json
import random
from pathlib import Path

import numpy as np
import pytest
from builders import City
from hypothesis import given, settings
from hypothesis import strategies as st
from index_desk import index_city
from index_files import read_places, read_shard

from generator.search.numbering import Numbering
from generator.search.terms import pair_hash

WORDS = ("雷锋", "志愿", "服务站", "月光", "护河队", "修伞", "老人", "热水", "AED", "2026年")


def city_of(texts: dict[str, str]) -> City:
    """A city with a story for each text, and a station."""
    city = City().station("binhe")
    for number, slug in enumerate(texts):
        city.story(slug, title=f"第{number}个故事", date=f"2025-{number % 12 + 1:02d}-{number % 28 + 1:02d}")
    return city


def bodies(texts: dict[str, str]) -> dict[str, str]:
    return {f"stories/2026/{slug}": text for slug, text in texts.items()}


def some_texts(count: int, seed: int) -> dict[str, str]:
    chance = random.Random(seed)
    return {f"s-{at}": "，".join(chance.choices(WORDS, k=30)) for at in range(count)}


def test_shards_can_be_read_by_their_description(tmp_path: Path) -> None:
    texts = some_texts(40, 1)
    files, _ = index_city(city_of(texts), bodies(texts), tmp_path)
    shards = [read_shard(content) for name, content in files.items() if "/shards/" in name]
    manifest = json.loads(files["search/index.json"])
    assert len(shards) == 2 ** manifest["bits"]
    documents = manifest["documents"]
    assert documents == 41
    for everything, titles, summaries in shards:
        for part in (titles, summaries):
            assert all(set(numbers) <= set(everything[term]) for term, numbers in part.items())
        assert all(numbers == sorted(set(numbers)) and numbers[-1] < documents for numbers in everything.values())


def test_places_say_where_in_its_sentence_a_pair_begins(tmp_path: Path) -> None:
    texts = {f"s-{at}": f"门外。老人说：{'慢' * at}灯塔。灯塔里" for at in range(20)}
    files, _ = index_city(city_of(texts), bodies(texts), tmp_path)
    bits = json.loads(files["search/index.json"])["bits"]
    (term,) = pair_hash(np.array([ord("灯")], np.uint32), np.array([ord("塔")], np.uint32)).tolist()
    shard, rest = divmod(term, 1 << (32 - bits))
    (content,) = (content for name, content in files.items() if name.startswith(f"search/places/{shard}-"))
    (postings,) = (content for name, content in files.items() if name.startswith(f"search/shards/{shard}-"))
    numbers = read_shard(postings)[0][rest]
    assert len(numbers) == 20
    expected = {1 << (ord("老") + 3 + at) % 8 | 1 << ord("灯") % 8 for at in range(20)}
    assert set(read_places(content)[rest]) == expected


def test_text_blocks_hold_every_document_once(tmp_path: Path) -> None:
    texts = some_texts(33, 2)
    files, _ = index_city(city_of(texts), bodies(texts), tmp_path)
    blocks = {name: content for name, content in files.items() if "/texts/" in name}
    rows = [row for content in blocks.values() for row in json.loads(content)]
    assert sorted(row[0] for row in rows) == sorted(["stations/binhe/", *(f"stories/2026/{slug}/" for slug in texts)])
    assert {row[3].split("\n")[0] for row in rows} >= set(texts.values())


def test_an_edit_rewrites_few_files_and_no_change_none(tmp_path: Path) -> None:
    chance = random.Random(3)
    texts = {f"s-{at}": "".join(chr(chance.randrange(0x4E00, 0x5200)) for _ in range(900)) for at in range(300)}
    _, first = index_city(city_of(texts), bodies(texts), tmp_path)
    assert len(first) > 150
    _, again = index_city(city_of(texts), bodies(texts), tmp_path)
    assert not again
    changed = {**texts, "s-7": texts["s-7"][:400] + "月光" + texts["s-7"][400:]}
    files, written = index_city(city_of(changed), bodies(changed), tmp_path)
    assert 0 < len(written) < 12
    clean, _ = index_city(city_of(changed), bodies(changed), tmp_path / "clean")
    assert files == clean


STEPS = st.lists(
    st.tuples(st.sampled_from(("add", "edit", "remove", "hide")), st.integers(0, 30), st.integers(0, 9)),
    min_size=1,
    max_size=6,
)


@settings(max_examples=12, deadline=None)
@given(steps=STEPS)
def test_an_index_brought_up_to_date_is_the_one_made_anew(
    steps: list[tuple[str, int, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("index")
    texts, hidden = some_texts(25, 4), set[str]()
    index_city(city_of(texts), bodies(texts), folder)
    for what, at, word in steps:
        slug = f"s-{at}"
        if what == "add":
            texts[f"n-{at}"] = WORDS[word] * 3
        elif what == "edit" and slug in texts:
            texts[slug] += WORDS[word]
        elif what == "remove" and len(texts) > 1:
            texts.pop(slug, None)
        elif what == "hide":
            hidden ^= {f"stories/2026/{slug}"}
        files, _ = index_city(city_of(texts), bodies(texts), folder, frozenset(hidden))
    clean, _ = index_city(city_of(texts), bodies(texts), folder / "clean", frozenset(hidden))
    assert files == clean


@settings(max_examples=20, deadline=None)
@given(secret=st.text(st.characters(min_codepoint=0x5F00, max_codepoint=0x6F00), min_size=2, max_size=8))
def test_what_is_not_public_leaves_no_trace_in_any_file(secret: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("index")
    texts = some_texts(8, 5)
    without, _ = index_city(city_of(texts), bodies(texts), folder)
    held = {**texts, "held": secret}
    city = city_of(texts).story("held", title=secret, summary=secret, draft=True)
    city.profile("held-person", name=secret, one_line=secret)
    hidden = frozenset({"stories/2026/held", "content/profiles/held-person"})
    with_it, _ = index_city(city, bodies(held), folder, hidden)
    assert with_it == without


def test_work_shared_by_processes_gives_the_same_files(tmp_path: Path) -> None:
    texts = some_texts(60, 6)
    alone, _ = index_city(city_of(texts), bodies(texts), tmp_path / "alone")
    shared, _ = index_city(city_of(texts), bodies(texts), tmp_path / "shared", jobs=2)
    assert alone == shared


def test_new_readings_are_heard_in_titles_that_stayed(tmp_path: Path) -> None:
    def city(readings: list[dict[str, str]]) -> City:
        return City(readings=readings).story("lane", title="六安里的灯")

    before, _ = index_city(city([]), {}, tmp_path)
    readings = [{"text": "六安里", "pinyin": "liu an li"}]
    after, _ = index_city(city(readings), {}, tmp_path)
    clean, _ = index_city(city(readings), {}, tmp_path / "clean")
    assert before != after == clean


def test_a_damaged_cache_is_made_again(tmp_path: Path) -> None:
    texts = some_texts(20, 7)
    files, _ = index_city(city_of(texts), bodies(texts), tmp_path)
    for path in sorted((tmp_path / "cache").rglob("*.*"))[::2]:
        path.write_bytes(path.read_bytes()[:-9])
    texts["s-3"] += "雷锋"
    again, _ = index_city(city_of(texts), bodies(texts), tmp_path)
    clean, _ = index_city(city_of(texts), bodies(texts), tmp_path / "clean")
    assert again == clean
    assert again != files


def test_an_empty_site_has_an_index(tmp_path: Path) -> None:
    files, _ = index_city(City(), {}, tmp_path)
    assert json.loads(files["search/index.json"])["documents"] == 0


def test_numbers_follow_dates_and_stations_come_first() -> None:
    city = City().story("new", date="2026-03-02").story("old", date="2024-01-01").station("z").station("a")
    numbering = Numbering.of(city.catalogue().entries.values())
    assert numbering.order == ("stations/a", "stations/z", "stories/2026/old", "stories/2026/new")
    assert [numbering.block_of(number) for number in range(4)] == [0, 0, 1, 1]
    assert [numbering.members(block) for block in range(numbering.blocks)] == [
        ("stations/a", "stations/z"),
        ("stories/2026/old", "stories/2026/new"),
    ]


def test_a_feature_is_made_anew_when_a_story_that_it_quotes_is_hidden(tmp_path: Path) -> None:
    quote = {"block": "quote", "text": "藏着的原话", "story": "s-1"}
    city = city_of(some_texts(3, 8)).feature("hills", blocks=[quote])
    shown, _ = index_city(city, {}, tmp_path)
    hidden, _ = index_city(city, {}, tmp_path, frozenset({"stories/2026/s-1"}))
    assert "藏着的原话".encode() in b"".join(shown.values())
    assert "藏着的原话".encode() not in b"".join(hidden.values())
