"""What the desk says of times, consents and pictures."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from builders import TODAY, City, photo
from PIL import ExifTags, Image

from generator.desk.photos_view import photos_view
from generator.desk.pictures import screen_picture
from generator.desk.words import moment_words, waited_words
from generator.model.kinds import Kind

NOW = datetime(2026, 3, 12, 9, 30)


@pytest.mark.parametrize(("moment", "words"), [
    ((2026, 3, 12, 8, 5), "今天 08:05"),
    ((2026, 3, 11, 23, 59), "昨天 23:59"),
    ((2026, 3, 1, 8, 0), "3月1日 08:00"),
    ((2025, 12, 5, 8, 0), "2025年12月5日 08:00"),
    ((2026, 3, 13, 8, 0), "3月13日 08:00"),
])  # fmt: skip
def test_times_as_one_says_them(moment: tuple[int, ...], words: str) -> None:
    assert moment_words(datetime(*moment), NOW) == words  # type: ignore[arg-type]


@pytest.mark.parametrize(("since", "words"), [
    ((2026, 3, 10, 9, 0), "等了 2 天"),
    ((2026, 3, 12, 6, 0), "等了 3 小时"),
    ((2026, 3, 12, 9, 0), ""),
    ((2026, 3, 13, 9, 0), ""),
])  # fmt: skip
def test_how_long_something_waits(since: tuple[int, ...], words: str) -> None:
    """A colleague's clock may be ahead of ours."""
    assert waited_words(datetime(*since), NOW) == words  # type: ignore[arg-type]


@pytest.mark.parametrize(("more", "tone", "words"), [
    ({}, "idle", "没有写授权"),
    ({"minor": True}, "alarm", "有未成年人，没有授权"),
    ({"consent": {"reference": "SQ-1"}}, "done", "有授权：SQ-1"),
    ({"consent": {"reference": "SQ-1", "expires": "2026-03-12"}}, "done", "到 2026-03-12"),
    ({"consent": {"reference": "SQ-1", "expires": "2026-03-11"}}, "alarm", "已到期"),
    ({"minor": True, "consent": {"reference": "SQ-1"}}, "waiting", "未满 14 周岁的要由监护人签署"),
    ({"minor": True, "consent": {"reference": "SQ-1", "guardian": True}}, "done", "监护人签署"),
])  # fmt: skip
def test_consents(more: dict[str, Any], tone: str, words: str) -> None:
    city = City().add(Kind.STORY, "x", photos=[{"file": "a.jpg", "alt": "灯", **more}], photo_files=(photo("a.jpg"),))
    row = photos_view(next(iter(city.catalogue().entries.values())), TODAY)[0]
    assert (row["tone"], row["is_there"]) == (tone, True)
    assert words in row["consent"]


def test_a_picture_is_shown_upright_and_bare(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    exif[ExifTags.Base.Make] = "camera"
    Image.new("RGB", (3000, 1500), "red").save(tmp_path / "turned.jpg", exif=exif)
    made = screen_picture(tmp_path / "turned.jpg")
    assert made is not None
    with Image.open(BytesIO(made)) as shown:
        assert shown.size == (500, 1000)
        assert not dict(shown.getexif())


def test_what_lets_light_through_stands_on_white(tmp_path: Path) -> None:
    Image.new("RGBA", (20, 20), (255, 0, 0, 0)).save(tmp_path / "clear.png")
    made = screen_picture(tmp_path / "clear.png")
    assert made is not None
    with Image.open(BytesIO(made)) as shown:
        assert min(shown.getpixel((5, 5))) > 250  # type: ignore[type-var, arg-type]


def test_what_is_no_picture(tmp_path: Path) -> None:
    (tmp_path / "text.jpg").write_text("no picture", "utf-8")
    assert screen_picture(tmp_path / "text.jpg") is None
    assert screen_picture(tmp_path / "gone.jpg") is None
