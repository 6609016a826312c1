"""A choice among words that says in Chinese what may be chosen."""

from __future__ import annotations

from collections.abc import Mapping

import click
from rapidfuzz import process

from generator.model.kinds import Kind


class Choice(click.Choice[str]):
    """``names`` are the Chinese names by word."""

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__(list(names))
        self._names = names

    def get_invalid_choice_message(self, value: object, ctx: click.Context | None) -> str:
        """What click says in English, with the likeliest word first."""
        likely = process.extractOne(str(value), list(self.choices), score_cutoff=60)
        hint = f"是不是“{likely[0]}”（{self._names[likely[0]]}）？" if likely else ""
        return (
            f"没有“{value}”。{hint}可以写：" + "、".join(f"{word} {name}" for word, name in self._names.items()) + "。"
        )


def kind_names() -> dict[str, str]:
    """The kinds of entry, as an argument takes them."""
    return {kind.value: kind.label for kind in Kind}
