"""志愿活动: the record that an activity leaves, before and after it."""

from __future__ import annotations

from enum import StrEnum

from pydantic import ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from generator.model.fields import (
    CampaignRef,
    Count,
    Day,
    DistrictRef,
    Line,
    Moment,
    OrganisationRef,
    Record,
    Sha256,
    StationRef,
    StreetRef,
    Switch,
    Text,
    WebAddress,
    about,
)
from generator.model.parts import Categories, Contact, Hours, Into, Titled


class ActivityStatus(StrEnum):
    """Whether an activity takes place."""

    PLANNED = "planned"
    CANCELLED = "cancelled"

    @property
    def label(self) -> str:
        """Its Chinese name."""
        return {"planned": "按计划", "cancelled": "已取消"}[self.value]


class SignUp(Record):
    """How to join an activity."""

    url: WebAddress | None = about("报名网址", "", "https://signup.example/0001", default=None)
    note: Line | None = about("报名说明", "", "到站点窗口或电话报名", default=None)
    deadline: Moment | None = about("报名截止", "", "2026-03-13 18:00", default=None)


class KeptRecord(Record):
    """Raw material that stays outside the repository: what, where, who keeps it."""

    what: Line = about("材料", "", "签到表")
    place: Line = about("存放处", "", "人民路社区志愿服务站档案柜 2 号")
    keeper: Line = about("保管岗位", "写岗位，不写姓名", "站点管理岗")
    sha256: Sha256 | None = about("校验值", "电子文件的 SHA-256", default=None)


class Outcome(Record):
    """What an activity leaves behind."""

    took_part: Count = about("参加人数", "志愿者人数", 12)
    served: Count | None = about("服务人数", "", 86, default=None)
    hours: Hours | None = about("服务时长", "", default=None)
    text: Text = about("活动小结", "两三句话", "当天共修好 37 件小家电。")
    kept: tuple[KeptRecord, ...] = about("原始材料", "签到表、原始视频等存在哪里、谁保管", default=())


class Activity(Titled):
    """志愿活动"""

    start: Moment = about("开始", "", "2026-03-14 09:00")
    end: Moment = about("结束", "", "2026-03-14 11:30")
    status: ActivityStatus = about(
        "状态", "planned 按计划、cancelled 已取消", "planned", default=ActivityStatus.PLANNED
    )
    into: Into = about("三个走进", "community 走进社区、family 走进家庭、view 走进视野", "community")
    categories: Categories = about("服务类别", "", ["household"])
    organiser: OrganisationRef = about("主办单位", "编号见 content/organisations.yaml", "volunteer-centre")
    co_organisers: tuple[OrganisationRef, ...] = about("协办单位", "", default=())
    team: Line | None = about("志愿服务队", "", "示例志愿服务队", default=None)
    district: DistrictRef = about("区县", "", "chengdong")
    street: StreetRef | None = about("街道／乡镇", "", default=None)
    station: StationRef | None = about("志愿服务站", "", default=None)
    place: Line = about("地点", "", "人民路社区志愿服务站一楼")
    audience: Line | None = about("面向", "", "人民路街道居民", default=None)
    ages: Line | None = about("年龄", "写给读者看的一句话", "8—14 岁，家长陪同", default=None)
    age_from: Count | None = about("最小年龄", "几岁起能参加，只写数字；读者按年龄筛选时用", 8, default=None)
    age_to: Count | None = about("最大年龄", "到几岁，只写数字；没有上限就不写", 14, default=None)
    family: Switch = about("亲子活动", "适合家长带孩子参加写 true", False, default=False)
    seniors: Switch = about("适合老年人", "步行少、不累、有座位等，适合老年人参加写 true", False, default=False)
    places: Count | None = about("名额", "", 30, default=None)
    taken: Count | None = about("已报名", "和 taken_on 一起写，页面才显示还剩几个名额", 12, default=None)
    taken_on: Day | None = about("报名数截至", "已报名人数是哪一天的", "2026-03-10", default=None)
    sign_up: SignUp | None = about("报名", default=None)
    contact: Contact | None = about("联系", default=None)
    campaign: CampaignRef | None = about("主题活动", "", default=None)
    outcome: Outcome | None = about("活动结果", "活动结束后填写", default=None)

    @field_validator("age_to")
    @classmethod
    def _not_below(cls, age_to: int | None, known: ValidationInfo) -> int | None:
        if age_to is not None and age_to < (known.data.get("age_from") or 0):
            raise PydanticCustomError("zoujin_order", "最大年龄小于最小年龄", {"other": "最小年龄（age_from）"})
        return age_to
