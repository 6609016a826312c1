"""Numbers and dates, where a machine can be sure (GB/T 15835—2011 出版物上数字用法)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.diagnostic import Severity
from generator.model.kinds import Kind

from .prose import Place, Prose
from .registry import prose_rule

_WIDE = re.compile(r"[０-９Ａ-Ｚａ-ｚ％．]*[０-９Ａ-Ｚａ-ｚ][０-９Ａ-Ｚａ-ｚ％．]*")
_MIXED = re.compile(
    r"(?<![0-9.第])[1-9][0-9]*(?:[千百](?![克米瓦卡伏赫帕字周帕焦分]|[0-9]*米)|十)[一二三四五六七八九0-9]?[十百]?(?=[多余来个名位人次件户元天年岁场小份张条米斤]|$|[，。、；])"
)
_YEAR_SHORT = re.compile(
    r"(?<![0-9.:：—～~\-])(?<!公元)(?<!元前)(?<!光绪)(?<!乾隆)(?<!康熙)(?<!民国)(?<!昭和)([0-9]{2})年(?=[0-9]{1,2}月|[一二三四五六七八九十]{1,2}月|春|夏|秋|冬|底|初)"
)
_YEAR_ZERO = re.compile(r"[一二三四五六七八九零]{0,3}零[一二三四五六七八九零]{0,3}年")
_DATE_MIXED = re.compile(
    r"[0-9]{4}年(?:十[一二]|[一二三四五六七八九十])月|[0-9]{1,2}月[一二三四五六七八九十]{1,3}[日号](?!院|楼|线|店)"
)
_APPROXIMATE = re.compile(
    r"(?<![一二三四五六七八九十、])([一二三四五六七八]、[二三四五六七八九])(?=[十百千万]?[个人岁天年斤米件户元里])(?!年级|个年级)"
)
_SOME = re.compile(r"[0-9]+几(?=[个名位人岁天年次件户元])|几[0-9]+")
_RANGE = re.compile(
    r"(?<![0-9A-Za-z.\-—/])([0-9]+(?:\.[0-9]+)?)[ ]?([-~]|－|一(?=[0-9]))[ ]?([0-9]+(?:\.[0-9]+)?)(?=[人名岁天个小时分元米公斤%℃次位年级度户]|周岁)"
)
_DAY_NAME = re.compile(
    r"(?<![“0-9.])([0-9]{1,2})[.．]([0-9]{1,2})(?=(?:国际|世界|全国|学雷锋|消费者|志愿者|禁毒|妇女|劳动|护士)[一-鿿]*日|学雷锋)"
)
_ABOUT = re.compile(
    r"(?:大约|大概|约|近|将近|超过)[ ]?[0-9一二三四五六七八九十百千万两][0-9一二三四五六七八九十百千万两.,]*[个名位人岁天年次件户元米公斤小时分钟里]{1,3}(?:左右|上下)"
)
_DAY = re.compile(r"(?<![0-9年月])[0-9]{1,2}月[0-9]{1,2}日")
_YEAR = re.compile(
    r"[12][0-9]{3}年|〔[12][0-9]{3}〕|今年|去年|明年|当年|前年|每年|[12][0-9]{3}-[0-9]{2}|[农阴]历|次年|同年"
)

_NUMERAL = "一二三四五六七八九"


@prose_rule("number-full-width", Severity.WARNING, "用了全角数字或字母", gate=r"[０-９Ａ-Ｚａ-ｚ]", tidies=True)
def number_full_width(prose: Prose) -> Iterator[Place]:
    """Arabic numerals take half the place of a character (5.1.7)."""
    for found in _WIDE.finditer(prose.visible):
        half = "".join(chr(ord(sign) - 0xFEE0) for sign in found[0])
        yield Place.of(
            found,
            f"“{found[0]}”是全角的（GB/T 15835—2011，5.1.7：阿拉伯数字占半个汉字位置），读者也搜不到。",
            f"切换到半角，改成“{half}”。",
            instead=half,
        )


@prose_rule("number-mixed", Severity.WARNING, "一个数里混用了两种数字", gate=r"[0-9][十百千]")
def number_mixed(prose: Prose) -> Iterator[Place]:
    """Only 万 and 亿 may follow Arabic numerals (5.3)."""
    for found in _MIXED.finditer(prose.visible):
        yield Place.of(
            found,
            f"“{found[0]}”混用了阿拉伯数字和汉字数字（GB/T 15835—2011，5.3：除“万”“亿”外不能同时采用，如不写“4千”）。",
            "全写阿拉伯数字，或全写汉字。",
        )


@prose_rule(
    "year-short",
    Severity.WARNING,
    "年份只写了两位",
    gate=r"[^0-9.:：—～~\-][0-9][0-9]年([0-9]|[一二三四五六七八九十]{1,2}月|春|夏|秋|冬|底|初)",
)
def year_short(prose: Prose) -> Iterator[Place]:
    """A year has four digits (5.1.4)."""
    for found in _YEAR_SHORT.finditer(prose.visible):
        yield Place.of(
            found,
            f"“{found[0]}”只写了两位数的年份（GB/T 15835—2011，5.1.4：四位数字表示的年份不应简写为两位）。",
            "写全四位，如 2026年。",
        )


@prose_rule(
    "year-zero",
    Severity.WARNING,
    "汉字年份里用了“零”",
    gate=r"[一二三四五六七八九零]零[一二三四五六七八九零]{0,2}年|零[一二三四五六七八九零]{2,3}年",
    tidies=True,
)
def year_zero(prose: Prose) -> Iterator[Place]:
    """In a year's number the sign is 〇 (5.2.5)."""
    for found in _YEAR_ZERO.finditer(prose.visible):
        if len(found[0]) == len("二零二六年"):
            right = found[0].replace("零", "〇")
            yield Place.of(
                found,
                f"“{found[0]}”里的“零”要写“〇”（GB/T 15835—2011，5.2.5：用作编号时写“〇”，如“二〇一二”）。",
                f"改成“{right}”，或用阿拉伯数字。",
                instead=right,
            )


@prose_rule(
    "date-mixed",
    Severity.WARNING,
    "一个日期里混用了两种数字",
    gate=r"[0-9]{4}年[一二三四五六七八九十]{1,3}月|[0-9]月[一二三四五六七八九十]{1,3}[日号]",
)
def date_mixed(prose: Prose) -> Iterator[Place]:
    """A date is written in one kind of numerals (5.1.4, 5.3)."""
    for found in _DATE_MIXED.finditer(prose.visible):
        yield Place.of(
            found,
            f"“{found[0]}”混用了阿拉伯数字和汉字数字（GB/T 15835—2011，5.1.4、5.3）。",
            "公历日期全用阿拉伯数字，如 2026年3月5日；农历日期全用汉字。",
        )


@prose_rule(
    "number-approximate",
    Severity.ADVICE,
    "概数的写法不对",
    gate=rf"[{_NUMERAL}]、[{_NUMERAL}][十百千万个人岁天年斤米件户元里]|[0-9]几|几[0-9]",
)
def number_approximate(prose: Prose) -> Iterator[Place]:
    """Two numerals in a row that mean about so many stand without a sign between them, in Chinese (4.2.2, 5.2.1)."""
    for found in _APPROXIMATE.finditer(prose.visible):
        first, second = (_NUMERAL.index(found[1][place]) for place in (0, 2))
        if second - first == 1:
            yield Place.of(
                found,
                f"“{found[0]}”如果是概数，中间不用顿号（GB/T 15835—2011，5.2.1）。",
                f"改成“{found[0].replace('、', '')}”；确实是一项一项列举的，可以不改。",
            )
    for found in _SOME.finditer(prose.visible):
        yield Place.of(
            found,
            f"“{found[0]}”是含“几”的概数，要用汉字数字（GB/T 15835—2011，4.2.2）。",
            "改成汉字，如“十几个”“几十年”。",
        )


@prose_rule(
    "number-range",
    Severity.ADVICE,
    "数值范围的连接号不对",
    gate=r"[0-9] ?([-~]|－) ?[0-9]+(\.[0-9]+)?(人|名|岁|天|个|小时|分|元|米|公斤|%|℃|次|位|年级|度|户|周岁)",
)
def number_range(prose: Prose) -> Iterator[Place]:
    """From so many to so many is written with ～ or — (GB/T 15835, 5.1.3; GB/T 15834, 4.13.3.3)."""
    for found in _RANGE.finditer(prose.visible):
        yield Place.of(
            found,
            f"“{found[0]}”里表示范围的“{found[2]}”要用“～”或“—”（GB/T 15835—2011，5.1.3）。",
            f"改成“{found[1]}～{found[3]}”或“{found[1]}—{found[3]}”。",
        )


@prose_rule(
    "day-name-form",
    Severity.WARNING,
    "纪念日的写法不对",
    gate=r"[0-9][.．][0-9]{1,2}(国际|世界|全国|学雷锋|消费者|志愿者|禁毒|妇女|劳动|护士)",
)
def day_name_form(prose: Prose) -> Iterator[Place]:
    """In a day's name month and day are parted by a middle dot, in quotation marks (5.1.6)."""
    for found in _DAY_NAME.finditer(prose.visible):
        yield Place.of(
            found,
            f"“{found[0]}”是含有月日的专名，中间用间隔号，前后加引号（GB/T 15835—2011，5.1.6）。",
            f"改成“{found[1]}·{found[2]}”，连引号一起写。",
        )


@prose_rule(
    "number-about-twice",
    Severity.ADVICE,
    "“约”和“左右”重复",
    gate=r"(约|近|大概|超过)[ ]?[0-9一二三四五六七八九十百千万两][^，。；\n]{1,12}(左右|上下)",
)
def number_about_twice(prose: Prose) -> Iterator[Place]:
    """About is said once (house style)."""
    for found in _ABOUT.finditer(prose.visible):
        yield Place.of(
            found, f"“{found[0]}”前后都说了大概（本站用法：只说一次）。", "删掉前面的“约”“近”等，或后面的“左右”“上下”。"
        )


@prose_rule(
    "date-without-year", Severity.ADVICE, "文件里的日期没有年份", gate=r"[0-9]月[0-9]{1,2}日", kinds=(Kind.DOCUMENT,)
)
def date_without_year(prose: Prose) -> Iterator[Place]:
    """An official text says of which year its first date is: it is read for years (GB/T 9704—2012, 7.3.5.4 for dates in full)."""
    for start, line in prose.paragraphs():
        if start < prose.body_start:
            continue
        if _YEAR.search(line):
            return
        found = _DAY.search(line)
        if found:
            yield Place(
                start + found.start(),
                found.end() - found.start(),
                f"“{found[0]}”前面没有写过年份；文件要留存多年，日期应写全年、月、日（GB/T 9704—2012，7.3.5.4）。",
                "第一次出现的日期写上年份，后面同一年的可以省略。",
            )
            return
