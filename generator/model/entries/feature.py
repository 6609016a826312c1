"""专题: entries gathered under one heading, in blocks that an editor puts in order."""

from __future__ import annotations

from generator.model.fields import ActivityRef, CampaignRef, Line, Moment, ProfileRef, StoryRef, Switch, about
from generator.model.parts import MediaFile, Rights, Titled

from .feature_blocks import Block


class Feature(Titled):
    """专题"""

    date: Moment = about("发布日期", "", "2026-03-08")
    stories: tuple[StoryRef, ...] = about("故事", "stories 下的文件夹名，按此顺序显示", ["bike-repair"], default=())
    profiles: tuple[ProfileRef, ...] = about("人物", "", default=())
    activities: tuple[ActivityRef, ...] = about("活动", "", default=())
    campaign: CampaignRef | None = about("主题活动", "", default=None)
    files: tuple[MediaFile, ...] = about("文件", default=())
    blocks: tuple[Block, ...] = about(
        "版块",
        "页面从上到下放什么，一块一条；不写就按常用的样子排。上面列了、版块里没有放的，接在最后",
        default=(),
        max_length=40,
    )
    byline: Line | None = about("编辑署名", "", default=None)
    rights: Rights = about("转载许可", "", "reprint", default=Rights.REPRINT)
    media: Switch | None = about(
        "媒体资料包", "写 true 就生成一份供媒体下载的资料包，写 false 不生成；不写按站点设置", True, default=None
    )
