"""志愿服务站: a row of the station register."""

from __future__ import annotations

from enum import StrEnum

from generator.model.fields import (
    CategoryRef,
    CommunityRef,
    Day,
    Degrees,
    DistrictRef,
    Line,
    OrganisationRef,
    Phone,
    Record,
    Slug,
    StationKindRef,
    StreetRef,
    about,
)
from generator.model.parts import Area, Contact, Team


class Crs(StrEnum):
    """Coordinate reference systems in use in China."""

    WGS84 = "wgs84"
    GCJ02 = "gcj02"
    BD09 = "bd09"

    @property
    def label(self) -> str:
        """Its Chinese name, with who uses it."""
        return {"wgs84": "WGS-84（卫星定位）", "gcj02": "GCJ-02（高德、腾讯）", "bd09": "BD-09（百度）"}[self.value]


class Coordinates(Record):
    """A place on the map; the reference system is always stated."""

    lon: Degrees = about("经度", "", 113.0)
    lat: Degrees = about("纬度", "", 28.0)
    crs: Crs = about("坐标系", "wgs84、gcj02（高德、腾讯）、bd09（百度）", "gcj02")


class Standards(Record):
    """The notice's four standards, each with the day it was last verified; absent means not verified."""

    services_on_wall: Day | None = about("服务内容上墙", "最近核验日期", "2026-02-20", default=None)
    marks: Day | None = about("佩挂服务标识", "最近核验日期", default=None)
    records: Day | None = about("有活动记录", "最近核验日期", default=None)
    on_duty: Day | None = about("有人员提供服务", "最近核验日期", default=None)


class StationStatus(StrEnum):
    """Whether a station works."""

    OPEN = "open"
    SUSPENDED = "suspended"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        """Its Chinese name."""
        return {"open": "正常服务", "suspended": "暂停服务", "closed": "已撤销"}[self.value]


class Station(Record):
    """志愿服务站"""

    id: Slug = about("编号", "小写字母、数字和连字符，定了不再改", "renmin-lu-station")
    name: Line = about("名称", "", "人民路社区志愿服务站")
    kind: StationKindRef = about("类型", "编号见 content/station-kinds.yaml", "community-station")
    district: DistrictRef = about("区县", "", "chengdong")
    street: StreetRef = about("街道／乡镇", "", "renmin-lu")
    community: CommunityRef | None = about("社区代码", "12 位统计用区划代码，加引号", "000001001001", default=None)
    area: Area = about("城乡", "urban 城市、rural 农村（行政村），由单位认定", "urban")
    address: Line = about("地址", "", "人民路 18 号")
    phone: Phone | None = about("电话", "办公电话", "0000-8801234", default=None)
    hours: Line | None = about("开放时间", "opening_hours 写法", "Mo-Fr 08:30-17:30; Sa 09:00-12:00", default=None)
    coordinates: Coordinates | None = about("坐标", default=None)
    services: tuple[CategoryRef, ...] = about("服务内容", "服务类别编号", ["mutual-aid"], default=())
    on_duty: tuple[Contact, ...] = about("值班岗位", "", default=())
    teams: tuple[Team, ...] = about("志愿服务队", default=())
    organisation: OrganisationRef | None = about(
        "运行单位", "日常运行站点的单位或组织，编号见 content/organisations.yaml", "volunteer-centre", default=None
    )
    paired_with: tuple[OrganisationRef, ...] = about("结对单位", "", default=())
    standards: Standards = about("四项标准", "服务上墙、标识、记录、值守的最近核验日期", default=Standards())
    opened: Day | None = about("启用日期", "", "2024-05-10", default=None)
    status: StationStatus = about(
        "状态", "open 正常服务、suspended 暂停服务、closed 已撤销", "open", default=StationStatus.OPEN
    )
    note: Line | None = about("提示", "给来访者的一句话", "从菜市场东门上二楼", default=None)
    aliases: tuple[Slug, ...] = about("曾用编号", "改过编号的写旧编号", ["renmin-lu-station-old"], default=())
