"""Typst sets a sheet. The same sheet gives the same bytes on every machine: only the typeface that comes with the
program is used, and the clock is the caller's. Each is set in a process of its own (see ``press.py``)."""

from __future__ import annotations

import calendar
import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from generator.model.fields import TIME_ZONE

FONT_FOLDERS = tuple(Path(str(files(package))) for package in ("manimgx_fonts_cjk", "manimgx_fonts"))
"""Noto Sans CJK with all its weights, which templates call "Noto Sans CJK SC"; for what it lacks Typst looks into the
others, Noto Emoji and Noto Sans for scripts of other peoples. All under the SIL Open Font License."""


@dataclass(frozen=True)
class Sheet:
    """What is to be set: a ``template`` of this room (``proof.typ``), the ``values`` it reads from ``values.json`` (plain
    JSON: text is data there and never Typst's markup), and ``pictures`` by the file names that the values use."""

    template: str
    values: Mapping[str, Any]
    pictures: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Printed:
    """A PDF file, its pages as PNG, its first page as SVG, and the names of what found no room even at its smallest
    size. What was not asked for is empty."""

    pdf: bytes
    pictures: tuple[bytes, ...]
    unfit: tuple[str, ...]
    drawing: bytes = b""


@cache
def templates_digest() -> str:
    """What tells one state of all templates from another."""
    templates = sorted(
        (each.name, each.read_bytes()) for each in files(__package__).iterdir() if each.name.endswith(".typ")
    )
    return blake2b(repr(templates).encode(), digest_size=16).hexdigest()


_ANY_MOMENT = datetime.fromisoformat("2000-01-01")


class SettingError(Exception):
    """A sheet could not be set: a fault of the program, never of the values."""


def as_pdf(sheet: Sheet, moment: datetime) -> bytes:
    """The sheet as a PDF file that says it was made at ``moment`` (naive, Asia/Shanghai)."""
    return _pressed(sheet, moment, {"form": "pages"}, ("pdf",), None).pdf


def as_long_picture(sheet: Sheet, moment: datetime, pixels_per_inch: float = 144.0) -> bytes:
    """The sheet as one PNG as long as it needs to be."""
    (picture,) = _pressed(sheet, moment, {"form": "picture"}, ("png",), pixels_per_inch).pictures
    return picture


def as_drawing(sheet: Sheet) -> bytes:
    """The sheet's only page as SVG, which tells no date: text becomes outlines, so that no typeface is needed to show it."""
    return _pressed(sheet, _ANY_MOMENT, {}, ("svg",), None).drawing


def printed(sheet: Sheet, moment: datetime, pixels_per_inch: float = 144.0) -> Printed:
    """The sheet as a PDF and as pictures of its pages."""
    return _pressed(sheet, moment, {}, ("pdf", "png"), pixels_per_inch)


def _pressed(
    sheet: Sheet,
    moment: datetime,
    inputs: dict[str, str],
    formats: Sequence[Literal["pdf", "png", "svg"]],
    pixels_per_inch: float | None,
) -> Printed:
    with TemporaryDirectory(prefix="zoujin-") as place:
        folder = Path(place)
        for template in files(__package__).iterdir():
            if template.name.endswith(".typ"):
                (folder / template.name).write_bytes(template.read_bytes())
        (folder / "values.json").write_text(json.dumps(sheet.values, ensure_ascii=False), encoding="utf-8")
        for name, data in sheet.pictures.items():
            (folder / name).write_bytes(data)
        order = {
            "source": sheet.template,
            "fonts": [str(folder) for folder in FONT_FOLDERS],
            "formats": formats,
            "ppi": pixels_per_inch,
            "inputs": inputs,
            "timestamp": calendar.timegm(moment.replace(tzinfo=TIME_ZONE).utctimetuple()),
        }
        done = subprocess.run(
            [sys.executable, str(files(__package__).joinpath("press.py")), place],
            input=json.dumps(order),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode != 0:
            raise SettingError(done.stderr.strip())
        pdf, drawing = folder / "pdf-1", folder / "svg-1"
        pictures = sorted(folder.glob("png-*"), key=lambda page: int(page.name.removeprefix("png-")))
        return Printed(
            pdf.read_bytes() if pdf.exists() else b"",
            tuple(picture.read_bytes() for picture in pictures),
            tuple(json.loads((folder / "unfit.json").read_text("utf-8"))),
            drawing.read_bytes() if drawing.exists() else b"",
        )
