"""Views of coverage: in short for other pages, in full on its own, and as a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.derive import SiteData
from generator.derive.coverage import Coverage, PlaceCoverage
from generator.model.entries import StationStatus
from generator.model.spreadsheet import spreadsheet
from generator.model.vocabulary import Community

from .cards import Cards
from .chinese_dates import day_text
from .page_heads import COLUMNS, column_meta, page_head
from .terms import DIRECTORY
from .views import CoverageDistrict, CoverageGoal, CoveragePageView, CoverageRow, CoverageView, LinkView, MissingView

COVERAGE, COVERAGE_CSV = "coverage/", "data/coverage.csv"

DirectoryLink = Callable[[Cards, str], LinkView | None]


def coverage_view(cards: Cards, link: DirectoryLink) -> CoverageView | None:
    """Coverage in figures; ``link`` finds a district's part of the directory."""
    found = cards.data.coverage
    if found is None:
        return None
    return {
        "url": cards.place(COVERAGE),
        "total": _row(found.city, cards.settings.city),
        "districts": [_district_row(cards, place, link) for place in found.districts],
    }


def coverage_page_view(cards: Cards, found: Coverage, link: DirectoryLink) -> CoveragePageView:
    """All that the notice asks to be known of coverage."""
    name = "社区覆盖情况"
    head = page_head(
        cards,
        "coverage",
        COVERAGE,
        name,
        f"{cards.settings.city}志愿服务站的社区覆盖情况：按区县、街道统计，列出还没有站点的社区和行政村。",
        section="stations",
        crumbs=[(COLUMNS["stations"], DIRECTORY)],
        meta=column_meta(name),
    )
    return {
        **head,
        "headline": name,
        "total": _row(found.city, cards.settings.city),
        "goals": _goals(cards, found.city),
        "districts": [_with_streets(cards, place, found, link) for place in found.districts],
        "missing": _missing(cards, found),
        "missing_communities": len(found.missing),
        "missing_villages": len(found.missing_villages),
        "file": {"title": "逐个社区的覆盖情况", "url": cards.site.url(COVERAGE_CSV), "type": "CSV"},
    }


def coverage_csv(data: SiteData) -> str:
    """One row for each community and village of the register, with the stations that work there."""
    terms = data.catalogue.vocabularies
    stations: dict[str, list[str]] = {}
    for entry in data.stations:
        if entry.meta.community and entry.meta.status is StationStatus.OPEN:
            stations.setdefault(entry.meta.community, []).append(entry.meta.name)
    rows = []
    for community in terms.community.values():
        street = terms.street.get(community.street)
        district = terms.district.get(street.district) if street else None
        here = stations.get(community.code, [])
        rows.append(
            [
                community.code,
                community.name,
                "社区" if community.area.value == "urban" else "行政村",
                street.name if street else "",
                district.name if district else "",
                "有" if here else "无",
                "、".join(here),
            ]
        )
    return spreadsheet(("区划代码", "名称", "类别", "街道／乡镇", "区县", "正常服务的站点", "站点名称"), rows)


def _row(place: PlaceCoverage, name: str, url: str = "", *, functional: bool = False) -> CoverageRow:
    return {
        "name": name,
        "url": url,
        "functional": functional,
        "registered": place.urban.registered,
        "covered": place.urban.covered,
        "percent": place.urban.percent,
        "villages": place.rural.registered,
        "villages_covered": place.rural.covered,
        "villages_percent": place.rural.percent,
    }


def _district_row(cards: Cards, place: PlaceCoverage, link: DirectoryLink) -> CoverageRow:
    where = link(cards, place.id)
    known = cards.data.catalogue.vocabularies.district.get(place.id)
    return _row(
        place,
        cards.terms.district(place.id)["name"],
        where["url"] if where else "",
        functional=known is not None and known.functional,
    )


def _with_streets(cards: Cards, place: PlaceCoverage, found: Coverage, link: DirectoryLink) -> CoverageDistrict:
    streets = cards.data.catalogue.vocabularies.street
    return {
        "id": place.id,
        "row": _district_row(cards, place, link),
        "streets": [
            _row(each, streets[each.id].name) for each in found.streets if streets[each.id].district == place.id
        ],
    }


def _goals(cards: Cards, city: PlaceCoverage) -> list[CoverageGoal]:
    settings = cards.settings
    deadline = settings.coverage_deadline
    if deadline is None:
        return []
    goals = []
    if city.urban.registered:
        left = city.urban.registered - city.urban.covered
        goals.append(_goal(cards, "城市社区全部有站点", left, "个社区"))
    target = settings.coverage_target_rural
    if target is not None and city.rural.registered:
        left = -(-target * city.rural.registered // 100) - city.rural.covered
        goals.append(_goal(cards, f"行政村覆盖 {target}%", left, "个村"))
    return goals


def _goal(cards: Cards, what: str, left: int, unit: str) -> CoverageGoal:
    deadline = cards.settings.coverage_deadline
    assert deadline is not None
    if left <= 0:
        return {"text": f"到{day_text(deadline)}{what}：已经达到。", "reached": True}
    days = (deadline - cards.today).days
    when = f"还有 {days} 天" if days > 0 else "今天到期" if days == 0 else "期限已过"
    return {"text": f"到{day_text(deadline)}{what}：还差 {left} {unit}，{when}。", "reached": False}


def _missing(cards: Cards, found: Coverage) -> list[MissingView]:
    """By district in the order of rows; what belongs to no known street comes last."""
    streets = cards.data.catalogue.vocabularies.street
    groups: dict[str, MissingView] = {
        id: {"name": name, "communities": [], "villages": []}
        for id, name in [(place.id, cards.terms.district(place.id)["name"]) for place in found.districts]
    }
    others: MissingView = {"name": "街道不明", "communities": [], "villages": []}

    def names(communities: Iterable[Community]) -> Iterable[tuple[MissingView, str]]:
        for community in communities:
            street = streets.get(community.street)
            group = groups.get(street.district, others) if street else others
            yield group, f"{street.name if street else ''} {community.name}".strip()

    for group, name in names(found.missing):
        group["communities"].append(name)
    for group, name in names(found.missing_villages):
        group["villages"].append(name)
    return [group for group in (*groups.values(), others) if group["communities"] or group["villages"]]
