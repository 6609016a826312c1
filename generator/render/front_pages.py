"""Views of the home page and of the page for addresses that lead nowhere, and what all pages share."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from urllib.parse import quote

from generator.derive import SiteData
from generator.model.address import Site
from generator.model.catalogue import Entry
from generator.model.entries import PagePlace
from generator.model.kinds import Kind
from generator.model.page import View

from .campaign_pages import home_campaign
from .cards import Cards
from .city_year_page import city_year_link, key_day_view
from .columns import filled_sections
from .contacts import telephone
from .coverage_pages import coverage_view
from .directory_pages import directory_link
from .feed_links import feed_links
from .footer_links import footer_groups
from .into_pages import into_links
from .list_pages import STORIES, chips
from .page_heads import BESIDE, COLUMNS, page_head, site_meta
from .phrases import names_of
from .share_cards import Shares
from .standing_links import page_links
from .typefaces import Typeface
from .views import FooterView, HomeView, KeyDayView, NavItem, NotFoundView, SharedView

NOT_FOUND = "404.html"

STORIES_IN_THE_GRID, HEADLINES, PROFILES, ACTIVITIES, FEATURES, DOCUMENTS = 4, 6, 6, 6, 3, 5


def home_view(cards: Cards) -> HomeView:
    """The home page."""
    data, settings, terms = cards.data, cards.settings, cards.terms
    lead = data.public.find(Kind.STORY, settings.lead_story) or next(iter(data.stories), None)
    others = [story for story in data.stories[: STORIES_IN_THE_GRID + HEADLINES + 1] if story is not lead]
    week = data.agenda.this_week
    foremost = data.campaigns.foremost
    picture = cards.pictures.wide(lead) if lead else None
    head = page_head(cards, "home", "", "")
    return {
        **head,
        "headline": settings.site_name,
        "services": page_links(data, cards.site, PagePlace.SERVICE),
        "tagline": settings.tagline or "",
        "campaign": home_campaign(cards, foremost) if foremost else None,
        "key_day": _key_day(cards),
        "year": city_year_link(cards),
        "lead": cards.story(lead) if lead else None,
        "lead_picture": picture,
        "stories": cards.stories(others[:STORIES_IN_THE_GRID]),
        "latest": cards.stories(others[STORIES_IN_THE_GRID : STORIES_IN_THE_GRID + HEADLINES]),
        "activities": [cards.activity(each) for each in (week or data.agenda.later)[:ACTIVITIES]],
        "activities_this_week": bool(week),
        "profiles": [cards.profile(each) for each in data.profiles[:PROFILES]],
        "features": [cards.feature(each) for each in data.features[:FEATURES]],
        "documents": [cards.document(each) for each in islice(_for_everybody(data), DOCUMENTS)],
        "into": into_links(cards),
        "districts": chips(cards),
        "categories": [terms.category(id) for id in data.by_category],
        "coverage": coverage_view(cards, directory_link),
        "stations_total": len(data.stations),
    }


def _for_everybody(data: SiteData) -> Iterator[Entry]:
    """Documents but those for newsrooms, which the media centre lists."""
    return (each for each in data.documents if not each.meta.kind.for_media)


def _key_day(cards: Cards) -> KeyDayView | None:
    """The next key date, when no campaign runs that would say more of the day."""
    next_one = cards.data.year.next_key_day
    return key_day_view(cards, next_one) if next_one and not cards.data.campaigns.running else None


def not_found_view(cards: Cards) -> NotFoundView:
    """What a reader sees at an address that does not exist."""
    name = "没有找到这个页面"
    head = page_head(cards, "not-found", NOT_FOUND, name)
    return {
        **head,
        "headline": name,
        "services": page_links(cards.data, cards.site, PagePlace.SERVICE),
        "districts": chips(cards),
        "site_map": {"name": BESIDE["sitemap"], "url": cards.place("sitemap/")},
        "stories": cards.stories(cards.data.stories[:3]),
    }


def shared_view(data: SiteData, site: Site, face: Typeface | None = None) -> View:
    """The template global ``site`` (see ``SharedView``). ``face`` is what share pictures are set in."""
    return dict(_shared(data, site, face))


def _shared(data: SiteData, site: Site, face: Typeface | None) -> SharedView:
    settings = data.catalogue.settings
    footer = settings.footer
    return {
        "name": settings.site_name,
        "city": settings.city,
        "tagline": settings.tagline or "",
        "description": settings.description,
        "home": site.url(""),
        "origin": site.origin,
        "prefix": site.prefix,
        "language": "zh-CN",
        "nav": [_nav_item(section, site) for section in filled_sections(data)],
        "groups": footer_groups(data, site),
        "footer": FooterView(
            organiser=footer.organiser or "",
            contact=footer.contact or "",
            site_code=footer.site_code or "",
            icp=footer.icp or "",
            icp_url="https://beian.miit.gov.cn/" if footer.icp else "",
            police=footer.police or "",
            police_url=_police_url(footer.police or ""),
            report_error=footer.report_error or "",
            sample_notice=settings.sample_notice or "",
        ),
        "press_phone": settings.press_phone or "",
        "press_phone_url": telephone(settings.press_phone),
        "feeds": feed_links(site, STORIES, settings.site_name) if data.stories else [],
        "meta": site_meta(settings, site),
        "rights_url": settings.rights_url or "",
        "licensor_url": settings.licensor_url or "",
        "share": Shares(data, site, face).of_site(),
        "words": sorted(names_of(_register_names(data)).words),
    }


def _register_names(data: SiteData) -> Iterator[str]:
    """Not those of stations and people, which come and go: a page that tells of some knows their names itself."""
    known = data.catalogue.vocabularies
    yield data.catalogue.settings.city
    for register in (known.district, known.street, known.community, known.organisation, known.category, known.honour):
        yield from (record.name for record in register.values())
    yield from (key.name for key in known.key_date.values())


def _nav_item(section: str, site: Site) -> NavItem:
    return {"id": section, "name": COLUMNS[section], "url": site.url(f"{section}/")}


def _police_url(number: str) -> str:
    digits = "".join(each for each in number if each.isdigit())
    return f"https://beian.mps.gov.cn/#/query/webSearch?code={quote(digits)}" if digits else ""
