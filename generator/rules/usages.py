"""Words that an office does not use, or only with care: those of ``content/wording.yaml``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.model.diagnostic import Severity
from generator.model.vocabulary import Usage

from .lexicon import Lexicon
from .prose import Place, Prose
from .registry import prose_rule


def _pattern(lexicon: Lexicon, *, careful: bool) -> str:
    terms = sorted(
        (usage.term for usage in lexicon.usages if usage.careful is careful), key=lambda term: (-len(term), term)
    )
    return "|".join(re.escape(term) for term in terms)


def _gate(lexicon: Lexicon) -> str:
    return _pattern(lexicon, careful=False)


def _careful_gate(lexicon: Lexicon) -> str:
    return _pattern(lexicon, careful=True)


@lru_cache(maxsize=4)
def _finder(lexicon: Lexicon, careful: bool) -> tuple[re.Pattern[str], dict[str, Usage]]:
    return re.compile(_pattern(lexicon, careful=careful)), {usage.term: usage for usage in lexicon.usages}


@prose_rule("wording-term", Severity.WARNING, "用了不该用的词", gate=_gate)
def wording_term(prose: Prose) -> Iterator[Place]:
    """What the office has listed as wrong or disrespectful is replaced."""
    return _found(prose, careful=False)


@prose_rule("wording-careful", Severity.ADVICE, "用了要慎用的词", gate=_careful_gate)
def wording_careful(prose: Prose) -> Iterator[Place]:
    """What depends on the context is looked at once more."""
    return _found(prose, careful=True)


def _found(prose: Prose, *, careful: bool) -> Iterator[Place]:
    finder, usages = _finder(prose.lexicon, careful)
    text = prose.visible
    for found in finder.finditer(text):
        usage = usages[found[0]]
        if any(_covers(text, longer, found) for longer in usage.unless):
            continue
        why = usage.why.rstrip("。")
        yield Place.of(
            found,
            f"“{usage.term}”{'要慎用' if careful else '不要用'}：{why}（{usage.source}）。",
            f"改成“{usage.instead}”。" if usage.instead else "看上下文换一个说法。",
        )


def _covers(text: str, longer: str, found: re.Match[str]) -> bool:
    """Whether ``longer`` stands in the text so that the term is a part of it."""
    first = max(0, found.end() - len(longer))
    place = text.find(longer, first, found.start() + len(longer))
    return 0 <= place <= found.start() and place + len(longer) >= found.end()
