"""The site map and robots.txt: what search engines may rely on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from builders import City
from lxml import etree
from machine_desk import SITE, Desk

from generator.model.address import Site
from generator.render import site_pages, sitemap

NAMESPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def city() -> City:
    return (
        City()
        .story("a", date="2026-03-06 08:30", aliases=["stories/2025/old"])
        .story("b", date="2026-03-01", corrections=[{"date": "2026-03-08", "text": "改"}])
        .activity("act")
        .station("s")
    )


def test_the_site_map_lists_every_page_with_the_day_of_its_entry(tmp_path: Path) -> None:
    desk = Desk(city(), tmp_path)
    tree = etree.fromstring(desk.write("sitemap.xml").encode())
    found = {
        url.findtext("s:loc", "", NAMESPACE): url.findtext("s:lastmod", "", NAMESPACE)
        for url in tree.findall("s:url", NAMESPACE)
    }
    assert found["https://example.org/volunteer/stories/2026/a/"] == "2026-03-06"
    assert found["https://example.org/volunteer/stories/2026/b/"] == "2026-03-08"
    assert found["https://example.org/volunteer/stations/s/"] == ""
    assert found["https://example.org/volunteer/"] == ""
    web_pages = {address for address in desk.pages if not address or address.endswith("/")}
    listed = {url.removeprefix("https://example.org/volunteer/") for url in found}
    assert listed == web_pages - {"stories/2025/old/", "search/"}


def test_a_large_site_map_is_split(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Desk(city(), tmp_path).view("sitemap.xml")["urls"]
    monkeypatch.setattr(sitemap, "MOST_URLS", 4)
    desk = Desk(city(), tmp_path)
    index = etree.fromstring(desk.write("sitemap.xml").encode())
    names = [loc.rpartition("/")[2] for loc in index.xpath("s:sitemap/s:loc/text()", namespaces=NAMESPACE)]
    assert [url for name in names for url in desk.view(name)["urls"]] == whole
    assert max(len(desk.view(name)["urls"]) for name in names) == 4


def test_robots_name_the_site_map(tmp_path: Path) -> None:
    at_root = Desk(city(), tmp_path, site=Site.at("https://example.org/")).write("robots.txt")
    assert at_root.splitlines() == ["User-agent: *", "Disallow:", "", "Sitemap: https://example.org/sitemap.xml"]


def test_robots_in_a_sub_path_say_that_nobody_reads_them(tmp_path: Path) -> None:
    lines = Desk(city(), tmp_path).write("robots.txt").splitlines()
    assert lines[0].startswith("#") and "https://example.org/robots.txt" in lines[0]
    assert lines[-1] == "Sitemap: https://example.org/volunteer/sitemap.xml"


def test_the_site_map_does_not_change_from_day_to_day() -> None:
    views = [
        {page.address: page for page in site_pages(city().data(day), SITE)}["sitemap.xml"].make_view()
        for day in (date(2026, 3, 16), date(2026, 3, 17))
    ]
    assert views[0] == views[1]
