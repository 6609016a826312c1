"""An office that registered its reviews for a year begins to sign: what it registered becomes history."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from reviewed_project import STORY, TEXT
from signed_project import SignedCity, keyed_city

APPROVED = "末站的灯还亮着。"
POLICY_FILE = "content/review/policy.yaml"
SECOND = "stories/2026/taken-down"


def switch(city: SignedCity) -> None:
    """Two chiefs sign that signatures count from now on."""
    city.change(POLICY_FILE, "mode: registered", "mode: signed")
    city.chief_signs("sun", "li", today="2026-03-08")


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> SignedCity:
    """Two stories passed three registered reviews; one of them was taken down afterwards."""
    city = keyed_city(tmp_path_factory.mktemp("registered"))
    city.write(f"{SECOND}/index.md", TEXT.replace("夜班公交", "撤下来的"))
    city.commit("another story")
    for entry in (STORY, SECOND):
        city.three_levels(entry=entry)
    assert city.review("withdraw", "zhou", "--why", "家属来电", entry=SECOND) == 0
    return city


@pytest.fixture(scope="module")
def switched(before: SignedCity, tmp_path_factory: pytest.TempPathFactory) -> SignedCity:
    city = before.at(Path(shutil.copytree(before.root, tmp_path_factory.mktemp("switched") / "city")))
    switch(city)
    return city


@pytest.fixture
def city(switched: SignedCity, tmp_path: Path) -> SignedCity:
    return switched.at(Path(shutil.copytree(switched.root, tmp_path / "city")))


def test_what_was_registered_is_history_and_no_fault(city: SignedCity, capsys: pytest.CaptureFixture[str]) -> None:
    assert city.faults() == "", "so that everybody can push"
    assert city.readers_see() == "", "registered records approve nothing any more"
    capsys.readouterr()
    assert city.zoujin("verify") == 0
    assert "根里封存了登记时期的 9 条记录：只作历史，什么也不批准" in capsys.readouterr().out
    assert city.zoujin("log", STORY) == 0
    assert "登记，签名模式以前的，只作历史" in capsys.readouterr().out


def test_what_was_public_is_signed_once_more_by_one_command_each(
    city: SignedCity, capsys: pytest.CaptureFixture[str]
) -> None:
    city.write("stories/2026/new/index.md", TEXT.replace("夜班公交", "新写的"))
    city.commit("a new story that nobody passed")
    for command, who, *more in (("submit", "chen"), *(("pass", one, "--proof") for one in ("zhao", "qian", "sun"))):
        key = ["--key", str(city.keys / who), "--today", "2026-03-09"]
        capsys.readouterr()
        assert city.zoujin(command, "--registered", "--as", who, *more, *key) == 0
        said = capsys.readouterr().out
        assert "夜班公交" in said and "新写的" not in said and "撤下来的" not in said
        city.commit(command)
    assert city.readers_see() == APPROVED
    assert city.faults() == ""


def test_what_was_taken_down_stays_down_until_somebody_signs_that_it_comes_back(city: SignedCity) -> None:
    city.passes_all("2026-03-09", SECOND)
    assert city.zoujin("build", "--jobs", "1", "--today", "2026-03-12") == 0
    page = city.root / "site" / SECOND / "index.html"
    assert not page.exists() or APPROVED not in page.read_text("utf-8")
    assert city.signs("restore", "sun", entry=SECOND, today="2026-03-10") == 0
    assert city.zoujin("build", "--jobs", "1", "--today", "2026-03-12") == 0
    assert APPROVED in page.read_text("utf-8")


def test_a_record_without_a_signature_that_comes_later_is_refused(
    before: SignedCity, city: SignedCity, tmp_path: Path
) -> None:
    """Somebody registers three reviews of a forged text in an old clone, and says that it was long ago."""
    old = before.at(Path(shutil.copytree(before.root, tmp_path / "old")))
    old.change(f"{STORY}/index.md", APPROVED, "没有人审过的话。")
    old.three_levels("2026-03-07")
    city.git("pull", "-q", "--no-rebase", "--no-edit", str(old.root), "main")
    assert city.readers_see() == ""
    assert "没有签名（现在是签名模式），也不在根里封存的登记记录里" in city.faults()
    city.chief_signs_sealing("sun", "li")
    assert city.faults() == "", "two chiefs looked at it: it is history, too"
    assert city.readers_see() == "", "and approves nothing"


def test_the_list_of_what_was_registered_cannot_be_longer_than_it_was_signed(city: SignedCity) -> None:
    (listed,) = (city.root / "content/review/root").glob("sealed-*.json")
    text = listed.read_text("utf-8")
    listed.write_text(text.replace('"records": [', f'"records": [\n  "{"0" * 64}",'), "utf-8")
    city.commit("one more")
    assert "内容和文件名里的摘要对不上" in city.faults()
    listed.unlink()
    city.commit("gone")
    assert "被删除或改动过，仍然按历史里原来的内容算" in city.faults()


def test_two_chiefs_sign_the_switch_on_two_branches(before: SignedCity, tmp_path: Path) -> None:
    one = before.at(Path(shutil.copytree(before.root, tmp_path / "one")))
    one.change(POLICY_FILE, "mode: registered", "mode: signed")
    two = one.at(one.clone(tmp_path / "two").root)
    one.chief_signs("sun", today="2026-03-08")
    two.chief_signs("li", today="2026-03-08")
    one.git("pull", "-q", "--no-rebase", "--no-edit", str(two.root), "main")
    assert one.faults() == ""
    assert len(list((one.root / "content/review/root").glob("0001-*.json"))) == 1
