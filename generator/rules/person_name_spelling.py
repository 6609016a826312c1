"""A person's name that one text writes in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.diagnostic import Severity
from generator.model.kinds import Kind
from generator.model.sounds import sound_alike
from generator.model.surnames import SINGLE

from .prose import Place, Prose
from .registry import prose_rule

_SPEAKER = re.compile(r"^:{3,}[ \t]*quote[ \t]+([一-鿿]{3})[ \t]*$", re.MULTILINE)
_BLOCK = "::: quote "
_FULL_NAME = 3
"""Characters: surname and two of the given name. Shorter names meet other words too often."""


def may_vary(text: str) -> bool:
    """Whether a speaker's name has a neighbour in the text; quick, and for the whole file."""
    if _BLOCK not in text:
        return False
    return any(_neighbours(text, name) for name in {part[:_FULL_NAME] for part in text.split(_BLOCK)[1:]})


@prose_rule("person-name-varies", Severity.WARNING, "同一个人的姓名前后不一致", glance=may_vary)
def person_name_varies(prose: Prose) -> Iterator[Place]:
    """Who is quoted by a name is called by that name everywhere.

    Its neighbour must be the rarer of the two.
    """
    text = prose.visible
    names = set(_SPEAKER.findall(prose.text))
    if prose.kind is Kind.PROFILE and len(prose.meta.name) == _FULL_NAME:
        names.add(prose.meta.name)
    for name in sorted(names):
        for other in sorted(_neighbours(text, name) - names):
            if text.count(other) >= prose.text.count(name):
                continue
            yield Place(
                text.index(other),
                _FULL_NAME,
                f"“{other}”和“{name}”读音相同，只差一个字，像是同一个人（本站用法：同一个人的姓名全文一致）。",
                "核对以后统一成一种写法；确实是两个人的，写一条例外。",
            )


def _neighbours(text: str, name: str) -> set[str]:
    """What stands in a text that differs from ``name`` in one character of the given name that is read alike."""
    if len(name) != _FULL_NAME or name[0] not in SINGLE or text.count(name[0]) == text.count(name):
        return set()
    surname, first, second = name[0], name[1], name[2]
    return {
        surname + given
        for given in {part[:2] for part in text.split(surname)[1:]}
        if len(given) == _FULL_NAME - 1
        and (given[0] == first) is not (given[1] == second)
        and (sound_alike(given[1], second) if given[0] == first else sound_alike(given[0], first))
    }
