"""Views of features: an opening, and blocks in the editor's order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from typing import Literal

from generator.derive.calendar import days_of
from generator.model.arrangement import Placed, arranged
from generator.model.catalogue import Entry
from generator.model.entries import Feature
from generator.model.entries.feature_blocks import (
    FiguresBlock,
    FilesBlock,
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
from generator.model.kinds import Kind
from generator.photos.plan import PhotoUse

from .campaign_pages import schedule_day
from .cards import Cards
from .chinese_dates import day_text, day_view, number
from .entry_texts import text_keys
from .file_views import file_views
from .gallery_rows import gallery_rows
from .page_heads import entry_head
from .reuse_box import reuse_keys
from .views import FeatureBlock, FeatureView, FigureView, HeadedBlock, LargeStory, LinkView, StepView

ENOUGH_FOR_CONTENTS = 4
ALL_ALIKE = (2, 3)
"""Groups of so many stories stand in one row; of others the first are set large."""


def feature_view(cards: Cards, entry: Entry, addresses: Set[str]) -> FeatureView:
    """A feature's page."""
    meta: Feature = entry.meta
    campaign = cards.data.public.find(Kind.CAMPAIGN, meta.campaign)
    lead = cards.pictures.lead(entry) or cards.pictures.cover(entry)
    texts = text_keys(cards, entry, addresses)
    blocks = list(_Blocks(cards, entry, texts["has_text"]).views())
    headings = sum(heading.level == 2 for heading in entry.outline.headings)
    head = entry_head(
        cards,
        "feature",
        entry,
        "features",
        author=meta.byline or "",
        keywords=[meta.title],
        picture=lead,
        description=cards.summary(entry),
        published=meta.date,
    )
    return {
        **head,
        **texts,
        "sectioned": True,
        "date": day_view(meta.date),
        "byline": meta.byline or "",
        **reuse_keys(cards, entry),
        "lead": lead,
        "blocks": blocks,
        "contents": headings + sum(bool(block.get("title")) for block in blocks) >= ENOUGH_FOR_CONTENTS,
        "parts": list(_parts(blocks)),
        "campaign": cards.campaign(campaign) if campaign else None,
    }


def _parts(blocks: Iterable[FeatureBlock]) -> Iterator[LinkView]:
    found: dict[str, str] = {}
    for block in blocks:
        if block["type"] == "stories" or block["type"] == "lead":
            shown = (*(story["card"] for story in block["large"]), *block["cards"])
            found.update((card["url"], card["title"]) for card in shown)
        elif block["type"] == "people":
            found.update((card["url"], card["name"]) for card in block["cards"])
        elif block["type"] == "schedule":
            found.update((line["url"], line["title"]) for day in block["days"] for line in day["lines"] if line["url"])
    return ({"name": name, "url": url} for url, name in found.items())


def large_and_grid(count: int) -> tuple[int, int]:
    """How many of ``count`` stories are set large so that the rest fill their rows, and the class of the rest's grid:
    2 to 4 for a single row of so many, 8 and 9 for several rows of four or three."""
    if count in ALL_ALIKE:
        return 0, count
    large = next((few for few in (1, 2, 3) if (count - few) % 4 == 0 or (count - few) % 3 == 0), 1)
    rest = count - large
    if rest in (0, 3, 4):
        return large, rest
    return large, 8 if rest % 4 == 0 else 9


class _Blocks:
    """Makes the blocks of one page from top to bottom; those without anything public are left out."""

    def __init__(self, cards: Cards, entry: Entry, has_text: bool) -> None:
        self._cards = cards
        self._entry = entry
        self._plan = cards.pictures.plan(entry)
        self._placed = arranged(entry.meta, has_text, self._plan.gallery)
        self._anchors = {heading.anchor for heading in entry.outline.headings}
        self._headings = sum(heading.level == 2 for heading in entry.outline.headings)
        self._under_heading = False
        self._mirrored = False

    def views(self) -> Iterator[FeatureBlock]:
        """The blocks that have something to show."""
        for placed in self._placed:
            view = self._view(placed)
            if view is not None:
                yield view

    def _view(self, placed: Placed) -> FeatureBlock | None:
        block = placed.block
        match block:
            case TextBlock():
                first, last = placed.sections
                # Whether the first section opens with a heading is known only when the text is composed.
                shown = self._headings >= max(1, first) and last > 1
                self._under_heading = self._under_heading or shown
                return {"type": "text", "first": first, "last": last, "final": placed.written < 0}
            case LeadBlock():
                return self._lead(block)
            case StoriesBlock():
                return self._stories(block)
            case PeopleBlock():
                return self._people(block)
            case QuoteBlock():
                return self._quote(block)
            case TimelineBlock():
                return self._timeline(block)
            case GalleryBlock():
                return self._gallery(block)
            case FiguresBlock():
                return self._figures(block)
            case ScheduleBlock():
                return self._schedule(block)
            case FilesBlock():
                files = file_views(self._cards, self._entry, set(block.files))
                return {"type": "files", **self._headed(block), "files": files} if files else None

    def _headed(self, block: Headed) -> HeadedBlock:
        """The block's headline. What stands in a block without one belongs to the heading above."""
        level: Literal[2, 3] = 3 if block.title or self._under_heading else 2
        self._under_heading = self._under_heading or bool(block.title)
        return {
            "anchor": self._anchor() if block.title else "",
            "title": block.title or "",
            "intro": [line.strip() for line in (block.intro or "").splitlines() if line.strip()],
            "level": level,
        }

    def _anchor(self) -> str:
        count = len(self._anchors) + 1
        while f"part-{count}" in self._anchors:
            count += 1
        self._anchors.add(f"part-{count}")
        return f"part-{count}"

    def _large(self, story: Entry) -> LargeStory:
        """Every other large picture of the page stands on the right."""
        self._mirrored = not self._mirrored
        return {
            "card": self._cards.story(story),
            "picture": self._cards.pictures.wide(story),
            "mirrored": not self._mirrored,
        }

    def _lead(self, block: LeadBlock) -> FeatureBlock | None:
        story = self._cards.data.public.find(Kind.STORY, block.story)
        if story is None:
            return None
        return {"type": "lead", **self._headed(block), "large": [self._large(story)], "cards": [], "grid": 0}

    def _stories(self, block: StoriesBlock) -> FeatureBlock | None:
        shown = list(self._cards.data.public.found(Kind.STORY, block.stories))
        if not shown:
            return None
        large, grid = large_and_grid(len(shown))
        return {
            "type": "stories",
            **self._headed(block),
            "large": [self._large(story) for story in shown[:large]],
            "cards": self._cards.stories(shown[large:]),
            "grid": grid,
        }

    def _people(self, block: PeopleBlock) -> FeatureBlock | None:
        shown = [self._cards.profile(each) for each in self._cards.data.public.found(Kind.PROFILE, block.people)]
        return {"type": "people", **self._headed(block), "cards": shown} if shown else None

    def _quote(self, block: QuoteBlock) -> FeatureBlock | None:
        """A sentence from a story that is not public is not public either."""
        source = self._story_link(block.story)
        if block.story and source is None:
            return None
        return {"type": "quote", "text": block.text, "speaker": block.speaker or "", "source": source}

    def _timeline(self, block: TimelineBlock) -> FeatureBlock | None:
        """What a story tells that is not public is not told here either."""
        steps: list[StepView] = [
            {"when": step.when, "text": step.text, "source": source}
            for step in block.steps
            if (source := self._story_link(step.story)) or not step.story
        ]
        return {"type": "timeline", **self._headed(block), "steps": steps} if steps else None

    def _story_link(self, slug: str | None) -> LinkView | None:
        story = self._cards.data.public.find(Kind.STORY, slug)
        return {"name": story.title, "url": self._cards.url(story)} if story else None

    def _gallery(self, block: GalleryBlock) -> FeatureBlock | None:
        files = [file for file in dict.fromkeys(block.photos) if file in self._plan.gallery]
        pictures = [self._cards.pictures.photo(self._entry, file, PhotoUse.FIGURE) for file in files]
        if not pictures:
            return None
        credits = {picture["credit"] for picture in pictures}
        credit = credits.pop() if len(credits) == 1 and len(pictures) > 1 else ""
        return {"type": "gallery", **self._headed(block), "rows": gallery_rows(pictures), "credit": credit}

    def _figures(self, block: FiguresBlock) -> FeatureBlock:
        sources = {f"{each.source}，截至{day_text(each.as_of)}" for each in block.figures}
        shared = sources.pop() if len(sources) == 1 else ""
        figures: list[FigureView] = [
            {
                "value": number(each.value),
                "unit": each.unit,
                "what": each.what,
                "source": "" if shared else f"{each.source}，截至{day_text(each.as_of)}",
            }
            for each in block.figures
        ]
        return {"type": "figures", **self._headed(block), "figures": figures, "source": shared}

    def _schedule(self, block: ScheduleBlock) -> FeatureBlock | None:
        activities = list(self._cards.data.public.found(Kind.ACTIVITY, block.activities))
        today = self._cards.today
        days = days_of(activities, block.lines, today)
        dated = any(day.day.year != today.year for day in days)
        views = [schedule_day(self._cards, day, with_year=dated) for day in days]
        return {"type": "schedule", **self._headed(block), "days": views} if days else None
