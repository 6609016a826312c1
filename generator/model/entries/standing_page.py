"""固定页面: what readers look up again and again, written once and reviewed from time to time."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from generator.model.fields import Count, Moment, about
from generator.model.parts import Titled


class PagePlace(StrEnum):
    """Among which links a page stands: the services on the home page, and the groups of the footer."""

    SERVICE = "service"
    ABOUT = "about"
    CHARTER = "charter"

    @property
    def label(self) -> str:
        """The group's Chinese name."""
        return {"service": "服务", "about": "本站", "charter": "公约"}[self.value]


class PageBlock(StrEnum):
    """A list that the program keeps up to date and sets beside a page's own text."""

    EMERGENCY = "emergency"
    STATIONS_BY_SERVICE = "stations-by-service"
    STATIONS_BY_DISTRICT = "stations-by-district"
    ACTIVITIES = "activities"
    ORGANISATIONS = "organisations"
    CHARTERS = "charters"
    PRESS = "press"
    KITS = "kits"
    CAMPAIGN = "campaign"
    FIGURES = "figures"
    PHOTOS = "photos"
    BRAND = "brand"
    NOTICES = "notices"
    BRIEFINGS = "briefings"
    REPORTS = "reports"
    FEATURES = "features"
    FEEDS = "feeds"
    OPEN_DATA = "open-data"

    @property
    def label(self) -> str:
        """What it shows, in Chinese."""
        return _BLOCKS[self]


_BLOCKS = {
    PageBlock.EMERGENCY: "紧急电话（总在正文前面）",
    PageBlock.STATIONS_BY_SERVICE: "按服务找站点和电话",
    PageBlock.STATIONS_BY_DISTRICT: "按区县找站点和电话",
    PageBlock.ACTIVITIES: "近期活动",
    PageBlock.ORGANISATIONS: "记录时长、出具证明的单位",
    PageBlock.CHARTERS: "全部公约",
    PageBlock.PRESS: "媒体联系和转载要求",
    PageBlock.KITS: "媒体资料包",
    PageBlock.CAMPAIGN: "正在进行的主题活动的新闻素材",
    PageBlock.FIGURES: "可以引用的数字和来源",
    PageBlock.PHOTOS: "可以转载的图片",
    PageBlock.BRAND: "站徽和站名的文件",
    PageBlock.NOTICES: "更正和撤稿",
    PageBlock.BRIEFINGS: "采访线索和采访邀请",
    PageBlock.REPORTS: "媒体报道",
    PageBlock.FEATURES: "专题",
    PageBlock.FEEDS: "订阅地址",
    PageBlock.OPEN_DATA: "开放数据",
}

MenuName = Annotated[str, StringConstraints(min_length=1, max_length=8, pattern=r"^[^\x00-\x1f\x7f]*$")]
"""A name short enough for a button: at most 8 characters."""

MenuHint = Annotated[str, StringConstraints(min_length=1, max_length=24, pattern=r"^[^\x00-\x1f\x7f]*$")]
"""What stands below it: at most 24 characters."""


class StandingPage(Titled):
    """固定页面"""

    date: Moment = about("更新日期", "最近一次核对或修改全文的日期", "2026-03-02")
    place: PagePlace = about(
        "放在哪里",
        "service 首页的服务条和页脚的“服务”、about 页脚的“本站”、charter 页脚的“公约”",
        "service",
    )
    menu: MenuName | None = about("菜单里的名称", "服务条和页脚里用，最多 8 字；不写就用标题", "我要参加", default=None)
    hint: MenuHint | None = about(
        "菜单里的一句话", "服务条里名称下面的小字，最多 24 字", "报名、保险和未成年人的规定", default=None
    )
    order: Count = about("先后", "数字小的排在前面；“找服务站”占 30", 10, default=50)
    shows: tuple[PageBlock, ...] = about(
        "自动名单",
        "由程序随时更新、排在正文后面的内容："
        + "、".join(f"{block.value} {name.partition('（')[0]}" for block, name in _BLOCKS.items())
        + "；今天没有内容的不显示",
        ["stations-by-district"],
        default=(),
    )
