"""The corpus as a Hugo site.

Profiles, stations and campaigns are Hugo's *terms* with text of their own, so that their
stories are found by Hugo's index and not by a search through all pages.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from benchmarks import city
from benchmarks.corpus import (
    CAMPAIGN_TEXT,
    campaign_record,
    markdown,
    page,
    profile_record,
    put,
    record,
    station_record,
    story_record,
)
from benchmarks.emit.lists import list_pages
from benchmarks.stories import Block, Story, related, story

PEERS = Path(__file__).parents[1] / "peers"


def write_site(folder: Path, size: int) -> None:
    """A Hugo site of ``size`` stories."""
    shutil.copytree(PEERS / "hugo", folder, dirs_exist_ok=True)
    put(folder / "data/names.yaml", record(names()))
    put(folder / "content/stories/_index.md", page({"title": "志愿故事"}, ""))
    for one in list_pages(size):
        if one.number == 1 and one.base.startswith(("categories/", "districts/")):
            put(folder / f"content/{one.base}_index.md", page({"title": one.title}, ""))
    for at in range(city.posts_for(size)):
        values = station_record(city.post(at))
        put(
            folder / f"content/stations/{values.pop('id')}/_index.md", page({"title": values.pop("name"), **values}, "")
        )
    for at in range(city.portraits_for(size)):
        portrait = city.portrait(at)
        values = profile_record(portrait)
        values["fields"] = values.pop("categories")  # or Hugo lists profiles among a category's stories
        put(
            folder / f"content/people/{portrait.id}/_index.md",
            page({"title": values.pop("name"), **values}, portrait.text),
        )
    for theme in city.themes().values():
        put(folder / f"content/campaigns/{theme.id}/_index.md", page(campaign_record(theme), CAMPAIGN_TEXT))
    for number in range(size):
        write_story(folder, story(number))


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
    """The story's keys, with those that Hugo makes lists from as lists, and a summary that Hugo does not parse."""
    values = story_record(item)
    values["lede"] = values.pop("summary")
    values["date"] = item.head.date.strftime("%Y-%m-%dT%H:%M:00+08:00")
    values["months"] = [item.head.date.strftime("%Y-%m")]
    values["districts"] = [values["district"]]
    values["stations"] = [values.pop("station")] if "station" in values else []
    values["campaigns"] = [values.pop("campaign")] if "campaign" in values else []
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
        "honours": city.HONOURS,
    }
