"""Groups of keys that several kinds of entry share."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from .fields import (
    Amount,
    CategoryRef,
    Count,
    Day,
    EntryPath,
    FileName,
    Headline,
    Line,
    Moment,
    Phone,
    Record,
    Summary,
    Switch,
    Text,
    WebAddress,
    about,
)
from .review_stages import Sensitive
from .submission import Submission

Categories = Annotated[tuple[CategoryRef, ...], Field(min_length=1, max_length=3)]


class Into(StrEnum):
    """The notice's three "goes-into"."""

    COMMUNITY = "community"
    FAMILY = "family"
    VIEW = "view"

    @property
    def label(self) -> str:
        """Its Chinese name."""
        return {"community": "走进社区", "family": "走进家庭", "view": "走进视野"}[self.value]


class Area(StrEnum):
    """Urban or rural, as declared by the office (a committee's type is not its urban class)."""

    URBAN = "urban"
    RURAL = "rural"

    @property
    def label(self) -> str:
        """Its Chinese name."""
        return {"urban": "城市", "rural": "农村"}[self.value]


class Rights(StrEnum):
    """What others may do with an entry."""

    REPRINT = "reprint"
    ASK = "ask"
    NONE = "none"

    @property
    def label(self) -> str:
        """The rule as a plain sentence."""
        return {
            "reprint": "注明来源和作者即可转载，不得改变原意",
            "ask": "转载请先与本站联系",
            "none": "请勿转载",
        }[self.value]


class Consent(Record):
    """Where a consent is kept. The paper itself never enters the repository."""

    reference: Line = about("授权编号", "同意书的编号；同意书原件由单位保管，不放进仓库", "SQ-2026-0031")
    guardian: Switch = about("监护人签署", "未满 14 周岁须由监护人签署", True, default=False)
    reuse: Switch = about(
        "可供转载", "同意书写明可以转给其他媒体使用的，写 true；不写，图片就不进媒体资料包", True, default=False
    )
    expires: Day | None = about("授权到期日", "过了这一天图片自动不能再用", "2027-03-05", default=None)


class Photo(Record):
    """A picture beside the entry."""

    file: FileName = about("文件名", "和 index.md 放在同一文件夹的图片", "photo-1.jpg")
    alt: Line | None = about(
        "替代文字", "看不见图片的人听到的描述：画面里有什么", "巷口，志愿者蹲着给老人修自行车", default=None
    )
    caption: Line | None = about("图片说明", "印在图片下面的一句话", "3月6日下午，巷口的修车摊", default=None)
    credit: Line | None = about("摄影／作者", "谁拍的、谁画的", "李四", default=None)
    minor: Switch = about("有未成年人", "画面里能认出未成年人时写 true，并填 consent", False, default=False)
    consent: Consent | None = about("肖像授权", "授权编号和到期日", default=None)
    ai: Switch = about("人工智能生成", "由人工智能生成或合成的图片写 true，页面上会标明", False, default=False)
    site_only: Switch = about("仅限本站", "只许本站使用的图片写 true，不进媒体资料包", False, default=False)


class Spoken(Record):
    """What somebody says in a video."""

    who: Line = about("谁", "说话的人；旁白写“旁白”", "何玉梅")
    text: Text = about("说了什么", "照原话写，一段一条", "烫着等，不如温着等。")


class Video(Record):
    """A video on a platform for videos: films do not belong into a repository, nor players of others into our pages."""

    url: WebAddress = about("视频网址", "横版；以 https:// 开头", "https://video.example/0001")
    portrait_url: WebAddress | None = about(
        "竖版网址", "手机上竖着看的一版", "https://video.example/0002", default=None
    )
    title: Line = about("视频标题", "", "修车摊的一天")
    length: Annotated[str, StringConstraints(pattern=r"^([0-9]{1,2}:)?[0-5]?[0-9]:[0-5][0-9]$")] | None = about(
        "时长", "写成“分:秒”，冒号是英文的，如 3:25", "3:25", default=None
    )
    credit: Line | None = about("拍摄", "谁拍的、谁剪的", "李四", default=None)
    subtitles: FileName | None = about(
        "字幕文件", "和 index.md 放在同一文件夹的 .vtt 文件", "subtitles.vtt", default=None
    )
    said: tuple[Spoken, ...] = about("文字稿", "视频里谁说了什么；听不见、不方便放声音的人靠它", default=())
    site_only: Switch = about("仅限本站", "只许本站使用的视频写 true，不进媒体资料包", False, default=False)
    consent: Consent | None = about(
        "出镜授权", "写了 reuse: true 的视频才进媒体资料包；到期以后，页面上不再显示", default=None
    )

    def is_shown(self, today: date) -> bool:
        """Whether whoever can be seen in it still agrees to that."""
        return self.consent is None or self.consent.expires is None or today <= self.consent.expires

    def may_be_passed_on(self, today: date) -> bool:
        """Whether others may use it: a film holds faces and voices, so it needs a consent that says so."""
        return not self.site_only and self.consent is not None and self.consent.reuse and self.is_shown(today)


class Source(Record):
    """Where a republished text first appeared."""

    name: Line = about("来源", "首发媒体或单位", "示例日报")
    url: WebAddress | None = about("原文网址", "转载时必填，便于核对", "https://news.example/2026/0306", default=None)


class Correction(Record):
    """A mistake mended after publication, shown to readers with its date."""

    date: Day = about("更正日期", "", "2026-03-08")
    text: Text = about("更正内容", "原来写错了什么、现在改成什么", "原文“服务 300 小时”应为“服务 130 小时”。")


class Withdrawal(Record):
    """An entry taken back after publication: readers find a dated notice at its address, and nothing of it elsewhere."""

    date: Day = about("撤回日期", "哪一天撤回的，不能写将来的日期", "2026-03-10")
    reason: Line = about("撤回原因", "写给读者看的一句话；不要再写出被撤回的内容", "文中的时长与台账不符，核实后另发。")


class Suppression(Record):
    """Switches one rule off for one entry; a reason is required."""

    rule: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]+$")] = about("规则编号", "", "photo-too-small")
    reason: Line = about("理由", "为什么这里可以例外", "历史照片，只有这一份扫描件")


class MigratedFrom(Record):
    """Where content from before this system came from."""

    url: WebAddress = about("原网址", "", "https://old.example/a/123.html")
    date: Day = about("原发布日期", "", "2023-03-05")


class Hours(Record):
    """A claim of hours, never without its date and source."""

    value: Amount = about("小时数", "", 128)
    as_of: Day = about("截至日期", "这个数字是哪一天的", "2026-02-28")
    source: Line = about("数据来源", "哪个系统或哪份记录", "示例市志愿服务记录台账")


class Contact(Record):
    """Somebody to call, by role and never by private name or mobile number."""

    role: Line = about("岗位", "写岗位，不写个人姓名", "站点值班岗")
    phone: Phone = about("电话", "办公电话，不要写个人手机号", "0000-8801234")


class MediaFile(Record):
    """A file that readers or newspapers may download."""

    file: FileName = about("文件名", "", "plan.pdf")
    title: Line = about("名称", "", "活动方案")


class Team(Record):
    """A team at a station, as a team and a number, never a list of persons."""

    name: Line = about("名称", "", "人民路服务队")
    members: Count | None = about("人数", "", 24, default=None)


class Published(Record):
    """The keys that every entry with a page of its own shares."""

    summary: Summary | None = about(
        "摘要", "一两句话，列表和分享时显示，不超过 200 字", "谁家的车坏了，推到巷口就有人修。", default=None
    )
    photos: tuple[Photo, ...] = about("图片", "每张图片一条", default=())
    cover: FileName | None = about("题图", "列表里用哪张图；不写就用第一张", "photo-1.jpg", default=None)
    draft: Switch = about("草稿", "写 true 时不公开", False, default=False)
    embargo: Moment | None = about("禁发至", "到这一刻才公开", "2026-03-05 08:00", default=None)
    expires: Day | None = about("下线日期", "从这一天起不再公开", "2027-03-05", default=None)
    corrections: tuple[Correction, ...] = about("更正", "发布后改正的错误", default=())
    withdrawn: Withdrawal | None = about(
        "撤回", "公开过又不能再公开的，填撤回日期和原因：原网址只留一则说明，别处都不再出现", default=None
    )
    aliases: tuple[EntryPath, ...] = about(
        "曾用路径", "文件夹改名前的路径，旧网址因此不会失效", ["stories/2026/bike-repair-old"], default=()
    )
    submission: Submission | None = about(
        "来稿", "区县、单位报送的稿件填：谁报的、哪天收到、用没用。读者看不到", default=None
    )
    migrated_from: MigratedFrom | None = about("迁移自", "旧网站迁来的内容填原网址和日期", default=None)
    sensitive: tuple[Sensitive, ...] = about(
        "敏感内容",
        "minors 未成年人、leaders 领导、accidents 事故、honours 荣誉评选：启用审核时另加分管领导签批",
        ["minors"],
        default=(),
    )
    suppress: tuple[Suppression, ...] = about("例外", "对这一条内容关掉某条规则，必须写理由", default=())


class Titled(Published):
    """A published entry that has a headline."""

    title: Headline = about("标题", "最多 80 字", "巷口的修车摊")
