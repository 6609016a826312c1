"""The documentation page of a rule."""

from __future__ import annotations

from pathlib import Path

from generator.model.diagnostic import Severity

from .all_rules import RULES
from .nearest import nearest

_HERE = Path(__file__).parent
_PLACES = (_HERE / "pages", _HERE.parents[1] / "docs" / "rules")
"""Where the pages lie in an installed wheel, and in the repository."""
_WEIGHT = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.ADVICE: "建议"}


def page(rule_id: str) -> str | None:
    """The Markdown of a rule's page; None when there is none."""
    if rule_id not in RULES:
        return None
    for folder in _PLACES:
        path = folder / f"{rule_id}.md"
        if path.is_file():
            return path.read_text(encoding="utf-8")
    return None


def explain(rule_id: str) -> str:
    """What ``zoujin explain`` prints: why, a bad and a good example.

    Raises:
        KeyError: there is no such rule; the message, in Chinese, names the nearest one.
    """
    text = page(rule_id)
    if text is not None:
        return text
    likely = nearest(rule_id, frozenset(RULES))
    hint = f"是不是“{likely}”（{RULES[likely].title}）？" if likely else "运行 zoujin explain 可以看全部规则。"
    raise KeyError(f"没有“{rule_id}”这条规则。{hint}")


def overview() -> str:
    """All rules, one a line: id, weight, title; what ``zoujin explain`` prints when no rule is named."""
    widest = max(map(len, RULES))
    lines = (f"{rule.id.ljust(widest)}  {_WEIGHT[rule.severity]}  {rule.title}" for rule in RULES.values())
    return "\n".join(lines) + "\n"
