"""Designed covers for entries without a photo.

A cover is chosen by category and title, from a fixed number of sheets, so that a site of
any size publishes some two hundred small files and no more. The same title always gets
the same cover.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from zlib import crc32

from generator.model.entries import ProfileKind
from generator.model.job import Job

from .cover_inks import RUNS, Pen
from .cover_scenes import HEIGHT, SCENES, WIDTH
from .cover_seals import BLOSSOM, KNOWN_SEALS, heads, seal

FOLDER = "covers"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One cover: ``people`` is 0 for a landscape, otherwise the number of figures on an upright sheet."""

    seal: str
    scene: int
    run: int
    people: int = 0

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return (800, 1000) if self.people else (WIDTH, HEIGHT)

    @property
    def address(self) -> str:
        """Where it is published; the name is a digest of the drawing."""
        return f"{FOLDER}/{blake2b(draw(self).encode(), digest_size=8).hexdigest()}.svg"


_HEADS = {ProfileKind.PERSON: 1, ProfileKind.FAMILY: 3}


def landscape(category: str, title: str) -> Sheet:
    """The cover of a story, activity, campaign or feature."""
    chance, scene = divmod(crc32(title.encode()), len(SCENES))
    return Sheet(category if category in KNOWN_SEALS else BLOSSOM, scene, chance % len(RUNS))


def portrait(kind: ProfileKind, category: str, name: str) -> Sheet:
    """The cover of a profile: figures without faces, never on the dark sheet, which is for mourning."""
    return Sheet(category if category in KNOWN_SEALS else BLOSSOM, 0, crc32(name.encode()) % 2, _HEADS.get(kind, 5))


@lru_cache(maxsize=1024)
def draw(sheet: Sheet) -> str:
    """The drawing, as SVG without any text in it."""
    width, height = sheet.size
    pen = Pen()
    if sheet.people:
        seal(pen, RUNS[sheet.run], sheet.seal, 660, 860, 100)
    else:
        seal(pen, RUNS[sheet.run], sheet.seal, 1044, 644, 112)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
        f"{unsealed(sheet.scene, sheet.run, sheet.people)}{''.join(pen.parts)}</svg>\n"
    )


@lru_cache(maxsize=256)
def unsealed(scene: int, run: int, people: int) -> str:
    """The drawing without its seal, as SVG elements."""
    inks = RUNS[run]
    pen = Pen(1 + scene * 31 + run * 7)
    if people:
        pen.box(0, 0, 800, 1000, inks.ground)
        pen.disc(400, 440, 330, inks.far)
        petal = f'<path d="M0-330C40-370 40-400 0-440C-40-400-40-370 0-330z" fill="{inks.far}"/>'
        pen.turned(petal, 16, 400, 440)
        heads(pen, inks, people)
    else:
        pen.box(0, 0, WIDTH, HEIGHT, inks.ground)
        SCENES[scene](pen, inks)
    return "".join(pen.parts)


def cover_job(sheet: Sheet, root: Path) -> Job:
    """The job that writes a cover. It reads nothing; ``root`` stands in for the source."""
    return Job(Path(sheet.address).stem, _write, root, sheet, (sheet.address,), "题图")


def _write(source: Path, target_dir: Path, sheet: Sheet) -> None:  # noqa: ARG001 - the signature of all jobs
    target = target_dir / sheet.address
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(draw(sheet), encoding="utf-8", newline="\n")
