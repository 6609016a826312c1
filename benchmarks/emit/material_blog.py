"""The corpus for Material's blog plugin, which makes its own lists.

Its index pages list all stories; districts are among its categories, as it knows no other
grouping; months are its archive. An article's excerpt in lists is its summary.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks import city
from benchmarks.corpus import markdown, page, put, story_record
from benchmarks.emit import plain_mkdocs
from benchmarks.stories import Story, related, story

SETTINGS = """site_name: 河湾志愿（测速）
site_url: https://bench.example/
docs_dir: docs
theme:
  name: material
  language: zh
  font: false
plugins:
  - blog:
      blog_dir: .
      post_dir: posts
      post_url_format: "stories/{date}/{slug}"
      post_url_date_format: yyyy
      post_readtime: false
      archive_date_format: yyyy年M月
      archive_url_format: "archive/{date}"
      archive_url_date_format: yyyy/MM
      categories_url_format: "categories/{slug}"
      pagination_per_page: 30
      pagination_url_format: "page/{page}"
nav:
  - 志愿故事: index.md
validation:
  nav:
    omitted_files: ignore
"""


def write_site(folder: Path, size: int) -> None:
    """A site of ``size`` stories for the blog plugin."""
    put(folder / "mkdocs.yml", SETTINGS)
    put(folder / "docs/index.md", "# 志愿故事\n")
    plain_mkdocs.write_others(folder / "docs", size)
    for number in range(size):
        write_story(folder, story(number))


def write_story(folder: Path, item: Story) -> None:
    """One story's post."""
    top = item.head
    text = markdown(
        item.blocks,
        lambda target: f"../{target.removeprefix('stories/')}.md",
        lambda slug: f"../../profiles/{slug}/index.md",
        plain_mkdocs.quote,
    )
    more = "\n".join(f"- [{other.title}](../{other.id.removeprefix('stories/')}.md)" for other in related(top))
    values = story_record(item)
    del values["date"]
    keys = [city.CATEGORIES[key] for key in top.categories] + [city.DISTRICTS[top.base.street.district]]
    front = page(
        {**values, "slug": top.slug, "categories": keys},
        f"# {top.title}\n\n{plain_mkdocs.opening(item)}\n\n<!-- more -->\n\n{text}\n\n## 相关故事\n\n{more}",
    )
    dated = front.replace("---\n", f"---\ndate: {top.date:%Y-%m-%dT%H:%M:%S}\n", 1)
    put(folder / "docs/posts" / f"{top.id.removeprefix('stories/')}.md", dated)
