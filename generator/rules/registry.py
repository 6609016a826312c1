"""The list of rules: ids, weights, titles and, for rules of this package, their functions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar, get_type_hints

from generator.model.catalogue import Catalogue, Entry
from generator.model.diagnostic import Severity
from generator.model.kinds import Kind

from .finding import Finding
from .lexicon import Lexicon
from .prose import Place, Prose
from .published import Published
from .world import World

EntryCheck = Callable[[Entry, World], Iterable[Finding]]
CatalogueCheck = Callable[[Catalogue, date], Iterable[Finding]]
SiteCheck = Callable[[Published], Iterable[Finding]]
ProseCheck = Callable[[Prose], Iterable[Place]]
Gate = str | Callable[[Lexicon], str]
"""A pattern in RE2's syntax, or what makes one of a project's words; an empty one never opens."""
Glance = Callable[[str], bool]
"""Looks at a whole file, for what no pattern can tell; it must be quick."""

ALL_KINDS = frozenset(Kind)
TEXT_KINDS = ALL_KINDS - {Kind.STATION}
"""Kinds with a text, photos and a page of their own folder."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as editors know it. ``title`` is one line of Chinese.

    ``binding`` rules cannot be switched off for an entry: what they find would break the
    build, mislead readers, or harm somebody. A rule about prose looks only at texts that match its ``gate``, or at
    which its ``glance`` saw something; one that ``tidies`` says of most places what should stand there instead,
    without knowing the project's words.
    """

    id: str
    severity: Severity
    title: str
    binding: bool = False
    kinds: frozenset[Kind] = ALL_KINDS
    check_entry: EntryCheck | None = None
    check_catalogue: CatalogueCheck | None = None
    check_site: SiteCheck | None = None
    check_prose: ProseCheck | None = None
    gate: Gate = ""
    glance: Glance | None = None
    tidies: bool = False


_Check = TypeVar("_Check", bound=Callable[..., Iterable[Finding]])

_RULES: dict[str, Rule] = {}


def rule(
    id: str, severity: Severity, title: str, *, kinds: Iterable[Kind] = ALL_KINDS, binding: bool = False
) -> Callable[[_Check], _Check]:
    """Registers a function as the check of rule ``id``; its first argument's type says of which scope.

    An entry rule, ``(entry: Entry, world: World)``, is asked for every entry of ``kinds``
    and must depend on nothing but its two arguments; a catalogue rule,
    ``(catalogue: Catalogue, today: date)``, and a rule about what is public, ``(site: Published)``,
    are asked once.
    """

    def register(check: _Check) -> _Check:
        if id in _RULES:
            raise ValueError(f"two rules are called {id}")
        hints = list(get_type_hints(check).values())
        if hints[0] is Entry:
            _RULES[id] = Rule(id, severity, title, binding, frozenset(kinds), check_entry=check)
        elif hints[0] is Published:
            _RULES[id] = Rule(id, severity, title, binding, check_site=check)
        else:
            _RULES[id] = Rule(id, severity, title, binding, check_catalogue=check)
        return check

    return register


def prose_rule(
    id: str,
    severity: Severity,
    title: str,
    *,
    gate: Gate = "",
    glance: Glance | None = None,
    kinds: Iterable[Kind] = TEXT_KINDS,
    tidies: bool = False,
    binding: bool = False,
) -> Callable[[ProseCheck], ProseCheck]:
    """Registers a function as the check of rule ``id`` about the prose of one entry.

    It must depend on nothing but its argument: what it finds is kept until the text or the lexicon changes.
    """

    def register(check: ProseCheck) -> ProseCheck:
        if id in _RULES:
            raise ValueError(f"two rules are called {id}")
        _RULES[id] = Rule(
            id, severity, title, binding, frozenset(kinds), check_prose=check, gate=gate, glance=glance, tidies=tidies
        )
        return check

    return register


def registered() -> tuple[Rule, ...]:
    """The rules registered so far, by id. ``generator.rules.all_rules`` has the complete list."""
    return tuple(_RULES[id] for id in sorted(_RULES))
