"""Registers through Excel and back: nothing changed is nothing written; a change touches its own row alone."""

from __future__ import annotations

from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.read.source import SourceText
from generator.read.values import read_values
from generator.tables.changes import FieldChange, RecordChange, TableChange, compare
from generator.tables.reading import open_workbook, read_workbook
from generator.tables.sheets import all_tables
from generator.tables.writing import write_workbook
from generator.tables.yaml_rows import edit_rows

TABLE = all_tables()["organisations"]
KNOWN = {
    "district": [("a", "城东区"), ("b", "城西区"), ("c", "城西区")],
    "category": [("mutual-aid", "邻里互助"), ("health", "医疗、保健")],
}

LINES = st.text(alphabet=st.sampled_from("甲乙丙a1Z '\"#:-=+@,[]{}&*!|>%？。、（）"), min_size=1, max_size=12).filter(
    lambda text: bool(text.strip()) and text == text.strip()
)
COUNTS = st.integers(0, 9999).map(str)
GROUPS = st.lists(st.fixed_dictionaries({"name": LINES}, optional={"members": COUNTS}), min_size=1, max_size=3)
RECORDS = st.lists(
    st.fixed_dictionaries(
        {"name": LINES},
        optional={
            "kind": LINES,
            "district": st.sampled_from(["a", "b", "c", "gone"]),
            "intro": st.lists(LINES, min_size=1, max_size=3).map("\n".join),
            "services": st.lists(st.sampled_from(["mutual-aid", "health"]), min_size=1, max_size=2, unique=True),
            "teams": GROUPS,
            "phone": st.sampled_from(["0000-8801234", "(0000)8801234", "00008801234"]),
            "keeps_records": st.sampled_from(["true", "false", "是", "否"]),
            "records_desk": st.fixed_dictionaries({"role": LINES, "phone": st.just("0000-8801204")}),
        },
    ),
    min_size=1,
    max_size=5,
).map(lambda records: [{"id": f"o-{number}", **record} for number, record in enumerate(records)])


class Quoted(str):
    """A text that is written with quotation marks."""


yaml.SafeDumper.add_representer(
    Quoted, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style='"')
)


def laid_out(records: list[dict[str, Any]], flow: bool, comments: bool, blank: bool, indent: int) -> str:
    """The register as somebody might have typed it."""
    rows = []
    for number, record in enumerate(records):
        text = yaml.safe_dump(
            {key: Quoted(value) if key == "phone" else value for key, value in record.items()},
            allow_unicode=True, sort_keys=False, default_flow_style=flow or None, width=10_000,
        )  # fmt: skip
        lines = text.rstrip("\n").split("\n")
        if comments and not text.startswith("{"):
            lines.insert(1, f"# 说明 {number}")
        row = "\n".join(f"{' ' * indent}{'- ' if at == 0 else '  '}{line}".rstrip() for at, line in enumerate(lines))
        rows.append((f"{' ' * indent}# 第 {number} 条\n" if comments else "") + row)
    return ("# 名录\n" if comments else "") + ("\n\n" if blank else "\n").join(rows) + "\n"


COMMENTS = ("# 名录", "# 说明", "# 第")
LAYOUTS = st.tuples(st.booleans(), st.booleans(), st.booleans(), st.sampled_from([0, 2]))


def known_with(records: list[dict[str, Any]]) -> dict[str, list[tuple[str, str]]]:
    return {
        **KNOWN,
        "district": [*KNOWN["district"], ("gone", "gone")],
        "organisation": [(row["id"], row["name"]) for row in records],
    }


@given(RECORDS, LAYOUTS)
@settings(max_examples=40, deadline=None)
def test_what_goes_out_comes_back_unchanged(
    records: list[dict[str, Any]], layout: tuple[bool, bool, bool, int]
) -> None:
    text = laid_out(records, *layout)
    rows = read_values(SourceText("x", text), text).data
    known = known_with(records)
    given_tables, remarks = read_workbook(open_workbook(write_workbook([(TABLE, rows)], known)), known)
    assert [str(remark) for remark in remarks if remark.is_error] == []
    [given_table] = given_tables
    comparison = compare(given_table, {row["id"]: row for row in rows}, known)
    assert not comparison.change


VALUES = st.one_of(st.none(), LINES, st.lists(LINES, min_size=2, max_size=2).map("\n".join))


@given(RECORDS, LAYOUTS, st.data())
@settings(max_examples=150, deadline=None)
def test_a_change_touches_its_own_row_alone(
    records: list[dict[str, Any]], layout: tuple[bool, bool, bool, int], data: st.DataObject
) -> None:
    text = laid_out(records, *layout)
    number = data.draw(st.integers(0, len(records) - 1))
    path, value = data.draw(
        st.one_of(
            st.tuples(st.sampled_from([("kind",), ("intro",), ("address",), ("records_desk", "role")]), VALUES),
            st.tuples(st.just(("services",)), st.sampled_from([None, ["health"], ["health", "mutual-aid"]])),
            st.tuples(st.just(("teams",)), st.one_of(st.none(), GROUPS)),
        )
    )
    record = RecordChange(f"o-{number}", "", (FieldChange(path, "", "", "", value),))
    edited = edit_rows(
        text, TableChange(TABLE, changed=(record,))
    )  # it reads its own outcome again, and raises if that is wrong
    before = read_values(SourceText("x", text), text).data
    after = read_values(SourceText("x", edited), edited).data
    assert [row for row in after if row["id"] != f"o-{number}"] == [row for row in before if row["id"] != f"o-{number}"]
    one, other = text.split("\n"), edited.split("\n")
    start = next(at for at, line in enumerate(one) if f"id: o-{number}" in line)
    assert one[:start] == other[:start], "what stands before the row is as it was"
    kept = [line for line in one if line.lstrip().startswith(COMMENTS)]
    assert [line for line in other if line.lstrip().startswith(COMMENTS)] == kept, "comments survive"


@given(RECORDS, LAYOUTS, RECORDS, st.data())
@settings(max_examples=60, deadline=None)
def test_rows_go_and_come(
    records: list[dict[str, Any]], layout: tuple[bool, bool, bool, int], more: list[dict[str, Any]], data: st.DataObject
) -> None:
    text = laid_out(records, *layout)
    gone = data.draw(st.lists(st.sampled_from([row["id"] for row in records]), unique=True, max_size=len(records)))
    fresh = [(f"new-{row['id']}", {**row, "id": f"new-{row['id']}"}) for row in more]
    edited = edit_rows(text, TableChange(TABLE, added=tuple(fresh), removed=tuple((key, "") for key in gone)))
    rows = read_values(SourceText("x", edited), edited).data
    assert [row["id"] for row in rows] == [row["id"] for row in records if row["id"] not in gone] + [
        key for key, _ in fresh
    ]
