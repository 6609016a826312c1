"""How the reader says what it found: ids, weights and one constructor."""

from __future__ import annotations

import errno

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


_REASONS = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EISDIR: "这是一个文件夹",
    errno.ENOTDIR: "这里应是文件夹，却是一个文件",
    errno.ELOOP: "快捷方式绕成了圈",
    errno.ENAMETOOLONG: "名字太长",
    errno.EIO: "磁盘读不出来",
    errno.EBUSY: "正被别的程序占用",
    errno.ESTALE: "网络盘断开了",
    errno.EMFILE: "同时打开的文件太多",
}


def reason(error: Exception) -> str:
    """Why the operating system refused, in an editor's words where they are known."""
    number = getattr(error, "errno", None)
    return _REASONS.get(number or 0) or getattr(error, "strerror", None) or type(error).__name__


_SHOWN = 40
"""Characters of a value that a message repeats."""


def quoted(value: object) -> str:
    """A value in Chinese quotation marks, on one line and short enough to read."""
    text = " ".join(str(value)[: _SHOWN * 4].split())
    shown = f"{text[:_SHOWN]}…" if len(text) > _SHOWN else text
    return f"「{shown}」" if "“" in shown or "”" in shown else f"“{shown}”"


def without_echoes(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Without advice about a value that an error stands on, or whose key is unknown: mending the error settles both."""
    advice = [item for item in diagnostics if item.severity is Severity.ADVICE]
    if not advice:
        return diagnostics
    places = {(item.path, item.mark[:2]) for item in diagnostics if item.severity is Severity.ERROR}
    lines = {(item.path, item.mark.line) for item in diagnostics if item.rule == "schema-unknown-key"}
    return [
        item
        for item in diagnostics
        if item.severity is not Severity.ADVICE
        or ((item.path, item.mark[:2]) not in places and (item.path, item.mark.line) not in lines)
    ]
