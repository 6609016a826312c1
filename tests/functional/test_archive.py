"""An archive holds what was approved, and says so wherever it is opened."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import pytest
from reviewed_project import STORY, TEXT, Clone, new_city

from generator.pipeline import archives
from generator.pipeline.archive_verification import verify_archive
from generator.pipeline.refused import Refused
from generator.pipeline.verification import Asked, Verification

STATION = """\
- id: {0}
  name: {0}
  kind: community-station
  district: chengdong
  street: renmin-lu
  area: urban
  address: 城东区人民路 18 号
  phone: {1}
  hours: Mo-Fr 09:00-17:00
"""
Files = dict[str, bytes]


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Clone:
    """A story and a station, approved and changed since; another story that nobody has seen yet."""
    city = new_city(tmp_path_factory.mktemp("archive") / "city")
    city.write("content/streets.yaml", "- id: renmin-lu\n  name: 人民路街道\n  district: chengdong\n")
    city.write("stations.yaml", STATION.format("one", "0000-8801231") + STATION.format("two", "0000-8801232"))
    city.commit("stations")
    city.three_levels()
    assert city.review("submit", "chen", entry="stations/one") == 0
    assert city.review("pass", "zhao", entry="stations/one") == 0
    city.write(f"{STORY}/index.md", TEXT.replace("夜里十一点", "夜里十点半"))
    city.write("stories/2026/second/index.md", TEXT)
    city.write("stations.yaml", STATION.format("one", "0000-8809999") + STATION.format("two", "0000-8801232"))
    city.commit("change")
    return city


@pytest.fixture(scope="module")
def bundle(city: Clone, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    place = tmp_path_factory.mktemp("kept")
    order = ["archive", STORY, "stations/one", "--to", str(place), "--today", "2026-03-12"]
    assert city.zoujin(*order) == 0
    (file,) = place.iterdir()
    assert file.name == "night-bus-2-20260312.zip"
    return file.read_bytes()


def files(bundle: bytes) -> Files:
    with zipfile.ZipFile(io.BytesIO(bundle)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def forged(bundle: bytes, change: Callable[[Files], None], *, hide: bool) -> bytes:
    """The archive with other files in it; with ``hide`` its list is brought in line, as a forger would do."""
    found = files(bundle)
    change(found)
    if hide:
        listed = json.loads(found["archive.json"])
        del found["archive.json"]
        listed["files"] = {name: sha256(data).hexdigest() for name, data in found.items()}
        found["archive.json"] = json.dumps(listed).encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in found.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def verified(bundle: bytes) -> Verification:
    return verify_archive(bundle, Asked(datetime(2027, 1, 1)))


def test_it_holds_what_was_approved_and_nothing_else(bundle: bytes) -> None:
    held = files(bundle)
    assert "夜里十一点" in held[f"{STORY}/index.md"].decode()
    assert "0000-8801231" in held["stations.yaml"].decode()
    assert "two" not in held["stations.yaml"].decode()
    assert not any(name.startswith("stories/2026/second") for name in held)
    assert held["proof/stories-2026-night-bus.pdf"].startswith(b"%PDF-")
    assert "zoujin verify" in held["怎样核验.txt"].decode("utf-8-sig")
    found = verified(bundle)
    assert found.faults == []
    assert found.states == {"审核通过": 2}
    assert any("不能排除有记录没有放进来" in said for said in found.unknown)


def story(held: Files) -> None:
    held[f"{STORY}/index.md"] = held[f"{STORY}/index.md"].replace("夜里十一点".encode(), "夜里十二点".encode())


def station(held: Files) -> None:
    held["stations.yaml"] = held["stations.yaml"].replace(b"0000-8801231", b"0000-8809999")


def record(held: Files) -> None:
    del held[next(name for name in held if "-final-" in name)]


def newcomer(held: Files) -> None:
    held[f"{STORY}/extra.jpg"] = b"no picture"


def broken(held: Files) -> None:
    held[f"{STORY}/index.md"] = b"---\ntitle: [\n"


@pytest.mark.parametrize("change", [story, station, record, newcomer, broken])
def test_whatever_was_changed_is_noticed(bundle: bytes, change: Callable[[Files], None]) -> None:
    assert verified(forged(bundle, change, hide=False)).faults
    places = {fault.place for fault in verified(forged(bundle, change, hide=True)).faults}
    wrong = "stations/one" if change is station else STORY
    assert wrong in places, "the records say so even where the list was forged, too"


def test_names_that_lead_elsewhere_are_not_followed(bundle: bytes, tmp_path: Path) -> None:
    def escape(held: Files) -> None:
        held["content/../../escaped.yaml"] = b"x"

    faults = verified(forged(bundle, escape, hide=True)).faults
    assert ("content/../../escaped.yaml", "文件名不对，没有打开。") in [(item.place, item.what) for item in faults]
    assert not list(tmp_path.parent.rglob("escaped.yaml"))


@pytest.mark.parametrize("data", [b"", b"PK no zip", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_archive(data: bytes) -> None:
    with pytest.raises(Refused):
        verified(data)


def test_much_is_parted(city: Clone, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(archives, "MOST_FILES", 5)
    order = ["archive", STORY, "stations/one", "--to", str(tmp_path), "--today", "2026-03-12"]
    assert city.zoujin(*order) == 0
    parts = sorted(tmp_path.iterdir())
    assert [part.name for part in parts] == ["night-bus-2-20260312-1.zip", "night-bus-2-20260312-2.zip"]
    assert [verified(part.read_bytes()).states for part in parts] == [{"审核通过": 1}, {"审核通过": 1}]


def test_what_was_not_approved_is_not_archived(city: Clone, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert city.zoujin("archive", "second", "--to", str(tmp_path)) == 1
    assert "还没有审核通过，不能归档" in capsys.readouterr().err
    assert city.zoujin("archive", "--year", "2026", "--to", str(tmp_path), "--today", "2026-03-12") == 0
    assert "没有审核通过、没有放进去的 2 条" in capsys.readouterr().out
    assert city.zoujin("archive", "--year", "1999") == 1
    assert city.zoujin("archive") == 2
