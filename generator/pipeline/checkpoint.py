"""What was verified last, kept outside the repository: no push can change it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from generator.read.git_objects import run_git

SETTING = "zoujin.checkpoint"
"""The setting in a clone's own Git configuration that names the file; commands read it unless told otherwise."""


@dataclass(frozen=True)
class Checkpoint:
    """``head`` is a commit, "" when only the root is trusted; ``root`` the fingerprint of a state of the root, "" when
    there was none."""

    head: str = ""
    root: str = ""


def load_checkpoint(path: Path) -> Checkpoint | None:
    """What was kept; None when there is nothing yet.

    Raises:
        ValueError: the file holds something else.
    """
    if not path.exists():
        return None
    values = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(values, dict) or not all(isinstance(values.get(key), str) for key in ("head", "root")):
        raise ValueError("no checkpoint")
    return Checkpoint(values["head"], values["root"])


def save_checkpoint(path: Path, checkpoint: Checkpoint) -> None:
    """Keep it for the next time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"head": checkpoint.head, "root": checkpoint.root}, indent=1)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def checkpoint_file(root: Path) -> Path | None:
    """Where this clone keeps its checkpoint, if it was told."""
    answer = run_git(root, ["config", "--get", SETTING])
    name = answer.decode("utf-8", "replace").strip() if answer else ""
    return (root / Path(name).expanduser()) if name else None
