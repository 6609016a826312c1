"""Which state of the root is in force: a function of all states and approvals there ever were, and of what is trusted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.model.review_stages import ReviewMode

from .ledger import Refusal
from .roots import NAMESPACE, NEEDED, FiledApproval, FiledState
from .signatures import why_not


@dataclass(frozen=True, slots=True)
class Pending:
    """A state that could follow, who has signed it, and who may still sign."""

    filed: FiledState
    signed_by: tuple[str, ...]
    open_to: tuple[str, ...]


@dataclass(frozen=True)
class RootChain:
    """``valid`` are the states that two chiefs signed, in order; ``tips`` those that nothing follows: one, or there is
    a fork. ``signers`` names who signed each of them, by hash. ``strays`` are valid by themselves but do not belong to what is trusted."""

    valid: tuple[FiledState, ...] = ()
    tips: tuple[FiledState, ...] = ()
    pending: tuple[Pending, ...] = ()
    signers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    strays: tuple[FiledState, ...] = ()
    refused: tuple[Refusal, ...] = ()
    trusted_missing: bool = False

    @property
    def in_force(self) -> FiledState | None:
        """The state that counts; None where there is none yet, and in a fork."""
        return self.tips[0] if len(self.tips) == 1 and not self.trusted_missing else None

    @property
    def is_forked(self) -> bool:
        """Whether two states claim to be the newest."""
        return len(self.tips) > 1


def settle(states: Iterable[FiledState], approvals: Iterable[FiledApproval], trusted: str = "") -> RootChain:
    """``trusted`` is the fingerprint of a state that must be in the chain, known from outside the repository."""
    known = {item.hash: item for item in sorted(states, key=lambda item: (item.state.number, item.hash))}
    words: dict[str, list[FiledApproval]] = {}
    refused: list[Refusal] = []
    for word in sorted(approvals, key=lambda item: (item.approval.time, item.file)):
        words.setdefault(word.approval.root, []).append(word)
    valid: dict[str, FiledState] = {}
    signers: dict[str, tuple[str, ...]] = {}
    waiting: list[tuple[FiledState, tuple[str, ...], list[FiledState]]] = []
    for hash, item in known.items():
        followed = [valid[other] for other in item.state.follows if other in valid]
        why = _why_adrift(item, followed)
        if why:
            refused.append(Refusal(item.file, why))
            continue
        panels = _panels(item, followed)
        found = _signed(panels, words.get(hash, ()), refused)
        signers[hash] = tuple(dict.fromkeys(id for ids in found for id in ids))
        if all(
            len({panel.state.staff.person(id) for id in ids}) >= NEEDED
            for panel, ids in zip(panels, found, strict=True)
        ):
            valid[hash] = item
        else:
            waiting.append((item, signers[hash], panels))
    kept, missing = _trusted(valid, trusted)
    followed_by = {other for item in kept.values() for other in item.state.follows}
    tips = tuple(item for hash, item in kept.items() if hash not in followed_by)
    heads = {item.hash for item in tips}
    pending = tuple(
        Pending(item, ids, tuple(_able(panels, ids)))
        for item, ids, panels in waiting
        if set(item.state.follows) == heads
    )
    strays = tuple(item for hash, item in valid.items() if hash not in kept)
    return RootChain(
        tuple(kept.values()), tips, pending, signers, strays, tuple(dict.fromkeys(refused)), missing
    )  # fmt: skip


def _why_adrift(item: FiledState, followed: list[FiledState]) -> str:
    state = item.state
    if len(followed) != len(state.follows):
        return "它接着的上一版不见了，或上一版没有两位负责人签字"
    if state.number != 1 + max((before.state.number for before in followed), default=0):
        return "版本号接不上"
    if state.mode is ReviewMode.SIGNED and not state.is_keyed:
        return f"签名模式至少要有 {NEEDED} 位有密钥的负责人"
    return ""


def _panels(item: FiledState, followed: list[FiledState]) -> list[FiledState]:
    """Whose chiefs sign: those of the states before; its own where it is the first, or the first with keys."""
    keyed = [before for before in followed if before.state.is_keyed]
    if keyed:
        return keyed
    return [item] if item.state.is_keyed or not followed else followed


def _signed(panels: list[FiledState], words: Iterable[FiledApproval], refused: list[Refusal]) -> list[list[str]]:
    """For each panel the ids of its chiefs whose word holds."""
    found: list[list[str]] = [[] for _ in panels]
    for word in words:
        reasons = [_why_no_word(panel, word) for panel in panels]
        for ids, why in zip(found, reasons, strict=True):
            if not why:
                ids.append(word.approval.signer)
        if all(reasons):
            refused.append(Refusal(word.file, reasons[0]))
    return found


def _why_no_word(panel: FiledState, word: FiledApproval) -> str:
    approval = word.approval
    chief = panel.state.staff.people.get(approval.signer)
    if chief is None or chief.name != approval.signer_name:
        return f"该签字的负责人里没有“{approval.signer_name}”（{approval.signer}）"
    if not panel.state.is_keyed:
        return ""
    if approval.signature is None:
        return "没有签名（负责人有密钥，必须签名）"
    return why_not(approval.signature, word.signed, chief.keys, approval.moment, NAMESPACE)


def _able(panels: list[FiledState], signed_by: Iterable[str]) -> list[str]:
    done = set(signed_by)
    return list(dict.fromkeys(
        chief.id for panel in panels for chief in panel.state.chiefs
        if chief.id not in done and (chief.keys or not panel.state.is_keyed)
    ))  # fmt: skip


def _trusted(valid: dict[str, FiledState], trusted: str) -> tuple[dict[str, FiledState], bool]:
    """The states that the trusted one rests on or that rest on it, itself included."""
    if not trusted:
        return valid, False
    if trusted not in valid:
        return valid, True
    related = {trusted}
    stack = [trusted]
    while stack:
        for below in valid[stack.pop()].state.follows:
            if below not in related:
                related.add(below)
                stack.append(below)
    above = {trusted}
    for hash, item in valid.items():  # in order of version: what an item follows was seen before it
        if above & set(item.state.follows):
            above.add(hash)
    return {hash: item for hash, item in valid.items() if hash in related | above}, False
