"""Mends in a text what rules about wording are sure of: signs, blanks and full-width letters, never words."""

from __future__ import annotations

from collections.abc import Container

from generator.model.fields import Record
from generator.model.kinds import Kind

from .all_rules import RULES
from .lexicon import Lexicon
from .prose import Place, Prose

_ROUNDS = 100
"""A rule may report only a few of many places, and a mended place may lay another open; a text needs three or four."""


def tidied(text: str, body_start: int, kind: Kind, meta: Record, leave: Container[str] = ()) -> str:
    """The whole source text with every certain replacement made; no line is added or taken away.

    ``leave`` are the rules that the entry switches off.
    """
    checks = [
        rule.check_prose
        for rule in RULES.values()
        if rule.tidies and rule.check_prose is not None and kind in rule.kinds and rule.id not in leave
    ]
    for _ in range(_ROUNDS):
        prose = Prose(text, body_start, kind, meta, Lexicon())
        places = [place for check in checks for place in check(prose) if place.instead is not None]
        if not places:
            break
        text, body_start = _replaced(text, body_start, places)
    return text


def _replaced(text: str, body_start: int, places: list[Place]) -> tuple[str, int]:
    """The text with those of the places mended that do not overlap, and where its body begins now."""
    pieces, end, shift = [], 0, 0
    for place in sorted(places):
        if place.start < end or place.instead is None:
            continue
        pieces += [text[end : place.start], place.instead]
        end = place.start + place.length
        if end <= body_start:
            shift += len(place.instead) - place.length
    return "".join((*pieces, text[end:])), body_start + shift
