"""An office's own server: a real bare repository whose hook takes no push that would harm reviews."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from reviewed_project import PEOPLE, STORY, TEXT, Clone, new_city

from generator.cli.main import run
from generator.pipeline.own_key import make_key

pytestmark = pytest.mark.slow
CORRECTED = TEXT.replace("夜里十一点", "夜里十点半")


class Office(Clone):
    """A working copy beside its server; ``push`` says what the server said."""

    def push(self, *arguments: str, refused: bool = False) -> str:
        clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        done = subprocess.run(
            ["git", "-C", str(self.root), "push", "--no-verify", "origin", *arguments],
            env=clean, capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert (done.returncode != 0) == refused, done.stderr
        return done.stderr


def with_server(city: Clone) -> Office:
    """The same project with a bare repository beside it, set up by our command."""
    server = city.root.parent / "server.git"
    city.git("init", "-q", "--bare", "-b", "main", str(server))
    assert run(["setup", "--server", str(server)]) == 0
    city.git("remote", "add", "origin", server.as_uri())
    office = Office(city.root)
    office.push("main")
    return office


@pytest.fixture(scope="module")
def approved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A story went through three levels, and the server has it."""
    city = new_city(tmp_path_factory.mktemp("server") / "city")
    city.three_levels()
    return with_server(city).root.parent


@pytest.fixture
def office(approved: Path, tmp_path: Path) -> Office:
    place = Path(shutil.copytree(approved, tmp_path / "office"))
    office = Office(place / "city")
    office.git("remote", "set-url", "origin", (place / "server.git").as_uri())
    return office


def on_server(office: Office, ref: str = "main") -> str:
    return Clone(office.root.parent / "server.git").git("rev-parse", ref).strip()


def test_an_honest_day_gets_through(office: Office) -> None:
    office.write(f"{STORY}/index.md", CORRECTED)
    office.commit("a correction")
    office.push("main")
    office.three_levels(today="2026-03-07")
    assert "refused" not in office.push("main")
    assert on_server(office) == office.git("rev-parse", "HEAD").strip()


@pytest.mark.parametrize("done", ["删除", "改动"])
def test_a_record_is_neither_deleted_nor_changed(office: Office, done: str) -> None:
    before = on_server(office)
    record = office.records()[1]
    if done == "删除":
        record.unlink()
    else:
        record.write_text(record.read_text("utf-8").replace("赵初", "钱复"), "utf-8")
    office.commit("nobody will notice")
    said = office.push("main", refused=True)
    assert f"{STORY}/review/{record.name}：审核记录只能新增，不能{done}。" in said
    assert "服务器没有收下这次推送，您电脑上的内容没有变化。" in said
    assert on_server(office) == before


def test_a_record_that_was_deleted_two_commits_ago_is_missed(office: Office) -> None:
    """Deleted and put back under another name, on a branch of its own: the history tells."""
    office.git("switch", "-q", "-c", "quiet")
    office.records()[-1].unlink()
    office.commit("away")
    said = office.push("quiet", refused=True)
    assert "已经在历史里" in said or "被删除" in said


def test_a_squash_merge_that_loses_an_approved_version(office: Office) -> None:
    """Approved on a branch, edited there once more, and brought to main as a single commit: what was approved is gone."""
    office.git("switch", "-q", "-c", "proposal")
    office.write(f"{STORY}/index.md", CORRECTED)
    office.commit("a correction")
    office.three_levels(today="2026-03-07")
    office.write(f"{STORY}/index.md", CORRECTED + "\n又改了一句，还没有审。\n")
    office.commit("and another one")
    office.push("proposal")
    office.git("switch", "-q", "main")
    office.git("merge", "-q", "--squash", "proposal")
    office.commit("everything at once")
    said = office.push("main", refused=True)
    assert STORY in said and "squash" in said
    office.git("revert", "--no-edit", "HEAD")
    office.git("merge", "-q", "--no-edit", "-X", "theirs", "proposal")
    assert "refused" not in office.push("main"), "a merge keeps what the squash lost"


def test_history_is_not_rewritten(office: Office) -> None:
    office.git("reset", "-q", "--hard", "HEAD~2")
    office.write("README.md", "new\n")
    office.commit("as if nothing had been")
    said = office.push("--force", "main", refused=True)
    assert "不能改写主分支的历史（强制推送）" in said
    assert "主分支不能删除" in office.push("--delete", "main", refused=True)


def test_a_branch_goes_when_its_records_are_elsewhere(office: Office) -> None:
    office.git("switch", "-q", "-c", "proposal")
    office.write(f"{STORY}/index.md", CORRECTED)
    office.commit("a correction")
    assert office.review("submit", "chen", today="2026-03-07") == 0
    office.push("proposal")
    assert "删除这条分支会丢掉 1 条审核记录" in office.push("--delete", "proposal", refused=True)
    assert "改写这条分支会丢掉 1 条审核记录" in office.push("--force", "main:proposal", refused=True)
    office.push("proposal:main")
    office.push("--delete", "proposal")


def test_reviews_are_not_switched_off_by_a_push(office: Office) -> None:
    policy = (office.root / "content/review/policy.yaml").read_text("utf-8")
    office.write("content/review/policy.yaml", policy.replace("mode: registered", 'mode: "off"'))
    office.commit("off")
    assert "这次推送关掉了审核" in office.push("main", refused=True)


def test_the_root_changes_only_as_two_chiefs_signed(tmp_path: Path) -> None:
    city = new_city(tmp_path / "city")
    keys = {name: tmp_path / name for name in ("sun", "li")}
    people = PEOPLE
    for name, key in keys.items():
        line = make_key(key, name)
        people = people.replace(f"- id: {name}\n", f"- id: {name}\n  chief: true\n  keys: [{{key: {line}}}]\n")
    city.write("content/review/people.yaml", people)
    _signed(city, keys)
    office = with_server(city)
    trusted = Clone(tmp_path / "server.git").git("config", "zoujin.root").strip()
    assert len(trusted) == 64, "the first root that comes is the one that all others must come from"

    more = people.replace("stages: [first, proof-1, check]", "stages: [first, proof-1, check, final, issue]")
    office.write("content/review/people.yaml", more)
    office.commit("I may sign everything now")
    before = on_server(office)
    said = office.push("main", refused=True)
    assert "content/review" in said and "负责人" in said
    assert on_server(office) == before
    _signed(office, keys)
    office.push("main")


def _signed(city: Clone, keys: dict[str, Path]) -> None:
    for name, key in keys.items():
        assert city.zoujin("root", "sign", "--as", name, "--key", str(key), "--today", "2026-03-06") == 0
    city.commit("the chiefs signed")
