"""Activities and campaigns as search engines read them: schema.org Events."""

from __future__ import annotations

from typing import Any

from generator.model.page import View

from .linked_names import linked_record, moment
from .linked_pictures import image_record
from .linked_places import place_record

Record = dict[str, Any]


def activity_record(view: View, shared: View) -> Record:
    """An activity, with what signing up costs: nothing."""
    card = view["card"]
    record = {
        **_event(view, shared, view["starts"], view["ends"]),
        "eventStatus": f"https://schema.org/{'EventCancelled' if card['phase'] == 'cancelled' else 'EventScheduled'}",
        "location": place_record(card["place"], shared, card["district"]["name"], view["street"]),
        "isAccessibleForFree": True,
    }
    if view["sign_up"] and card["phase"] != "cancelled":
        record["offers"] = _offer(view)
    if card["places"] is not None:
        record["maximumAttendeeCapacity"] = card["places"]
    if card["places_left"] is not None:
        record["remainingAttendeeCapacity"] = card["places_left"]
    return record


def _offer(view: View) -> Record:
    """A place in the activity, which costs nothing."""
    sign_up = view["sign_up"]
    offer: Record = {
        "@type": "Offer",
        "price": 0,
        "priceCurrency": "CNY",
        "availability": f"https://schema.org/{'InStock' if sign_up['open'] else 'SoldOut'}",
        "url": sign_up["url"] or view["canonical"],
    }
    if sign_up["deadline"]:
        offer["availabilityEnds"] = moment(sign_up["deadline"]["iso"])
    return offer


def campaign_record(view: View, shared: View) -> Record:
    """A theme month or day."""
    return {
        **_event(view, shared, view["start"]["iso"], view["end"]["iso"]),
        "eventStatus": "https://schema.org/EventScheduled",
        "location": place_record(shared["city"], shared),
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
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
    }
    if view["organiser"]["name"]:
        record["organizer"] = linked_record("Organization", view["organiser"], shared)
    if image := image_record(view, shared):
        record["image"] = image
    return record
