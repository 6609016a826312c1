"""The field guide: every key an editor can write, from the models, as Chinese Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic.fields import FieldInfo

from .fields import Record
from .kinds import MODELS, REGISTERS, SETTINGS_FILE, SHELVES, STATIONS_FILE, Kind
from .reviewing import POLICY_FILE, Policy
from .settings import Settings
from .shapes import Form, Shape, ordered_fields, records_in, shape_of

_HEAD = """# 字段说明

<!-- 这一页由 zoujin schema --guide 生成，不要直接改；说明和例子写在 generator/model 里。 -->

稿件是一个文件夹里的 `index.md`：两行 `---` 之间是元数据，一行一个“键: 值”，下面是正文。键是英文，值是中文。
登记表（`*.yaml`）是一个列表，每一条以 `- ` 开头。写错了不要紧，`zoujin check` 会指出在哪一行、怎么改。

**必填**的键不能少；其余的不需要就不写，不要留空话。日期写 `2026-03-05`，日期和时间写 `2026-03-05 08:30`，一律是北京时间。
"""

_WRITTEN: dict[Form, str] = {
    Form.DAY: "日期",
    Form.MOMENT: "日期，或日期和时间",
    Form.CLOCK: "时间",
    Form.SWITCH: "`true` 或 `false`",
    Form.WHOLE: "整数",
    Form.NUMBER: "数字",
}


def field_guide() -> str:
    """The whole guide: entries, registers, settings, and the groups of keys they share."""
    parts = [_HEAD, "## 稿件\n"]
    parts += [
        _section(shelf.model, shelf.kind.label, f"`{shelf.pattern}/index.md`", f"zoujin new {shelf.kind}")
        for shelf in SHELVES
    ]
    parts.append("## 登记表\n")
    parts.append(_section(MODELS[Kind.STATION], Kind.STATION.label, f"`{STATIONS_FILE}`", f"zoujin new {Kind.STATION}"))
    parts += [_section(register.model, register.label, f"`{register.file}`") for register in REGISTERS]
    parts.append("## 站点设置\n")
    parts.append(_section(Settings, "设置", f"`{SETTINGS_FILE}`"))
    parts.append("## 审核制度\n")
    parts.append(_section(Policy, "制度", f"`{POLICY_FILE}`"))
    parts.append("## 多处通用的组\n\n上面表格里写着“一组”的，每一组有这些键，缩进两格写在下面。\n")
    models = [shelf.model for shelf in SHELVES] + [
        MODELS[Kind.STATION],
        Settings,
        Policy,
        *(r.model for r in REGISTERS),
    ]
    for record, users in _shared(models).items():
        parts.append(f'### <a id="{record.__name__.lower()}"></a>{"、".join(users)}\n\n{_table(record)}\n')
    return "\n".join(parts)


def _shared(models: Iterable[type[Record]]) -> dict[type[Record], list[str]]:
    """Groups of keys in the order of their first use, and the titles of the fields that hold them."""
    found: dict[type[Record], list[str]] = {}
    for model in models:
        for owner in (model, *records_in(model)):
            for key, field in ordered_fields(owner).items():
                shape = shape_of(field)
                name = f"{field.title}（`{key}`）"
                if shape.record is not None and name not in found.setdefault(shape.record, []):
                    found[shape.record].append(name)
                for variant in shape.variants:
                    found.setdefault(variant.record, [f"{name}：{variant.name} `{variant.tag}`，{variant.use}"])
    return found


def _section(model: type[Record], label: str, place: str, command: str = "") -> str:
    made = f"新建：`{command}`。" if command else ""
    return f"### {label}\n\n{place}。{made}\n\n{_table(model)}\n"


def _table(model: type[Record]) -> str:
    rows = ["| 键 | 名称 | 必填 | 写什么 | 说明 | 例子 |", "|---|---|---|---|---|---|"]
    for key, field in ordered_fields(model).items():
        shape = shape_of(field)
        cells = (
            f"`{key}`",
            field.title or "",
            "**必填**" if field.is_required() else "",
            _written(shape),
            _help(field),
            f"`{example(field)}`" if field.examples else "",
        )
        rows.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(rows)


def _help(field: FieldInfo) -> str:
    default = field.get_default()
    about = "" if shape_of(field).form is Form.CHOICE else field.description or ""
    if field.is_required() or default in (None, (), False) or isinstance(default, Record):
        return about
    if isinstance(default, tuple):
        if isinstance(default[0], Record):
            return about
        default = "、".join(map(str, default))
    shown = getattr(default, "value", default)
    return "；".join(filter(None, (about, f"不写就是 `{shown}`")))


def _written(shape: Shape) -> str:
    item = _item(shape)
    if not shape.many:
        return item
    return f"列表，每一项是{item}" + (f"，最多 {shape.most} 项" if shape.most else "")


def _item(shape: Shape) -> str:
    if shape.variants:
        names = "、".join(f"[`{each.tag}`](#{each.record.__name__.lower()}) {each.name}" for each in shape.variants)
        return f"一组，用 `{shape.tag}` 写明是哪一种：{names}"
    if shape.form is Form.RECORD and shape.record is not None:
        return f"[一组](#{shape.record.__name__.lower()})"
    if shape.form is Form.CHOICE:
        return "、".join(f"`{value}` {name}".rstrip() for value, name in shape.choices)
    if shape.form is Form.REFERENCE:
        return f"编号，见 `{PLACES_OF_IDS[shape.target]}`"
    if shape.form is Form.TEXT:
        limit = f"，最多 {shape.most} 字" if shape.most and not shape.many and not shape.words else ""
        return (shape.words or "文字") + limit
    return _WRITTEN[shape.form]


PLACES_OF_IDS = {
    **{register.name: register.file for register in REGISTERS},
    **{str(shelf.kind): shelf.folder for shelf in SHELVES},
    str(Kind.STATION): STATIONS_FILE,
}
"""Where the ids are that a reference may name, by its target."""


def example(field: FieldInfo) -> str:
    """A field's example as one writes it in YAML; "" when it has none."""
    return _show(field.examples[0]) if field.examples else ""


def _show(value: Any) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(map(_show, value)) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return f'"{value}"' if isinstance(value, str) and value.isdecimal() else str(value)
