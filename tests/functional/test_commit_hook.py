"""Before a commit: what is staged is checked as it is staged, and the likeliest mistakes are explained."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image
from reviewed_project import STORY, TEXT, Clone, new_city

from generator.cli.main import run
from generator.pipeline import commit_check

REVIEWED = "stories/2025/river-patrol"
RECORD = f"{REVIEWED}/review/2026-03-06-submit-{'0' * 32}.json"


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    city = new_city(tmp_path_factory.mktemp("hook") / "江城 site")
    city.write(f"{REVIEWED}/index.md", TEXT.replace("夜班公交末站的热水", "江边的红马甲"))
    city.write(RECORD, "{}\n")
    settings = (city.root / "content" / "settings.yaml").read_text("utf-8")
    city.write("content/settings.yaml", f"{settings}\ntoday: 2026-03-06\n")
    city.commit("a record")
    assert run(["setup", "--name", "王五", "--mail", "wangwu@unit.example", "--no-practice", "-C", str(city.root)]) == 0
    return city.root


@pytest.fixture
def city(begun: Path, tmp_path: Path) -> Clone:
    clone = Clone(Path(shutil.copytree(begun, tmp_path / "江城 site")))
    clone.git("update-index", "--refresh")
    return clone


@pytest.fixture
def said(city: Clone, capsys: pytest.CaptureFixture[str]) -> Said:
    return Said(city, capsys)


class Said:
    """What the hook says of everything that is staged."""

    def __init__(self, city: Clone, capsys: pytest.CaptureFixture[str]) -> None:
        self.city = city
        self.capsys = capsys

    def __call__(self, *, refused: bool) -> str:
        self.capsys.readouterr()
        assert run(["hook", "pre-commit", "-C", str(self.city.root)]) == int(refused)
        out, err = self.capsys.readouterr()
        assert out == "", "git shows what is said on stderr"
        return err


def test_a_good_commit_is_told_so_in_a_line(city: Clone, said: Said) -> None:
    city.write(f"{STORY}/index.md", TEXT + "\n车厢里只剩两个人。\n")
    city.git("add", "-A")
    assert said(refused=False) == "走进：检查了要提交的 1 个文件，没有发现问题。\n"


def test_mistake_1_a_name_that_is_in_no_register(city: Clone, said: Said) -> None:
    city.write(f"{STORY}/index.md", TEXT.replace("district: chengdong", "district: chengdog"))
    city.git("add", "-A")
    text = said(refused=True)
    assert f"{STORY}/index.md:7:11: error[unknown-district]" in text
    assert "是不是“chengdong”（城东区）？" in text
    assert "没有提交。照上面的提示改好，git add 改过的文件，再提交一次。" in text


def test_mistake_2_a_photo_that_was_not_added(city: Clone, said: Said) -> None:
    Image.new("RGB", (640, 480)).save(city.root / STORY / "stop.jpg")
    photo = "photos:\n  - {file: stop.jpg, alt: 末站的灯, credit: 陈一舟}\n---\n\n夜里"
    city.write(f"{STORY}/index.md", TEXT.replace("---\n\n夜里", photo))
    city.git("add", f"{STORY}/index.md")
    text = said(refused=True)
    assert f"注意：{STORY}/stop.jpg就在文件夹里，只是没有放进这次提交：git add {STORY}/stop.jpg。" in text
    city.git("add", f"{STORY}/stop.jpg")
    assert "没有提交" not in said(refused=False)


def test_mistake_3_edited_again_after_adding(city: Clone, said: Said) -> None:
    city.write(f"{STORY}/index.md", TEXT.replace("into: community", "into: comunity"))
    city.git("add", "-A")
    city.write(f"{STORY}/index.md", TEXT + "\n改好了。\n")
    text = said(refused=True)
    assert "into: comunity" in text, "the line as it is staged, not as it is on disk"
    assert f"再运行一次 git add {STORY}/index.md" in text
    city.git("add", "-A")
    city.write(f"{STORY}/index.md", TEXT.replace("into: community", "into: comunity"))
    assert "error" not in said(refused=False), "what is on disk only is not committed"


def test_mistake_4_a_conflict_that_is_not_settled(city: Clone, said: Said) -> None:
    city.write(f"{STORY}/index.md", f"{TEXT}\n<<<<<<< HEAD\n热水\n=======\n姜茶\n>>>>>>> practice\n")
    city.git("add", "-A")
    text = said(refused=True)
    assert f"✗ {STORY}/index.md 里还有合并冲突的标记（<<<<<<< 和 >>>>>>>）" in text
    assert "两种写法留下一种" in text


@pytest.mark.parametrize("done", ["删除", "改动"])
def test_mistake_5_a_review_record_that_was_touched(city: Clone, said: Said, done: str) -> None:
    if done == "删除":
        (city.root / RECORD).unlink()
    else:
        city.write(RECORD, '{"stage": "final"}\n')
    city.git("add", "-A")
    text = said(refused=True)
    assert f"✗ {RECORD}：审核记录只能新增，这次提交却把它{done}了。" in text
    command = text.partition("恢复它：git ")[2].partition("。")[0]
    city.git(*command.split(" "))
    assert city.git("status", "--short") == "", "the command that it names mends it"


def test_a_video_is_kept_out(city: Clone, said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commit_check, "LARGEST_FILE", 1_000_000)
    (city.root / STORY / "bus.mp4").write_bytes(os.urandom(2_000_000))
    city.git("add", "-A")
    assert "bus.mp4 有 2 MB。提交以后每个人都要下载它" in said(refused=True)


def test_errors_of_others_do_not_stop_a_commit(city: Clone, said: Said) -> None:
    city.write("stories/2026/other/index.md", TEXT.replace("district: chengdong", "district: nowhere"))
    city.git("add", "-A")
    city.git("commit", "-q", "--no-verify", "-m", "an error comes in")
    city.write(f"{STORY}/index.md", TEXT + "\n多一句。\n")
    city.git("add", "-A")
    text = said(refused=False)
    assert "这次没有改到的地方还有 1 处错误，不影响这次提交" in text
    assert "nowhere" not in text


def test_a_change_of_a_register_is_felt_everywhere(city: Clone, said: Said) -> None:
    districts = city.root / "content" / "districts.yaml"
    districts.write_text(districts.read_text("utf-8").replace("id: chengdong", "id: east"), "utf-8")
    city.git("add", "-A")
    assert f"{REVIEWED}/index.md:7:11: error[unknown-district]" in said(refused=True)


def test_git_itself_asks_and_nothing_is_lost(city: Clone) -> None:
    """Through ``git commit -a``, which stages into an index of its own and names that to the hook."""
    city.write(f"{STORY}/index.md", TEXT.replace("into: community", "into: comunity"))
    refused = commit(city, "-a")
    assert refused.returncode == 1
    assert "没有提交" in refused.stderr
    assert "comunity" in (city.root / STORY / "index.md").read_text("utf-8")
    city.write(f"{STORY}/index.md", TEXT + "\n改好了。\n")
    made = commit(city, "-a")
    assert made.returncode == 0, made.stderr
    assert "没有发现问题" in made.stderr
    assert city.git("log", "-1", "--format=%an %s") == "王五 改\n"
    assert city.git("status", "--short") == ""


def commit(city: Clone, *arguments: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return subprocess.run(
        ["git", "-C", str(city.root), "commit", "-m", "改", *arguments],
        env=clean, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
