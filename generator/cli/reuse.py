"""``zoujin reuse``: the ledger of what other media were given and printed."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from generator.model.catalogue import Catalogue, Entry
from generator.model.links import linked_entry
from generator.model.media_ledger import LEDGER_FILE
from generator.pipeline.media_ledger import add_supply, ledger_csv, next_id, outcome
from generator.pipeline.project import Project
from generator.pipeline.reading import read_catalogue
from generator.pipeline.refused import Refused
from generator.pipeline.survey import survey
from generator.rules.media_ledger import GIVEN

from .new import can_ask
from .project_option import MomentType, now_of, open_project, project_option, today_option
from .trouble import Trouble


@click.group(help="供稿台账：哪篇给了哪家媒体，登了没有。", options_metavar="[选项]", subcommand_metavar="命令 …")
def reuse() -> None:
    """The group of commands for the ledger."""


@reuse.command(
    "add",
    help="记一笔。PAGE 是登出来的网址，或在浏览器里另存的网页：从里面认出媒体、标题、日期和网址，认不出的再问。"
    "供了稿还没有答复的，不写 PAGE，用 --sent。",
    options_metavar="[选项]",
)
@click.argument("page", required=False, metavar="[PAGE]")
@click.option("--entry", metavar="文件夹", help="本站的哪一条，如 stories/2026/bike-repair。")
@click.option("--outlet", metavar="媒体", help="报纸、电视台、网站、公众号的名称。")
@click.option("--published", type=MomentType(), metavar="日期", help="刊登日期。")
@click.option("--title", metavar="标题", help="刊登的标题；和原来一样可以不写。")
@click.option("--place", metavar="版面", help="第几版、哪个栏目、哪个时段。")
@click.option("--url", metavar="网址", help="网上的地址。")
@click.option("--sent", type=MomentType(), metavar="日期", help="主动供稿的日期。")
@click.option("--declined", is_flag=True, help="媒体答复不用。")
@click.option("--reach", type=click.IntRange(0), metavar="人次", help="阅读、收听、收看的次数。")
@click.option("--reach-source", metavar="来源", help="次数是谁统计的。")
@click.option("--reach-day", type=MomentType(), metavar="日期", help="次数截至哪一天，默认今天。")
@click.option("--note", metavar="备注", help="只在台账里，不公开。")
@today_option
@project_option
def add(
    page: str | None,
    entry: str | None,
    outlet: str | None,
    published: datetime | None,
    title: str | None,
    place: str | None,
    url: str | None,
    sent: datetime | None,
    declined: bool,
    reach: int | None,
    reach_source: str | None,
    reach_day: datetime | None,
    note: str | None,
    today: datetime | None,
    folder: Path | None,
) -> None:
    """Write a line at the end of the ledger."""
    project = open_project(folder)
    catalogue = read_catalogue(project, survey(project)).catalogue
    day = now_of(project, today).date()
    facts = _facts(page)
    about = _entry(catalogue, entry or _asked("本站的哪一条（文件夹）", "--entry", ""))
    given: dict[str, Any] = {"entry": about.id}
    given["outlet"] = outlet or _asked("媒体", "--outlet", facts.get("outlet", ""))
    if sent is not None:
        given["sent"] = sent.date().isoformat()
    if declined:
        given["declined"] = "true"
    if published is not None or (page is not None and not declined):
        seen = published.date().isoformat() if published else facts.get("published", "")
        given["published"] = seen or _asked("刊登日期（如 2026-03-10）", "--published", day.isoformat())
    headline = title or facts.get("title", "")
    if headline and headline != about.title:
        given["title"] = headline
    where = {"place": place, "url": url or facts.get("url")}
    given.update({key: value for key, value in where.items() if value})
    if reach is not None:
        source = reach_source or _asked("次数是谁统计的", "--reach-source", "")
        as_of = reach_day.date() if reach_day else day
        given["reach"] = {"value": str(reach), "as_of": as_of.isoformat(), "source": source}
    if note:
        given["note"] = note
    if not {"sent", "published", "declined"} & given.keys():
        raise click.UsageError("写上供稿日期（--sent）或刊登日期（--published）。")
    _write(project, catalogue, given, about, day)


def _write(project: Project, catalogue: Catalogue, given: dict[str, Any], about: Entry, day: date) -> None:
    known = catalogue.vocabularies.supply
    twin = next((each for each in known.values() if each.url and each.url == given.get("url")), None)
    if twin is not None:
        raise Trouble(f"这个网址已经记过了：{twin.name}。要改，直接改 {LEDGER_FILE}。")
    id = next_id(known, int(str(given.get("published") or given.get("sent") or day.year)[:4]))
    try:
        add_supply(project.root, {"id": id, **given})
    except Refused as refused:
        raise Trouble(str(refused)) from None
    said = "登了" if "published" in given else "未采用" if "declined" in given else "供了稿，等答复"
    click.echo(f"记下了：{id}，{given['outlet']}，{about.title}，{said}。在 {LEDGER_FILE} 的末尾。")
    click.echo(f"检查：zoujin check {LEDGER_FILE}")


@reuse.command("list", help="看台账：等答复的、登了的、没用的。", options_metavar="[选项]")
@click.option("--entry", metavar="文件夹", help="只看一条内容的。")
@project_option
def list_(entry: str | None, folder: Path | None) -> None:
    """Print the ledger, what is unanswered first."""
    project = open_project(folder)
    catalogue = read_catalogue(project, survey(project)).catalogue
    only = _entry(catalogue, entry) if entry else None
    groups: dict[str, list[str]] = {"等答复": [], "已刊登": [], "未采用": []}
    for supply in catalogue.vocabularies.supply.values():
        about = linked_entry(catalogue, supply.entry)
        if only is not None and about is not only:
            continue
        when = supply.published or supply.sent
        parts = (supply.id, f"{when}" if when else "", supply.outlet, about.title if about else supply.entry)
        groups[outcome(supply)].append("  " + "  ".join(part for part in (*parts, supply.url or "") if part))
    for name, lines in groups.items():
        if lines:
            click.echo(f"{name} {len(lines)} 条")
            for line in lines:
                click.echo(line)
    if not any(groups.values()):
        click.echo("台账里还没有。记一笔：zoujin reuse add")


@reuse.command("export", help="写成 .csv 或 .xlsx，连备注一起。", options_metavar="[选项]")
@click.argument("target", type=click.Path(path_type=Path, dir_okay=False), metavar="文件")
@click.option("--force", is_flag=True, help="文件已经存在时，覆盖它。")
@project_option
def export(target: Path, force: bool, folder: Path | None) -> None:
    """Write the whole ledger."""
    from generator.pipeline.table_files import export_tables  # loading openpyxl takes a moment

    if target.suffix.lower() not in (".csv", ".xlsx"):
        raise click.BadParameter(f"“{target}”要以 .csv 或 .xlsx 结尾。")
    if target.exists() and not force:
        raise Trouble(f"“{target}”已经存在，没有覆盖。换个名字，或加上 --force。")
    project = open_project(folder)
    catalogue = read_catalogue(project, survey(project)).catalogue
    if target.suffix.lower() == ".csv":
        target.write_bytes(ledger_csv(catalogue).encode())
    else:
        try:
            target.write_bytes(export_tables(project.root, ["media-ledger"], catalogue))
        except Refused as refused:
            raise Trouble(str(refused)) from None
    click.echo(f"写好了：{target}，{len(catalogue.vocabularies.supply)} 条。")


def _facts(page: str | None) -> dict[str, str]:
    """What the page tells: a web address only itself, a saved file what it says."""
    if page is None:
        return {}
    if page.startswith(("http://", "https://")):
        return {"url": page}
    from generator.intake.page_facts import open_page, page_facts  # lxml is needed only here
    from generator.intake.recognise import NotReadable

    try:
        facts = page_facts(open_page(Path(page).read_bytes()))
    except NotReadable as trouble:
        raise Trouble(f"“{page}”：{trouble}") from None
    except OSError as error:
        raise click.BadParameter(f"“{page}”打不开（{error.strerror}）。写网址，或另存的网页文件。") from None
    published = facts.published.isoformat() if facts.published else ""
    found = {"outlet": facts.outlet, "title": facts.title, "url": facts.url, "published": published}
    for label, value in zip(("媒体", "标题", "网址", "刊登日期"), found.values(), strict=True):
        click.echo(f"{label}：{value or '网页里没有写'}")
    return found


def _asked(what: str, option: str, default: str) -> str:
    """The answer at a terminal; without one, the default or a message that names the option."""
    if not can_ask():
        if default:
            return default
        raise click.UsageError(f"还缺{what}：写上 {option}。")
    answer: str = click.prompt(what, default=default or None, prompt_suffix="：")
    return answer.strip()


def _entry(catalogue: Catalogue, text: str) -> Entry:
    """The entry that a folder, with or without its ``index.md``, means."""
    name = text.replace("\\", "/").removeprefix("./").removesuffix("/index.md").strip("/")
    found = linked_entry(catalogue, name)
    if found is not None and found.kind in GIVEN:
        return found
    kinds = "、".join(kind.label for kind in GIVEN)
    raise Trouble(f"没有“{text}”这一条，或者它现在有错。写{kinds}的文件夹，如 stories/2026/bike-repair。")
