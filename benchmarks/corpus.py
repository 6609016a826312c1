"""Writes a benchmark corpus as a Zoujin project folder."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from . import city
from .photos import write_photos
from .stories import Block, Head, Story, head, story

TODAY = "2026-03-12"
"""The day on which every build of the corpus happens; no story is dated later."""

_LINK = re.compile(r"\(@(story|profile)/(\d+)\)")

MKDOCS = """site_name: 河湾志愿（测速）
site_url: https://bench.example/
docs_dir: content
theme:
  name: material
plugins:
  - zoujin
"""
SETTINGS = {
    "city": "河湾市",
    "site_name": "河湾志愿（测速）",
    "tagline": "走进社区，走进家庭，走进视野",
    "description": "用来测量生成速度的虚构内容",
    "sample_notice": "本站内容为虚构",
    "share_pictures": False,
}


def write_corpus(folder: Path, size: int, photos: int = 0, *, share_pictures: bool = False) -> None:
    """A project of ``size`` stories, with the registers, stations, profiles and campaigns they refer to.

    Each story has ``photos`` pictures. Share pictures are off unless wanted: no peer makes any.
    """
    put(folder / "mkdocs.yml", MKDOCS)
    put(folder / "content/settings.yaml", record({**SETTINGS, "share_pictures": share_pictures}))
    for name, records in _registers().items():
        put(folder / f"content/{name}.yaml", listing(records))
    put(folder / "stations.yaml", listing(station_record(city.post(at)) for at in range(city.posts_for(size))))
    for at in range(city.portraits_for(size)):
        portrait = city.portrait(at)
        put(folder / f"content/profiles/{portrait.id}/index.md", page(profile_record(portrait), portrait.text))
    for theme in city.themes().values():
        put(folder / f"content/campaigns/{theme.id}/index.md", page(campaign_record(theme), CAMPAIGN_TEXT))
    for number in range(size):
        write_story(folder, story(number), photos)


CAMPAIGN_TEXT = "活动期间，全市志愿服务站点照常开放，各区县按日程组织集中服务。"


def write_story(folder: Path, item: Story, photos: int = 0) -> None:
    """One story's bundle."""
    address = item.head.id
    text = markdown(item.blocks, lambda target: f"../../{target.removeprefix('stories/')}/index.md", _profile_file)
    front = story_record(item)
    if photos:
        front["photos"] = write_photos(folder / address, item.head.number, photos)
    put(folder / address / "index.md", page(front, text))


def _profile_file(slug: str) -> str:
    return f"../../../content/profiles/{slug}/index.md"


def markdown(
    blocks: Iterable[Block],
    story_link: Callable[[str], str],
    profile_link: Callable[[str], str],
    quote: Callable[[Block], str] | None = None,
) -> str:
    """The text in Markdown; the functions say how a generator writes links (from an id, a slug) and quotations."""

    def link(found: re.Match[str]) -> str:
        number = int(found[2])
        target = story_link(head(number).id) if found[1] == "story" else profile_link(city.portrait(number).id)
        return f"({target})"

    quote = quote or _quote
    written = []
    for block in blocks:
        text = _LINK.sub(link, block.text)
        written.append(f"## {text}" if block.kind == "heading" else quote(block) if block.kind == "quote" else text)
    return "\n\n".join(written)


def _quote(block: Block) -> str:
    return f"::: quote {block.speaker}\n{block.text}\n:::"


def story_record(item: Story) -> dict[str, Any]:
    """A story's front matter; absent keys are left out."""
    top = item.head
    return {
        "title": top.title,
        "subtitle": item.subtitle,
        "summary": item.summary,
        "date": moment(top),
        "into": item.into,
        "categories": list(top.categories),
        "district": top.base.street.district,
        "street": top.base.street.id,
        **({"station": top.base.id} if item.with_station else {}),
        "organisation": item.organisation,
        **({"people": list(item.people)} if item.people else {}),
        **({"campaign": item.campaign} if item.campaign else {}),
        "byline": item.byline,
        **({"source": {"name": item.source, "url": item.source_url}} if item.source else {}),
        "rights": item.rights,
    }


def moment(top: Head) -> str:
    """The date of a story as an editor writes it."""
    return top.date.strftime("%Y-%m-%d %H:%M")


def station_record(post: city.Post) -> dict[str, Any]:
    """A row of the station register."""
    return {
        "id": post.id,
        "name": post.name,
        "kind": post.kind,
        "district": post.street.district,
        "street": post.street.id,
        "community": post.community,
        "area": "urban",
        "address": post.address,
        "phone": f"0000-880{int(post.id[-4:]):04d}",
        "hours": "Mo-Fr 08:30-17:30; Sa 09:00-12:00",
        "coordinates": {"lon": post.longitude, "lat": post.latitude, "crs": "gcj02"},
        "services": list(post.services),
        "opened": "2017-05-10",
    }


def profile_record(portrait: city.Portrait) -> dict[str, Any]:
    """A profile's front matter."""
    return {
        "name": portrait.name,
        "kind": "person",
        "one_line": portrait.one_line,
        "honours": [{"honour": portrait.honour, "year": 2025}],
        "since": portrait.since,
        "hours": {"value": portrait.hours, "as_of": "2026-02-28", "source": "河湾市志愿服务记录台账"},
        "categories": list(portrait.categories),
        "district": portrait.district,
        "station": portrait.station,
        "quotation": portrait.quotation,
        "date": "2026-03-01",
    }


def campaign_record(theme: city.Theme) -> dict[str, Any]:
    """A campaign's front matter."""
    return {
        "title": theme.title,
        "theme": theme.theme,
        "summary": f"{theme.title}期间，志愿服务走进社区、走进家庭、走进视野。",
        "start": theme.start,
        "end": theme.end,
        "organiser": "volunteer-centre",
        "schedule": [{"date": theme.start, "title": "集中服务日", "place": "人民广场"}],
        "date": theme.start,
    }


def _registers() -> Mapping[str, list[dict[str, Any]]]:
    streets = city.streets()
    return {
        "districts": [
            {"id": key, "name": name, **({"functional": True} if key == "gaoxin" else {})}
            for key, name in city.DISTRICTS.items()
        ],
        "streets": [{"id": street.id, "name": street.name, "district": street.district} for street in streets],
        "communities": [
            {"code": code, "name": name, "street": street.id, "area": "urban"}
            for street in streets
            for code, name in street.communities.items()
        ],
        "organisations": [{"id": key, "name": name} for key, name in city.organisations().items()],
        "categories": [{"id": key, "name": name} for key, name in city.CATEGORIES.items()],
        "honours": [{"id": key, "name": name, "level": "市级"} for key, name in city.HONOURS.items()],
        "station-kinds": [{"id": key, "name": name} for key, name in city.STATION_KINDS.items()],
    }


def page(front: Mapping[str, Any], text: str) -> str:
    """A Markdown file with front matter."""
    return f"---\n{record(front)}---\n\n{text}\n"


def record(values: Mapping[str, Any]) -> str:
    """A mapping in YAML: one key a line, lists and groups in flow style, text quoted."""
    return "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items())


def listing(records: Iterable[Mapping[str, Any]]) -> str:
    """A list of mappings in YAML."""
    return "".join("- " + record(values).rstrip("\n").replace("\n", "\n  ") + "\n" for values in records)


def put(file: Path, text: str) -> None:
    """Write a file and the folders above it."""
    try:
        file.write_text(text, encoding="utf-8")
    except FileNotFoundError:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
