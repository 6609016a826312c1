"""The commit to be, laid out beside the working tree: linked where it is the same, written where it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.pipeline.project import Project
from generator.pipeline.staged_copy import StagedCopy, staged_copy
from generator.read.git_index import changes_since, staged_changes
from generator.read.git_objects import run_git

STORY = "stories/2026/a/index.md"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    root = tmp_path / "江城 site"
    for name in ("a", "b", "c"):
        put(root, f"stories/2026/{name}/index.md", f"story {name}\n")
    put(root, "README.md", "no check reads this\n")
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    project = Project(root)
    project.prepare_cache()
    return project


def put(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, "utf-8")


def git(root: Path, *arguments: str) -> str:
    who = ["-c", "user.name=a", "-c", "user.email=a@unit.example", "-c", "commit.gpgsign=false"]
    answer = run_git(root, [*who, *arguments])
    assert answer is not None, arguments
    return answer.decode()


def copied(project: Project) -> tuple[StagedCopy, dict[str, str]]:
    copy = staged_copy(project)
    assert copy is not None
    root = copy.project.root
    files = (path for path in root.rglob("*") if path.is_file() and path.name != ".git")
    return copy, {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in files}


def test_no_photo_is_kept_twice(project: Project) -> None:
    copy, files = copied(project)
    assert files == {f"stories/2026/{name}/index.md": f"story {name}\n" for name in ("a", "b", "c")}
    assert (copy.project.root / STORY).samefile(project.root / STORY)
    assert copied(project)[0].unlike == frozenset(), "a second link is no change to Git"


def test_what_is_staged_counts_and_the_editors_file_stays(project: Project) -> None:
    copied(project)
    put(project.root, STORY, "edited in place\n")  # through the link, if nobody looks
    copy, files = copied(project)
    assert files[STORY] == "story a\n"
    assert copy.unlike == {STORY}
    assert (project.root / STORY).read_text("utf-8") == "edited in place\n"
    written = (copy.project.root / STORY).stat().st_mtime_ns
    copy, _ = copied(project)
    assert (copy.project.root / STORY).stat().st_mtime_ns == written, "and is written once"
    git(project.root, "add", "-A")
    copy, files = copied(project)
    assert files[STORY] == "edited in place\n"
    assert (copy.project.root / STORY).samefile(project.root / STORY)


def test_what_is_gone_is_gone(project: Project) -> None:
    copied(project)
    git(project.root, "rm", "-q", "--cached", STORY)
    copy, files = copied(project)
    assert STORY not in files
    assert not (copy.project.root / STORY).parent.exists()
    assert (project.root / STORY).is_file(), "only from the commit"


def test_a_project_in_a_folder_of_a_repository_has_its_history(tmp_path: Path) -> None:
    project = Project(tmp_path / "网站")
    put(project.root, STORY, "story a\n")
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "-A")
    assert [tuple(change) for change in staged_changes(project.root, "")] == [(STORY, "A")]
    git(tmp_path, "commit", "-q", "-m", "begin")
    project.prepare_cache()
    copy, files = copied(project)
    assert files == {STORY: "story a\n"}
    assert git(copy.project.root, "log", "--format=%s", "--", STORY) == "begin\n"
    put(project.root, STORY, "edited\n")
    changed = changes_since(project.root, "HEAD")
    assert changed is not None
    assert [tuple(change) for change in changed] == [(STORY, "M")]
    assert changes_since(project.root, "no-such-branch") is None
