"""Names, days and the site itself in the words of schema.org."""

from __future__ import annotations

from typing import Any

from generator.model.page import View

from .entry_dates import OFFSET

Record = dict[str, Any]


def publisher_record(shared: View) -> Record:
    """Who answers for the site, as its footer says."""
    return {
        "@type": "Organization",
        "name": shared["footer"]["organiser"] or shared["name"],
        "url": shared["origin"] + shared["home"],
    }


def author_records(byline: str) -> list[Record]:
    """The persons of a byline."""
    return [{"@type": "Person", "name": name} for name in byline.split("、") if name]


def linked_record(kind: str, link: Record, shared: View) -> Record:
    """Somebody that the page names, with the page about them if there is one."""
    return {"@type": kind, "name": link["name"], **({"url": shared["origin"] + link["url"]} if link["url"] else {})}


def moment(iso: str) -> str:
    """A day begins at midnight; a moment of a view has its offset but no seconds."""
    return f"{iso[:16]}:00{OFFSET}" if len(iso) > 10 else f"{iso}T00:00:00{OFFSET}"
