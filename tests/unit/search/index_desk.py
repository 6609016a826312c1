"""Small indexes for tests: a city's entries and their texts, indexed by the program's own functions into a folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from unicodedata import normalize

from builders import TODAY, City

from generator.derive import derive
from generator.model.body import Body
from generator.pipeline.search_index import SearchIndex
from generator.publish.manifest import Output
from generator.read.store import shard_of
from generator.search.folding import Sort, folded_character, sort_of


class Texts:
    """Stands where the program keeps texts of entries."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts

    def load_bodies(self, shard: int) -> dict[str, Body]:
        """Bodies of one shard."""
        return {id: Body(plain=text) for id, text in self._texts.items() if shard_of(id) == shard}


def index_city(
    city: City, texts: Mapping[str, str], folder: Path, hidden: frozenset[str] = frozenset(), jobs: int = 1
) -> tuple[dict[str, bytes], set[str]]:
    """Index what is not ``hidden`` into ``folder``, on top of what is there.

    Gives all files of the index with their content, and which of them were written now.
    """
    catalogue = city.catalogue()
    entries = {
        id: replace(
            entry, digest=f"{entry.meta.model_dump_json()} {texts.get(id)}"
        )  # as reading gives it: of all files
        for id, entry in catalogue.entries.items()
    }
    catalogue = replace(catalogue, entries=entries)
    data = derive(catalogue, frozenset(catalogue.entries) - hidden, TODAY)
    site = folder / "site"
    live = {
        path.relative_to(site).as_posix(): Output((folder / "digests" / path.relative_to(site)).read_text(), 0, 0)
        for path in site.rglob("*")
        if path.is_file()
    }
    index = SearchIndex(folder / "cache", "test", Texts(texts), lambda _: ("", ()))  # type: ignore[arg-type]
    files = index.write(data, site, live, jobs)
    for address, digest in files.items():
        note = folder / "digests" / address
        note.parent.mkdir(parents=True, exist_ok=True)
        note.write_text(digest)
    for path in list(site.rglob("*")):
        if path.is_file() and path.relative_to(site).as_posix() not in files:
            path.unlink()
    return {address: (site / address).read_bytes() for address in files}, files.keys() - live.keys()


def folded(text: str) -> str:
    """A text as a reader's search sees it, worked out character by character."""
    out, marks, blank, ended, last = "", "", False, False, Sort.SOLID
    for character in normalize("NFC", text):
        for each in folded_character(character):
            kind = sort_of(each)
            if kind is Sort.MARK:
                marks += each
            elif kind is Sort.BLANK:
                blank = True
            elif kind is Sort.END:
                ended = True
            elif kind is not Sort.NOTHING:
                if out and ended:
                    out += "\n"
                elif out and (marks or blank) and Sort.SOLID not in (last, kind):
                    out += " " if blank else marks
                out, marks, blank, ended, last = out + each, "", False, False, kind
    return out


def holds(text: str, word: str) -> bool:
    """Whether a folded text holds a folded word; what begins with a letter or a digit, where such a run begins."""
    kind = sort_of(word[0])
    at = text.find(word)
    while at >= 0:
        if kind is Sort.SOLID or at == 0 or sort_of(text[at - 1]) is not kind:
            return True
        at = text.find(word, at + 1)
    return False
