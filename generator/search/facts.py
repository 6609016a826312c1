"""What a page shows of its own entry beside title, summary and text: names, places, numbers, the words of a feature's blocks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from generator.derive.public_entries import PublicEntries
from generator.model.arrangement import arranged
from generator.model.catalogue import Entry, Vocabularies
from generator.model.entries import Activity, Campaign, Document, Feature, Profile, ScheduleLine, Station, Story
from generator.model.entries.feature_blocks import (
    FiguresBlock,
    GalleryBlock,
    Headed,
    LeadBlock,
    PeopleBlock,
    QuoteBlock,
    ScheduleBlock,
    StoriesBlock,
    TextBlock,
    TimelineBlock,
)
from generator.model.fields import Record
from generator.model.kinds import Kind
from generator.model.parts import Contact

_LINES = (
    "address", "phone", "subtitle", "one_line", "theme", "quotation", "place", "audience", "ages", "note",
    "byline", "team", "number",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Names:
    """What ids mean, how names are read, what is public, and how opening hours are put into words."""

    vocabularies: Vocabularies
    readings: Mapping[str, str]
    public: PublicEntries
    hours: Callable[[str], tuple[str, ...]]

    def of(self, register: str, id: str | None) -> str:
        """The name of a record; "" when there is none."""
        found = self.vocabularies.named(register).get(id or "")
        return str(found.name) if found else ""

    def listed(self, register: str, ids: tuple[str, ...]) -> str:
        """The names of several records."""
        return "、".join(filter(None, (self.of(register, id) for id in ids)))


def moment_of(entry: Entry) -> datetime | date | None:
    """What "newer" goes by: the date of publication, or the day an activity begins; a station has none."""
    found: datetime | date | None = getattr(entry.meta, "start" if entry.kind is Kind.ACTIVITY else "date", None)
    return found


def day_of(entry: Entry) -> str:
    """That day in words."""
    moment = moment_of(entry)
    return f"{moment.year}年{moment.month}月{moment.day}日" if moment else ""


def facts(entry: Entry, pictures: Collection[str], names: Names) -> Iterator[str]:
    """Lines, some of them empty. ``pictures`` are the files whose captions the page shows."""
    meta: Any = entry.meta
    if isinstance(meta, Station):
        yield names.of("station-kind", meta.kind)
        yield names.listed("category", meta.services)
    for key in _lines_of(meta.__class__):
        yield str(getattr(meta, key) or "")
    for register in ("district", "street", "community"):
        yield names.of(register, getattr(meta, register, None))
    for key in ("organiser", "organisation", "issuer"):
        yield names.of("organisation", getattr(meta, key, None))
    if into := getattr(meta, "into", None):
        yield into.label
    yield names.listed("category", getattr(meta, "categories", ()))
    yield from _of_kind(meta, pictures, names)
    for photo in getattr(meta, "photos", ()):
        if photo.file in pictures:
            yield photo.caption or ""
            yield photo.credit or ""
    for correction in getattr(meta, "corrections", ()):
        yield correction.text
    yield day_of(entry)


@cache
def _lines_of(model: type[Record]) -> tuple[str, ...]:
    """Those of the lines that a kind of entry has: asking a record for what it has not takes ten times as long."""
    return tuple(key for key in _LINES if key in model.model_fields)


def _of_kind(meta: Any, pictures: Collection[str], names: Names) -> Iterator[str]:
    match meta:
        case Story():
            yield meta.source.name if meta.source else ""
            yield meta.video.title if meta.video else ""
        case Activity():
            yield names.listed("organisation", meta.co_organisers)
            yield (meta.sign_up and meta.sign_up.note) or ""
            yield from _contact(meta.contact)
            yield meta.outcome.text if meta.outcome else ""
        case Campaign():
            yield from _schedule(meta.schedule)
            yield from meta.safeguards
        case Document():
            yield meta.kind.label
            yield from _contact(meta.notice.contact if meta.notice else None)
            yield from (file.title for file in meta.attachments)
        case Profile():
            yield from _profile(meta, names)
        case Station():
            yield from names.hours(meta.hours) if meta.hours else ()
            for contact in meta.on_duty:
                yield from _contact(contact)
            yield from (team.name for team in meta.teams)
            yield names.listed("organisation", meta.paired_with)
        case Feature():
            yield from _feature(meta, pictures, names.public)


def _profile(meta: Profile, names: Names) -> Iterator[str]:
    yield meta.kind.label
    yield "、".join(meta.skills)
    if meta.hours:
        yield f"{_amount(meta.hours.value)}小时"
        yield meta.hours.source
    for award in meta.honours:
        yield names.of("honour", award.honour)
        yield award.document or ""
    yield from (f"{line.when} {line.text}" for line in meta.timeline)


def _feature(meta: Feature, pictures: Collection[str], public: PublicEntries) -> Iterator[str]:
    for block, *_ in arranged(meta, True, pictures):
        if _is_shown(block, pictures, public):
            if isinstance(block, Headed):
                yield block.title or ""
                yield block.intro or ""
            yield from _block(block, public)
    yield from (file.title for file in meta.files)


def _is_shown(block: Any, pictures: Collection[str], public: PublicEntries) -> bool:
    """Whether anything in a block is public; its words are not when what it leads to is not."""
    match block:
        case LeadBlock() | QuoteBlock():
            return not block.story or public.find(Kind.STORY, block.story) is not None
        case StoriesBlock():
            return any(public.found(Kind.STORY, block.stories))
        case PeopleBlock():
            return any(public.found(Kind.PROFILE, block.people))
        case ScheduleBlock():
            return bool(block.lines) or any(public.found(Kind.ACTIVITY, block.activities))
        case TimelineBlock():
            return any(_block(block, public))
        case GalleryBlock():
            return not set(pictures).isdisjoint(block.photos)
    return not isinstance(block, TextBlock)


def _block(block: Any, public: PublicEntries) -> Iterator[str]:
    match block:
        case QuoteBlock():
            yield block.text
            yield block.speaker or ""
        case TimelineBlock():
            for step in block.steps:
                if not step.story or public.find(Kind.STORY, step.story):
                    yield f"{step.when}\n{step.text}"
        case FiguresBlock():
            for figure in block.figures:
                yield f"{_amount(figure.value)}{figure.unit}{figure.what}"
                yield figure.source
        case ScheduleBlock():
            yield from _schedule(block.lines)


def _schedule(lines: Iterable[ScheduleLine]) -> Iterator[str]:
    for line in lines:
        yield line.title
        yield line.place or ""


def _contact(contact: Contact | None) -> Iterator[str]:
    if contact:
        yield contact.role
        yield contact.phone


def _amount(value: float) -> str:
    return f"{value:,}".removesuffix(".0")
