"""Builds small catalogues in a readable way: ``City().story("night-bus", people=["zhou"]).catalogue()``.

Every entry gets sensible values for what a test does not care about. Values are given as
an editor writes them (dates as text) and pass through the real models.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from generator.derive import SiteData, derive
from generator.model.body import EMPTY_OUTLINE, Outline
from generator.model.catalogue import Catalogue, Entry, Vocabularies
from generator.model.kinds import MODELS, REGISTERS, SHELVES, Kind
from generator.model.photo import PhotoFile
from generator.model.settings import Settings

TODAY = date(2026, 3, 12)

_DEFAULTS: dict[Kind, dict[str, Any]] = {
    Kind.STORY: {
        "title": "夜班公交末站的热水",
        "date": "2026-03-06",
        "into": "community",
        "categories": ["mutual-aid"],
        "district": "qinghe",
        "byline": "陈一舟",
    },
    Kind.ACTIVITY: {
        "title": "周末修理摊",
        "start": "2026-03-14 09:00",
        "end": "2026-03-14 11:30",
        "into": "community",
        "categories": ["household"],
        "organiser": "volunteer-centre",
        "district": "qinghe",
        "place": "滨河社区志愿服务站一楼",
    },
    Kind.PROFILE: {
        "name": "周淑兰",
        "kind": "person",
        "one_line": "退休护士",
        "district": "wangshan",
        "date": "2026-03-01",
    },
    Kind.CAMPAIGN: {
        "title": "学雷锋活动月",
        "theme": "身边有雷锋",
        "start": "2026-03-01",
        "end": "2026-03-31",
        "organiser": "volunteer-centre",
        "date": "2026-02-25",
    },
    Kind.FEATURE: {"title": "夜里的灯", "date": "2026-03-08"},
    Kind.DOCUMENT: {
        "title": "关于开展活动的通知",
        "kind": "announcement",
        "issuer": "volunteer-centre",
        "date": "2026-03-02",
    },
    Kind.PAGE: {"title": "关于本站", "place": "about", "date": "2026-03-02"},
    Kind.STATION: {
        "name": "滨河社区志愿服务站",
        "kind": "community-station",
        "district": "qinghe",
        "street": "binhe",
        "area": "urban",
        "address": "青河区滨河路 18 号",
    },
}

_TERMS: dict[str, list[dict[str, Any]]] = {
    "district": [{"id": "qinghe", "name": "青河区"}, {"id": "wangshan", "name": "望山县"}],
    "street": [
        {"id": "binhe", "name": "滨河街道", "district": "qinghe"},
        {"id": "shanqian", "name": "山前镇", "district": "wangshan"},
    ],
    "community": [],
    "organisation": [{"id": "volunteer-centre", "name": "河湾市志愿服务中心"}],
    "category": [
        {"id": "mutual-aid", "name": "邻里互助"},
        {"id": "household", "name": "家政服务"},
        {"id": "health", "name": "医疗保健"},
    ],
    "honour": [{"id": "model-volunteer", "name": "最美志愿者", "level": "市级"}],
    "station-kind": [{"id": "community-station", "name": "社区志愿服务站"}],
    "holiday": [],
    "key-date": [],
}

_SHELF = {shelf.kind: shelf for shelf in SHELVES}


def photo(name: str, width: int = 3000, height: int = 2000, **more: Any) -> PhotoFile:
    """A picture file as an inspection finds it."""
    return PhotoFile(name, 1_000_000, f"digest-of-{name}", width, height, "JPEG", **more)


class City:
    """Collects entries; every method that adds one returns the city, so that calls can be chained."""

    def __init__(self, **settings: Any) -> None:
        self._settings = {"city": "河湾市", "site_name": "河湾志愿", "description": "宣传网站", **settings}
        self._entries: dict[str, Entry] = {}
        self._terms = {name: list(rows) for name, rows in _TERMS.items()}

    def add(
        self,
        entry_kind: Kind,
        slug: str,
        /,
        year: int = 2026,
        outline: Outline = EMPTY_OUTLINE,
        photo_files: tuple[PhotoFile, ...] = (),
        files: Mapping[str, str] | None = None,
        body_digest: str = "",
        **meta: Any,
    ) -> City:
        """Add an entry; ``meta`` overrides the defaults of its kind."""
        values = {**_DEFAULTS[entry_kind], **meta}
        if entry_kind is Kind.STATION:
            values["id"], entry_id = slug, f"stations/{slug}"
        else:
            shelf = _SHELF[entry_kind]
            entry_id = f"{shelf.folder}/{year}/{slug}" if shelf.dated else f"{shelf.folder}/{slug}"
        self._entries[entry_id] = Entry(
            id=entry_id,
            kind=entry_kind,
            path=f"{entry_id}/index.md",
            meta=MODELS[entry_kind].model_validate(values),
            outline=outline,
            photos={found.name: found for found in photo_files},
            files=files or {},
            body_digest=body_digest or f"body-of-{slug}",
        )
        return self

    def story(self, slug: str, **more: Any) -> City:
        """Add a story."""
        return self.add(Kind.STORY, slug, **more)

    def activity(self, slug: str, **more: Any) -> City:
        """Add an activity."""
        return self.add(Kind.ACTIVITY, slug, **more)

    def profile(self, slug: str, **more: Any) -> City:
        """Add a profile."""
        return self.add(Kind.PROFILE, slug, **more)

    def campaign(self, slug: str, **more: Any) -> City:
        """Add a campaign."""
        return self.add(Kind.CAMPAIGN, slug, **more)

    def feature(self, slug: str, **more: Any) -> City:
        """Add a feature."""
        return self.add(Kind.FEATURE, slug, **more)

    def document(self, slug: str, **more: Any) -> City:
        """Add a document."""
        return self.add(Kind.DOCUMENT, slug, **more)

    def page(self, slug: str, **more: Any) -> City:
        """Add a page at the root of the site."""
        return self.add(Kind.PAGE, slug, **more)

    def station(self, slug: str, **more: Any) -> City:
        """Add a station."""
        return self.add(Kind.STATION, slug, **more)

    def term(self, register: str, **values: Any) -> City:
        """Add a record to a vocabulary."""
        self._terms.setdefault(register, []).append(values)
        return self

    def community(self, code: str, name: str, street: str = "binhe", area: str = "urban") -> City:
        """Add a community to the register."""
        return self.term("community", code=code, name=name, street=street, area=area)

    def catalogue(self) -> Catalogue:
        """The catalogue, sorted by id as the reader gives it."""
        models = {register.name: register.model for register in REGISTERS}
        records = {
            name.replace("-", "_"): {
                record.id: record
                for record in (models[name].model_validate(row) for row in rows)  # type: ignore[attr-defined]
            }
            for name, rows in self._terms.items()
        }
        return Catalogue(
            Settings.model_validate(self._settings),
            Vocabularies(**records),  # type: ignore[arg-type]
            dict(sorted(self._entries.items())),
        )

    def data(self, today: date = TODAY, hidden: tuple[str, ...] = ()) -> SiteData:
        """The site on a day, with everything public but the slugs in ``hidden``."""
        catalogue = self.catalogue()
        public = frozenset(id for id, entry in catalogue.entries.items() if entry.slug not in hidden)
        return derive(catalogue, public, today)
