"""The files that a new city's project begins with, as values."""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from generator.model.address import PAGES
from generator.model.kinds import MODELS, REGISTERS, SETTINGS_FILE, STATIONS_FILE, Kind, Register
from generator.model.reviewing import POLICY_FILE
from generator.model.settings import Settings
from generator.model.stub import entry_stub, example_row, scalar, settings_stub
from generator.pipeline.git_setup import HOOKS_FOLDER
from generator.read.theme_folder import built_in_theme

from .ci_option import ci_files
from .schema import schema_line
from .starter_text import HOOKS, starter

ORGANISER = "organiser"
"""The id of the organisation that runs the site."""

CITY_THEME = ("tokens.css", "emblem.svg", "favicon.svg")
"""What a city changes of the theme; all else comes with the program."""

_FROM_FILE = {
    "category": "categories.yaml",
    "honour": "honours.yaml",
    "station-kind": "station-kinds.yaml",
    "key-date": "key-dates.yaml",
    "usage": "wording.yaml",
}

STARTER_PAGES = ("take-part", "help", "hours", "about", "accessibility", "media")
"""Pages of its own that every city needs; drafts until somebody has filled them in."""

_ABOUT = {
    "district": "区县名录：先后就是默认的显示顺序，编号定了不再改。高新区、经开区等功能区加一行 functional: true。",
    "street": "街道和乡镇名录。",
    "community": "社区和行政村名录：站点覆盖率按它计算。",
    "reviewer": "审核人员：谁可以审哪一级。一个人一条，离任写 until，不要删掉，否则以前审的都不算数。",
    "organisation": "组织单位名录：主办单位、结对单位等从这里选。",
}


@dataclass(frozen=True, slots=True)
class City:
    """What is asked of a new city. ``districts`` are pairs of id and name; ``organiser`` may be empty; ``hosts`` are the
    Git servers that check and publish by themselves."""

    name: str
    site_name: str
    districts: tuple[tuple[str, str], ...]
    organiser: str = ""
    hosts: tuple[str, ...] = ()


def starter_files(city: City, today: str) -> dict[str, bytes]:
    """Every file by its path in the new project; ``today`` (``2026-03-05``) dates the story to practise on."""
    known = {"district": list(city.districts), "organisation": [(ORGANISER, city.organiser)] if city.organiser else []}
    for target, name in _FROM_FILE.items():
        known[target] = _ids(starter(name))
    year = today[:4]
    texts = {
        "README.md": starter("README.md", {"city": city.name, "site_name": city.site_name, "year": year}),
        "mkdocs.yml": starter("mkdocs.yml", {"site_name": scalar(city.site_name)}),
        ".gitignore": starter("gitignore"),
        ".gitattributes": starter("gitattributes"),
        **{f"{HOOKS_FOLDER}/{name}": starter(f"githooks/{name}") for name in HOOKS},
        **{path: text for host in city.hosts for path, text in ci_files(host).items()},
        SETTINGS_FILE: _settings(city, known),
        POLICY_FILE: f"{schema_line(POLICY_FILE.rpartition('/')[0], 'policy')}\n{starter('policy.yaml')}",
        STATIONS_FILE: _register("stations", "志愿服务站名录：用 zoujin new station 添加，一个站点一条。", "")
        + example_row(MODELS[Kind.STATION], known),
        f"stories/{year}/first-story/index.md": _first_story(city, today, known),
        **{f"{PAGES}{name}/index.md": _page(name, today) for name in STARTER_PAGES},
    }
    for register in REGISTERS:
        rows = _rows(register.name, city)
        texts[register.file] = (
            f"{schema_line('content', register.name)}\n{starter(_FROM_FILE[register.name])}"
            if register.name in _FROM_FILE
            else _register(register.name, _about(register), register.file.rpartition("/")[0])
            + (rows or example_row(register.model, known))
        )
    theme = built_in_theme() / "assets"
    return {
        **{path: text.encode() for path, text in texts.items()},
        **{f"theme/assets/{name}": (theme / name).read_bytes() for name in CITY_THEME},
    }


def _settings(city: City, known: dict[str, list[tuple[str, str]]]) -> str:
    values = {
        "city": city.name,
        "site_name": city.site_name,
        "description": f"{city.name}学雷锋志愿服务宣传网站",
        **({"footer": {"organiser": city.organiser}} if city.organiser else {}),
    }
    return (
        f"{schema_line('content', 'settings')}\n"
        "# 站点设置。井号（#）开头的行是说明和备用的键；要用哪一项，删掉它行首的井号。\n\n"
        + settings_stub(Settings, values, known)
    )


def _first_story(city: City, today: str, known: dict[str, list[tuple[str, str]]]) -> str:
    folder = f"stories/{today[:4]}/first-story"
    values = {
        "title": "第一篇志愿故事（练习稿）",
        "summary": "这是一篇练习稿，改成自己的故事，或整个文件夹删掉。",
        "date": today,
        "into": "community",
        "categories": ["mutual-aid"],
        "district": city.districts[0][0],
        "byline": "作者姓名",
    }
    stub = entry_stub(Kind.STORY, values, known, schema_line(folder, Kind.STORY.value))
    return f"{stub}\n{starter('first-story.md')}"


def _page(name: str, today: str) -> str:
    schema = schema_line(f"{PAGES}{name}", Kind.PAGE.value)
    text = starter(f"pages/{name}.md", {"today": today})
    return text.replace("---\n", f"---\n{schema}\ndraft: true\n", 1)


def _register(name: str, about: str, folder: str) -> str:
    return f"{schema_line(folder, name)}\n# {about}\n\n"


def _about(register: Register) -> str:
    return _ABOUT.get(register.name) or (register.model.__doc__ or register.label).splitlines()[0] + "。"


def _rows(register: str, city: City) -> str:
    rows = city.districts if register == "district" else ()
    if register == "organisation" and city.organiser:
        rows = ((ORGANISER, city.organiser),)
    return "\n".join(f"- id: {key}\n  name: {scalar(name)}\n" for key, name in rows)


def _ids(text: str) -> list[tuple[str, str]]:
    """Ids and names; nobody refers to rows that have none (wording)."""
    return [(row["id"], row["name"]) for row in yaml.safe_load(text) if "id" in row]
