"""The blocks of a feature page. Each says by ``block`` what it is; the first line of its docstring is its Chinese name.

A block that names nothing takes what the feature lists and no other block shows.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.model.fields import (
    ActivityRef,
    Amount,
    Day,
    FileName,
    Headline,
    Line,
    ProfileRef,
    Record,
    StoryRef,
    Text,
    about,
)

from .campaign import ScheduleLine

FIELD = "block"
"""The key that says which block it is."""


class Headed(Record):
    """The keys that blocks with a headline share."""

    title: Headline | None = about("小标题", "", "十点以前", default=None)
    intro: Text | None = about("引语", "小标题下面的一两句话", default=None)


class TextBlock(Record):
    """正文：正文放在这里；写几块就按 ## 小标题一段一段地放，最后一块放余下的"""

    block: Literal["text"] = about("版块", "", "text")


class LeadBlock(Headed):
    """头条：一篇故事，大图大标题"""

    block: Literal["lead"] = about("版块", "", "lead")
    story: StoryRef = about("故事", "stories 下的文件夹名", "bike-repair")


class StoriesBlock(Headed):
    """故事组：几篇故事"""

    block: Literal["stories"] = about("版块", "", "stories")
    stories: tuple[StoryRef, ...] = about(
        "故事", "stories 下的文件夹名；不写就放其余的故事", ["bike-repair"], default=()
    )


class PeopleBlock(Headed):
    """人物：一排人物的肖像"""

    block: Literal["people"] = about("版块", "", "people")
    people: tuple[ProfileRef, ...] = about(
        "人物", "content/profiles 下的文件夹名；不写就放其余的人物", ["zhang-san"], default=()
    )


class QuoteBlock(Record):
    """引文：一句放大的话"""

    block: Literal["quote"] = about("版块", "", "quote")
    text: Annotated[Text, Field(max_length=200)] = about("原话", "一两句，照原话写", "能帮一把是一把。")
    speaker: Line | None = about("说话的人", "", "修车摊的老李", default=None)
    story: StoryRef | None = about(
        "出自", "说这句话的那篇故事；故事不公开时，这句话也不显示", "bike-repair", default=None
    )


class Step(Record):
    """One line of a feature's timeline."""

    when: Line = about("时间", "年月日或钟点", "晚上十点五十二分")
    text: Text = about("事情", "", "末班车进站，小桌上的杯子翻了过来。")
    story: StoryRef | None = about("故事", "讲这件事的那篇；那篇不公开时，这一条也不显示", "bike-repair", default=None)


class TimelineBlock(Headed):
    """时间线：几件事，按先后排"""

    block: Literal["timeline"] = about("版块", "", "timeline")
    steps: tuple[Step, ...] = about("条目", "从早到晚，一件事一条", min_length=1)


class GalleryBlock(Headed):
    """图集：一组图片"""

    block: Literal["gallery"] = about("版块", "", "gallery")
    photos: tuple[FileName, ...] = about(
        "图片", "在 photos 里登记过的文件名；不写就放其余的图片", ["photo-1.jpg"], default=()
    )


class Figure(Record):
    """A number, never without its unit, date and source."""

    value: Amount = about("数字", "", 128)
    unit: Line = about("单位", "", "小时")
    what: Line = about("是什么", "", "志愿服务时长")
    as_of: Day = about("截至日期", "这个数字是哪一天的", "2026-02-28")
    source: Line = about("数据来源", "哪个系统或哪份记录", "示例市志愿服务记录台账")


class FiguresBlock(Headed):
    """数字：几个大数字，写明单位、日期和来源"""

    block: Literal["figures"] = about("版块", "", "figures")
    figures: tuple[Figure, ...] = about("数字", "", min_length=1, max_length=8)


class ScheduleBlock(Headed):
    """日程：几场活动，按日子排"""

    block: Literal["schedule"] = about("版块", "", "schedule")
    activities: tuple[ActivityRef, ...] = about(
        "活动", "content/activities 下的文件夹名；这一项和 lines 都不写，就放其余的活动", ["night-walk"], default=()
    )
    lines: tuple[ScheduleLine, ...] = about("日程", "没有单独建活动的写在这里", default=())


class FilesBlock(Headed):
    """文件：供下载的文件"""

    block: Literal["files"] = about("版块", "", "files")
    files: tuple[FileName, ...] = about(
        "文件", "在 files 里登记过的文件名；不写就放其余的文件", ["plan.pdf"], default=()
    )


Block = Annotated[
    TextBlock
    | LeadBlock
    | StoriesBlock
    | PeopleBlock
    | QuoteBlock
    | TimelineBlock
    | GalleryBlock
    | FiguresBlock
    | ScheduleBlock
    | FilesBlock,
    Field(discriminator=FIELD),
]
"""One block of a feature page."""
