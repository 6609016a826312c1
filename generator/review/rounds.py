"""One submission of one version, and what has been decided about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from generator.model.review_stages import Stage

from .ledger import Ledger, Refusal
from .people import Staff
from .records import Decision, Filed
from .requirements import Subject


@dataclass(slots=True)
class Round:
    """``passed`` are the stages with the record that passed them; ``returned`` is the record that sent it back, if any.

    ``end`` is the place in the ledger of the last record that counted.
    """

    submitted: Filed
    stages: tuple[Stage, ...]
    passed: dict[Stage, Filed] = field(default_factory=dict)
    returned: Filed | None = None
    refused: list[Refusal] = field(default_factory=list)
    end: int = -1

    @property
    def missing(self) -> tuple[Stage, ...]:
        """Stages that nobody has passed yet, in order."""
        return tuple(stage for stage in self.stages if stage not in self.passed)

    @property
    def is_approved(self) -> bool:
        """Whether nothing is missing."""
        return self.returned is None and not self.missing


def rounds_of(ledger: Ledger, content: str, subject: Subject, staff: Staff) -> list[Round]:
    """Every submission of the version whose digest is ``content``, in order."""
    if not subject.rules:
        return []
    known = ledger.of(Decision.SUBMIT, content)
    authors = {staff.person(item.record.signer) for item in known} | staff.named(subject.authors)
    submits = [item for item in known if item.hash not in ledger.past]
    decisions = [item for item in ledger.admitted if item.record.content == content]
    return [_round(ledger, submit, submits, decisions, subject, authors, staff) for submit in submits]


def _round(
    ledger: Ledger,
    submit: Filed,
    submits: Sequence[Filed],
    decisions: Sequence[Filed],
    subject: Subject,
    authors: set[str],
    staff: Staff,
) -> Round:
    stages = subject.stages_on(submit.record.moment.date()) or ()
    found = Round(submit, stages, end=ledger.place(submit))
    levels: dict[str, int] = {}
    for item in decisions:
        decision = item.record.decision
        if decision is Decision.RETURN:
            # Only whoever submits again, knowing why it came back, opens the way once more.
            if not ledger.rests_on(submit, item) and _may_return(item, found.stages, subject, staff):
                found.returned = item
        elif item.hash in ledger.past:
            continue
        elif decision in (Decision.PASS, Decision.ISSUE) and ledger.rests_on(item, submit):
            if any(
                other is not submit and ledger.rests_on(item, other) and ledger.rests_on(other, submit)
                for other in submits
            ):
                continue  # belongs to a later round
            for stage in item.record.stages:
                why = _why_no_pass(ledger, item, stage, found, levels, subject, authors, staff)
                if why:
                    found.refused.append(Refusal(item.file, f"{stage.label}不算数：{why}", False))
                elif stage not in found.passed:
                    found.passed[stage] = item
                    levels[staff.person(item.record.person)] = stage.level
                    found.end = ledger.place(item)
    return found


def _may_return(item: Filed, stages: Iterable[Stage], subject: Subject, staff: Staff) -> bool:
    record, day = item.record, item.record.moment.date()
    return any(
        staff.may_for(record.person, record.deputy_for, stage, subject.kind, subject.district, day) for stage in stages
    )


def _why_no_pass(
    ledger: Ledger,
    item: Filed,
    stage: Stage,
    so_far: Round,
    levels: dict[str, int],
    subject: Subject,
    authors: set[str],
    staff: Staff,
) -> str:
    record = item.record
    name = record.on_paper.approver_name if record.on_paper else record.signer_name
    person = staff.person(record.person)
    if stage not in so_far.stages:
        return "制度里这种内容没有这一级"
    if (record.decision is Decision.ISSUE) != (stage in (Stage.ISSUE, Stage.LEADER)):
        return "签发和审核不能混用"
    if person in authors or staff.person(record.signer) in authors:
        return f"{name if person in authors else record.signer_name}是作者或送审人，不能审自己的稿件"
    day = record.moment.date()
    if not staff.may_for(record.person, record.deputy_for, stage, subject.kind, subject.district, day):
        return f"{name}没有签这一级的权限" + ("（不是对方的 AB 角，或对方也没有）" if record.deputy_for else "")
    if levels.get(person, stage.level) != stage.level:
        return f"{name}已经签过另一级，各级要由不同的人"
    for earlier in _before(stage, so_far.stages):
        before = so_far.passed.get(earlier)
        if before is None or not (before is item or ledger.rests_on(item, before)):
            return f"{earlier.label}还没有通过就先签了"
    return ""


@lru_cache(maxsize=1000)
def _before(stage: Stage, stages: tuple[Stage, ...]) -> tuple[Stage, ...]:
    """Those of the stages that have to be passed before ``stage``: reviews before reviews, proofreads before proofreads."""
    return tuple(other for other in stages if other.is_proof == stage.is_proof and other.level < stage.level)


def why_not_now(
    ledger: Ledger,
    found: Round,
    stage: Stage,
    person: str,
    deputy_for: str | None,
    subject: Subject,
    staff: Staff,
    day: date,
) -> str:
    """Why somebody cannot pass a stage now; "" when she can. What a command asks before it writes a record."""
    authors = {staff.person(item.record.signer) for item in ledger.of(Decision.SUBMIT, found.submitted.record.content)}
    authors |= staff.named(subject.authors)
    known = staff.people[person]
    if stage not in found.stages:
        return "制度里这种内容没有这一级"
    if stage in found.passed:
        return f"{stage.label}已经由{found.passed[stage].record.signer_name}签过"
    if staff.person(person) in authors:
        return f"{known.name}是作者或送审人，不能审自己的稿件"
    if not staff.may_for(person, deputy_for, stage, subject.kind, subject.district, day):
        return f"{known.name}没有签{stage.label}的权限"
    for passed, item in found.passed.items():
        if staff.person(item.record.person) == staff.person(person) and passed.level != stage.level:
            return f"{known.name}已经签过{passed.label}，各级要由不同的人"
    for earlier in _before(stage, found.stages):
        if earlier not in found.passed:
            return f"{earlier.label}还没有通过"
    return ""
