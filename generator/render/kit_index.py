"""The list of kits as a file that a script narrows: a row for each kit, with what can be chosen and searched."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import blake2b
from typing import Any

from generator.derive import SiteData
from generator.model.address import entry_address
from generator.model.catalogue import Entry
from generator.model.kit import Kit, Kits

from .chinese_dates import day_text
from .entry_dates import last_change

FOLDER = "data"

COLUMNS = (
    *("title", "address", "label", "date", "changed", "pictures", "rights", "archive"),
    *("kind", "theme", "district", "year", "photos", "about"),
)
"""What a row holds, in order: what is shown, then what is chosen (by id; ``theme`` is a list, ``photos`` "1" or ""), then
words that are searched and not shown. Addresses are below the site's root."""

SEARCHED = ("title", "label", "about")


def kit_index(data: SiteData, kits: Kits) -> str:
    """The file's text: JSON with ``columns``, ``words`` (the columns in which words are looked for) and ``rows``."""
    rows = [_row(data, entry, kits[entry.id]) for entry in listed_kits(data, kits)]
    return index_text(COLUMNS, SEARCHED, rows)


def listed_kits(data: SiteData, kits: Kits) -> Sequence[Entry]:
    """The entries whose kits are listed, newest first."""
    return [entry for entry in data.kits if entry.id in kits]


def index_text(columns: Sequence[str], words: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """A file for the script that narrows lists (``narrow-list.js``)."""
    value = {"columns": columns, "words": words, "rows": rows}
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def index_address(name: str, text: str) -> str:
    """Where such a file is published: browsers keep it until it changes."""
    return f"{FOLDER}/{name}-{blake2b(text.encode('utf-8', 'replace'), digest_size=8).hexdigest()}.json"


def changed_words(entry: Entry, version: int) -> str:
    """What the list says of a corrected kit; "" of one in its first version."""
    changed = last_change(entry)
    return f"第 {version} 版，{day_text(changed)}更正" if changed and changed > entry.meta.date else ""


def pictures_words(count: int) -> str:
    """How many pictures a kit has; "" when none."""
    return f"图片 {count} 张" if count else ""


def themes(entry: Entry) -> tuple[str, ...]:
    """The categories of an entry; only stories and profiles have any."""
    return tuple(getattr(entry.meta, "categories", ()))


def district(entry: Entry) -> str:
    """The district of an entry; "" when it is the whole city's."""
    return getattr(entry.meta, "district", None) or ""


def _row(data: SiteData, entry: Entry, kit: Kit) -> list[Any]:
    data.public.notes.update(kit.reads)
    meta: Any = entry.meta
    terms = data.catalogue.vocabularies
    here = terms.district.get(district(entry))
    names = [terms.category[id].name for id in themes(entry) if id in terms.category]
    about = [*names, here.name if here else "", meta.summary or "", getattr(meta, "byline", None) or ""]
    return [
        entry.title,
        entry_address(entry.id),
        entry.kind.label,
        day_text(meta.date),
        changed_words(entry, kit.version),
        pictures_words(len(kit.photos)),
        f"{meta.rights.label}。",
        kit.archive,
        entry.kind.value,
        list(themes(entry)),
        district(entry),
        str(meta.date.year),
        "1" if kit.photos else "",
        "\n".join(filter(None, about)),
    ]
