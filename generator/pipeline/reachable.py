"""Which blobs the history of a commit keeps: what nothing leads to is gone with the next clone."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from pathlib import Path

from generator.read.cache_file import load_cached, save_cached
from generator.read.git_objects import run_git

from .project import Project, program_version


class Reach(Enum):
    """How a blob is lost, in Chinese."""

    ABSENT = "在这份仓库里找不到"
    LOOSE = "已经不在历史里，别人的克隆得不到"

    @property
    def said(self) -> str:
        """Its name."""
        return self.value


@dataclass(frozen=True)
class Reached:
    """``absent`` are the blobs that this copy lacks, ``loose`` those that it has and history does not lead to.
    ``is_shallow`` and ``is_partial`` tell of the copy itself."""

    absent: frozenset[str]
    loose: frozenset[str]
    is_shallow: bool = False
    is_partial: bool = False

    def cure(self, how: Reach) -> str:
        """What to do (Chinese)."""
        if how is Reach.LOOSE:
            return "压缩合并（squash）或变基丢掉了审过的提交。改用普通合并：git merge 原来的分支，再推送；分支已经删除的，重新送审。"
        if self.is_shallow:
            return "这是浅克隆。运行 git fetch --unshallow，再试一次。"
        blobs = " ".join(sorted(self.absent)[:3])
        if self.is_partial:
            return f"这是不带文件的克隆（--filter）。连上网络，运行 git fetch origin {blobs}，再试一次。"
        return f"可能是压缩合并（squash）或变基丢了提交。运行 git fetch origin {blobs}；取不到就重新送审。"


def reach(project: Project, head: str | None, blobs: Collection[str], *, trust_cache: bool = True) -> Reached:
    """Look for ``blobs``. Without ``head`` (no history, or a shallow one) only for whether they are here at all.
    That nothing was lost is remembered: what leads to a blob once leads to it as long as ``head`` is the same."""
    path, version = project.cache / "reach.pickle", program_version()
    asked = head, sha256("".join(sorted(blobs)).encode()).hexdigest()
    if not blobs or (head and trust_cache and load_cached(path, version) == asked):
        return Reached(frozenset(), frozenset())
    found = _look(project.root, head, set(blobs))
    if head and not found.absent and not found.loose:
        save_cached(path, version, asked)
    return found


def _look(root: Path, head: str | None, wanted: set[str]) -> Reached:
    away = wanted
    if head is not None:
        away = away - _in_tree(root, head)
        if away:
            away = away - _listed(root, ["rev-list", "--objects", "--no-object-names", head])
    absent = away - _present(root, away)
    answer = run_git(root, ["rev-parse", "--is-shallow-repository"]) or b""
    partial = run_git(root, ["config", "--get-regexp", r"^remote\..*\.promisor$"])
    loose = away - absent if head is not None else set()
    return Reached(frozenset(absent), frozenset(loose), answer.strip() == b"true", bool(partial))


def _listed(root: Path, command: list[str]) -> set[str]:
    return set((run_git(root, command) or b"").decode("ascii", "replace").split())


def _in_tree(root: Path, commit: str) -> set[str]:
    lines = (run_git(root, ["ls-tree", "-r", commit]) or b"").decode("utf-8", "replace").splitlines()
    return {line.split(None, 3)[2] for line in lines}


def _present(root: Path, blobs: Collection[str]) -> set[str]:
    if not blobs:
        return set()
    given = "".join(f"{blob}\n" for blob in blobs).encode()
    answer = run_git(root, ["cat-file", "--batch-check=%(objectname) %(objecttype)"], given) or b""
    lines = (line.split() for line in answer.decode("ascii", "replace").splitlines())
    return {words[0] for words in lines if len(words) == 2 and words[1] == "blob"}
