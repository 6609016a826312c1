"""The proof of an entry: its text and pictures with the approval form (审批单), to be sent around and signed on paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from generator.model.catalogue import Entry
from generator.model.review_stages import ReviewMode, Stage
from generator.read.markdown import parse_body
from generator.review.rounds import Round
from generator.review.version_changes import VersionContent, version_changes
from generator.typeset.body_nodes import body_nodes
from generator.typeset.setting import Sheet

from .proof_parts import ProofParts
from .review_desk import Desk
from .review_forms import form_number
from .review_history import Event, decided_by, history
from .version_comparison import markdown_of, name_of

_SHOWN = 5

NOTES = {
    ReviewMode.REGISTERED: "登记模式：这张单子上的名字是登记的，不能防冒名。",
    ReviewMode.SIGNED: "签名模式：写“已签名”的由本人的密钥签名，可以用 zoujin verify 核验。",
}


def proof_sheet(desk: Desk, entry: Entry, now: datetime) -> Sheet:
    """The sheet for an entry's working version as of ``now``.

    Raises:
        Refused: the entry's files cannot be read.
    """
    content = desk.verdict(entry).content
    found = desk.round(entry)
    form = form_number(content, found.submitted.record.moment.date() if found else now.date())
    parts = ProofParts(desk.catalogue, entry, desk.project.root / entry.folder)
    _, body = parse_body(markdown_of(desk.project.root, entry), 1)
    nodes = body_nodes(body, parts.node)
    fields = version_changes(None, VersionContent(entry), lambda target, id: name_of(desk.catalogue, target, id)).fields
    values: dict[str, Any] = {
        "site": desk.catalogue.settings.site_name,
        "form": form,
        "title": entry.title,
        "subtitle": getattr(entry.meta, "subtitle", None) or "",
        "line": _line(desk, entry),
        "summary": getattr(entry.meta, "summary", None) or "",
        "digest": content,
        "facts": list(_facts(desk, entry, found)),
        "stages": [_stage(desk, entry, stage, found, now.date()) for stage in _stages(desk, entry, found)],
        "notes": list(_notes(desk, entry, found)),
        "events": list(map(_event, history(desk, entry).events)),
        "body": nodes,
        "lead": parts.lead(),
        "photos": parts.rest(),
        "fields": [(change.title, change.after) for change in fields],
        "footer": f"审批单 {form}　{entry.id}　版本 {content[:16]}　{now:%Y-%m-%d} 制",
    }
    return Sheet("proof.typ", values, parts.files)


def _line(desk: Desk, entry: Entry) -> str:
    """What stands under a headline: day, byline, district."""
    meta = entry.meta
    day = getattr(meta, "date", None) or getattr(meta, "start", None)
    district = getattr(meta, "district", None)
    said = (
        f"{day.year}年{day.month}月{day.day}日" if day else "",
        getattr(meta, "byline", None) or "",
        name_of(desk.catalogue, "district", district) if district else "",
    )
    return "　".join(filter(None, said))


def _facts(desk: Desk, entry: Entry, found: Round | None) -> Iterator[tuple[str, str]]:
    subject = desk.subject(entry)
    yield "标题", entry.title
    yield "类别", subject.kind.label
    yield "位置", entry.id
    if found is not None:
        who, how = decided_by(desk, found.submitted.record)
        yield "送审", f"{who}，{found.submitted.record.moment:%Y-%m-%d %H:%M}（{how}）"
    if subject.sensitive:
        yield "敏感内容", "、".join(kind.label for kind in subject.sensitive)


def _stages(desk: Desk, entry: Entry, found: Round | None) -> tuple[Stage, ...]:
    return found.stages if found is not None else desk.subject(entry).stages or ()


def _stage(desk: Desk, entry: Entry, stage: Stage, found: Round | None, day: date) -> dict[str, Any]:
    """A line of the form: who passed the stage, or who may."""
    passed = found.passed.get(stage) if found is not None else None
    values = {
        "name": stage.label,
        "open": passed is None,
        "person": "",
        "time": "",
        "how": "",
        "remarks": "",
        "able": "",
    }
    if passed is not None:
        record = passed.record
        who, how = decided_by(desk, record)
        done = "签发" if stage in (Stage.ISSUE, Stage.LEADER) else "通过"
        time, remarks = f"{record.moment:%Y-%m-%d}", record.remarks or done
        return values | {"person": who, "how": how, "time": time, "remarks": remarks, "state": done}
    names = _able(desk, entry, stage, found, day)
    said = "、".join(names[:_SHOWN]) + (" 等" if len(names) > _SHOWN else "")
    return values | {"state": "待签", "able": f"可签：{said}" if names else "名单里没有合适的人"}


def _able(desk: Desk, entry: Entry, stage: Stage, found: Round | None, day: date) -> list[str]:
    """The names of those who may sign once it is their turn: not who submitted, not who signed at another level."""
    subject, staff = desk.subject(entry), desk.staff
    taken = {staff.person(found.submitted.record.signer)} | staff.named(subject.authors) if found is not None else set()
    for other, item in found.passed.items() if found is not None else ():
        if other.level != stage.level:
            taken.add(staff.person(item.record.person))
    able = staff.able(stage, subject.kind, subject.district, day)
    return [staff.people[id].name for id in able if staff.person(id) not in taken]


def _notes(desk: Desk, entry: Entry, found: Round | None) -> Iterator[str]:
    if found is None:
        yield "这一版还没有送审。先送审，再凭这张单子签字。"
    elif found.returned is not None:
        yield f"这一版已退回：{found.returned.record.remarks or ''}"
    on_paper = [stage.label for stage in _stages(desk, entry, found) if stage in desk.court.policy.on_paper]
    if on_paper:
        yield (
            f"可以在纸上签、由办公室代录的：{'、'.join(on_paper)}。签完扫描存档，"
            "用 zoujin pass --on-paper 代录，写上这张单子的编号。代录不是本人签名。"
        )
    yield "只对版本摘要相同的这一版有效：改动一个字，摘要就不同，要重新送审。"
    yield NOTES[desk.mode]


def _event(event: Event) -> str:
    said = f"：{event.remarks}" if event.remarks else ""
    void = f"　不算数：{event.why_not}" if event.why_not else ""
    return f"{event.moment:%Y-%m-%d %H:%M}　{event.who}　{event.what}〔{event.how}〕{said}{void}"
