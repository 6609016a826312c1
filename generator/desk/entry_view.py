"""What the page of one entry shows to the person who is to decide about it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from generator.model.address import entry_address
from generator.model.catalogue import Entry
from generator.model.kinds import Kind
from generator.pipeline.refused import Refused
from generator.pipeline.review_desk import Desk
from generator.pipeline.review_history import Event, history
from generator.pipeline.review_waiting import next_step
from generator.pipeline.version_comparison import markdown_of
from generator.review.remarks import opening_of, paragraphs, placed, read_remarks
from generator.review.verdict import ReviewState, Verdict

from .changes_view import changes_view
from .choices import choices
from .office import Office
from .photos_view import photos_view
from .words import SEVERITY, TONE, moment_words

_PROBLEMS = 50


def entry_view(office: Office, entry: Entry, person: str, draft: Mapping[str, str]) -> dict[str, Any]:
    """``draft`` is what the person has written into the form and not sent yet.

    Raises:
        Refused: the entry's files, or its approved version, cannot be had.
    """
    now, clock = office.now, office.clock()
    desk = now.desk
    verdict = desk.verdict(entry)
    subject = desk.subject(entry)
    texts = paragraphs(markdown_of(desk.project.root, entry))
    told = history(desk, entry)
    address = entry_address(entry.id)
    problems = office.problems_of(entry)
    return {
        "id": entry.id,
        "title": entry.title,
        "kind": subject.kind.label,
        "state": verdict.state.label,
        "tone": TONE[verdict.state],
        "next": _next(desk, entry, verdict, clock.date()),
        "stages": _stages(verdict, subject.stages or ()),
        "sensitive": [kind.label for kind in subject.sensitive],
        "content": verdict.content,
        "tips": " ".join(desk.ledger(entry).tips()),
        "preview": office.site.site.url(address) if office.has_page(address) else "",
        "changes": changes_view(desk, entry, verdict),
        "problems": [
            {
                "level": item.severity.value,
                "name": SEVERITY[item.severity],
                "message": item.message,
                "hint": item.hint,
                "place": f"{item.path} 第 {item.mark.line} 行" if item.mark.line else item.path,
            }
            for item in sorted(problems, key=lambda item: item.severity.rank)[:_PROBLEMS]
        ],
        "more_problems": max(0, len(problems) - _PROBLEMS),
        "is_station": entry.kind is Kind.STATION,
        "photos": photos_view(entry, clock.date()),
        "paragraphs": _paragraphs(texts, told.events, verdict, draft),
        "draft": {name: draft.get(name, "") for name in ("remarks", "why", "form", "paper")},
        "choices": choices(desk, entry, verdict, person, clock.date()),
        "events": [_event(event, verdict, clock) for event in reversed(told.events)],
        "broken": [{"file": refusal.file, "why": refusal.why} for refusal in told.broken],
    }


def _next(desk: Desk, entry: Entry, verdict: Verdict, day: date) -> str:
    if verdict.state is ReviewState.DRAFT:
        return "还没有送审。写好了，就在“我的决定”里送审。"
    if verdict.state is ReviewState.CHANGED:
        return "通过以后又改过，还没有送审；网站上是上一次通过的版本。改好了，就在“我的决定”里送审。"
    return next_step(desk, entry, day)


def _stages(verdict: Verdict, stages: Any) -> list[dict[str, Any]]:
    """The way through the review: what is passed, whose turn it is, what comes later."""
    return [
        {
            "name": stage.label,
            "is_passed": stage not in verdict.missing,
            "is_next": stage in verdict.waits_for,
        }
        for stage in stages
    ]


def _paragraphs(
    texts: list[str], events: list[Event], verdict: Verdict, draft: Mapping[str, str]
) -> list[dict[str, Any]]:
    said: dict[int, list[str]] = {}
    for event in events:
        if event.remarks and not event.why_not and event.content == verdict.content:
            _, remarks = read_remarks(event.remarks)
            for number, lines in placed(remarks, texts).items():
                said.setdefault(number, []).extend(f"{event.who}：{line}" for line in lines)
    last = next((event for event in reversed(events) if event.remarks and not event.why_not), None)
    if last is not None and last.content != verdict.content:
        for number, lines in placed(read_remarks(last.remarks)[1], texts).items():
            said.setdefault(number, []).extend(f"{last.who}（对上一版）：{line}" for line in lines)
    return [
        {
            "number": number,
            "text": text,
            "opening": opening_of(text),
            "said": said.get(number, []),
            "draft": draft.get(f"p{number}", ""),
        }
        for number, text in enumerate(texts, 1)
    ]


def _event(event: Event, verdict: Verdict, now: datetime) -> dict[str, Any]:
    general, remarks = read_remarks(event.remarks)
    return {
        "when": moment_words(event.moment, now),
        "what": event.what,
        "who": event.who,
        "how": event.how,
        "general": general,
        "remarks": [{"number": one.number, "opening": one.opening, "text": one.text} for one in remarks],
        "is_this": event.content == verdict.content,
        "why_not": event.why_not,
    }


def uncommitted(desk: Desk, entry: Entry) -> str:
    """Why the working version cannot be decided about as it lies here; "" when it is committed."""
    try:
        desk.committed(entry)
    except Refused as refused:
        return str(refused)
    return ""
