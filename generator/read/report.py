"""How the reader says what it found: ids, weights and one constructor."""

from __future__ import annotations

from generator.model.diagnostic import WHOLE_FILE, Diagnostic, Mark, Severity

_SEVERITY = {
    "yaml-unquoted-code": Severity.ADVICE,
    "yaml-comment-in-value": Severity.WARNING,
    "file-name": Severity.WARNING,
    "file-unexpected": Severity.WARNING,
    "bundle-nested": Severity.WARNING,
}


def problem(
    rule: str, path: str, message: str, hint: str = "", mark: Mark = WHOLE_FILE, severity: Severity | None = None
) -> Diagnostic:
    """A diagnostic of the reader; what cannot be read is an error unless listed otherwise."""
    return Diagnostic(path, mark, rule, severity or _SEVERITY.get(rule, Severity.ERROR), message, hint)
