"""Feeds of the newest stories in full: of all of them, of each category, of each district."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from email.utils import format_datetime
from functools import partial
from zoneinfo import ZoneInfo

from generator.model.address import entry_address
from generator.model.catalogue import Entry
from generator.model.entries import Story
from generator.model.page import Page, View

from .cards import Cards
from .entry_dates import last_change, with_offset
from .entry_texts import text_keys
from .feed_links import FORMATS
from .feed_text import xml_text
from .list_pages import StoryList
from .views import TEMPLATES, FeedItem, FeedView

NEWEST = 20
"""Stories in a feed; programs ask several times a day and the texts are whole."""

_ZONE = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True, slots=True)
class Feeds:
    """Makes the feeds of a site; what stands in several of them is made once. ``addresses`` as for the stories' own pages."""

    cards: Cards
    addresses: Set[str]
    made: dict[str, FeedItem]

    def pages(self, lists: Sequence[StoryList]) -> list[Page]:
        """Three pages for each list but those of years and months, which end; none without ``site_url``."""
        if not self.cards.site.origin:
            return []
        return [
            Page(
                which.base + file,
                TEMPLATES[kind],
                partial(self._view, kind, file, which),
                bodies_of=tuple(story.id for story in which.stories[:NEWEST]),
            )
            for which in lists
            if which.kind not in ("year", "month")
            for kind, (file, _, _) in FORMATS.items()
        ]

    def _view(self, kind: str, file: str, which: StoryList) -> View:
        site, settings = self.cards.site, self.cards.settings
        newest = which.stories[:NEWEST]
        updated = max(moment for story in newest if (moment := last_change(story)))
        view: FeedView = {
            "kind": kind,
            "title": settings.site_name if which.kind == "all" else f"{settings.site_name} · {which.name}",
            "description": xml_text(which.intro or settings.description),
            "language": "zh-CN",
            "url": site.full_url(which.base),
            "self_url": site.full_url(which.base + file),
            "updated": with_offset(updated),
            "updated_rss": format_datetime(updated.replace(tzinfo=_ZONE)),
            "author": settings.footer.organiser or settings.site_name,
            "origin": site.origin,
            "stories": [self._story(story) for story in newest],
        }
        return dict(view)

    def _story(self, entry: Entry) -> FeedItem:
        if entry.id not in self.made:
            self.made[entry.id] = self._item(entry)
        return self.made[entry.id]

    def _item(self, entry: Entry) -> FeedItem:
        meta: Story = entry.meta
        cards, site = self.cards, self.cards.site
        text = text_keys(cards, entry, self.addresses)
        lead = cards.pictures.lead(entry)
        photo = cards.pictures.share(entry)
        categories = [link["name"] for link in cards.terms.categories(meta.categories)]
        return {
            "url": site.full_url(entry_address(entry.id)),
            "title": xml_text(meta.title),
            "summary": xml_text(cards.summary(entry)),
            "byline": xml_text(meta.byline),
            "published": with_offset(meta.date),
            "updated": with_offset(last_change(entry) or meta.date),
            "published_rss": format_datetime(meta.date.replace(tzinfo=_ZONE)),
            "categories": [*categories, cards.terms.district(meta.district)["name"], meta.into.label],
            "rights": meta.rights.label,
            "source": {"name": meta.source.name, "url": meta.source.url or ""} if meta.source else None,
            "video": {"name": meta.video.title, "url": meta.video.url}
            if meta.video and meta.video.is_shown(cards.today)
            else None,
            "corrections": text["corrections"],
            "lead": lead if lead and lead["kind"] == "photo" else None,
            "gallery": cards.pictures.gallery(entry),
            "image": site.origin + photo["full"] if photo else "",
            "image_file": photo["full"].removeprefix(site.prefix) if photo else "",
            "targets": text["targets"],
            "pictures": text["pictures"],
            "cards": text["cards"],
            "body_digest": entry.body_digest,
        }
