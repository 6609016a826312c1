"""A new station: the register's own text stays as it is, byte for byte, or nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.kinds import MODELS, STATIONS_FILE, Kind
from generator.pipeline.new_entry import append_station
from generator.pipeline.refused import Refused
from generator.read.source import decode
from generator.read.values import read_values

ROW = {
    "id": "new-post",
    "name": "新站: 一",
    "kind": "roadside-post",
    "district": "qinghe",
    "street": "binhe",
    "area": "urban",
    "address": "某路 1 号",
}
OLD = "# 名录\n- id: binhe # 老站\n  name: '滨河'\n"


def append(root: Path) -> Path:
    return append_station(root, MODELS[Kind.STATION], ROW, {})


def rows(path: Path) -> object:
    text = decode(STATIONS_FILE, path.read_bytes()).text
    return read_values(decode(STATIONS_FILE, path.read_bytes()), text).data


@pytest.mark.parametrize(
    "before",
    [
        OLD.encode(),
        OLD.rstrip().encode(),
        (OLD + "\n\n# 末尾的说明\n").encode(),
        OLD.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + OLD.encode(),
        OLD.replace("- id", "  - id").replace("  name", "    name").encode(),
        ("---\n" + OLD).encode(),
    ],
    ids=["plain", "no-line-end", "comments-below", "crlf", "bom", "indented", "marker"],
)
def test_the_old_text_is_untouched_and_the_row_is_added(tmp_path: Path, before: bytes) -> None:
    path = tmp_path / STATIONS_FILE
    path.write_bytes(before)
    append(tmp_path)
    after = path.read_bytes()
    assert after.startswith(before)
    assert rows(path) == [{"id": "binhe", "name": "滨河"}, ROW]
    assert (b"\r\n" in before) == (b"\r\n" in after)
    assert not (b"\r\n" in before and b"\n" in after.replace(b"\r\n", b""))


@pytest.mark.parametrize("before", [None, b"", b"\xef\xbb\xbf", "# 只有说明\n".encode(), "# 没有换行".encode()])
def test_an_empty_register_gets_its_first_row(tmp_path: Path, before: bytes | None) -> None:
    path = tmp_path / STATIONS_FILE
    if before is not None:
        path.write_bytes(before)
    append(tmp_path)
    assert path.read_bytes().startswith(before or b"")
    assert rows(path) == [ROW]


@pytest.mark.parametrize(
    "before",
    [
        "[{id: a, name: 甲}]\n".encode(),
        "id: a\nname: 甲\n".encode(),
        (OLD + "...\n").encode(),
        (OLD + "- id: b\n\tname: 乙\n").encode(),
        (OLD + "- id: c\n  note: |\n    多行").encode()[:-1],
        "名录\n".encode("gbk"),
    ],
    ids=["flow", "mapping", "ended", "tab", "cut", "gbk"],
)
def test_what_cannot_be_added_to_safely_stays_as_it_is(tmp_path: Path, before: bytes) -> None:
    path = tmp_path / STATIONS_FILE
    path.write_bytes(before)
    with pytest.raises(Refused, match="没有改动"):
        append(tmp_path)
    assert path.read_bytes() == before
    assert [item.name for item in tmp_path.iterdir()] == [STATIONS_FILE]


def test_a_block_text_at_the_end_does_not_swallow_the_row(tmp_path: Path) -> None:
    path = tmp_path / STATIONS_FILE
    path.write_text(OLD + "  note: |\n    多行\n", encoding="utf-8")
    append(tmp_path)
    assert rows(path) == [{"id": "binhe", "name": "滨河", "note": "多行\n"}, ROW]
