"""The register as data: the script's index, the spreadsheet, the map layer, HSDS 3.0, coverage."""

from __future__ import annotations

import csv
import json
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from builders import City
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource

from generator.derive.pinyin import pinyin_initials
from generator.model.address import Site
from generator.render import site_jobs, site_pages
from generator.render.coverage_pages import coverage_csv
from generator.render.directory_pages import WHOLE
from generator.render.hsds import stations_hsds
from generator.render.open_stations import data_date, stations_csv, stations_geojson
from generator.render.station_index import index_address, station_index

SITE = Site.at("https://example.org/volunteer/")
SCHEMAS = Path(__file__).with_name("hsds-3.0")


def city() -> City:
    return (
        City(readings=[{"text": "䶮村", "pinyin": "yan cun"}])
        .term("holiday", date="2026-02-16", name="春节", kind="holiday")
        .community("000001001001", "滨河社区")
        .community("000001001002", "堤北社区")
        .community("000001002201", "山前村", street="shanqian", area="rural")
        .station(
            "binhe",
            name="滨河社区志愿服务站",
            community="000001001001",
            phone="0000-8801234转6",
            hours="Mo-Fr 08:30-12:00,14:00-17:30; Sa 09:00-12:00",
            coordinates={"lon": 124.3122, "lat": 29.3125, "crs": "gcj02"},
            services=["mutual-aid", "health"],
            standards={"marks": "2026-02-26", "records": "2026-03-02"},
            opened="2024-05-10",
            note="从东门上二楼",
        )
        .station("bare", name='=HYPERLINK("x")', address="+1", district="wangshan", street="shanqian", area="rural")
        .station("asleep", status="suspended", hours="Mo-Fr 08:30-17:30")
        .station("yan", name="䶮村站", hours="Apr-Oct Mo-Fr 08:00-18:00; Nov-Mar Mo-Fr 09:00-17:00")
    )


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(StringIO(text.removeprefix("\ufeff"), newline="")))


def test_the_spreadsheet_has_a_row_for_each_station() -> None:
    found = {row["编号"]: row for row in rows(stations_csv(city().data()))}
    assert set(found) == {"binhe", "bare", "asleep", "yan"}
    binhe = found["binhe"]
    assert binhe["开放时间"] == "周一至周五 08:30—12:00、14:00—17:30；周六 09:00—12:00"
    assert binhe["佩挂服务标识（核验日期）"] == "2026-02-26"
    assert binhe["服务内容上墙（核验日期）"] == ""
    assert (binhe["服务内容"], binhe["社区"]) == ("邻里互助、医疗保健", "滨河社区")
    assert (found["bare"]["经度（WGS-84）"], found["asleep"]["状态"]) == ("", "暂停服务")


def test_no_cell_of_a_spreadsheet_runs_as_a_formula() -> None:
    bare = next(row for row in rows(stations_csv(city().data())) if row["编号"] == "bare")
    assert (bare["名称"], bare["地址"]) == ('\'=HYPERLINK("x")', "'+1")


def test_the_map_layer_is_in_wgs84_with_the_longitude_first() -> None:
    found = json.loads(stations_geojson(city().data()))
    geometry = {each["id"]: each["geometry"] for each in found["features"]}
    lon, lat = geometry["binhe"]["coordinates"]
    assert lon == pytest.approx(124.3122, abs=0.01)
    assert lat == pytest.approx(29.3125, abs=0.01)
    assert (lon, lat) != (124.3122, 29.3125)
    assert (round(lon, 6), round(lat, 6)) == (lon, lat)
    assert geometry["bare"] is None


@pytest.fixture(scope="module")
def hsds() -> Draft202012Validator:
    """The specification's own schemas (Open Referral, CC BY-SA 4.0, tag v3.0)."""
    schemas = {path.name: json.loads(path.read_text("utf-8")) for path in SCHEMAS.glob("*.json")}
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    registry = Registry().with_resources(
        (name, Resource.from_contents(dialect | schema)) for name, schema in schemas.items()
    )
    return Draft202012Validator({"$ref": "service.json"}, registry=registry, format_checker=FormatChecker())


def test_hsds_is_valid_by_its_schema(hsds: Draft202012Validator) -> None:
    services = json.loads(stations_hsds(city().data()))
    assert len(services) == 4
    for service in services:
        hsds.validate(service)


@pytest.mark.parametrize(("path", "value"), [(("status",), "open"), (("id",), "binhe"), (("name",), None)])
def test_the_hsds_schema_refuses_what_is_wrong(hsds: Draft202012Validator, path: tuple[str], value: object) -> None:
    service = json.loads(stations_hsds(city().data()))[0]
    service[path[0]] = value
    assert not hsds.is_valid(service)


def test_hsds_says_what_the_register_says() -> None:
    found = {each["service_at_locations"][0]["location"]["external_identifier"]: each for each in services()}
    binhe = found["binhe"]
    assert UUID(binhe["id"]).version == 5
    assert (binhe["assured_date"], binhe["status"]) == ("2026-03-02", "active")
    assert (binhe["phones"][0]["number"], binhe["phones"][0]["extension"]) == ("0000-8801234", 6)
    assert [(each["byday"], each["opens_at"], each["closes_at"]) for each in binhe["schedules"]] == [
        ("MO,TU,WE,TH,FR", "08:30", "12:00"),
        ("SA", "09:00", "12:00"),
        ("MO,TU,WE,TH,FR", "14:00", "17:30"),
    ]
    assert found["asleep"]["status"] == "temporarily closed"
    assert [each["valid_from"] for each in found["yan"]["schedules"]][:2] == ["2026-01-01", "2026-04-01"]
    ids = [each["id"] for each in services()]
    assert ids == [each["id"] for each in services()]
    assert len(set(ids)) == 4


def services() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(stations_hsds(city().data()))
    return found


def test_the_date_of_the_data_is_the_newest_day_that_has_been() -> None:
    assert data_date(city().data()) == date(2026, 3, 2)
    assert data_date(city().station("soon", opened="2026-12-01").data()) == date(2026, 3, 2)
    assert data_date(City().station("undated").data()) is None


def test_the_index_is_small_and_its_name_follows_its_content() -> None:
    text = station_index(city().data())
    found = json.loads(text)
    names = [row[1] for row in found["stations"]]
    assert names.index("䶮村站") >= 0
    letters = {row[0]: row[13] for row in found["stations"]}
    assert (letters["binhe"], letters["yan"]) == ("bhsqzyfwz", "ycz")
    assert found["streets"][0][:3] == ["binhe", "滨河街道", "bhjd"]
    assert [each["weeks"] is None for each in found["hours"]] == [False] * len(found["hours"])
    other = station_index(city().station("new").data())
    assert index_address(text) == index_address(station_index(city().data())) != index_address(other)


def test_two_thousand_stations_are_a_file_of_modest_size() -> None:
    many = City()
    for number in range(2000):
        many.station(f"s-{number}", name=f"第{number}社区志愿服务站", hours="Mo-Fr 08:30-17:30", phone="0000-8800000")
    assert len(station_index(many.data()).encode()) < 400_000


@pytest.mark.parametrize(
    ("text", "letters"),
    [("单家庄村", "sjzc"), ("六安路社区", "lalsq"), ("重庆路", "cql"), ("AED 24 小时驿站🙂", "aed24xsyz"), ("", "")],
)
def test_initials_of_names_that_a_dictionary_misreads(text: str, letters: str) -> None:
    assert pinyin_initials(text, {}) == letters


def test_the_coverage_sheet_lists_every_community() -> None:
    found = {row["名称"]: row for row in rows(coverage_csv(city().data()))}
    assert (found["滨河社区"]["正常服务的站点"], found["滨河社区"]["站点名称"]) == ("有", "滨河社区志愿服务站")
    assert (found["堤北社区"]["正常服务的站点"], found["山前村"]["类别"]) == ("无", "行政村")


def view_at(city: City, address: str, today: date = date(2026, 3, 12)) -> dict[str, Any]:
    return next(page for page in site_pages(city.data(today), SITE) if page.address == address).make_view()


def test_coverage_is_held_against_its_goals() -> None:
    where = {"coverage_deadline": "2026-12-31", "coverage_target_rural": 50}
    city = City(**where).community("000001001001", "滨河社区").community("000001001002", "堤北社区")
    city.community("000001002201", "山前村", street="shanqian", area="rural").station("one", community="000001001001")
    goals = [goal["text"] for goal in view_at(city, "coverage/")["goals"]]
    assert goals == [
        "到2026年12月31日城市社区全部有站点：还差 1 个社区，还有 294 天。",
        "到2026年12月31日行政村覆盖 50%：还差 1 个村，还有 294 天。",
    ]
    late = view_at(city, "coverage/", date(2027, 1, 1))["goals"]
    assert late[0]["text"].endswith("还差 1 个社区，期限已过。")
    city.station("two", community="000001001002").station("three", community="000001002201", area="rural")
    assert [goal["reached"] for goal in view_at(city, "coverage/")["goals"]] == [True, True]
    assert view_at(city, "coverage/")["missing"] == []


def test_a_standard_grows_stale() -> None:
    city = City(standards_stale_months=6).station(
        "a", standards={"marks": "2025-09-12", "records": "2025-09-11"}, hours="Mo-Fr 08:30-17:30"
    )
    view = view_at(city, "stations/a/")
    assert [line["state"] for line in view["standards"]] == ["never", "verified", "stale", "never"]
    assert json.loads(view["opening"])["weeks"]["periods"][0][2][0] == [510, 1050]
    last_of_february = view_at(City(standards_stale_months=1).station("a"), "stations/a/", date(2026, 3, 31))
    assert {line["state"] for line in last_of_february["standards"]} == {"never"}


def test_a_long_directory_is_split_by_district_and_loses_nobody() -> None:
    city = City()
    for number in range(WHOLE + 1):
        city.station(f"s-{number:04d}", name=f"站{number:04d}")
    city.station("far", district="wangshan", street="shanqian", area="rural")
    pages = {page.address: page for page in site_pages(city.data(), SITE) if "stations/" in page.address}
    groups = pages["stations/"].make_view()["groups"]
    assert [(group["count"], group["stations"]) for group in groups] == [(WHOLE + 1, []), (1, [])]
    assert groups[0]["page"] == "/volunteer/districts/qinghe/stations/"
    listed = [
        card["id"]
        for address, page in pages.items()
        if address.startswith("districts/")
        for card in page.make_view()["stations"]
    ]
    assert len(listed) == len(set(listed)) == WHOLE + 2
    assert "districts/qinghe/stations/page/2/" in pages
    assert pages["stations/far/"].make_view()["crumbs"][2]["url"] == "/volunteer/districts/wangshan/stations/"


def test_the_directory_links_to_files_that_are_made(tmp_path: Path) -> None:
    data = city().data()
    view = next(page for page in site_pages(data, SITE) if page.address == "stations/").make_view()
    jobs = {output: job for job in site_jobs(data, tmp_path) for output in job.outputs}
    linked = [view["index"], *(file["url"] for file in view["open_data"]["files"])]
    for url in linked:
        output = url.removeprefix("/volunteer/")
        jobs[output].run(tmp_path, tmp_path, jobs[output].args)
        assert (tmp_path / output).stat().st_size > 0
