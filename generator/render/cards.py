"""Cards: an entry as other pages show it. Each is made once and shared by all pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Literal, TypeVar

from generator.derive import SiteData
from generator.derive.phases import (
    ActivityPhase,
    CampaignPhase,
    NoticePhase,
    activity_phase,
    campaign_phase,
    notice_phase,
)
from generator.model.address import Site, entry_address
from generator.model.catalogue import Entry
from generator.model.entries import Activity, Campaign, Document, Feature, Profile, Station, Story
from generator.model.parts import Contact, Hours

from .chinese_dates import day_text, day_view, days_span, number, reading_time, short_day, time_span, weekday
from .map_links import map_links
from .opening_words import hours_in_words
from .pictures import Pictures
from .terms import UNKNOWN, Terms
from .views import (
    ActivityCard,
    CampaignCard,
    ContactView,
    DocumentRow,
    FeatureCard,
    HoursView,
    ProfileCard,
    StationCard,
    StoryCard,
)

CardView = TypeVar("CardView")


def telephone(phone: str | None) -> str:
    """The ``tel:`` link of a number as printed; an extension is dialled after a pause."""
    if not phone:
        return ""
    line, _, extension = phone.partition("转")
    digits = "".join(each for each in line if each.isdigit() or each == "+")
    more = "".join(each for each in extension if each.isdigit())
    return f"tel:{digits}" + (f",{more}" if more else "")


def contact_view(contact: Contact) -> ContactView:
    """Somebody to call."""
    return {"role": contact.role, "phone": contact.phone, "url": telephone(contact.phone)}


def hours_view(hours: Hours | None) -> HoursView | None:
    """A claim of hours with its date and source."""
    if hours is None:
        return None
    return {"value": number(hours.value), "as_of": day_text(hours.as_of), "source": hours.source}


class Cards:
    """Everything pages share: cards, pictures, names, addresses."""

    def __init__(self, data: SiteData, site: Site) -> None:
        self.data = data
        self.site = site
        self.settings = data.catalogue.settings
        self.today = data.today
        self.terms = Terms(data, site)
        self.pictures = Pictures(self.settings, site, data.today)
        self._made: dict[str, Any] = {}
        self._places: dict[str, str] = {}

    def url(self, entry: Entry) -> str:
        """The link to an entry's page."""
        return self.site.url(entry_address(entry.id))

    def place(self, address: str) -> str:
        """The link to a page that many pages link to, such as a column."""
        if address not in self._places:
            self._places[address] = self.site.url(address)
        return self._places[address]

    def summary(self, entry: Entry) -> str:
        """The summary, or else the beginning of the text."""
        return entry.meta.summary or entry.outline.opening

    def stories(self, entries: Iterable[Entry]) -> list[StoryCard]:
        """Cards of stories."""
        return [self.story(entry) for entry in entries]

    def story(self, entry: Entry) -> StoryCard:
        """A story's card."""
        return self._once(entry, self._story)

    def profile(self, entry: Entry) -> ProfileCard:
        """A profile's card."""
        return self._once(entry, self._profile)

    def activity(self, entry: Entry) -> ActivityCard:
        """An activity's card."""
        return self._once(entry, self._activity)

    def station(self, entry: Entry) -> StationCard:
        """A station's card."""
        return self._once(entry, self._station)

    def document(self, entry: Entry) -> DocumentRow:
        """A document's row."""
        return self._once(entry, self._document)

    def campaign(self, entry: Entry) -> CampaignCard:
        """A campaign's card."""
        return self._once(entry, self._campaign)

    def feature(self, entry: Entry) -> FeatureCard:
        """A feature's card."""
        return self._once(entry, self._feature)

    def _once(self, entry: Entry, make: Callable[[Entry], CardView]) -> CardView:
        found: CardView | None = self._made.get(entry.id)
        if found is None:
            found = self._made[entry.id] = make(entry)
        return found

    def _story(self, entry: Entry) -> StoryCard:
        meta: Story = entry.meta
        return {
            "url": self.url(entry),
            "title": meta.title,
            "subtitle": meta.subtitle or "",
            "summary": self.summary(entry),
            "picture": self.pictures.card(entry),
            "category": self.terms.category(meta.categories[0]),
            "district": self.terms.district(meta.district),
            "into": meta.into.label,
            "date": day_view(meta.date),
            "minutes": reading_time(entry.outline.characters),
            "byline": meta.byline,
        }

    def _profile(self, entry: Entry) -> ProfileCard:
        meta: Profile = entry.meta
        honours = self.data.catalogue.vocabularies.honour
        awards = sorted(meta.honours, key=lambda award: -award.year)
        return {
            "url": self.url(entry),
            "name": meta.name,
            "alias_used": meta.alias_used,
            "kind": meta.kind.label,
            "one_line": meta.one_line,
            "picture": self.pictures.card(entry),
            "district": self.terms.district(meta.district),
            "honours": [honours[award.honour].name for award in awards if award.honour in honours],
            "hours": hours_view(meta.hours),
        }

    def _activity(self, entry: Entry) -> ActivityCard:
        meta: Activity = entry.meta
        phase = activity_phase(meta, self.today)
        start = meta.start.date()
        left = None if meta.places is None or meta.taken is None else max(0, meta.places - meta.taken)
        return {
            "url": self.url(entry),
            "title": meta.title,
            "summary": self.summary(entry),
            "picture": self.pictures.card(entry),
            "phase": _activity_phase[phase],
            "phase_text": _phase_words(phase, (start - self.today).days),
            "date": day_view(start),
            "month": f"{start.month}月",
            "day": str(start.day),
            "weekday": weekday(start),
            "time": time_span(meta.start, meta.end),
            "place": meta.place,
            "district": self.terms.district(meta.district),
            "category": self.terms.category(meta.categories[0]),
            "family": meta.family,
            "ages": meta.ages or "",
            "audience": meta.audience or "",
            "places": meta.places,
            "places_left": left,
            "places_text": _places(meta.places, left),
        }

    def _station(self, entry: Entry) -> StationCard:
        meta: Station = entry.meta
        return {
            "url": self.url(entry),
            "id": meta.id,
            "name": meta.name,
            "kind": self.terms.station_kind(meta.kind),
            "district": self.terms.district(meta.district),
            "street": self.terms.street(meta.street),
            "area": "urban" if meta.area.value == "urban" else "rural",
            "area_text": meta.area.label,
            "address": meta.address,
            "phone": meta.phone or "",
            "phone_url": telephone(meta.phone),
            "hours": list(hours_in_words(meta.hours)) if meta.hours else [],
            "hours_source": meta.hours or "",
            "status": _status[meta.status.value],
            "status_text": meta.status.label,
            "services": self.terms.categories(meta.services),
            "maps": map_links(meta.coordinates, meta.name, meta.address, self.settings.site_name)
            if meta.coordinates
            else [],
        }

    def _document(self, entry: Entry) -> DocumentRow:
        meta: Document = entry.meta
        phase = notice_phase(meta.notice, self.today) if meta.notice else None
        return {
            "url": self.url(entry),
            "title": meta.title,
            "kind": meta.kind.label,
            "kind_id": meta.kind.value,
            "number": meta.number or "",
            "issuer": (self.terms.organisation(meta.issuer) or UNKNOWN)["name"],
            "district": self.terms.district(meta.district)["name"],
            "date": day_view(meta.date),
            "notice": _notice_phase[phase] if phase else "",
            "notice_text": notice_words(phase, short_day(meta.notice.start), short_day(meta.notice.end))
            if meta.notice and phase
            else "",
            "deadline": f"截止 {day_text(meta.deadline)}" if meta.deadline else "",
        }

    def _campaign(self, entry: Entry) -> CampaignCard:
        meta: Campaign = entry.meta
        phase = campaign_phase(meta, self.today)
        return {
            "url": self.url(entry),
            "title": meta.title,
            "theme": meta.theme,
            "summary": self.summary(entry),
            "picture": self.pictures.card(entry),
            "phase": _campaign_phase[phase],
            "phase_text": campaign_words(phase, meta.start),
            "start": day_view(meta.start),
            "end": day_view(meta.end),
            "dates": days_span(meta.start, meta.end),
        }

    def _feature(self, entry: Entry) -> FeatureCard:
        meta: Feature = entry.meta
        return {
            "url": self.url(entry),
            "title": meta.title,
            "summary": self.summary(entry),
            "picture": self.pictures.card(entry),
            "date": day_view(meta.date),
        }


# Plain strings for the views: an enum's member would not be a plain value.
_activity_phase: dict[ActivityPhase, Literal["upcoming", "today", "running", "past", "cancelled"]] = {
    ActivityPhase.UPCOMING: "upcoming",
    ActivityPhase.TODAY: "today",
    ActivityPhase.RUNNING: "running",
    ActivityPhase.PAST: "past",
    ActivityPhase.CANCELLED: "cancelled",
}
_campaign_phase: dict[CampaignPhase, Literal["announced", "running", "ended"]] = {
    CampaignPhase.ANNOUNCED: "announced",
    CampaignPhase.RUNNING: "running",
    CampaignPhase.ENDED: "ended",
}
_notice_phase: dict[NoticePhase, Literal["upcoming", "running", "ended"]] = {
    NoticePhase.UPCOMING: "upcoming",
    NoticePhase.RUNNING: "running",
    NoticePhase.ENDED: "ended",
}
_status: dict[str, Literal["open", "suspended", "closed"]] = {
    "open": "open",
    "suspended": "suspended",
    "closed": "closed",
}


def _phase_words(phase: ActivityPhase, days: int) -> str:
    if phase is ActivityPhase.UPCOMING:
        return "明天" if days == 1 else f"{days}天后"
    return {"today": "今天", "running": "进行中", "past": "已结束", "cancelled": "已取消"}[phase.value]


def _places(places: int | None, left: int | None) -> str:
    if places is None:
        return ""
    if left is None:
        return f"名额 {places} 个"
    return f"余 {left} 个名额" if left else "名额已满"


def campaign_words(phase: CampaignPhase, start: date) -> str:
    """The state of a campaign in words that hold until its next phase: cards of it stand on every story of it."""
    return {"announced": f"{short_day(start)}开始", "running": "进行中", "ended": "已结束"}[phase.value]


def notice_words(phase: NoticePhase, start: str, end: str) -> str:
    """The state of a 公示 in words."""
    return {"upcoming": f"{start}起公示", "running": f"公示中，至{end}", "ended": "公示已结束"}[phase.value]
