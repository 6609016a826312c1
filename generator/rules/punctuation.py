"""Punctuation, where a machine can be sure (GB/T 15834—2011 标点符号用法)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.diagnostic import Severity

from .prose import Place, Prose
from .registry import prose_rule

_HAN = "一-鿿㐀-䶿"
_HALF = re.compile(
    rf"(?<=[{_HAN}”’》）])[,;:!?](?=[{_HAN}“‘《（”’》）\s0-9A-Za-z]|$)|(?<=[0-9A-Za-z%])[,;!?](?=[{_HAN}“‘《（])"
    rf"|(?<=[{_HAN}”’》）])\.(?=[{_HAN}“‘《（\s]|$)",
    re.MULTILINE,
)
_FULL = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", ".": "。"}
_HALF_BRACKETS = re.compile(rf"(?<=[{_HAN}”》])\(([^()\n\0]{{1,60}})\)|\(([^()\n\0]*[{_HAN}][^()\n\0]*)\)")
_REPEATED = re.compile(r"([，。、；：])[，。、；：]+|[！？][，。、；：]|[，。、；：][！？]|[！？]{4,}")
_ELLIPSIS = re.compile(
    rf"(?<=[{_HAN}，。！？”])(?:\.{{3,}}|。{{2,}}|(?<!…)…(?!…)|·{{3,}})|(?:\.{{3,}}|。{{3,}})(?=[{_HAN}”])"
)
_DASH = re.compile(rf"(?<=[{_HAN}”》，。])(?:-{{2,3}}|－{{2,}}|––|ーー)(?=[{_HAN}“《])")
_STRAIGHT = re.compile(rf'"([^"\n\0]*[{_HAN}][^"\n\0]*)"')
_BETWEEN = re.compile(r"”、“|》、《")
_ETC = re.compile(r"……等(?=[，。、；）]|$)", re.MULTILINE)

_HAN_GATE = r"[\x{3400}-\x{9fff}”’》）]"
_AFTER_GATE = r"[\x{3400}-\x{9fff}“‘《（]"


@prose_rule(
    "punctuation-half-width",
    Severity.WARNING,
    "中文里用了英文标点",
    gate=rf"{_HAN_GATE}[,;:!?.]({_AFTER_GATE}|[\s0-9A-Za-z”’》）]|$)|[0-9A-Za-z%][,;!?]{_AFTER_GATE}",
    tidies=True,
)
def punctuation_half_width(prose: Prose) -> Iterator[Place]:
    """Chinese punctuation takes the place of one character (5.1.1, 5.1.2)."""
    for found in _HALF.finditer(prose.visible):
        sign = found[0]
        yield Place.of(
            found,
            f"中文句子里的“{sign}”是英文标点（GB/T 15834—2011，5.1：句号、逗号等各占一个字位置）。",
            f"切换到中文输入法，改成“{_FULL[sign]}”。" + ("外国人名里的改成间隔号“·”。" if sign == "." else ""),
            instead=None if sign == "." else _FULL[sign],
        )


@prose_rule(
    "brackets-half-width",
    Severity.ADVICE,
    "中文里用了英文括号",
    gate=rf"{_HAN_GATE}\(|\([^()\n]*[\x{{3400}}-\x{{9fff}}]",
    tidies=True,
)
def brackets_half_width(prose: Prose) -> Iterator[Place]:
    """Brackets round Chinese words are Chinese brackets (4.9.2, 5.1.3)."""
    for found in _HALF_BRACKETS.finditer(prose.visible):
        yield Place.of(
            found,
            f"“{_short(found[0])}”用的是英文括号（GB/T 15834—2011，4.9.2：括号的主要形式是圆括号“（）”）。",
            "改成中文括号（）。",
            instead=f"（{found[0][1:-1]}）",
        )


@prose_rule(
    "punctuation-repeated",
    Severity.WARNING,
    "标点连用",
    gate=r"[，。、；：][，。、；：！？]|[！？][，。、；：]|[！？][！？][！？][！？]",
    tidies=True,
)
def punctuation_repeated(prose: Prose) -> Iterator[Place]:
    """Two stops never stand side by side, and no more than three marks of question or exclamation (4.2.3.4, 4.3.3.2)."""
    for found in _REPEATED.finditer(prose.visible):
        if set(found[0]) == {"。"}:
            continue  # an ellipsis: see ``ellipsis-form``
        many = set(found[0]) <= {"！", "？"}
        why = (
            "问号、叹号最多叠用三个（GB/T 15834—2011，4.2.3.4、4.3.3.2）"
            if many
            else "点号只用一个（GB/T 15834—2011，4.1至4.7）"
        )
        same = len(set(found[0])) == 1 and not many
        yield Place.of(
            found,
            f"“{found[0]}”连在了一起：{why}。",
            "留下对的一个，删掉多余的。",
            instead=found[0][0] if same else None,
        )


@prose_rule(
    "ellipsis-form",
    Severity.WARNING,
    "省略号写法不对",
    gate=r"\.\.\.|。。|[^…]…[^…]|[^…]…等|……等|···",
    tidies=True,
)
def ellipsis_form(prose: Prose) -> Iterator[Place]:
    """An ellipsis is six dots in the place of two characters (4.11.2)."""
    for found in _ELLIPSIS.finditer(prose.visible):
        yield Place.of(
            found,
            f"“{found[0]}”不是省略号的写法（GB/T 15834—2011，4.11.2：省略号的形式是“……”，六个点，占两个字）。",
            "改成“……”：中文输入法下按 Shift 和数字 6。",
            instead="……",
        )
    for found in _ETC.finditer(prose.visible):
        yield Place.of(found, "省略号和“等”意思一样，只用一个。", "删掉“……”或“等”。")


@prose_rule("dash-form", Severity.WARNING, "破折号写法不对", gate=rf"{_HAN_GATE}(--|－－|––|ーー)", tidies=True)
def dash_form(prose: Prose) -> Iterator[Place]:
    """A dash takes the place of two characters (4.10.2)."""
    for found in _DASH.finditer(prose.visible):
        yield Place.of(
            found,
            f"“{found[0]}”不是破折号的写法（GB/T 15834—2011，4.10.2：破折号的形式是“——”，占两个字）。",
            "改成“——”：中文输入法下按 Shift 和减号。",
            instead="——",
        )


@prose_rule(
    "quotes-straight",
    Severity.WARNING,
    "中文里用了直引号",
    gate=r'(^|\n|[\x{3400}-\x{9fff}，。：、；！？])"[^"\n]*[\x{3400}-\x{9fff}]',
    tidies=True,
)
def quotes_straight(prose: Prose) -> Iterator[Place]:
    """Quotation marks are the curly ones (4.8.2)."""
    for found in _STRAIGHT.finditer(prose.visible):
        yield Place.of(
            found,
            f"“{_short(found[1])}”用的是英文直引号（GB/T 15834—2011，4.8.2：引号的形式是双引号“ ”和单引号‘ ’）。",
            f"改成“{_short(found[1])}”。",
            instead=f"“{found[1]}”",
        )


@prose_rule("quotes-separated", Severity.ADVICE, "并列的引号、书名号之间用了顿号", gate=r"”、“|》、《")
def quotes_separated(prose: Prose) -> Iterator[Place]:
    """Between titles or quoted words in a row there is usually no sign (4.5.3.5)."""
    for found in _BETWEEN.finditer(prose.visible):
        yield Place.of(
            found,
            "并列的引号之间、书名号之间通常不用顿号（GB/T 15834—2011，4.5.3.5）。",
            f"改成“{found[0].replace('、', '')}”；中间隔着别的话时可以保留。",
        )


def _short(text: str) -> str:
    return text if len(text) <= 16 else f"{text[:15]}…"
