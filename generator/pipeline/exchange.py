"""What somebody wrote is committed, and exchanged with what others wrote. Nothing is lost on the way: what cannot be
sent stays committed here."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.read.git_objects import RECORDS

from .exchange_words import explain_commit, explain_remote, overwritten, remote_lines
from .refused import Refused

_SECONDS = 180
_WAITS = (0.1, 0.2, 0.4, 0.8, 1.6)
"""Seconds between attempts while another command holds Git's index."""
_ROUNDS = 4
"""So often others may be faster before we give up."""
_KEPT = ("GIT_SSH", "GIT_SSH_COMMAND", "GIT_SSH_VARIANT", "GIT_ASKPASS", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM")

Tell = Callable[[str], None]
"""Is told what is being done now."""


@dataclass(frozen=True, slots=True)
class Exchanged:
    """How it went, in words (Chinese); ``details`` is what Git or the host said itself. ``took`` says that something of
    others' came."""

    done: bool
    said: str
    details: tuple[str, ...] = ()
    took: bool = False


@dataclass(frozen=True, slots=True)
class _Answer:
    code: int
    out: str
    err: str


def commit_paths(root: Path, paths: Sequence[str], message: str, author: str, mail: str) -> None:
    """Commit files (new, changed or gone) and nothing else that may be staged. Somebody whom Git does not know yet
    commits as ``author`` with ``mail``.

    Raises:
        Refused: it was not committed; the files stay as they are.
    """
    wanted = ["--", *(f":(literal){path}" for path in paths)]
    answer = _patiently(root, ["add", "--all", *wanted])
    if answer.code == 0:
        if _git(root, ["diff", "--cached", "--quiet", *wanted]).code == 0:
            return  # all of it is in a commit already
        who = _identity(root, author, mail)
        answer = _patiently(root, [*who, "commit", "--quiet", "--only", "-m", message, *wanted])
    if answer.code:
        raise Refused(explain_commit(answer.out + answer.err))


def uncommitted_records(root: Path) -> list[str]:
    """Review records that lie here and are in no commit."""
    changed = _git(root, ["diff", "--name-only", "--relative", "-z", "HEAD", "--", *RECORDS])
    fresh = _git(root, ["ls-files", "--others", "--exclude-standard", "-z", "--", *RECORDS])
    if changed.code or fresh.code:
        return []
    return sorted({path for path in (changed.out + fresh.out).split("\0") if path})


def unsent(root: Path) -> int | None:
    """How many commits others cannot have yet, as far as is known without asking them; None where there is nowhere to
    send them."""
    place = _remote(root)
    if place is None:
        return None
    known = f"refs/remotes/{place[0]}/{place[1]}"
    answer = _git(root, ["rev-list", "--count", f"{known}..HEAD"])
    if answer.code:
        answer = _git(root, ["rev-list", "--count", "HEAD", "--not", f"--remotes={place[0]}"])
    return int(answer.out) if answer.code == 0 and answer.out.strip().isdigit() else 0


def send(root: Path, author: str, mail: str, tell: Tell) -> Exchanged:
    """Push, taking in what others sent before where that is needed."""
    place = _remote(root)
    if place is None:
        return Exchanged(False, _nowhere(root))
    remote, branch = place
    took = False
    for _ in range(_ROUNDS):
        tell("正在送到服务器")
        answer = _git(root, ["push", "--porcelain", "--set-upstream", remote, f"HEAD:refs/heads/{branch}"])
        if answer.code == 0:
            return Exchanged(True, "已送到服务器，同事收取后就能看到。", took=took)
        if "[rejected]" not in answer.out + answer.err:
            break
        taken = take(root, author, mail, tell)
        took = took or taken.took
        if not taken.done:
            return Exchanged(False, f"别人先送了新的内容，要先合并。{taken.said}", taken.details, took)
    said = answer.out + answer.err
    return Exchanged(False, explain_remote(said), remote_lines(said), took)


def take(root: Path, author: str, mail: str, tell: Tell) -> Exchanged:
    """Fetch what others sent, and merge it; a merge that cannot be made leaves everything as it was."""
    place = _remote(root)
    if place is None:
        return Exchanged(False, _nowhere(root))
    if why := _unfinished(root):
        return Exchanged(False, why)
    tell("正在收取别人的内容")
    before = _git(root, ["rev-parse", "HEAD"]).out
    answer = _git(root, ["fetch", "--quiet", *place])
    if answer.code:
        said = answer.out + answer.err
        if "couldn't find remote ref" in said:
            return Exchanged(True, "服务器上还没有内容。")
        return Exchanged(False, explain_remote(said), remote_lines(said))
    tell("正在合并")
    who = _identity(root, author, mail)
    answer = _patiently(root, [*who, "merge", "--quiet", "--no-edit", "FETCH_HEAD"])
    if answer.code == 0:
        took = _git(root, ["rev-parse", "HEAD"]).out != before
        return Exchanged(True, "收到了新的内容。" if took else "没有新的内容。", took=took)
    torn = [path for path in _git(root, ["diff", "--name-only", "--diff-filter=U", "-z"]).out.split("\0") if path]
    if torn:
        _git(root, ["merge", "--abort"])
        return Exchanged(
            False,
            "你和别人改了同一处，程序不知道该用哪一个，没有合并，你的内容原样留在本机。请和对方商量后，由会用 Git 的同事合并这些文件：",
            tuple(torn),
        )
    if _git(root, ["rev-parse", "--quiet", "--verify", "MERGE_HEAD"]).code == 0:
        _git(root, ["merge", "--abort"])
    files = overwritten(answer.err)
    if files:
        return Exchanged(
            False, "本机有改动还没有提交，别人也改了这些文件，没有合并。先提交（或放弃）本机的改动，再收取：", files
        )
    return Exchanged(False, "没有合并成功，你的内容原样留在本机。", tuple((answer.out + answer.err).splitlines()[:6]))


def _remote(root: Path) -> tuple[str, str] | None:
    """The remote and its branch that the current branch goes to."""
    branch = _git(root, ["symbolic-ref", "--quiet", "--short", "HEAD"]).out.strip()
    remotes = _git(root, ["remote"]).out.split()
    if not branch or not remotes:
        return None
    set_one = _git(root, ["config", "--get", f"branch.{branch}.remote"]).out.strip()
    remote = set_one or ("origin" if "origin" in remotes else remotes[0])
    merges = _git(root, ["config", "--get", f"branch.{branch}.merge"]).out.strip()
    return remote, merges.removeprefix("refs/heads/") or branch


def _nowhere(root: Path) -> str:
    if not _git(root, ["remote"]).out.strip():
        return "这份仓库没有设置服务器（远程仓库），内容只保存在这台电脑上。请维护人员用 git remote add 设置。"
    return "现在不在任何一个分支上，没有送出。请维护人员切换到工作分支（如 main）。"


def _unfinished(root: Path) -> str:
    for name, what in (("MERGE_HEAD", "合并"), ("REBASE_HEAD", "变基"), ("CHERRY_PICK_HEAD", "拣选")):
        if _git(root, ["rev-parse", "--quiet", "--verify", name]).code == 0:
            return f"有一次{what}做到一半（git status 可以看到），先由会用 Git 的同事做完或放弃，再收取。"
    return ""


def _identity(root: Path, author: str, mail: str) -> list[str]:
    """Options for a commit by somebody whom Git does not know; its settings stay as they are."""
    options = []
    for name, value in (("user.name", author), ("user.email", mail)):
        if not _git(root, ["config", "--get", name]).out.strip():
            options += ["-c", f"{name}={value}"]
    return options


def _patiently(root: Path, arguments: Sequence[str]) -> _Answer:
    for wait in _WAITS:
        answer = _git(root, arguments)
        if answer.code == 0 or "index.lock" not in answer.err:
            return answer
        time.sleep(wait)
    return _git(root, arguments)


def _git(root: Path, arguments: Sequence[str]) -> _Answer:
    # A hook's variables would lead git to another repository than the project's.
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name in _KEPT}
    quiet = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_MERGE_AUTOEDIT": "no", "GIT_EDITOR": "true"}
    command = ["git", "-C", str(root), "-c", "core.quotePath=false", *arguments]
    if arguments[0] in ("push", "fetch") and "GIT_SSH_COMMAND" not in kept and "GIT_SSH" not in kept:
        # Nobody sits at the terminal that a question would be asked in. A city's own core.sshCommand comes first.
        own = _git(root, ["config", "--get", "core.sshCommand"]).out.strip()
        quiet["GIT_SSH_COMMAND"] = own or "ssh -oBatchMode=yes"
    try:
        done = subprocess.run(
            command, env={**kept, **quiet}, stdin=subprocess.DEVNULL, capture_output=True, timeout=_SECONDS, check=False
        )
    except FileNotFoundError:
        return _Answer(127, "", "git: command not found")
    except subprocess.TimeoutExpired:
        return _Answer(124, "", "timed out")
    return _Answer(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))
