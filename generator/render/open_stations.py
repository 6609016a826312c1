"""The station register as open data: a spreadsheet and a map layer."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from generator.derive import SiteData
from generator.model.catalogue import Entry
from generator.model.coordinates import Position, in_crs
from generator.model.entries import Crs, Standards, Station
from generator.model.spreadsheet import spreadsheet

from .opening_words import hours_in_words

CSV_ADDRESS, GEOJSON_ADDRESS, HSDS_ADDRESS = (
    "data/stations.csv",
    "data/stations.geojson",
    "data/stations-hsds.json",
)

_STANDARDS = {name: str(field.title) for name, field in Standards.model_fields.items()}
_HEADER = (
    *("编号", "名称", "类型", "区县", "街道／乡镇", "社区代码", "社区", "城乡", "地址", "电话", "开放时间"),
    *("开放时间（opening_hours 写法）", "服务内容", "状态", "启用日期"),
    *(f"{title}（核验日期）" for title in _STANDARDS.values()),
    *("经度（WGS-84）", "纬度（WGS-84）"),
)


def data_date(data: SiteData) -> date | None:
    """How fresh the register is: the newest day, up to today, on which a station was verified or opened."""
    days = (day for entry in data.stations for day in (last_verified(entry.meta), entry.meta.opened))
    return max((day for day in days if day and day <= data.today), default=None)


def last_verified(meta: Station) -> date | None:
    """The newest verification of any of the four standards."""
    return max((day for name in _STANDARDS if (day := getattr(meta.standards, name))), default=None)


def position(meta: Station) -> Position | None:
    """The place in WGS-84, rounded to six decimals (0.1 m)."""
    if meta.coordinates is None:
        return None
    here = in_crs(meta.coordinates, Crs.WGS84)
    return Position(round(here.lon, 6), round(here.lat, 6))


def stations_csv(data: SiteData) -> str:
    """One row a station, in the order of the directory."""
    return spreadsheet(_HEADER, (_row(data, entry) for entry in data.stations))


def _row(data: SiteData, entry: Entry) -> list[str]:
    meta: Station = entry.meta
    terms = data.catalogue.vocabularies
    community = terms.community.get(meta.community or "")
    here = position(meta)
    return [
        meta.id,
        meta.name,
        _name(terms.station_kind.get(meta.kind)),
        _name(terms.district.get(meta.district)),
        _name(terms.street.get(meta.street)),
        meta.community or "",
        community.name if community else "",
        meta.area.label,
        meta.address,
        meta.phone or "",
        "；".join(hours_in_words(meta.hours)) if meta.hours else "",
        meta.hours or "",
        "、".join(_name(terms.category.get(id)) for id in meta.services if id in terms.category),
        meta.status.label,
        _day(meta.opened),
        *(_day(getattr(meta.standards, name)) for name in _STANDARDS),
        f"{here.lon:.6f}" if here else "",
        f"{here.lat:.6f}" if here else "",
    ]


def stations_geojson(data: SiteData) -> str:
    """A FeatureCollection (RFC 7946: WGS-84, longitude first). A station without a place has no geometry."""
    return _json({"type": "FeatureCollection", "features": [_feature(data, entry) for entry in data.stations]})


def _feature(data: SiteData, entry: Entry) -> dict[str, Any]:
    meta: Station = entry.meta
    terms = data.catalogue.vocabularies
    here = position(meta)
    verified = last_verified(meta)
    return {
        "type": "Feature",
        "id": meta.id,
        "geometry": {"type": "Point", "coordinates": [here.lon, here.lat]} if here else None,
        "properties": {
            "name": meta.name,
            "kind": _name(terms.station_kind.get(meta.kind)),
            "district": _name(terms.district.get(meta.district)),
            "street": _name(terms.street.get(meta.street)),
            "community": meta.community,
            "area": meta.area.value,
            "address": meta.address,
            "phone": meta.phone,
            "opening_hours": meta.hours,
            "services": [_name(terms.category.get(id)) for id in meta.services if id in terms.category],
            "status": meta.status.value,
            "verified": verified.isoformat() if verified else None,
        },
    }


def _name(term: Any) -> str:
    return str(term.name) if term else ""


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
