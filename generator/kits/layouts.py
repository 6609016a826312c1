"""What stands around an entry's own text in its kit, kind by kind: what the page shows beside it, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, time

from generator.derive import SiteData
from generator.model.address import Site, entry_address
from generator.model.arrangement import arranged, placed_photos
from generator.model.catalogue import Entry
from generator.model.entries import Activity, Campaign, Feature, Profile, Story
from generator.model.entries.feature_blocks import (
    FiguresBlock,
    FilesBlock,
    GalleryBlock,
    LeadBlock,
    PeopleBlock,
    QuoteBlock,
    ScheduleBlock,
    StoriesBlock,
    TextBlock,
    TimelineBlock,
)
from generator.model.kinds import Kind

from .blocks import Block, Heading, Item, Picture, Quote, Run, Sections, line
from .html_blocks import clean
from .videos import video_blocks

Layout = tuple[Block | Sections, ...]


def layout_of(data: SiteData, site: Site, entry: Entry, photos: Sequence[str]) -> Layout:
    """The kit's text from top to bottom. ``photos`` are the files of the kit's pictures that the own text does not show."""
    meta = entry.meta
    if isinstance(meta, Feature):
        return tuple(_Feature(data, site, entry, photos).blocks())
    own: Layout = (*(Picture(file) for file in photos[:1]), Sections(), *(Picture(file) for file in photos[1:]))
    if isinstance(meta, Story):
        return (*own, *video_blocks(meta.video, data.today))
    if isinstance(meta, Profile):
        return (line(clean(meta.one_line), bold=True), *own, *_profile(data, meta))
    return (*_campaign(data, meta), *own, *_schedule(data, site, entry, meta))


def day(value: date) -> str:
    """2026年3月5日"""
    return f"{value.year}年{value.month}月{value.day}日"


def number(value: float) -> str:
    """Without a fraction where there is none."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def _profile(data: SiteData, meta: Profile) -> Iterator[Block]:
    if meta.quotation:
        yield Quote(((Run(clean(meta.quotation)),),))
    known = data.catalogue.vocabularies.honour
    honours = [award for award in sorted(meta.honours, key=lambda each: -each.year) if award.honour in known]
    facts = []
    if meta.since:
        facts.append(f"从{meta.since}年开始志愿服务")
    if meta.hours:
        facts.append(
            f"服务时长{number(meta.hours.value)}小时（截至{day(meta.hours.as_of)}，{clean(meta.hours.source)}）"
        )
    if meta.skills:
        facts.append(f"专长：{'、'.join(map(clean, meta.skills))}")
    facts += [
        "，".join(part for part in (f"{award.year}年", known[award.honour].name, award.document or "") if part)
        for award in honours
    ]
    if facts:
        yield Heading(2, "资料")
        yield from (Item((Run(clean(fact)),)) for fact in facts)
    if meta.timeline:
        yield Heading(2, "经历")
        yield from (Item((Run(clean(step.when), bold=True), Run(f"　{clean(step.text)}"))) for step in meta.timeline)


def _campaign(data: SiteData, meta: Campaign) -> Iterator[Block]:
    yield line(clean(meta.theme), bold=True)
    organiser = data.catalogue.vocabularies.organisation.get(meta.organiser)
    yield line(f"时间：{day(meta.start)}至{day(meta.end)}")
    if organiser:
        yield line(f"主办：{clean(organiser.name)}")


def _schedule(data: SiteData, site: Site, entry: Entry, meta: Campaign) -> Iterator[Block]:
    lines = [*_activities(site, data.back.activities.get(entry.id, ())), *_lines(meta)]
    if lines:
        yield Heading(2, "日程")
        yield from (block for _, block in sorted(lines, key=lambda each: each[0]))
    if meta.safeguards:
        yield Heading(2, "安全保障")
        yield from (Item((Run(clean(text)),)) for text in meta.safeguards)


_When = tuple[date, time]


def _activities(site: Site, entries: Iterable[Entry]) -> Iterator[tuple[_When, Block]]:
    for entry in entries:
        meta: Activity = entry.meta
        words = f"{day(meta.start.date())} {meta.start:%H:%M}　"
        runs = (Run(words), Run(clean(meta.title), url=_url(site, entry)), Run(f"，{clean(meta.place)}"))
        yield (meta.start.date(), meta.start.time()), Item(runs)


def _lines(block: Campaign | ScheduleBlock) -> Iterator[tuple[_When, Block]]:
    for each in block.schedule if isinstance(block, Campaign) else block.lines:
        hours = f" {each.start:%H:%M}" if each.start else ""
        place = f"，{clean(each.place)}" if each.place else ""
        yield (each.date, each.start or time()), Item((Run(f"{day(each.date)}{hours}　{clean(each.title)}{place}"),))


def _url(site: Site, entry: Entry) -> str:
    return site.full_url(entry_address(entry.id)) if site.origin else ""


class _Feature:
    """A feature's blocks in its editor's order; those without anything public are left out."""

    def __init__(self, data: SiteData, site: Site, entry: Entry, photos: Sequence[str]) -> None:
        self._data = data
        self._site = site
        self._photos = photos
        outline = entry.outline
        has_text = bool(outline.characters or outline.pictures or outline.mentions)
        # As on the page, the first picture stands at the head, unless a gallery of the editor's names it.
        self._head = [file for file in photos[:1] if file not in placed_photos(entry.meta)]
        self._placed = arranged(entry.meta, has_text, [file for file in photos if file not in self._head])

    def blocks(self) -> Iterator[Block | Sections]:
        yield from (Picture(file) for file in self._head)
        shown: set[str] = set()
        for placed in self._placed:
            block = placed.block
            if isinstance(block, TextBlock):
                yield Sections(*placed.sections)
                continue
            inner = list(self._block(block, shown))
            if inner:
                if title := getattr(block, "title", None):
                    yield Heading(2, clean(title))
                intro = getattr(block, "intro", None) or ""
                yield from (line(clean(text.strip())) for text in intro.splitlines() if text.strip())
                yield from inner

    def _block(self, block: object, shown: set[str]) -> Iterator[Block]:
        match block:
            case LeadBlock():
                yield from self._stories([block.story])
            case StoriesBlock():
                yield from self._stories(block.stories)
            case PeopleBlock():
                for person in self._data.public.found(Kind.PROFILE, block.people):
                    runs = (Run(clean(person.meta.name), True, url=_url(self._site, person)),)
                    yield Item((*runs, Run(f"：{clean(person.meta.one_line)}")))
            case QuoteBlock():
                if not block.story or self._is_public(block.story):
                    words = tuple((Run(clean(text)),) for text in block.text.splitlines() if text.strip())
                    yield Quote(words, clean(block.speaker or ""))
            case TimelineBlock():
                for step in block.steps:
                    if not step.story or self._is_public(step.story):
                        yield Item((Run(clean(step.when), True), Run(f"　{clean(step.text)}")))
            case GalleryBlock():
                files = [file for file in dict.fromkeys(block.photos) if file in self._photos and file not in shown]
                shown.update(files)
                yield from (Picture(file) for file in files)
            case FiguresBlock():
                for each in block.figures:
                    source = f"（{clean(each.source)}，截至{day(each.as_of)}）"
                    value = Run(f"{number(each.value)}{clean(each.unit)}", True)
                    yield Item((value, Run(f"　{clean(each.what)}{source}")))
            case ScheduleBlock():
                lines = [
                    *_activities(self._site, self._data.public.found(Kind.ACTIVITY, block.activities)),
                    *_lines(block),
                ]
                yield from (item for _, item in sorted(lines, key=lambda each: each[0]))
            case FilesBlock():
                return

    def _is_public(self, story: str) -> bool:
        return self._data.public.find(Kind.STORY, story) is not None

    def _stories(self, slugs: Iterable[str]) -> Iterator[Block]:
        for story in self._data.public.found(Kind.STORY, slugs):
            meta: Story = story.meta
            summary = clean(meta.summary or story.outline.opening)
            yield Item(
                (Run(clean(meta.title), True, url=_url(self._site, story)), Run(f"：{summary}" if summary else ""))
            )
