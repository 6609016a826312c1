"""Findings become diagnostics, less those that an entry switches off with a reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from generator.model.catalogue import Catalogue
from generator.model.diagnostic import Diagnostic, Mark
from generator.model.parts import Suppression
from generator.model.references import FieldPath

from .all_rules import RULES
from .finding import Finding, Found
from .nearest import suggestion

Locate = Callable[[str, FieldPath], Mark]
"""Finds the place of a field of the metadata: path of the file and field path give a mark."""
Suppressions = Mapping[str, tuple[Suppression, ...]]
"""The exceptions that each file declares, by path."""


def suppressions_of(catalogue: Catalogue) -> Suppressions:
    """What the entries of a catalogue switch off."""
    declared = ((entry.path, getattr(entry.meta, "suppress", ())) for entry in catalogue.entries.values())
    return {path: suppressions for path, suppressions in declared if suppressions}


def to_diagnostics(found: Iterable[Found], locate: Locate, suppressions: Suppressions) -> list[Diagnostic]:
    """Diagnostics in the order of a report. ``found`` must hold everything found, so that an exception
    that excuses nothing can be told from one that does."""
    used: set[tuple[str, str]] = set()
    kept: list[Found] = []
    for item in found:
        path = item.finding.path
        rule = RULES[item.rule]
        if not rule.binding and any(exception.rule == rule.id for exception in suppressions.get(path, ())):
            used.add((path, rule.id))
        else:
            kept.append(item)
    for path, exceptions in suppressions.items():
        kept += _judge(path, exceptions, used)
    return sorted((_diagnostic(item, locate) for item in kept), key=lambda diagnostic: diagnostic.sort_key)


def _judge(path: str, exceptions: tuple[Suppression, ...], used: set[tuple[str, str]]) -> Iterable[Found]:
    for index, exception in enumerate(exceptions):
        id, at = exception.rule, ("suppress", index, "rule")
        rule = RULES.get(id)
        if rule is None:
            message = f"没有“{id}”这条规则，这条例外不起作用。"
            yield Found("suppression-unknown-rule", Finding(path, at, message, suggestion(id, RULES)))
        elif rule.binding:
            message = f"规则“{id}”（{rule.title}）不能关掉。"
            yield Found("suppression-not-allowed", Finding(path, at, message, "删掉这条例外，按提示改好内容。"))
        elif (path, id) not in used:
            message = f"例外“{id}”没有用上：这里没有“{rule.title}”的问题。"
            yield Found("suppression-unused", Finding(path, at, message, "问题已经改好了，删掉这条例外。"))


def _diagnostic(item: Found, locate: Locate) -> Diagnostic:
    rule, finding = RULES[item.rule], item.finding
    mark = finding.at if isinstance(finding.at, Mark) else locate(finding.path, finding.at)
    return Diagnostic(finding.path, mark, rule.id, rule.severity, finding.message, finding.hint, finding.instead)
