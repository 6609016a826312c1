"""志愿人物: a person, a family or a group, portrayed."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from generator.model.fields import (
    CategoryRef,
    DistrictRef,
    FileName,
    HonourRef,
    Line,
    Moment,
    Name,
    OrganisationRef,
    Record,
    StationRef,
    Switch,
    Year,
    about,
)
from generator.model.parts import Hours, Published, Rights


class ProfileKind(StrEnum):
    """Who is portrayed."""

    PERSON = "person"
    FAMILY = "family"
    GROUP = "group"
    ORGANISATION = "organisation"
    PROJECT = "project"
    COMMUNITY = "community"

    @property
    def label(self) -> str:
        """Its Chinese name."""
        return {
            "person": "志愿者",
            "family": "志愿家庭",
            "group": "志愿服务队",
            "organisation": "志愿服务组织",
            "project": "志愿服务项目",
            "community": "志愿服务社区",
        }[self.value]


class Award(Record):
    """One honour that somebody received."""

    honour: HonourRef = about("荣誉", "编号见 content/honours.yaml", "model-volunteer")
    year: Year = about("年份", "", 2025)
    document: Line | None = about("文号", "", "某文明办〔2025〕0 号", default=None)


class Milestone(Record):
    """One line of a timeline."""

    when: Line = about("时间", "年份或年月", "2019 年春")
    text: Line = about("经历", "", "在家门口支起第一张写字的小桌")


class Profile(Published):
    """志愿人物"""

    name: Name = about("姓名", "姓名或化名；集体写名称", "张三")
    alias_used: Switch = about("化名", "用的是化名时写 true，页面会注明", False, default=False)
    kind: ProfileKind = about(
        "类别", "person 个人、family 家庭、group 服务队、organisation 组织、project 项目、community 社区", "person"
    )
    one_line: Line = about("一句话", "一句话介绍", "退休教师，教邻居写了六年毛笔字")
    portrait: FileName | None = about("肖像", "图片文件名", "portrait.jpg", default=None)
    honours: tuple[Award, ...] = about("荣誉", default=())
    since: Year | None = about("从哪年开始", "", 2019, default=None)
    hours: Hours | None = about("服务时长", "必须写明截至日期和来源", default=None)
    skills: tuple[Line, ...] = about("专长", "", ["书法", "写春联"], default=())
    categories: Annotated[tuple[CategoryRef, ...], Field(max_length=3)] = about(
        "服务类别", "", ["mutual-aid"], default=()
    )
    district: DistrictRef = about("区县", "", "chengdong")
    station: StationRef | None = about("志愿服务站", "", default=None)
    organisation: OrganisationRef | None = about("所属组织", "", default=None)
    quotation: Line | None = about("一句话语录", "", "能帮一把是一把。", default=None)
    timeline: tuple[Milestone, ...] = about("经历", default=())
    date: Moment = about("发布日期", "", "2026-03-01")
    rights: Rights = about("转载许可", "reprint 注明来源可转载、ask 先联系、none 不许转载", "ask", default=Rights.ASK)
    media: Switch | None = about(
        "媒体资料包", "写 true 就生成一份供媒体下载的资料包，写 false 不生成；不写按站点设置", True, default=None
    )
