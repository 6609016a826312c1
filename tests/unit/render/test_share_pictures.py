"""Share pictures: the same bytes for the same words, legible, and never failing for want of type."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from builders import TODAY, City, photo
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image

from generator.model.address import Site
from generator.model.job import JobError
from generator.model.settings import Settings
from generator.photos.inspection import inspect_photo
from generator.pipeline.typeface_search import find_typeface
from generator.render import site_jobs
from generator.render.cards import Cards
from generator.render.cover_scenes import SCENES
from generator.render.covers import Sheet
from generator.render.share_cards import entry_card
from generator.render.share_pictures import (
    HEIGHT,
    INKS,
    WIDTH,
    ShareCard,
    draw_card,
    share_address,
    share_job,
)
from generator.render.typefaces import GETA, Typeface, settable

SITE = Site.at("https://example.org/volunteer/")
SHEET = Sheet("health", 1, 0)


@pytest.fixture(scope="module")
def face() -> Typeface:
    """A Chinese typeface of this machine."""
    settings = Settings.model_validate({"city": "河湾市", "site_name": "河湾志愿", "description": "网站"})
    found = find_typeface(Path("/nowhere"), settings)
    if found is None:
        pytest.skip("no free Chinese typeface; sh tools/test-setup.sh installs one")
    return found


def card(title: str = "夜班公交末站的热水", sheet: Sheet = SHEET, **more: str) -> ShareCard:
    return ShareCard(sheet, **{"kicker": "邻里互助 · 青河区", "foot": "河湾志愿", **more, "title": title})


def drawn(what: ShareCard, face: Typeface | None, folder: Path) -> bytes:
    job = share_job(what, face, folder, "x")
    job.run(job.source, folder, job.args)
    [output] = job.outputs
    return (folder / output).read_bytes()


@pytest.mark.parametrize("scene", range(len(SCENES)))
@pytest.mark.parametrize("run", range(len(INKS)))
def test_every_composition_is_drawn_at_full_size(tmp_path: Path, face: Typeface, scene: int, run: int) -> None:
    data = drawn(card(sheet=Sheet("culture", scene, run)), face, tmp_path)
    with Image.open(BytesIO(data)) as picture:
        assert (picture.format, picture.size) == ("PNG", (WIDTH, HEIGHT))
        assert len(picture.convert("RGB").getcolors(1 << 20) or ()) > 8
    assert len(data) < 100_000


@pytest.mark.parametrize("people", [1, 3, 5])
def test_people_are_drawn_beside_their_name(tmp_path: Path, face: Typeface, people: int) -> None:
    alone, with_people = (drawn(card("周淑兰", Sheet("health", 0, 0, each)), face, tmp_path) for each in (0, people))
    assert alone != with_people


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=80), st.text(max_size=200))
def test_any_title_is_drawn_and_twice_alike(face: Typeface, title: str, foot: str) -> None:
    what = card(title, foot=foot)
    assert draw_card(what, face).tobytes() == draw_card(what, face).tobytes()
    assert share_address(what, face) == share_address(what, face)


def test_the_same_card_gives_the_same_file(tmp_path: Path, face: Typeface) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    assert drawn(card(), face, one) == drawn(card(), face, two)


def test_everything_that_is_shown_is_in_the_name(face: Typeface) -> None:
    cards = [
        card(),
        card("别的标题"),
        card(kicker="文体活动"),
        card(foot="别的网站"),
        card(sheet=Sheet("health", 2, 0)),
    ]
    other = Typeface(face.path, face.index, face.weight, "0" * 32)
    assert len({share_address(each, face) for each in cards} | {share_address(card(), other)}) == 6


def test_a_typeface_is_known_by_its_bytes_and_not_by_its_place(face: Typeface) -> None:
    moved = Typeface(Path("/elsewhere/font.otf"), face.index, face.weight, face.digest)
    assert share_address(card(), face) == share_address(card(), moved)


def test_without_type_there_is_the_cover_alone(tmp_path: Path, face: Typeface) -> None:
    assert share_address(card(), None) == share_address(card("别的标题"), None)
    plain = drawn(card(), None, tmp_path)
    assert plain != drawn(card(), face, tmp_path)
    with Image.open(BytesIO(plain)) as picture:
        left = picture.convert("RGB").crop((60, 60, 600, 440))
        assert len(left.getcolors() or ()) == 1


def test_a_broken_font_file_is_said(tmp_path: Path) -> None:
    font = tmp_path / "broken.otf"
    font.write_bytes(b"no font")
    job = share_job(card(), Typeface(font, 0, "", "0"), tmp_path, "x")
    with pytest.raises(JobError, match="share_font"):
        job.run(job.source, tmp_path / "out", job.args)


@pytest.mark.parametrize(
    ("text", "set_as"),
    [
        ("夜班 公交", "夜班 公交"),
        ("😀元宵❤️‍🔥节👨‍👩‍👧", "元宵节"),
        ("  两\n行 ", "两 行"),
        ("\u202e反向\u200b", "反向"),
        ("\U0002ffff", ""),
    ],
)
def test_signs_without_type_are_left_out(face: Typeface, text: str, set_as: str) -> None:
    assert settable(face, text).replace("❤", "") == set_as


def test_a_character_without_type_gets_the_printers_substitute(face: Typeface) -> None:
    assert settable(face, "王𭸦村") == f"王{GETA}村"


@pytest.mark.parametrize("inks", INKS)
def test_words_can_be_read_on_their_ground(inks: Any) -> None:
    assert contrast(inks.title, inks.ground) >= 4.5
    assert contrast(inks.kicker, inks.ground) >= 4.5
    assert contrast(inks.foot, inks.ground) >= 4.5


def contrast(one: str, two: str) -> float:
    """Of WCAG 2.2."""
    light, dark = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_a_card_says_what_the_entry_is_and_where() -> None:
    data = City().story("a").profile("zhou").document("d").station("s").data(TODAY)
    kickers = {entry.kind.value: entry_card(data, entry).kicker for entry in data.public.by_id.values()}
    assert kickers == {
        "story": "邻里互助 · 青河区",
        "profile": "志愿人物 · 望山县",
        "document": "通知公告",
        "station": "志愿服务站 · 青河区",
    }


def test_a_photo_stands_for_its_entry_when_it_is_large_and_wide_enough() -> None:
    listed = [{"file": "a.jpg", "alt": "甲"}]
    shown = {
        "large": City().story("s", photo_files=(photo("a.jpg"),), photos=listed),
        "small": City().story("s", photo_files=(photo("a.jpg", 500, 400),), photos=listed),
        "person": City().profile("s", photo_files=(photo("a.jpg"),), photos=listed, portrait="a.jpg"),
    }
    folders = {}
    for name, city in shown.items():
        data = city.data(TODAY)
        [entry] = data.public.by_id.values()
        folders[name] = Cards(data, SITE).shares.of_entry(entry)["url"].split("/")[4]
        made = {output for job in site_jobs(data, Path("/nowhere")) for output in job.outputs}
        assert Cards(data, SITE).shares.of_entry(entry)["url"].removeprefix("https://example.org/volunteer/") in made
    assert folders == {"large": "photos", "small": "share", "person": "share"}


def test_a_site_may_do_without() -> None:
    city = City(share_pictures="false").story(
        "a", photo_files=(photo("a.jpg"),), photos=[{"file": "a.jpg", "alt": "甲"}]
    )
    outputs = {output for job in site_jobs(city.data(TODAY), Path("/nowhere")) for output in job.outputs}
    assert not any(output.startswith("share/") or output.endswith("-1200.jpg") for output in outputs)


PERSON = {"portrait": "p.jpg", "photo_files": (photo("p.jpg", 800, 1000),)}


def shared(city: City) -> tuple[str, set[str]]:
    """Where the share picture of the only entry is, and what all jobs write."""
    data = city.data(TODAY)
    [entry] = data.public.by_id.values()
    made = {output for job in site_jobs(data, Path("/nowhere")) for output in job.outputs}
    return Cards(data, SITE).shares.of_entry(entry)["url"].removeprefix("https://example.org/volunteer/"), made


@pytest.mark.parametrize(
    ("listed", "more", "kind"),
    [
        ({}, {}, "jpg"),
        ({"consent": {"reference": "甲-1", "expires": "2026-03-12"}}, {}, "jpg"),
        ({"consent": {"reference": "甲-1", "expires": "2026-03-11"}}, {}, "png"),
        ({"site_only": True}, {}, "png"),
        ({"ai": True}, {}, "png"),
        ({"minor": True, "consent": {"reference": "甲-1", "guardian": True}}, {}, "png"),
        ({"minor": True, "consent": {"reference": "甲-1", "guardian": True, "reuse": True}}, {}, "jpg"),
        ({}, {"alias_used": True}, "png"),
        ({}, {"photo_files": (photo("p.jpg", 300, 400),)}, "png"),
    ],
)
def test_a_portrait_goes_with_a_link_when_it_may(listed: dict[str, Any], more: dict[str, Any], kind: str) -> None:
    city = City().profile("s", photos=[{"file": "p.jpg", "alt": "甲", **listed}], **{**PERSON, **more})
    address, made = shared(city)
    assert address.startswith("share/")
    assert address.endswith(kind)
    assert address in made


def test_a_portrait_stands_beside_the_name_with_its_credit(tmp_path: Path, face: Typeface) -> None:
    source = tmp_path / "content/profiles/s/p.jpg"
    source.parent.mkdir(parents=True)
    Image.new("RGB", (800, 1000), "#204080").save(source)
    there = inspect_photo(source)
    data = (
        City()
        .profile("s", portrait="p.jpg", photo_files=(there,), photos=[{"file": "p.jpg", "credit": "李四"}])
        .data(TODAY)
    )
    [job] = [
        job
        for job in site_jobs(data, tmp_path, face)
        if job.outputs[0].startswith("share/") and job.outputs[0].endswith("jpg")
    ]
    job.run(job.source, tmp_path / "out", job.args)
    with Image.open(tmp_path / "out" / job.outputs[0]) as picture:
        assert picture.size == (WIDTH, HEIGHT)
        assert picture.getpixel((WIDTH - 250, 300))[2] > 100  # type: ignore[index]
        assert len(picture.convert("RGB").crop((60, 60, 600, 440)).getcolors(1 << 20) or ()) > 8
        assert picture.getexif()[ExifTags.Base.Artist].encode("latin-1").decode() == "李四"
    source.write_bytes(b"changed")
    with pytest.raises(JobError):
        job.run(job.source, tmp_path / "out", job.args)
