"""Names of honours, organisations, places and kinds of service are written as in their registers.

A register's name with one character exchanged for another that sounds or looks alike is no other name but a slip.
All such slips are written out beforehand and found in one pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.model.diagnostic import Severity

from .lexicon import Lexicon
from .prose import Place, Prose
from .registry import prose_rule

_ALIKE = (
    "志至自致 愿原源 服伏 务物 雷蕾擂 锋峰烽丰蜂 模摸 范犯 优忧悠 秀绣 进近晋 区曲 社设 站占栈 队对 义议意艺 星兴 美每 家加佳 庭廷亭 联连 合和河何荷 会汇 "
    "中忠钟 心新欣馨 委 员园院元圆苑 湾弯 青清轻 临林邻霖 江将姜 北背 湖胡蝴 南楠 岭领铃 望旺忘 山杉 高 文闻纹 明名鸣铭 实时识石 践间建 所锁 协谐 "
    "年 妇 团 市事示 县现 镇阵 街接 道到 党 群 医衣 校 残 疾急 扶伏 助住 公工 益意 慈词 善扇 好 邻临 居局 民名 典点 型形 项向象 目木 组祖 织职 "
    "最 佳家 岗港 先 个各 荣容 誉育 传船 承成诚程 护户 河和 康 桥 滨宾 环还 保宝 禁进近 毒 宣 讲奖 团 爱 心 阳扬 光广 彩采 虹红 夕 银 龄铃 少 童同"
)
_GROUPS = {sign: group for group in _ALIKE.split() for sign in group}


def _slips(name: str) -> Iterator[str]:
    """Not of the last character: “街道” misspelt is also “街到”, as in “从丁香街到桥头”."""
    for place, sign in enumerate(name[:-1]):
        for other in _GROUPS.get(sign, ""):
            if other != sign:
                yield f"{name[:place]}{other}{name[place + 1 :]}"


@lru_cache(maxsize=4)
def _table(lexicon: Lexicon) -> dict[str, tuple[str, str]]:
    """From each slip to the right name and its register; what is some other name, or part of one, is none."""
    right = [name for name, _ in lexicon.names]
    table: dict[str, tuple[str, str]] = {}
    for name, register in lexicon.names:
        for slip in _slips(name):
            if not any(slip in other for other in right):
                table.setdefault(slip, (name, register))
    return table


def _gate(lexicon: Lexicon) -> str:
    return "|".join(re.escape(slip) for slip in sorted(_table(lexicon)))


@lru_cache(maxsize=4)
def _finder(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, _table(lexicon)), key=lambda slip: (-len(slip), slip))))


@prose_rule("register-name-misspelt", Severity.WARNING, "名称和名录里的写法差一个字", gate=_gate)
def register_name_misspelt(prose: Prose) -> Iterator[Place]:
    """One name, one spelling."""
    table = _table(prose.lexicon)
    for found in _finder(prose.lexicon).finditer(prose.visible):
        name, register = table[found[0]]
        yield Place.of(
            found,
            f"“{found[0]}”和{register}里的“{name}”差一个字（本站用法：名称以名录为准）。",
            f"改成“{name}”；名录写错了的，去改名录。",
        )
