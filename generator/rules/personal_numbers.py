"""Numbers that belong to one person: telephone, identity card, bank card, car.

All of them are personal information (个人信息保护法 第四条); identity and bank card numbers are sensitive, for whoever
knows them can do harm with them (第二十八条), and publishing any of them needs a consent of its own (第二十五条).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.model.diagnostic import Severity

from .prose import Place, Prose
from .registry import prose_rule

_MOBILE = re.compile(
    r"(?<![0-9A-Za-z.+@\-])(?:\+?86[- ]?)?(1(?:3[0-9]|4[5-9]|5[0-35-9]|6[2567]|7[0-8]|8[0-9]|9[0-35-9]))[ -]?([0-9]{4})[ -]?([0-9]{4})(?![0-9A-Za-z])"
)
"""Number segments given to mobile networks (工业和信息化部 电信网编号计划)."""
_IDENTITY = re.compile(r"(?<![0-9A-Za-z])([1-9][0-9]{5}(?:19|20)[0-9]{9}[0-9Xx])(?![0-9A-Za-z])")
_CARD = re.compile(
    r"(?<![0-9A-Za-z])(62[0-9]{2}(?:[ -]?[0-9]{4}){3}(?:[ -]?[0-9]{1,3})?|4[0-9]{15}|5[1-5][0-9]{14})(?![0-9A-Za-z])"
)
"""Cards begin with 62 (银联), 4 or 51 to 55; ISO/IEC 7812-1 gives a card's number up to nineteen digits."""
_CARD_GATE = r"(62[0-9]{2}[ -]?[0-9]{4}|4[0-9]{7}|5[1-5][0-9]{6})[ -]?[0-9]{4}"
_SHORTEST_CARD = 16
_PROVINCE = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_PLATE = re.compile(
    rf"[{_PROVINCE}][A-HJ-NP-Z][ ·•-]?(?=[A-Z]{{0,2}}[0-9])[A-HJ-NP-Z0-9]{{4,5}}[A-HJ-NP-Z0-9挂学警港澳](?![0-9A-Za-z])"
)
"""A province, an office's letter, five signs or six of an electric car (GA 36—2018)."""

_PROVINCES = frozenset((*range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55), *range(61, 66)))
"""The first two digits of a division code (GB/T 2260)."""
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_SIGNS = "10X98765432"
"""GB 11643—1999, 4.2.4: ISO 7064, MOD 11-2."""


@prose_rule("text-mobile", Severity.WARNING, "文字里有手机号", gate=r"1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}")
def text_mobile(prose: Prose) -> Iterator[Place]:
    """Nobody's own number stands in a text."""
    for found in _MOBILE.finditer(prose.written):
        yield Place.of(
            found,
            f"“{_masked(found[0])}”像是手机号。手机号是个人信息（个人信息保护法第四条），公开之后收不回来。",
            "换成单位或站点的办公电话；确实要公开的工作专用号，写一条例外并注明。",
        )


@prose_rule("text-identity-number", Severity.ERROR, "文字里有身份证号", gate=r"[1-9][0-9]{5}(19|20)[0-9]{9}[0-9Xx]")
def text_identity_number(prose: Prose) -> Iterator[Place]:
    """A citizen's number, recognised by its check digit, is never published."""
    for found in _IDENTITY.finditer(prose.written):
        if is_identity_number(found[1]):
            said = f"“{_masked(found[0])}”是身份证号（校验码对得上，GB 11643—1999），"
            yield Place.of(
                found,
                said + "属于敏感个人信息（个人信息保护法第二十八条）。",
                "删掉；公示名单要区分重名的，只留姓名和单位。已经提交过的，告诉管理仓库的人：旧版本里还有。",
            )


@prose_rule("text-bank-card", Severity.WARNING, "文字里有银行卡号", gate=_CARD_GATE)
def text_bank_card(prose: Prose) -> Iterator[Place]:
    """A card's number, recognised by its check digit, is not published."""
    for found in _CARD.finditer(prose.written):
        digits = re.sub(r"[^0-9]", "", found[1])
        if len(digits) >= _SHORTEST_CARD and is_luhn(digits) and not is_identity_number(digits):
            said = f"“{_masked(found[0])}”像是银行卡号（校验位对得上），"
            yield Place.of(
                found,
                said + "金融账户属于敏感个人信息（个人信息保护法第二十八条）。",
                "个人的卡号删掉；单位的捐款账号写一条例外，注明户名和批准公开的文件。",
            )


@prose_rule(
    "text-plate-number", Severity.WARNING, "文字里有车牌号", gate=rf"[{_PROVINCE}][A-HJ-NP-Z][ ·•-]?[A-HJ-NP-Z0-9]{{5}}"
)
def text_plate_number(prose: Prose) -> Iterator[Place]:
    """A car leads to its owner."""
    for found in _PLATE.finditer(prose.written):
        yield Place.of(
            found,
            f"“{_masked(found[0])}”像是车牌号，凭它能找到车主，属于个人信息（个人信息保护法第四条）。",
            "写“一辆白色轿车”就够了；公交车、消防车等公务车辆写线路或车号。",
        )


def is_identity_number(text: str) -> bool:
    """Whether a string is a citizen's number: province, day of birth and check sign are right."""
    if not re.fullmatch(r"[0-9]{17}[0-9Xx]", text) or int(text[:2]) not in _PROVINCES:
        return False
    try:
        date(int(text[6:10]), int(text[10:12]), int(text[12:14]))
    except ValueError:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(text, _WEIGHTS, strict=False))
    return _CHECK_SIGNS[total % 11] == text[17].upper()


def is_luhn(digits: str) -> bool:
    """Whether a number ends with the check digit of ISO/IEC 7812-1, annex B."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _masked(text: str) -> str:
    """The number as a report may show it: reports are copied into mails and logs."""
    return f"{text[:3]}****{text[-2:]}"
