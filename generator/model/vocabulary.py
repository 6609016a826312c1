"""Registers that entries refer to: places, organisations, categories, honours."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from .fields import (
    CategoryRef,
    Code12,
    Day,
    DistrictRef,
    Line,
    MonthDay,
    Phone,
    Record,
    Slug,
    StreetRef,
    Switch,
    Text,
    WebAddress,
    about,
)
from .parts import Area, Contact, Team


class District(Record):
    """区县"""

    id: Slug = about("编号", "", "chengdong")
    name: Line = about("名称", "", "城东区")
    functional: Switch = about("功能区", "高新区、经开区等不是行政区的写 true", False, default=False)
    intro: Text | None = about("简介", default=None)


class Street(Record):
    """街道／乡镇"""

    id: Slug = about("编号", "", "renmin-lu")
    name: Line = about("名称", "", "人民路街道")
    district: DistrictRef = about("区县", "", "chengdong")


class Community(Record):
    """社区和行政村：覆盖率的分母"""

    code: Code12 = about("区划代码", "12 位，加引号", "000001001001")
    name: Line = about("名称", "", "人民路社区")
    street: StreetRef = about("街道／乡镇", "", "renmin-lu")
    area: Area = about("城乡", "urban 社区、rural 行政村，由单位认定", "urban")

    @property
    def id(self) -> str:
        """The code, which is what entries refer to."""
        return self.code


class Organisation(Record):
    """组织单位"""

    id: Slug = about("编号", "", "volunteer-centre")
    name: Line = about("名称", "", "示例市志愿服务中心")
    kind: Line | None = about("性质", "", "事业单位", default=None)
    district: DistrictRef | None = about("区县", "", default=None)
    intro: Text | None = about("简介", "它做什么，一两段话", default=None)
    services: tuple[CategoryRef, ...] = about("服务类别", "经常做的服务，编号见 content/categories.yaml", default=())
    teams: tuple[Team, ...] = about("志愿服务队", default=())
    phone: Phone | None = about("电话", "办公电话", "0000-8801200", default=None)
    contacts: tuple[Contact, ...] = about("联系岗位", "报名、咨询找哪个岗位", default=())
    hours: Line | None = about("办公时间", "", "工作日 8:30—17:30", default=None)
    address: Line | None = about("地址", "", "人民路 18 号", default=None)
    url: WebAddress | None = about("网址", "它自己的网站", default=None)
    keeps_records: Switch = about("记录时长", "为志愿者记录服务时长的单位写 true", False, default=False)
    certifies: Switch = about("出具证明", "出具志愿服务记录证明的单位写 true", False, default=False)
    records_desk: Contact | None = about("时长查询", "漏记、查询和开证明找哪个岗位；不写就用单位的电话", default=None)


class Category(Record):
    """服务类别"""

    id: Slug = about("编号", "", "mutual-aid")
    name: Line = about("名称", "", "邻里互助")
    intro: Text | None = about("说明", "", "邻里之间搭把手", default=None)
    notice_name: Line | None = about("通知原文用语", "与今天的叫法不同时填写", "扶贫助残", default=None)


class Honour(Record):
    """荣誉"""

    id: Slug = about("编号", "", "model-volunteer")
    name: Line = about("名称", "", "最美志愿者")
    level: Line | None = about("级别", "", "市级", default=None)
    granted_by: Line | None = about("授予单位", "", default=None)
    series: Line | None = about("系列", "几项荣誉合称什么", "学雷锋志愿服务“四个100”先进典型", default=None)
    intro: Text | None = about("说明", "授给谁、几年评一次", "每年三月公布，授给长期服务的个人。", default=None)


class StationKind(Record):
    """站点类型"""

    id: Slug = about("编号", "", "community-station")
    name: Line = about("名称", "", "社区志愿服务站")


class HolidayKind(StrEnum):
    """Whether people are off on an ordinary workday, or work on a day that is otherwise off."""

    HOLIDAY = "holiday"
    WORKDAY = "workday"

    @property
    def label(self) -> str:
        """Its Chinese name."""
        return {"holiday": "放假", "workday": "调休上班"}[self.value]


class Holiday(Record):
    """放假与调休：每年按国务院办公厅的通知录入，开放时间据此判断"""

    date: Day = about("日期", "一天一条", "2026-02-15")
    name: Line = about("名称", "", "春节")
    kind: HolidayKind = about("安排", "holiday 放假、workday 调休上班", "holiday")

    @property
    def id(self) -> str:
        """The day, which no two records share."""
        return self.date.isoformat()


class KeyDate(Record):
    """重要日子：活动日历上每年都有的日子"""

    id: Slug = about("编号", "", "volunteer-day")
    name: Line = about("名称", "", "国际志愿者日")
    day: MonthDay | None = about("日期", "公历的月-日；一段日子写第一天", "12-05", default=None)
    last: MonthDay | None = about("到哪一天", "一段日子的最后一天，公历的月-日；只有一天就不写", "12-07", default=None)
    lunar: MonthDay | None = about(
        "农历", "按农历过的日子写农历的月-日，不写 day；每年是公历哪一天由程序换算", "09-09", default=None
    )
    intro: Line | None = about("说明", "一句话：这一天是什么日子", "1985 年由联合国大会确定。", default=None)


class Synonym(Record):
    """同义词：读者搜索其中一个，也会找到写着另一个的内容"""

    word: Line = about("词", "读者可能会打的词", "学雷锋月")
    same: Annotated[tuple[Line, ...], Field(min_length=1)] = about("也叫", "意思一样的词，可以几个", ["学雷锋活动月"])

    @property
    def id(self) -> str:
        """The word, which no two records share."""
        return self.word

    @property
    def name(self) -> str:
        """What messages call it."""
        return self.word


class Usage(Record):
    """用语：稿件里出现就提醒的词，换成什么，为什么"""

    term: Annotated[str, StringConstraints(min_length=2, max_length=30, pattern=r"^\S+$")] = about(
        "用语", "照稿件里会出现的样子写，两个字以上，中间没有空格", "残废人"
    )
    instead: Line | None = about("改成", "几种写法都可以的，用顿号隔开；要看情况改的不写", "残疾人", default=None)
    why: Line = about("为什么", "写给编辑看的一句话", "含有贬损的意思")
    source: Line = about(
        "依据", "法律、标准、通知的名称和条款；本单位自己的习惯写“本站用法”", "中华人民共和国残疾人保障法第三条"
    )
    careful: Switch = about("慎用", "要看上下文、有时可以用的写 true：只作建议，不算警告", False, default=False)
    unless: tuple[Line, ...] = about("不算", "出现在这些更长的说法里时不提醒", ["残废军人证"], default=())

    @property
    def id(self) -> str:
        """The term, which no two records share."""
        return self.term

    @property
    def name(self) -> str:
        """What messages call it."""
        return self.term
