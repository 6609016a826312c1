"""Which block of a feature shows what: as its editor wrote it, and what she left open.

A block that names nothing takes what the feature lists and no other block names; whatever
is listed and not placed then stands in blocks of its own at the end, so that nothing that
was written is lost. Text that has no block comes first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .entries.feature import Feature
from .entries.feature_blocks import (
    Block,
    FilesBlock,
    GalleryBlock,
    LeadBlock,
    PeopleBlock,
    ScheduleBlock,
    StoriesBlock,
    TextBlock,
)

TO_THE_END = 1_000_000
"""More sections than any text has."""


class Placed(NamedTuple):
    """A block with its lists filled in. ``written`` is its place in ``blocks``, -1 for one that nobody wrote.

    ``sections`` are the first section of the text that it shows and the one it ends before;
    a section begins at each ``##``, the first with the text itself.
    """

    block: Block
    written: int
    sections: tuple[int, int] = (0, 0)


def arranged(meta: Feature, has_text: bool, photos: Iterable[str]) -> list[Placed]:
    """The blocks of the page from top to bottom. ``photos`` are the listed ones that neither its head nor its text shows."""
    rest = _Rest(meta, photos)
    texts = sum(isinstance(block, TextBlock) for block in meta.blocks)
    placed: list[Placed] = []
    section = 0
    for index, block in enumerate(meta.blocks):
        if isinstance(block, TextBlock):
            section += 1
            placed.append(Placed(block, index, (section - 1, section if section < texts else TO_THE_END)))
        else:
            placed.append(Placed(rest.filled(block), index))
    if has_text and not texts:
        placed.insert(0, Placed(TextBlock(block="text"), -1, (0, TO_THE_END)))
    return [*placed, *(Placed(block, -1) for block in rest.blocks())]


def placed_photos(meta: Feature) -> tuple[str, ...]:
    """The photos that galleries name, each once, in the order of the page."""
    named = (file for block in meta.blocks if isinstance(block, GalleryBlock) for file in block.photos)
    return tuple(dict.fromkeys(named))


class _Rest:
    """What the feature lists and no block names; each is handed out once."""

    def __init__(self, meta: Feature, photos: Iterable[str]) -> None:
        stories = {block.story for block in meta.blocks if isinstance(block, LeadBlock)}
        people: set[str] = set()
        activities: set[str] = set()
        files: set[str] = set()
        for block in meta.blocks:
            if isinstance(block, StoriesBlock):
                stories.update(block.stories)
            elif isinstance(block, PeopleBlock):
                people.update(block.people)
            elif isinstance(block, ScheduleBlock):
                activities.update(block.activities)
            elif isinstance(block, FilesBlock):
                files.update(block.files)
        self._more_stories = bool(stories)
        self._stories = _without(meta.stories, stories)
        self._people = _without(meta.profiles, people)
        self._activities = _without(meta.activities, activities)
        self._files = _without((each.file for each in meta.files), files)
        self._photos = _without(photos, set(placed_photos(meta)))

    def filled(self, block: Block) -> Block:
        """The block, with what is left over when it names nothing itself."""
        if isinstance(block, StoriesBlock) and not block.stories:
            block, self._stories = block.model_copy(update={"stories": self._stories}), ()
        elif isinstance(block, PeopleBlock) and not block.people:
            block, self._people = block.model_copy(update={"people": self._people}), ()
        elif isinstance(block, ScheduleBlock) and not block.activities and not block.lines:
            block, self._activities = block.model_copy(update={"activities": self._activities}), ()
        elif isinstance(block, GalleryBlock) and not block.photos:
            block, self._photos = block.model_copy(update={"photos": self._photos}), ()
        elif isinstance(block, FilesBlock) and not block.files:
            block, self._files = block.model_copy(update={"files": self._files}), ()
        return block

    def blocks(self) -> Iterator[Block]:
        """Blocks for all that is still left."""
        if self._stories:
            title = "更多故事" if self._more_stories else "故事"
            yield StoriesBlock(block="stories", title=title, stories=self._stories)
        if self._people:
            yield PeopleBlock(block="people", title="人物", people=self._people)
        if self._activities:
            yield ScheduleBlock(block="schedule", title="活动", activities=self._activities)
        if self._photos:
            yield GalleryBlock(block="gallery", title="图片", photos=self._photos)
        if self._files:
            yield FilesBlock(block="files", title="下载", files=self._files)


def _without(names: Iterable[str], taken: set[str]) -> tuple[str, ...]:
    return tuple(name for name in dict.fromkeys(names) if name not in taken)
