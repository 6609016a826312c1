"""Typst sets a sheet. The same sheet gives the same bytes on every machine: only the typeface that comes with the
program is used, and the clock is the caller's."""

from __future__ import annotations

import calendar
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

import typst

from generator.model.fields import TIME_ZONE

FONT_FOLDER = Path(str(files("manimgx_fonts_cjk")))
"""Noto Sans CJK with all its weights, under the SIL Open Font License; templates call it "Noto Sans CJK SC"."""


@dataclass(frozen=True)
class Sheet:
    """What is to be set: a ``template`` of this room (``proof.typ``), the ``values`` it reads from ``values.json`` (plain
    JSON: text is data there and never Typst's markup), and ``pictures`` by the file names that the values use."""

    template: str
    values: Mapping[str, Any]
    pictures: Mapping[str, bytes] = field(default_factory=dict)


def as_pdf(sheet: Sheet, moment: datetime) -> bytes:
    """The sheet as a PDF file that says it was made at ``moment`` (naive, Asia/Shanghai)."""
    (page,) = _compiled(sheet, moment, {"form": "pages"}, "pdf", None)
    return page


def as_long_picture(sheet: Sheet, moment: datetime, pixels_per_inch: float = 144.0) -> bytes:
    """The sheet as one PNG as long as it needs to be."""
    (picture,) = _compiled(sheet, moment, {"form": "picture"}, "png", pixels_per_inch)
    return picture


def _compiled(
    sheet: Sheet, moment: datetime, inputs: dict[str, str], kind: Literal["pdf", "png"], pixels_per_inch: float | None
) -> list[bytes]:
    with TemporaryDirectory(prefix="zoujin-") as place:
        folder = Path(place)
        source = folder / sheet.template
        source.write_bytes(files(__package__).joinpath(sheet.template).read_bytes())
        (folder / "values.json").write_text(json.dumps(sheet.values, ensure_ascii=False), encoding="utf-8")
        for name, data in sheet.pictures.items():
            (folder / name).write_bytes(data)
        made = typst.compile(
            str(source),
            root=str(folder),
            font_paths=[str(FONT_FOLDER)],
            ignore_system_fonts=True,
            format=kind,
            ppi=pixels_per_inch,
            sys_inputs=inputs,
            timestamp=calendar.timegm(moment.replace(tzinfo=TIME_ZONE).utctimetuple()),
        )
    return [made] if isinstance(made, bytes) else list(made)
