"""The whole text of a kit: the entry's own, with what its page shows around it."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.body import Body

from .blocks import Block, Heading, Picture, Sections
from .html_blocks import text_blocks
from .sheet import KitSheet


def full_text(sheet: KitSheet, body: Body) -> list[Block]:
    """The blocks of the kit's text. Every picture of the kit stands in it at least once."""
    files = [picture.file for picture in sheet.pictures]
    sections = _sections(text_blocks(body, dict(sheet.targets), dict(sheet.cards), files))
    blocks: list[Block] = []
    for part in sheet.layout:
        if isinstance(part, Sections):
            for section in sections[part.first : part.last]:
                blocks += section
        else:
            blocks.append(part)
    placed = {block.file for block in blocks if isinstance(block, Picture)}
    return [*blocks, *(Picture(file) for file in files if file not in placed)]


def _sections(blocks: Iterable[Block]) -> list[list[Block]]:
    """Cut before each heading of level 2; one that opens the text begins the first section, as on the page."""
    sections: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2 and sections[-1]:
            sections.append([])
        sections[-1].append(block)
    return sections
