"""What pages show of media kits."""

from __future__ import annotations

from typing import Any, TypedDict

from .page_views import PageView
from .small_views import DateView, LinkView, Pager, PictureView
from .station_views import Choice


class KitFile(TypedDict):
    """A file of a kit: its URL, and its address for ``file_size``."""

    url: str
    address: str


class KitPhotoView(TypedDict):
    """A picture as the page shows it, its file in original resolution, and that file's size in pixels."""

    picture: PictureView
    file: KitFile
    width: int
    height: int


class EmbedCode(TypedDict):
    """What other sites paste: ``url`` is the card's page, ``oembed`` the full address of the answer to oEmbed, ``frame``
    and ``plain`` are HTML as text."""

    url: str
    oembed: str
    frame: str
    plain: str


class EmbedView(TypedDict):
    """…/embed/: a card that other sites frame. ``url`` is the entry's full address; ``gone`` when it was taken back."""

    kind: str
    title: str
    url: str
    kicker: str
    summary: str
    byline: str
    picture: PictureView | None
    gone: bool


class OembedView(TypedDict):
    """…/oembed.json: the answer as it is sent."""

    kind: str
    record: dict[str, Any]


class KitView(TypedDict):
    """What an entry offers to the media. ``digest`` changes with the files, so that their sizes stay true."""

    archive: KitFile
    document: KitFile
    text: KitFile
    wechat: KitFile
    photos: list[KitPhotoView]
    left_out: int
    version: int
    changed: DateView
    embed: EmbedCode | None
    digest: str


class ReuseKeys(TypedDict):
    """What the "媒体转载" box adds to an entry's page."""

    rights: str
    reuse: str  # the same for programs: reprint, ask, none
    press_phone: str
    press_phone_url: str
    kit: KitView | None
    reports: list[ReportRow]


class ReportRow(TypedDict):
    """A republication. ``url`` is "" when it is not on the web, ``place`` a page or programme or "", ``reach`` "" when unknown."""

    date: DateView
    outlet: str
    place: str
    title: str
    url: str
    entry: LinkView
    reach: str


class ReportSum(TypedDict):
    """Republications of a year or a campaign counted; ``url`` is "" for a year, ``reach`` "" when no number is known."""

    name: str
    url: str
    times: int
    outlets: int
    reach: str


class ReportsView(PageView):
    """reports/: newest first, paged; sums on the first page only."""

    headline: str
    intro: str
    years: list[ReportSum]
    campaigns: list[ReportSum]
    rows: list[ReportRow]
    pager: Pager
    csv: str


class KitRow(TypedDict):
    """A kit in the media centre's lists. ``photos`` counts its pictures."""

    entry: LinkView
    kind: str
    date: DateView
    changed: DateView | None  # a correction after publication
    rights: str
    archive: KitFile
    version: int
    photos: int
    digest: str


class FilterChoice(TypedDict):
    """A list of choices in a form that narrows a list; ``name`` is the field's and the address's."""

    name: str
    label: str
    choices: list[Choice]


class ListFilter(TypedDict):
    """A form that narrows a paged list. ``url`` is the list's first page, ``index`` the file that holds every row,
    ``words`` says what may be typed."""

    url: str
    index: str
    words: str
    choices: list[FilterChoice]
    switches: list[Choice]


class KitListView(PageView):
    """media/kits/: every kit, newest first, paged."""

    headline: str
    intro: str
    filter: ListFilter
    rows: list[KitRow]
    pager: Pager


class PhotoRow(TypedDict):
    """A picture of the library. ``people`` are those whom its entry is about; ``width`` and ``height`` are of the file
    for the press, ``reuse`` says for programs what ``rights`` says for readers."""

    picture: PictureView
    caption: str
    place: str
    people: list[str]
    date: DateView
    entry: LinkView
    rights: str
    reuse: str
    file: KitFile
    width: int
    height: int
    digest: str


class PhotoLibraryView(PageView):
    """media/photos/: every picture that others may use, paged."""

    headline: str
    intro: str
    filter: ListFilter
    rows: list[PhotoRow]
    pager: Pager


class NoticeItem(TypedDict):
    """A correction or withdrawal, for programs. Times carry their offset."""

    id: str
    url: str
    title: str
    text: str
    moment: str
    kind: str  # correction, withdrawal


class NoticesView(TypedDict):
    """The feed of corrections and withdrawals, newest first."""

    kind: str
    title: str
    description: str
    language: str
    url: str
    self_url: str
    updated: str
    author: str
    notices: list[NoticeItem]
