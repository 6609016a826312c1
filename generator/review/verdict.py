"""Where an entry stands in its review: a function of its records, its content, the people and the policy, never typed by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from generator.model.review_stages import Stage
from generator.model.reviewing import Policy

from .ledger import Ledger, Refusal
from .people import Staff
from .records import Decision, Filed, Located
from .requirements import Subject
from .rounds import Round, rounds_of


class ReviewState(StrEnum):
    """The working version's state."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    REVIEWING = "reviewing"
    RETURNED = "returned"
    APPROVED = "approved"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    UNRULED = "unruled"

    @property
    def label(self) -> str:
        """Its Chinese name."""
        return {
            "draft": "未送审",
            "submitted": "已送审",
            "reviewing": "审核中",
            "returned": "退回修改",
            "approved": "审核通过",
            "changed": "通过后又有改动，未送审",
            "withdrawn": "已撤稿",
            "unruled": "审核制度没有写这种内容",
        }[self.value]


class Approved(NamedTuple):
    """A version that may be public: its digest, its files for finding it in Git, and by which records."""

    content: str
    files: tuple[Located, ...]
    records: tuple[str, ...]
    end: int


class TakenBack(NamedTuple):
    """A withdrawal that has not been lifted. It is ``confirmed`` when somebody of the final stage has said so, too."""

    moment: datetime
    by: str
    why: str
    confirmed: bool


class Verdict(NamedTuple):
    """What is known of an entry's review.

    ``live`` is the last approved version, which need not be the working one; ``missing`` are the
    stages that the working version lacks, ``waits_for`` those that could be signed now,
    ``first`` the time of its first record and ``since`` of its last, ``tips`` the number of records that no other
    follows: more than one is a fork.
    """

    state: ReviewState
    content: str
    live: Approved | None = None
    missing: tuple[Stage, ...] = ()
    waits_for: tuple[Stage, ...] = ()
    since: datetime | None = None
    remarks: str = ""
    taken_back: TakenBack | None = None
    refused: tuple[Refusal, ...] = ()
    tips: int = 0
    first: datetime | None = None

    @property
    def is_current(self) -> bool:
        """Whether the working version is the one that may be public."""
        return self.live is not None and self.live.content == self.content


Describe = Callable[[tuple[Located, ...], str], Subject | None]
"""Finds an older version in Git by its files and digest, and tells what it is; None when it cannot be had."""


def judge(ledger: Ledger, content: str, subject: Subject, staff: Staff, policy: Policy, describe: Describe) -> Verdict:
    """``content`` is the digest of the working version and ``subject`` what it is; ``describe`` is asked of older
    versions, and only when one of them may be the last approved one."""
    if subject.stages == ():
        return _exempt(ledger, content, subject, staff)
    rounds = rounds_of(ledger, content, subject, staff)
    refused = [*ledger.refused, *(refusal for found in rounds for refusal in found.refused)]
    approved = [_approved(found, content) for found in rounds if found.is_approved]
    live = max(approved, key=lambda version: version.end, default=None)
    for candidate in _others(ledger, content, policy):
        if live is not None and candidate.end < live.end:
            break
        older = describe(candidate.files, candidate.content)
        if older is None:
            continue
        ends = [_approved(one, candidate.content) for one in rounds_of(ledger, candidate.content, older, staff)
                if one.is_approved]  # fmt: skip
        newest = max(ends, key=lambda version: version.end, default=None)
        if newest is not None and (live is None or newest.end > live.end):
            live = newest
    current = rounds[-1] if rounds else None
    since = ledger.admitted[-1].record.moment if ledger.admitted else None
    taken_back = _taken_back(ledger, subject, staff)
    state, missing, remarks = _state(current, content, live, subject)
    if taken_back is not None:
        state = ReviewState.WITHDRAWN
    waits_for = _next(current) if state in (ReviewState.SUBMITTED, ReviewState.REVIEWING) and current else ()
    return Verdict(
        state,
        content,
        live,
        missing,
        waits_for,
        since,
        remarks,
        taken_back,
        tuple(dict.fromkeys(refused)),
        len(ledger.tips()),
        ledger.admitted[0].record.moment if ledger.admitted else None,
    )


def _exempt(ledger: Ledger, content: str, subject: Subject, staff: Staff) -> Verdict:
    """Content that the policy lets pass is live as it is; it can be taken back all the same."""
    taken_back = _taken_back(ledger, subject, staff)
    state = ReviewState.APPROVED if taken_back is None else ReviewState.WITHDRAWN
    live = Approved(content, (), (), len(ledger.admitted))
    return Verdict(state, content, live, taken_back=taken_back, refused=tuple(ledger.refused))


def _state(
    current: Round | None, content: str, live: Approved | None, subject: Subject
) -> tuple[ReviewState, tuple[Stage, ...], str]:
    if live is not None and live.content == content and (current is None or live.end >= current.end):
        return ReviewState.APPROVED, (), ""
    if not subject.rules:
        return ReviewState.UNRULED, (), ""
    behind = live is not None and current is not None and current.end < live.end  # approved once, and replaced since
    if current is None or behind:
        return ReviewState.CHANGED if live is not None else ReviewState.DRAFT, subject.stages or (), ""
    if current.returned is not None:
        return ReviewState.RETURNED, current.stages, current.returned.record.remarks or ""
    if current.passed:
        return ReviewState.REVIEWING, current.missing, ""
    return ReviewState.SUBMITTED, current.missing, ""


def _next(current: Round) -> tuple[Stage, ...]:
    """The first missing review and the first missing proofread."""
    reviews = [stage for stage in current.missing if not stage.is_proof]
    proofs = [stage for stage in current.missing if stage.is_proof]
    return (*reviews[:1], *proofs[:1])


def _approved(found: Round, content: str) -> Approved:
    records = tuple(dict.fromkeys(item.hash for item in found.passed.values()))
    return Approved(content, found.submitted.record.located, (found.submitted.hash, *records), found.end)


def _others(ledger: Ledger, content: str, policy: Policy) -> Iterator[Approved]:
    """Other versions whose stages might do for something, the one that was decided about last first."""
    last: dict[str, Filed] = {}
    passed: dict[str, set[Stage]] = {}
    for item in ledger.admitted:
        if item.hash in ledger.past:
            continue
        if item.record.content != content and item.record.decision in (Decision.PASS, Decision.ISSUE):
            last[item.record.content] = item
            passed.setdefault(item.record.content, set()).update(item.record.stages)
    enough = [item for item in last.values() if any(
        passed[item.record.content].issuperset(line.stages) for line in policy.requirements
    )]  # fmt: skip
    for item in sorted(enough, key=ledger.place, reverse=True):
        yield Approved(item.record.content, item.record.located, (item.hash,), ledger.place(item))


def _taken_back(ledger: Ledger, subject: Subject, staff: Staff) -> TakenBack | None:
    restored = [item for item in ledger.of(Decision.RESTORE) if may_restore(item, subject, staff)]
    open_ones = [
        item for item in ledger.of(Decision.WITHDRAW) if not any(_lifts(ledger, later, item) for later in restored)
    ]
    if not open_ones:
        return None
    first = open_ones[0]
    confirmed = any(may_restore(item, subject, staff) for item in open_ones)
    return TakenBack(first.record.moment, first.record.signer_name, first.record.remarks or "", confirmed)


def _lifts(ledger: Ledger, restored: Filed, withdrawn: Filed) -> bool:
    """What was signed is not lifted by a record without a signature."""
    return ledger.rests_on(restored, withdrawn) and (restored.hash not in ledger.past or withdrawn.hash in ledger.past)


def may_restore(item: Filed, subject: Subject, staff: Staff) -> bool:
    """Whether the signer of a record answers for the final stage, and so may lift or confirm a withdrawal."""
    record, day = item.record, item.record.moment.date()
    return staff.may_for(record.person, record.deputy_for, final_stage(subject), subject.kind, subject.district, day)


def final_stage(subject: Subject) -> Stage:
    """The stage whose people decide last: 终审, or what stands for it where there is none."""
    stages = [stage for stage in subject.stages or () if not stage.is_proof] or [Stage.FINAL]
    return Stage.FINAL if Stage.FINAL in stages else stages[-1]
