"""Settings: one mistake does not take the others away."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.read.registers import Registers, read_registers

SOUND = """\
city: 示例市
site_name: 示例志愿
description: 网站
today: 2026-03-12
page_size: 20
coordinates_box: {west: 112, south: 27, east: 113, north: 28}
"""


def read(root: Path, old: str = "", new: str = "") -> Registers:
    """What is read when ``old`` is mistaken for ``new`` in sound settings."""
    assert old in SOUND
    (root / "content").mkdir()
    (root / "content/settings.yaml").write_text(SOUND.replace(old, new) if old else SOUND, "utf-8")
    return read_registers(root)


def test_sound_settings(tmp_path: Path) -> None:
    registers = read(tmp_path)
    assert not registers.diagnostics
    assert registers.settings.today == date(2026, 3, 12)
    assert registers.settings.coordinates_box is not None


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("page_size: 20", "page_size: 二十", "schema-number"),
        ("page_size: 20", "page_size: 20\nfooter: {icp_no: 0}", "schema-unknown-key"),
        ("page_size: 20", "pagesize: 20", "schema-unknown-key"),
        ("page_size: 20", "page_size：20", "yaml-fullwidth-punctuation"),
        ("site_name: 示例志愿\n", "", "schema-missing"),
        ("east: 113", "east: 111", "schema-value"),
        ("north: 28", "north: 27", "schema-value"),
    ],
)
def test_a_mistake_leaves_the_other_settings_as_they_are(tmp_path: Path, old: str, new: str, rule: str) -> None:
    registers = read(tmp_path, old, new)
    assert [item.rule for item in registers.diagnostics] == [rule]
    assert (registers.settings.city, registers.settings.today) == ("示例市", date(2026, 3, 12))
    assert (registers.settings.page_size == 20) == ("page_size: 20" in SOUND.replace(old, new))
    assert (registers.settings.coordinates_box is None) == (rule == "schema-value")


def test_a_broken_day_is_no_day(tmp_path: Path) -> None:
    registers = read(tmp_path, "today: 2026-03-12", "today: 明天")
    assert [item.rule for item in registers.diagnostics] == ["schema-date"]
    assert registers.settings.today is None
    assert registers.settings.page_size == 20
