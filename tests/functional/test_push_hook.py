"""Before a push: reviews are verified, and the likeliest mistakes are explained before a server refuses them."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from reviewed_project import STORY, TEXT, Clone, new_city

from generator.cli.main import run

NOTHING = "0" * 40
CORRECTED = TEXT.replace("夜里十一点", "夜里十点半")


@pytest.fixture(scope="module")
def approved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    city = new_city(tmp_path_factory.mktemp("push") / "city")
    city.three_levels()
    return city.root


@pytest.fixture
def city(approved: Path, tmp_path: Path) -> Clone:
    return Clone(Path(shutil.copytree(approved, tmp_path / "city")))


@pytest.fixture
def pushing(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Pushing:
    return Pushing(capsys, monkeypatch)


class Pushing:
    """What the hook says when the current commit is pushed, or a branch taken away."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.capsys = capsys
        self.monkeypatch = monkeypatch

    def __call__(self, city: Clone, *, refused: bool, gone: bool = False) -> str:
        commit = NOTHING if gone else city.git("rev-parse", "HEAD").strip()
        line = f"{'(delete)' if gone else 'refs/heads/main'} {commit} refs/heads/main {NOTHING}\n"
        self.monkeypatch.setattr("sys.stdin", io.StringIO(line))
        self.capsys.readouterr()
        assert run(["hook", "pre-push", "origin", "/srv/site.git", "-C", str(city.root)]) == int(refused)
        out, err = self.capsys.readouterr()
        assert ("没有推送：" in err) == refused
        return out + err


def test_an_honest_push_goes_through(city: Clone, pushing: Pushing) -> None:
    city.write(f"{STORY}/index.md", CORRECTED)
    city.commit("a correction that waits for its review")
    assert "没有发现问题" in pushing(city, refused=False)


def test_mistake_1_a_record_that_was_deleted(city: Clone, pushing: Pushing) -> None:
    record = city.records()[-1]
    record.unlink()
    city.commit("tidy up")
    text = pushing(city, refused=True)
    assert record.name in text
    assert "被删除" in text


def test_mistake_2_a_record_that_was_corrected_by_hand(city: Clone, pushing: Pushing) -> None:
    record = city.records()[-1]
    record.write_text(record.read_text("utf-8").replace("2026-03-06", "2026-03-05"), "utf-8")
    city.commit("it was the day before")
    text = pushing(city, refused=True)
    assert record.name in text


def test_mistake_3_a_branch_that_was_squashed(city: Clone, pushing: Pushing) -> None:
    city.git("switch", "-q", "-c", "proposal")
    city.write(f"{STORY}/index.md", CORRECTED)
    city.commit("a correction")
    city.three_levels(today="2026-03-07")
    city.write(f"{STORY}/index.md", CORRECTED + "\n又改了一句，还没有审。\n")
    city.commit("and another one")
    city.git("switch", "-q", "main")
    city.git("merge", "-q", "--squash", "proposal")
    city.commit("everything at once")
    text = pushing(city, refused=True)
    assert STORY in text
    assert "squash" in text


def test_mistake_4_a_policy_with_a_slip_of_the_finger(city: Clone, pushing: Pushing) -> None:
    policy = city.root / "content/review/policy.yaml"
    policy.write_text(policy.read_text("utf-8").replace("mode: registered", "mode: registred"), "utf-8")
    city.git("add", "-A")
    city.git("commit", "-q", "--no-verify", "-m", "a slip")
    assert "content/review/policy.yaml" in pushing(city, refused=True)


def test_mistake_5_the_cache_was_committed(city: Clone, pushing: Pushing) -> None:
    city.git("add", "-f", ".zoujin")
    city.git("commit", "-q", "-m", "everything I have")
    assert "git rm -r --cached .zoujin" in pushing(city, refused=True)


def test_nothing_is_asked_where_nothing_is_reviewed_or_sent(city: Clone, pushing: Pushing) -> None:
    assert pushing(city, refused=False, gone=True) == ""
    city.write("content/review/policy.yaml", 'mode: "off"\n')
    city.commit("no reviews")
    assert pushing(city, refused=False) == ""
