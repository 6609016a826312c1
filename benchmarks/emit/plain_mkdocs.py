"""The corpus as a plain MkDocs site with the Material theme.

MkDocs makes no lists, so these are written as Markdown beforehand, outside its time. Its
pages stay out of the navigation and without search: with either, it would be many times
slower.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks import city
from benchmarks.corpus import CAMPAIGN_TEXT, markdown, page, put, story_record
from benchmarks.emit.lists import SINGLE_PAGES, ListPage, list_pages, station_pages
from benchmarks.stories import Block, Head, Story, head, related, story

SETTINGS = """site_name: 河湾志愿（测速）
site_url: https://bench.example/
site_description: 用来测量生成速度的虚构内容
docs_dir: docs
theme:
  name: material
  language: zh
  font: false
plugins: []
nav:
  - 首页: index.md
  - 志愿故事: stories/index.md
validation:
  nav:
    omitted_files: ignore
  links:
    absolute_links: ignore
"""


def write_site(folder: Path, size: int) -> None:
    """A MkDocs site of ``size`` stories."""
    put(folder / "mkdocs.yml", SETTINGS)
    docs = folder / "docs"
    latest = sorted((head(number) for number in range(size)), key=lambda top: top.date, reverse=True)[:13]
    put(docs / "index.md", page({"title": "首页"}, "# 首页\n\n" + "\n".join(line(top, "") for top in latest)))
    for one in list_pages(size):
        put(docs / one.address / "index.md", page({"title": one.title}, list_text(one)))
    write_others(docs, size)
    write_indexes(docs, size)
    for number in range(size):
        write_story(folder, story(number))


def write_others(docs: Path, size: int) -> None:
    """Stations, profiles and campaigns."""
    for at in range(city.posts_for(size)):
        post = city.post(at)
        services = "、".join(city.CATEGORIES[key] for key in post.services)
        put(docs / f"stations/{post.id}/index.md", f"# {post.name}\n\n{post.address}\n\n服务内容：{services}\n")
    for at in range(city.portraits_for(size)):
        portrait = city.portrait(at)
        text = f"# {portrait.name}\n\n{portrait.one_line}\n\n> {portrait.quotation}\n\n{portrait.text}\n"
        put(docs / f"profiles/{portrait.id}/index.md", text)
    for theme in city.themes().values():
        put(docs / f"campaigns/{theme.id}/index.md", f"# {theme.title}\n\n{theme.theme}\n\n{CAMPAIGN_TEXT}\n")


def write_indexes(docs: Path, size: int) -> None:
    """The columns of months, stations, profiles and campaigns."""
    months = {one.base: one.title for one in list_pages(size) if one.base.startswith("archive/")}
    columns = {
        "archive": (
            "按月份看故事",
            [(f"{base.removeprefix('archive/')}index.md", name) for base, name in months.items()],
        ),
        "stations": ("志愿服务站", [_index_line(city.post(at)) for at in range(city.posts_for(size))]),
        "profiles": ("志愿人物", [_index_line(city.portrait(at)) for at in range(city.portraits_for(size))]),
        "campaigns": ("主题活动", [(f"{theme.id}/index.md", theme.title) for theme in city.themes().values()]),
    }
    for address, district, posts in station_pages(size):
        root = "../" * address.count("/")
        lines = "\n".join(f"- [{post.name}]({root}stations/{post.id}/index.md) · {post.address}" for post in posts)
        put(docs / address / "index.md", f"# {city.DISTRICTS[district]}志愿服务站\n\n{lines}\n")
    rows = "\n".join(f"| {name} |" for name in city.DISTRICTS.values())
    for folder, title in SINGLE_PAGES.items():
        put(docs / folder / "index.md", f"# {title}\n\n| 区县 |\n| --- |\n{rows}\n")
    for folder, (title, links) in columns.items():
        lines = "\n".join(f"- [{name}]({target})" for target, name in links)
        put(docs / folder / "index.md", f"# {title}\n\n{lines}\n")


def _index_line(thing: city.Post | city.Portrait) -> tuple[str, str]:
    return f"{thing.id}/index.md", thing.name


def write_story(folder: Path, item: Story) -> None:
    """One story's page."""
    top = item.head
    text = markdown(
        item.blocks,
        lambda target: f"../../{target.removeprefix('stories/')}/index.md",
        lambda slug: f"../../../profiles/{slug}/index.md",
        quote,
    )
    more = "\n".join(line(other, "../../../") for other in related(top))
    content = f"# {top.title}\n\n{opening(item)}\n\n{text}\n\n## 相关故事\n\n{more}"
    put(folder / "docs" / top.id / "index.md", page(story_record(item), content))


def opening(item: Story) -> str:
    """What stands above the text."""
    names = " · ".join(city.CATEGORIES[key] for key in item.head.categories)
    return f"*{item.subtitle}*\n\n{item.summary}\n\n{names} · {item.byline} · {item.head.date:%Y-%m-%d %H:%M}"


def quote(block: Block) -> str:
    """A quotation in plain Markdown."""
    return f"> {block.text}\n>\n> —— {block.speaker}"


def line(top: Head, root: str) -> str:
    """A story in a list; ``root`` leads from the list's file to the documents' folder."""
    return f"- [{top.title}]({root}{top.id}/index.md) · {city.CATEGORIES[top.categories[0]]} · {top.date:%Y-%m-%d}"


def list_text(one: ListPage) -> str:
    """A list page in Markdown."""
    root = "../" * one.address.count("/")
    lines = [f"# {one.title}", "\n".join(line(top, root) for top in one.items)]
    for number, label in ((one.number - 1, "上一页"), (one.number + 1, "下一页")):
        if 1 <= number <= one.count:
            other = ListPage(one.base, one.title, number, one.count, ())
            lines.append(f"[{label}]({root}{other.address}index.md)")
    return "\n\n".join(lines)
