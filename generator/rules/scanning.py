"""Rules about wording look at a text when it is read, once, behind one automaton.

Nearly every text is in order, so nearly all of the cost would be looking for what is not there. Each rule has a
gate, a pattern that every text has in which the rule could find something; all gates are one ``re2.Set``, whose
automaton passes over a text once. Only rules whose gate is open look closer. A gate does not count how far apart
two words may stand (``*``, not ``{0,28}``): every distance would be a state of the automaton, together with those of
all other gates.
"""

from __future__ import annotations

from functools import lru_cache

import re2

from generator.model.fields import Record
from generator.model.kinds import Kind
from generator.model.remark import Spot

from .all_rules import RULES
from .lexicon import Lexicon
from .prose import Prose
from .registry import Rule

_MEMORY = 64 << 20
"""Bytes that an automaton may take; the names of a large city's registers need some ten million."""
_MOST_SPOTS = 20
"""Remarks of one rule about one text; whoever mends twenty will find the others."""

_GATED = tuple(rule for rule in RULES.values() if rule.check_prose is not None and rule.glance is None)
_GLANCING = tuple((rule.glance, rule) for rule in RULES.values() if rule.glance is not None)


@lru_cache(maxsize=4)
def _gates(lexicon: Lexicon) -> tuple[re2.Set, tuple[Rule, ...]]:
    """The automaton of all gates, and the rules behind them in its order."""
    options = re2.Options()
    options.max_mem = _MEMORY
    gates = re2.Set.SearchSet(options)
    behind = []
    for rule in _GATED:
        pattern = rule.gate if isinstance(rule.gate, str) else rule.gate(lexicon)
        if pattern:
            gates.Add(pattern)
            behind.append(rule)
    gates.Compile()
    return gates, tuple(behind)


def scan_text(lexicon: Lexicon, text: str, body_start: int, kind: Kind, meta: Record) -> list[Spot]:
    """What the rules about wording say of a source file; see ``generator.model.remark.ScanText``."""
    gates, behind = _gates(lexicon)
    opened = [rule for rule in (behind[index] for index in gates.Match(text) or ()) if kind in rule.kinds]
    opened += [rule for glance, rule in _GLANCING if kind in rule.kinds and glance(text)]
    if not opened:
        return []
    prose = Prose(text, body_start, kind, meta, lexicon)
    spots: list[Spot] = []
    for rule in opened:
        assert rule.check_prose is not None
        found = (Spot(rule.id, *place) for place in rule.check_prose(prose))
        spots += [spot for spot, _ in zip(found, range(_MOST_SPOTS), strict=False)]
    return spots
