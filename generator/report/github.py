"""The report as GitHub workflow commands, which annotate the lines of a pull request."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.diagnostic import Diagnostic, Severity

from .reporter import Sources, in_order

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


def report_github(diagnostics: Sequence[Diagnostic], sources: Sources) -> str:
    """One workflow command a diagnostic; nothing when there is none."""
    return "".join(f"{_command(diagnostic)}\n" for diagnostic in in_order(diagnostics))


def _command(diagnostic: Diagnostic) -> str:
    mark = diagnostic.mark
    properties = {"file": diagnostic.path}
    if mark.line:
        properties["line"] = str(mark.line)
    if mark.line and mark.column:
        properties["col"] = str(mark.column)
        properties["endColumn"] = str(mark.column + mark.length)
    properties["title"] = diagnostic.rule
    said = ",".join(f"{name}={_in_property(value)}" for name, value in properties.items())
    message = f"{diagnostic.message}\n提示：{diagnostic.hint}" if diagnostic.hint else diagnostic.message
    return f"::{_COMMAND[diagnostic.severity]} {said}::{_in_message(message)}"


def _in_message(text: str) -> str:
    """Escaped as ``@actions/core`` escapes a command's data."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _in_property(text: str) -> str:
    """Escaped as ``@actions/core`` escapes a command's properties."""
    return _in_message(text).replace(":", "%3A").replace(",", "%2C")
