"""The library of pictures and the cards to frame hold what may travel and nothing else, and keep up with every edit."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sites.site import Site

from generator.derive import derive
from generator.kits.planning import plan_kits
from generator.model.address import Site as Place
from generator.model.catalogue import Catalogue, Entry, Vocabularies
from generator.model.entries import Story
from generator.model.kinds import Kind
from generator.model.photo import PhotoFile
from generator.model.settings import Settings
from generator.read.markdown import parse_body
from generator.render import site_jobs, site_pages

TODAY = date(2026, 3, 12)
CITY = Settings(city="河湾市", site_name="河湾志愿", description="介绍")
HERE = Place.at("https://hewan.example/")
STORY, FEATURE = "stories/2026/night-bus/index.md", "content/features/night-lights/index.md"

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


def may_travel(photo: dict[str, Any]) -> bool:
    consent = photo["consent"]
    if photo["site_only"]:
        return False
    if consent is None:
        return not photo["minor"]
    return consent.get("reuse", False) and consent.get("expires", "9999") >= TODAY.isoformat()


@given(st.lists(PHOTO, max_size=6), st.data())
@settings(max_examples=40, deadline=None)
def test_no_picture_without_leave_is_in_the_library_or_on_a_card(
    flags: list[dict[str, Any]], more: st.DataObject
) -> None:
    photos = [{"file": f"p{number}.jpg", "alt": f"alt-{number}-", **each} for number, each in enumerate(flags)]
    shown = more.draw(st.sets(st.sampled_from([each["file"] for each in photos]))) if photos else set()
    outline, _ = parse_body("一段。\n\n" + "".join(f"::: figure {file}\n:::\n\n" for file in sorted(shown)), 1)
    values = {
        "title": "标题", "date": "2026-03-06", "into": "community", "categories": ["mutual-aid"], "district": "qinghe",
        "byline": "陈一舟", "media": True, "photos": photos, "cover": photos[0]["file"] if photos else None,
    }  # fmt: skip
    files = {each["file"]: PhotoFile(each["file"], 1, f"digest-{each['file']}", 900, 600, "JPEG") for each in photos}
    entry = Entry(
        "stories/2026/a",
        Kind.STORY,
        "stories/2026/a/index.md",
        Story.model_validate(values),
        outline,
        files,
        {},
        "",
        "b",
    )
    data = derive(Catalogue(CITY, Vocabularies(), {entry.id: entry}), frozenset({entry.id}), TODAY)
    kits = {each.kit.entry_id: each.kit for each in plan_kits(data, HERE, lambda _: "")}
    pages = {page.address: page.make_view() for page in site_pages(data, HERE, None, kits)}
    free = [each["alt"] for each in photos if may_travel(each)]
    library = pages.get("media/photos/", {"rows": []})
    assert [row["picture"]["alt"] for row in library["rows"]] == free
    jobs = site_jobs(data, Path("/nowhere"), None, kits)
    [index] = [job.args[1] for job in jobs if job.outputs[0].startswith("data/photos-")]
    columns, rows = (json.loads(index)[name] for name in ("columns", "rows"))
    assert [row[columns.index("alt")] for row in rows] == free
    made = {output for job in jobs for output in job.outputs}
    assert {row[columns.index("src")] for row in rows} <= made
    card = pages["stories/2026/a/embed/"]["picture"]
    assert (card is not None) == bool(free)
    assert card is None or card["alt"] in free
    answer = pages["stories/2026/a/oembed.json"]["record"]
    assert ("thumbnail_url" in answer) == bool(free)
    assert not free or answer["thumbnail_url"].removeprefix("https://hewan.example/") in made


@pytest.mark.slow
def test_lists_and_cards_keep_up_with_every_edit(tmp_path: Path) -> None:
    """Captions, pictures and titles are wording, which moves no page; they stand in the lists all the same. (That nothing
    of what is not public stands there, ``test_kits`` asks of all files of a site.)"""
    page = "---\ntitle: 媒体中心\nplace: about\ndate: 2026-02-25\nshows: [campaign, kits, photos, figures, notices]\n---\n\n欢迎选用。\n"
    site = (
        Site.mini(tmp_path / "site")
        .front(STORY, "media: true")
        .front(FEATURE, "media: true")
        .write("content/pages/media/index.md", page)
        .build()
    )
    assert "末站的热水" in site.page("media/photos/index.html")
    site.edit_once(STORY, "caption: ", "caption: 改过的").edit_once(FEATURE, "title: ", "title: 新的").build()
    assert "改过的插画" in site.page("media/photos/index.html") and "新的" in site.page("media/kits/index.html")
    site.edit_once(STORY, "file: cup.jpg", "file: cup.jpg\n    site_only: true").build()
    assert not (site.public / "media/photos/index.html").exists()
    assert Site.from_dir(site.root, tmp_path / "clean").build().files() == site.files()
