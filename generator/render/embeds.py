"""Cards that other sites frame, and what oEmbed consumers read of them.

A card stays where it is as long as its entry is public, even when the kit has become too old to be offered, and at the
entry's former addresses, too: whoever framed it did so once. Of an entry that was taken back the notice stands there.
"""

from __future__ import annotations

from functools import partial
from html import escape
from typing import Any

from generator.derive.media_kits import ever_offered
from generator.model.address import entry_address
from generator.model.catalogue import Entry
from generator.model.kit import may_be_passed_on
from generator.model.page import Page, View
from generator.photos.plan import PhotoUse, plan_photo

from .cards import Cards
from .chinese_dates import day_text
from .gone_pages import CALLED
from .picture_plan import shown_as
from .pictures import photo_credit
from .views import TEMPLATES, EmbedCode, EmbedView, OembedView

WIDTH, HEIGHT = 600, 320
"""CSS pixels of the frame: the card fills it, and any width from 280 on."""


def embed_pages(cards: Cards) -> list[Page]:
    """A card for each entry that has or had a kit, and an answer to oEmbed for each whose page offers one; none without
    ``site_url``, for both need full addresses."""
    if not cards.site.origin:
        return []
    data = cards.data
    taken_back = [entry for entry in data.gone if getattr(entry.meta, "withdrawn", None) is not None]
    gone = {entry.id: entry for entry in ever_offered(taken_back, data.catalogue.settings.media_kits)}
    public = {entry.id: entry for entry in data.once_with_kits}
    framed = {entry_address(id): entry for id, entry in {**public, **gone}.items()}
    for alias, found in data.catalogue.by_alias.items():
        entry = public.get(found.id) or gone.get(found.id)
        if entry is not None and all(alias.split("/")):
            framed.setdefault(entry_address(alias), entry)
    pages = [
        Page(
            embed_address(address), TEMPLATES["embed"], partial(_gone_card if entry.id in gone else _card, cards, entry)
        )
        for address, entry in framed.items()
    ]
    answers = [entry for entry in public.values() if entry.id in cards.kits]
    pages += [_answer(partial(_oembed, cards, entry), entry) for entry in answers]
    return [*pages, *(_answer(partial(_gone_oembed, cards, entry), entry) for entry in gone.values())]


def embed_address(entry_page: str) -> str:
    """Where the card of the entry stands whose page is at an address."""
    return f"{entry_page}embed/"


def oembed_address(entry: Entry) -> str:
    """Where the answer to oEmbed stands."""
    return f"{entry_address(entry.id)}oembed.json"


def embed_code(cards: Cards, entry: Entry) -> EmbedCode | None:
    """What an entry's page offers to paste; None without ``site_url``."""
    site = cards.site
    if not site.origin:
        return None
    url, source = site.full_url(entry_address(entry.id)), _source(cards, entry)
    parts = [f'<p><a href="{escape(url)}"><b>{escape(entry.title)}</b></a></p>']
    if summary := cards.summary(entry):
        parts.append(f"<p>{escape(summary)}</p>")
    parts.append(f'<p>来源：<a href="{escape(url)}">{escape(source)}</a></p>')
    return {
        "url": site.url(embed_address(entry_address(entry.id))),
        "oembed": site.full_url(oembed_address(entry)),
        "frame": _frame(cards, entry),
        "plain": "\n".join(parts),
    }


def _frame(cards: Cards, entry: Entry) -> str:
    url = cards.site.full_url(embed_address(entry_address(entry.id)))
    return (
        f'<iframe src="{escape(url)}" title="{escape(entry.title)}" width="{WIDTH}" height="{HEIGHT}" loading="lazy"'
        ' style="max-width:100%;border:0"></iframe>'
    )


def _answer(view: partial[View], entry: Entry) -> Page:
    return Page(oembed_address(entry), TEMPLATES["oembed"], view)


def _card(cards: Cards, entry: Entry) -> View:
    meta: Any = entry.meta
    categories = getattr(meta, "categories", ())
    theme = cards.terms.category(categories[0])["name"] if categories else ""
    district = cards.terms.district(getattr(meta, "district", None))["name"]
    view: EmbedView = {
        "kind": "embed",
        "title": entry.title,
        "url": cards.site.full_url(entry_address(entry.id)),
        "kicker": " · ".join(filter(None, (theme or entry.kind.public_label, district))),
        "summary": cards.summary(entry),
        "byline": " · ".join(filter(None, (_source(cards, entry), day_text(meta.date)))),
        "picture": cards.pictures.photo(entry, *free) if (free := _free_photo(cards, entry)) else None,
        "gone": False,
    }
    return dict(view)


def _gone_card(cards: Cards, entry: Entry) -> View:
    withdrawn = entry.meta.withdrawn
    view: EmbedView = {
        "kind": "embed",
        "title": _gone_title(entry),
        "url": cards.site.full_url(entry_address(entry.id)),
        "kicker": "撤稿说明",
        "summary": withdrawn.reason,
        "byline": f"{cards.settings.site_name} · {day_text(withdrawn.date)}",
        "picture": None,
        "gone": True,
    }
    return dict(view)


def _free_photo(cards: Cards, entry: Entry) -> tuple[str, PhotoUse] | None:
    """The picture of the card: one that others may use, in a use that the entry's page has files of anyway."""
    plan = cards.pictures.plan(entry)
    free = {photo.file for photo in entry.meta.photos if may_be_passed_on(photo, cards.today)}
    for file in (plan.card, plan.lead, *plan.gallery, *plan.text):
        if file in free and (use := shown_as(entry, plan, file)):
            return file, use
    return None


def _source(cards: Cards, entry: Entry) -> str:
    """Who published it first."""
    source = getattr(entry.meta, "source", None)
    return source.name if source else cards.settings.site_name


def _gone_title(entry: Entry) -> str:
    return f"{CALLED.get(entry.kind, '这个页面')}已经撤回"


def _oembed(cards: Cards, entry: Entry) -> View:
    byline = getattr(entry.meta, "byline", None) or ""
    record: dict[str, Any] = {
        **_record(cards, "rich", entry.title),
        "author_name": byline or _source(cards, entry),
        "cache_age": 86_400,
        "html": _frame(cards, entry),
        "width": WIDTH,
        "height": HEIGHT,
    }
    if free := _free_photo(cards, entry):
        file, use = free
        largest = plan_photo(entry.photos[file], use, photo_credit(entry, file, cards.settings)).largest
        # All three or none, says the specification.
        record["thumbnail_url"] = cards.site.full_url(largest.name)
        record |= {"thumbnail_width": largest.width, "thumbnail_height": largest.height}
    view: OembedView = {"kind": "oembed", "record": record}
    return dict(view)


def _gone_oembed(cards: Cards, entry: Entry) -> View:
    """A link to the notice: nothing to frame any more."""
    view: OembedView = {"kind": "oembed", "record": _record(cards, "link", _gone_title(entry))}
    return dict(view)


def _record(cards: Cards, type: str, title: str) -> dict[str, Any]:
    """What every answer has (oEmbed 1.0, section 2.3.4)."""
    provider = {"provider_name": cards.settings.site_name, "provider_url": cards.site.full_url("")}
    return {"version": "1.0", "type": type, "title": title, **provider}
