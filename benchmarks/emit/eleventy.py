"""The corpus as an Eleventy site: the front matter of the Hugo site, Nunjucks templates."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from benchmarks.corpus import SETTINGS, page, put
from benchmarks.emit import hugo
from benchmarks.emit.lists import SINGLE_PAGES
from benchmarks.stories import Story, story

_FOLDERS = {"posts": "stations", "people": "profiles", "themes": "campaigns"}


def write_site(folder: Path, size: int) -> None:
    """An Eleventy site of ``size`` stories."""
    shutil.copytree(hugo.PEERS / "eleventy", folder, dirs_exist_ok=True)
    site = {
        "title": SETTINGS["site_name"],
        "tagline": SETTINGS["tagline"],
        "description": SETTINGS["description"],
        "notice": SETTINGS["sample_notice"],
        "menu": hugo.MENU,
    }
    put(folder / "data/names.json", json.dumps(hugo.names(), ensure_ascii=False))
    put(folder / "data/site.json", json.dumps(site, ensure_ascii=False))
    for name, title in SINGLE_PAGES.items():
        put(folder / f"content/{name}.md", page({"title": title, "layout": "single.njk"}, ""))
    for kind, at, front, text in hugo.others(size):
        put(folder / f"content/{_FOLDERS[kind]}/{at}.md", page(front, text))
    for number in range(size):
        write_story(folder, story(number))


def write_story(folder: Path, item: Story) -> None:
    """One story's file."""
    put(folder / "content" / item.head.id / "index.md", page(hugo.front_matter(item), hugo.text(item)))
