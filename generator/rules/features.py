"""The blocks of a feature: each shows something, and nothing twice."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.arrangement import Placed, arranged
from generator.model.catalogue import Entry
from generator.model.diagnostic import Severity
from generator.model.entries import Feature
from generator.model.entries.feature_blocks import (
    FilesBlock,
    GalleryBlock,
    LeadBlock,
    PeopleBlock,
    ScheduleBlock,
    StoriesBlock,
    TextBlock,
)
from generator.model.kinds import Kind
from generator.model.references import FieldPath

from .finding import Finding
from .nearest import nearest
from .photo_files import shown_file
from .registry import rule
from .world import World

_WHAT = {"stories": "故事", "people": "人物", "schedule": "活动", "gallery": "图片", "files": "文件", "text": "正文"}
_LISTED_IN = {
    "stories": "stories",
    "people": "profiles",
    "schedule": "activities",
    "gallery": "photos",
    "files": "files",
}


@rule("feature-block-empty", Severity.WARNING, "专题的版块里没有内容", kinds=(Kind.FEATURE,))
def feature_block_empty(entry: Entry, world: World) -> Iterator[Finding]:
    """A block that shows nothing is left out of the page, which its editor did not mean."""
    if not entry.meta.blocks:
        return
    sections = sum(heading.level == 2 for heading in entry.outline.headings) + 1
    for placed in arranged(entry.meta, _has_text(entry), _left_over(entry)):
        if placed.written >= 0 and _is_empty(placed, sections if _has_text(entry) else 0):
            name = placed.block.block
            hint = (
                f"在这一块里写上{_WHAT[name]}，或在前面的 {_LISTED_IN[name]} 里多列几项；不需要就删掉这一块。"
                if name in _LISTED_IN
                else "正文按 ## 小标题分段，一块放一段；删掉多出来的 text，或在正文里加小标题。"
            )
            message = f"这一块（{name}）没有{_WHAT[name]}可放，页面上不会出现。"
            yield Finding(entry.path, ("blocks", placed.written, "block"), message, hint)


def _has_text(entry: Entry) -> bool:
    outline = entry.outline
    return bool(outline.characters or outline.pictures or outline.mentions)


def _left_over(entry: Entry) -> list[str]:
    """The listed photos that neither the text nor the head of the page shows."""
    listed = [photo.file for photo in entry.meta.photos]
    shown = {shown_file(entry, picture.file) for picture in entry.outline.pictures}
    lead = entry.meta.cover or next(iter(listed), None)
    return [file for file in listed if file not in shown and file != lead]


def _is_empty(placed: Placed, sections: int) -> bool:
    block = placed.block
    match block:
        case TextBlock():
            return placed.sections[0] >= sections
        case StoriesBlock():
            return not block.stories
        case PeopleBlock():
            return not block.people
        case ScheduleBlock():
            return not (block.activities or block.lines)
        case GalleryBlock():
            return not block.photos
        case FilesBlock():
            return not block.files
    return False


@rule("feature-block-repeated", Severity.WARNING, "专题的版块里有重复的内容", kinds=(Kind.FEATURE,))
def feature_block_repeated(entry: Entry, world: World) -> Iterator[Finding]:
    """A story, a person, an activity, a picture or a file stands once on the page."""
    seen: set[tuple[str, str]] = set()
    for at, kind, value in _shown(entry.meta):
        if (kind, value) in seen:
            message = f"“{value}”在前面的版块里已经有了。"
            yield Finding(entry.path, at, message, "留一处，删掉另一处；引文和时间线里可以再提到同一篇故事。")
        seen.add((kind, value))


def _shown(meta: Feature) -> Iterator[tuple[FieldPath, str, str]]:
    """What the blocks set out, with its place and kind."""
    for number, block in enumerate(meta.blocks):
        if isinstance(block, LeadBlock):
            yield ("blocks", number, "story"), "stories", block.story
        for field in ("stories", "people", "activities", "photos", "files"):
            for index, value in enumerate(getattr(block, field, ())):
                yield ("blocks", number, field, index), field, value


@rule("feature-file-undeclared", Severity.ERROR, "版块里的文件没有登记", kinds=(Kind.FEATURE,))
def feature_file_undeclared(entry: Entry, world: World) -> Iterator[Finding]:
    """A block offers files that the feature lists with their titles."""
    declared = frozenset(each.file for each in entry.meta.files)
    for at, field, value in _shown(entry.meta):
        if field == "files" and value not in declared:
            likely = nearest(value, declared)
            hint = f"是不是“{likely}”？" if likely else f"在 files 里加一条：file: {value}，并写上 title（名称）。"
            yield Finding(entry.path, at, f"文件“{value}”没有在 files 里登记，页面上不会出现。", hint)
