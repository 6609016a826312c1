"""What goes out: what pages, jobs and the asset list name, and nothing else."""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html
from sites.site import Site, tree_of

SECRET = "绝密暗号七三五一"
PICTURES = (".png", ".jpg", ".webp")
FOLDERS = (
    "",
    "content",
    "content/documents",
    "content/documents/2026",
    "content/documents/2026/notice",
    "content/documents/2026/notice/review",
    "content/profiles",
    "content/profiles/zhou-shulan",
    "content/features/night-lights",
    "content/pages",
    "stories",
    "stories/2026",
    "stories/2026/night-bus",
    "stories/2026/night-bus/review",
    "stories/2026/night-bus/原片",
    "theme",
    "theme/partials",
    "theme/assets",
)
NAMES = (
    "secret-7351.md",
    "secret-7351.txt",
    "secret-7351.docx",
    ".secret-7351",
    "secret-7351.html",
    "secret-7351.yaml",
)


def assert_nowhere(site: Site, *words: str) -> None:
    """None of ``words`` in a name or in the bytes of any published file, nor in the tree that was public before."""
    for tree in (site.public, site.root / ".site-spare"):
        if tree.exists():
            for path, content in tree_of(tree).items():
                for word in words:
                    assert word not in path
                    assert word.encode() not in content.replace(b"<wbr>", b""), f"“{word}” stands in {path}"


def test_a_secret_beside_anything_stays_at_home(tmp_path: Path) -> None:
    site = Site.mini(tmp_path / "p")
    for folder in FOLDERS:
        for name in NAMES:
            if folder == "theme/assets" and not name.startswith(".") and name.endswith(".txt"):
                continue  # texts in the theme's assets are assets, as a licence must be
            site.write(f"{folder}/{name}" if folder else name, f"---\ntitle: {SECRET}\n---\n{SECRET}\n")
    site.build()
    assert_nowhere(site, SECRET, "secret-7351")
    site.edit("stories/2026/night-bus/index.md", "先喝半杯", "先喝一杯").build()
    assert_nowhere(site, SECRET, "secret-7351")


HELD_BACK = {
    "draft": "draft: true",
    "embargo": "embargo: 2026-03-12 08:00",
    "expired": "expires: 2026-03-12",
}


@pytest.mark.parametrize("why", sorted(HELD_BACK))
def test_no_word_of_an_entry_that_is_not_public(tmp_path: Path, why: str) -> None:
    site = Site.mini(tmp_path / "p").photo("stories/2026/held-back/token-photo.jpg", "red")
    front = HELD_BACK[why]
    tokens = [
        f"暗号{part}" for part in ("标题", "副题", "摘要", "图说", "替代", "署名", "正文", "小标题", "附件", "人物")
    ]
    title, subtitle, summary, caption, alt, credit, body, heading, attachment, person = tokens
    site.write(
        "stories/2026/held-back/index.md",
        f"---\ntitle: {title}\nsubtitle: {subtitle}\nsummary: {summary}\ndate: 2026-03-05\ninto: community\n"
        f"categories: [health]\ndistrict: beihu\nstation: binhe-night\ncampaign: lei-feng-month-2026\nbyline: {credit}\n{front}\n"
        f"photos:\n  - {{file: token-photo.jpg, alt: {alt}, caption: {caption}, credit: {credit}}}\n---\n\n{body}\n\n## {heading}\n\n完。\n",
    )
    site.write("content/documents/2026/held/token-form.txt", f"{attachment}\n")
    site.write(
        "content/documents/2026/held/index.md",
        f"---\ntitle: {title}文件\nkind: announcement\nissuer: volunteer-centre\ndate: 2026-03-05\nsummary: {summary}\n{front}\n"
        f"attachments:\n  - {{file: token-form.txt, title: {attachment}}}\n---\n\n{body}\n",
    )
    site.write(
        "content/profiles/held-person/index.md",
        f"---\nname: {person}\nkind: person\none_line: {summary}\ndistrict: beihu\ndate: 2026-03-05\n{front}\n---\n\n{body}\n",
    )
    site.build("2026-03-12")
    assert_nowhere(site, "暗号", "held-back", "token-form", "held-person", "documents/2026/held")
    held = {entry_id for entry_id, _ in site.done.held_back}
    assert held >= {"stories/2026/held-back", "content/documents/2026/held", "content/profiles/held-person"}
    jobs = {path.name for path in (site.cache / "jobs").rglob("*") if path.is_file()}

    if why == "embargo":
        assert site.done.next_change == datetime(2026, 3, 12, 8)
        site.build("2026-03-12 07:59")
        assert_nowhere(site, "暗号")
        everything = "".join(
            content.decode().replace("<wbr>", "")
            for path, content in site.build("2026-03-12 08:00").files().items()
            if path.endswith(".html")
        )
        assert not [token for token in tokens[:8] if token not in everything]
        assert "documents/2026/held/token-form.txt" in site.files()
        assert len({path.name for path in (site.cache / "jobs").rglob("*") if path.is_file()}) > len(jobs)


def test_a_story_taken_back_is_gone_at_once(tmp_path: Path) -> None:
    site = Site.mini(tmp_path / "p").build()
    pictures = {path for path in site.files() if path.endswith((".webp", ".jpg"))}
    assert pictures
    site.front("stories/2026/night-bus/index.md", "draft: true").build()
    assert not pictures & site.files().keys()
    assert not [path for path, content in site.files().items() if "末班车".encode() in content or "night-bus" in path]


def test_nothing_of_the_engine_or_the_machine(tmp_path: Path) -> None:
    # A clock unlike any date of the content: --today is what counts.
    site = Site.mini(tmp_path / "p").build()
    files = site.files()
    assert not [path for path in files if "bundle." in path or "lunr" in path or path.endswith((".map", ".gz"))]
    now = datetime.now(UTC)
    for path, content in files.items():
        for word in (str(tmp_path), str(Path.cwd()), os.uname().nodename, f"{now:%Y-%m-%d}", "mkdocs", "Material"):
            if len(word) < 6:  # a machine's short name stands in some picture's bytes by chance, and in other words
                found = not path.endswith((*PICTURES, ".bin")) and re.search(
                    rf"\b{re.escape(word)}\b".encode(), content
                )
            else:
                found = word.encode() in content
            assert not found, f"“{word}” stands in {path}"
    sitemap = files.get("sitemap.xml", b"").decode()
    assert not [day for day in re.findall(r"\d{4}-\d{2}-\d{2}", sitemap) if day > "2026-03-12"]


def dead_links(site: Site, prefix: str) -> list[str]:
    """Internal addresses in pages, style sheets aside, that lead nowhere."""
    files = site.files()
    pages = {path: html.fromstring(content) for path, content in files.items() if path.endswith(".html")}
    anchors = {path: {*page.xpath("//@id"), *page.xpath("//a/@name")} for path, page in pages.items()}
    origin = "https://hewan.example"
    dead = []
    for path, page in pages.items():
        here = f"{origin}{prefix}{path.removesuffix('index.html')}"
        found = [*page.xpath("//@href"), *page.xpath("//@src"), *page.xpath("//@poster")]
        for srcset in page.xpath("//@srcset"):
            found += [candidate.split()[0] for candidate in srcset.split(",")]
        found += page.xpath("//meta[starts-with(@content, 'http')]/@content")
        for link in found:
            if link.startswith(("data:", "tel:", "mailto:")):
                continue
            full = urljoin(here, link)
            if not full.startswith(origin):
                continue
            parts = urlsplit(full)
            if not parts.path.startswith(prefix):
                dead.append(f"{path}: {link} leaves {prefix}")
                continue
            target = unquote(parts.path.removeprefix(prefix))
            target = f"{target}index.html" if target == "" or target.endswith("/") else target
            if target not in files:
                dead.append(f"{path}: {link}")
            elif parts.fragment and target in anchors and unquote(parts.fragment) not in anchors[target]:
                dead.append(f"{path}: {link} (no such anchor)")
    return dead


@pytest.mark.slow
def test_the_sample_under_a_prefix_has_no_dead_link(tmp_path: Path) -> None:
    site = Site.sample(tmp_path / "p").edit("mkdocs.yml", "https://hewan.example/", "https://hewan.example/volunteers/")
    for path in site.root.rglob("*.jpg"):  # what matters here are addresses, not pixels
        site.photo(str(path.relative_to(site.root)), "teal", (480, 320))
    site.build(jobs=2)
    assert site.done.pages > 80
    assert dead_links(site, "/volunteers/") == []


def test_the_mini_site_has_no_dead_link(tmp_path: Path) -> None:
    site = Site.mini(tmp_path / "带 空格/走进")
    site.edit("stories/2026/night-bus/index.md", "---\ntitle", "---\naliases: [stories/2025/old-bus]\ntitle").build()
    assert dead_links(site, "/") == []


def test_an_empty_project(tmp_path: Path) -> None:
    site = Site.empty(tmp_path / "p")
    message = site.build_stops()
    assert re.search("[一-龥]", message)
    site.write("content/settings.yaml", "city: 空城\nsite_name: 空站\ndescription: 还没有内容。\n")
    site.edit("mkdocs.yml", "plugins:", "docs_dir: content\nplugins:").build()
    assert dead_links(site, "/") == []
    assert "空站" in site.page("index.html")
