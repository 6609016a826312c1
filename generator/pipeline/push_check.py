"""What a server asks of a push before it takes it: that no review record is lost or rewritten, that the root of trust
changes only as its chiefs signed, and that what was approved can still be shown.

The commit that is pushed is laid out beside the bare repository and verified as any clone is. The copy stays,
so that the next push lays out what changed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import yaml
from filelock import FileLock

from generator.model.review_stages import ReviewMode
from generator.model.reviewing import POLICY_FILE
from generator.read.git_index import Change, changes_between, tree_files
from generator.read.git_objects import added_records, is_ancestor, run_git

from .checkpoint import Checkpoint
from .commit_check import is_record
from .project import Project
from .staged_copy import PLACES, lay_out
from .verification import Asked, verify

SERVER_FOLDER = "zoujin"
"""In the bare repository: the copy, what was read of it, and a lock."""
ROOT_SETTING = "zoujin.root"
"""The fingerprint of the root that the server trusts, in the bare repository's own settings."""
_SHOWN = 10


class Update(NamedTuple):
    """A reference that is pushed: the commit it had and gets, all zeros for none."""

    old: str
    new: str
    ref: str


class Refusal(NamedTuple):
    """Why a reference is not taken (Chinese)."""

    ref: str
    why: str


def check_push(bare: Path, updates: Sequence[Update], incoming: Sequence[Path], now: datetime) -> list[Refusal]:
    """All that forbids a push. ``incoming`` are the folders where Git keeps the objects that it has not taken yet."""
    place = bare / SERVER_FOLDER
    place.mkdir(exist_ok=True)
    with FileLock(place / "lock"):
        copy = _Copy(bare, place / "copy")
        copy.open([bare / "objects", *incoming])
        refusals: list[Refusal] = []
        for update in updates:
            if update.ref.startswith("refs/heads/"):
                refusals += [Refusal(update.ref, why) for why in _judge(copy, update, now)]
        return refusals


class _Copy:
    """A repository of its own that borrows the bare one's objects; its files are those of the commit it stands on."""

    def __init__(self, bare: Path, root: Path) -> None:
        self.bare = bare
        self.root = root

    def open(self, objects: Sequence[Path]) -> None:
        if not (self.root / ".git").exists():
            self.root.mkdir(parents=True, exist_ok=True)
            if run_git(self.root, ["init", "--quiet"]) is None:
                raise OSError(f"git init: {self.root}")
        borrowed = "".join(f"{folder.resolve().as_posix()}\n" for folder in objects)
        info = self.root / ".git" / "objects" / "info"
        info.mkdir(exist_ok=True)
        (info / "alternates").write_text(borrowed, encoding="utf-8", newline="\n")

    def stand_on(self, commit: str) -> Project:
        (self.root / ".git" / "HEAD").write_text(f"{commit}\n", encoding="ascii")
        files = {
            path: file
            for path, file in tree_files(self.root, commit, PLACES).items()
            if not {"..", ".git"} & {*path.replace("\\", "/").lower().split("/")}
        }
        project = Project(self.root)
        project.prepare_cache()
        lay_out(self.root, project.cache / "laid.pickle", files, self.root, links=False)
        return project

    def main(self) -> str:
        """The name of the main branch."""
        return (run_git(self.bare, ["symbolic-ref", "HEAD"]) or b"").decode().strip()

    def other_heads(self, ref: str) -> list[str]:
        """The commits of all other branches."""
        answer = run_git(self.bare, ["for-each-ref", "--format=%(refname) %(objectname)", "refs/heads/"])
        pairs = (line.split(" ") for line in (answer or b"").decode("utf-8", "replace").splitlines())
        return [commit for name, commit in pairs if name != ref]

    def trust(self, fingerprint: str) -> None:
        """Keep the fingerprint of the root that all later ones must come from."""
        run_git(self.bare, ["config", ROOT_SETTING, fingerprint])

    def root_fingerprint(self) -> str:
        """The root that is trusted here, "" for any."""
        return (run_git(self.bare, ["config", "--get", ROOT_SETTING]) or b"").decode().strip()


def _judge(copy: _Copy, update: Update, now: datetime) -> Iterator[str]:
    is_main = update.ref == copy.main()
    is_new, is_gone = _is_none(update.old), _is_none(update.new)
    if is_gone:
        if is_main:
            yield "主分支不能删除：网站和全部审核记录都在里面。"
        else:
            yield from _lost(copy, [update.old], copy.other_heads(update.ref), "删除这条分支会丢掉")
        return
    rewritten = not is_new and not is_ancestor(copy.root, update.old, update.new)
    if rewritten and is_main:
        yield (
            "不能改写主分支的历史（强制推送）：审核通过的内容和记录都按历史核对。"
            "取回别人的改动（git pull），合并，再推送；不要用 --force，也不要用变基（rebase）。"
        )
        return
    if rewritten:
        yield from _lost(copy, [update.old], [update.new, *copy.other_heads(update.ref)], "改写这条分支会丢掉")
    if not is_new:
        yield from _changed_records(changes_between(copy.root, update.old, update.new))
    yield from _verified(copy, update, is_main and not is_new, now)


def _lost(copy: _Copy, before: Sequence[str], after: Sequence[str], how: str) -> Iterator[str]:
    held = {path for commit in before for path in added_records(copy.root, commit) or ()}
    if not held:
        return
    kept = {path for commit in after for path in added_records(copy.root, commit) or ()}
    if lost := sorted(held - kept):
        yield f"{how} {len(lost)} 条审核记录（{lost[0]}{' 等' if len(lost) > 1 else ''}）。先把它合并到主分支。"


def _changed_records(changes: Sequence[Change]) -> Iterator[str]:
    wrong = [(path, kind) for path, kind in changes if is_record(path) and kind != "A"]
    for path, kind in wrong[:_SHOWN]:
        done = "删除" if kind == "D" else "改动"
        yield f"{path}：审核记录只能新增，不能{done}。恢复它（git log -- 文件，再 git checkout 提交号 -- 文件），提交，再推送。"
    if len(wrong) > _SHOWN:
        yield f"另外还有 {len(wrong) - _SHOWN} 条审核记录被删除或改动。"


def _verified(copy: _Copy, update: Update, follows: bool, now: datetime) -> Iterator[str]:
    trusted = copy.root_fingerprint()
    if not trusted and not _is_reviewed(copy, update.new):
        if follows and _is_reviewed(copy, update.old):
            yield f"这次推送关掉了审核（{POLICY_FILE}）。要关，请管服务器的人先停用这个钩子。"
        return
    project = copy.stand_on(update.new)
    checkpoint = Checkpoint(head=update.old) if follows else None
    result = verify(project, Asked(now, checkpoint, trusted))
    if update.ref == copy.main() and result.root and not trusted and not result.faults:
        copy.trust(result.root)  # the first root that this server sees is the one that all others must come from
    for fault in result.faults[:_SHOWN]:
        yield f"{fault.place}：{fault.what}"
    if len(result.faults) > _SHOWN:
        yield f"另外还有 {len(result.faults) - _SHOWN} 处：在自己的电脑上运行 zoujin verify 可以看到全部。"


def _is_reviewed(copy: _Copy, commit: str) -> bool:
    text = run_git(copy.root, ["show", f"{commit}:{POLICY_FILE}"])
    if text is None:
        return False
    try:
        values = yaml.load(text.decode("utf-8", "replace"), yaml.BaseLoader)
    except yaml.YAMLError:
        return True  # verifying says what is wrong with it
    return not isinstance(values, dict) or values.get("mode") != ReviewMode.OFF


def _is_none(commit: str) -> bool:
    return set(commit) == {"0"}


def incoming_objects(bare: Path) -> list[Path]:
    """Where Git keeps what is being pushed, as it tells its hooks."""
    named = [os.environ.get(name, "") for name in ("GIT_QUARANTINE_PATH", "GIT_OBJECT_DIRECTORY")]
    named += os.environ.get("GIT_ALTERNATE_OBJECT_DIRECTORIES", "").split(os.pathsep)
    return list(dict.fromkeys((bare / name).resolve() for name in named if name))
