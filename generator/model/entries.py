"""The seven kinds of entry. Keys are English, values Chinese; these classes are the schema."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from .fields import (
    ActivityRef,
    CampaignRef,
    CategoryRef,
    Clock,
    CommunityRef,
    Count,
    Day,
    Degrees,
    DistrictRef,
    FileName,
    HonourRef,
    Line,
    Moment,
    Name,
    OrganisationRef,
    Phone,
    ProfileRef,
    Record,
    Sha256,
    Slug,
    StationKindRef,
    StationRef,
    StoryRef,
    StreetRef,
    Switch,
    Text,
    WebAddress,
    Year,
    about,
)
from .parts import Area, Contact, Hours, Into, Published, Rights, Source, Titled, Video

Categories = Annotated[tuple[CategoryRef, ...], Field(min_length=1, max_length=3)]


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
    ages: Line | None = about("年龄", "", "8—14 岁，家长陪同", default=None)
    family: Switch = about("亲子活动", "适合家长带孩子参加写 true", False, default=False)
    places: Count | None = about("名额", "", 30, default=None)
    taken: Count | None = about("已报名", "", 12, default=None)
    sign_up: SignUp | None = about("报名", default=None)
    contact: Contact | None = about("联系", default=None)
    campaign: CampaignRef | None = about("主题活动", "", default=None)
    outcome: Outcome | None = about("活动结果", "活动结束后填写", default=None)


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


class MediaFile(Record):
    """A file that readers or newspapers may download."""

    file: FileName = about("文件名", "", "plan.pdf")
    title: Line = about("名称", "", "活动方案")


class Feature(Titled):
    """专题"""

    date: Moment = about("发布日期", "", "2026-03-08")
    stories: tuple[StoryRef, ...] = about("故事", "stories 下的文件夹名，按此顺序显示", ["bike-repair"], default=())
    profiles: tuple[ProfileRef, ...] = about("人物", "", default=())
    activities: tuple[ActivityRef, ...] = about("活动", "", default=())
    campaign: CampaignRef | None = about("主题活动", "", default=None)
    files: tuple[MediaFile, ...] = about("文件", default=())
    byline: Line | None = about("编辑署名", "", default=None)
    rights: Rights = about("转载许可", "", "reprint", default=Rights.REPRINT)


class DocumentKind(StrEnum):
    """Columns of the documents section."""

    ANNOUNCEMENT = "announcement"
    PUBLIC_NOTICE = "public-notice"
    POLICY = "policy"
    LIST = "list"
    NEWS = "news"

    @property
    def label(self) -> str:
        """The column's Chinese name."""
        return {
            "announcement": "通知公告",
            "public-notice": "公示",
            "policy": "政策文件",
            "list": "名单公布",
            "news": "工作动态",
        }[self.value]


class Notice(Record):
    """The period of a 公示 and where to object."""

    start: Day = about("公示开始", "", "2026-03-02")
    end: Day = about("公示结束", "", "2026-03-08")
    contact: Contact = about("异议受理", "受理异议的岗位和电话")


class Document(Titled):
    """文件"""

    kind: DocumentKind = about(
        "栏目",
        "announcement 通知公告、public-notice 公示、policy 政策文件、list 名单公布、news 工作动态",
        "announcement",
    )
    issuer: OrganisationRef = about("发文单位", "", "volunteer-centre")
    number: Line | None = about("文号", "", "某志〔2026〕0 号", default=None)
    date: Moment = about("发布日期", "", "2026-03-02")
    district: DistrictRef | None = about("区县", "", default=None)
    deadline: Day | None = about("截止日期", "", "2026-03-20", default=None)
    attachments: tuple[MediaFile, ...] = about("附件", default=())
    notice: Notice | None = about("公示期", "公示必填", default=None)


class Crs(StrEnum):
    """Coordinate reference systems in use in China."""

    WGS84 = "wgs84"
    GCJ02 = "gcj02"
    BD09 = "bd09"

    @property
    def label(self) -> str:
        """Its Chinese name, with who uses it."""
        return {"wgs84": "WGS-84（卫星定位）", "gcj02": "GCJ-02（高德、腾讯）", "bd09": "BD-09（百度）"}[self.value]


class Coordinates(Record):
    """A place on the map; the reference system is always stated."""

    lon: Degrees = about("经度", "", 113.0)
    lat: Degrees = about("纬度", "", 28.0)
    crs: Crs = about("坐标系", "wgs84、gcj02（高德、腾讯）、bd09（百度）", "gcj02")


class Team(Record):
    """A team at a station, as a team and a number, never a list of persons."""

    name: Line = about("名称", "", "人民路服务队")
    members: Count | None = about("人数", "", 24, default=None)


class Standards(Record):
    """The notice's four standards, each with the day it was last verified; absent means not verified."""

    services_on_wall: Day | None = about("服务内容上墙", "最近核验日期", "2026-02-20", default=None)
    marks: Day | None = about("佩挂服务标识", "最近核验日期", default=None)
    records: Day | None = about("有活动记录", "最近核验日期", default=None)
    on_duty: Day | None = about("有人员提供服务", "最近核验日期", default=None)


class StationStatus(StrEnum):
    """Whether a station works."""

    OPEN = "open"
    SUSPENDED = "suspended"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        """Its Chinese name."""
        return {"open": "正常服务", "suspended": "暂停服务", "closed": "已撤销"}[self.value]


class Station(Record):
    """志愿服务站"""

    id: Slug = about("编号", "小写字母、数字和连字符，定了不再改", "renmin-lu-station")
    name: Line = about("名称", "", "人民路社区志愿服务站")
    kind: StationKindRef = about("类型", "编号见 content/station-kinds.yaml", "community-station")
    district: DistrictRef = about("区县", "", "chengdong")
    street: StreetRef = about("街道／乡镇", "", "renmin-lu")
    community: CommunityRef | None = about("社区代码", "12 位统计用区划代码，加引号", "000001001001", default=None)
    area: Area = about("城乡", "urban 城市、rural 农村（行政村），由单位认定", "urban")
    address: Line = about("地址", "", "人民路 18 号")
    phone: Phone | None = about("电话", "办公电话", "0000-8801234", default=None)
    hours: Line | None = about("开放时间", "opening_hours 写法", "Mo-Fr 08:30-17:30; Sa 09:00-12:00", default=None)
    coordinates: Coordinates | None = about("坐标", default=None)
    services: tuple[CategoryRef, ...] = about("服务内容", "服务类别编号", ["mutual-aid"], default=())
    on_duty: tuple[Contact, ...] = about("值班岗位", "", default=())
    teams: tuple[Team, ...] = about("志愿服务队", default=())
    paired_with: tuple[OrganisationRef, ...] = about("结对单位", "", default=())
    standards: Standards = about("四项标准", "服务上墙、标识、记录、值守的最近核验日期", default=Standards())
    opened: Day | None = about("启用日期", "", "2024-05-10", default=None)
    status: StationStatus = about(
        "状态", "open 正常服务、suspended 暂停服务、closed 已撤销", "open", default=StationStatus.OPEN
    )
    note: Line | None = about("提示", "给来访者的一句话", "从菜市场东门上二楼", default=None)
    aliases: tuple[Slug, ...] = about("曾用编号", "改过编号的写旧编号", ["renmin-lu-station-old"], default=())
