"""The media centre's lists: what there is to print, whom to call, what may be quoted, what was corrected.

Each is None while there is nothing in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.coverage import Share
from generator.model.catalogue import Entry
from generator.model.entries import ActivityStatus, PageBlock, StationStatus
from generator.model.parts import Rights

from .brand_files import DRAWINGS
from .campaign_pages import day_words, totals
from .cards import Cards
from .chinese_dates import day_text, day_view
from .contacts import telephone
from .coverage_pages import COVERAGE
from .kit_index import listed_kits
from .kit_lists import kit_filter
from .notice_feeds import all_notices, notice_links
from .open_stations import data_date
from .photo_library import library_of, photo_filter, photo_row
from .reuse_box import kit_file, kit_row
from .terms import CORRECTIONS, DIRECTORY, REPORTS, UNKNOWN
from .views import (
    BrandBlock,
    BrandFile,
    CampaignBlock,
    FiguresBlock,
    KitsBlock,
    NoticesBlock,
    PhotosBlock,
    PressBlock,
    PressCampaign,
    QuotableFigure,
)

KITS, PHOTOS, NOTICES = 12, 6, 6
COMING, CAMPAIGN_KITS = 4, 6
"""So many activities and kits of a running campaign are named; its page has all."""

_CREDIT = "来源：{site}　文：作者姓名　图：摄影或绘图者姓名"


def press_block(cards: Cards, which: PageBlock) -> PressBlock | None:
    """Whom to call and how to credit."""
    settings = cards.settings
    if not settings.press_phone:
        return None
    return {
        "type": "press",
        "anchor": which.value,
        "name": "转载要求和媒体联系",
        "phone": settings.press_phone,
        "phone_url": telephone(settings.press_phone),
        "organiser": settings.footer.organiser or settings.site_name,
        "office": settings.press_office or "媒体联系",
        "hours": settings.press_hours or "",
        "credit": _CREDIT.format(site=settings.site_name),
        "rules": [right.label for right in Rights],
    }


def kits_block(cards: Cards, which: PageBlock) -> KitsBlock | None:
    """The newest kits, and the way to all of them."""
    found = listed_kits(cards.data, cards.kits)
    if not found:
        return None
    return {
        "type": "kits",
        "anchor": which.value,
        "name": "媒体资料包",
        "kits": [kit_row(cards, entry) for entry in found[:KITS]],
        "total": len(found),
        "filter": kit_filter(cards),
    }


def campaign_block(cards: Cards, which: PageBlock) -> CampaignBlock | None:
    """What a reporter needs of the campaigns that are going on."""
    running = cards.data.campaigns.running
    if not running:
        return None
    campaigns = [_campaign(cards, entry) for entry in running]
    return {"type": "campaign", "anchor": which.value, "name": "正在进行的主题活动", "campaigns": campaigns}


def _campaign(cards: Cards, entry: Entry) -> PressCampaign:
    data, meta = cards.data, entry.meta
    activities = data.back.activities.get(entry.id, ())
    coming = sorted(
        (
            each
            for each in activities
            if each.meta.status is ActivityStatus.PLANNED and each.meta.end.date() >= data.today
        ),
        key=lambda each: (each.meta.start, each.id),
    )
    with_kits = [each for each in data.back.stories.get(entry.id, ()) if each.id in cards.kits]
    return {
        "card": cards.campaign(entry),
        "phase_text": day_words(meta, data.today),
        "organiser": (cards.terms.organisation(meta.organiser) or UNKNOWN)["name"],
        "totals": totals(activities),
        "kit": kit_row(cards, entry) if entry.id in cards.kits else None,
        "coming": [cards.activity(each) for each in coming[:COMING]],
        "kits": [kit_row(cards, each) for each in with_kits[:CAMPAIGN_KITS]],
    }


def figures_block(cards: Cards, which: PageBlock) -> FiguresBlock | None:
    """Figures that may be quoted, each with its source and its day."""
    rows = [*_station_figures(cards), *_coverage_figures(cards), *_year_figures(cards), *_report_figures(cards)]
    name = "可以引用的数字"
    return {"type": "figures", "anchor": which.value, "name": name, "rows": rows} if rows else None


def _figure(cards: Cards, label: str, value: str, source: str, address: str) -> QuotableFigure:
    quoted = f"{cards.settings.city}{label}：{value}（据{source}）"
    url = cards.place(address) if address else ""
    return {"label": label, "value": value, "source": source, "url": url, "quoted": quoted}


def _station_figures(cards: Cards) -> Iterator[QuotableFigure]:
    count = sum(station.meta.status is StationStatus.OPEN for station in cards.data.stations)
    if count:
        as_of = day_text(data_date(cards.data) or cards.today)
        source = f"{cards.settings.site_name}站点名录，截至{as_of}"
        yield _figure(cards, "正在开放的志愿服务站", f"{count:,} 个", source, DIRECTORY)


def _coverage_figures(cards: Cards) -> Iterator[QuotableFigure]:
    found = cards.data.coverage
    if found is None:
        return
    source = f"{cards.settings.site_name}站点名录和社区名录，截至{day_text(cards.today)}"
    places: tuple[tuple[str, str, Share], ...] = (
        ("已有志愿服务站的城市社区", "个社区", found.city.urban),
        ("已有志愿服务站的行政村", "个村", found.city.rural),
    )
    for label, unit, area in places:
        if area.registered:
            value = f"{area.percent}%（{area.registered:,} {unit}中的 {area.covered:,} 个）"
            yield _figure(cards, label, value, source, COVERAGE)


def _year_figures(cards: Cards) -> Iterator[QuotableFigure]:
    year = cards.today.year
    found = totals([each for each in cards.data.agenda.past if each.meta.start.year == year])
    if found is None:
        return
    records = f"{cards.settings.site_name}活动记录，截至{day_text(cards.today)}"
    yield _figure(cards, f"{year}年办完的志愿活动", f"{found['activities']:,} 场", records, "activities/")
    yield _figure(cards, f"{year}年参加活动的志愿者", f"{found['took_part']:,} 人次", records, "activities/")
    if found["served"]:
        yield _figure(cards, f"{year}年活动的服务对象", f"{found['served']:,} 人次", records, "activities/")
    if found["hours"]:
        sources = "；".join(found["sources"]) + ("等" if found["more_sources"] else "")
        yield _figure(cards, f"{year}年活动的服务时长", f"{found['hours']} 小时", sources, "activities/")


def _report_figures(cards: Cards) -> Iterator[QuotableFigure]:
    if count := len(cards.data.republications.all):
        source = f"{cards.settings.site_name}供稿台账，截至{day_text(cards.today)}"
        yield _figure(cards, "志愿服务稿件被其他媒体刊登", f"{count:,} 次", source, REPORTS)


def photos_block(cards: Cards, which: PageBlock) -> PhotosBlock | None:
    """The newest pictures that others may use."""
    found = library_of(cards)
    if not found:
        return None
    return {
        "type": "photos",
        "anchor": which.value,
        "name": "图片库",
        "rows": [photo_row(cards, each) for each in found[:PHOTOS]],
        "total": len(found),
        "filter": photo_filter(cards),
    }


def brand_block(cards: Cards, which: PageBlock) -> BrandBlock:
    """Emblem and name as files."""
    files: list[BrandFile] = [
        {"title": each.title, "dark": each.dark, "svg": kit_file(cards, svg), "png": kit_file(cards, png)}
        for each in DRAWINGS
        for svg, png in [each.outputs]
    ]
    return {
        "type": "brand",
        "anchor": which.value,
        "name": "站徽和站名",
        "site": cards.settings.site_name,
        "files": files,
    }


def notices_block(cards: Cards, which: PageBlock) -> NoticesBlock | None:
    """The newest corrections and withdrawals, for whoever republished something."""
    found = all_notices(cards)
    if not found:
        return None
    return {
        "type": "notices",
        "anchor": which.value,
        "name": "更正和撤稿",
        "rows": [
            {"date": day_view(day), "title": each["title"], "text": each["text"], "url": each["url"]}
            for day, each in found[:NOTICES]
        ],
        "more": cards.place(CORRECTIONS) if cards.data.corrections else "",
        "feeds": notice_links(cards),
    }
