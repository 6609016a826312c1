"""What VS Code offers in an entry: keys that the models have, values that they take, cards that the reader knows."""

from __future__ import annotations

import json
import re

import pytest
import yaml

from generator.model.kinds import MODELS, SHELVES
from generator.model.shapes import ordered_fields, records_in
from generator.model.snippets import snippets
from generator.read.markdown import parse_body

KNOWN = {"district": [("qinghe", "青河区"), ("beihu", "北湖区")], "station": [("binhe", "滨河$站}\\")]}
OFFERED = snippets(KNOWN)
KEYS = {
    key
    for shelf in SHELVES
    for record in (MODELS[shelf.kind], *records_in(MODELS[shelf.kind]))
    for key in ordered_fields(record)
}


def typed(body: list[str]) -> str:
    """What stands in the file when the first choice is taken and every example is left."""
    text = "\n".join(body)
    text = re.sub(r"\$\{\d\|([^,|]*)[^|]*\|\}", r"\1", text)
    text = re.sub(r"\$\{\d:([^}]*)\}", r"\1", text)
    text = re.sub(r"(?<!\\)\$\d", "", text)
    return re.sub(r"\\([$}\\])", r"\1", text)


def test_it_is_json_for_markdown_alone() -> None:
    assert json.loads(json.dumps(OFFERED, ensure_ascii=False)) == OFFERED
    assert {snippet["scope"] for snippet in OFFERED.values()} == {"markdown,yaml"}


def test_every_key_of_every_kind_is_offered_by_its_chinese_name() -> None:
    offered = {snippet["prefix"][0] for snippet in OFFERED.values()}
    assert offered >= KEYS
    assert OFFERED["district 区县"]["prefix"] == ["district", "区县"]
    assert typed(OFFERED["district 区县"]["body"]) == "district: qinghe"


@pytest.mark.parametrize("name", [name for name, offer in OFFERED.items() if offer["prefix"][0] in KEYS])
def test_what_a_key_brings_is_yaml(name: str) -> None:
    found = yaml.safe_load(typed(OFFERED[name]["body"]))
    assert list(found) == [OFFERED[name]["prefix"][0]]


def test_a_name_brings_its_id() -> None:
    assert OFFERED["district beihu"]["prefix"] == ["北湖区", "beihu"]
    assert typed(OFFERED["district beihu"]["body"]) == "beihu"


@pytest.mark.parametrize("name", ["图片", "组图", "引语", "人物卡片", "站点卡片", "视频链接"])
def test_a_card_is_one_that_the_reader_knows(name: str) -> None:
    text = typed(OFFERED[name]["body"]).replace("照片", "a").replace("甲", "a").replace("乙", "b")
    text = (
        text.replace("人物的文件夹名", "zhou").replace("站点编号", "binhe").replace("视频网址", "https://v.example/1")
    )
    outline, body = parse_body(text, 1)
    assert outline.defects == ()
    assert len(body.parts) >= 1
