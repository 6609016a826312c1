"""Files for download as pages list them."""

from __future__ import annotations

from collections.abc import Set

from generator.model.catalogue import Entry

from .attachments import copied_files, offered_files
from .cards import Cards
from .targets import file_url
from .views import EntryFile


def file_views(cards: Cards, entry: Entry, only: Set[str] | None = None) -> list[EntryFile]:
    """The files that the entry offers and that can be had; of those named in ``only``, when it is given."""
    copied = copied_files(entry)
    return [
        {
            "title": each.title,
            "url": url,
            "type": each.file.rpartition(".")[2].upper(),
            "address": copied.get(each.file, ""),
            "digest": entry.files.get(each.file, ""),
        }
        for each in offered_files(entry)
        if (only is None or each.file in only) and (url := file_url(entry, each.file, cards))
    ]
