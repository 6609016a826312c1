"""A city's own colours: all there, and readable on each other in every mode."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from math import floor

from generator.model.catalogue import Catalogue
from generator.model.diagnostic import WHOLE_FILE, Mark, Severity
from generator.model.tokens import COLOURS, PAIRS, TOKENS_FILE, Declaration, Pair

from .contrast import Colour, colour_of, contrast, hex_of, nearest_passing
from .finding import Finding
from .registry import rule

_MODES: Mapping[str, frozenset[str]] = {
    "浅色": frozenset(),
    "深色（跟随系统）": frozenset({"dark"}),
    "深色（读者选择）": frozenset({"dark-switch"}),
    "大字版": frozenset({"elder"}),
    "大字版深色（跟随系统）": frozenset({"elder", "dark"}),
    "大字版深色（读者选择）": frozenset({"elder", "dark-switch"}),
}
_ALIAS = re.compile(r"var\(\s*--([\w-]+)\s*\)")

Scheme = Mapping[str, tuple[Declaration, Colour]]


@rule("theme-colour", Severity.WARNING, "配色文件里缺少颜色，或颜色看不懂")
def theme_colour(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """Every colour of the theme is declared, as a colour that hides what is below it."""
    if catalogue.tokens is None:
        return
    always = catalogue.tokens.under(frozenset())
    for name, label in COLOURS.items():
        if name not in always:
            message = f"配色文件里没有“{label}”（--{name}），用到它的地方会没有颜色。"
            yield Finding(TOKENS_FILE, WHOLE_FILE, message, f"在 :root {{ … }} 里补上一行，如 --{name}: #b5371f;")
    said: set[Mark] = set()
    for conditions in _MODES.values():
        declared = catalogue.tokens.under(conditions)
        for name in filter(declared.__contains__, COLOURS):
            written = declared[name]
            if _colour(written, declared) is None and written.mark not in said:
                said.add(written.mark)
                message = f"“{COLOURS[name]}”（--{name}）写着“{written.value}”，不是一种看得懂的不透明颜色。"
                yield Finding(TOKENS_FILE, written.mark, message, "写成井号加六位，如 #b5371f。")


@rule("theme-contrast", Severity.WARNING, "文字和底色太接近，看不清")
def theme_contrast(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """Text and the edges of controls stand out from their ground in every mode (WCAG 2.2, 1.4.3 and 1.4.11)."""
    if catalogue.tokens is None:
        return
    said: set[Mark] = set()
    for mode, conditions in _MODES.items():
        declared = catalogue.tokens.under(conditions)
        scheme = {
            name: (written, colour)
            for name, written in declared.items()
            if name in COLOURS and (colour := _colour(written, declared)) is not None
        }
        for pair in PAIRS:
            if pair.colour in scheme and pair.ground in scheme and not _passes(pair, scheme, {}):
                mark = scheme[pair.colour][0].mark
                if mark not in said:
                    said.add(mark)
                    yield _finding(mode, pair, scheme)


def _finding(mode: str, pair: Pair, scheme: Scheme) -> Finding:
    (written, colour), (under, ground) = scheme[pair.colour], scheme[pair.ground]
    ratio = floor(contrast(colour, ground) * 10) / 10
    message = (
        f"{mode}：“{COLOURS[pair.colour]}”（--{pair.colour}: {written.value}）在“{COLOURS[pair.ground]}”"
        f"（--{pair.ground}: {under.value}）上的对比度是 {ratio:g}:1，至少要 {pair.needed:g}:1。"
    )
    for name in (pair.colour, pair.ground):
        better = nearest_passing(scheme[name][1], partial(_all_pass, scheme, name))
        if better is not None:
            return Finding(TOKENS_FILE, written.mark, message, f"把 --{name} 改成 {hex_of(better)}，就够了。")
    return Finding(TOKENS_FILE, written.mark, message, "两种颜色都要改：一个加深，一个变浅。")


def _all_pass(scheme: Scheme, name: str, shade: Colour) -> bool:
    """Whether ``name`` in this shade has enough contrast everywhere it is used."""
    return all(
        _passes(pair, scheme, {name: shade})
        for pair in PAIRS
        if name in (pair.colour, pair.ground) and pair.colour in scheme and pair.ground in scheme
    )


def _passes(pair: Pair, scheme: Scheme, instead: Mapping[str, Colour]) -> bool:
    colour, ground = (instead.get(name, scheme[name][1]) for name in (pair.colour, pair.ground))
    return contrast(colour, ground) >= pair.needed


def _colour(written: Declaration, declared: Mapping[str, Declaration]) -> Colour | None:
    for _ in COLOURS:
        alias = _ALIAS.fullmatch(written.value)
        if alias is None:
            return colour_of(written.value)
        if alias[1] not in declared:
            return None
        written = declared[alias[1]]
    return None
