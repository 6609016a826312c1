"""What happened to an entry in its reviews, in words: who decided what about which version, and what does not count."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from generator.model.catalogue import Entry
from generator.review.ledger import Refusal
from generator.review.records import Decision, Filed, ReviewRecord

from .review_desk import Desk


class Event(NamedTuple):
    """One record. ``what`` names decision and stages, ``who`` the one who decided, ``how`` in what way that is known.

    ``version`` counts the versions that were decided about, from 1; ``content`` is that version's digest. ``why_not``
    says why the record does not count, "" when it does.
    """

    moment: datetime
    decision: Decision
    what: str
    who: str
    how: str
    remarks: str
    version: int
    content: str
    file: str
    why_not: str = ""


class History(NamedTuple):
    """All records in the order of their times, those that do not count included; ``broken`` are files that are no records."""

    events: list[Event]
    broken: list[Refusal]


def history(desk: Desk, entry: Entry) -> History:
    """What happened to an entry.

    Raises:
        Refused: its files, or an older version of it, cannot be had.
    """
    records = desk.court.records(entry)
    ledger = desk.court.ledger(entry, records)
    refused = desk.verdict(entry).refused
    reasons = {refusal.file: refusal.why for refusal in refused}
    placed = {item.hash: number for number, item in enumerate(ledger.admitted)}
    ordered = sorted(records.filed, key=lambda item: (placed.get(item.hash, len(placed)), item.record.time, item.hash))
    versions: dict[str, int] = {}
    for item in ordered:
        versions.setdefault(item.record.content, len(versions) + 1)
    events = [
        _event(desk, item, versions[item.record.content], reasons.get(item.file, ""), item.hash in ledger.past)
        for item in ordered
    ]
    known = {event.file for event in events}
    broken = [refusal for refusal in refused if refusal.file not in known]
    return History(sorted(events, key=lambda event: event.moment), broken)


def _event(desk: Desk, item: Filed, version: int, why_not: str, is_past: bool) -> Event:
    record = item.record
    stages = "、".join(stage.label for stage in record.stages)
    what = record.decision.label + (f" {stages}" if stages else "")
    who, how = decided_by(desk, record)
    return Event(
        record.moment,
        record.decision,
        what,
        who,
        how + ("，签名模式以前的，只作历史" if is_past else ""),
        record.remarks or "",
        version,
        record.content,
        item.file,
        why_not,
    )


def decided_by(desk: Desk, record: ReviewRecord) -> tuple[str, str]:
    """Who decided, and how that is known: signed, registered, or recorded by somebody else."""
    who, how = record.signer_name, "已签名" if record.signature is not None else "登记"
    if record.on_paper is not None:
        signed = "" if record.signature is None else "，代录人签名"
        scan = f"，扫描件摘要 {record.on_paper.scan[:16]}" if record.on_paper.scan else ""
        return record.on_paper.approver_name, f"{record.signer_name}代录，审批单 {record.on_paper.form}{scan}{signed}"
    if record.deputy_for is not None:
        known = desk.staff.people.get(record.deputy_for)
        who += f"（代{known.name if known else record.deputy_for}）"
    return who, how
