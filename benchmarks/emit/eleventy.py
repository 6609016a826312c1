"""The corpus as an Eleventy site: the front matter of the Hugo site, Nunjucks templates."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from benchmarks import city
from benchmarks.corpus import (
    CAMPAIGN_TEXT,
    SETTINGS,
    campaign_record,
    page,
    profile_record,
    put,
    station_record,
)
from benchmarks.emit import hugo
from benchmarks.stories import Story, story

_MENU = (
    ("/", "首页"),
    ("/stories/", "志愿故事"),
    ("/profiles/", "志愿人物"),
    ("/campaigns/", "主题活动"),
    ("/stations/", "服务站点"),
)


def write_site(folder: Path, size: int) -> None:
    """An Eleventy site of ``size`` stories."""
    shutil.copytree(hugo.PEERS / "eleventy", folder, dirs_exist_ok=True)
    posts = [station_record(city.post(at)) for at in range(city.posts_for(size))]
    portraits = [city.portrait(at) for at in range(city.portraits_for(size))]
    names = {
        **hugo.names(),
        "stations": {post["id"]: post["name"] for post in posts},
        "people": {portrait.id: portrait.name for portrait in portraits},
        "campaigns": {theme.id: theme.title for theme in city.themes().values()},
    }
    site = {**{key: SETTINGS[key] for key in ("tagline", "description")}, "title": SETTINGS["site_name"], "menu": _MENU}
    put(folder / "data/names.json", json.dumps(names, ensure_ascii=False))
    put(folder / "data/site.json", json.dumps(site, ensure_ascii=False))
    for post in posts:
        put(folder / f"content/stations/{post['id']}.md", page({"title": post["name"], **post}, ""))
    for portrait in portraits:
        values = profile_record(portrait)
        put(
            folder / f"content/profiles/{portrait.id}.md",
            page({"title": values.pop("name"), **values}, portrait.text),
        )
    for theme in city.themes().values():
        put(folder / f"content/campaigns/{theme.id}.md", page(campaign_record(theme), CAMPAIGN_TEXT))
    for number in range(size):
        write_story(folder, story(number))


def write_story(folder: Path, item: Story) -> None:
    """One story's file."""
    put(folder / "content" / item.head.id / "index.md", page(hugo.front_matter(item), hugo.text(item)))
