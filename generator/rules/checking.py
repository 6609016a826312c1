"""Asks the rules about entries and about the catalogue as a whole."""

from __future__ import annotations

from datetime import date

from generator.model.catalogue import Catalogue, Entry
from generator.model.kinds import Kind

from . import markdown, references
from .all_rules import RULES
from .finding import Finding, Found
from .published import Published
from .registry import EntryCheck
from .world import World

_ENTRY_CHECKS: dict[Kind, tuple[tuple[str, EntryCheck], ...]] = {
    kind: tuple((rule.id, rule.check_entry) for rule in RULES.values() if rule.check_entry and kind in rule.kinds)
    for kind in Kind
}

_TEXT_CHECKS = tuple(
    (rule.id, rule.check_entry)
    for rule in RULES.values()
    if rule.check_entry and rule.check_entry.__module__ == markdown.__name__
)
"""Rules that look at the outline alone."""

_REFERENCE_CHECKS: dict[Kind, tuple[tuple[str, EntryCheck], ...]] = {
    kind: tuple((id, check) for id, check in checks if check.__module__ == references.__name__ and RULES[id].binding)
    for kind, checks in _ENTRY_CHECKS.items()
}
"""Rules that ask whether what an entry refers to exists."""


def check_entry(entry: Entry, world: World) -> list[Found]:
    """What the entry rules find; depends on the entry and the world alone, so it may be kept by their digests."""
    checks = _ENTRY_CHECKS[entry.kind]
    found = [Found(id, finding) for id, check in checks for finding in check(entry, world)]
    if found and entry.kind is Kind.STATION:
        return [Found(id, _in_register(finding, entry.slug)) for id, finding in found]
    return found


def check_broken(entry: Entry, world: World) -> list[Found]:
    """What can be found in an entry whose metadata have errors: ``meta`` is a sketch of them (fields may be None), or None.

    Only rules that ask nothing of other fields are asked, so that no error brings forth another one.
    """
    checks = _TEXT_CHECKS if entry.outline.defects or entry.outline.headings else ()
    if entry.meta is not None:
        checks += _REFERENCE_CHECKS[entry.kind]
    return [Found(id, finding) for id, check in checks for finding in check(entry, world)]


def remarks(catalogue: Catalogue) -> list[Found]:
    """What the rules about wording found when the texts were read."""
    return [
        Found(remark.rule, Finding(entry.path, remark.mark, remark.message, remark.hint, remark.instead))
        for entry in catalogue.entries.values()
        for remark in entry.remarks
    ]


def check_catalogue(catalogue: Catalogue, today: date) -> list[Found]:
    """What the rules about the whole find."""
    return [
        Found(rule.id, finding)
        for rule in RULES.values()
        if rule.check_catalogue
        for finding in rule.check_catalogue(catalogue, today)
    ]


def check_site(site: Published) -> list[Found]:
    """What the rules about the public site find."""
    return [Found(rule.id, finding) for rule in RULES.values() if rule.check_site for finding in rule.check_site(site)]


def _in_register(finding: Finding, id: str) -> Finding:
    """The same finding with its field path counted from the register's file, not from the record."""
    return finding._replace(at=(id, *finding.at)) if isinstance(finding.at, tuple) else finding
