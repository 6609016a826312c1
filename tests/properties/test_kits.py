"""Media kits hold what may go out and nothing else, whatever an editor wrote; their bytes depend on nothing else either."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from PIL import Image
from sites.site import Site

from generator.derive import derive
from generator.kits import jobs
from generator.kits.blocks import Picture
from generator.kits.full_text import full_text
from generator.kits.ninjs import ninjs
from generator.kits.plain_forms import markdown, plain_text
from generator.kits.planning import plan_kits
from generator.kits.sheet import KitSheet
from generator.kits.wechat import article
from generator.kits.word_file import word_file
from generator.model.address import Site as Place
from generator.model.catalogue import Catalogue, Entry, Vocabularies
from generator.model.entries import Story
from generator.model.kinds import Kind
from generator.model.photo import PhotoFile
from generator.model.settings import Settings
from generator.read.markdown import parse_body

TODAY = date(2026, 3, 12)
STORY, FEATURE = "stories/2026/night-bus/index.md", "content/features/night-lights/index.md"
CITY = Settings(city="河湾市", site_name="河湾志愿", description="介绍")
SECRET = "绝密暗号七三五一"
NOTICES = {"kits/stories/2026/night-bus/night-bus.zip", "kits/stories/2026/night-bus/night-bus.txt"}
"""What answers where a kit was taken back."""


def sheet_of(text: str, photos: list[dict[str, Any]], **meta: Any) -> KitSheet:
    """The sheet of a story of these words, whose pictures are all there."""
    outline, _ = parse_body(text, 1)
    values = {
        "title": "标题", "date": "2026-03-06", "into": "community", "categories": ["mutual-aid"], "district": "qinghe", "byline": "陈一舟",
        "media": True, "photos": photos,
    }  # fmt: skip
    files = {each["file"]: PhotoFile(each["file"], 1, "d", 300, 200, "JPEG") for each in photos}
    model = Story.model_validate({**values, **meta})
    entry = Entry("stories/2026/a", Kind.STORY, "stories/2026/a/index.md", model, outline, files, {}, "", "b")
    catalogue = Catalogue(CITY, Vocabularies(), {entry.id: entry})
    data = derive(catalogue, frozenset({entry.id}), TODAY)
    [planned] = plan_kits(data, Place.at("https://hewan.example/"), lambda _: "")
    return planned.sheet


CONSENT = st.none() | st.fixed_dictionaries(
    {"reference": st.just("S-1")},
    optional={
        "reuse": st.booleans(),
        "guardian": st.booleans(),
        "expires": st.integers(-2, 2).map(lambda days: (TODAY + timedelta(days)).isoformat()),
    },
)
PHOTO = st.fixed_dictionaries(
    {"site_only": st.booleans(), "minor": st.booleans(), "consent": CONSENT, "ai": st.booleans()}
)


@given(st.lists(PHOTO, max_size=6), st.data())
@settings(max_examples=200, deadline=None)
def test_no_picture_without_leave_is_in_a_kit(flags: list[dict[str, Any]], more: st.DataObject) -> None:
    photos = [{"file": f"p{number}.jpg", **each} for number, each in enumerate(flags)]
    shown = more.draw(st.sets(st.sampled_from([each["file"] for each in photos]))) if photos else set()
    text = "一段。\n\n" + "".join(f"::: figure {file}\n:::\n\n" for file in sorted(shown))
    sheet = sheet_of(text, photos, cover=photos[0]["file"] if photos else None)
    free = [
        each["file"]
        for each in photos
        if not each["site_only"]
        and (each["consent"] is not None or not each["minor"])
        and (each["consent"] is None or each["consent"].get("reuse", False))
        and (each["consent"] is None or each["consent"].get("expires", "9999") >= TODAY.isoformat())
    ]
    assert [picture.file for picture in sheet.pictures] == free
    assert sheet.left_out == len(photos) - len(free)
    blocks = full_text(sheet, parse_body(text, 1)[1])
    assert {block.file for block in blocks if isinstance(block, Picture)} == set(free)
    assert sheet.cover in (free or [""])


PIECES = ("# ", "## ", "- ", "  - ", "1. ", "> ", "**", "*", "`", "[站](/stories/2026/a/)", "[外](https://e.example/?a=1&b=2)", "|a|b|\n|-|-|\n|1|2|\n", "::: quote 某人\n", "\n:::\n", "---\n", "\n\n", "\\\n", "[^1]", "\n\n[^1]: 注\n\n", "<u>", "</u>", "&amp;", "<")  # fmt: skip
WORDS = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=25).map("".join)


@pytest.mark.slow
@given(WORDS)
@settings(max_examples=80, deadline=None)
def test_every_text_takes_every_form(text: str) -> None:
    body = parse_body(text, 1)[1]
    sheet = sheet_of(text, [])
    blocks = full_text(sheet, body)
    assert plain_text(sheet, blocks).endswith("\n")
    markdown(sheet, blocks)
    pasted = lxml.html.fromstring(f"<div>{article(sheet, blocks)}</div>")
    assert not pasted.xpath("//script | //style | //a | //img | //@class | //@id")
    found = json.loads(ninjs(sheet, blocks, "文", {}, ""))
    etree.fromstring(f"<div>{found['bodies'][1]['value']}</div>")
    with ZipFile(BytesIO(word_file(sheet, blocks, lambda _: (b"", 1, 1)))) as word:
        etree.fromstring(word.read("word/document.xml"))


# ── whole sites ──


def kits_of(site: Site) -> dict[str, bytes]:
    return {path: data for path, data in site.files().items() if path.startswith("kits/")}


def words_of(site: Site) -> str:
    """All that the kits of a site say, unpacked."""
    found = []
    for path, data in kits_of(site).items():
        if path.endswith(".zip"):
            with ZipFile(BytesIO(data)) as archive:
                for name in archive.namelist():
                    content = archive.read(name)
                    found.append(name + content.decode("utf-8", "ignore"))
                    if name.endswith(".docx"):
                        with ZipFile(BytesIO(content)) as word:
                            found += [word.read(part).decode("utf-8", "ignore") for part in word.namelist()]
        else:
            found.append(path + data.decode("utf-8", "ignore"))
    return "\n".join(found)


@pytest.mark.slow
def test_kits_are_the_same_in_every_build(tmp_path: Path) -> None:
    site = Site.mini(tmp_path / "one").front(STORY, "media: true").front(FEATURE, "media: true").build()
    assert {path.rpartition(".")[2] for path in kits_of(site)} == {"zip", "docx", "txt", "json", "jpg"}
    again = Site.from_dir(site.root, tmp_path / "two").build(jobs=2)
    assert again.files() == site.files()
    site.edit_once(STORY, "热水", "热茶").build()
    assert Site.from_dir(site.root, tmp_path / "three").build().files() == site.files()
    assert "热茶" in words_of(site)


def test_an_unchanged_kit_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = Site.mini(tmp_path / "site").front(STORY, "media: true").build()
    before = kits_of(site)

    def refuse(*_: object) -> None:
        raise AssertionError("a kit was made")

    monkeypatch.setattr(jobs, "make_kit", refuse)
    other = "content/profiles/zhou-shulan/index.md"
    site.front(other, "suppress: []").build()
    assert kits_of(site) == before and before


def test_a_site_without_kits_has_nothing_of_them(tmp_path: Path) -> None:
    site = Site.mini(tmp_path / "site").build()
    assert not kits_of(site)
    assert not any("kits/" in site.page(path) for path in site.files() if path.endswith(".html"))


@pytest.mark.slow
@pytest.mark.parametrize(
    "line",
    [
        "draft: true",
        "embargo: 2026-03-13",
        "expires: 2026-03-12",
        "withdrawn: {date: 2026-03-11, reason: 核实后另发。}",
    ],
)
def test_what_is_not_public_has_no_kit(tmp_path: Path, line: str) -> None:
    """The feature that gathers the story has a kit, and it tells nothing of it."""
    site = Site.mini(tmp_path / "site").front(STORY, "media: true").front(FEATURE, "media: true")
    text = (site.root / STORY).read_text("utf-8")
    site.write(
        STORY, re.sub(r"^(title|summary): ", rf"\g<0>{SECRET}", text, flags=re.MULTILINE) + f"\n{SECRET}\n"
    ).build()
    assert SECRET in words_of(site)
    assert any("night-bus" in path for path in kits_of(site))
    site.front(STORY, line).build()
    left = {path for path in kits_of(site) if "night-bus" in path}
    assert left == (NOTICES if line.startswith("withdrawn") else set())
    assert any("night-lights" in path for path in kits_of(site))
    assert SECRET not in words_of(site)
    assert SECRET.encode() not in b"".join(site.files().values())


@pytest.mark.slow
def test_an_embargoed_kit_comes_on_its_day(tmp_path: Path) -> None:
    site = Site.mini(tmp_path / "site").front(STORY, "media: true").front(STORY, "embargo: 2026-03-13 08:00")
    assert not kits_of(site.build("2026-03-13 07:59"))
    assert kits_of(site.build("2026-03-13 08:00"))


@pytest.mark.slow
def test_a_picture_whose_consent_ran_out_leaves_the_kit(tmp_path: Path) -> None:
    site = (
        Site.mini(tmp_path / "site")
        .front(STORY, "media: true")
        .photo("stories/2026/night-bus/cup.jpg", "orange", (1600, 1000))
    )
    site.edit(STORY, "file: cup.jpg", "file: cup.jpg\n    consent: {reference: S-1, reuse: true, expires: 2026-03-12}")
    assert any(path.endswith("-01.jpg") for path in kits_of(site.build()))
    site.build("2026-03-13")
    assert not any(path.endswith(".jpg") for path in kits_of(site))
    with ZipFile(site.public / "kits/stories/2026/night-bus/night-bus.zip") as archive:
        for name in archive.namelist():
            if name.endswith(".jpg"):
                with Image.open(BytesIO(archive.read(name))) as picture:
                    assert picture.convert("RGB").getpixel((20, 20)) != (255, 165, 0), name
