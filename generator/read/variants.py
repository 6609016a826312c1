"""Words for a list whose items are of several kinds, such as the blocks of a feature."""

from __future__ import annotations

from typing import Any

from generator.model.shapes import Shape

from .choice_names import choice_hint
from .report import quoted


def no_such_variant(title: str, shape: Shape, given: Any) -> tuple[str, str, str]:
    """Rule id, message and hint for a group that says no kind, or one there is not."""
    said = given.get(shape.tag) if isinstance(given, dict) else None
    if isinstance(said, str) and said.strip():
        return "schema-value", f"没有{quoted(said)}这种{title}。", choice_hint(said, shape.choices, "")
    if said is not None:
        return "schema-value", f"{title}的种类（{shape.tag}）应是一个词。", _kinds(shape)
    message = f"这一块没有写是哪种{title}：缺少 {shape.tag}。"
    if isinstance(given, dict):
        for key, value in given.items():
            if isinstance(value, str) and value in dict(shape.choices):
                return "schema-missing", message, f"{quoted(str(key))}写成“{shape.tag}”：{shape.tag}: {value}。"
        meant = next((key for key in given if key in dict(shape.choices)), None)
        if meant is not None:
            shown = f"第一行写“- {shape.tag}: {meant}”，内容另起一行，和 {shape.tag} 对齐。"
            return "schema-missing", message, shown
    return "schema-missing", message, f"加一行 {shape.tag}: 种类。{_kinds(shape)}"


def variant_hint(name: str, shape: Shape, given: Any) -> str:
    """How such a list, or one item of it, is written."""
    tag, kinds = shape.tag, dict(shape.choices)
    if isinstance(given, str) and given.strip() in kinds:
        return f"写成“- {tag}: {given.strip()}”，这一块的键写在下面，和 {tag} 对齐。"
    return f"在“{name}:”下面，每一块以“- {tag}: 种类”开头，缩进两格，其余的键和 {tag} 对齐。{_kinds(shape)}"


def _kinds(shape: Shape) -> str:
    return "可以写：" + "、".join(f"{value}（{name}）" for value, name in shape.choices) + "。"
