"""Pictures as search engines read them: schema.org ImageObjects with creator, credit and terms of use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.model.page import View

Record = dict[str, Any]

REUSE = "#reuse"
"""The anchor of what a page says about reprinting."""


def image_record(view: View, shared: View) -> Record | None:
    """The page's photo with what the page says of it, else its card for sharing; None when it has neither."""
    share = view["share"]
    if not view["photo"]:
        return _file(share["url"], share["width"], share["height"]) if share and share["url"] else None
    record = _file(view["photo"])
    picture = next((each for each in _shown(view) if view["photo"].endswith(each["full"] or "\0")), None)
    if picture:
        if picture["alt"]:
            record["description"] = picture["alt"]
        if picture["caption"]:
            record["caption"] = picture["caption"]
        if picture["credit"]:
            record["creditText"] = picture["credit"]
            record["creator"] = {"@type": "Person", "name": picture["credit"]}
        if picture["ai"]:
            record["digitalSourceType"] = "https://schema.org/TrainedAlgorithmicMediaDigitalSource"
    if share and share["url"]:
        record["thumbnail"] = _file(share["url"], share["width"], share["height"])
    return record | _terms(view, shared)


def library_records(view: View, shared: View) -> list[Record]:
    """The pictures of one page of the library, each with its terms and the page that it belongs to."""
    origin = shared["origin"]
    return [_library_record(photo, origin, shared) for photo in view["rows"]]


def _library_record(photo: Record, origin: str, shared: View) -> Record:
    page = origin + photo["entry"]["url"]
    picture = photo["picture"]
    record = _file(origin + photo["file"]["url"], photo["width"], photo["height"])
    record |= {
        "name": photo["caption"],
        "caption": photo["caption"],
        "description": picture["alt"],
        "creditText": picture["credit"] or shared["name"],
        "thumbnail": _file(origin + picture["full"]),
        "contentLocation": {"@type": "Place", "name": photo["place"]},
        "isPartOf": {"@type": "WebPage", "name": photo["entry"]["name"], "url": page},
    }
    if picture["credit"]:
        record["creator"] = {"@type": "Person", "name": picture["credit"]}
    if photo["people"]:
        record["about"] = [{"@type": "Thing", "name": name} for name in photo["people"]]
    if picture["ai"]:
        record["digitalSourceType"] = "https://schema.org/TrainedAlgorithmicMediaDigitalSource"
    own = {"canonical": page, "reuse": photo["reuse"], "rights": photo["rights"]}
    return {name: value for name, value in record.items() if value} | _terms(own, shared)


def _file(url: str, width: int = 0, height: int = 0) -> Record:
    size = {"width": width, "height": height} if width and height else {}
    return {"@type": "ImageObject", "contentUrl": url, "url": url, **size}


def _terms(view: View, shared: View) -> Record:
    """What the picture may be used for: the site's own pages about it where the settings name them, else what
    this page says about reprinting. ``license`` only where there are terms under which it is allowed."""
    reuse = view.get("reuse", "")
    here = view["canonical"] + REUSE
    terms: Record = {}
    if licence := shared["rights_url"] or (here if reuse == "reprint" else ""):
        terms["license"] = licence
    if contact := shared["licensor_url"] or (here if reuse in ("reprint", "ask") else ""):
        terms["acquireLicensePage"] = contact
    if notice := view.get("rights", ""):
        terms["copyrightNotice"] = notice
    return terms


def _shown(view: View) -> Iterator[Record]:
    for key in ("lead", "portrait"):
        if view.get(key):
            yield view[key]
    yield from view["pictures"].values()
