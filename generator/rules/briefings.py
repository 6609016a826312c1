"""采访线索 and 采访邀请: complete enough to send somebody, and silent about what is for registered newsrooms only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.catalogue import Entry
from generator.model.diagnostic import Severity
from generator.model.entries import DocumentKind
from generator.model.kinds import Kind

from .finding import Finding
from .prose import Place, Prose
from .registry import prose_rule, rule
from .world import World

_SHORTEST = 5
"""Digits; fewer would be found in any text."""

_BETWEEN = "[-‐-―－（）() 　·转]{0,3}"
"""What people put between the digits of a number."""


@rule("press-incomplete", Severity.ERROR, "采访线索或采访邀请缺时间、地点或联系电话", kinds=(Kind.DOCUMENT,))
def press_incomplete(entry: Entry, world: World) -> Iterator[Finding]:
    """Whoever is invited must know where to, when, and whom to call."""
    meta = entry.meta
    if not meta.kind.for_media:
        return
    wanted = {"contacts": "一个公开的联系电话（contacts：联系谁 who、电话 phone）"}
    if meta.kind is DocumentKind.INVITATION:
        wanted = {"start": "时间（start）", "place": "地点（place）", **wanted}
    press = meta.press
    public = [each for each in press.contacts if not each.restricted] if press else []
    lacking = [
        what
        for key, what in wanted.items()
        if press is None or not (public if key == "contacts" else getattr(press, key))
    ]
    if lacking:
        yield Finding(
            entry.path,
            ("press",) if press else ("kind",),
            f"{meta.kind.label}还缺{'、'.join(lacking)}，记者来不了。",
            "在 press 下面补上；限给媒体的联系人之外，要有一个公开的办公电话，记者先打给它登记。",
        )


@rule("press-register-late", Severity.WARNING, "登记截止晚于采访开始", kinds=(Kind.DOCUMENT,))
def press_register_late(entry: Entry, world: World) -> Iterator[Finding]:
    """Nobody registers for what has begun."""
    press = entry.meta.press
    if press is None or press.register_by is None or press.start is None or press.register_by <= press.start:
        return
    yield Finding(
        entry.path,
        ("press", "register_by"),
        "登记截止晚于采访开始：开始以后才截止，登记就没有意义了。",
        "把 register_by 改到 start 之前。",
    )


@prose_rule(
    "press-contact-told",
    Severity.ERROR,
    "限给媒体的电话写在了公开的地方",
    binding=True,
    kinds=(Kind.DOCUMENT,),
    gate="restricted",
)
def press_contact_told(prose: Prose) -> Iterator[Place]:
    """A number that is for registered newsrooms only stands nowhere in what readers see."""
    press = getattr(prose.meta, "press", None)
    for contact in press.contacts if press else ():
        digits = re.sub(r"[^0-9]", "", contact.phone.removeprefix("+86"))
        if not contact.restricted or len(digits) < _SHORTEST:
            continue
        for found in _written(digits).finditer(prose.written):
            yield Place.of(
                found,
                f"“{contact.who}”的电话限给媒体，这里却会公开。",
                "从这里删掉；记者要联系，请他们先打公开的办公电话登记。",
            )


def _written(digits: str) -> re.Pattern[str]:
    """A telephone number in any way of writing it: with or without the country's code, full-width or not."""
    number = _BETWEEN.join(f"[{digit}{chr(ord(digit) + 0xFEE0)}]" for digit in digits)
    return re.compile(rf"(?<![0-9０-９])(?:(?:[+＋]|00)86{_BETWEEN})?{number}(?![0-9０-９])")
