"""What every reporter is given, and which diagnostics it is given."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from generator.model.diagnostic import Diagnostic, Severity

Sources = Callable[[str], str | None]
"""The text of a file by its path, None when it cannot be had."""
Reporter = Callable[[Sequence[Diagnostic], Sources], str]

_SURROGATE = re.compile("[\ud800-\udfff]")

SEVERITY_NAME = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.ADVICE: "建议"}


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Each diagnostic once, by file and place, in characters that can be written as UTF-8."""
    return sorted({_encodable(diagnostic) for diagnostic in diagnostics}, key=lambda diagnostic: diagnostic.sort_key)


def _encodable(diagnostic: Diagnostic) -> Diagnostic:
    """The same with U+FFFD for what a file name holds that is no Unicode (a name written in GBK on Linux)."""
    words = (diagnostic.path, diagnostic.message, diagnostic.hint)
    if not any(_SURROGATE.search(text) for text in words):
        return diagnostic
    path, message, hint = (_SURROGATE.sub("\ufffd", text) for text in words)
    return replace(diagnostic, path=path, message=message, hint=hint)


def counts(diagnostics: Iterable[Diagnostic]) -> dict[Severity, int]:
    """How many there are of each severity, the gravest first; none is left out."""
    counted = Counter(diagnostic.severity for diagnostic in diagnostics)
    return {severity: counted[severity] for severity in Severity}


def under(diagnostics: Iterable[Diagnostic], prefixes: Sequence[str]) -> list[Diagnostic]:
    """Those in the given files and folders (relative to the project, forward slashes); all when none is given."""
    wanted = [_normal(prefix) for prefix in prefixes]
    if not wanted or "" in wanted:
        return list(diagnostics)
    return [
        diagnostic
        for diagnostic in diagnostics
        if any(diagnostic.path == prefix or diagnostic.path.startswith(prefix + "/") for prefix in wanted)
    ]


def _normal(prefix: str) -> str:
    steps = [step for step in prefix.replace("\\", "/").split("/") if step not in ("", ".")]
    return "/".join(steps)
