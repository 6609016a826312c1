"""The report as JSON, for scripts."""

from __future__ import annotations

import json
from collections.abc import Sequence

from generator.model.diagnostic import Diagnostic

from .reporter import Sources, counts, in_order

SHAPE = 1
"""Version of the shape below; it grows only when a key changes its meaning or goes."""


def report_json(diagnostics: Sequence[Diagnostic], sources: Sources) -> str:
    """``{"version": 1, "summary": {"error", "warning", "advice"}, "diagnostics": [...]}``.

    Each diagnostic has ``path``, ``line``, ``column``, ``length`` (characters, from 1; line
    0 means the whole file, column 0 the whole line), ``rule``, ``severity``, ``message``,
    ``hint`` and ``instead`` (what should stand in the marked place; null where only a person can tell).
    """
    ordered = in_order(diagnostics)
    report = {
        "version": SHAPE,
        "summary": {severity.value: number for severity, number in counts(ordered).items()},
        "diagnostics": [
            {
                "path": diagnostic.path,
                "line": diagnostic.mark.line,
                "column": diagnostic.mark.column,
                "length": diagnostic.mark.length,
                "rule": diagnostic.rule,
                "severity": diagnostic.severity.value,
                "message": diagnostic.message,
                "hint": diagnostic.hint,
                "instead": diagnostic.instead,
            }
            for diagnostic in ordered
        ],
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"
