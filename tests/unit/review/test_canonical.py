"""Digests can be recomputed by anybody, and do not depend on how a machine saves a text."""

from __future__ import annotations

import hashlib
import json
import subprocess
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.canonical import bundle_digest, canonical_json, file_digest, values_digest

TEXT = "标题：É 夜\n第二行\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        unicodedata.normalize("NFD", TEXT).encode(),
    ],
)
def test_one_text_has_one_digest(data: bytes) -> None:
    assert file_digest("index.md", data) == hashlib.sha256(TEXT.encode()).hexdigest()


def test_pictures_are_taken_as_they_are() -> None:
    assert file_digest("a.jpg", b"a\r\n") == hashlib.sha256(b"a\r\n").hexdigest()
    assert file_digest("A.MD", b"a\r\n") == hashlib.sha256(b"a\n").hexdigest()
    assert file_digest("md", b"a\r\n") == hashlib.sha256(b"a\r\n").hexdigest()


def test_what_is_no_text_stays_as_it_is() -> None:
    assert file_digest("index.md", b"\xff\r\n") == hashlib.sha256(b"\xff\r\n").hexdigest()


def test_the_recipe_in_the_documentation_gives_the_same_digest(tmp_path: Path) -> None:
    files = {"index.md": TEXT.encode(), "照片.jpg": b"\xff\xd8", "b.jpg": b"\x00", "B.pdf": b"%PDF"}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "review").mkdir()
    page = (Path(__file__).parents[3] / "docs" / "review.md").read_text("utf-8")
    (recipe,) = [line for line in page.splitlines() if line.startswith("{ echo zoujin-bundle-1")]
    done = subprocess.run(["sh", "-c", recipe], cwd=tmp_path, capture_output=True, text=True, check=True)
    ours = bundle_digest({name: file_digest(name, data) for name, data in files.items()})
    assert done.stdout.split()[0] == ours


def test_names_count_in_one_composition() -> None:
    assert bundle_digest({"é.jpg": "a"}) == bundle_digest({unicodedata.normalize("NFD", "é.jpg"): "a"})


def test_a_file_more_is_another_bundle() -> None:
    assert bundle_digest({"a": "1"}) != bundle_digest({"a": "1", "b": "2"})
    assert bundle_digest({"a": "1", "b": "2"}) != bundle_digest({"a": "2", "b": "1"})


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=10))
def test_values_have_one_digest_in_any_layout(value: object) -> None:
    again = json.loads(json.dumps(value, indent=3))
    assert values_digest(again) == values_digest(value)
    assert b"\n" not in canonical_json(value)
