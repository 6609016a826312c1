"""Stations: people must be able to find them, and to find them open."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date

from opening_hours import OpeningHours, validate

from generator.model.catalogue import Catalogue, Entry
from generator.model.coordinates import in_crs
from generator.model.diagnostic import Severity
from generator.model.entries import Coordinates, Crs, StationStatus
from generator.model.kinds import Kind
from generator.model.settings import Box

from .finding import Finding
from .registry import rule
from .world import World

_STATION = (Kind.STATION,)
_HOURS_HOW = "写法：Mo-Fr 08:30-17:30; Sa 09:00-12:00（Mo Tu We Th Fr Sa Su 是周一到周日，PH off 是节假日不开）。"
_WEEKDAYS = {
    "周一": "Mo",
    "周二": "Tu",
    "周三": "We",
    "周四": "Th",
    "周五": "Fr",
    "周六": "Sa",
    "周日": "Su",
    "周天": "Su",
}
_NOISE = re.compile(r"[\W_]+")


@rule("station-hours", Severity.ERROR, "开放时间看不懂", kinds=_STATION)
def station_hours(entry: Entry, world: World) -> Iterator[Finding]:
    """Opening hours follow the opening_hours syntax, so that the page can say whether a station is open."""
    hours = entry.meta.hours
    if hours is not None and not validate(hours):
        likely = _in_syntax(hours)
        hint = f"写成“{OpeningHours(likely)}”。" if validate(likely) else _HOURS_HOW
        yield Finding(entry.path, ("hours",), f"开放时间“{hours}”看不懂。", hint)


def _in_syntax(text: str) -> str:
    """What Chinese opening hours most likely mean in the syntax, such as ``周一至周五 8:30—17:30``."""
    text = unicodedata.normalize("NFKC", text).replace("星期", "周").replace("礼拜", "周")
    for name, short in _WEEKDAYS.items():
        text = text.replace(name, short)
    text = text.replace("每天", "Mo-Su").replace("全天", "00:00-24:00").replace("节假日", "PH").replace("休息", "off")
    text = re.sub(r"[至到—–~－-]+", "-", text)
    text = re.sub(r"[、,，]\s*", ",", re.sub(r"[;；。]\s*", "; ", text)).strip("; ")
    return re.sub(r"(?<=[a-z])(?=\d)", " ", text)


@rule("station-coordinates", Severity.ERROR, "坐标不在本市范围内", kinds=_STATION)
def station_coordinates(entry: Entry, world: World) -> Iterator[Finding]:
    """A station lies inside the city's box once its coordinates are converted to WGS-84."""
    place, box = entry.meta.coordinates, world.box
    if place is None or box is None or _inside(box, place.lon, place.lat, place):
        return
    if _inside(box, place.lat, place.lon, place):
        hint = "经度和纬度写反了：lon 是经度，lat 是纬度。"
    else:
        hint = "核对 lon（经度）、lat（纬度）和 crs（坐标系）；范围在 content/settings.yaml 的 coordinates_box 里。"
    yield Finding(
        entry.path,
        ("coordinates",),
        f"坐标（经度 {place.lon}，纬度 {place.lat}，{place.crs.value}）不在本市范围内。",
        hint,
    )


def _inside(box: Box, lon: float, lat: float, place: Coordinates) -> bool:
    here = in_crs(place.model_copy(update={"lon": lon, "lat": lat}), Crs.WGS84)
    return box.west <= here.lon <= box.east and box.south <= here.lat <= box.north


@rule("station-no-contact", Severity.WARNING, "站点没有电话也没有开放时间", kinds=_STATION)
def station_no_contact(entry: Entry, world: World) -> Iterator[Finding]:
    """Whoever wants help can learn when to come or whom to call."""
    meta = entry.meta
    if meta.status is StationStatus.OPEN and meta.phone is None and meta.hours is None and not meta.on_duty:
        yield Finding(
            entry.path,
            ("name",),
            f"“{meta.name}”正常服务，却没有电话，也没有开放时间，居民不知道什么时候来、问谁。",
            "至少写上 phone（办公电话）或 hours（开放时间）；已经不开的，把 status 改成 suspended 或 closed。",
        )


@rule("station-verified-in-future", Severity.ERROR, "标准的核验日期在将来", kinds=_STATION)
def station_verified_in_future(entry: Entry, world: World) -> Iterator[Finding]:
    """A standard was verified on a day that has been."""
    standards = entry.meta.standards
    if not standards.model_fields_set:
        return
    for name, field in type(standards).model_fields.items():
        day = getattr(standards, name)
        if day is not None and day > world.today:
            yield Finding(
                entry.path,
                ("standards", name),
                f"“{field.title}”的核验日期 {day} 还没到（今天是 {world.today}）。",
                "写实际核验的那一天；还没核验就删掉这一行。",
            )


@rule("station-duplicate-name", Severity.WARNING, "两个站点同名")
def station_duplicate_name(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """Within a district, names tell stations apart."""
    pairs = _same(catalogue, lambda entry: f"{entry.meta.district}\0{_plain(entry.meta.name)}")
    for entry, first in pairs:
        yield Finding(
            entry.path,
            (entry.slug, "name"),
            f"“{entry.meta.name}”和站点“{first.slug}”同名，又在同一区县。",
            "同一个站点登记了两次就删掉一条；是两个站点就在名称里加上街道或社区。",
        )


@rule("station-duplicate-address", Severity.ADVICE, "两个站点地址相同")
def station_duplicate_address(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """Two stations at one address are often one station entered twice."""
    pairs = _same(catalogue, lambda entry: f"{entry.meta.district}\0{_plain(entry.meta.address)}")
    for entry, first in pairs:
        yield Finding(
            entry.path,
            (entry.slug, "address"),
            f"“{entry.meta.name}”和“{first.title}”（{first.slug}）的地址相同。",
            "同一个站点登记了两次就删掉一条；在同一栋楼里就写到楼层、房间。",
        )


def _same(catalogue: Catalogue, key: Callable[[Entry], str]) -> Iterator[tuple[Entry, Entry]]:
    """Each working station whose key one before it in the alphabet has, with that station."""
    first: dict[str, Entry] = {}
    for entry in catalogue.of(Kind.STATION):
        if entry.meta.status is not StationStatus.CLOSED:
            before = first.setdefault(key(entry), entry)
            if before is not entry:
                yield entry, before


def _plain(text: str) -> str:
    """A name or address without what does not tell places apart: width, case, blanks, punctuation."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", text).lower())
