"""Commits go to a server and come from it; whatever stops them, nothing is lost and the reason is said plainly."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from reviewed_project import Clone

from generator.pipeline.exchange import Exchanged, commit_paths, send, take, uncommitted_records, unsent
from generator.pipeline.refused import Refused


def _quiet(step: str) -> None:
    """Steps are of no interest."""


ME = ("赵初", "zhao@zoujin.invalid")


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A server, and two working copies of it."""
    folder = tmp_path_factory.mktemp("begun")
    mine = Clone(folder / "mine")
    mine.write("stories/2026/a/index.md", "一\n二\n三\n")
    mine.git("init", "-q", "-b", "main")
    mine.commit("begin")
    mine.git("init", "-q", "--bare", "-b", "main", "../server.git")
    mine.git("remote", "add", "origin", "../server.git")
    mine.git("push", "-q", "-u", "origin", "main")
    mine.git("clone", "-q", "../server.git", "../theirs")
    return folder


@pytest.fixture
def two(begun: Path, tmp_path: Path) -> tuple[Clone, Clone]:
    shutil.copytree(begun, tmp_path / "both")
    for name in ("mine", "theirs"):
        Clone(tmp_path / "both" / name).git("remote", "set-url", "origin", str(tmp_path / "both" / "server.git"))
    return Clone(tmp_path / "both" / "mine"), Clone(tmp_path / "both" / "theirs")


def record(city: Clone, name: str) -> str:
    path = f"stories/2026/a/review/{name}.json"
    city.write(path, "{}\n")
    return path


def sent(city: Clone) -> Exchanged:
    return send(city.root, *ME, _quiet)


def on_server(city: Clone) -> str:
    return city.git("ls-remote", "origin", "main").split()[0]


def test_only_what_was_named_is_committed(two: tuple[Clone, Clone]) -> None:
    mine, _ = two
    mine.write("stories/2026/a/index.md", "half done\n")
    mine.write("other.txt", "staged by somebody\n")
    mine.git("add", "other.txt")
    path = record(mine, "one")
    assert uncommitted_records(mine.root) == [path]
    commit_paths(mine.root, [path], "审核：通过", *ME)
    assert mine.git("show", "--name-only", "--format=", "HEAD").split() == [path]
    assert mine.git("status", "--porcelain").split("\n")[:2] == ["A  other.txt", " M stories/2026/a/index.md"]
    assert uncommitted_records(mine.root) == []
    commit_paths(mine.root, [path], "again", *ME)
    assert unsent(mine.root) == 1


def test_an_edit_is_committed_with_what_it_took_away(two: tuple[Clone, Clone]) -> None:
    mine, _ = two
    mine.write("stories/2026/a/photo [1].txt", "x")
    commit_paths(mine.root, ["stories/2026/a"], "修改", *ME)
    (mine.root / "stories/2026/a/photo [1].txt").unlink()
    commit_paths(mine.root, ["stories/2026/a"], "修改", *ME)
    assert mine.git("ls-tree", "-r", "--name-only", "HEAD").split("\n") == ["stories/2026/a/index.md", ""]


def test_somebody_whom_git_does_not_know(two: tuple[Clone, Clone], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")
    mine, _ = two
    commit_paths(mine.root, [record(mine, "one")], "审核：通过", *ME)
    assert mine.git("log", "-1", "--format=%an <%ae>").strip() == "赵初 <zhao@zoujin.invalid>"
    mine.git("config", "user.name", "Zhao")
    commit_paths(mine.root, [record(mine, "two")], "审核：通过", *ME)
    assert mine.git("log", "-1", "--format=%an <%ae>").strip() == "Zhao <zhao@zoujin.invalid>"


def test_others_were_faster(two: tuple[Clone, Clone]) -> None:
    mine, theirs = two
    record(theirs, "theirs")
    theirs.commit("theirs")
    theirs.git("push", "-q")
    commit_paths(mine.root, [record(mine, "mine")], "mine", *ME)
    steps: list[str] = []
    answer = send(mine.root, *ME, steps.append)
    assert answer.done
    assert answer.took
    assert steps == ["正在送到服务器", "正在收取别人的内容", "正在合并", "正在送到服务器"]
    assert on_server(mine) == mine.git("rev-parse", "HEAD").strip()
    assert len(list((mine.root / "stories/2026/a/review").iterdir())) == 2
    assert unsent(mine.root) == 0
    assert not take(mine.root, *ME, _quiet).took


def test_both_changed_the_same_line(two: tuple[Clone, Clone]) -> None:
    mine, theirs = two
    theirs.write("stories/2026/a/index.md", "一\n贰\n三\n")
    theirs.commit("theirs")
    theirs.git("push", "-q")
    mine.write("stories/2026/a/index.md", "一\nⅡ\n三\n")
    commit_paths(mine.root, ["stories/2026/a"], "mine", *ME)
    before = mine.git("rev-parse", "HEAD")
    answer = sent(mine)
    assert not answer.done
    assert "你和别人改了同一处" in answer.said
    assert answer.details == ("stories/2026/a/index.md",)
    assert mine.git("rev-parse", "HEAD") == before
    assert mine.git("status", "--porcelain") == ""
    assert (mine.root / "stories/2026/a/index.md").read_text("utf-8") == "一\nⅡ\n三\n"


def test_what_is_not_committed_is_not_overwritten(two: tuple[Clone, Clone]) -> None:
    mine, theirs = two
    theirs.write("stories/2026/a/index.md", "一\n贰\n三\n")
    theirs.commit("theirs")
    theirs.git("push", "-q")
    mine.write("stories/2026/a/index.md", "unsaved work\n")
    answer = take(mine.root, *ME, _quiet)
    assert not answer.done
    assert "本机有改动还没有提交" in answer.said
    assert answer.details == ("stories/2026/a/index.md",)
    assert (mine.root / "stories/2026/a/index.md").read_text("utf-8") == "unsaved work\n"


def test_a_merge_of_somebody_else_is_left_alone(two: tuple[Clone, Clone]) -> None:
    mine, theirs = two
    for city, word in ((mine, "Ⅱ"), (theirs, "贰")):
        city.write("stories/2026/a/index.md", f"一\n{word}\n三\n")
        city.commit("edit")
    theirs.git("push", "-q")
    mine.git("fetch", "-q")
    with pytest.raises(Exception, match="merge"):
        mine.git("merge", "-q", "origin/main")
    state = mine.git("status", "--porcelain")
    answer = take(mine.root, *ME, _quiet)
    assert "有一次合并做到一半" in answer.said
    with pytest.raises(Refused, match="有一次合并做到一半"):
        commit_paths(mine.root, [record(mine, "one")], "x", *ME)
    assert state.strip() in mine.git("status", "--porcelain")


def test_a_server_that_refuses_is_quoted(two: tuple[Clone, Clone]) -> None:
    mine, _ = two
    hook = mine.root.parent / "server.git/hooks/pre-receive"
    hook.write_text("#!/bin/sh\necho 有一条记录不算数：越级签发\nexit 1\n", "utf-8")
    hook.chmod(0o755)
    commit_paths(mine.root, [record(mine, "one")], "mine", *ME)
    answer = sent(mine)
    assert not answer.done
    assert "服务器没有接受" in answer.said
    assert answer.details == ("有一条记录不算数：越级签发",)
    assert unsent(mine.root) == 1


def test_a_hook_of_this_machine_that_refuses_is_quoted(two: tuple[Clone, Clone]) -> None:
    mine, _ = two
    hook = mine.root / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho 检查发现错误 >&2\nexit 1\n", "utf-8")
    hook.chmod(0o755)
    path = record(mine, "one")
    with pytest.raises(Refused, match="检查发现错误"):
        commit_paths(mine.root, [path], "mine", *ME)
    assert uncommitted_records(mine.root) == [path]


@pytest.mark.parametrize(("address", "words"), [
    ("http://127.0.0.1:9/nowhere.git", "连不上服务器"),
    ("/nowhere/at/all.git", "找不到服务器上的仓库"),
])  # fmt: skip
def test_no_way_to_the_server(two: tuple[Clone, Clone], address: str, words: str) -> None:
    mine, _ = two
    commit_paths(mine.root, [record(mine, "one")], "mine", *ME)
    mine.git("remote", "set-url", "origin", address)
    for answer in (sent(mine), take(mine.root, *ME, _quiet)):
        assert not answer.done
        assert words in answer.said
    assert unsent(mine.root) == 1
    mine.git("remote", "set-url", "origin", str(mine.root.parent / "server.git"))
    assert sent(mine).done


def test_a_copy_without_a_server(two: tuple[Clone, Clone]) -> None:
    mine, _ = two
    mine.git("remote", "remove", "origin")
    assert unsent(mine.root) is None
    assert "没有设置服务器" in sent(mine).said
    assert "没有设置服务器" in take(mine.root, *ME, _quiet).said


def test_a_branch_that_the_server_does_not_know(two: tuple[Clone, Clone]) -> None:
    mine, _ = two
    mine.git("switch", "-q", "-c", "mine")
    commit_paths(mine.root, [record(mine, "one")], "mine", *ME)
    assert unsent(mine.root) == 1
    assert take(mine.root, *ME, _quiet).done
    assert sent(mine).done
    assert unsent(mine.root) == 0
    mine.git("switch", "-q", "--detach")
    assert "不在任何一个分支上" in sent(mine).said


def test_another_program_at_the_index(two: tuple[Clone, Clone], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.pipeline.exchange._WAITS", (0.01, 0.01))
    mine, _ = two
    path = record(mine, "one")
    (mine.root / ".git/index.lock").touch()
    with pytest.raises(Refused, match="另一个程序正在用"):
        commit_paths(mine.root, [path], "mine", *ME)
    (mine.root / ".git/index.lock").unlink()
    commit_paths(mine.root, [path], "mine", *ME)


def test_a_project_in_a_folder_of_a_repository(tmp_path: Path) -> None:
    whole = Clone(tmp_path)
    whole.write("site/readme.txt", "x")
    whole.git("init", "-q", "-b", "main")
    whole.commit("begin")
    project = Clone(tmp_path / "site")
    path = record(project, "one")
    assert uncommitted_records(project.root) == [path]
    commit_paths(project.root, [path], "mine", *ME)
    assert uncommitted_records(project.root) == []


def test_a_folder_without_git(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="不是 Git 仓库"):
        commit_paths(tmp_path, [record(Clone(tmp_path), "one")], "x", *ME)
    assert uncommitted_records(tmp_path) == []
