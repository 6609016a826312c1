"""The job that sets a print: a PDF, its pages as PNG, and what did not fit."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from generator.model.job import Job, JobError
from generator.photos.print_copy import print_copy
from generator.typeset.glyphs import missing_glyphs
from generator.typeset.setting import Sheet, printed, templates_digest

from .sheets import PrintSheet

RECIPE = f"prints 2, typst {version('typst')}"
NOTES = "notes.json"

PIXELS = 2400
"""Of a photo's longer side: 200 dots an inch over the width of A3, which nobody looks at from nearer than an arm."""


@dataclass(frozen=True, slots=True)
class PrintWork:
    """The arguments of :func:`make_print`."""

    sheet: PrintSheet
    moment: datetime


class Notes(NamedTuple):
    """Names of what found no room at its smallest size, and characters that the typeface lacks."""

    unfit: tuple[str, ...]
    missing: str


def print_job(sheet: PrintSheet, moment: datetime, root: Path) -> Job:
    """The job of one print, as made at ``moment``; photos lie below ``root``."""
    key = blake2b(
        f"{RECIPE}\0{templates_digest()}\0{sheet!r}\0{moment}".encode("utf-8", "surrogatepass"), digest_size=16
    ).hexdigest()
    return Job(key, make_print, root, PrintWork(sheet, moment), (f"{sheet.name}.pdf", NOTES), sheet.label)


def make_print(source: Path, target_dir: Path, work: PrintWork) -> None:
    """Write NAME.pdf, NAME.png (or NAME-1.png, NAME-2.png …) and the notes.

    Raises :class:`JobError` for a photo that is gone or broken.
    """
    sheet = work.sheet
    pictures = {name: text.encode("utf-8") for name, text in sheet.drawings.items()}
    for name, shot in sheet.photos.items():
        try:
            pictures[name] = print_copy((source / shot.path).read_bytes(), PIXELS)
        except (OSError, ValueError):
            raise JobError(f"{shot.path} 打不开，换一张再印。") from None
    made = printed(Sheet(sheet.template, sheet.values, pictures), work.moment, sheet.pixels_per_inch)
    target_dir.mkdir(parents=True, exist_ok=True)
    (target_dir / f"{sheet.name}.pdf").write_bytes(made.pdf)
    for number, picture in enumerate(made.pictures, 1):
        page = f"-{number}" if len(made.pictures) > 1 else ""
        (target_dir / f"{sheet.name}{page}.png").write_bytes(picture)
    notes = {"unfit": made.unfit, "missing": missing_glyphs(sheet.values)}
    (target_dir / NOTES).write_text(json.dumps(notes, ensure_ascii=False), encoding="utf-8")


def read_notes(folder: Path) -> Notes:
    """The notes that a job left in its folder."""
    found = json.loads((folder / NOTES).read_text("utf-8"))
    return Notes(tuple(found["unfit"]), found["missing"])
