"""Which picture of an entry goes where. Views and jobs both ask here, so that every picture shown is made, and no other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.model.arrangement import placed_photos
from generator.model.catalogue import Entry
from generator.model.kinds import Kind
from generator.model.links import TargetKind, resolve_target
from generator.model.parts import Photo
from generator.photos.plan import SHARE_RATIO, PhotoUse


@dataclass(frozen=True, slots=True)
class PicturePlan:
    """File names; "" for none.

    ``card`` stands for the entry in lists, ``lead`` at the head of its page, ``text`` are
    those that its text shows, links to or offers for download, ``gallery`` the listed ones left over,
    after those that a feature's galleries name.
    """

    card: str = ""
    lead: str = ""
    text: tuple[str, ...] = ()
    gallery: tuple[str, ...] = ()


NOTHING = PicturePlan()

LEAD_USE = {
    Kind.STORY: PhotoUse.LEAD,
    Kind.ACTIVITY: PhotoUse.LEAD,
    Kind.PROFILE: PhotoUse.PORTRAIT,
    Kind.CAMPAIGN: PhotoUse.BANNER,
    Kind.FEATURE: PhotoUse.BANNER,
}
CARD_USE = {kind: PhotoUse.PORTRAIT if kind is Kind.PROFILE else PhotoUse.CARD for kind in LEAD_USE}


def may_be_shown(photo: Photo | None, today: date) -> bool:
    """Whether consent allows a listed photo on ``today``: it has not run out, and a minor's is there."""
    if photo is None or photo.consent is None:
        return photo is None or not photo.minor
    return photo.consent.expires is None or today <= photo.consent.expires


def picture_plan(entry: Entry, today: date) -> PicturePlan:
    """Decide for an entry with a page of its own.

    The card is the cover, or else the first listed photo; for a profile the portrait comes
    first. The page leads with it unless the text shows it itself: then with the first
    photo that the text does not show, if there is one.
    """
    if not entry.photos:
        return NOTHING
    meta: Any = entry.meta
    listed = {photo.file: photo for photo in meta.photos}
    usable = {
        name for name, found in entry.photos.items() if not found.problem and may_be_shown(listed.get(name), today)
    }
    order = [name for name in listed if name in usable]
    shown = {file_beside(picture.file, entry.id) for picture in entry.outline.pictures} & usable
    linked = {file_beside(link.target, entry.id) for link in entry.outline.links}
    linked |= {each.file for each in getattr(meta, "attachments", getattr(meta, "files", ()))}
    linked &= usable
    chosen = [name for name in (getattr(meta, "portrait", None), meta.cover) if name in usable]
    card = next(iter((*chosen, *order)), "")
    if entry.kind is Kind.STORY or entry.kind is Kind.ACTIVITY:
        lead = card if card not in shown else next((name for name in order if name not in shown), "")
    else:
        lead = card if entry.kind in LEAD_USE else ""
    placed = [name for name in (placed_photos(meta) if entry.kind is Kind.FEATURE else ()) if name in usable]
    gallery = tuple(dict.fromkeys((*placed, *(name for name in order if name not in shown and name != lead))))
    return PicturePlan(card, lead, tuple(sorted(shown | linked)), gallery)


def shown_as(entry: Entry, plan: PicturePlan, file: str) -> PhotoUse | None:
    """A use of the picture that the entry's page has files of anyway; None when it shows it nowhere."""
    if file in plan.text or file in plan.gallery:
        return PhotoUse.FIGURE
    if file == plan.lead:
        return LEAD_USE[entry.kind]
    return CARD_USE[entry.kind] if file == plan.card else None


SHARE_LEAST = 600
"""Pixels across that a crop for sharing must have: below it messengers show a thumbnail, or nothing."""


def share_photo(entry: Entry, plan: PicturePlan) -> str:
    """The photo that stands for the entry where its link is passed on; "" when its card does.

    A document's scan is no picture of it; an upright portrait, which would lose its head in so wide a crop, stands on
    the card (see ``share_portraits``).
    """
    if not plan.card or entry.kind not in CARD_USE or entry.kind is Kind.PROFILE:
        return ""
    photo = entry.photos[plan.card]
    wide_enough = min(photo.width, photo.height * SHARE_RATIO[0] // SHARE_RATIO[1]) >= SHARE_LEAST
    return plan.card if wide_enough else ""


def file_beside(raw: str, entry_id: str) -> str:
    """The name of the file beside the entry that ``raw`` in its text means; "" when it means something else."""
    target = resolve_target(raw, entry_id)
    return target.file if target.kind is TargetKind.FILE and target.id == entry_id else ""


def planned_uses(entry: Entry, plan: PicturePlan, *, share: bool = True) -> dict[str, set[PhotoUse]]:
    """The uses of each file in a plan; without ``share`` the site has no share pictures."""
    uses: dict[str, set[PhotoUse]] = {}
    if share and (file := share_photo(entry, plan)):
        uses.setdefault(file, set()).add(PhotoUse.SHARE)
    if plan.card and entry.kind in CARD_USE:
        uses.setdefault(plan.card, set()).add(CARD_USE[entry.kind])
    if plan.lead:
        uses.setdefault(plan.lead, set()).add(LEAD_USE[entry.kind])
    for name in (*plan.text, *plan.gallery):
        uses.setdefault(name, set()).add(PhotoUse.FIGURE)
    return uses
