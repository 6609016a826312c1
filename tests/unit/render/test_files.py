"""Files beside the pages: which photos, covers and downloads are made, and where they stand."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from builders import City, photo
from hypothesis import given
from hypothesis import strategies as st

from generator.model.address import Site
from generator.model.entries import Coordinates, ProfileKind
from generator.read.bundle import DIGEST_BYTES
from generator.read.markdown import parse_body
from generator.render import compose, shared_view, site_jobs, site_pages
from generator.render.cover_inks import EVENING, RUNS
from generator.render.cover_scenes import SCENES
from generator.render.cover_seals import KNOWN_SEALS
from generator.render.covers import Sheet, cover_job, draw, landscape, portrait
from generator.render.map_links import map_links

SITE = Site.at("https://example.org/volunteer/")
ROOT = Path("/project")

TEXT = """开头

![](in-text.jpg)

[大图](linked.jpg)
"""


def pictured_city() -> City:
    outline, _ = parse_body(TEXT, 1)
    names = ("lead.jpg", "in-text.jpg", "linked.jpg", "spare.jpg")
    return (
        City()
        .story(
            "a",
            outline=outline,
            photo_files=(*map(photo, names), photo("not-listed.jpg"), photo("broken.jpg", problem="unreadable")),
            photos=[{"file": name} for name in (*names, "missing.jpg", "broken.jpg")],
        )
        .story("without")
        .story("secret", photo_files=(photo("secret.jpg"),), photos=[{"file": "secret.jpg"}])
        .profile("zhou", portrait="p.jpg", photo_files=(photo("p.jpg"),), photos=[{"file": "p.jpg"}])
        .campaign("m", photo_files=(photo("m.jpg"),), photos=[{"file": "m.jpg"}])
        .document(
            "d",
            attachments=[
                {"file": name, "title": name}
                for name in ("计划 1.pdf", "page.html", "index.html", "scan.jpg", "not-there.pdf")
            ],
            photo_files=(photo("scan.jpg"),),
            files={name: f"digest of {name}" for name in ("计划 1.pdf", "page.html", "index.html", "review.log")},
        )
    )


def test_every_file_that_a_page_shows_is_made_and_no_other() -> None:
    data = pictured_city().data(hidden=("secret",))
    jobs = site_jobs(data, ROOT)
    outputs = [output for job in jobs for output in job.outputs]
    assert len(outputs) == len(set(outputs))
    _, body = parse_body(TEXT, 1)
    shown: set[str] = set()
    pages = site_pages(data, SITE)
    for page in pages:
        view = page.make_view()
        shown.update(_files(view))
        if page.address == "stories/2026/a/":
            for part in compose(body, view):
                shown.update(unquote(url) for url in re.findall(r'href="/volunteer/(photos/[^"]+)"', str(part)))
    share: Any = shared_view(data, SITE)["share"]
    shown.update(_files(share))
    shown -= {page.address for page in pages}
    assert shown <= set(outputs)
    assert all(shown.intersection(job.outputs) for job in jobs)


def _files(value: Any, key: str = "") -> Iterator[str]:
    """Addresses of photos, covers and downloads in a view."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from _files(each, name)
    elif isinstance(value, list):
        for each in value:
            yield from _files(each, key)
    elif isinstance(value, str):
        urls = [part.split()[0] for part in value.split(", ")] if key == "srcset" and value else [value]
        for url in urls:
            url = url.removeprefix(SITE.origin)
            address = unquote(url.removeprefix("/volunteer/"))
            if url.startswith("/volunteer/") and not address.endswith("/") and address != "404.html" and address:
                yield address


def test_sources_of_jobs_lie_in_the_project() -> None:
    data = pictured_city().data(hidden=("secret",))
    jobs = site_jobs(data, ROOT)
    sources = {job.source for job in jobs}
    assert ROOT / "stories/2026/a/lead.jpg" in sources
    assert ROOT / "content/documents/2026/d/计划 1.pdf" in sources
    assert not {source.name for source in sources} & {
        "secret.jpg",
        "not-listed.jpg",
        "review.log",
        "page.html",
        "index.html",
    }
    assert len({job.key for job in jobs}) == len(jobs)


def test_downloads_stand_beside_their_page() -> None:
    data = pictured_city().data()
    [page] = [page for page in site_pages(data, SITE) if page.address == "documents/2026/d/"]
    files = page.make_view()["attachments"]
    assert [(each["title"], each["type"]) for each in files] == [("计划 1.pdf", "PDF"), ("scan.jpg", "JPG")]
    assert files[0]["url"] == "/volunteer/documents/2026/d/%E8%AE%A1%E5%88%92%201.pdf"
    assert files[1]["url"].startswith("/volunteer/photos/")


def test_a_download_is_copied(tmp_path: Path) -> None:
    source = tmp_path / "project/content/documents/2026/d/plan.pdf"
    source.parent.mkdir(parents=True)
    source.write_bytes(b"%PDF")
    digest = blake2b(b"%PDF", digest_size=DIGEST_BYTES).hexdigest()
    city = City().document("d", attachments=[{"file": "plan.pdf", "title": "方案"}], files={"plan.pdf": digest})
    [job] = [job for job in site_jobs(city.data(), tmp_path / "project") if job.source == source]
    job.run(job.source, tmp_path / "site", job.args)
    assert (tmp_path / "site/documents/2026/d/plan.pdf").read_bytes() == b"%PDF"


def test_the_lead_is_not_shown_twice() -> None:
    outline, _ = parse_body("![](a.jpg)", 1)
    two = (photo("a.jpg"), photo("b.jpg"))
    listed = [{"file": "a.jpg", "alt": "甲"}, {"file": "b.jpg", "alt": "乙"}]
    view = _story_view(City().story("s", outline=outline, photo_files=two, photos=listed))
    assert view["lead"]["alt"] == "乙"
    assert view["gallery"] == []
    only = _story_view(City().story("s", outline=outline, photo_files=two[:1], photos=listed[:1]))
    assert only["lead"] is None
    plain = _story_view(City().story("s", photo_files=two, photos=listed, cover="b.jpg"))
    assert plain["lead"]["alt"] == "乙"
    assert [each["alt"] for each in plain["gallery"]] == ["甲"]


def _story_view(city: City) -> dict[str, Any]:
    [page] = [page for page in site_pages(city.data(), SITE) if page.template == "story.html"]
    return page.make_view()


def test_meta_tags_of_the_guide() -> None:
    view = _story_view(City().story("s", date="2026-03-06 08:30", summary="摘要", source={"name": "河湾日报"}))
    tags = dict(view["meta"])
    assert tags["ArticleTitle"] == "夜班公交末站的热水"
    assert tags["PubDate"] == "2026-03-06 08:30"
    assert tags["ContentSource"] == "河湾日报"
    assert tags["Author"] == "陈一舟"
    assert tags["Description"] == "摘要"
    assert tags["Url"] == "https://example.org/volunteer/stories/2026/s/"
    assert all(value for _, value in view["meta"])


every_sheet = [
    *(Sheet(seal, scene, run) for seal in KNOWN_SEALS for scene in range(len(SCENES)) for run in range(len(RUNS))),
    *(Sheet(seal, 0, run, people) for seal in KNOWN_SEALS for run in (0, 1) for people in (1, 3, 5)),
]


def test_covers_are_well_formed_drawings_without_text() -> None:
    assert len(SCENES) >= 6
    assert len({sheet.address for sheet in every_sheet}) == len(every_sheet) <= 320
    for sheet in every_sheet:
        drawing = draw(sheet)
        root = ElementTree.fromstring(drawing)
        assert {element.tag.rpartition("}")[2] for element in root.iter()} <= {"svg", "g", "path", "circle"}
        assert len(drawing) < 20_000


@given(st.text(max_size=80), st.sampled_from(["health", "no-such", ""]))
def test_one_title_always_gets_one_cover_of_the_known_ones(title: str, category: str) -> None:
    assert landscape(category, title) == landscape(category, title)
    assert landscape(category, title) in every_sheet
    for kind in ProfileKind:
        sheet = portrait(kind, category, title)
        assert sheet in every_sheet
        assert RUNS[sheet.run] is not EVENING


def test_a_cover_is_written(tmp_path: Path) -> None:
    sheet = landscape("health", "标题")
    job = cover_job(sheet, tmp_path)
    job.run(job.source, tmp_path, job.args)
    assert (tmp_path / sheet.address).read_text(encoding="utf-8") == draw(sheet)


def test_ten_thousand_titles_share_a_bounded_number_of_covers() -> None:
    assert len({landscape("health", f"标题{number}") for number in range(10_000)}) == len(SCENES) * len(RUNS)


@pytest.mark.parametrize("crs", ["wgs84", "gcj02", "bd09"])
def test_map_links_give_gcj02_in_each_apps_order(crs: str) -> None:
    place = Coordinates(lon=116.404, lat=39.915, crs=crs)
    amap, baidu, tencent = map_links(place, "甲|站;1", "路 18 号: 2&3", "河湾志愿")
    lon, lat = parse_qs(urlsplit(amap["url"]).query)["position"][0].split(",")
    expected = {
        "wgs84": (116.410244, 39.916404),
        "gcj02": (116.404, 39.915),
        "bd09": (116.397627, 39.908657),
    }[crs]
    assert (float(lon), float(lat)) == pytest.approx(expected, abs=2e-5)
    query = parse_qs(urlsplit(baidu["url"]).query)
    assert query["location"] == [f"{lat},{lon}"]
    assert (query["coord_type"], query["title"]) == (["gcj02"], ["甲|站;1"])
    marker = parse_qs(urlsplit(tencent["url"]).query)["marker"][0]
    assert marker == f"coord:{lat},{lon};title:甲 站 1;addr:路 18 号  2&3"
