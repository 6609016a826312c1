"""A register as something that is reviewed: the whole file, as a station's row is."""

from __future__ import annotations

from .fields import EntryPath, Line, Record, about

SHEETS = "registers/"
"""How the ids of registers begin: ``registers/organisations`` is ``content/organisations.yaml``."""

REVIEWED_REGISTERS = frozenset((
    "district", "street", "community", "organisation", "category", "honour", "station-kind", "holiday", "key-date",
    "synonym",
))  # fmt: skip
"""Those of which readers see something. The others are the office's own: words to look for, people, targets."""


class RegisterSheet(Record):
    """登记表"""

    name: Line = about("名称", "", "组织单位")
    lines: tuple[str, ...] = about("内容", "登记表里的每一行", ["- id: volunteer-centre"], default=())
    aliases: tuple[EntryPath, ...] = about("以前的编号", default=())
