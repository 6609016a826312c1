"""Every way from one state of a review to another, and the handbook's table of them."""

from __future__ import annotations

from .records import Decision
from .verdict import ReviewState

EDIT = "edit"
ANY = "*"

TRANSITIONS: tuple[tuple[str, Decision | str, str], ...] = (
    ("draft", Decision.SUBMIT, "submitted"),
    ("changed", Decision.SUBMIT, "submitted"),
    ("returned", Decision.SUBMIT, "submitted"),
    ("submitted", Decision.PASS, "reviewing"),
    ("submitted", Decision.PASS, "approved"),
    ("reviewing", Decision.PASS, "reviewing"),
    ("reviewing", Decision.PASS, "approved"),
    ("reviewing", Decision.ISSUE, "reviewing"),
    ("reviewing", Decision.ISSUE, "approved"),
    ("submitted", Decision.RETURN, "returned"),
    ("reviewing", Decision.RETURN, "returned"),
    ("submitted", EDIT, "draft"),
    ("reviewing", EDIT, "draft"),
    ("returned", EDIT, "draft"),
    ("approved", EDIT, "changed"),
    (ANY, Decision.WITHDRAW, "withdrawn"),
    ("withdrawn", Decision.RESTORE, ANY),
)
"""State, what happens, state after it. ``*`` is any state, after ``restore`` the one that was there before. Where an
older version is live, an edit of the working version leads to ``changed`` instead of ``draft``."""

_RESULTS = {
    "changed": "网站上还是上一次通过的版本",
    "draft": "这一版从头审；以前通过的版本仍在网站上",
    "withdrawn": "下一次生成网站时下线",
    ANY: "恢复公开",
    "approved": "审级齐了，下一次生成网站时公开",
}


def transitions_table() -> str:
    """A Markdown table in Chinese: where an entry stands, what is done, where it stands then."""
    rows: dict[tuple[str, str], list[str]] = {}
    for before, by, after in TRANSITIONS:
        rows.setdefault((_named(by), after), []).append(before)
    lines = ["| 原来 | 做了什么 | 现在 | 网站上 |", "|---|---|---|---|"]
    for (by, after), origins in rows.items():
        said = "撤稿以前的状态" if after == ANY else ReviewState(after).label
        states = "、".join("任何状态" if state == ANY else ReviewState(state).label for state in origins)
        lines.append(f"| {states} | {by} | {said} | {_RESULTS.get(after, '不变')} |")
    return "\n".join(lines) + "\n"


def _named(by: Decision | str) -> str:
    return by.label if isinstance(by, Decision) else "改动稿件"
