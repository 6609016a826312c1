"""Cards: an entry as other pages show it. Each is made once and shared by all pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar, cast

from generator.derive import SiteData
from generator.derive.phases import (
    activity_phase,
    campaign_phase,
    notice_phase,
)
from generator.model.address import Site, entry_address
from generator.model.catalogue import Entry
from generator.model.entries import Activity, Campaign, Document, Feature, Profile, Station, Story
from generator.model.kit import NO_KITS, Kits

from .chinese_dates import day_text, day_view, days_span, reading_time, short_day, time_span, weekday
from .contacts import hours_view, telephone
from .map_links import map_links
from .opening_words import hours_in_words
from .phase_words import (
    ACTIVITY_PHASE,
    CAMPAIGN_PHASE,
    NOTICE_PHASE,
    STATION_STATUS,
    activity_words,
    age_words,
    campaign_words,
    notice_words,
    places_words,
)
from .pictures import Pictures
from .share_cards import Shares
from .terms import UNKNOWN, Terms
from .typefaces import Typeface
from .views import (
    ActivityCard,
    CampaignCard,
    DocumentRow,
    FeatureCard,
    ProfileCard,
    StationCard,
    StoryCard,
)

CardView = TypeVar("CardView")
Value = TypeVar("Value")


class Cards:
    """Everything pages share: cards, pictures, names, addresses."""

    def __init__(self, data: SiteData, site: Site, face: Typeface | None = None, kits: Kits = NO_KITS) -> None:
        self.data = data
        self.site = site
        self.settings = data.catalogue.settings
        self.today = data.today
        self.kits = kits
        self.terms = Terms(data, site)
        self.pictures = Pictures(self.settings, site, data.today)
        self.shares = Shares(data, site, face)
        self._made: dict[str, Any] = {}
        self._shared: dict[str, tuple[Any, frozenset[str]]] = {}
        self._places: dict[str, str] = {}

    def once(self, name: str, make: Callable[[], Value]) -> Value:
        """What ``make`` gives, made once and shared by all pages; each of them notes what it was made from."""
        notes = self.data.public.notes
        if name not in self._shared:
            before = set(notes)
            notes.clear()
            self._shared[name] = make(), frozenset(notes)
            notes.update(before)
        value, read = self._shared[name]
        notes.update(read)
        return cast(Value, value)

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
        self.data.public.notes.add(entry.id)  # a card that lies ready was not read again, but it is shown
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
        if left and meta.taken_on is None:
            left = None  # nobody knows when that was true
        return {
            "url": self.url(entry),
            "title": meta.title,
            "summary": self.summary(entry),
            "picture": self.pictures.card(entry),
            "phase": ACTIVITY_PHASE[phase],
            "phase_text": activity_words(phase, (start - self.today).days),
            "date": day_view(start),
            "month": f"{start.month}月",
            "day": str(start.day),
            "weekday": weekday(start),
            "time": time_span(meta.start, meta.end),
            "place": meta.place,
            "district": self.terms.district(meta.district),
            "category": self.terms.category(meta.categories[0]),
            "family": meta.family,
            "seniors": meta.seniors,
            "ages": meta.ages or age_words(meta.age_from, meta.age_to),
            "audience": meta.audience or "",
            "places": meta.places,
            "places_left": left,
            "places_text": places_words(meta.places, left),
            "places_on": f"截至{short_day(meta.taken_on)}" if left is not None and meta.taken_on else "",
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
            "status": STATION_STATUS[meta.status.value],
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
            "number": meta.number or "",
            "issuer": (self.terms.organisation(meta.issuer) or UNKNOWN)["name"],
            "district": self.terms.district(meta.district)["name"],
            "date": day_view(meta.date),
            "notice": NOTICE_PHASE[phase] if phase else "",
            "notice_text": notice_words(phase, short_day(meta.notice.start), short_day(meta.notice.end))
            if meta.notice and phase
            else "",
            "deadline": f"截止 {day_text(meta.deadline)}" if meta.deadline else "",
            "files": len(meta.attachments),
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
            "phase": CAMPAIGN_PHASE[phase],
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
