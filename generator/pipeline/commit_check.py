"""What is wrong with the commit that is being made, and what of it keeps the commit from being made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from generator.model.canonical import is_text
from generator.model.diagnostic import Diagnostic, Severity
from generator.read.git_index import Change, blob_sizes, staged_changes
from generator.read.git_objects import run_git
from generator.read.tree import REGISTER_REVIEWS, REVIEW_FOLDER, STATION_REVIEWS

from .checking import check_reading
from .progress import Progress, silent
from .project import Project
from .reading import read_catalogue
from .staged_copy import StagedCopy, staged_copy
from .survey import survey
from .touched import ours, touched_places, within
from .workers import default_jobs, make_executor

LARGEST_FILE = 50_000_000
"""Bytes. What was committed once is fetched by everybody forever; GitHub warns from 50 MB on, and refuses 100."""
_CONFLICT = re.compile(r"^(?:<{7} |>{7} )", re.MULTILINE)
_SHOWN = 5


@dataclass(frozen=True)
class CommitCheck:
    """``refusals`` say (in Chinese) why the commit must not be made whatever the rules say; ``diagnostics`` are those of
    what it touches, ``remarks`` what may explain them, ``elsewhere`` counts errors in what it does not touch.
    The texts that diagnostics point into lie under ``root``."""

    root: Path
    changes: tuple[Change, ...] = ()
    refusals: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    remarks: tuple[str, ...] = ()
    elsewhere: int = 0

    @property
    def errors(self) -> int:
        """How many diagnostics keep the commit from being made."""
        return sum(item.severity is Severity.ERROR for item in self.diagnostics)

    @property
    def may_go(self) -> bool:
        """Whether nothing keeps the commit from being made."""
        return not self.refusals and not self.errors


def check_commit(project: Project, index: str, now: datetime, progress: Progress = silent) -> CommitCheck:
    """Check what is staged as it is staged. ``index`` is the index file that Git named to the hook, "" for the usual one."""
    changes = ours(staged_changes(project.root, index))
    copy = staged_copy(project, index) if changes else None
    if copy is None:
        return CommitCheck(project.root)
    found = survey(copy.project)
    with make_executor(default_jobs()) as executor:
        reading = read_catalogue(copy.project, found, executor, progress)
    everything = check_reading(copy.project, reading, now, progress).diagnostics
    own = tuple(within(everything, touched_places(changes)))
    wrong = sum(item.severity is Severity.ERROR for item in everything)
    return CommitCheck(
        copy.project.root,
        changes,
        tuple(_refusals(project, copy, changes)),
        own,
        tuple(_remarks(project.root, copy, changes, own)),
        wrong - sum(item.severity is Severity.ERROR for item in own),
    )


def is_record(path: str) -> bool:
    """Whether a path is that of a review record."""
    folder = path.rpartition("/")[0]
    return path.endswith(".json") and (
        folder.startswith((f"{STATION_REVIEWS}/", f"{REGISTER_REVIEWS}/"))
        or (folder.endswith(f"/{REVIEW_FOLDER}") and folder != _REVIEWERS)
    )


_REVIEWERS = "content/review"


def _refusals(project: Project, copy: StagedCopy, changes: Sequence[Change]) -> Iterator[str]:
    for path, kind in changes:
        if is_record(path) and kind != "A":
            done = "删除" if kind == "D" else "改动"
            yield (
                f"{path}：审核记录只能新增，这次提交却把它{done}了。"
                f"恢复它：git restore --source=HEAD --staged --worktree -- {path}。要撤回审过的意见，另写一条新的记录。"
            )
    added = [path for path, kind in changes if kind != "D" and path in copy.files]
    sizes = blob_sizes(project.root, (copy.files[path].blob for path in added))
    for path in added:
        size = sizes.get(copy.files[path].blob, 0)
        if size > LARGEST_FILE:
            yield (
                f"{path} 有 {size / 1e6:.0f} MB。提交以后每个人都要下载它，而且再也删不掉；单个文件最多 {LARGEST_FILE / 1e6:.0f} MB。"
                f"视频传到视频平台，稿件里写网址（video）；照片先缩小。从这次提交里拿掉：git rm --cached -- {path}。"
            )
        elif is_text(path) and _CONFLICT.search(_text(copy.project.root / path)):
            yield (
                f"{path} 里还有合并冲突的标记（<<<<<<< 和 >>>>>>>）：两个人改了同一处。"
                f"打开文件，两种写法留下一种，删掉标记，再 git add {path}。"
            )


def _remarks(root: Path, copy: StagedCopy, changes: Sequence[Change], own: Sequence[Diagnostic]) -> Iterator[str]:
    wrong = [item for item in own if item.severity is Severity.ERROR]
    later = [change.path for change in changes if change.path in copy.unlike]
    if later:
        yield (
            f"{_listed(later)}在 git add 之后又改过：提交的、这里检查的，都是 git add 那一刻的内容。"
            f"要提交现在的内容，再运行一次 git add {' '.join(later[:_SHOWN])}。"
        )
    if wrong:
        said = "\n".join(f"{item.message}{item.hint}" for item in wrong)
        forgotten = [path for path in _not_added(root, changes) if path.rpartition("/")[2] in said]
        if forgotten:
            yield f"{_listed(forgotten)}就在文件夹里，只是没有放进这次提交：git add {' '.join(forgotten[:_SHOWN])}。"


def _not_added(root: Path, changes: Iterable[Change]) -> list[str]:
    folders = sorted({change.path.rpartition("/")[0] or "." for change in changes})
    answer = run_git(root, ["ls-files", "--others", "--exclude-standard", "-z", "--", *folders])
    return [path for path in (answer or b"").decode("utf-8", "surrogateescape").split("\0") if path]


def _listed(paths: Sequence[str]) -> str:
    return "、".join(paths[:_SHOWN]) + (f" 等 {len(paths)} 个文件" if len(paths) > _SHOWN else "")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
