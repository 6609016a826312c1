"""The root's states and approvals from the working tree and from all of history."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from generator.model.reviewing import PEOPLE_FILE, POLICY_FILE
from generator.read.git_objects import read_blobs
from generator.read.tree import ROOT_FOLDER
from generator.review.ledger import Refusal
from generator.review.root_chain import RootChain, settle
from generator.review.roots import BadRoot, Covered, FiledApproval, FiledState, covered, parse_root
from generator.review.sealed_records import SealedList, parse_sealed

from .record_files import RecordFiles


class Sealed(NamedTuple):
    """``records`` are the hashes of records from the time before signatures, ``lists`` those of the lists they stand on;
    of ``absent`` lists only the names are known."""

    lists: tuple[str, ...] = ()
    records: frozenset[str] = frozenset()
    absent: int = 0


@dataclass
class RootFiles:
    """What was found, what is wrong with files, and which were found in history only (deleted or edited)."""

    states: list[FiledState] = field(default_factory=list)
    approvals: list[FiledApproval] = field(default_factory=list)
    lists: dict[str, SealedList] = field(default_factory=dict)
    refused: list[Refusal] = field(default_factory=list)
    restored: list[str] = field(default_factory=list)

    def take(self, name: str, data: bytes) -> None:
        """Add what a file holds.

        Raises:
            BadRoot: it is neither a state, an approval nor a list of records.
        """
        if name.startswith("sealed-"):
            listed = parse_sealed(name, data)
            self.lists[listed.hash] = listed
            return
        found = parse_root(name, data)
        if isinstance(found, FiledState):
            self.states.append(found)
        else:
            self.approvals.append(found)

    def chain(self, trusted: str = "") -> RootChain:
        """The states in order; ``trusted`` is a fingerprint from outside the repository."""
        return settle(self.states, self.approvals, trusted)

    def sealed(self, chain: RootChain) -> Sealed:
        """The records that valid states name as history."""
        named = sorted({item.state.sealed for item in chain.valid if item.state.sealed is not None})
        here = tuple(hash for hash in named if hash in self.lists)
        records = frozenset().union(*(self.lists[hash].records for hash in here))
        return Sealed(here, records, len(named) - len(here))


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
