"""What every template is given, key by key.

A view holds plain dicts, lists, strings, numbers, booleans and None, in display language,
with final URLs; "" and ``[]`` mean "nothing to show", ``None`` stands for an absent
record. Every key is always present. Strings are plain text (autoescape them), except
where a comment says HTML.

Template names are in ``TEMPLATES``. Beside ``view`` a template has ``text`` (list of
``Part``, only filled for pages that show an entry's text) and ``site`` (``SharedView``).
"""

from __future__ import annotations

from typing import Any, Literal, TypedDict

TEMPLATES: dict[str, str] = {
    "home": "home.html",
    "story": "story.html",
    "profile": "profile.html",
    "campaign": "campaign.html",
    "feature": "feature.html",
    "activity": "activity.html",
    "document": "document.html",
    "station": "station.html",
    "directory": "directory.html",  # stations/: every station, grouped by district
    "list": "list.html",  # stories/, categories/ID/, districts/ID/, archive/YYYY/MM/
    "archive": "archive.html",  # archive/: all months
    "profiles": "profiles.html",
    "activities": "activities.html",
    "campaigns": "campaigns.html",
    "features": "features.html",
    "documents": "documents.html",
    "not-found": "404.html",
}
"""Page kind (``view.kind``) → template."""


# ── small things ──────────────────────────────────────────────────────────────


class LinkView(TypedDict):
    """A name with an address; ``url`` is "" when there is no page to go to."""

    name: str
    url: str


class DateView(TypedDict):
    """A day or moment: ``iso`` for ``<time datetime>``, ``text`` for readers (2026年3月6日)."""

    iso: str
    text: str


class SourceSet(TypedDict):
    """One ``<source>`` of a ``<picture>``."""

    type: str  # image/avif, image/webp
    srcset: str


class PictureView(TypedDict):
    """A picture ready for ``<picture>``; a designed cover has ``kind`` ``cover`` and no sources.

    ``srcset`` belongs on the ``<img>`` (JPEG) and may be "". ``sizes`` fits the place the
    picture was planned for. Loading (lazy or eager) is the template's choice.
    """

    kind: Literal["photo", "cover"]
    src: str
    srcset: str
    sources: list[SourceSet]
    sizes: str
    width: int
    height: int
    alt: str  # "" for covers: they say nothing that the title does not
    caption: str
    credit: str
    ai: bool  # show the visible label 人工智能生成
    full: str  # URL of the largest rendition, "" for covers


class Crumb(TypedDict):
    """One step of the breadcrumb; the last one (this page) has url ""."""

    name: str
    url: str


class PagerLink(TypedDict):
    """One number in a pager; ``number`` 0 stands for a gap (…), ``current`` for this page."""

    number: int
    url: str
    current: bool


class Pager(TypedDict):
    """Where in a paged list we are; shown only when ``count`` > 1."""

    number: int
    count: int
    total: int  # entries in all pages
    previous: str  # URL, "" at the ends
    next: str
    pages: list[PagerLink]


class HoursView(TypedDict):
    """A claim of hours: ``value`` is 128 or 1,280.5 as text; date and source always go with it."""

    value: str
    as_of: str
    source: str


class ContactView(TypedDict):
    """Somebody to call by role; ``url`` is ``tel:…``."""

    role: str
    phone: str
    url: str


class FileView(TypedDict):
    """A file to download; ``type`` is PDF, DOCX … for display."""

    title: str
    url: str
    type: str


class CorrectionView(TypedDict):
    """A mistake mended after publication."""

    date: DateView
    text: str


class FactView(TypedDict):
    """One row of a table of facts; ``url`` "" when the value is no link."""

    label: str
    value: str
    url: str


# ── cards ─────────────────────────────────────────────────────────────────────


class StoryCard(TypedDict):
    """A story in a list, on the home page, or related."""

    url: str
    title: str
    subtitle: str
    summary: str
    picture: PictureView
    category: LinkView  # the first category
    district: LinkView
    into: str  # 走进社区
    date: DateView
    minutes: str  # 约 4 分钟
    byline: str


class ProfileCard(TypedDict):
    """A model volunteer: strip on the home page, list, and person card in a text."""

    url: str
    name: str
    alias_used: bool  # show （化名）
    kind: str  # 志愿者, 志愿家庭 …
    one_line: str
    picture: PictureView  # portrait, 4:5
    district: LinkView
    honours: list[str]  # names only, newest first
    hours: HoursView | None


class ActivityCard(TypedDict):
    """An activity in a list or schedule."""

    url: str
    title: str
    summary: str
    picture: PictureView
    phase: Literal["upcoming", "today", "running", "past", "cancelled"]
    phase_text: str  # 今天, 进行中, 已结束, 已取消, 3天后
    date: DateView  # start day
    month: str  # 3月
    day: str  # 14
    weekday: str  # 周六
    time: str  # 09:00—11:30, or 3月14日09:00—3月15日11:30
    place: str
    district: LinkView
    category: LinkView
    family: bool
    ages: str
    audience: str
    places: int | None
    places_left: int | None  # None when places or taken is not given
    places_text: str  # 余 18 个名额, 名额已满, 名额 30 个, ""


class MapLink(TypedDict):
    """A link that opens a map app at a station."""

    name: str  # 高德地图, 百度地图, 腾讯地图
    url: str


class StationCard(TypedDict):
    """A station in the directory, beside a story, or as a card in a text."""

    url: str
    id: str
    name: str
    kind: str
    district: LinkView
    street: str
    area: Literal["urban", "rural"]
    area_text: str  # 城市, 农村
    address: str
    phone: str
    phone_url: str  # tel:…, "" without a phone
    hours: list[str]  # lines in words: 周一至周五 08:30—17:30; [] when unknown
    hours_source: str  # the opening_hours value as written, for scripts
    status: Literal["open", "suspended", "closed"]
    status_text: str
    services: list[LinkView]
    maps: list[MapLink]


class DocumentRow(TypedDict):
    """A document in a list."""

    url: str
    title: str
    kind: str  # 通知公告
    kind_id: str  # announcement
    number: str
    issuer: str
    district: str
    date: DateView
    notice: Literal["", "upcoming", "running", "ended"]  # 公示 only
    notice_text: str  # 公示中，至3月8日; 公示已结束
    deadline: str  # 截止 2026年3月20日, ""


class CampaignCard(TypedDict):
    """A theme month or day."""

    url: str
    title: str
    theme: str
    summary: str
    picture: PictureView
    phase: Literal["announced", "running", "ended"]
    phase_text: str  # 4月1日开始, 进行中, 已结束: nothing that changes with every day
    start: DateView
    end: DateView
    dates: str  # 2026年3月1日至31日


class FeatureCard(TypedDict):
    """A feature page (专题)."""

    url: str
    title: str
    summary: str
    picture: PictureView
    date: DateView


class RelatedStory(TypedDict):
    """A story beside another one, and why: 同一站点."""

    card: StoryCard
    reason: str


# ── pages ─────────────────────────────────────────────────────────────────────


class PageView(TypedDict):
    """What every page has; the base template needs no more."""

    kind: str  # a key of TEMPLATES
    section: str  # which item of site.nav is current: stories, profiles, activities … or ""
    title: str  # for <title>, without the site's name; "" on the home page
    description: str
    url: str
    canonical: str  # with host when site_url is set
    meta: list[list[str]]  # [[name, content], …] of the guide of 2017
    image: str  # absolute URL of a picture for sharing, "" when none
    image_alt: str
    crumbs: list[Crumb]


class TextView(PageView):
    """A page that shows an entry's text. The next four are for ``compose`` and the fingerprint, not for templates."""

    targets: dict[str, str]
    pictures: dict[str, PictureView]
    cards: dict[str, Any]
    body_digest: str
    has_text: bool
    headline: str
    summary: str
    corrections: list[CorrectionView]
    migrated: LinkView | None  # where it came from: name is the date it was first published there


class SourceView(TypedDict):
    """Where a republished text first appeared."""

    name: str
    url: str


class StoryView(TextView):
    """A story."""

    subtitle: str
    into: LinkView
    categories: list[LinkView]
    district: LinkView
    place: str  # street and station, for the kicker: 滨河街道
    date: DateView
    byline: str
    source: SourceView | None
    minutes: str
    lead: PictureView | None  # None when the text itself shows the pictures
    gallery: list[PictureView]  # listed photos that neither lead nor text shows
    video: LinkView | None
    people: list[ProfileCard]  # those whose card does not stand in the text
    station: StationCard | None  # None when its card stands in the text
    organisation: LinkView | None
    activity: ActivityCard | None
    campaign: CampaignCard | None
    features: list[FeatureCard]  # features that gather this story
    previous: StoryCard | None  # within the campaign, by date
    next: StoryCard | None
    related: list[RelatedStory]
    rights: str
    press_phone: str
    press_phone_url: str


class HonourView(TypedDict):
    """One honour, as printed in gold."""

    name: str
    level: str
    granted_by: str
    year: str
    document: str


class MilestoneView(TypedDict):
    """One line of a timeline."""

    when: str
    text: str


class ProfileView(TextView):
    """A model volunteer, family or group."""

    profile_kind: str
    alias_used: bool
    one_line: str
    portrait: PictureView
    gallery: list[PictureView]
    honours: list[HonourView]
    since: str  # 2019年起, ""
    hours: HoursView | None
    skills: list[str]
    categories: list[LinkView]
    district: LinkView
    station: StationCard | None
    organisation: LinkView | None
    quotation: str
    timeline: list[MilestoneView]
    date: DateView
    stories: list[StoryCard]  # newest first


class ScheduleItem(TypedDict):
    """One line of a day: an activity (``card``) or a line of the campaign's own (``card`` is None)."""

    time: str
    title: str
    place: str
    url: str
    card: ActivityCard | None


class ScheduleDay(TypedDict):
    """One day of a campaign's calendar."""

    date: DateView
    weekday: str
    today: bool
    past: bool
    lines: list[ScheduleItem]


class TotalsView(TypedDict):
    """What came of a campaign, summed over its activities' outcomes.

    ``hours`` is "" unless every activity that reports hours names a source; ``sources`` lists them with dates.
    """

    activities: int
    took_part: int
    served: int
    hours: str
    sources: list[str]


class CampaignView(TextView):
    """A theme month or day. When running, days of today and later come first in ``days``, past ones in ``past_days``."""

    theme: str
    phase: Literal["announced", "running", "ended"]
    phase_text: str  # 还有 5 天, 进行中·第 12 天, 已结束
    countdown: int  # days until the start, 0 otherwise
    start: DateView
    end: DateView
    dates: str
    organiser: LinkView
    safeguards: list[str]
    lead: PictureView
    gallery: list[PictureView]
    today: ScheduleDay | None
    days: list[ScheduleDay]
    past_days: list[ScheduleDay]
    places: list[str]
    stories: list[StoryCard]  # newest first, at most one page of them
    stories_total: int
    features: list[FeatureCard]
    totals: TotalsView | None  # only when some activity has an outcome
    date: DateView


class FeatureView(TextView):
    """A feature page: in the editor's order."""

    date: DateView
    byline: str
    rights: str
    lead: PictureView
    gallery: list[PictureView]
    stories: list[StoryCard]
    profiles: list[ProfileCard]
    activities: list[ActivityCard]
    campaign: CampaignCard | None
    files: list[FileView]
    press_phone: str
    press_phone_url: str


class SignUpView(TypedDict):
    """How to join; ``open`` says whether one still can."""

    open: bool
    url: str
    note: str
    deadline: DateView | None


class KeptView(TypedDict):
    """Raw material that stays outside the site."""

    what: str
    place: str
    keeper: str


class OutcomeView(TypedDict):
    """What an activity left behind; ``served`` is "" when not counted."""

    took_part: str
    served: str
    hours: HoursView | None
    text: str
    kept: list[KeptView]


class ActivityView(TextView):
    """An activity, before and after."""

    card: ActivityCard  # phase, date, time, place, places left …
    into: LinkView
    categories: list[LinkView]
    district: LinkView
    street: str
    organiser: LinkView
    co_organisers: list[LinkView]
    team: str
    station: StationCard | None
    sign_up: SignUpView | None
    contact: ContactView | None
    campaign: CampaignCard | None
    outcome: OutcomeView | None
    lead: PictureView | None
    gallery: list[PictureView]
    stories: list[StoryCard]


class NoticeView(TypedDict):
    """The period of a 公示."""

    phase: Literal["upcoming", "running", "ended"]
    phase_text: str
    start: DateView
    end: DateView
    contact: ContactView


class DocumentView(TextView):
    """A document."""

    document_kind: LinkView  # 通知公告, links into the list
    number: str
    issuer: LinkView
    district: LinkView | None
    date: DateView
    deadline: DateView | None
    deadline_passed: bool
    attachments: list[FileView]
    notice: NoticeView | None
    gallery: list[PictureView]


class TeamView(TypedDict):
    """A team at a station; ``members`` "" when not given."""

    name: str
    members: str


class StandardView(TypedDict):
    """One of the four standards; ``verified`` is None for 未核验."""

    name: str
    verified: DateView | None


class StationView(PageView):
    """A station (no text of its own)."""

    card: StationCard
    headline: str
    community: str
    note: str
    opened: DateView | None
    on_duty: list[ContactView]
    teams: list[TeamView]
    paired_with: list[LinkView]
    standards: list[StandardView]
    stories: list[StoryCard]
    stories_total: int
    activities: list[ActivityCard]  # upcoming, soonest first
    profiles: list[ProfileCard]
    nearby: list[StationCard]  # other stations of the street, then of the district


class CoverageRow(TypedDict):
    """Coverage of one district or of the whole city; percentages are whole numbers rounded down."""

    name: str
    url: str
    registered: int
    covered: int
    percent: int
    villages: int
    villages_covered: int
    villages_percent: int


class CoverageView(TypedDict):
    """Coverage as the notice defines it."""

    total: CoverageRow
    districts: list[CoverageRow]
    missing: list[str]  # urban communities without a working station: 滨河街道 滨河社区


class StationGroup(TypedDict):
    """The stations of one district; ``id`` is the anchor in the page."""

    id: str
    name: str
    url: str
    count: int
    stations: list[StationCard]


class StationDirectoryView(PageView):
    """stations/: the whole directory. ``groups`` is empty when there is no station yet."""

    headline: str
    total: int
    groups: list[StationGroup]
    services: list[LinkView]
    coverage: CoverageView | None  # None without a register of communities


class HomeCampaign(TypedDict):
    """The banner: the campaign and its next days (at most two days with something on)."""

    card: CampaignCard
    phase_text: str  # 还有 5 天, 进行中·第 12 天
    picture: PictureView  # wide
    today: ScheduleDay | None
    days: list[ScheduleDay]


class HomeView(PageView):
    """The home page; every part may be empty."""

    headline: str
    tagline: str
    campaign: HomeCampaign | None  # running, or else the next one
    lead: StoryCard | None
    lead_picture: PictureView | None  # the lead story's picture, planned wide
    stories: list[StoryCard]  # four
    latest: list[StoryCard]  # six more, headlines only
    activities: list[ActivityCard]  # this week; if none, the next ones
    activities_this_week: bool
    profiles: list[ProfileCard]  # six
    features: list[FeatureCard]
    documents: list[DocumentRow]
    districts: list[LinkView]  # chips: link into the directory (#district)
    categories: list[LinkView]
    coverage: CoverageView | None
    stations_total: int


class Facet(TypedDict):
    """A way into another list; ``current`` for this one."""

    name: str
    url: str
    count: int
    current: bool


class ListView(PageView):
    """A paged list of stories. ``list_kind`` is all, category, district or month."""

    list_kind: Literal["all", "category", "district", "month"]
    headline: str
    intro: str
    stories: list[StoryCard]
    pager: Pager
    categories: list[Facet]
    districts: list[Facet]
    stations: LinkView | None  # district lists: its part of the directory
    archive: str  # URL of archive/


class MonthLink(TypedDict):
    """A month with stories."""

    name: str  # 3月
    url: str
    count: int


class YearView(TypedDict):
    """A year with stories."""

    name: str  # 2026年
    months: list[MonthLink]


class ArchiveView(PageView):
    """archive/: all months, newest first."""

    headline: str
    years: list[YearView]


class ProfilesView(PageView):
    """profiles/: paged."""

    headline: str
    profiles: list[ProfileCard]
    pager: Pager


class ActivitiesView(PageView):
    """activities/: paged over past ones; upcoming ones stand on the first page."""

    headline: str
    this_week: list[ActivityCard]
    later: list[ActivityCard]
    past: list[ActivityCard]
    pager: Pager  # of past


class CampaignsView(PageView):
    """campaigns/."""

    headline: str
    running: list[CampaignCard]
    announced: list[CampaignCard]
    ended: list[CampaignCard]
    pager: Pager  # of ended


class FeaturesView(PageView):
    """features/."""

    headline: str
    features: list[FeatureCard]
    pager: Pager


class DocumentsView(PageView):
    """documents/: newest first."""

    headline: str
    documents: list[DocumentRow]
    pager: Pager


class NotFoundView(PageView):
    """404.html: a way on."""

    headline: str
    stories: list[StoryCard]  # three newest


# ── shared by all pages ───────────────────────────────────────────────────────


class NavItem(TypedDict):
    """One item of the main navigation; only columns that have something in them are there."""

    id: str  # compare with view.section
    name: str
    url: str


class FooterView(TypedDict):
    """What public sites must carry; each "" when not configured."""

    organiser: str
    contact: str
    site_code: str
    icp: str
    icp_url: str
    police: str
    police_url: str
    report_error: str
    sample_notice: str


class SharedView(TypedDict):
    """The template global ``site``. Nothing here may change with one entry or one day."""

    name: str
    city: str
    tagline: str
    description: str
    home: str  # URL
    origin: str
    prefix: str
    language: str  # zh-CN
    nav: list[NavItem]
    footer: FooterView
    press_phone: str
    press_phone_url: str
    meta: list[list[str]]  # SiteName, SiteDomain, SiteIDCode


# ── the text ──────────────────────────────────────────────────────────────────


class HtmlPart(TypedDict):
    """Safe HTML; print with ``|safe``. Need not be balanced alone."""

    type: Literal["html"]
    html: str


class FigurePart(TypedDict):
    """A picture; ``caption`` is safe HTML and may be "". ``inline`` ones stand in a paragraph, without a frame."""

    type: Literal["figure"]
    picture: PictureView
    caption: str
    inline: bool


class GroupPart(TypedDict):
    """Pictures side by side under one caption (safe HTML)."""

    type: Literal["group"]
    pictures: list[PictureView]
    caption: str


class QuotePart(TypedDict):
    """A sentence set large; ``html`` is safe HTML."""

    type: Literal["quote"]
    html: str
    speaker: str


class PersonPart(TypedDict):
    """A person card in place."""

    type: Literal["person"]
    card: ProfileCard


class StationPart(TypedDict):
    """A station card in place."""

    type: Literal["station"]
    card: StationCard


class VideoPart(TypedDict):
    """A link to a video elsewhere."""

    type: Literal["video"]
    url: str
    title: str


Part = HtmlPart | FigurePart | GroupPart | QuotePart | PersonPart | StationPart | VideoPart
