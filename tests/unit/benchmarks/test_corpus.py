"""The corpus maker: deterministic, varied, and valid by the project's own models."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from benchmarks import city
from benchmarks.corpus import TODAY, write_corpus
from benchmarks.emit import eleventy, hugo, material_blog, plain_mkdocs
from benchmarks.emit.lists import PAGE_SIZE, list_pages
from benchmarks.grammar import grammar
from benchmarks.stories import edited, head, related, story
from generator.model.entries import Campaign, Profile, Station, Story
from generator.model.fields import Record
from generator.model.kinds import REGISTERS
from generator.model.references import references
from generator.model.settings import Settings

SIZE = 120
CONSTANTS = {"hero", "mate", "lane", "station", "street", "district", "corps", "link"}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    write_corpus(folder, SIZE)
    return folder


def front_matter(file: Path) -> tuple[dict[str, object], str]:
    _, front, text = file.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(front), text


def tree(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_every_slot_has_words() -> None:
    assert grammar().slots() - set(grammar().words) == CONSTANTS
    assert set(city.CATEGORIES) <= set(grammar().sentences)


def test_a_corpus_is_the_same_every_time(corpus: Path, tmp_path: Path) -> None:
    write_corpus(tmp_path, SIZE)
    assert tree(tmp_path) == tree(corpus)


def test_a_story_is_the_same_in_every_size(corpus: Path, tmp_path: Path) -> None:
    write_corpus(tmp_path, SIZE // 2)
    whole = tree(corpus)
    half = tree(tmp_path)
    stories = [name for name in half if name.startswith("stories/")]
    assert len(stories) == SIZE // 2
    assert all(half[name] == whole[name] for name in stories)


def test_no_two_stories_are_equal() -> None:
    stories = [story(number) for number in range(1000)]
    assert len({one.head.title for one in stories}) > 990
    assert len({one.head.hero for one in stories}) == 1000
    assert len({one.head.lane for one in stories}) == 1000
    assert len({block.text for one in stories for block in one.blocks if block.kind == "paragraph"}) > 12_000


def test_heroes_and_lanes_differ_at_thirty_thousand() -> None:
    words = grammar().words
    from benchmarks.stories import _nth

    lists = (words["surname"], words["given"], words["given"])
    assert len({_nth(number, *lists) for number in range(30_000)}) == 30_000
    lists = (words["lanehead"], words["lanehead"], words["lanetail"])
    assert len({_nth(number, *lists) for number in range(30_000)}) == 30_000


def test_texts_are_as_long_and_built_as_promised() -> None:
    for number in range(1, 200):
        blocks = story(number).blocks
        assert 1500 < sum(len(block.text) for block in blocks) < 1900
        assert 2 <= sum(block.kind == "heading" for block in blocks) <= 4
        assert sum(block.kind == "quote" for block in blocks) == 1
        text = "".join(block.text for block in blocks)
        assert "**" in text
        assert "](@" in text


def test_vocabulary_is_wide() -> None:
    """Thousands of different pairs of characters, few of them in most stories: a search index is not flattered."""
    texts = ["".join(block.text for block in story(number).blocks) for number in range(300)]
    pairs: dict[str, int] = {}
    for text in texts:
        for pair in {text[at : at + 2] for at in range(len(text) - 1)}:
            pairs[pair] = pairs.get(pair, 0) + 1
    assert len(pairs) > 15_000
    assert sum(count > len(texts) / 2 for count in pairs.values()) < len(pairs) / 25


def test_entries_satisfy_the_models_and_refer_to_what_exists(corpus: Path) -> None:
    def rows(file: str, model: type[Record]) -> list[Record]:
        return [model.model_validate(row) for row in yaml.safe_load((corpus / file).read_text(encoding="utf-8"))]

    Settings.model_validate(yaml.safe_load((corpus / "content/settings.yaml").read_text(encoding="utf-8")))
    known = {
        one.name: {term.id for term in rows(one.file, one.model)} for one in REGISTERS if (corpus / one.file).exists()
    }
    stations = rows("stations.yaml", Station)
    known["station"] = {station.id for station in stations}
    found: list[Record] = [*stations]
    for kind, pattern, model in (
        ("story", "stories/*/*/index.md", Story),
        ("profile", "content/profiles/*/index.md", Profile),
        ("campaign", "content/campaigns/*/index.md", Campaign),
    ):
        files = sorted(corpus.glob(pattern))
        known[kind] = {file.parent.name for file in files}
        found += [model.model_validate(front_matter(file)[0]) for file in files]
    assert len(known["story"]) == SIZE
    used = [reference for one in found for reference in references(one)]
    assert len(used) > 4 * SIZE
    assert [reference for reference in used if reference.value not in known[reference.target]] == []


def test_links_lead_to_files(corpus: Path) -> None:
    import re

    targets = [
        (file.parent / target).resolve()
        for file in corpus.glob("stories/*/*/index.md")
        for target in re.findall(r"\]\(([^)]+)\)", front_matter(file)[1])
    ]
    assert len(targets) > SIZE / 2
    assert [target for target in targets if not target.exists()] == []


def test_nothing_is_dated_after_the_day_of_building() -> None:
    assert max(f"{head(number).date:%Y-%m-%d}" for number in range(3000)) <= TODAY


def test_an_edit_changes_title_and_text_alone(tmp_path: Path) -> None:
    from benchmarks.corpus import write_story

    before, after = story(7), edited(story(7))
    write_story(tmp_path, before)
    (file,) = tmp_path.rglob("index.md")
    old = file.read_text(encoding="utf-8").splitlines()
    write_story(tmp_path, after)
    new = file.read_text(encoding="utf-8").splitlines()
    assert [at for at, (one, other) in enumerate(zip(old, new, strict=True)) if one != other] == [1, old.index("") + 1]


def test_related_stories_are_four_earlier_ones() -> None:
    for number in range(100, 200):
        found = related(head(number))
        assert len({one.slug for one in found}) == 4
        assert all(one.number < number for one in found)


def test_lists_hold_every_story_once() -> None:
    pages = list(list_pages(SIZE))
    assert all(len(page.items) <= PAGE_SIZE for page in pages)
    for lists in (r"stories/", r"districts/\w+/", r"archive/\d+/", r"archive/\d+/\d+/"):
        numbers = [top.number for page in pages if re.fullmatch(lists, page.base) for top in page.items]
        assert sorted(numbers) == list(range(SIZE))


@pytest.mark.parametrize("peer", [hugo, eleventy, plain_mkdocs, material_blog])
def test_peers_get_the_same_sentences(peer: object, tmp_path: Path) -> None:
    peer.write_site(tmp_path, 12)  # type: ignore[attr-defined]
    texts = [file.read_text(encoding="utf-8") for file in tmp_path.rglob("*.md")]
    for number in range(12):
        sentences = [block.text for block in story(number).blocks if "](@" not in block.text]
        assert sum(all(sentence in text for sentence in sentences) for text in texts) == 1


def test_stories_can_have_photos(tmp_path: Path) -> None:
    write_corpus(tmp_path, 2, photos=2)
    for file in tmp_path.glob("stories/*/*/index.md"):
        entry = Story.model_validate(front_matter(file)[0])
        assert [(file.parent / photo.file).stat().st_size > 50_000 for photo in entry.photos] == [True, True]
