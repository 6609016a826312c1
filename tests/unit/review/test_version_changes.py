"""Two versions of an entry, told apart in words that editors know."""

from __future__ import annotations

from typing import Any

from builders import City

from generator.model.catalogue import Entry
from generator.model.photo import PhotoFile
from generator.review.text_changes import Change
from generator.review.version_changes import FileSize, VersionContent, version_changes

PHOTO = {"file": "a.jpg", "alt": "末站", "caption": "末班车进站", "credit": "陈一舟"}


def story(**values: Any) -> Entry:
    photos = values.pop("files", {})
    entry = City().story("night-bus", **values).catalogue().entries["stories/2026/night-bus"]
    return Entry(entry.id, entry.kind, entry.path, entry.meta, photos=photos)


def lines(before: Entry | None, after: Entry) -> list[tuple[str, str, str]]:
    old = VersionContent(before) if before else None
    names = {"qinghe": "青河区", "beihu": "北湖区"}
    found = version_changes(old, VersionContent(after), lambda _, id: names.get(id, id))
    return [(item.title, item.before, item.after) for item in found.fields]


def test_values_are_told_by_their_titles_and_names() -> None:
    before = story(photos=[PHOTO])
    after = story(district="beihu", media="true", photos=[{**PHOTO, "caption": "末班车来了", "credit": None}])
    assert lines(before, after) == [
        ("区县", "青河区", "北湖区"),
        ("媒体资料包", "", "是"),
        ("图片（a.jpg）：图片说明", "末班车进站", "末班车来了"),
        ("图片（a.jpg）：摄影／作者", "陈一舟", ""),
    ]


def test_added_and_removed_records_are_told_whole() -> None:
    correction = {"date": "2026-03-08", "text": "“三百”应为“一百三”。"}
    assert lines(story(), story(corrections=[correction])) == [
        ("更正（2026-03-08）", "", "更正日期 2026-03-08；更正内容 “三百”应为“一百三”。")
    ]
    assert lines(story(photos=[PHOTO]), story())[0][2] == ""


def test_the_order_of_pictures_is_a_change() -> None:
    other = {**PHOTO, "file": "b.jpg"}
    assert lines(story(photos=[PHOTO, other]), story(photos=[other, PHOTO])) == [
        ("图片的次序", "a.jpg、b.jpg", "b.jpg、a.jpg")
    ]


def test_pictures_are_compared_by_what_they_show() -> None:
    old = story(files={"a.jpg": PhotoFile("a.jpg", 9, "1", 160, 100), "b.jpg": PhotoFile("b.jpg", 9, "2")})
    new = story(files={"a.jpg": PhotoFile("a.jpg", 9, "3", 160, 90), "c.jpg": PhotoFile("c.jpg", 9, "2", 20, 20)})
    found = version_changes(VersionContent(old), VersionContent(new)).files
    assert [(item.name, item.change, item.before, item.after) for item in found] == [
        ("a.jpg", Change.CHANGED, FileSize(9, 160, 100), FileSize(9, 160, 90)),
        ("b.jpg", Change.REMOVED, FileSize(9), None),
        ("c.jpg", Change.ADDED, None, FileSize(9, 20, 20)),
    ]
    assert all(item.is_picture for item in found)


def test_nothing_changed_and_nothing_before() -> None:
    same = VersionContent(story(), "灯亮着。\n\n关了。")
    assert not version_changes(same, VersionContent(story(), "灯亮着。\n\n\n关了。"))
    found = version_changes(None, same)
    assert [item.change for item in found.sentences] == [Change.ADDED, Change.ADDED]
    assert ("标题", "", "夜班公交末站的热水") in [(item.title, item.before, item.after) for item in found.fields]
