"""What editors' links mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.links import Target, TargetKind, normal_target, resolve_target

HERE = "stories/2026/night-bus"
CLINIC = Target(TargetKind.ENTRY, id="stories/2026/spring-clinic")


@pytest.mark.parametrize(
    "raw",
    [
        "../spring-clinic/",
        "../spring-clinic",
        "../spring-clinic/index.md",
        "../../2026/spring-clinic/index.md",
        "stories/2026/spring-clinic",
        "stories/2026/spring-clinic/index.md",
        "/stories/2026/spring-clinic/",
        "/stories/2026/spring-clinic/?from=1",
        " ../spring-clinic/ ",
    ],
)
def test_ways_to_write_a_story(raw: str) -> None:
    assert resolve_target(raw, HERE) == CLINIC


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("content/profiles/zhou-shulan", "content/profiles/zhou-shulan"),
        ("/profiles/zhou-shulan/", "content/profiles/zhou-shulan"),
        ("profiles/zhou-shulan", "content/profiles/zhou-shulan"),
        ("../../../content/profiles/zhou-shulan/index.md", "content/profiles/zhou-shulan"),
        ("/stations/binhe-night/", "stations/binhe-night"),
        ("activities/2026/repair-day/", "content/activities/2026/repair-day"),
        ("/documents/2026/call", "content/documents/2026/call"),
        ("content/campaigns/lei-feng-month-2026", "content/campaigns/lei-feng-month-2026"),
    ],
)
def test_other_kinds(raw: str, expected: str) -> None:
    assert resolve_target(raw, HERE) == Target(TargetKind.ENTRY, id=expected)


def test_siblings_of_an_undated_kind() -> None:
    target = resolve_target("../lin-family/#years", "content/profiles/zhou-shulan")
    assert target == Target(TargetKind.ENTRY, id="content/profiles/lin-family", anchor="years")


@pytest.mark.parametrize(
    ("raw", "entry", "file"),
    [
        ("terminus.jpg", HERE, "terminus.jpg"),
        ("./terminus.jpg", HERE, "terminus.jpg"),
        ("终点站%20夜.jpg", HERE, "终点站 夜.jpg"),
        ("../spring-clinic/tree.jpg", "stories/2026/spring-clinic", "tree.jpg"),
    ],
)
def test_files(raw: str, entry: str, file: str) -> None:
    assert resolve_target(raw, HERE) == Target(TargetKind.FILE, id=entry, file=file)


def test_anchors() -> None:
    assert resolve_target("#夜里", HERE) == Target(TargetKind.ANCHOR, anchor="夜里")
    assert resolve_target("#%E5%A4%9C", HERE) == Target(TargetKind.ANCHOR, anchor="夜")


@pytest.mark.parametrize(
    ("raw", "address"),
    [
        ("/", ""),
        ("/stations/", "stations/"),
        ("/stories/", "stories/"),
        ("/stories/page/2/", "stories/page/2/"),
        ("/profiles/page/2/", "profiles/page/2/"),
        ("categories/health/", "categories/health/"),
        ("/archive/2026/03", "archive/2026/03/"),
    ],
)
def test_lists(raw: str, address: str) -> None:
    assert resolve_target(raw, HERE) == Target(TargetKind.ADDRESS, address=address)


@pytest.mark.parametrize("raw", ["https://example.org/a", "http://example.org", "mailto:a@example.org", "tel:0000-1"])
def test_elsewhere(raw: str) -> None:
    assert resolve_target(raw, HERE).kind is TargetKind.EXTERNAL


@pytest.mark.parametrize(
    "raw",
    [
        "", "#", "//host/x", "\\\\host\\x", "javascript:alert(1)", "data:text/html,x", "../../../../etc/passwd",
        "/etc/passwd", "../../2026x/spring-clinic/", "stories/2026/Spring_Clinic/", "content/", "content/settings.yaml",
        "../spring-clinic/a/b.jpg",
    ],
)  # fmt: skip
def test_meaningless(raw: str) -> None:
    assert resolve_target(raw, HERE).kind is TargetKind.INVALID


@given(st.text(max_size=60))
def test_any_text_has_some_meaning(raw: str) -> None:
    target = resolve_target(raw, HERE)
    assert ".." not in target.id.split("/") and "/" not in target.file
    assert resolve_target(normal_target(raw), HERE).kind in TargetKind


def test_windows_separators() -> None:
    assert resolve_target("..\\spring-clinic\\index.md", HERE) == CLINIC


@pytest.mark.parametrize(
    ("raw", "address"),
    [
        ("/organisations/tongtu/", "organisations/tongtu/"),
        ("/organisations/", "organisations/"),
        ("/into/family/", "into/family/"),
        ("/honours/", "honours/"),
    ],
)
def test_lists_beside_the_navigation(raw: str, address: str) -> None:
    assert resolve_target(raw, HERE) == Target(TargetKind.ADDRESS, address=address)
