"""A record's file is what its name promises, or nothing."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from office import Office

from generator.review.records import BadRecord, file_name, file_text, parse_record

OFFICE = Office()
RECORD = OFFICE.submit(remarks="请审。").record
NAME, TEXT = file_name(RECORD), file_text(RECORD)


def test_what_is_written_is_read() -> None:
    found = parse_record(NAME, TEXT.encode())
    assert found.record == RECORD
    assert found.hash == OFFICE.records[0].hash
    assert f"20260306-091000-submit-{found.hash[:32]}.json" == NAME


@pytest.mark.parametrize("data", [TEXT.replace("\n", "\r\n").encode(), b"\xef\xbb\xbf" + TEXT.encode()])
def test_line_ends_do_not_matter(data: bytes) -> None:
    assert parse_record(NAME, data).record == RECORD


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("请审。", "请 审。", "改过"),
        ('"remarks"', '"remark"', "改过"),
        ('"submit"', '"pass"', "改过"),
        ("{", "{{", "JSON"),
        ('"format"', '"remarks": "一", "format"', "JSON"),
        ("\n}", "\n<<<<<<< HEAD\n}", "JSON"),
    ],
)
def test_what_was_changed_is_refused(old: str, new: str, why: str) -> None:
    assert TEXT.count(old) >= 1
    with pytest.raises(BadRecord, match=why):
        parse_record(NAME, TEXT.replace(old, new, 1).encode())


@pytest.mark.parametrize("data", [b"", b"[]", b"null", b"\xff", b"[" * 100_000, b"{}", b" " * 300_000])
def test_what_is_no_record_is_refused(data: bytes) -> None:
    with pytest.raises(BadRecord):
        parse_record(NAME, data)


def test_a_list_of_files_that_is_not_the_content_is_refused() -> None:
    from generator.model.canonical import values_digest

    values = json.loads(TEXT)
    values["content"] = "0" * 64
    name = f"20260306-091000-submit-{values_digest(values)[:32]}.json"
    with pytest.raises(BadRecord, match="自相矛盾"):
        parse_record(name, json.dumps(values).encode())


@given(st.binary(max_size=300))
def test_nothing_makes_reading_fail_in_another_way(data: bytes) -> None:
    with pytest.raises(BadRecord):
        parse_record(NAME, data)
