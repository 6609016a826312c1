"""Keys of the search index on disk: every section as it was saved, or nothing."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from generator.pipeline.search_keys import SECTIONS, Halves, load_keys, save_keys, sections_of


@pytest.fixture
def keys() -> Halves:
    chance = np.random.default_rng(1)
    whole = np.sort(chance.integers(0, 2**64, 3000, dtype=np.uint64))
    return (whole >> np.uint64(32)).astype(np.uint32), whole.astype(np.uint32)


def test_sections_are_read_alone_and_together(tmp_path: Path, keys: Halves) -> None:
    save_keys(tmp_path / "a.keys", "1", keys)
    found = load_keys(tmp_path / "a.keys", "1")
    assert found is not None
    assert all(np.array_equal(*pair) for pair in zip(found, keys, strict=True))
    some = load_keys(tmp_path / "a.keys", "1", [0, 7, 255])
    assert some is not None
    here = np.isin(keys[0] >> np.uint32(24), [0, 7, 255])
    assert 0 < len(some[0]) < len(keys[0])
    assert all(np.array_equal(part, whole[here]) for part, whole in zip(some, keys, strict=True))


@pytest.mark.parametrize("bits", [1, 3, 8, 11, 16])
def test_the_sections_of_a_shard_hold_all_of_its_keys(bits: int, keys: Halves) -> None:
    shards = [0, 1, (1 << bits) - 1]
    here = np.isin(keys[0] >> np.uint32(32 - bits), shards)
    assert set((keys[0][here] >> np.uint32(24)).tolist()) <= set(sections_of(shards, bits))
    assert sections_of(range(1 << bits), bits) == list(range(SECTIONS))


def test_damaged_files_and_those_of_other_versions_are_none(tmp_path: Path, keys: Halves) -> None:
    file = tmp_path / "a.keys"
    assert load_keys(file, "1") is None
    save_keys(file, "1", keys)
    content = file.read_bytes()
    assert load_keys(file, "2") is None
    for at in (0, 5, 40, len(content) // 2, len(content) - 1):
        file.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
        assert load_keys(file, "1") is None, at
    file.write_bytes(content[:-5])
    assert load_keys(file, "1") is None
    assert load_keys(file, "1", [0]) is not None
    empty = np.empty(0, np.uint32)
    save_keys(file, "1", (empty, empty))
    assert load_keys(file, "1") is not None
