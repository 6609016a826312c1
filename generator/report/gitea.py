"""The report as a review of a pull request, in the form that Gitea's API takes: Gitea reads no annotations from a log."""

from __future__ import annotations

import json
from collections.abc import Sequence

from generator.model.diagnostic import Diagnostic, Severity

from .reporter import SEVERITY_NAME, Sources, counts, in_order
from .text import location

_MOST = 30
"""So many remarks stand at their lines; nobody reads a hundred."""


def report_gitea(diagnostics: Sequence[Diagnostic], sources: Sources) -> str:
    """The body of ``POST /repos/{owner}/{repo}/pulls/{index}/reviews``; "" when nothing is wrong.

    Advice is left out: a review is mailed to people.
    """
    ordered = in_order(item for item in diagnostics if item.severity is not Severity.ADVICE)
    if not ordered:
        return ""
    lined = [item for item in ordered if item.mark.line][:_MOST]
    shown = set(lined)
    rest = [item for item in ordered if item not in shown]
    counted = "，".join(f"{number} 处{SEVERITY_NAME[grade]}" for grade, number in counts(ordered).items() if number)
    lines = [
        f"走进检查了这次改动：{counted}。",
        *(f"- `{location(item.path, item.mark)}` {_said(item)}" for item in rest),
    ]
    review = {
        "event": "COMMENT",
        "body": "\n".join(lines),
        "comments": [{"path": item.path, "new_position": item.mark.line, "body": _said(item)} for item in lined],
    }
    return json.dumps(review, ensure_ascii=False, indent=2) + "\n"


def _said(item: Diagnostic) -> str:
    hint = f"\n\n提示：{item.hint}" if item.hint else ""
    return f"**{SEVERITY_NAME[item.severity]}**（{item.rule}）{item.message}{hint}"
