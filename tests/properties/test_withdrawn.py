"""Nothing of what was taken back is left anywhere in the public tree, but for its notice."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest
from sites.site import Site

SECRET = "绝密暗号七三五一"
ESCAPED = json.dumps(SECRET).strip('"')
LINES = ("title", "name", "subtitle", "summary", "one_line", "theme", "quotation", "byline", "alt", "caption", "place")
ENTRIES = {
    "stories/2026/night-bus": "stories/2026/night-bus/",
    "stories/2025/river-patrol": "stories/2025/river-patrol/",
    "content/profiles/zhou-shulan": "profiles/zhou-shulan/",
    "content/campaigns/lei-feng-month-2026": "campaigns/lei-feng-month-2026/",
    "content/features/night-lights": "features/night-lights/",
    "content/documents/2026/notice": "documents/2026/notice/",
    "content/activities/2026/repair-fair": "activities/2026/repair-fair/",
}


def marked(site: Site, entry: str) -> Site:
    """The entry with the secret in every line of words, and in its text."""
    path = f"{entry}/index.md"
    text = (site.root / path).read_text(encoding="utf-8")
    pattern = rf"^([- ]*(?:{'|'.join(LINES)}): )(\S.*)$"
    text, changed = re.subn(pattern, rf"\g<1>{SECRET}\g<2>", text, flags=re.MULTILINE)
    assert changed, path
    return site.write(path, f"{text}\n{SECRET}\n")


def holding(site: Site) -> set[str]:
    """The public files that hold the secret, however they are packed."""
    found = set()
    for path, content in site.files().items():
        plain = gzip.decompress(content) if path.endswith(".gz") else content
        texts = plain.decode("utf-8", "ignore"), plain.decode("ascii", "ignore")
        if SECRET in texts[0] or ESCAPED in texts[1] or any(SECRET in part for part in Path(path).parts):
            found.add(path)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("entry", ENTRIES)
def test_what_was_taken_back_is_nowhere(tmp_path: Path, entry: str) -> None:
    site, address = marked(Site.mini(tmp_path / "site"), entry), ENTRIES[entry]
    assert f"{address}index.html" in holding(site.build())
    pictures = {path for path in site.files() if path.startswith(("photos/", "files/", "share/"))}
    site.front(f"{entry}/index.md", "aliases: [stories/2024/once]")
    site.front(f"{entry}/index.md", "withdrawn: {date: 2026-03-11, reason: 核实后另发。}").build()
    assert holding(site) == set()
    for notice in (address, "stories/2024/once/"):
        page = site.page(f"{notice}index.html")
        assert "2026年3月11日" in page
        assert "核实后另发。" in page
        assert '<meta name="robots" content="noindex">' in page
    assert address not in site.page("sitemap.xml")
    if entry == "stories/2026/night-bus":
        assert not {path for path in site.files() if path.startswith("photos/")} and pictures
    led = [path for path in site.files() if path.endswith(".html") and f'href="/{address}"' in site.page(path)]
    assert led == []
    site.edit(f"{entry}/index.md", "核实后另发", "应本人要求").build()
    assert "应本人要求。" in site.page(f"{address}index.html")
    twin = Site.from_dir(site.root, tmp_path / "twin").build()
    assert twin.files() == site.files()
