"""Lists that the program keeps up to date on 固定页面; each is None while there is nothing in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from urllib.parse import urlencode

from generator.model.entries import ActivityStatus, PageBlock, PagePlace, Station, StationStatus
from generator.model.vocabulary import Organisation

from .briefings import briefings_block
from .calendar_links import ALL_EVENTS
from .cards import Cards
from .contacts import contact_view, records_kept, telephone
from .directory_pages import is_whole, open_data, station_groups
from .feed_links import feed_links
from .list_pages import STORIES
from .media_blocks import (
    brand_block,
    campaign_block,
    figures_block,
    kits_block,
    notices_block,
    photos_block,
    press_block,
)
from .media_reports import reports_block
from .notice_feeds import notice_links
from .standing_links import page_links
from .terms import CATEGORIES, DIRECTORY, DISTRICTS, UNKNOWN
from .views import (
    ActivitiesBlock,
    Block,
    ChartersBlock,
    ContactView,
    DistrictsBlock,
    EmergencyBlock,
    FeaturesBlock,
    FeedRow,
    FeedsBlock,
    OpenDataBlock,
    OrganisationsBlock,
    RecordKeeper,
    ServicesBlock,
    ServiceStations,
    StationCard,
)

ACTIVITIES, FEATURES = 6, 4

_EMERGENCY = (
    ("有人受伤、突然发病", "120"),
    ("有危险、要报警", "110"),
    ("着火、被困", "119"),
)
"""National numbers (急救、报警、火警), the same in every city; what is needed most comes first."""


def living_blocks(cards: Cards, wanted: Iterable[PageBlock], here: str) -> list[Block]:
    """What stands after the text of the page at the URL ``here``: the blocks in the editor's order, each once,
    without empty ones."""
    blocks = (_MAKERS[each](cards, each) for each in dict.fromkeys(wanted) if each in _MAKERS)
    return [shown for block in blocks if block is not None and (shown := _for_page(block, here)) is not None]


def _for_page(block: Block, here: str) -> Block | None:
    """The block without a link to the page on which it stands; None when it links to no other page."""
    if block["type"] != "charters":
        return block
    others = [link for link in block["charters"] if link["url"] != here]
    return {**block, "charters": others} if others else None


def emergency_block() -> EmergencyBlock:
    """Whom to call when there is no time to lose; it stands before the text."""
    return {
        "type": "emergency",
        "anchor": PageBlock.EMERGENCY.value,
        "name": "紧急情况，先打这几个电话",
        "contacts": [{"role": role, "phone": phone, "url": telephone(phone)} for role, phone in _EMERGENCY],
    }


def _by_service(cards: Cards, which: PageBlock) -> ServicesBlock | None:
    whole = is_whole(cards.data)
    offered: dict[str, dict[str, list[StationCard]]] = {}
    counts: dict[str, int] = {}
    for district, stations in cards.data.stations_by_district.items():
        for station in stations:
            meta: Station = station.meta
            if meta.status is not StationStatus.OPEN or not meta.phone:
                continue
            for service in dict.fromkeys(meta.services):
                counts[service] = counts.get(service, 0) + 1
                if whole:
                    offered.setdefault(service, {}).setdefault(district, []).append(cards.station(station))
    services: list[ServiceStations] = [
        {
            "id": id,
            "name": term.name,
            "intro": term.intro or "",
            "count": counts[id],
            "url": f"{cards.place(DIRECTORY)}?{urlencode({'service': id})}",
            "districts": [
                {"name": cards.terms.district(district)["name"] or "其他", "stations": found}
                for district, found in offered.get(id, {}).items()
            ],
        }
        for id, term in cards.data.catalogue.vocabularies.category.items()
        if id in counts
    ]
    if not services:
        return None
    return {"type": "stations-by-service", "anchor": which.value, "name": "按要办的事找站点", "services": services}


def _by_district(cards: Cards, which: PageBlock) -> DistrictsBlock | None:
    if not cards.data.stations:
        return None
    return {
        "type": "stations-by-district",
        "anchor": which.value,
        "name": "按区县找站点电话",
        "groups": station_groups(cards),
        "directory": cards.place(DIRECTORY),
    }


def _activities(cards: Cards, which: PageBlock) -> ActivitiesBlock | None:
    coming = [entry for entry in cards.data.agenda.upcoming if entry.meta.status is ActivityStatus.PLANNED]
    if not coming:
        return None
    return {
        "type": "activities",
        "anchor": which.value,
        "name": "近期活动",
        "activities": [cards.activity(each) for each in coming[:ACTIVITIES]],
        "more": cards.place("activities/"),
        "calendar": cards.place(ALL_EVENTS),
    }


def _organisations(cards: Cards, which: PageBlock) -> OrganisationsBlock | None:
    organisations = cards.data.catalogue.vocabularies.organisation.values()
    keepers = [_keeper(cards, each, tasks) for each in organisations if (tasks := records_kept(each))]
    if not keepers:
        return None
    name = "谁记录时长，谁出具证明"
    return {"type": "organisations", "anchor": which.value, "name": name, "keepers": keepers}


def _keeper(cards: Cards, organisation: Organisation, tasks: str) -> RecordKeeper:
    desk = organisation.records_desk
    link = cards.terms.organisation(organisation.id) or UNKNOWN
    phone: ContactView | None = None
    if desk is not None:
        phone = contact_view(desk)
    elif organisation.phone:
        phone = {"role": "", "phone": organisation.phone, "url": telephone(organisation.phone)}
    return {
        "name": organisation.name,
        "url": link["url"],
        "district": cards.terms.district(organisation.district)["name"],
        "tasks": tasks,
        "contact": phone,
        "hours": organisation.hours or "",
    }


def _charters(cards: Cards, which: PageBlock) -> ChartersBlock | None:
    links = page_links(cards.data, cards.site, PagePlace.CHARTER)
    return {"type": "charters", "anchor": which.value, "name": "公约", "charters": links} if links else None


def _features(cards: Cards, which: PageBlock) -> FeaturesBlock | None:
    found = cards.data.features[:FEATURES]
    if not found:
        return None
    return {
        "type": "features",
        "anchor": which.value,
        "name": "可以直接选用的专题",
        "features": [cards.feature(each) for each in found],
        "more": cards.place("features/"),
    }


def _feeds(cards: Cards, which: PageBlock) -> FeedsBlock | None:
    data, site, terms = cards.data, cards.site, cards.terms
    lists = [("全部故事", STORIES)] if data.stories else []
    lists += [(terms.category(id)["name"], f"{CATEGORIES}{id}/") for id in data.by_category]
    lists += [(terms.district(id)["name"], f"{DISTRICTS}{id}/") for id in data.by_district]
    rows: list[FeedRow] = [
        {"name": name, "url": site.url(base), "feeds": feeds}
        for name, base in lists
        if (feeds := feed_links(site, base, name))
    ]
    if not rows:
        return None
    calendar = site.full_url(ALL_EVENTS)
    return {
        "type": "feeds",
        "anchor": which.value,
        "name": "订阅",
        "rows": rows,
        "calendar": calendar,
        "notices": notice_links(cards),
    }


def _open_data(cards: Cards, which: PageBlock) -> OpenDataBlock | None:
    if not cards.data.stations:
        return None
    return {"type": "open-data", "anchor": which.value, "name": "站点开放数据", **open_data(cards)}


_MAKERS: Mapping[PageBlock, Callable[[Cards, PageBlock], Block | None]] = {
    PageBlock.STATIONS_BY_SERVICE: _by_service,
    PageBlock.STATIONS_BY_DISTRICT: _by_district,
    PageBlock.ACTIVITIES: _activities,
    PageBlock.ORGANISATIONS: _organisations,
    PageBlock.CHARTERS: _charters,
    PageBlock.PRESS: press_block,
    PageBlock.KITS: kits_block,
    PageBlock.CAMPAIGN: campaign_block,
    PageBlock.FIGURES: figures_block,
    PageBlock.PHOTOS: photos_block,
    PageBlock.BRAND: brand_block,
    PageBlock.NOTICES: notices_block,
    PageBlock.BRIEFINGS: briefings_block,
    PageBlock.REPORTS: lambda cards, which: reports_block(cards, which.value),
    PageBlock.FEATURES: _features,
    PageBlock.FEEDS: _feeds,
    PageBlock.OPEN_DATA: _open_data,
}
