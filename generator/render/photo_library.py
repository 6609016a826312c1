"""The library of all pictures that others may use: those in media kits, and no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.derive import SiteData
from generator.model.address import entry_address, list_address
from generator.model.catalogue import Entry
from generator.model.kinds import Kind
from generator.model.kit import Kit, KitPhoto, Kits
from generator.model.parts import Photo, Rights
from generator.photos.plan import PhotoUse, plan_photo

from .cards import Cards
from .chinese_dates import day_text, day_view
from .kit_index import district, index_address, index_text, listed_kits, themes
from .kit_lists import choice, filled, media_crumbs, named
from .page_heads import BESIDE, column_meta, page_head
from .paging import page_of, pager
from .picture_plan import picture_plan, shown_as
from .pictures import photo_credit
from .reuse_box import kit_file
from .terms import PHOTO_LIBRARY
from .views import ListFilter, PhotoLibraryView, PhotoRow

NAME = BESIDE["photos"]
ON_A_PAGE = 36
PREVIEW_WIDTH = 540
"""Pixels across that a picture among narrowed ones has at least, if there are so many."""

COLUMNS = (
    *("caption", "credit", "ai", "place", "date", "title", "address", "file", "pixels", "rights", "src", "alt"),
    *("width", "height", "theme", "district", "year", "free", "about"),
)
"""As in the list of kits; ``free`` is "1" when nobody need be asked, ``src`` a small copy of ``width`` by ``height``."""

SEARCHED = ("caption", "alt", "credit", "place", "title", "about")


@dataclass(frozen=True, slots=True)
class LibraryPhoto:
    """A picture of the library: its entry, its file for the press, what the editor says of it, and a use of which the
    entry's page has files anyway."""

    entry: Entry
    file: KitPhoto
    listed: Photo
    use: PhotoUse
    digest: str

    @property
    def caption(self) -> str:
        """What it shows."""
        return self.listed.caption or self.listed.alt or ""


def library(data: SiteData, kits: Kits) -> Sequence[LibraryPhoto]:
    """Every picture in a kit, those of the newest entry first."""
    return [photo for entry in listed_kits(data, kits) for photo in _photos(entry, kits[entry.id], data.today)]


def _photos(entry: Entry, kit: Kit, today: date) -> Iterator[LibraryPhoto]:
    if kit.photos:
        listed = {photo.file: photo for photo in reversed(entry.meta.photos)}
        plan = picture_plan(entry, today)
        for file in kit.photos:
            if use := shown_as(entry, plan, file.file):
                yield LibraryPhoto(entry, file, listed[file.file], use, kit.digest)


def photo_index(data: SiteData, kits: Kits) -> str:
    """The library as a file that a script narrows."""
    return index_text(COLUMNS, SEARCHED, [_index_row(data, each) for each in library(data, kits)])


def library_of(cards: Cards) -> Sequence[LibraryPhoto]:
    """The same as :func:`library`; every page that asks notes all entries with kits, on which the order depends."""
    return cards.once("photo library", lambda: library(cards.data, cards.kits))


def photo_library_view(cards: Cards, number: int) -> PhotoLibraryView:
    """One page of the library."""
    found = library_of(cards)
    title = NAME if number == 1 else f"{NAME}（第 {number} 页）"
    intro = "可以转载的图片，原始分辨率，说明、作者和许可都写在文件里。"
    address = list_address(PHOTO_LIBRARY, number)
    return {
        **page_head(cards, "photos", address, title, intro, crumbs=media_crumbs(cards), meta=column_meta(NAME, intro)),
        "headline": NAME,
        "intro": intro,
        "filter": photo_filter(cards),
        "rows": [photo_row(cards, each) for each in page_of(found, number, ON_A_PAGE)],
        "pager": pager(cards.site, PHOTO_LIBRARY, number, len(found), ON_A_PAGE),
    }


def photo_row(cards: Cards, photo: LibraryPhoto) -> PhotoRow:
    """A picture as the library shows it."""
    entry, file, meta = photo.entry, photo.file, photo.entry.meta
    return {
        "picture": cards.pictures.photo(entry, file.file, photo.use),
        "caption": photo.caption,
        "place": place(cards.data, entry),
        "people": list(people(cards.data, entry)),
        "date": day_view(meta.date),
        "entry": {"name": entry.title, "url": cards.url(entry)},
        "rights": meta.rights.label,
        "reuse": meta.rights.value,
        "file": kit_file(cards, file.address),
        "width": file.width,
        "height": file.height,
        "digest": photo.digest,
    }


def place(data: SiteData, entry: Entry) -> str:
    """Where it is from: the city, and the district where the entry names one."""
    found = data.catalogue.vocabularies.district.get(district(entry))
    return f"{data.catalogue.settings.city}{found.name if found else ''}"


def people(data: SiteData, entry: Entry) -> Iterable[str]:
    """Whom the entry is about, as the site names them."""
    if entry.kind is Kind.PROFILE:
        return (entry.title,)
    return (person.title for person in data.public.found(Kind.PROFILE, getattr(entry.meta, "people", ())))


def photo_filter(cards: Cards) -> ListFilter:
    """The form that narrows the library; only what some picture has can be chosen."""
    found = library_of(cards)
    terms = cards.data.catalogue.vocabularies
    entries = list({each.entry.id: each.entry for each in found}.values())
    years = sorted({entry.meta.date.year for entry in entries}, reverse=True)
    text = cards.once("photo index", lambda: photo_index(cards.data, cards.kits))
    return {
        "url": cards.place(PHOTO_LIBRARY),
        "index": cards.site.url(index_address("photos", text)),
        "words": "画面、人物、地方、作者",
        "choices": filled(
            ("theme", "服务类别", named({id for entry in entries for id in themes(entry)}, terms.category)),
            ("district", "区县", named(set(map(district, entries)), terms.district)),
            ("year", "年份", [choice(str(year), f"{year} 年") for year in years]),
        ),
        "switches": [choice("free", "注明来源就能用")],
    }


def _index_row(data: SiteData, photo: LibraryPhoto) -> list[Any]:
    entry, file = photo.entry, photo.file
    meta: Any = entry.meta
    terms = data.catalogue.vocabularies.category
    rendered = plan_photo(entry.photos[file.file], photo.use, photo_credit(entry, file.file, data.catalogue.settings))
    sizes = [each for each in rendered.renditions if each.format == "webp"]
    small = next((each for each in sizes if each.width >= PREVIEW_WIDTH), sizes[-1])
    names = (terms[id].name for id in themes(entry) if id in terms)
    return [
        photo.caption,
        photo.listed.credit or "",
        "人工智能生成" if rendered.ai else "",
        place(data, entry),
        day_text(meta.date),
        entry.title,
        entry_address(entry.id),
        file.address,
        f"（{file.width}×{file.height}）",
        f"{meta.rights.label}。",
        small.name,
        photo.listed.alt or "",
        small.width,
        small.height,
        list(themes(entry)),
        district(entry),
        str(meta.date.year),
        "1" if meta.rights is Rights.REPRINT else "",
        "\n".join([*people(data, entry), *names]),
    ]
