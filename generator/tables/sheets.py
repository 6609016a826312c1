"""Which sheets and columns a register has: made from its model, so that a new field has its column at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from pydantic.fields import FieldInfo

from generator.model.entries import Activity
from generator.model.fields import Record
from generator.model.kinds import MODELS, REGISTERS, STATIONS_FILE, Kind
from generator.model.parts import Published
from generator.model.shapes import Form, Shape, ordered_fields, shape_of

Path = tuple[str, ...]
"""Where a value stands in a record: keys from the outside in."""

KEY_OF_PARENT: Path = ("/",)
"""The column of a sheet of details that names the record they belong to."""
NAME_OF_PARENT: Path = ("//",)
"""A column that only helps to read."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, what stands in it, and where that belongs. ``is_code`` are digits that are no number."""

    path: Path
    title: str
    help: str
    shape: Shape
    required: bool = False
    is_code: bool = False
    example: str = ""


@dataclass(frozen=True)
class Details:
    """A sheet of its own for a field that holds a list of groups: one row for each group."""

    field: Path
    title: str
    columns: tuple[Column, ...]


@dataclass(frozen=True)
class Table:
    """A register as sheets: ``file`` is empty for entries that are bundles in folders."""

    name: str
    title: str
    file: str
    key: str
    model: type[Record]
    columns: tuple[Column, ...]
    details: tuple[Details, ...] = field(default=())

    @property
    def key_column(self) -> Column:
        """The column that tells rows apart."""
        return next(column for column in self.columns if column.path == (self.key,))


@cache
def all_tables() -> dict[str, Table]:
    """The tables there are, by the name that a command takes."""
    registers = {register.name: register for register in REGISTERS}
    tables = [_table("stations", Kind.STATION.label, STATIONS_FILE, "id", MODELS[Kind.STATION], frozenset())]
    for name, register in (
        ("communities", "community"), ("streets", "street"), ("organisations", "organisation"), ("honours", "honour"),
        ("media-ledger", "supply"),
    ):  # fmt: skip
        found = registers[register]
        tables.append(_table(name, found.label.replace("／", "、"), found.file, found.key, found.model, frozenset()))
    hidden = frozenset(Published.model_fields) - {"summary"}
    tables.append(_table("activities", Kind.ACTIVITY.label, "", "id", Activity, hidden))
    return {table.name: table for table in tables}


def _table(name: str, title: str, file: str, key: str, model: type[Record], hidden: frozenset[str]) -> Table:
    columns: list[Column] = []
    details: list[Details] = []
    if not file:
        shape = Shape(Form.TEXT, words="年份/文件夹名")
        columns.append(Column((key,), "编号", "年份和文件夹名，定了不再改", shape, True, False, "2026/spring-fair"))
    for path, names, item in _leaves(model, hidden):
        shape = shape_of(item)
        if shape.form is Form.RECORD and shape.record is not None:
            parent = Column(KEY_OF_PARENT, f"{title}编号", f"属于哪一条：“{title}”表里的编号", Shape(Form.TEXT), True)
            label = Column(NAME_OF_PARENT, "所属名称", "只是方便看，不用填，改了也不算", Shape(Form.TEXT))
            inner = tuple(_column(*leaf) for leaf in _leaves(shape.record, frozenset()))
            details.append(Details(path, f"{title}·{'·'.join(names)}"[:31], (parent, label, *inner)))
        else:
            columns.append(_column(path, names, item))
    return Table(name, title, file, key, model, tuple(columns), tuple(details))


def _leaves(
    model: type[Record], hidden: frozenset[str], path: Path = (), names: tuple[str, ...] = ()
) -> Iterator[tuple[Path, tuple[str, ...], FieldInfo]]:
    """Every field that is no single group; a list of groups only at the outermost level, where it has a sheet."""
    for key, item in ordered_fields(model).items():
        if key in hidden and not path:
            continue
        shape = shape_of(item)
        here, called = (*path, key), (*names, str(item.title))
        if shape.variants or (shape.record is not None and shape.many and path):
            continue
        if shape.record is not None and not shape.many:
            yield from _leaves(shape.record, hidden, here, called)
        else:
            yield here, called, item


def _column(path: Path, names: tuple[str, ...], item: FieldInfo) -> Column:
    shape = shape_of(item)
    is_code = shape.target == "community" or shape.words.startswith(("12 位", "电话", "64 位"))
    example = item.examples[0] if item.examples else ""
    shown = "、".join(map(str, example)) if isinstance(example, list) else str(example)
    required = item.is_required() and len(path) == 1
    return Column(path, "·".join(names), item.description or "", shape, required, is_code, shown)
