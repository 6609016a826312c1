"""Which typeface share pictures are set in: the one of the settings, or else a free Song face of this machine."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b, file_digest
from pathlib import Path

from PIL import ImageFont

from generator.model.settings import Settings
from generator.render.typefaces import Typeface

FREE_FACES = (
    "NotoSerifCJK-Bold.ttc",
    "NotoSerifCJKsc-Bold.otf",
    "NotoSerifSC-Bold.otf",
    "NotoSerifSC-Bold.ttf",
    "SourceHanSerif-Bold.ttc",
    "SourceHanSerifSC-Bold.otf",
    "SourceHanSerifCN-Bold.otf",
    "NotoSerifSC[wght].ttf",
    "NotoSerifSC-VF.ttf",
    "NotoSerifSC-VariableFont_wght.ttf",
    "NotoSerifCJK-Regular.ttc",
    "NotoSerifSC-Regular.otf",
    "SourceHanSerifSC-Regular.otf",
    "SourceHanSerifCN-Regular.otf",
    "NotoSansCJK-Bold.ttc",
    "NotoSansSC-Bold.otf",
    "SourceHanSansSC-Bold.otf",
)
"""Files of Noto and Source Han in order of preference. Both are under the SIL Open Font License; the Chinese faces
that come with Windows and macOS are not free for publishing, so they are used only when the settings name a file."""

_FACES_IN_A_FILE = 10
_SIMPLIFIED = (" SC", " CN")


def find_typeface(root: Path, settings: Settings) -> Typeface | None:
    """The face for the project at ``root``; None when share pictures are off or no face can be used."""
    if not settings.share_pictures:
        return None
    if settings.share_font:
        return _face_of(root / "content" / settings.share_font)
    return next((face for path in _installed() if (face := _face_of(path))), None)


def _installed() -> Iterator[Path]:
    """Files of free faces that this machine has, best first."""
    found: dict[str, Path] = {}
    for folder in _folders():
        for place, folders, files in os.walk(folder):
            folders.sort()
            for name in sorted(files):
                found.setdefault(name.lower(), Path(place) / name)
    return (found[name.lower()] for name in FREE_FACES if name.lower() in found)


def _folders() -> tuple[Path, ...]:
    """Where this system keeps fonts, the user's own first."""
    home = Path.home()
    match sys.platform:
        case "win32":
            own = Path(os.environ.get("LOCALAPPDATA", home)) / "Microsoft" / "Windows" / "Fonts"
            return (own, Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts")
        case "darwin":
            return (home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts"))
        case _:
            return (
                home / ".local/share/fonts",
                home / ".fonts",
                Path("/usr/local/share/fonts"),
                Path("/usr/share/fonts"),
            )


def _face_of(path: Path) -> Typeface | None:
    """The simplified Chinese face of a file, bold where it can be; None when the file is missing or no font."""
    try:
        stat = path.stat()
        return _opened(path, stat.st_size, stat.st_mtime_ns)
    except OSError:
        return None


@lru_cache(maxsize=4)
def _opened(path: Path, size: int, changed: int) -> Typeface:  # noqa: ARG001 - what a file's content is known by
    with path.open("rb") as file:
        digest = file_digest(file, lambda: blake2b(digest_size=16)).hexdigest()
    index = _simplified(path)
    font = ImageFont.FreeTypeFont(path, 16, index)
    try:
        names = font.get_variation_names()
    except OSError:  # a font with one weight
        return Typeface(path, index, "", digest)
    return Typeface(path, index, "Bold" if b"Bold" in names else "", digest)


def _simplified(path: Path) -> int:
    """The number of the simplified Chinese face in a collection; 0 when none says that it is one."""
    for index in range(_FACES_IN_A_FILE):
        try:
            family = ImageFont.FreeTypeFont(path, 16, index).getname()[0] or ""
        except OSError:
            if index == 0:
                raise
            break
        if family.endswith(_SIMPLIFIED):
            return index
    return 0
