"""Where somebody lives, down to the door.

A home's address is personal information, and whereabouts are sensitive (个人信息保护法 第四条、第二十八条); a need
published with a door number says who lives there, often alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.diagnostic import Severity

from .prose import Place, Prose
from .registry import prose_rule

_NUMBER = r"(?:[0-9０-９]{1,5}|[一二三四五六七八九十百零〇]{1,5})"
_DOOR = rf"(?:{_NUMBER}(?:楼|层))?(?:{_NUMBER}(?:室|号)|[0-9０-９]{{3,4}}(?![0-9０-９A-Za-z米平元多余人户个级年]))"
_HOME = re.compile(
    rf"{_NUMBER}单元\s*{_DOOR}"
    rf"|(?:小区|新村|花园|家园|公寓|家属院|宿舍|弄|巷|里|苑){_NUMBER}(?:号楼|号|栋|幢)\s*{_NUMBER}(?:室|户)"
    rf"|{_NUMBER}(?:号楼|栋|幢)\s*{_DOOR}"
    rf"|[村屯寨](?:第)?{_NUMBER}(?:组|社|队)\s*{_NUMBER}号"
)
_WORK = re.compile(
    "中心|学校|小学|中学|幼儿园|大学|学院|医院|大厦|写字楼|办公|行政|政务|服务|站|馆|党群|居委会|村委会|公司|单位地址|报名|咨询|地点|会议|活动室|教室|窗口|展厅|酒店|宾馆|招待所|法院"
)
"""Words near an address that say that people work there."""
_NEAR = 16
_STOP = re.compile(r"[。！？；\n]")


@prose_rule(
    "text-home-address",
    Severity.WARNING,
    "文字里有住户的门牌号",
    gate=r"单元\s*[0-9０-９一二三四五六七八九十]|[0-9０-９一二三四五六七八九十](号楼|栋|幢|号)\s*[0-9０-９一二三四五六七八九十]{1,5}"
    r"|[村屯寨]第?[0-9０-９一二三四五六七八九十]{1,3}(组|社|队)\s*[0-9０-９一二三四五六七八九十]",
)
def text_home_address(prose: Prose) -> Iterator[Place]:
    """A home's address stops at the street or the neighbourhood."""
    text = prose.visible
    for found in _HOME.finditer(text):
        before = _STOP.split(text[max(0, found.start() - _NEAR) : found.start()])[-1]
        after = _STOP.split(text[found.end() : found.end() + _NEAR])[0]
        if not _WORK.search(before + after):
            yield Place.of(
                found,
                f"“{found[0]}”像是住户的门牌号。住址是个人信息（个人信息保护法第四条），独居的人尤其不能写。",
                "写到街道、小区或村为止；确实是办公地点的，写一条例外并注明单位。",
            )
