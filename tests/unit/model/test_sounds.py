"""Characters that are read alike."""

from __future__ import annotations

import pytest

from generator.model.sounds import sound_alike


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("兰", "蓝", True),
        ("志", "自", False),
        ("愿", "原", True),
        ("吕", "绿", True),
        ("兰", "兰", True),
        ("𠮷", "吉", False),
    ],
)
def test_sounds_are_told_by_their_syllables_alone(one: str, other: str, alike: bool) -> None:
    assert sound_alike(one, other) is alike
