"""All records of an entry in the order they rest on each other, and which of them count at all."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from generator.model.review_stages import ReviewMode
from generator.model.reviewing import Policy

from .people import Staff
from .records import Decision, Filed
from .signatures import why_not


class Refusal(NamedTuple):
    """A record that does not count, by its file's name, and why (Chinese).

    A ``grave`` one cannot be what it claims to be; the others came too early, or from somebody
    who may not sign that stage, which happens.
    """

    file: str
    why: str
    grave: bool = True


@dataclass(slots=True)
class Ledger:
    """``admitted`` are the records that count, in an order that depends on nothing but the records themselves:
    each after those it follows, and independent ones by time and hash. ``past`` are the hashes of those from the time
    before signatures: they can send back and take down, and approve nothing."""

    admitted: list[Filed] = field(default_factory=list)
    past: set[str] = field(default_factory=set)
    refused: list[Refusal] = field(default_factory=list)
    _above: dict[str, frozenset[str]] = field(default_factory=dict)
    _place: dict[str, int] = field(default_factory=dict)

    def rests_on(self, record: Filed, other: Filed) -> bool:
        """Whether whoever made ``record`` knew of ``other``."""
        return other.hash in self._above[record.hash]

    def place(self, record: Filed) -> int:
        """A record's number in the order."""
        return self._place[record.hash]

    def of(self, decision: Decision, content: str | None = None) -> list[Filed]:
        """Admitted records of a decision, about one version when ``content`` is given, in order."""
        return [
            item
            for item in self.admitted
            if item.record.decision is decision and content in (None, item.record.content)
        ]

    def tips(self) -> list[str]:
        """Hashes that no other record follows: what the next one will follow."""
        followed = {hash for item in self.admitted for hash in item.record.follows}
        return [item.hash for item in self.admitted if item.hash not in followed]


def open_ledger(
    ids: Collection[str],
    records: Iterable[Filed],
    staff: Staff,
    policy: Policy,
    sealed: Collection[str] = frozenset(),
) -> Ledger:
    """Admit the records that are about an entry with one of ``ids`` and hold by themselves; refuse the others. ``sealed``
    are the hashes of records from the time before signatures."""
    known = {item.hash: item for item in records}
    ledger = Ledger()
    for item in _in_order(known):
        why = _why_adrift(item, known, ledger._above)
        if not why:
            follows = item.record.follows
            ledger._above[item.hash] = frozenset(follows).union(*(ledger._above[hash] for hash in follows))
            is_past = policy.mode is ReviewMode.SIGNED and item.record.signature is None and item.hash in sealed
            if is_past:
                ledger.past.add(item.hash)
            why = _why_refused(item, ids, known, staff, policy, is_past)
        if why:
            ledger.refused.append(Refusal(item.file, why))
            continue
        ledger._place[item.hash] = len(ledger.admitted)
        ledger.admitted.append(item)
    return ledger


def _in_order(known: Mapping[str, Filed]) -> list[Filed]:
    """Each after what it follows; by depth, then time and hash. What follows itself in a circle comes last."""
    depth: dict[str, int] = {}
    for start in known:
        stack = [start]
        on_way: set[str] = set()
        while stack:
            hash = stack[-1]
            below = [other for other in known[hash].record.follows if other in known]
            open_ones = [other for other in below if other not in depth and other not in on_way]
            on_way.add(hash)
            if open_ones and hash not in depth:
                stack += open_ones
                continue
            depth[hash] = 1 + max((depth.get(other, 0) for other in below), default=0)
            stack.pop()
    return sorted(known.values(), key=lambda item: (depth[item.hash], item.record.time, item.hash))


def _why_adrift(item: Filed, known: Mapping[str, Filed], above: Mapping[str, object]) -> str:
    """Why it cannot be told what a record rests on. One that rests on a refused record may count all the same:
    a colleague's key may turn out to be lost years later."""
    for hash in item.record.follows:
        if hash not in known:
            return f"它依据的一条记录（{hash[:12]}…）不见了：被删除，或没有合并进来"
        if hash not in above:
            return "它依据的记录自己就接不上"
    return ""


def _why_refused(
    item: Filed, ids: Collection[str], known: Mapping[str, Filed], staff: Staff, policy: Policy, is_past: bool
) -> str:
    record = item.record
    if record.entry not in ids:
        return f"这是 {record.entry} 的记录，不能用在这里"
    if any(known[hash].record.time > record.time for hash in record.follows):
        return "它的时间早于它所依据的记录"
    return _why_not_hers(item, record.moment, staff, policy, is_past)


def _why_not_hers(item: Filed, moment: datetime, staff: Staff, policy: Policy, is_past: bool) -> str:
    """Why the record is not by whom it names."""
    record = item.record
    signer = staff.people.get(record.signer)
    if signer is None:
        return f"审核人员名单里没有“{record.signer}”"
    if signer.name != record.signer_name:
        return f"“{record.signer}”在名单里是{signer.name}，记录里写的是“{record.signer_name}”"
    if not staff.in_office(record.signer, moment.date()):
        return f"{signer.name}在 {moment:%Y-%m-%d} 不在任"
    if record.on_paper is not None:
        approver = staff.people.get(record.on_paper.approver)
        if approver is None or approver.name != record.on_paper.approver_name:
            return f"代录的签批人“{record.on_paper.approver_name}”和审核人员名单对不上"
        if not staff.in_office(approver.id, moment.date()):
            return f"{approver.name}在 {moment:%Y-%m-%d} 不在任"
        if not signer.clerk:
            return f"{signer.name}没有代录的权限"
        if any(stage not in policy.on_paper for stage in record.stages):
            return "这一级不能代录，要本人审"
    if policy.mode is ReviewMode.SIGNED and not is_past:
        if record.mode is not ReviewMode.SIGNED or record.signature is None:
            return "没有签名（现在是签名模式），也不在根里封存的登记记录里"
        return why_not(record.signature, item.signed, signer.keys, moment)
    return ""
