"""Decisions become records, written where they belong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from generator.model.catalogue import Entry
from generator.model.review_stages import ReviewMode, Stage
from generator.model.reviewing import Reviewer
from generator.review.ledger import Ledger
from generator.review.records import FORMAT, WITH_FILES, Decision, OnPaper, ReviewRecord, file_name, file_text

from .record_files import folder_of
from .refused import Refused
from .review_desk import Desk
from .review_signing import sign

SLACK = timedelta(minutes=10)
"""So far the clocks of two computers in one office may differ."""


@dataclass(frozen=True)
class Signature:
    """Who decides: ``key`` is her private key's file in signed mode, ``on_paper`` whose decision she records."""

    signer: Reviewer
    deputy_for: str | None = None
    on_paper: OnPaper | None = None
    key: Path | None = None


@dataclass(frozen=True)
class Intent:
    """A record to be: what is decided about an entry's working version."""

    entry: Entry
    decision: Decision
    stages: tuple[Stage, ...] = ()
    remarks: str | None = None


def write_all(desk: Desk, intents: Sequence[Intent], by: Signature, now: datetime) -> list[Path]:
    """Write records of decisions at ``now`` (naive, Asia/Shanghai); their files. A key is asked for once.

    Raises:
        Refused: some content is not committed, the clock is wrong, or they cannot be signed or written. Then there is
            none of them, unless the disk failed in the middle.
    """
    records = [_record(desk, intent, by, now) for intent in intents]
    if desk.mode is ReviewMode.SIGNED:
        records = _signed(records, by, now)
    targets = [desk.project.root / folder_of(record.entry) / file_name(record) for record in records]
    if any(target.exists() for target in targets):
        raise Refused("一模一样的记录已经有了，没有重复写。")
    for target, record in zip(targets, records, strict=True):
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write(file_text(record))
    return targets


def _record(desk: Desk, intent: Intent, by: Signature, now: datetime) -> ReviewRecord:
    entry, ledger = intent.entry, desk.ledger(intent.entry)
    values = {
        "format": FORMAT,
        "entry": entry.id,
        "content": desk.court.content(entry),
        "files": desk.committed(entry) if intent.decision in WITH_FILES else (),
        "decision": intent.decision,
        "stages": intent.stages,
        "remarks": intent.remarks,
        "signer": by.signer.id,
        "signer_name": by.signer.name,
        "deputy_for": by.deputy_for,
        "on_paper": by.on_paper,
        "time": f"{_moment(ledger, now):%Y-%m-%dT%H:%M:%S}+08:00",
        "follows": tuple(ledger.tips()),
        "mode": desk.mode,
    }
    try:
        record = ReviewRecord.model_validate(values)
        file_text(record).encode()
    except ValueError:
        raise Refused("意见太长（最多 2000 字），或有不能用的字符，没有写记录。") from None
    return record


def scan_digest(file: Path) -> str:
    """The digest by which a scanned form is known; the scan itself stays out of the repository.

    Raises:
        OSError: the file cannot be read.
    """
    return sha256(file.read_bytes()).hexdigest()


def _moment(ledger: Ledger, now: datetime) -> datetime:
    """``now``, but not before the records it follows."""
    last = max((item.record.moment for item in ledger.admitted), default=now)
    if last <= now:
        return now
    if last - now > SLACK:
        raise Refused(f"上一条记录的时间是 {last:%Y-%m-%d %H:%M}，比现在还晚。检查这台电脑的日期和时间。")
    return last


def _signed(records: Sequence[ReviewRecord], by: Signature, now: datetime) -> list[ReviewRecord]:
    if by.key is None:
        raise Refused(
            "现在是签名模式，要用自己的密钥签名：加上 --key 私钥文件，或运行一次 git config zoujin.key 私钥文件。"
        )
    made = sign(records, by.key, by.signer.keys, now)
    if made.trouble:
        raise Refused(made.trouble)
    return [
        record.model_copy(update={"signature": signature})
        for record, signature in zip(records, made.signatures, strict=True)
    ]
