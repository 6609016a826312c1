"""志愿故事: a text about people, with pictures."""

from __future__ import annotations

from generator.model.fields import (
    ActivityRef,
    CampaignRef,
    DistrictRef,
    Line,
    Moment,
    OrganisationRef,
    ProfileRef,
    StationRef,
    StreetRef,
    Switch,
    about,
)
from generator.model.parts import Categories, Into, Rights, Source, Titled, Video


class Story(Titled):
    """志愿故事"""

    subtitle: Line | None = about("副标题", "", "——一位退休工人的十年", default=None)
    date: Moment = about("发布日期", "写成 2026-03-06 或 2026-03-06 08:30", "2026-03-06")
    into: Into = about("三个走进", "community 走进社区、family 走进家庭、view 走进视野", "community")
    categories: Categories = about("服务类别", "一至三个，编号见 content/categories.yaml", ["mutual-aid"])
    district: DistrictRef = about("区县", "编号见 content/districts.yaml", "chengdong")
    street: StreetRef | None = about("街道／乡镇", "编号见 content/streets.yaml", "renmin-lu", default=None)
    station: StationRef | None = about("志愿服务站", "编号见 stations.yaml", "renmin-lu-station", default=None)
    organisation: OrganisationRef | None = about("组织单位", "编号见 content/organisations.yaml", default=None)
    people: tuple[ProfileRef, ...] = about("人物", "content/profiles 下的文件夹名", ["zhang-san"], default=())
    activity: ActivityRef | None = about("相关活动", "content/activities 下的文件夹名", default=None)
    campaign: CampaignRef | None = about("主题活动", "content/campaigns 下的文件夹名", "lei-feng-2026", default=None)
    video: Video | None = about("视频", default=None)
    byline: Line = about("作者署名", "记者、通讯员姓名", "李四")
    source: Source | None = about("来源", "转载的稿件必填", default=None)
    rights: Rights = about(
        "转载许可", "reprint 注明来源可转载、ask 先联系、none 不许转载", "reprint", default=Rights.REPRINT
    )
    media: Switch | None = about(
        "媒体资料包", "写 true 就生成一份供媒体下载的资料包，写 false 不生成；不写按站点设置", True, default=None
    )
