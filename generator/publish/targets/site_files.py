"""What is published of the built site, in which order, and how browsers are told to treat it."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Collection, Mapping
from enum import IntEnum
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from generator.publish.manifest import files_in


class SiteFile(NamedTuple):
    """A file's content: the BLAKE2b digest in hexadecimal and the size in bytes."""

    digest: str
    size: int


class Headers(NamedTuple):
    """What a server says of a file."""

    content_type: str
    cache_control: str


class Turn(IntEnum):
    """When a file is sent: after all that it may refer to."""

    NEW_FILES = 0
    NEW_PAGES = 1
    CHANGES = 2
    ENTRANCES = 3
    HOME = 4

    @property
    def label(self) -> str:
        """What is being sent, for people."""
        return ("图片、样式等新文件", "新页面", "有改动的页面", "订阅、搜索和站点地图的入口", "首页")[self]


HOME_PAGE = "index.html"

_LASTING = re.compile(
    r"photos/[0-9a-f]{16}-.+|covers/[0-9a-f]{16}\..+|share/[0-9a-f]{16}\..+|assets/[0-9a-f]{12}/.+"
    r"|search/.+-[0-9a-f]{6}\.[a-z]+|.+-[0-9a-f]{16}\.[a-z0-9]+"
)
_ENTRANCES = re.compile(
    r"(?:.+/)?(?:feed\.json|feed\.xml|atom\.xml|rss\.xml|ninjs\.json|[^/]+\.ics)|search/index\.json|sitemap[^/]*\.xml|robots\.txt"
)
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".geojson": "application/geo+json",
    ".webmanifest": "application/manifest+json",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".xml": "application/xml",
    ".ics": "text/calendar; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".ico": "image/x-icon",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
    ".mp4": "video/mp4",
    ".mp3": "audio/mpeg",
    ".vtt": "text/vtt; charset=utf-8",
    ".woff2": "font/woff2",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".bin": "application/octet-stream",
}
"""Named here, not asked of the machine: Windows' registry and old lists differ."""
_FEEDS = {"atom.xml": "application/atom+xml", "feed.xml": "application/rss+xml", "rss.xml": "application/rss+xml"}

FOR_GOOD = "public, max-age=31536000, immutable"
SHORTLY = "public, max-age=300, must-revalidate"
"""Five minutes: a correction is seen soon, and a crowd does not fetch everything anew."""

_WITHDRAWN = b'class="on-gone"'
"""On the notice that stands where something was taken back."""


def lasts(path: str) -> bool:
    """Whether a file's name changes with its content."""
    return _LASTING.fullmatch(path) is not None


def is_kept(path: str) -> bool:
    """Whether a file stays a while after the site has no use for it: what an open page may still fetch.

    Not the search index, which holds texts: its pages ask for the new one by themselves.
    """
    return lasts(path) and not path.startswith("search/")


def headers(path: str) -> Headers:
    """A file's headers, by its path."""
    name = path.rpartition("/")[2]
    suffix = "." + name.rpartition(".")[2].lower() if "." in name else ""
    known = _FEEDS.get(name) or _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    return Headers(known, FOR_GOOD if lasts(path) else SHORTLY)


def turn(path: str, *, is_new: bool) -> Turn:
    """When a file is sent; ``is_new`` says that nothing is at its place yet.

    A new page is complete before a page that readers know links to it, and a file before the page that shows it.
    """
    if path == HOME_PAGE:
        return Turn.HOME
    if _ENTRANCES.fullmatch(path):
        return Turn.ENTRANCES
    if lasts(path):
        return Turn.NEW_FILES
    if not is_new:
        return Turn.CHANGES
    return Turn.NEW_PAGES if path.endswith(".html") else Turn.NEW_FILES


def read_site(tree: Path, columns: Collection[str] = ()) -> tuple[dict[str, SiteFile], frozenset[str]]:
    """The files of a built site by path, and which of them tell that something was taken back.

    ``columns`` are the first steps of addresses to be published, with what all pages share; empty for all.
    """
    found: dict[str, SiteFile] = {}
    withdrawn = set()
    for path in sorted(files_in(tree)):
        if path.endswith("/") or (columns and not _is_wanted(path, columns)):
            continue
        content = (tree / path).read_bytes()
        found[path] = SiteFile(digest_of(content), len(content))
        if path.endswith(".html") and _WITHDRAWN in content[:4000]:
            withdrawn.add(path)
    return found, frozenset(withdrawn)


def digest_of(content: bytes) -> str:
    """A file's digest."""
    return blake2b(content, digest_size=16).hexdigest()


def total(files: Mapping[str, SiteFile], paths: Collection[str]) -> int:
    """How many bytes some files have."""
    return sum(files[path].size for path in paths)


def _is_wanted(path: str, columns: Collection[str]) -> bool:
    first = path.partition("/")[0]
    return first in columns or (lasts(path) and not path.startswith("search/"))
