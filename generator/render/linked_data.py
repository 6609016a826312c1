"""What search engines read beside a page: schema.org records, made from the page's view when it is written.

Only what the page itself says is said here. The text is not said twice: an ``articleBody`` would make a story
half as heavy again, and no reader of these records needs it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.model.page import View

from .linked_events import activity_record, campaign_record
from .linked_names import author_records, linked_record, moment, publisher_record
from .linked_pictures import image_record, library_records
from .linked_places import opening_records, place_record
from .linked_videos import video_record

Record = dict[str, Any]

CONTEXT = "https://schema.org"

MOST_PARTS = 60
"""Parts of a feature that are named; its page shows them all."""


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
        "publisher": publisher_record(shared),
    }


def _story(view: View, shared: View) -> Record:
    published = moment(view["date"]["iso"])
    record: Record = {
        "@type": "NewsArticle",
        "headline": view["headline"],
        "description": view["description"],
        "url": view["canonical"],
        "mainEntityOfPage": view["canonical"],
        "inLanguage": shared["language"],
        "datePublished": published,
        "dateModified": max([published, *(moment(each["date"]["iso"]) for each in view["corrections"])]),
        "author": author_records(view["byline"]),
        "publisher": publisher_record(shared),
        "articleSection": [link["name"] for link in view["categories"]],
        "isAccessibleForFree": True,
    }
    if image := image_record(view, shared):
        record["image"] = image
    if view["district"]["name"]:
        record["contentLocation"] = place_record(view["district"]["name"], shared, view["district"]["name"])
    if view["source"] and view["source"]["url"]:
        record["isBasedOn"] = view["source"]["url"]
    if video := video_record(view, shared, published, image):
        record["video"] = video
    return record


def _profile(view: View, shared: View) -> Record:
    about: Record = {
        "@type": "Person" if view["person"] else "Organization",
        "name": view["headline"],
        "description": view["one_line"],
    }
    if image := image_record(view, shared):
        about["image"] = image
    if view["honours"]:
        about["award"] = [f"{each['year']}{each['name']}" for each in view["honours"]]
    if view["organisation"] and view["person"]:
        about["affiliation"] = {"@type": "Organization", "name": view["organisation"]["name"]}
    published = moment(view["date"]["iso"])
    return {
        "@type": "ProfilePage",
        "url": view["canonical"],
        "name": view["title"],
        "inLanguage": shared["language"],
        "dateCreated": published,
        "mainEntity": about,
    }


def _standing_page(view: View, shared: View) -> Record:
    """A page of its own, such as how to take part; its date is that of the last review."""
    corrected = [moment(each["date"]["iso"]) for each in view["corrections"]]
    return {
        "@type": "WebPage",
        "name": view["headline"],
        "description": view["description"],
        "url": view["canonical"],
        "inLanguage": shared["language"],
        "dateModified": max([moment(view["date"]["iso"]), *corrected]),
        "publisher": publisher_record(shared),
    }


def _station(view: View, shared: View) -> Record:
    card = view["card"]
    record = place_record(card["name"], shared, card["district"]["name"], card["address"])
    record["url"] = view["canonical"]
    if card["phone"]:
        record["telephone"] = card["phone"]
    if opening := opening_records(card["hours_source"]):
        record["openingHoursSpecification"] = opening
    if view["position"]:
        longitude, latitude = (round(degrees, 6) for degrees in view["position"])
        record["geo"] = {"@type": "GeoCoordinates", "longitude": longitude, "latitude": latitude}
    return record


def _feature(view: View, shared: View) -> Record:
    record: Record = {
        "@type": "CollectionPage",
        "name": view["headline"],
        "description": view["description"],
        "url": view["canonical"],
        "inLanguage": shared["language"],
        "datePublished": moment(view["date"]["iso"]),
        "publisher": publisher_record(shared),
        "hasPart": [
            {"@type": "WebPage", "name": link["name"], "url": shared["origin"] + link["url"]}
            for link in view["parts"][:MOST_PARTS]
        ],
    }
    if view["byline"]:
        record["author"] = author_records(view["byline"])
    if image := image_record(view, shared):
        record["image"] = image
    return record


def _document(view: View, shared: View) -> Record:
    """A notice or paper; the end of a public notice, or else its deadline, is when it runs out."""
    record: Record = {
        "@type": "DigitalDocument",
        "name": view["headline"],
        "description": view["description"],
        "url": view["canonical"],
        "inLanguage": shared["language"],
        "genre": view["document_kind"]["name"],
        "datePublished": moment(view["date"]["iso"]),
        "publisher": publisher_record(shared),
        "isAccessibleForFree": True,
    }
    if view["issuer"]["name"]:
        record["author"] = linked_record("Organization", view["issuer"], shared)
    if view["number"]:
        record["identifier"] = view["number"]
    if end := view["notice"]["end"] if view["notice"] else view["deadline"]:
        record["expires"] = end["iso"]
    if view["attachments"]:
        record["hasPart"] = [
            {"@type": "MediaObject", "name": each["title"], "contentUrl": shared["origin"] + each["url"]}
            for each in view["attachments"]
        ]
    return record


def _photos(view: View, shared: View) -> Record:
    return {
        "@type": "ImageGallery",
        "name": view["headline"],
        "description": view["description"],
        "url": view["canonical"],
        "inLanguage": shared["language"],
        "publisher": publisher_record(shared),
        "image": library_records(view, shared),
    }


def _organisation(view: View, _: View) -> Record:
    record: Record = {
        "@type": "Organization",
        "name": view["headline"],
        "description": view["description"],
        "url": view["canonical"],
    }
    if view["phone"]:
        record["telephone"] = view["phone"]
    if view["address"]:
        record["address"] = view["address"]
    if view["website"]:
        record["sameAs"] = view["website"]["url"]
    return record


_DESCRIPTIONS: dict[str, Callable[[View, View], Record]] = {
    "home": _home,
    "story": _story,
    "profile": _profile,
    "activity": activity_record,
    "campaign": campaign_record,
    "feature": _feature,
    "document": _document,
    "page": _standing_page,
    "station": _station,
    "organisation": _organisation,
    "photos": _photos,
}
