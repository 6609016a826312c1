"""A working copy made ready for somebody who does not know Git: its settings, its ignored files, its hooks.

Everything here may be done again and again; what stands already is left as it is.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.read.git_index import git_folder, place_in_repository
from generator.read.git_objects import run_git

HOOKS_FOLDER = ".githooks"
HABITS = {
    "core.quotePath": "false",  # Chinese file names as they are
    "core.autocrlf": "false",  # .gitattributes says it, the same for everybody
    "core.trustctime": "false",  # the check before a commit links files, which changes their ctime
    "pull.rebase": "false",  # rebasing makes new commits, and loses those that were reviewed
    "push.autoSetupRemote": "true",  # the first push of a branch needs no further words
    **({"core.longpaths": "true"} if os.name == "nt" else {}),
}
"""Settings of one working copy; nothing is written into a person's or a machine's own settings."""
_PROGRAM = {
    "zoujin.python": Path(sys.executable).as_posix(),
    "alias.zoujin": '!cd -- "${GIT_PREFIX:-.}" && exec "$(git config zoujin.python)" -P -m generator',
}
"""By what hooks and editors find this installation. Programs started from a desktop have no PATH of a virtual
environment, but they have Git: the tasks of VS Code say ``git zoujin``."""
_EXAMPLES = ("example.com", "example.org", "localhost", "localdomain", "(none)")


@dataclass(frozen=True, slots=True)
class Identity:
    """Under whose name commits are made; "" when not known."""

    name: str
    mail: str


def git_works() -> bool:
    """Whether there is a Git at all."""
    return run_git(Path.cwd(), ["--version"]) is not None


def begin_repository(root: Path) -> bool:
    """Make ``root`` a repository unless it lies in one; whether it was made."""
    if git_folder(root) is not None:
        return False
    if run_git(root, ["init", "--quiet", "--initial-branch=main"]) is None:
        raise OSError(f"git init: {root}")
    return True


def identity(root: Path) -> Identity:
    """Who commits here, by Git's settings. A mail that a machine made up counts as none."""
    mail = setting(root, "user.email")
    made_up = mail.rpartition("@")[2].endswith(_EXAMPLES) or "@" not in mail
    return Identity(setting(root, "user.name"), "" if made_up else mail)


def setting(root: Path, name: str) -> str:
    """A setting of Git's, wherever it was made; "" when there is none."""
    answer = run_git(root, ["config", "--get", name])
    return answer.decode("utf-8", "replace").strip() if answer else ""


def set_here(root: Path, values: Mapping[str, str]) -> dict[str, str]:
    """Write settings of this working copy that read otherwise now; those that were written, with what they were.

    Raises:
        OSError: Git will not have it.
    """
    written = {}
    for name, value in values.items():
        before = setting(root, name)
        if before != value:
            if run_git(root, ["config", "--local", name, value]) is None:
                raise OSError(f"git config {name}")
            written[name] = before
    return written


def line_ends_are_kept(root: Path) -> bool:
    """Whether an entry is written with the same line ends on every machine."""
    answer = run_git(root, ["check-attr", "eol", "--", "stories/2026/a/index.md"]) or b""
    return answer.decode().strip().endswith(": lf")


def is_ignored_by_git(root: Path, path: str) -> bool:
    """Whether Git leaves a path out."""
    return run_git(root, ["check-ignore", "--quiet", "--no-index", "--", path]) is not None


def extended(path: Path, block: str) -> bool:
    """Write a text file, or add to its end what it does not hold; whether anything was written."""
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    if block in before:
        return False
    gap = "" if not before else "\n" if before.endswith("\n") else "\n\n"
    path.write_text(before + gap + block, encoding="utf-8", newline="\n")
    return True


def write_hooks(root: Path, hooks: Mapping[str, str]) -> list[str]:
    """Write the hooks where they read otherwise, and let them be run; the paths that changed.

    They only call the program, so that a new version of it needs no new hooks.
    """
    changed = []
    for name, text in hooks.items():
        path = f"{HOOKS_FOLDER}/{name}"
        target = root / path
        target.parent.mkdir(exist_ok=True)
        if not target.exists() or target.read_text(encoding="utf-8", errors="replace") != text:
            target.write_text(text, encoding="utf-8", newline="\n")
            changed.append(path)
        if os.name != "nt":
            target.chmod(target.stat().st_mode | 0o111)
        # Where files have no such right (Windows), it is kept by the index; others would have a hook that never runs.
        if (run_git(root, ["ls-files", "--stage", "--", path]) or b"").startswith(b"100644"):
            run_git(root, ["update-index", "--chmod=+x", "--", path])
            changed.append(path)
    return changed


def use_hooks(root: Path) -> str:
    """Let Git run the project's hooks; the folder that it runs already when that is another one, else ""."""
    set_here(root, _PROGRAM)
    wanted = place_in_repository(root) + HOOKS_FOLDER
    other = setting(root, "core.hooksPath")
    if other not in ("", wanted):
        return other
    set_here(root, {"core.hooksPath": wanted})
    return ""
