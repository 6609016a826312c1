"""What makes a site this city's site: names, contacts, limits. Read from ``content/settings.yaml``."""

from __future__ import annotations

from enum import StrEnum
from math import inf
from typing import Annotated

from pydantic import Field, StringConstraints, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from .fields import (
    Count,
    Day,
    Degrees,
    DistrictRef,
    FileName,
    Line,
    Phone,
    Record,
    StoryRef,
    Switch,
    Text,
    WebAddress,
    about,
)


class Box(Record):
    """The rectangle, in WGS-84 degrees, in which the city's stations lie."""

    west: Degrees = about("西界经度", "", 112.5)
    south: Degrees = about("南界纬度", "", 27.5)
    east: Degrees = about("东界经度", "", 113.5)
    north: Degrees = about("北界纬度", "", 28.5)

    @field_validator("east")
    @classmethod
    def _east_of_west(cls, east: float, known: ValidationInfo) -> float:
        if east <= known.data.get("west", -inf):
            raise PydanticCustomError("zoujin_order", "东界要大于西界", {"other": "西界经度（west）"})
        return east

    @field_validator("north")
    @classmethod
    def _north_of_south(cls, north: float, known: ValidationInfo) -> float:
        if north <= known.data.get("south", -inf):
            raise PydanticCustomError("zoujin_order", "北界要大于南界", {"other": "南界纬度（south）"})
        return north


class Reading(Record):
    """How a name is read where a dictionary would get it wrong."""

    text: Line = about("文字", "", "六安")
    pinyin: Annotated[str, StringConstraints(pattern=r"^[a-zü]+( [a-zü]+)*$")] = about(
        "拼音", "小写，不标声调，一字一个音节，用空格隔开", "lu an"
    )


class IntoIntros(Record):
    """What stands at the head of the notice's three sections."""

    community: Text = about("走进社区", "", default="城乡社区里的志愿服务：站点、队伍和邻里互助，发生在家门口。")
    family: Text = about("走进家庭", "", default="一个人带动一家人：志愿家庭、亲子活动和家风故事。")
    view: Text = about("走进视野", "", default="看得见的榜样：先进人物、服务品牌和重要节点的集中展示。")


class KitKind(StrEnum):
    """The kinds of entry that may have a media kit."""

    STORY = "story"
    PROFILE = "profile"
    CAMPAIGN = "campaign"
    FEATURE = "feature"

    @property
    def label(self) -> str:
        """Its Chinese name."""
        return {"story": "志愿故事", "profile": "志愿人物", "campaign": "主题活动", "feature": "专题"}[self.value]


class KitDefaults(Record):
    """Which entries have a media kit without saying so themselves."""

    kinds: tuple[KitKind, ...] = about(
        "默认生成的种类",
        "story 志愿故事、profile 志愿人物、campaign 主题活动、feature 专题；不写就只有写了 media: true 的才生成",
        ["feature"],
        default=(),
    )
    months: Annotated[int, Field(ge=1, le=1200)] | None = about(
        "默认生成的期限", "月数；发布超过这么久的不再默认生成，写了 media: true 的不受限制", 12, default=None
    )


class FooterItems(Record):
    """Items a public site must carry; each is left out when it is not configured."""

    organiser: Line | None = about("主办单位", "", "示例市志愿服务中心", default=None)
    contact: Line | None = about("联系方式", "", "0000-8801234", default=None)
    site_code: Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z]{10}$")] | None = about(
        "网站标识码", "10 位", default=None
    )
    icp: Line | None = about("ICP 备案号", default=None)
    police: Line | None = about("公安备案号", default=None)
    report_error: WebAddress | None = about("“找错”网址", default=None)


class Settings(Record):
    """站点设置"""

    city: Line = about("城市", "", "示例市")
    site_name: Line = about("站名", "", "示例志愿")
    tagline: Line | None = about("副题", "", "走进社区，走进家庭，走进视野", default=None)
    description: Text = about("站点介绍", "搜索引擎显示的介绍", "示例市学雷锋志愿服务宣传网站")
    footer: FooterItems = about("页脚", default=FooterItems())
    sample_notice: Line | None = about("示例声明", "示例站点在页脚声明内容为虚构", "本站内容均为虚构。", default=None)
    press_phone: Phone | None = about("媒体联系电话", "办公电话", "0000-8801234", default=None)
    press_office: Line | None = about("媒体联系的部门", "写部门，不写人名", "宣传部", default=None)
    press_hours: Line | None = about("媒体联系的时间", "什么时候有人接", "工作日8:30—17:30", default=None)
    page_size: Annotated[int, Field(ge=5, le=100)] = about("每页条数", "", 30, default=30)
    today: Day | None = about("固定日期", "只用于演示：把“今天”固定在这一天", "2026-03-12", default=None)
    coordinates_box: Box | None = about("坐标范围", "站点坐标应落在这个范围内（WGS-84）", default=None)
    photo_min_width: Count = about("题图最小宽度", "像素", 1200, default=1200)
    district_order: tuple[DistrictRef, ...] = about("区县顺序", "不写就按 districts.yaml 的顺序", default=())
    readings: tuple[Reading, ...] = about("读音", "地名、姓氏的特殊读音，拼音首字母查找时用", default=())
    coverage_deadline: Day | None = about("全覆盖期限", "到哪一天城市社区都要有站点", "2026-12-31", default=None)
    coverage_target_rural: Annotated[int, Field(ge=0, le=100)] | None = about(
        "行政村覆盖目标", "到期限那天的百分比；没有定目标就不写", 60, default=None
    )
    standards_stale_months: Annotated[int, Field(ge=1, le=120)] = about(
        "核验有效期", "月数；四项标准的核验超过这么久，页面会注明“待复核”", 12, default=12
    )
    page_review_months: Annotated[int, Field(ge=1, le=120)] = about(
        "固定页面核对周期", "月数；固定页面超过这么久没有核对，检查时会提醒", 12, default=12
    )
    share_pictures: Switch = about(
        "生成分享图",
        "转发到微信、微博时显示的图片（1200×630）：有照片的裁切照片，没有的把标题排在题图上",
        True,
        default=True,
    )
    share_font: FileName | None = about(
        "分享图字体",
        "放在 content 文件夹里的字体文件（otf、ttf、ttc）；不写就用系统里的思源宋体，都没有时分享图只有图案",
        "SourceHanSerifSC-Bold.otf",
        default=None,
    )
    rights_url: WebAddress | None = about(
        "图片使用条款网址",
        "写进图片文件和搜索引擎读的数据，说明怎样可以使用本站图片",
        "https://www.example.org/terms/",
        default=None,
    )
    licensor_url: WebAddress | None = about(
        "申请图片授权的网址", "同上；想使用图片的人从这里联系", "https://www.example.org/contact/", default=None
    )
    open_data_licence: Line | None = about("开放数据许可", "不写就用“可免费使用，请注明来源和数据日期”", default=None)
    media_kits: KitDefaults = about("媒体资料包", "哪些内容默认生成供媒体下载的资料包", default=KitDefaults())
    into: IntoIntros = about("三个走进", "三个栏目各自的介绍，不写就用通用的", default=IntoIntros())
    lead_story: StoryRef | None = about("头条", "首页头条的故事；不写就用最新的", "bike-repair", default=None)
