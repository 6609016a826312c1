"""Entries and a small city in Python, for tests of single rules."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.model.body import EMPTY_OUTLINE, Outline
from generator.model.catalogue import Catalogue, Entry, Vocabularies
from generator.model.kinds import MODELS, SHELVES, STATIONS_FILE, Kind
from generator.model.photo import PhotoFile
from generator.model.settings import Settings
from generator.model.vocabulary import Category, Community, District, Honour, Organisation, StationKind, Street
from generator.rules.checking import check_catalogue, check_entry
from generator.rules.finding import Found
from generator.rules.world import World, world_of

TODAY = date(2026, 3, 12)

CITY = Vocabularies(
    district={"qinghe": District(id="qinghe", name="青河区"), "beihu": District(id="beihu", name="北湖区")},
    street={
        "binhe": Street(id="binhe", name="滨河街道", district="qinghe"),
        "hunan": Street(id="hunan", name="湖南路街道", district="beihu"),
    },
    community={"000001001001": Community(code="000001001001", name="滨河社区", street="binhe", area="urban")},
    organisation={"volunteer-centre": Organisation(id="volunteer-centre", name="河湾市志愿服务中心")},
    category={
        "mutual-aid": Category(id="mutual-aid", name="邻里互助"),
        "health": Category(id="health", name="医疗保健"),
    },
    honour={"model-volunteer": Honour(id="model-volunteer", name="最美志愿者")},
    station_kind={"community-station": StationKind(id="community-station", name="社区志愿服务站")},
)

_BASE: dict[Kind, dict[str, Any]] = {
    Kind.STORY: {
        "title": "夜班公交末站的热水",
        "summary": "站台上总有一壶热水。",
        "date": "2026-03-06",
        "into": "community",
        "categories": ["mutual-aid"],
        "district": "qinghe",
        "byline": "陈一舟",
    },
    Kind.ACTIVITY: {
        "title": "小家电义务维修",
        "summary": "坏了都可以拿来。",
        "start": "2026-03-21 09:00",
        "end": "2026-03-21 11:30",
        "into": "community",
        "categories": ["mutual-aid"],
        "organiser": "volunteer-centre",
        "district": "qinghe",
        "place": "滨河社区志愿服务站",
    },
    Kind.PROFILE: {
        "name": "周淑兰",
        "kind": "person",
        "one_line": "退休护士",
        "district": "qinghe",
        "date": "2026-03-01",
    },
    Kind.FEATURE: {"title": "夜里的灯", "summary": "几位守夜的人。", "date": "2026-03-08"},
    Kind.DOCUMENT: {
        "title": "关于招募春季志愿者的通知",
        "kind": "announcement",
        "issuer": "volunteer-centre",
        "date": "2026-03-02",
    },
    Kind.PAGE: {"title": "关于本站", "summary": "谁在办，找谁。", "place": "about", "date": "2026-03-02"},
    Kind.STATION: {
        "id": "binhe-night",
        "name": "滨河公交驿站",
        "kind": "community-station",
        "district": "qinghe",
        "street": "binhe",
        "area": "urban",
        "address": "青河区滨河路186号",
        "phone": "0000-8801206",
    },
}
_SHELF = {shelf.kind: shelf for shelf in SHELVES}


def entry(
    kind: Kind = Kind.STORY,
    slug: str = "night-bus",
    outline: Outline = EMPTY_OUTLINE,
    pictures: tuple[PhotoFile, ...] = (),
    files: tuple[str, ...] = (),
    year: int = 2026,
    **meta: Any,
) -> Entry:
    """An entry of ``kind`` with picture files beside it; the keys of ``meta`` come on top of a sound one's, None takes a key away."""
    values = {**_BASE[kind], **({"id": slug} if kind is Kind.STATION else {}), **meta}
    record = MODELS[kind].model_validate({key: value for key, value in values.items() if value is not None})
    shelf = _SHELF.get(kind)
    if shelf is None:
        return Entry(f"stations/{slug}", kind, STATIONS_FILE, record)
    id = f"{shelf.folder}/{year}/{slug}" if shelf.dated else f"{shelf.folder}/{slug}"
    text = outline if outline is not EMPTY_OUTLINE else Outline(characters=100)
    names = {picture.name: picture for picture in pictures}
    return Entry(id, kind, f"{id}/index.md", record, text, names, dict.fromkeys(files, "0"), digest=id)


def catalogue(*entries: Entry, broken: frozenset[str] = frozenset(), **settings: Any) -> Catalogue:
    """A catalogue of the city with these entries."""
    known = {"city": "河湾市", "site_name": "河湾志愿", "description": "宣传网站", **settings}
    by_id = {entry.id: entry for entry in sorted(entries, key=lambda entry: entry.id)}
    return Catalogue(Settings.model_validate(known), CITY, by_id, broken)


def world(*entries: Entry, public: frozenset[str] | None = None, today: date = TODAY, **known: Any) -> World:
    """What the entries' rules may know; all are public unless ``public`` says which."""
    made = catalogue(*entries, **known)
    return world_of(made, frozenset(made.entries) if public is None else public, today)


def found(entry: Entry, *others: Entry, **known: Any) -> list[Found]:
    """What the rules say of ``entry`` beside ``others``."""
    return check_entry(entry, world(entry, *others, **known))


def rules(entry: Entry, *others: Entry, **known: Any) -> list[str]:
    """The ids of the rules that an entry breaks."""
    return [item.rule for item in found(entry, *others, **known)]


def rules_of_all(*entries: Entry, **known: Any) -> list[tuple[str, str]]:
    """File and rule of what is wrong with a catalogue as a whole."""
    return [(item.finding.path, item.rule) for item in check_catalogue(catalogue(*entries, **known), TODAY)]
