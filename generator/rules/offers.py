"""Files that an entry offers for download, and which files a link may lead to."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.catalogue import Entry
from generator.model.downloads import may_be_downloaded
from generator.model.kinds import Kind
from generator.model.links import normal_target
from generator.model.parts import MediaFile
from generator.model.references import FieldPath


def offers(entry: Entry) -> Iterator[tuple[FieldPath, MediaFile]]:
    """A document's attachments or a feature's files, with their places."""
    if entry.kind is Kind.DOCUMENT:
        for index, media in enumerate(entry.meta.attachments):
            yield ("attachments", index), media
    elif entry.kind is Kind.FEATURE:
        for index, media in enumerate(entry.meta.files):
            yield ("files", index), media


def published_files(entry: Entry) -> set[str]:
    """The files beside an entry that go out: pictures that its text shows or links to, and what it offers."""
    offered = {media.file for _, media in offers(entry)}
    shown = {picture.file for picture in entry.outline.pictures}
    linked = {normal_target(link.target).removeprefix("./") for link in entry.outline.links}
    pictures = (offered | shown | linked) & entry.photos.keys()
    return pictures | {file for file in offered & entry.files.keys() if may_be_downloaded(file)}
