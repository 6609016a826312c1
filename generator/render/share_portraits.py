"""Share pictures of people: the name on the panel, their portrait in the place of the designed cover."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from generator.model.catalogue import Entry
from generator.model.entries import Profile
from generator.model.job import Job, JobError
from generator.model.settings import Settings
from generator.photos.plan import Rendition, crop_to
from generator.photos.rendering import PhotoWork, encoded_jpeg, photo_part

from .picture_plan import PicturePlan
from .pictures import photo_credit
from .share_art import ART_HEIGHT, ART_WIDTH
from .share_pictures import FOLDER, RECIPE, WIDTH, ShareCard, draw_card
from .typefaces import Typeface

LEAST = 400
"""Pixels across that a portrait must have: enlarged more, it would look worse than a drawing."""

_QUALITY = 88
"""Type keeps its edges."""


@dataclass(frozen=True, slots=True)
class PortraitCard:
    """``work`` is the portrait's crop to the place of the cover."""

    card: ShareCard
    work: PhotoWork


def portrait_card(entry: Entry, plan: PicturePlan, card: ShareCard, settings: Settings) -> PortraitCard | None:
    """A profile's card with its portrait; None when the profile has none that may be passed on.

    Its consent must hold today (``plan`` knows). Whoever goes by another name, whose picture is for this site only, a
    minor without a consent for reuse, and a picture made by AI, which needs a visible label, have the designed card.
    """
    meta = entry.meta
    if not isinstance(meta, Profile) or meta.alias_used or not plan.card:
        return None
    photo = entry.photos[plan.card]
    listed = next((each for each in meta.photos if each.file == plan.card), None)
    if photo.ai_label or (listed and (listed.ai or listed.site_only)):
        return None
    if listed and listed.minor and not (listed.consent and listed.consent.reuse):
        return None
    crop = crop_to(photo.width, photo.height, (ART_WIDTH, ART_HEIGHT))
    if crop[2] - crop[0] < LEAST:
        return None
    work = PhotoWork(
        f"{entry.id}/{photo.name}",
        photo.digest,
        (photo.width, photo.height),
        photo.ai_label,
        photo_credit(entry, photo.name, settings),
        ((crop, (Rendition("", ART_WIDTH, ART_HEIGHT, "jpg"),)),),
    )
    return PortraitCard(card, work)


def portrait_address(made: PortraitCard, face: Typeface | None) -> str:
    """Where it is published; the name is a digest of everything that it depends on, the photo's credit, too."""
    work = made.work
    inputs = (RECIPE, made.card, face.identity if face else "", work.digest, work.size, work.credit, work.parts)
    stem = blake2b(repr(inputs).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
    return f"{FOLDER}/{stem}.jpg"


def portrait_job(made: PortraitCard, face: Typeface | None, source: Path) -> Job:
    """The job that draws it; ``source`` is the photo."""
    address = portrait_address(made, face)
    return Job(address, _write, source, (made, face), (address,), f"{made.work.name}（分享图）")


def _write(source: Path, target_dir: Path, args: tuple[PortraitCard, Typeface | None]) -> None:
    made, face = args
    portrait = photo_part(source, made.work)
    try:
        picture = draw_card(made.card, face).convert("RGB")
    except OSError as error:  # FreeType cannot read the file
        raise JobError("分享图用的字体文件打不开。请换一个完好的字体文件，或在设置里去掉 share_font。") from error
    picture.paste(portrait, (WIDTH - ART_WIDTH, 0))
    target = target_dir / portrait_address(made, face)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(encoded_jpeg(picture, made.work, _QUALITY))
