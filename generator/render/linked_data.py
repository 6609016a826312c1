"""What search engines read beside a page: schema.org records, made from the page's view when it is written.

Only what the page itself says is said here. A picture's ``license`` leads to the words about
reprinting at the foot of the page, and is there only when reprinting is allowed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from generator.model.page import View

from .entry_dates import OFFSET

Record = dict[str, Any]

CONTEXT = "https://schema.org"

REUSE = "#reuse"
"""The anchor of what a page says about reprinting."""


def linked_data(view: View, shared: View) -> Record | None:
    """The records of a page as one JSON-LD document; None when it has none, or no full address."""
    origin = shared["origin"]
    if not origin or "crumbs" not in view:
        return None
    describe = _DESCRIPTIONS.get(view["kind"])
    graph = [describe(view, shared)] if describe else []
    crumbs = view["crumbs"]
    if crumbs and view["kind"] not in ("redirect", "not-found"):
        last = len(crumbs)
        graph.append(
            {
                "@type": "BreadcrumbList",
                "itemListElement": [
                    {"@type": "ListItem", "position": place, "name": crumb["name"], "item": origin + crumb["url"]}
                    if place < last
                    else {"@type": "ListItem", "position": place, "name": crumb["name"]}
                    for place, crumb in enumerate(crumbs, 1)
                ],
            }
        )
    return {"@context": CONTEXT, "@graph": graph} if graph else None


def _home(view: View, shared: View) -> Record:
    return {
        "@type": "WebSite",
        "name": shared["name"],
        "url": view["canonical"],
        "description": view["description"],
        "inLanguage": shared["language"],
        "publisher": {"@type": "Organization", "name": shared["footer"]["organiser"] or shared["name"]},
    }


def _story(view: View, shared: View) -> Record:
    published = _moment(view["date"]["iso"])
    record: Record = {
        "@type": "NewsArticle",
        "headline": view["headline"],
        "description": view["description"],
        "url": view["canonical"],
        "mainEntityOfPage": view["canonical"],
        "inLanguage": shared["language"],
        "datePublished": published,
        "dateModified": max([published, *(_moment(each["date"]["iso"]) for each in view["corrections"])]),
        "author": [{"@type": "Person", "name": name} for name in view["byline"].split("、") if name],
        "publisher": {"@type": "Organization", "name": shared["name"], "url": shared["origin"] + shared["home"]},
        "articleSection": [link["name"] for link in view["categories"]],
    }
    if view["image"]:
        record["image"] = _image(view, view["reuse"])
    if view["source"] and view["source"]["url"]:
        record["isBasedOn"] = view["source"]["url"]
    return record


def _profile(view: View, shared: View) -> Record:
    about: Record = {
        "@type": "Person" if view["person"] else "Organization",
        "name": view["headline"],
        "description": view["one_line"],
    }
    if view["image"]:
        about["image"] = _image(view)
    if view["honours"]:
        about["award"] = [f"{each['year']}{each['name']}" for each in view["honours"]]
    if view["organisation"] and view["person"]:
        about["affiliation"] = {"@type": "Organization", "name": view["organisation"]["name"]}
    published = _moment(view["date"]["iso"])
    return {
        "@type": "ProfilePage",
        "url": view["canonical"],
        "name": view["title"],
        "inLanguage": shared["language"],
        "dateCreated": published,
        "mainEntity": about,
    }


def _activity(view: View, shared: View) -> Record:
    card = view["card"]
    record = {
        **_event(view, shared, view["starts"], view["ends"]),
        "eventStatus": f"{CONTEXT}/{'EventCancelled' if card['phase'] == 'cancelled' else 'EventScheduled'}",
        "location": _place(card["place"], shared, card["district"]["name"], view["street"]),
    }
    if card["places"] is not None:
        record["maximumAttendeeCapacity"] = card["places"]
    if card["places_left"] is not None:
        record["remainingAttendeeCapacity"] = card["places_left"]
    return record


def _campaign(view: View, shared: View) -> Record:
    return {
        **_event(view, shared, view["start"]["iso"], view["end"]["iso"]),
        "eventStatus": f"{CONTEXT}/EventScheduled",
        "location": _place(shared["city"], shared),
    }


def _event(view: View, shared: View, start: str, end: str) -> Record:
    record: Record = {
        "@type": "Event",
        "name": view["headline"],
        "description": view["description"],
        "url": view["canonical"],
        "inLanguage": shared["language"],
        "startDate": start,
        "endDate": end,
        "eventAttendanceMode": f"{CONTEXT}/OfflineEventAttendanceMode",
    }
    if view["organiser"]["name"]:
        record["organizer"] = _linked("Organization", view["organiser"])
    if view["image"]:
        record["image"] = _image(view)
    return record


def _station(view: View, shared: View) -> Record:
    card = view["card"]
    record = _place(card["name"], shared, card["district"]["name"], card["address"])
    record["url"] = view["canonical"]
    if card["phone"]:
        record["telephone"] = card["phone"]
    if view["position"]:
        longitude, latitude = (round(degrees, 6) for degrees in view["position"])
        record["geo"] = {"@type": "GeoCoordinates", "longitude": longitude, "latitude": latitude}
    return record


def _place(name: str, shared: View, district: str = "", street: str = "") -> Record:
    address = {"@type": "PostalAddress", "addressCountry": "CN", "addressLocality": shared["city"] + district}
    if street:
        address["streetAddress"] = street
    return {"@type": "Place", "name": name, "address": address}


def _linked(kind: str, link: Record) -> Record:
    return {"@type": kind, "name": link["name"], **({"url": link["url"]} if link["url"] else {})}


def _image(view: View, reuse: str = "") -> Record:
    """The page's picture for sharing, with what the page says of it."""
    record: Record = {"@type": "ImageObject", "contentUrl": view["image"], "url": view["image"]}
    picture = next((each for each in _shown(view) if view["image"].endswith(each["full"] or "\0")), None)
    if picture:
        if picture["caption"]:
            record["caption"] = picture["caption"]
        if picture["credit"]:
            record["creditText"] = picture["credit"]
        if picture["ai"]:
            record["digitalSourceType"] = f"{CONTEXT}/TrainedAlgorithmicMediaDigitalSource"
    if reuse == "reprint":
        record["license"] = view["canonical"] + REUSE
    if reuse in ("reprint", "ask"):
        record["acquireLicensePage"] = view["canonical"] + REUSE
    return record


def _shown(view: View) -> Iterator[Record]:
    for key in ("lead", "portrait"):
        if view.get(key):
            yield view[key]
    yield from view["pictures"].values()


def _moment(iso: str) -> str:
    """A day begins at midnight; a moment of a view has its offset but no seconds."""
    return f"{iso[:16]}:00{OFFSET}" if len(iso) > 10 else f"{iso}T00:00:00{OFFSET}"


_DESCRIPTIONS: dict[str, Callable[[View, View], Record]] = {
    "home": _home,
    "story": _story,
    "profile": _profile,
    "activity": _activity,
    "campaign": _campaign,
    "station": _station,
}
