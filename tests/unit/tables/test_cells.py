"""What a cell means, and what is said when that is not certain."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest

from generator.tables.cells import Meaning, choices_of, understand
from generator.tables.sheets import Column, all_tables

KNOWN = {
    "street": [("binhe", "滨河街道"), ("xin-a", "新街街道"), ("xin-b", "新街街道")],
    "category": [("mutual-aid", "邻里互助"), ("health", "医疗保健")],
    "community": [("000001001001", "滨河社区")],
}


def column(table: str, title: str) -> Column:
    found = all_tables()[table]
    columns = (*found.columns, *(each for details in found.details for each in details.columns))
    return next(each for each in columns if each.title == title)


def meaning(table: str, title: str, value: Any, kind: str = "s") -> Meaning:
    found = column(table, title)
    return understand(value, kind, found, choices_of(found.shape, KNOWN), KNOWN)


@pytest.mark.parametrize(
    ("table", "title", "value", "meant"),
    [
        ("stations", "社区代码", "000001001001", "000001001001"),
        ("stations", "社区代码", "滨河社区", "000001001001"),
        ("communities", "区划代码", "000001001001", "000001001001"),
        ("stations", "电话", "0000-8801234", "0000-8801234"),
        ("stations", "街道／乡镇", "滨河街道", "binhe"),
        ("stations", "街道／乡镇", "binhe", "binhe"),
        ("stations", "街道／乡镇", "新街街道（xin-b）", "xin-b"),
        ("stations", "服务内容", "邻里互助、医疗保健", ["mutual-aid", "health"]),
        ("stations", "服务内容", "health,邻里互助", ["health", "mutual-aid"]),
        ("stations", "状态", "暂停服务", "suspended"),
        ("stations", "城乡", "urban", "urban"),
        ("stations", "启用日期", datetime(2026, 3, 5), "2026-03-05"),
        ("stations", "启用日期", date(2026, 3, 5), "2026-03-05"),
        ("stations", "启用日期", "2026-03-05", "2026-03-05"),
        ("stations", "坐标·经度", 124.3122, "124.3122"),
        ("stations", "坐标·经度", 0.1 + 0.2, "0.3"),
        ("stations", "地址", 18, "18"),
        ("stations", "提示", "第一行\r\n第二行", "第一行\n第二行"),
        ("organisations", "记录时长", "是", "true"),
        ("organisations", "记录时长", True, "true"),
        ("activities", "开始", datetime(2026, 3, 14, 8, 59, 59, 999990), "2026-03-14 09:00"),
        ("activities", "开始", "2026-03-14 09:00", "2026-03-14 09:00"),
        ("activities", "名额", 30, "30"),
        ("activities", "名额", 30.0, "30"),
        ("stations", "提示", "   ", None),
        ("stations", "提示", None, None),
    ],
)
def test_what_is_certain_is_taken(table: str, title: str, value: Any, meant: Any) -> None:
    found = meaning(table, title, value)
    assert found.errors == [] and found.value == meant


@pytest.mark.parametrize(
    ("table", "title", "value", "words"),
    [
        ("stations", "社区代码", 1001001, "开头的 0 可能已经丢了"),
        ("stations", "社区代码", 100101001001, "1.00101E+11"),
        ("stations", "社区代码", 1.5, "数字格式"),
        ("communities", "区划代码", "1.00101E+11", "科学记数法"),
        ("communities", "区划代码", "1001001", "只有 7 位"),
        ("communities", "区划代码", "1001001001001", "有 13 位"),
        ("stations", "社区代码", "没有的社区", "没有“没有的社区”这一项"),
        ("stations", "电话", 8801234, "开头的 0"),
        ("stations", "地址", datetime(2026, 3, 5), "被表格软件当成了日期"),
        ("stations", "名称", time(9, 12), "被表格软件当成了日期或时间"),
        ("stations", "启用日期", 46086, "2026-03-05"),
        ("stations", "启用日期", "2026/3/5", "是不是 2026-03-05"),
        ("stations", "启用日期", "2026-02-30", "2026 年 2 月没有 30 日"),
        ("stations", "启用日期", datetime(2026, 3, 5, 9), "带着时间 09:00"),
        ("stations", "坐标·经度", "东经124度", "看不懂"),
        ("stations", "状态", "正常", "是不是“正常服务”"),
        ("stations", "街道／乡镇", "新街街道", "有 2 个"),
        ("stations", "服务内容", "邻居互助", "是不是“邻里互助”"),
        ("organisations", "记录时长", "有", "要写成“是”"),
        ("activities", "名额", "约30人", "是不是 30"),
        ("stations", "名称", "1.2E+11", "科学记数法"),
        ("honours", "说明", 123456789012345, "科学记数法"),
    ],
)
def test_what_is_not_certain_is_told(table: str, title: str, value: Any, words: str) -> None:
    found = meaning(table, title, value)
    assert found.value is None and len(found.errors) == 1 and words in found.errors[0]


def test_formulas_and_errors_are_never_guessed() -> None:
    assert "公式" in meaning("stations", "名称", "=A1", "f").errors[0]
    assert "错误值" in meaning("stations", "名称", "#N/A", "e").errors[0]


@pytest.mark.parametrize(
    ("table", "title", "value", "meant", "words"),
    [
        ("stations", "名称", " 滨河站\xa0", "滨河站", "多余的空格"),
        ("stations", "名称", "\u3000滨河站", "滨河站", "多余的空格"),
        ("stations", "名称", "滨\u200b河站", "滨河站", "看不见的符号"),
        ("stations", "电话", "００００－８８０１２３４", "0000-8801234", "半角"),
        ("communities", "区划代码", "０００００１００１００１", "000001001001", "半角"),
        ("stations", "启用日期", "２０２６-03-05", "2026-03-05", "半角"),
        ("stations", "服务内容", "邻里互助、邻里互助", ["mutual-aid"], "重复"),
    ],
)
def test_what_is_tidied_up_is_told(table: str, title: str, value: str, meant: Any, words: str) -> None:
    found = meaning(table, title, value)
    assert (found.value, found.errors) == (meant, []) and words in "".join(found.notes)


def test_brackets_of_telephone_numbers_may_be_wide() -> None:
    assert meaning("stations", "电话", "（0000）8801234").value == "（0000）8801234"
