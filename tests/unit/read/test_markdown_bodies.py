"""Golden cases: each file in ``bodies/`` holds Markdown, a line of equal signs, and what comes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.body import (
    Body,
    BodyPart,
    Figure,
    FigureGroup,
    Html,
    Outline,
    PersonCard,
    PullQuote,
    StationCard,
    VideoLink,
)
from generator.model.diagnostic import Mark
from generator.read.markdown import parse_body

_FOLDER = Path(__file__).parent / "bodies"
_CASES = sorted(_FOLDER.glob("*.md"))
_SEPARATOR = "\n" + "=" * 40 + "\n"


def test_there_are_cases() -> None:
    assert len(_CASES) > 15


@pytest.mark.parametrize("path", _CASES, ids=lambda path: path.stem)
def test_body(path: Path, request: pytest.FixtureRequest) -> None:
    source, _, expected = path.read_text("utf-8").partition(_SEPARATOR)
    outline, body = parse_body(source, 1)
    actual = _describe(outline, body)
    if request.config.getoption("--refresh"):
        path.write_text(source + _SEPARATOR + actual, "utf-8", newline="\n")
        return
    assert actual == expected


def test_first_line_shifts_every_mark() -> None:
    source = "# 一\n\n[链](x) ![图](y.jpg) <b>\n\n::: person a\n:::\n"
    here, there = parse_body(source, 1)[0], parse_body(source, 31)[0]
    for kind in ("headings", "links", "pictures", "mentions", "defects"):
        pairs = zip(getattr(here, kind), getattr(there, kind), strict=True)
        moved = [
            (first.mark.line + 30, first.mark.column) == (then.mark.line, then.mark.column) for first, then in pairs
        ]
        assert moved and all(moved), kind


def _describe(outline: Outline, body: Body) -> str:
    pieces = [_part(part) for part in body.parts]
    pieces.append("-- 纯文本 --\n" + body.plain)
    pieces.append(f"-- 提要 --\n{outline.characters} 字：{outline.opening}")
    pieces += [
        f"标题 {heading.level} #{heading.anchor} {heading.text} @{_place(heading.mark)}" for heading in outline.headings
    ]
    pieces += [f"链接 {link.target} “{link.text}” @{_place(link.mark)}" for link in outline.links]
    pieces += [f"图片 {picture.file} “{picture.alt}” @{_place(picture.mark)}" for picture in outline.pictures]
    pieces += [f"卡片 {mention.kind} {mention.slug} @{_place(mention.mark)}" for mention in outline.mentions]
    pieces += [f"问题 {defect.flaw} {defect.detail} @{_place(defect.mark)}" for defect in outline.defects]
    return "\n".join(pieces) + "\n"


def _place(mark: Mark) -> str:
    return f"{mark.line}:{mark.column}+{mark.length}"


def _part(part: BodyPart) -> str:
    match part:
        case Html(html, linked):
            return f"[文字{' 有站内链接' if linked else ''}]\n{html.rstrip()}"
        case Figure(file, alt, caption, inline):
            return f"[{'行内图' if inline else '图'} {file} | {alt} | {caption}]"
        case FigureGroup(files, caption):
            return f"[组图 {' + '.join(files)} | {caption}]"
        case PullQuote(html, speaker):
            return f"[引语 {speaker}]\n{html.rstrip()}"
        case PersonCard(slug):
            return f"[人物 {slug}]"
        case StationCard(slug):
            return f"[站点 {slug}]"
        case VideoLink(url, title):
            return f"[视频 {url} | {title}]"
