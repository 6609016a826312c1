"""The corpus as a Hugo site.

Profiles, stations and campaigns are Hugo's *terms* with text of their own, so that their
stories are found by Hugo's index and not by a search through all pages.
"""

from __future__ import annotations

import shutil
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks import city
from benchmarks.corpus import (
    CAMPAIGN_TEXT,
    campaign_record,
    listing,
    markdown,
    page,
    profile_record,
    put,
    record,
    station_record,
    story_record,
)
from benchmarks.emit.lists import SINGLE_PAGES, ListPage, list_pages, station_pages
from benchmarks.stories import Block, Story, related, story

PEERS = Path(__file__).parents[1] / "peers"

MENU = (
    {"id": "stories", "name": "志愿故事", "minor": False},
    {"id": "profiles", "name": "志愿人物", "minor": False},
    {"id": "campaigns", "name": "主题活动", "minor": True},
    {"id": "stations", "name": "志愿服务站", "minor": False},
)


def write_site(folder: Path, size: int) -> None:
    """A Hugo site of ``size`` stories."""
    shutil.copytree(PEERS / "hugo", folder, dirs_exist_ok=True)
    put(folder / "data/names.yaml", record(names()))
    put(folder / "data/menu.yaml", listing(MENU))
    for name, title in SINGLE_PAGES.items():
        put(folder / f"content/{name}/_index.md", page({"title": title}, ""))
    for one in list_pages(size):
        if one.number == 1:
            write_list(folder, one)
    for address, district, _ in station_pages(size):
        if address.endswith("/stations/"):
            front = {"title": f"{city.DISTRICTS[district]}志愿服务站", "url": f"/{address}", "type": "directory"}
            put(folder / f"content/directory-{district}/_index.md", page({**front, "district": district}, ""))
    for kind, at, front, body in others(size):
        put(folder / f"content/{kind}/{at}/_index.md", page(front, body))
    for number in range(size):
        write_story(folder, story(number))


def others(size: int) -> Iterator[tuple[str, str, dict[str, Any], str]]:
    """Stations (``posts``), profiles (``people``) and campaigns (``themes``): taxonomy, id, front matter, text."""
    posts = [city.post(at) for at in range(city.posts_for(size))]
    for at, post in enumerate(posts):
        values = station_record(post)
        nearby = [other.id for other in posts[max(0, at - 2) : at + 3] if other is not post]
        yield "posts", values.pop("id"), {"title": values.pop("name"), **values, "nearby": nearby}, ""
    for at in range(city.portraits_for(size)):
        portrait = city.portrait(at)
        values = profile_record(portrait)
        values["fields"] = values.pop("categories")  # or Hugo lists profiles among a category's stories
        values["base"] = values.pop("station")
        values["cover"] = cover(values["fields"][0], portrait.name)
        yield "people", portrait.id, {"title": values.pop("name"), **values}, portrait.text
    for theme in city.themes().values():
        values = campaign_record(theme)
        values["lede"] = values.pop("summary")
        values["cover"] = cover("blossom", theme.title)
        yield "themes", theme.id, values, CAMPAIGN_TEXT


_TERMS = {"into": "goals", "organisations": "units"}
"""Taxonomies whose pages have another address than their name says: it is a section's, or kept by Hugo."""


def write_list(folder: Path, one: ListPage) -> None:
    """The page that gives a term its name, and a year or month its address."""
    if one.base.startswith("archive/"):
        key = one.base.removeprefix("archive/").rstrip("/").replace("/", "-")
        put(folder / f"content/months/{key}/_index.md", page({"title": one.title, "url": f"/{one.base}"}, ""))
    elif one.base.startswith(("into/", "organisations/")):
        kind, _, key = one.base.rstrip("/").partition("/")
        put(folder / f"content/{_TERMS[kind]}/{key}/_index.md", page({"title": one.title}, ""))
    elif one.base != "stories/":
        put(folder / f"content/{one.base}_index.md", page({"title": one.title}, ""))


def write_site_with_related(folder: Path, size: int) -> None:
    """The same site, but Hugo chooses the related stories itself instead of reading them from the front matter."""
    write_site(folder, size)
    shutil.copytree(PEERS / "hugo-related/layouts", folder / "layouts", dirs_exist_ok=True)
    with (folder / "hugo.yaml").open("a", encoding="utf-8") as settings:
        settings.write((PEERS / "hugo-related/related.yaml").read_text(encoding="utf-8"))


def write_story(folder: Path, item: Story) -> None:
    """One story's bundle."""
    put(folder / "content" / item.head.id / "index.md", page(front_matter(item), text(item)))


def front_matter(item: Story) -> dict[str, object]:
    """The story's keys, with those that Hugo makes lists from as lists, and a summary that Hugo does not parse.

    The reading time is given too: in a list, Hugo would have to parse every text for it, several times once its
    cache is full (127,000 times at 30,000 stories).
    """
    values = story_record(item)
    values["lede"] = values.pop("summary")
    values["date"] = item.head.date.strftime("%Y-%m-%dT%H:%M:00+08:00")
    values["months"] = [item.head.date.strftime("%Y-%m"), item.head.date.strftime("%Y")]
    values["districts"] = [values["district"]]
    values["goals"] = [values["into"]]
    values["units"] = [values["organisation"]]
    values["posts"] = [values.pop("station")] if "station" in values else []
    values["themes"] = [values.pop("campaign")] if "campaign" in values else []
    values["cover"] = cover(item.head.categories[0], item.head.title)
    values["minutes"] = -(-sum(len(block.text) for block in item.blocks) // 400)
    values["related"] = [f"/{top.id}" for top in related(item.head)]
    return values


def text(item: Story) -> str:
    """The text with absolute links and quotations as block quotes."""
    return markdown(item.blocks, lambda target: f"/{target}/", lambda slug: f"/profiles/{slug}/", quote)


def quote(block: Block) -> str:
    """A quotation in plain Markdown."""
    return f"> {block.text}\n>\n> —— {block.speaker}"


def names() -> dict[str, dict[str, str]]:
    """Chinese names by id, for templates."""
    return {
        "categories": city.CATEGORIES,
        "districts": city.DISTRICTS,
        "streets": {street.id: street.name for street in city.streets()},
        "organisations": city.organisations(),
        "into": city.INTO,
        "honours": city.HONOURS,
        "kinds": city.STATION_KINDS,
    }


def cover(category: str, title: str) -> str:
    """The address of a picture for an entry without a photo, one of a fixed number."""
    return f"/covers/{category}-{zlib.crc32(title.encode()) % 24:016x}.svg"
