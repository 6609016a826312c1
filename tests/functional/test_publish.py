"""``zoujin publish``: a built project to the targets that its file names."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from sites.site import Site

from generator.cli.main import run

BUS = "stories/2026/night-bus/index.md"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return Site.mini(tmp_path_factory.mktemp("publish") / "city").build()


@pytest.fixture
def city(built: Site, tmp_path: Path) -> Site:
    """The built project, with a target beside it."""
    city = Site(tmp_path / "city")
    shutil.copytree(built.root, city.root, ignore=shutil.ignore_patterns(".zoujin"))
    return city.write("content/targets.yaml", "- id: office\n  kind: folder\n  to: ../www\n")


def published(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".zoujin-publish" not in path.parts
    }


def publish(city: Site, *arguments: str) -> int:
    return run(["publish", "-C", str(city.root), *arguments])


def test_the_site_is_seen_first_then_sent_then_up_to_date(
    city: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert publish(city, "--dry-run") == 0
    said = capsys.readouterr().out
    assert "首页：1 个" in said
    assert "  + stories/2026/night-bus/index.html" in said
    assert "什么都没有做" in said
    assert not (tmp_path / "www").exists()
    assert publish(city) == 0
    assert "发布好了：发送" in capsys.readouterr().out
    assert published(tmp_path / "www") == published(city.public)
    assert publish(city, "office") == 0
    assert "已经是最新的" in capsys.readouterr().out


def test_an_edit_sends_few_files_and_a_withdrawal_leaves_nothing(
    city: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    publish(city)
    whole = len(published(tmp_path / "www"))
    city.front(BUS, "withdrawn:\n  date: 2026-03-11\n  reason: 应当事人要求撤回。").build()
    capsys.readouterr()
    assert publish(city) == 0
    said = capsys.readouterr().out
    assert 0 < int(said.partition("发送 ")[2].partition(" ")[0]) < whole
    assert published(tmp_path / "www") == published(city.public)
    assert not any("热水".encode() in text for path, text in published(tmp_path / "www").items() if "night-bus" in path)


def test_part_of_a_government_site(city: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "gov/zyfw").mkdir(parents=True)
    (tmp_path / "gov/index.html").write_text("the office's own home page")
    (tmp_path / "gov/zyfw/old.html").write_text("theirs")
    city.write("content/targets.yaml", "- id: gov\n  kind: folder\n  to: ../gov/zyfw\n  columns: [stories]\n")
    assert publish(city) == 0
    assert "1 个不是本站发布的文件，没有动" in capsys.readouterr().out
    found = published(tmp_path / "gov")
    assert found["index.html"] == b"the office's own home page"
    assert found["zyfw/old.html"] == b"theirs"
    assert "zyfw/stories/2026/night-bus/index.html" in found
    assert "zyfw/index.html" not in found
    city.edit("content/targets.yaml", "[stories]", "[stories, weather]")
    assert publish(city) == 1
    assert "没有这些栏目：weather" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("targets", "arguments", "said"),
    [
        ("", [], "还没有说网站放到哪里"),
        ("- id: a\n  kind: folder\n  to: ../a\n- id: b\n  kind: folder\n  to: ../b\n", [], "发布到哪里？有：a（文件夹）、b"),
        ("- id: a\n  kind: folder\n  to: ../a\n", ["cloud"], "没有“cloud”这个发布目标"),
        ("- id: a\n  kind: balloon\n  to: ../a\n", [], "zoujin check"),
        ("- id: a\n  kind: folder\n  to: content/www\n", [], "不能发布到"),
        ("- id: a\n  kind: folder\n  to: site\n", [], "不能发布到"),
        ("- id: a\n  kind: folder\n  to: ..\n", [], "不能发布到"),
        ("- id: a\n  kind: folder\n  to: ../share/www\n", [], "挂载"),
        ("- id: a\n  kind: folder\n  to: ../a\n  address: https://hewan.example/zyfw/\n", [], "链接会打不开"),
        ("- id: a\n  kind: storage\n  to: nosuch://bucket\n", [], "安装"),
    ],
)  # fmt: skip
def test_what_cannot_be_published_is_said(
    city: Site, capsys: pytest.CaptureFixture[str], targets: str, arguments: list[str], said: str
) -> None:
    city.write("content/targets.yaml", targets)
    assert publish(city, *arguments) == 1
    told = capsys.readouterr().err
    assert said in told
    assert "Traceback" not in told


def test_a_project_that_was_never_built(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    city = Site.mini(tmp_path / "city").write("content/targets.yaml", "- id: a\n  kind: folder\n  to: ../a\n")
    assert publish(city) == 1
    assert "先运行 zoujin build" in capsys.readouterr().err


def test_secrets_stay_out_of_the_repository(city: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def git(*arguments: str) -> None:
        subprocess.run(["git", "-C", str(city.root), *arguments], check=True, capture_output=True)

    city.write("publish.secrets", "# 对象存储\nAWS_ACCESS_KEY_ID = 'example'\n")
    git("init", "--quiet")
    assert publish(city) == 1
    assert "/publish.secrets" in capsys.readouterr().err
    city.write(".gitignore", "/publish.secrets\n")
    assert publish(city) == 0
    git("add", "--force", "publish.secrets")
    assert publish(city) == 1
    assert "git rm --cached" in capsys.readouterr().err


def test_a_file_of_secrets_is_read_and_the_environment_wins(city: Site) -> None:
    from generator.model.publishing import Target, TargetKind
    from generator.pipeline.project import Project
    from generator.pipeline.publishing import read_secrets, secret

    city.write(
        "publish.secrets", '﻿PUBLISH_TOKEN=one\nexport CLOUD_PUBLISH_TOKEN="two"\nnonsense\nRSYNC_PASSWORD=file\n'
    )
    secrets = read_secrets(Project(city.root), {"RSYNC_PASSWORD": "environment"})
    cloud = Target(id="cloud", kind=TargetKind.STORAGE, to="s3://x")
    assert secret(secrets, cloud, "PUBLISH_TOKEN") == "two"
    assert secret(secrets, cloud.model_copy(update={"id": "other"}), "PUBLISH_TOKEN") == "one"
    assert secret(secrets, cloud, "RSYNC_PASSWORD") == "environment"
    assert secret(secrets, cloud, "AWS_SESSION_TOKEN") == ""


def test_a_publication_that_is_interrupted_says_that_readers_see_a_whole_site(
    city: Site, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupt)
    assert publish(city) == 130
    assert "仍然完整" in capsys.readouterr().err
