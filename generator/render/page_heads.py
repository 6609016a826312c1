"""What every page says of itself in its head: title, description, canonical address, the guide's meta tags."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from generator.model.address import Site, entry_address
from generator.model.catalogue import Entry
from generator.model.settings import Settings

from .cards import Cards
from .views import Crumb, PageView, PictureView

COLUMNS = {
    "stories": "志愿故事",
    "profiles": "志愿人物",
    "activities": "志愿活动",
    "campaigns": "主题活动",
    "features": "专题",
    "documents": "通知与文件",
    "stations": "志愿服务站",
}
"""Sections of the site, by the first step of their addresses, in the order of the navigation."""

BESIDE = {
    "organisations": "组织和单位",
    "honours": "荣誉榜",
    "corrections": "更正",
    "reports": "媒体报道",
    "kits": "媒体资料包",
    "photos": "图片库",
    "sitemap": "网站地图",
}
"""Lists that the navigation leaves to the footer, by the first step of their addresses; kits and photos stand below ``media/``."""

HOME_NAME = "首页"


def page_head(
    cards: Cards,
    kind: str,
    address: str,
    title: str,
    description: str = "",
    section: str = "",
    crumbs: Sequence[tuple[str, str]] = (),
    meta: Sequence[list[str]] = (),
    picture: PictureView | None = None,
) -> PageView:
    """The head of any page. ``crumbs`` are names and addresses between the home page and this one."""
    site = cards.site
    url = site.url(address)
    trail: list[Crumb] = [{"name": HOME_NAME, "url": site.prefix}]
    trail += [{"name": name, "url": cards.place(where)} for name, where in crumbs]
    trail.append({"name": title, "url": ""})
    description = description or cards.settings.description
    return {
        "kind": kind,
        "section": section,
        "title": title,
        "description": description,
        "url": url,
        "canonical": site.origin + url,
        "meta": _described(meta, description),
        "photo": site.origin + picture["full"] if picture else "",
        "share": None,
        "crumbs": trail if address else [],
        "feeds": [],
    }


def _described(meta: Sequence[list[str]], description: str) -> list[list[str]]:
    """A column must describe itself: one without words of its own says what the page says."""
    if not meta or meta[0][0] != "ColumnName" or any(tag[0] == "ColumnDescription" for tag in meta):
        return list(meta)
    return [meta[0], ["ColumnDescription", description], *meta[1:]]


def column_meta(name: str, description: str = "", column_type: str = "") -> list[list[str]]:
    """The tags of a column page (国办发〔2017〕47号, 网页设计规范)."""
    tags = [["ColumnName", name], ["ColumnDescription", description], ["ColumnKeywords", name]]
    tags.append(["ColumnType", column_type or name])
    return [tag for tag in tags if tag[1]]


def entry_head(
    cards: Cards,
    kind: str,
    entry: Entry,
    section: str,
    source: str = "",
    author: str = "",
    keywords: Sequence[str] = (),
    picture: PictureView | None = None,
    description: str = "",
    crumbs: Sequence[tuple[str, str]] = (),
    published: datetime | None = None,
) -> PageView:
    """The head of an entry's page, with the tags of an article; an undated entry (a station) has no PubDate."""
    settings = cards.settings
    column = COLUMNS[section]
    address = entry_address(entry.id)
    head = page_head(
        cards,
        kind,
        address,
        entry.title,
        description,
        section,
        ((column, f"{section}/"), *crumbs),
        (),
        picture if picture and picture["kind"] == "photo" else None,
    )
    head["share"] = cards.shares.of_entry(entry)
    head["meta"] = article_meta(cards.site, settings, entry.title, column, published, source, head, author, keywords)
    return head


def article_meta(
    site: Site,
    settings: Settings,
    title: str,
    column: str,
    published: datetime | None,
    source: str,
    head: PageView,
    author: str = "",
    keywords: Sequence[str] = (),
) -> list[list[str]]:
    """The tags of an article (国办发〔2017〕47号, 网页设计规范)."""
    tags = [
        ["ColumnName", column],
        ["ColumnType", column],
        ["ArticleTitle", title],
        ["PubDate", published.isoformat(" ", "minutes") if published else ""],
        ["ContentSource", source or settings.site_name],
        ["Keywords", ",".join(dict.fromkeys(word for word in keywords if word))],
        ["Author", author],
        ["Description", head["description"]],
        ["Image", head["photo"] or (head["share"]["url"] if head["share"] else "")],
        ["Url", head["canonical"] if site.origin else ""],
    ]
    return [tag for tag in tags if tag[1]]


def site_meta(settings: Settings, site: Site) -> list[list[str]]:
    """The tags that every page shares."""
    tags = [
        ["SiteName", settings.site_name],
        ["SiteDomain", site.origin.partition("://")[2]],
        ["SiteIDCode", settings.footer.site_code or ""],
    ]
    return [tag for tag in tags if tag[1]]
