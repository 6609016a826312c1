"""Which files may be offered for download as they are."""

from __future__ import annotations

DOWNLOAD_TYPES = frozenset({
    "pdf", "ofd", "doc", "docx", "wps", "rtf", "odt", "txt", "xls", "xlsx", "et", "ods", "csv", "ppt", "pptx", "dps",
    "odp", "epub", "zip", "rar", "7z", "mp3", "m4a", "wav", "mp4", "mov", "ics", "vtt",
})  # fmt: skip
"""File types by extension. Nothing here runs in a browser in the site's name; pictures are not here because
they are published in their cleaned form only."""


SUBTITLES = ".vtt"
"""How files of subtitles end that browsers read."""


def may_be_downloaded(file: str) -> bool:
    """Whether a file of this name may be published as it is."""
    stem, dot, extension = file.rpartition(".")
    return bool(stem and dot) and not file.startswith(".") and extension.lower() in DOWNLOAD_TYPES
