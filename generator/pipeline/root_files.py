"""The root's states and approvals from the working tree and from all of history."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from generator.model.reviewing import PEOPLE_FILE, POLICY_FILE
from generator.read.git_objects import read_blobs
from generator.read.tree import ROOT_FOLDER
from generator.review.ledger import Refusal
from generator.review.root_chain import RootChain, settle
from generator.review.roots import BadRoot, Covered, FiledApproval, FiledState, covered, parse_root

from .record_files import RecordFiles


@dataclass
class RootFiles:
    """What was found, what is wrong with files, and which were found in history only (deleted or edited)."""

    states: list[FiledState] = field(default_factory=list)
    approvals: list[FiledApproval] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    restored: list[str] = field(default_factory=list)

    def take(self, name: str, data: bytes) -> None:
        """Add what a file holds.

        Raises:
            BadRoot: it is neither a state nor an approval.
        """
        found = parse_root(name, data)
        if isinstance(found, FiledState):
            self.states.append(found)
        else:
            self.approvals.append(found)

    def chain(self, trusted: str = "") -> RootChain:
        """The states in order; ``trusted`` is a fingerprint from outside the repository."""
        return settle(self.states, self.approvals, trusted)


def root_files(files: RecordFiles) -> RootFiles:
    """Everything that is about the root."""
    found = RootFiles()
    wanted = {name: item for name, item in files.lost.items() if item.path.startswith(f"{ROOT_FOLDER}/")}
    for file in files.of.get(ROOT_FOLDER, ()):
        try:
            found.take(file.name, (files.root / ROOT_FOLDER / file.name).read_bytes())
        except OSError:
            found.refused.append(Refusal(file.name, "文件打不开"))
        except BadRoot as bad:
            found.refused.append(Refusal(file.name, str(bad)))
            if files.history is not None and (known := files.history.get(file.name)) is not None:
                wanted[file.name] = known
    blobs = read_blobs(files.root, (blob for item in wanted.values() for blob in item.blobs))
    for name, item in sorted(wanted.items()):
        if not any(blob in blobs for blob in item.blobs):
            found.refused.append(Refusal(name, "已被删除，这份仓库里也没有它的历史内容"))
        for data in (blobs[blob] for blob in item.blobs if blob in blobs):
            try:
                found.take(name, data)
                found.restored.append(name)
                break
            except BadRoot:
                continue  # not what its name promises
    return found


def covered_now(root: Path) -> Covered:
    """The policy and the people as the working tree has them."""
    return covered(_bytes(root / POLICY_FILE), _bytes(root / PEOPLE_FILE))


def _bytes(path: Path) -> bytes | None:
    try:
        return None if path.is_symlink() else path.read_bytes()
    except OSError:
        return None
