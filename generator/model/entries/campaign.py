"""主题活动: days under one theme, with a calendar."""

from __future__ import annotations

from enum import StrEnum

from generator.model.fields import ActivityRef, Clock, Day, Line, Moment, OrganisationRef, Record, Switch, about
from generator.model.parts import Rights, Titled


class ScheduleLine(Record):
    """One line of a campaign's calendar that is not an activity of its own."""

    date: Day = about("日期", "", "2026-03-05")
    start: Clock | None = about("开始", "", "09:00", default=None)
    end: Clock | None = about("结束", "", "11:00", default=None)
    title: Line = about("事项", "", "学雷锋纪念日集中服务")
    place: Line | None = about("地点", "", "人民广场", default=None)


class Recurs(StrEnum):
    """Whether a campaign comes again."""

    NO = "once"
    YEARLY = "yearly"

    @property
    def label(self) -> str:
        """Its Chinese name."""
        return {"once": "一次", "yearly": "每年"}[self.value]


class Campaign(Titled):
    """主题活动"""

    theme: Line = about("主题", "", "身边有雷锋，城市更温暖")
    start: Day = about("开始日期", "", "2026-03-01")
    end: Day = about("结束日期", "", "2026-03-31")
    recurs: Recurs = about("周期", "once 一次、yearly 每年", "yearly", default=Recurs.NO)
    activities: tuple[ActivityRef, ...] = about("活动", "content/activities 下的文件夹名", default=())
    schedule: tuple[ScheduleLine, ...] = about("日程", "没有单独建活动的日程写在这里", default=())
    organiser: OrganisationRef = about("主办单位", "", "volunteer-centre")
    safeguards: tuple[Line, ...] = about("安全保障", "", ["活动期间为志愿者购买保险"], default=())
    date: Moment = about("发布日期", "", "2026-02-25")
    rights: Rights = about(
        "转载许可", "reprint 注明来源可转载、ask 先联系、none 不许转载", "reprint", default=Rights.REPRINT
    )
    media: Switch | None = about(
        "媒体资料包", "写 true 就生成一份供媒体下载的资料包，写 false 不生成；不写按站点设置", True, default=None
    )
