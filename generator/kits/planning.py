"""Which kits the site has and what is in each, from metadata alone: no text is read, no picture opened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from hashlib import blake2b
from importlib.metadata import version
from typing import Any

import PIL

from generator.derive import SiteData
from generator.model.address import Site, entry_address
from generator.model.catalogue import Entry
from generator.model.entries import Campaign, Feature, Profile, Story
from generator.model.kinds import Kind
from generator.model.kit import Kit, KitPhoto, may_be_passed_on
from generator.model.links import TargetKind, normal_target, resolve_target
from generator.model.parts import Correction, Photo
from generator.photos.credit import PhotoCredit

from .html_blocks import clean
from .layouts import layout_of
from .sheet import KitPicture, KitSheet

RECIPE = f"kits 5, Pillow {PIL.__version__}, python-docx {version('python-docx')}, typst {version('typst')}"
"""What the bytes depend on besides the inputs. Raise the number with every change of what is written."""

FOLDER = "kits/"
_OFFSET = "+08:00"


@dataclass(frozen=True, slots=True)
class PlannedKit:
    """A kit as pages show it, and what it is made from. ``sheet`` and the text of ``body_digest`` decide its bytes."""

    kit: Kit
    sheet: KitSheet


def plan_kits(data: SiteData, site: Site, drawing: Callable[[Entry], str]) -> list[PlannedKit]:
    """Every kit of the site, newest first. ``drawing`` gives the SVG of the cover of an entry that has no picture."""
    return [plan_kit(data, site, entry, drawing) for entry in data.kits]


def plan_kit(
    data: SiteData, site: Site, entry: Entry, drawing: Callable[[Entry], str], embargo: datetime | None = None
) -> PlannedKit:
    """One kit. With an ``embargo`` every form of it says that nothing may be published before that moment."""
    notes = data.public.notes
    notes.clear()
    sheet = _sheet(data, site, entry, drawing)
    if embargo is not None:
        sheet = replace(sheet, embargo=_stamp(embargo))
    digest = blake2b(
        f"{RECIPE}\0{sheet!r}\0{entry.body_digest}".encode("utf-8", "surrogatepass"), digest_size=16
    ).hexdigest()
    archive, document, text, wechat = sheet.names
    photos = tuple(KitPhoto(each.file, sheet.folder + each.name, each.width, each.height) for each in sheet.pictures)
    kit = Kit(
        entry.id, archive, document, text, wechat, photos, sheet.left_out, sheet.version, digest, frozenset(notes)
    )
    return PlannedKit(kit, sheet)


def _sheet(data: SiteData, site: Site, entry: Entry, drawing: Callable[[Entry], str]) -> KitSheet:
    meta: Any = entry.meta
    settings = data.catalogue.settings
    address = entry_address(entry.id)
    pictures = list(_pictures(data, entry))
    files = {each.file for each in pictures}
    in_text = {picture.file for picture in entry.outline.pictures} & files
    cover = next((file for file in (getattr(meta, "portrait", None), meta.cover) if file in files), "")
    cover = cover or (pictures[0].file if pictures else "")
    rest = sorted((each.file for each in pictures if each.file not in in_text), key=lambda file: file != cover)
    source, byline, url = _source(data, meta), _byline(meta), site.full_url(address) if site.origin else ""
    published, changed = _moments(entry)
    return KitSheet(
        entry_id=entry.id,
        bundle=entry.folder,
        folder=f"{FOLDER}{address}",
        slug=entry.slug,
        kind=entry.kind.label,
        title=clean(entry.title),
        subtitle=clean(meta.subtitle or "") if isinstance(meta, Story) else "",
        summary=clean(meta.summary or ""),
        brief=clean(meta.summary or entry.outline.opening),
        byline=clean(byline),
        source=clean(source),
        published=_stamp(published),
        changed=_stamp(changed),
        dates=(_day(published), _day(changed)),
        url=url,
        rights=meta.rights.label,
        reuse=meta.rights.value,
        credit_line="，".join(part for part in (f"来源：{clean(source)}", clean(byline), url) if part),
        site_name=settings.site_name,
        organiser=settings.footer.organiser or settings.site_name,
        press_phone=settings.press_phone or "",
        rights_url=settings.rights_url or "",
        licensor_url=settings.licensor_url or "",
        keywords=_keywords(data, entry),
        place=_place(data, meta),
        layout=layout_of(data, site, entry, rest),
        targets=tuple(_targets(data, site, entry)),
        cards=tuple(_cards(data, entry)),
        changes=tuple(_changes(meta.corrections)),
        pictures=tuple(pictures),
        left_out=_left_out(entry, files),
        cover=cover,
        drawing="" if cover else drawing(entry),
        subtitles=_subtitles(entry, data.today),
    )


def _pictures(data: SiteData, entry: Entry) -> Iterator[KitPicture]:
    """Listed, whole, and free to be passed on; in the order of the list, each once."""
    meta: Any = entry.meta
    settings = data.catalogue.settings
    listed: dict[str, Photo] = {}
    for photo in meta.photos:
        listed.setdefault(photo.file, photo)
    usable = [
        (entry.photos[file], photo)
        for file, photo in listed.items()
        if file in entry.photos and not entry.photos[file].problem and may_be_passed_on(photo, data.today)
    ]
    for number, (found, photo) in enumerate(usable, 1):
        yield KitPicture(
            found.name,
            f"{entry.slug}-{number:02}.jpg",
            found.digest,
            found.width,
            found.height,
            found.ai_label,
            clean(photo.alt or ""),
            PhotoCredit(
                caption=clean(photo.caption or photo.alt or ""),
                byline=clean(photo.credit or ""),
                credit=settings.site_name,
                rights=meta.rights.label,
                rights_url=settings.rights_url or "",
                licensor_url=settings.licensor_url or "",
                ai=photo.ai,
            ),
        )


def _left_out(entry: Entry, taken: set[str]) -> int:
    """Pictures of the entry, listed or shown, that are not in the kit."""
    named = {photo.file for photo in entry.meta.photos} | {picture.file for picture in entry.outline.pictures}
    return len({file for file in named if file in entry.photos} - taken)


def _subtitles(entry: Entry, today: date) -> tuple[str, str]:
    video = getattr(entry.meta, "video", None)
    if video is None or video.subtitles not in entry.files or not video.may_be_passed_on(today):
        return "", ""
    return video.subtitles, entry.files[video.subtitles]


def _source(data: SiteData, meta: Any) -> str:
    """Who published it first, as the page credits it."""
    source = meta.source.name if isinstance(meta, Story) and meta.source else ""
    return source or data.catalogue.settings.site_name


def _byline(meta: Any) -> str:
    return str(meta.byline or "") if isinstance(meta, Story | Feature) else ""


def _changes(corrections: Sequence[Correction]) -> Iterator[tuple[int, str, str]]:
    """The newest first, whatever order the editor kept; of one day the one that stands further down is the later one."""
    in_time = sorted(corrections, key=lambda each: each.date)
    numbered = [(number, _day(each.date), clean(each.text)) for number, each in enumerate(in_time, 2)]
    return reversed(numbered)


def _moments(entry: Entry) -> tuple[datetime, datetime]:
    """Publication, and the last correction if that is later."""
    published: datetime = entry.meta.date
    days = [each.date for each in entry.meta.corrections if each.date > published.date()]
    return published, datetime.combine(max(days), time()) if days else published


def _stamp(moment: datetime) -> str:
    return moment.isoformat() + _OFFSET


def _day(value: date) -> str:
    return f"{value.year}年{value.month}月{value.day}日"


def _keywords(data: SiteData, entry: Entry) -> tuple[str, ...]:
    meta, terms = entry.meta, data.catalogue.vocabularies
    words = [terms.category[id].name for id in getattr(meta, "categories", ()) if id in terms.category]
    if isinstance(meta, Story):
        words.append(meta.into.label)
    return tuple(map(clean, words))


def _place(data: SiteData, meta: Any) -> str:
    if isinstance(meta, Campaign):
        return clean(data.catalogue.settings.city)
    district = data.catalogue.vocabularies.district.get(getattr(meta, "district", None) or "")
    return clean(f"{data.catalogue.settings.city}{district.name if district else ''}")


def _targets(data: SiteData, site: Site, entry: Entry) -> Iterable[tuple[str, str]]:
    """Where links to other entries lead from elsewhere; nothing leads to what is not public."""
    if not site.origin:
        return
    for link in entry.outline.links:
        target = resolve_target(link.target, entry.id)
        if target.kind is TargetKind.ENTRY and (found := data.public.linked(target.id)):
            yield normal_target(link.target), site.full_url(entry_address(found.id))


def _cards(data: SiteData, entry: Entry) -> Iterator[tuple[str, tuple[str, str]]]:
    for mention in entry.outline.mentions:
        found = data.public.find(Kind(mention.kind), mention.slug)
        if found is not None:
            meta = found.meta
            about = meta.one_line if isinstance(meta, Profile) else meta.address
            yield f"{mention.kind}/{mention.slug}", (clean(meta.name), clean(about))
