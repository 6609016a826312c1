"""采访安排: what a newsroom needs to send somebody, in a lead (采访线索) or an invitation (采访邀请)."""

from __future__ import annotations

from pydantic import ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from generator.model.fields import Line, Moment, Phone, Record, Switch, about


class PressContact(Record):
    """Whom the media may call. A restricted contact is told to registered newsrooms on paper and never published."""

    who: Line = about("联系谁", "写岗位；限给媒体的可以写受访人的名字", "新闻宣传岗")
    phone: Phone = about("电话", "公开的写办公电话，不要写个人手机号", "0000-8801210")
    restricted: Switch = about(
        "限给媒体", "写 true 的不上网站，只印在 zoujin print briefing 做的采访单上", True, default=False
    )


class Briefing(Record):
    """When, where, what there is to see, and how to register."""

    start: Moment | None = about("开始", "采访邀请必填", "2026-03-14 09:00", default=None)
    end: Moment | None = about("结束", "", "2026-03-14 11:00", default=None)
    place: Line | None = about("地点", "采访邀请必填；写清从哪个门进、在哪里集合", "滨河公交驿站", default=None)
    offers: tuple[Line, ...] = about(
        "可以采访什么", "可以采访的人、可以拍的场面，一条一行", ["夜班司机和志愿者"], default=()
    )
    register_by: Moment | None = about("登记截止", "", "2026-03-13 17:00", default=None)
    hold_until: Moment | None = about("发稿时间", "约好在此之前不发稿的，写在这里", "2026-03-14 18:00", default=None)
    contacts: tuple[PressContact, ...] = about("媒体联系", "至少一个公开的办公电话", default=())

    @field_validator("end")
    @classmethod
    def _not_before(cls, end: object, known: ValidationInfo) -> object:
        start = known.data.get("start")
        if end is not None and (start is None or end < start):
            raise PydanticCustomError("zoujin_order", "结束早于开始", {"other": "开始（start）"})
        return end
