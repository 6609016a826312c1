"""Former addresses: who gets a page there and who does not."""

from __future__ import annotations

from builders import City

from generator.model.address import Site
from generator.model.page import Page
from generator.render import site_pages

SITE = Site.at("https://example.org/volunteer/")


def redirects(city: City, hidden: tuple[str, ...] = ()) -> dict[str, Page]:
    pages = site_pages(city.data(hidden=hidden), SITE)
    assert len({page.address for page in pages}) == len(pages)
    return {page.address: page for page in pages if page.template == "redirect.html"}


def test_former_addresses_lead_to_the_present_one() -> None:
    city = (
        City()
        .story("new", title="热水", aliases=["stories/2025/old", "content/features/older"])
        .station("s", name="滨河站", aliases=["s-old"])
    )
    found = redirects(city)
    assert set(found) == {"stories/2025/old/", "features/older/", "stations/s-old/"}
    view = found["stories/2025/old/"].make_view()
    assert view["target"] == {"name": "热水", "url": "/volunteer/stories/2026/new/"}
    assert view["canonical"] == "https://example.org/volunteer/stories/2026/new/"
    assert view["url"] == "/volunteer/stories/2025/old/"
    assert found["stations/s-old/"].make_view()["target"]["url"] == "/volunteer/stations/s/"


def test_nothing_leads_to_what_is_not_public() -> None:
    assert not redirects(City().story("new", aliases=["stories/2025/old"]), hidden=("new",))


def test_a_page_that_is_there_is_not_covered() -> None:
    city = City(page_size=5).story("a", aliases=["stories/2026/b", "stories/page/2"])
    for slug in "bcdefg":
        city.story(slug)
    assert not redirects(city)


def test_what_was_never_an_address_gets_no_page() -> None:
    assert not redirects(City().story("a", aliases=["stories/2025/", "stories//x"]))


def test_the_programs_own_pages_are_not_covered() -> None:
    city = City().story("a", aliases=["content/search", "content/sitemap", "content/pages/search"])
    assert not redirects(city)
