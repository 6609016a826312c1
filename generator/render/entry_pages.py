"""Views of stories, profiles, features and documents: pages that show one entry's text."""

from __future__ import annotations

from collections.abc import Set
from datetime import date

from generator.derive.phases import notice_phase
from generator.model.catalogue import Entry
from generator.model.entries import Document, Profile, ProfileKind, Story
from generator.model.kinds import Kind

from .briefings import briefing_view
from .cards import Cards
from .chinese_dates import day_view, moment_view, short_day
from .contacts import contact_view, hours_view
from .document_lists import kind_address
from .entry_texts import text_keys
from .file_views import file_views
from .page_heads import entry_head
from .phase_words import notice_words
from .profile_words import profile_words
from .reuse_box import reuse_keys
from .terms import CATEGORIES, UNKNOWN
from .videos import video_view
from .views import DocumentView, HonourView, LinkView, NoticeView, ProfileView, StoryView

STORIES_ON_A_PROFILE = 30


def story_view(cards: Cards, entry: Entry, addresses: Set[str]) -> StoryView:
    """A story's page."""
    meta: Story = entry.meta
    data, terms, public = cards.data, cards.terms, cards.data.public
    categories = terms.categories(meta.categories)
    district = terms.district(meta.district)
    organisation = terms.organisation(meta.organisation)
    lead = cards.pictures.lead(entry)
    source = meta.source.name if meta.source else organisation["name"] if organisation else ""
    words = [link["name"] for link in categories]
    head = entry_head(
        cards,
        "story",
        entry,
        "stories",
        source=source,
        author=meta.byline,
        keywords=[*words, district["name"], meta.into.label],
        picture=cards.pictures.share(entry),
        description=cards.summary(entry),
        crumbs=[(words[0], f"{CATEGORIES}{meta.categories[0]}/")] if categories and categories[0]["url"] else (),
        published=meta.date,
    )
    previous, following = data.neighbours(entry)
    station, activity, campaign = (
        public.find(Kind.STATION, meta.station),
        public.find(Kind.ACTIVITY, meta.activity),
        public.find(Kind.CAMPAIGN, meta.campaign),
    )
    in_text = [each.slug for each in entry.outline.mentions]
    people = public.found(Kind.PROFILE, [slug for slug in meta.people if slug not in in_text])
    return {
        **head,
        **text_keys(cards, entry, addresses),
        "subtitle": meta.subtitle or "",
        "into": terms.into(meta.into),
        "categories": categories,
        "district": district,
        "place": terms.street(meta.street),
        "date": moment_view(meta.date),
        "byline": meta.byline,
        "source": {"name": meta.source.name, "url": meta.source.url or ""} if meta.source else None,
        "minutes": cards.story(entry)["minutes"],
        "lead": lead,
        "gallery": cards.pictures.gallery(entry),
        "video": video_view(cards, entry),
        "people": [cards.profile(person) for person in people],
        "station": cards.station(station) if station and meta.station not in in_text else None,
        "organisation": organisation,
        "activity": cards.activity(activity) if activity else None,
        "campaign": cards.campaign(campaign) if campaign else None,
        "features": [cards.feature(each) for each in data.back.features.get(entry.id, ())],
        "previous": cards.story(previous) if previous else None,
        "next": cards.story(following) if following else None,
        "related": [
            {"card": cards.story(each.story), "reason": each.bond.reason} for each in data.relations.related(entry)
        ],
        **reuse_keys(cards, entry),
    }


def profile_view(cards: Cards, entry: Entry, addresses: Set[str]) -> ProfileView:
    """A model volunteer's page."""
    meta: Profile = entry.meta
    data, terms = cards.data, cards.terms
    district = terms.district(meta.district)
    categories = terms.categories(meta.categories)
    station = data.public.find(Kind.STATION, meta.station)
    organisation = terms.organisation(meta.organisation)
    portrait = cards.pictures.card(entry)
    head = entry_head(
        cards,
        "profile",
        entry,
        "profiles",
        source=organisation["name"] if organisation else "",
        keywords=[meta.name, *(link["name"] for link in categories), district["name"]],
        picture=portrait,
        description=cards.summary(entry) or meta.one_line,
        published=meta.date,
    )
    return {
        **head,
        **text_keys(cards, entry, addresses),
        "profile_kind": meta.kind.label,
        "words": profile_words(meta.kind, meta.name),
        "person": meta.kind is ProfileKind.PERSON,
        "alias_used": meta.alias_used,
        "one_line": meta.one_line,
        "portrait": portrait,
        "gallery": cards.pictures.gallery(entry),
        "honours": _honours(cards, meta),
        "since": f"{meta.since}年起" if meta.since else "",
        "hours": hours_view(meta.hours),
        "skills": list(meta.skills),
        "categories": categories,
        "district": district,
        "station": cards.station(station) if station else None,
        "organisation": organisation,
        "quotation": meta.quotation or "",
        "timeline": [{"when": each.when, "text": each.text} for each in meta.timeline],
        "date": day_view(meta.date),
        "stories": cards.stories(data.back.stories.get(entry.id, ())[:STORIES_ON_A_PROFILE]),
        **reuse_keys(cards, entry),
    }


def _honours(cards: Cards, meta: Profile) -> list[HonourView]:
    known = cards.data.catalogue.vocabularies.honour
    return [
        {
            "name": known[award.honour].name,
            "level": known[award.honour].level or "",
            "granted_by": known[award.honour].granted_by or "",
            "year": f"{award.year}年",
            "document": award.document or "",
        }
        for award in sorted(meta.honours, key=lambda award: -award.year)
        if award.honour in known
    ]


def document_view(cards: Cards, entry: Entry, addresses: Set[str]) -> DocumentView:
    """A document's page."""
    meta: Document = entry.meta
    terms = cards.terms
    issuer = terms.organisation(meta.issuer) or UNKNOWN
    column: LinkView = {"name": meta.kind.label, "url": cards.place(kind_address(meta.kind))}
    head = entry_head(
        cards,
        "document",
        entry,
        "documents",
        source=issuer["name"],
        keywords=[meta.kind.label, meta.number or ""],
        description=cards.summary(entry),
        crumbs=[(meta.kind.label, kind_address(meta.kind))],
        published=meta.date,
    )
    return {
        **head,
        **text_keys(cards, entry, addresses),
        "document_kind": column,
        "number": meta.number or "",
        "issuer": issuer,
        "district": terms.district(meta.district) if meta.district else None,
        "date": moment_view(meta.date),
        "deadline": day_view(meta.deadline) if meta.deadline else None,
        "deadline_passed": bool(meta.deadline and meta.deadline < cards.today),
        "attachments": file_views(cards, entry),
        "notice": _notice(meta, cards.today),
        "briefing": briefing_view(meta, cards.today),
        "gallery": cards.pictures.gallery(entry),
    }


def _notice(meta: Document, today: date) -> NoticeView | None:
    if meta.notice is None:
        return None
    phase = notice_phase(meta.notice, today)
    return {
        "phase": phase.value,
        "phase_text": notice_words(phase, short_day(meta.notice.start), short_day(meta.notice.end)),
        "start": day_view(meta.notice.start),
        "end": day_view(meta.notice.end),
        "contact": contact_view(meta.notice.contact),
    }
