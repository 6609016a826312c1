"""An early answer is given only when nothing can have changed."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from generator.engine.last_build import LastBuild
from generator.engine.outcome import Outcome

NOW = datetime(2026, 3, 12, 8)


@pytest.fixture
def last(tmp_path: Path) -> LastBuild:
    """A record of a build at ``NOW`` with something to change three hours later."""
    (tmp_path / "site").mkdir()
    record = LastBuild(tmp_path / "last-build.json")
    outcome = Outcome(
        tmp_path / "site", NOW, 8, 20, 20, 3, unchanged=False, held_back=(("stories/2026/x", "草稿"),),
        next_change=NOW + timedelta(hours=3),
    )  # fmt: skip
    record.remember(outcome, "inputs", 30)
    return record


def test_the_same_again(last: LastBuild, tmp_path: Path) -> None:
    for hours in (0, 2):
        again = last.again("inputs", NOW + timedelta(hours=hours), tmp_path / "site", 30)
        assert again is not None
        assert again.unchanged
        assert (again.entries, again.pages, again.written, again.photos) == (8, 20, 0, 0)
        assert again.held_back == (("stories/2026/x", "草稿"),)
        assert again.next_change == NOW + timedelta(hours=3)


def test_anything_else_is_built(last: LastBuild, tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert last.again("other", NOW, site, 30) is None
    assert last.again("inputs", NOW, site, 29) is None
    assert last.again("inputs", NOW - timedelta(minutes=1), site, 30) is None
    assert last.again("inputs", NOW + timedelta(hours=3), site, 30) is None
    (tmp_path / "other").mkdir()
    assert last.again("inputs", NOW, tmp_path / "other", 30) is None
    assert last.again("inputs", NOW, tmp_path / "absent", 30) is None
    last.forget()
    assert last.again("inputs", NOW, site, 30) is None


@pytest.mark.parametrize("raw", [b"", b"[]", b"null", b"{}", b'{"inputs": "inputs"}', b"\xff"])
def test_a_record_that_cannot_be_used(last: LastBuild, tmp_path: Path, raw: bytes) -> None:
    last.file.write_bytes(raw)
    assert last.again("inputs", NOW, tmp_path / "site", 30) is None
