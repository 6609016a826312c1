"""Views of organisations: the list, and for each what it is and what the site has of it."""

from __future__ import annotations

from collections.abc import Sequence

from generator.derive.organisations import Works
from generator.model.address import list_address
from generator.model.parts import Contact
from generator.model.vocabulary import Organisation

from .cards import Cards
from .chinese_dates import number as figure
from .contacts import contact_view, records_kept, telephone
from .page_heads import BESIDE, column_meta, page_head
from .paging import page_of, pager
from .terms import ORGANISATIONS
from .views import LinkView, OrganisationGroup, OrganisationRow, OrganisationsView, OrganisationView

NAME = BESIDE["organisations"]
_OTHER = "其他单位"

STATIONS, ACTIVITIES, CAMPAIGNS, PROFILES, DOCUMENTS = 12, 6, 6, 12, 5
"""So many of each, the newest, stand on an organisation's page."""

LINE = 60
"""Characters of an introduction that a list shows, to the end of a sentence where one ends there."""


def organisations_view(cards: Cards, number: int) -> OrganisationsView:
    """One page of the list, grouped by nature in the order in which the register first names each."""
    size = cards.settings.page_size
    listed = _in_groups(cards)
    groups: dict[str, list[OrganisationRow]] = {}
    for id in page_of(listed, number, size):
        organisation = cards.data.catalogue.vocabularies.organisation[id]
        groups.setdefault(organisation.kind or _OTHER, []).append(_row(cards, organisation))
    title = _numbered(NAME, number)
    shown: list[OrganisationGroup] = [{"name": name, "rows": rows} for name, rows in groups.items()]
    return {
        **page_head(
            cards,
            "organisations",
            list_address(ORGANISATIONS, number),
            title,
            "组织、主办志愿服务的单位和团体：它们是谁、做什么、怎么联系。",
            meta=column_meta(NAME),
        ),
        "headline": NAME,
        "groups": shown,
        "pager": pager(cards.site, ORGANISATIONS, number, len(listed), size),
    }


def _in_groups(cards: Cards) -> Sequence[str]:
    """Ids of organisations with a page, those of one nature together, those without one last."""
    register = cards.data.catalogue.vocabularies.organisation
    natures = list(dict.fromkeys(register[id].kind for id in cards.data.organisations if register[id].kind))
    places = {nature: place for place, nature in enumerate(natures)}
    return sorted(cards.data.organisations, key=lambda id: places.get(register[id].kind, len(places)))


def _row(cards: Cards, organisation: Organisation) -> OrganisationRow:
    done = cards.data.organisations[organisation.id]
    figures = (
        ("运行站点", len(done.stations), "个"),
        ("活动", len(done.upcoming) + len(done.past), "场"),
        ("故事", len(done.stories), "篇"),
    )
    return {
        "name": organisation.name,
        "url": cards.place(f"{ORGANISATIONS}{organisation.id}/"),
        "district": cards.terms.district(organisation.district)["name"],
        "line": _first_words(organisation.intro or ""),
        "figures": [f"{name} {figure(count)} {unit}" for name, count, unit in figures if count],
        "phone": organisation.phone or "",
        "phone_url": telephone(organisation.phone),
    }


def _first_words(text: str) -> str:
    """The first sentence, or as much of it as ``LINE`` characters hold."""
    first = text.strip().split("\n", 1)[0]
    stop = first.find("。") + 1
    if 0 < stop <= LINE:
        return first[:stop]
    return first if len(first) <= LINE else first[: LINE - 1] + "…"


def organisation_view(cards: Cards, id: str, number: int) -> OrganisationView:
    """One page of an organisation; pages after the first go on with its stories alone."""
    data, terms, size = cards.data, cards.terms, cards.settings.page_size
    organisation = data.catalogue.vocabularies.organisation[id]
    first = number == 1
    done = data.organisations[id] if first else Works(stories=data.organisations[id].stories)
    base = f"{ORGANISATIONS}{id}/"
    return {
        **page_head(
            cards,
            "organisation",
            list_address(base, number),
            _numbered(organisation.name, number),
            _first_words(organisation.intro or "") or f"{organisation.name}：站点、活动、人物和故事。",
            crumbs=((NAME, ORGANISATIONS),),
            meta=column_meta(organisation.name, column_type=NAME),
        ),
        "headline": organisation.name,
        "nature": organisation.kind or "",
        "district": terms.district(organisation.district) if organisation.district else None,
        "intro": [part for line in (organisation.intro or "").splitlines() if (part := line.strip())] if first else [],
        "services": terms.categories(organisation.services) if first else [],
        "teams": [
            {"name": team.name, "members": "" if team.members is None else figure(team.members)}
            for team in organisation.teams
        ]
        if first
        else [],
        "phone": organisation.phone or "",
        "phone_url": telephone(organisation.phone),
        "contacts": [contact_view(each) for each in _desks(organisation)] if first else [],
        "records": records_kept(organisation),
        "hours": organisation.hours or "",
        "address": organisation.address or "",
        "website": _website(organisation),
        "stations": [cards.station(each) for each in done.stations[:STATIONS]],
        "stations_total": len(done.stations),
        "paired": [{"name": each.meta.name, "url": cards.url(each)} for each in done.paired],
        "upcoming": [cards.activity(each) for each in done.upcoming[:ACTIVITIES]],
        "past": [cards.activity(each) for each in done.past[:ACTIVITIES]],
        "past_total": len(done.past),
        "campaigns": [cards.campaign(each) for each in done.campaigns[:CAMPAIGNS]],
        "profiles": [cards.profile(each) for each in done.profiles[:PROFILES]],
        "profiles_total": len(done.profiles),
        "documents": [cards.document(each) for each in done.documents[:DOCUMENTS]],
        "documents_total": len(done.documents),
        "stories": cards.stories(page_of(done.stories, number, size)),
        "pager": pager(cards.site, base, number, len(done.stories), size),
    }


def _desks(organisation: Organisation) -> Sequence[Contact]:
    """Whom to call for what, each once."""
    desk = organisation.records_desk
    return tuple(dict.fromkeys((*organisation.contacts, *((desk,) if desk else ()))))


def _website(organisation: Organisation) -> LinkView | None:
    return {"name": organisation.url.split("://")[1].rstrip("/"), "url": organisation.url} if organisation.url else None


def _numbered(name: str, number: int) -> str:
    return name if number == 1 else f"{name}（第 {number} 页）"
