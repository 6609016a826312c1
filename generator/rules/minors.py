"""Children named together with their school.

A minor's name and school lead strangers to a child: personal information of those under fourteen is sensitive and
asks for a guardian's consent (个人信息保护法 第二十八条、第三十一条), and media must not touch a minor's privacy
(未成年人保护法 第四条第三项、第四十九条).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.diagnostic import Severity
from generator.model.surnames import DOUBLE, SINGLE

from .prose import Place, Prose
from .registry import prose_rule

_NAMED = rf"((?:{'|'.join(DOUBLE)}|[{SINGLE[:200]}])[一-鿿]{{1,2}})"
_CHILD = re.compile(
    r"([一-鿿]{1,10}(?:小学|中学|幼儿园|附小|附中|[一二三四五六七八九十]中))"
    r"[^。！？\n\0“”]{0,14}?"
    r"(?:[小中]学生|学生|同学|小朋友|(?:[0-9一二三四五六]|大|中|小|[0-9（(）)一二三四五六七八九十]{1,5})班的?|年级的?|[初高][一二三]的?)"
    rf"(?:（[0-9]{{1,2}}岁）)?{_NAMED}"
    r"(?=[，。、：；！？”）（(\s]|说|和|在|把|是|也|告诉|拿|写|画|跟|站|从|用|给|为|带|举|跑|第一|今年|家住|每|已|正|主动|$)"
)
_GROWN_UP = re.compile(
    "老师|教师|校长|园长|主任|辅导员|保安|校医|家长|妈妈|爸爸|母亲|父亲|奶奶|爷爷|退休|毕业|校友|当年|民警|志愿者服务队|大学"
)
_HIDDEN_NAME = re.compile(r"^\s*[（(][^）)]*化名")
_NO_NAMES = frozenset("们家长会是在有的了和来去上下里外")
_WORDS = re.compile(
    "高兴|高高|高举|高喊|方阵|方队|马上|马路|金融|白天|任何|何时|石头|万一|常常|安全|安静|向前|温暖|文艺|文化|成长|成为|成功|成绩|于是|尤其|时候|时间|解决|全部|全体|全班|关于|关心|关注|"
    "连续|路上|路过|毛巾|牛奶|花朵|水平|水果|段时|顾不|易拉|江边|江水|田间|夏天|秋天|程度|严格|严肃|范围|毕业|余人|余名|钱包|黄色|蓝天|柳树|雷锋|包括|包饺|项目|曲艺|车票|车队|舞蹈|党员|代表|干部"
)


@prose_rule(
    "text-minor-named",
    Severity.ADVICE,
    "写了未成年人的姓名和学校",
    gate=r"(小学|中学|幼儿园|附小|附中|[一二三四五六七八九十]中)[^。！？\n]*(学生|同学|小朋友|班|年级|[初高][一二三])",
)
def text_minor_named(prose: Prose) -> Iterator[Place]:
    """A child is not named together with its school."""
    for found in _CHILD.finditer(prose.visible):
        name = found[2]
        after = prose.visible[found.end() : found.end() + 12]
        if _GROWN_UP.search(found[0]) or _GROWN_UP.match(after) or _HIDDEN_NAME.match(after):
            continue
        if name[-1] in _NO_NAMES or _WORDS.match(name):
            continue
        said = f"“{name}”连同学校“{found[1]}”一起出现，像是未成年人的真实姓名，别人凭这两样就能找到孩子"
        yield Place.of(
            found,
            said + "（未成年人保护法第四条、个人信息保护法第三十一条）。",
            "只写姓（小王）或用化名并注明“（化名）”，学校写到区县；监护人书面同意公开的，写一条例外，注明同意书编号。",
            2,
        )
