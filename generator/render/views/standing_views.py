"""固定页面, and the lists that stand on them beside the editor's text."""

from __future__ import annotations

from typing import Literal, TypedDict

from .card_views import ActivityCard, CampaignCard, FeatureCard, StationCard
from .kit_views import KitFile, KitRow, ListFilter, PhotoRow, ReportRow
from .occasion_views import TotalsView
from .page_views import TextView
from .small_views import ContactView, DateView, FeedLink, FileView, LinkView, PictureView
from .station_views import StationGroup


class ServiceLink(TypedDict):
    """A way to something that readers come to do; ``hint`` is a few words below the name, or ""."""

    name: str
    url: str
    hint: str
    current: bool  # the page we are on


class EmergencyBlock(TypedDict):
    """Numbers to call before anything else; ``role`` says what for."""

    type: Literal["emergency"]
    anchor: str
    name: str
    contacts: list[ContactView]


class ServiceStations(TypedDict):
    """Stations that offer a service and can be called. When there are too many ``districts`` is empty: follow ``url``."""

    id: str
    name: str
    intro: str
    count: int
    url: str  # the directory, narrowed to the service
    districts: list[DistrictPhones]


class DistrictPhones(TypedDict):
    """The stations of one district that offer a service."""

    name: str
    stations: list[StationCard]


class ServicesBlock(TypedDict):
    """Each service with the stations that offer it."""

    type: Literal["stations-by-service"]
    anchor: str
    name: str
    services: list[ServiceStations]


class DistrictsBlock(TypedDict):
    """All stations by district; with too many of them only where each district's are listed."""

    type: Literal["stations-by-district"]
    anchor: str
    name: str
    groups: list[StationGroup]
    directory: str


class ActivitiesBlock(TypedDict):
    """The next activities that one can still join."""

    type: Literal["activities"]
    anchor: str
    name: str
    activities: list[ActivityCard]
    more: str
    calendar: str


class RecordKeeper(TypedDict):
    """An organisation that records hours or certifies them."""

    name: str
    url: str
    district: str
    tasks: str  # 记录时长、出具证明
    contact: ContactView | None
    hours: str


class OrganisationsBlock(TypedDict):
    """Whom to ask about hours."""

    type: Literal["organisations"]
    anchor: str
    name: str
    keepers: list[RecordKeeper]


class ChartersBlock(TypedDict):
    """All charters."""

    type: Literal["charters"]
    anchor: str
    name: str
    charters: list[ServiceLink]


class PressBlock(TypedDict):
    """For newspapers: whom to call, what the three rules on reprinting mean, how to credit."""

    type: Literal["press"]
    anchor: str
    name: str
    phone: str
    phone_url: str
    organiser: str
    office: str
    hours: str  # when somebody answers, or ""
    credit: str
    rules: list[str]


class KitsBlock(TypedDict):
    """The newest media kits; ``filter`` leads to all ``total`` of them."""

    type: Literal["kits"]
    anchor: str
    name: str
    kits: list[KitRow]
    total: int
    filter: ListFilter


class PressCampaign(TypedDict):
    """A campaign that is going on, for reporters: what comes next, what there is to print. ``kit`` is its own."""

    card: CampaignCard
    phase_text: str
    organiser: str
    totals: TotalsView | None
    kit: KitRow | None
    coming: list[ActivityCard]
    kits: list[KitRow]  # of its stories


class CampaignBlock(TypedDict):
    """The campaigns that are going on, the last begun first."""

    type: Literal["campaign"]
    anchor: str
    name: str
    campaigns: list[PressCampaign]


class QuotableFigure(TypedDict):
    """A figure with its source and day; ``quoted`` is the whole as a sentence to paste, ``url`` a page with more, or ""."""

    label: str
    value: str
    source: str
    url: str
    quoted: str


class FiguresBlock(TypedDict):
    """Figures that may be quoted."""

    type: Literal["figures"]
    anchor: str
    name: str
    rows: list[QuotableFigure]


class PhotosBlock(TypedDict):
    """The newest pictures of the library; ``filter`` leads to all ``total`` of them."""

    type: Literal["photos"]
    anchor: str
    name: str
    rows: list[PhotoRow]
    total: int
    filter: ListFilter


class BrandFile(TypedDict):
    """A drawing of the brand; ``dark`` is for dark grounds."""

    title: str
    dark: bool
    svg: KitFile
    png: KitFile


class BrandBlock(TypedDict):
    """Emblem and name of the site, to print."""

    type: Literal["brand"]
    anchor: str
    name: str
    site: str
    files: list[BrandFile]


class NoticeRow(TypedDict):
    """A correction or withdrawal as readers see it."""

    date: DateView
    title: str
    text: str
    url: str


class NoticesBlock(TypedDict):
    """The newest corrections and withdrawals; ``more`` leads to all corrections, "" when there are none."""

    type: Literal["notices"]
    anchor: str
    name: str
    rows: list[NoticeRow]
    more: str
    feeds: list[FeedLink]


class ReportsBlock(TypedDict):
    """The newest republications by other media; ``more`` leads to all ``total`` of them."""

    type: Literal["reports"]
    anchor: str
    name: str
    rows: list[ReportRow]
    more: str
    total: int


class FeaturesBlock(TypedDict):
    """Feature pages, newest first."""

    type: Literal["features"]
    anchor: str
    name: str
    features: list[FeatureCard]
    more: str


class FeedRow(TypedDict):
    """One list of stories and its feeds."""

    name: str
    url: str
    feeds: list[FeedLink]


class FeedsBlock(TypedDict):
    """Feeds of all stories, by category and by district, and the calendar of what is coming."""

    type: Literal["feeds"]
    anchor: str
    name: str
    rows: list[FeedRow]
    calendar: str  # full address, for a calendar program
    notices: list[FeedLink]  # feeds of corrections and withdrawals


class OpenDataBlock(TypedDict):
    """The station register as files."""

    type: Literal["open-data"]
    anchor: str
    name: str
    files: list[FileView]
    licence: str
    date: str


class BriefingRow(TypedDict):
    """A 采访邀请 or 采访线索 in the media centre."""

    url: str
    title: str
    kind: str
    facts: list[str]  # when, where, until when to register


class BriefingsBlock(TypedDict):
    """What newsrooms can come to or take up."""

    type: Literal["briefings"]
    anchor: str
    name: str
    rows: list[BriefingRow]
    more: list[LinkView]


Block = (
    EmergencyBlock
    | ServicesBlock
    | DistrictsBlock
    | ActivitiesBlock
    | OrganisationsBlock
    | ChartersBlock
    | PressBlock
    | KitsBlock
    | CampaignBlock
    | FiguresBlock
    | PhotosBlock
    | BrandBlock
    | NoticesBlock
    | BriefingsBlock
    | ReportsBlock
    | FeaturesBlock
    | FeedsBlock
    | OpenDataBlock
)


class StandingPageView(TextView):
    """A page of its own, with what is on it: headings of the text and names of the blocks, as anchors."""

    group: str  # 服务, 本站, 公约
    date: DateView
    urgent: EmergencyBlock | None
    blocks: list[Block]  # never empty ones, EmergencyBlock apart
    contents: list[LinkView]
    gallery: list[PictureView]
    siblings: list[ServiceLink]  # the group's pages, this one among them
