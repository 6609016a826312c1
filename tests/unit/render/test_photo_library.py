"""The library of pictures and the list of kits: what stands on their pages, and the same in the files that narrow them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from builders import City, photo
from lxml import html
from machine_desk import SITE, Desk

from generator.model.kit import Kit, KitPhoto
from generator.render import site_jobs, views
from generator.render.page_values import template_values
from generator.render.photo_library import ON_A_PAGE


def kit_of(entry: str, *files: str) -> Kit:
    base = f"kits/{entry}/"
    pictures = tuple(KitPhoto(file, f"{base}{number}.jpg", 3000, 2000) for number, file in enumerate(files, 1))
    names = (f"{base}a.zip", f"{base}a.docx", f"{base}a.txt", f"{base}a.json")
    return Kit(entry, *names, pictures, 0, 1, "d", frozenset())


def said(file: str, **more: Any) -> dict[str, Any]:
    return {"file": file, "alt": f"{file}的画面", "caption": f"{file}的说明", "credit": "陈一舟", **more}


def city(**settings: Any) -> City:
    return (
        City(**settings)
        .story("a", media=True, date="2026-03-06", people=["zhou"], photo_files=(photo("one.jpg"), photo("two.jpg")), photos=[said("one.jpg"), said("two.jpg", ai=True)])
        .story("b", media=True, date="2025-03-06", district="wangshan", categories=["health"], rights="ask", photo_files=(photo("three.jpg"),), photos=[said("three.jpg")])
        .profile("zhou", media=True)
        .page("press", place="about", shows=["photos", "kits"])
    )  # fmt: skip


KITS = {
    "stories/2026/a": kit_of("stories/2026/a", "one.jpg", "two.jpg"),
    "stories/2026/b": kit_of("stories/2026/b", "three.jpg"),
    "content/profiles/zhou": kit_of("content/profiles/zhou"),
}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(city(), tmp_path, kits=KITS)


def index(name: str) -> list[dict[str, Any]]:
    jobs = site_jobs(city().data(), Path("/nowhere"), None, KITS)
    [text] = [job.args[1] for job in jobs if job.outputs[0].startswith(f"data/{name}-")]
    found = json.loads(text)
    assert set(found["words"]) <= set(found["columns"])
    return [dict(zip(found["columns"], row, strict=True)) for row in found["rows"]]


def test_each_picture_says_what_it_shows_whose_it_is_and_where_it_is_from(desk: Desk) -> None:
    view = desk.view("media/photos/")
    assert all(set(row) == set(get_type_hints(views.PhotoRow)) for row in view["rows"])
    assert [(row["caption"], row["place"], row["people"], row["entry"]["url"]) for row in view["rows"]] == [
        ("one.jpg的说明", "河湾市青河区", ["周淑兰"], "/volunteer/stories/2026/a/"),
        ("two.jpg的说明", "河湾市青河区", ["周淑兰"], "/volunteer/stories/2026/a/"),
        ("three.jpg的说明", "河湾市望山县", [], "/volunteer/stories/2026/b/"),
    ]
    page = html.fromstring(desk.write("media/photos/"))
    first, second, third = page.xpath("//div[@id='whole']//li")
    assert "陈一舟" in first.text_content() and "3000×2000，53 KB" in first.text_content()
    assert first.xpath(".//a[@download]/@href") == ["/volunteer/kits/stories/2026/a/1.jpg"]
    assert "人工智能生成" in second.text_content() and "人工智能生成" not in first.text_content()
    assert "转载请先与本站联系。" in third.text_content()
    assert [crumb["name"] for crumb in view["crumbs"]] == ["首页", "关于本站", "图片库"]


def test_search_engines_are_told_the_terms_of_each_picture(desk: Desk) -> None:
    page = desk.pages["media/photos/"]
    values = template_values(page, page.make_view(), desk._shared, desk._read)
    gallery = next(each for each in values["linked_data"]["@graph"] if each["@type"] == "ImageGallery")
    one, two, three = gallery["image"]
    assert one["contentUrl"] == "https://example.org/volunteer/kits/stories/2026/a/1.jpg"
    assert (one["caption"], one["creditText"]) == ("one.jpg的说明", "陈一舟")
    assert one["creator"] == {"@type": "Person", "name": "陈一舟"}
    assert one["license"] == one["acquireLicensePage"] == "https://example.org/volunteer/stories/2026/a/#reuse"
    assert one["copyrightNotice"].startswith("注明来源和作者即可转载")
    assert "license" not in three and three["acquireLicensePage"].endswith("/stories/2026/b/#reuse")
    assert "digitalSourceType" in two and "digitalSourceType" not in one


@pytest.mark.parametrize(
    ("name", "address", "label"), [("photos", "media/photos/", "caption"), ("kits", "media/kits/", "title")]
)
def test_the_narrowed_rows_are_those_of_the_pages(desk: Desk, name: str, address: str, label: str) -> None:
    rows = index(name)
    page = html.fromstring(desk.write(address))
    lines = [" ".join(each.text_content().split()) for each in page.xpath("//div[@id='whole']//li")]
    assert len(rows) == len(lines) == 3
    for row, line in zip(rows, lines, strict=True):
        assert all(part in line for part in (row[label], row["date"], row["rights"], row["title"]))
    blank = page.xpath("//template[@id='row']//@data-part | //template[@id='row']//@data-href | //template//@data-src")
    assert set(blank) <= set(rows[0]), "the blank row names columns"
    form = page.xpath("//form[@id='filter']")[0]
    named = {field.get("name") for field in form.xpath(".//select | .//input")} - {"q"}
    assert named and named <= set(rows[0])
    for select in form.xpath(".//select"):
        ids = {option.get("value") for option in select} - {""}
        found = [row[select.get("name")] for row in rows]
        assert ids == {id for each in found for id in (each if isinstance(each, list) else [each]) if id}
    assert form.get("data-index").removeprefix("/volunteer/") in {
        output for job in site_jobs(city().data(), Path("/nowhere"), None, KITS) for output in job.outputs
    }


def test_pictures_are_found_by_person_and_place() -> None:
    one, _, three = index("photos")
    assert "周淑兰" in one["about"] and one["place"] == "河湾市青河区"
    assert (three["district"], three["theme"], three["free"], one["free"]) == ("wangshan", ["health"], "", "1")


def test_a_long_library_goes_on_on_pages_of_its_own(tmp_path: Path) -> None:
    files = [f"{number:03}.jpg" for number in range(ON_A_PAGE + 1)]
    many = City().story("a", media=True, photo_files=tuple(map(photo, files)), photos=[said(file) for file in files])
    desk = Desk(many, tmp_path, kits={"stories/2026/a": kit_of("stories/2026/a", *files)})
    assert len(desk.view("media/photos/")["rows"]) == ON_A_PAGE
    assert len(desk.view("media/photos/page/2/")["rows"]) == 1
    assert "media/photos/page/3/" not in desk.pages


def test_without_kits_there_is_neither_list(tmp_path: Path) -> None:
    desk = Desk(city(), tmp_path)
    assert not [address for address in desk.pages if address.startswith("media/")]
    assert not [
        job
        for job in site_jobs(city().data(), Path("/nowhere"))
        if job.outputs[0].startswith(("data/kits", "data/photos"))
    ]
    assert desk.view("press/")["blocks"] == []


def test_every_page_of_the_library_is_made_again_with_any_of_its_entries() -> None:
    """A picture more in one entry moves those of all older ones, and the file of all rows has another name."""
    from generator.render import site_pages

    data = city().data()
    pages = {page.address: page for page in site_pages(data, SITE, None, KITS)}
    for address in ("media/photos/", "media/kits/", "press/"):
        for _ in range(2):  # the second time from what lies ready
            data.public.notes.clear()
            pages[address].make_view()
            assert data.public.notes >= {"stories/2026/a", "stories/2026/b"}
