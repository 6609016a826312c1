"""The city that the benchmark stories happen in: registers, stations, profiles, campaigns.

Stations and profiles grow with the number of stories, in such a way that story *i* refers
to the same ones whatever the size of the corpus. All division codes and telephone numbers
start with zeros: none exists.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cache

from .grammar import grammar, pick

STORIES_A_STATION = 25
STORIES_A_PROFILE = 50
MOST_PROFILES = 200
"""No more than stand on the first page of the honours roll: peers have no second one."""
FIRST_YEAR, LAST_YEAR = 2018, 2026

DISTRICTS = {
    "linjiang": "临江区",
    "beihu": "北湖区",
    "qinghe": "青河区",
    "nanling": "南岭区",
    "wangshan": "望山县",
    "gaoxin": "高新区",
}
CATEGORIES = {
    "mutual-aid": "邻里互助",
    "household": "家政服务",
    "health": "医疗保健",
    "family-care": "敬老爱幼",
    "disability": "帮困助残",
    "patrol": "治安巡逻",
    "environment": "环保节能",
    "anti-drug": "禁毒宣传",
    "culture": "文体活动",
}
STATION_KINDS = {"community-station": "社区志愿服务站", "civilization-post": "新时代文明实践站"}
HONOURS = {"model-volunteer": "最美志愿者", "best-project": "最佳志愿服务项目", "star": "五星级志愿者"}
STREETS_A_DISTRICT = 8


@dataclass(frozen=True, slots=True)
class Place:
    """A street of the register, and its communities by code."""

    id: str
    name: str
    district: str
    communities: dict[str, str]


@dataclass(frozen=True, slots=True)
class Post:
    """A service station."""

    id: str
    name: str
    kind: str
    street: Place
    community: str
    address: str
    services: tuple[str, ...]
    longitude: float
    latitude: float


@dataclass(frozen=True, slots=True)
class Portrait:
    """A model volunteer."""

    id: str
    name: str
    one_line: str
    district: str
    station: str
    categories: tuple[str, ...]
    quotation: str
    honour: str
    since: int
    hours: int
    text: str


@dataclass(frozen=True, slots=True)
class Theme:
    """A campaign, one of two that come every year."""

    id: str
    title: str
    theme: str
    start: str
    end: str


def dice_for(what: str, number: int) -> random.Random:
    """The random source of thing ``number`` of a kind, independent of all others."""
    return random.Random(f"{what}/{number}")


def person(dice: random.Random) -> str:
    """A name of two or three characters."""
    words = grammar().words
    return pick(words["surname"], dice) + "".join(pick(words["given"], dice) for _ in range(1 + (dice.random() < 0.8)))


@cache
def streets() -> tuple[Place, ...]:
    """All streets, district by district."""
    heads = iter(grammar().words["lanehead"])
    found = []
    for number, district in enumerate(DISTRICTS, start=1):
        for street in range(1, STREETS_A_DISTRICT + 1):
            name = next(heads)
            code = f"0000{number:02d}{street:03d}"
            communities = {
                f"{code}{serial:03d}": f"{name}{side}社区" for serial, side in enumerate("东西南北", start=1)
            }
            found.append(Place(f"{district}-{street}", f"{name}街道", district, communities))
    return tuple(found)


INTO = {"community": "走进社区", "family": "走进家庭", "view": "走进视野"}
"""The three sections by id."""


@cache
def organisations() -> dict[str, str]:
    """Organisations by id."""
    units = {f"{district}-office": f"{name}文明办" for district, name in DISTRICTS.items()}
    corps = {f"corps-{number}": grammar().word("team", dice_for("corps", number)) for number in range(1, 19)}
    return {"volunteer-centre": "河湾市志愿服务中心", **units, **corps}


@cache
def post(number: int) -> Post:
    """Station ``number``, from 0."""
    dice = dice_for("station", number)
    street = pick(streets(), dice)
    code = pick(tuple(street.communities), dice)
    kind = pick(tuple(STATION_KINDS), dice)
    lane = grammar().word("lanehead", dice) + grammar().word("lanetail", dice)
    return Post(
        id=f"post-{number:04d}",
        name=f"{lane}第{number + 1}{STATION_KINDS[kind].removeprefix('社区').removeprefix('新时代')}",
        kind=kind,
        street=street,
        community=code,
        address=f"{DISTRICTS[street.district]}{lane}{1 + int(dice.random() * 300)}号",
        services=tuple(sorted({pick(tuple(CATEGORIES), dice) for _ in range(3)})),
        longitude=round(113 + dice.random() / 2, 6),
        latitude=round(28 + dice.random() / 2, 6),
    )


@cache
def portrait(number: int) -> Portrait:
    """Profile ``number``, from 0."""
    dice = dice_for("profile", number)
    base = post(number * STORIES_A_PROFILE // STORIES_A_STATION)
    name = person(dice)
    known = {"hero": name, "mate": person(dice), "lane": base.street.name, "station": base.name}
    known |= {"district": DISTRICTS[base.street.district], "street": base.street.name}
    known["corps"] = grammar().word("team", dice)
    category = pick(tuple(CATEGORIES), dice)
    sentences = [grammar().say(pick(("general", category), dice), known, dice) for _ in range(9)]
    return Portrait(
        id=f"volunteer-{number:04d}",
        name=name,
        one_line=f"{grammar().word('job', dice)}，{grammar().word('saying', dice)}",
        district=base.street.district,
        station=base.id,
        categories=(category,),
        quotation=grammar().word("saying", dice) + "。",
        honour=pick(tuple(HONOURS), dice),
        since=2005 + int(dice.random() * 15),
        hours=200 + int(dice.random() * 6000),
        text="\n\n".join("".join(sentences[at : at + 3]) for at in range(0, 9, 3)),
    )


@cache
def themes() -> dict[str, Theme]:
    """The two campaigns of every year, by id: the month in March and the day in December."""
    found = []
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        month = f"{year}年学雷锋活动月"
        found.append(Theme(f"lei-feng-month-{year}", month, "身边有雷锋", f"{year}-03-01", f"{year}-03-31"))
        if year < LAST_YEAR:
            day = f"{year}年国际志愿者日"
            found.append(Theme(f"volunteer-day-{year}", day, "志愿同行", f"{year}-12-01", f"{year}-12-07"))
    return {theme.id: theme for theme in found}


def posts_for(stories: int) -> int:
    """How many stations a corpus of so many stories has."""
    return -(-stories // STORIES_A_STATION)


def portraits_for(stories: int) -> int:
    """How many profiles a corpus of so many stories has."""
    return min(-(-stories // STORIES_A_PROFILE), MOST_PROFILES)


def profile_of(story: int) -> int:
    """The number of the profile that story ``story`` (from 0) may speak of."""
    return story // STORIES_A_PROFILE % MOST_PROFILES
