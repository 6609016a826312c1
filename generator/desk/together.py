"""What is only checked, such as a station's new telephone number, can be passed several at a time, each of them shown."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from generator.model.catalogue import Entry
from generator.model.diagnostic import Severity
from generator.model.kinds import Kind
from generator.model.review_stages import ReviewMode, Stage
from generator.pipeline import review_acts
from generator.pipeline.exchange import Tell
from generator.pipeline.project import with_cache
from generator.pipeline.refused import Refused
from generator.pipeline.review_desk import Desk, open_desk
from generator.pipeline.review_waiting import turns
from generator.pipeline.review_writing import Intent, Signature, write_all
from generator.pipeline.version_comparison import compare_with_approved, markdown_of
from generator.review.remarks import paragraphs

from .changes_view import field_rows, sentence_rows
from .deciding import ready_to_sign, same_as_seen, send_on
from .entry_view import uncommitted
from .errands import Ending
from .office import Office
from .photos_view import photos_view
from .standing import Standing

MOST = 20
"""So many on one page; nobody reads more at a time."""
_LIGHT = (Stage.CHECK, Stage.ISSUE)
_TICK, _CONTENT, _TIPS = "pass ", "content ", "tips "


class Seen(NamedTuple):
    """An entry that was ticked: which stage, and the version and the last records that were on the page."""

    entry_id: str
    stage: str
    content: str
    tips: str


def is_light(desk: Desk, entry: Entry) -> bool:
    """Whether content is checked and issued only, and nothing about it is sensitive."""
    subject = desk.subject(entry)
    return not subject.sensitive and bool(subject.stages) and all(stage in _LIGHT for stage in subject.stages or ())


def waiting_together(office: Office, person: str) -> list[tuple[Entry, Standing]]:
    """What somebody could pass so now, the oldest first: light, with nothing that a check calls wrong."""
    now = office.now
    found = []
    for one in now.standings.values():
        entry = now.desk.catalogue.entries.get(one.id)
        if entry is not None and one.turn_of(person) and is_light(now.desk, entry):
            found.append((entry, one))
    return sorted(found, key=lambda pair: (pair[1].since is None, pair[1].since, pair[1].id))


def together_view(office: Office, person: str) -> dict[str, Any]:
    """Each entry with all that it says, or that changed, and a box to tick."""
    waiting = waiting_together(office, person)
    rows = [_row(office, entry, one, person) for entry, one in waiting[:MOST]]
    return {"rows": rows, "more": max(0, len(waiting) - MOST)}


def _row(office: Office, entry: Entry, one: Standing, person: str) -> dict[str, Any]:
    desk, day = office.now.desk, office.clock().date()
    stage, turn = one.turn_of(person)[0]
    row: dict[str, Any] = {
        "id": entry.id,
        "title": entry.title,
        "kind": one.kind,
        "stage": stage.value,
        "stage_name": stage.label,
        "deputy_for": desk.staff.people[turn.deputy_for].name if turn.deputy_for else "",
        "content": desk.court.content(entry) or "",
        "tips": " ".join(desk.ledger(entry).tips()),
        "photos": photos_view(entry, day),
        "register": len(_weighty(office, entry)) if entry.kind is Kind.STATION else 0,
    }
    try:
        found = compare_with_approved(desk, entry)
        row |= {
            "is_new": found.before is None,
            "fields": field_rows(found.changes.fields),
            "sentences": sentence_rows(found.changes.sentences) if found.before is not None else [],
            "paragraphs": paragraphs(markdown_of(desk.project.root, entry)) if found.before is None else [],
            "why_not": uncommitted(desk, entry) or _wrong(office, entry),
        }
    except Refused as refused:
        row |= {"is_new": False, "fields": [], "sentences": [], "paragraphs": [], "why_not": str(refused)}
    return row


def _weighty(office: Office, entry: Entry) -> list[str]:
    return [item.message for item in office.problems_of(entry) if item.severity is not Severity.ADVICE]


def _wrong(office: Office, entry: Entry) -> str:
    """What a check calls wrong with an entry. What it calls wrong with a register need not be this row."""
    told = _weighty(office, entry) if entry.kind is not Kind.STATION else []
    return "检查发现：" + "；".join(told[:3]) if told else ""


def seen_in(form: Mapping[str, str]) -> list[Seen]:
    """What was ticked in a form."""
    ids = [name.removeprefix(_TICK) for name in form if name.startswith(_TICK)]
    return [Seen(id, form[_TICK + id], form.get(_CONTENT + id, ""), form.get(_TIPS + id, "")) for id in ids[:MOST]]


def pass_together(office: Office, seen: list[Seen], person: str, key: Path | None, tell: Tell) -> Ending:
    """Pass what was ticked, one record for each. What cannot be passed is told, and keeps nothing else from it.

    Raises:
        Refused: nothing was recorded.
    """
    tell("核对每一条现在的内容和记录")
    now = office.clock()
    with with_cache(office.site.project) as project:
        desk = open_desk(project)
        signer = desk.staff.people.get(person)
        if signer is None or not desk.staff.in_office(person, now.date()):
            raise Refused("你现在不在审核人员名单里，或不在任，不能签。")
        intents: dict[Signature, list[Intent]] = {}
        refused: list[str] = []
        for one in seen:
            try:
                by, intent = _intent(office, desk, one, person, key)
                intents.setdefault(by, []).append(intent)
            except Refused as why:
                refused.append(f"{one.entry_id}：{why}")
        if not intents:
            raise Refused("一条也没有签。" + "；".join(refused))
        if desk.mode is ReviewMode.SIGNED:
            ready_to_sign(next(iter(intents)), tell)
        made: list[Path] = []
        for by, several in intents.items():
            files = write_all(desk, several, by, now)
            for intent, file in zip(several, files, strict=True):
                desk.know_record(intent.entry, file)
                office.note(desk, intent.entry.id)
            made += files
    places = [file.relative_to(office.site.project.root).as_posix() for file in made]
    ending = send_on(office, places, f"审核：一起办 {len(made)} 条", signer.name, signer.id, tell)
    left = (f"没有签的 {len(refused)} 条：", *refused) if refused else ()
    return Ending(ending.done, f"{len(made)} 条签好了", (*ending.sentences, *left), ending.quoted, ending.kept)


def _intent(office: Office, desk: Desk, one: Seen, person: str, key: Path | None) -> tuple[Signature, Intent]:
    entry, now = desk.entry(one.entry_id), office.clock()
    same_as_seen(desk, entry, one.content, one.tips)
    if not is_light(desk, entry):
        raise Refused("这一条要一条一条地审。")
    if why := _wrong(office, entry):
        raise Refused(f"{why}。先改好。")
    stage = next((stage for stage in turns(desk, entry, now.date()) if stage.value == one.stage), None)
    if stage is None:
        raise Refused("没有轮到这一级。")
    able = turns(desk, entry, now.date())[stage]
    deputy_for = next((turn.deputy_for for turn in able if turn.person == person), "")
    by = Signature(desk.staff.people[person], deputy_for or None, None, key)
    return by, review_acts.signing(desk, entry, by, now, stage)
