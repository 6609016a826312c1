"""What the rules about wording find in a text, where, and what they leave alone."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from generator.model.entries import Profile, Story
from generator.model.fields import Record
from generator.model.kinds import Kind
from generator.model.vocabulary import Usage
from generator.rules.lexicon import Lexicon
from generator.rules.personal_numbers import is_identity_number, is_luhn
from generator.rules.prose import BLANK, Prose
from generator.rules.scanning import scan_text

STORY = Story.model_validate(
    {"title": "题", "date": "2026-03-06", "into": "community", "categories": ["a"], "district": "b", "byline": "c"}
)
USAGES = (
    Usage(term="残废人", instead="残疾人", why="含有贬损的意思", source="残疾人保障法第三条"),
    Usage(term="鲜族", instead="朝鲜族", why="简称", source="本站用法", unless=("朝鲜族",)),
    Usage(term="义工", why="要看上下文", source="本站用法", careful=True, unless=("义工联", "主义工")),
)
LEXICON = Lexicon(
    USAGES, (("最美志愿者", "荣誉名录"), ("河湾市志愿服务中心", "组织单位名录"), ("丁香街道", "街道名录"))
)


def found(body: str, head: str = "title: 题", kind: Kind = Kind.STORY, meta: Record = STORY) -> list[tuple[str, str]]:
    """Rule and stretch of everything found in a file."""
    start = f"---\n{head}\n---\n"
    text = start + body
    spots = scan_text(LEXICON, text, len(start), kind, meta)
    return [(spot.rule, text[spot.start : spot.start + spot.length]) for spot in spots]


def rules(body: str, head: str = "title: 题") -> list[str]:
    """The rules that find something."""
    return [rule for rule, _ in found(body, head)]


@pytest.mark.parametrize(
    ("text", "rule", "stretch"),
    [
        ("打13000000000找他。", "text-mobile", "13000000000"),
        ("打+86 130 0000 0000找他。", "text-mobile", "+86 130 0000 0000"),
        ("证件号11010519491231002X。", "text-identity-number", "11010519491231002X"),
        ("卡号4111111111111111。", "text-bank-card", "4111111111111111"),
        ("一辆沪A·00000停在路口。", "text-plate-number", "沪A·00000"),
        ("新能源的沪AD00000停在路口。", "text-plate-number", "沪AD00000"),
        ("住在三号楼二单元五零二室。", "text-home-address", "二单元五零二室"),
        ("住在樟岭村三组12号。", "text-home-address", "村三组12号"),
        ("滨河小学三年级（2）班学生王子涵说：“好。”", "text-minor-named", "王子涵"),
        ("他说,好。", "punctuation-half-width", ","),
        ("一共12人,都来了。", "punctuation-half-width", ","),
        ("站台(末班车终点)亮着。", "brackets-half-width", "(末班车终点)"),
        ("摆好，，等车。", "punctuation-repeated", "，，"),
        ("好！！！！走。", "punctuation-repeated", "！！！！"),
        ("一只、两只...", "ellipsis-form", "..."),
        ("一只、两只。。。", "ellipsis-form", "。。。"),
        ("提来一样东西--保温壶。", "dash-form", "--"),
        ('她说："先喝。"', "quotes-straight", '"先喝。"'),
        ("看《甲》、《乙》。", "quotes-separated", "》、《"),
        ("他说：“先喝。", "marks-unpaired", "“"),
        ("他说：“先喝。“走。", "marks-unpaired", "“"),
        ("有２０个。", "number-full-width", "２０"),
        ("送出2千多杯。", "number-mixed", "2千"),
        ("那是24年3月。", "year-short", "24年"),
        ("那是二零二四年。", "year-zero", "二零二四年"),
        ("那是2024年三月。", "date-mixed", "2024年三月"),
        ("有七、八个人。", "number-approximate", "七、八"),
        ("要烧3-4次。", "number-range", "3-4"),
        ("从12.5国际志愿者日起。", "day-name-form", "12.5"),
        ("约30人左右。", "number-about-twice", "约30人左右"),
        ("末班车是 22 点。", "blank-beside-latin", " "),
        ("十点， 她来了。", "blank-beside-punctuation", " "),
        ("一位残废人。", "wording-term", "残废人"),
        ("一位义工。", "wording-careful", "义工"),
        ("评为最美志原者。", "register-name-misspelt", "最美志原者"),
        ("以下是为您撰写的故事。", "text-made-by-machine", "以下是为您"),
        ("累计服务居民8600人次。", "claim-undated", "累计服务居民8600人次"),
    ],
)
def test_what_is_wrong_is_found_where_it_stands(text: str, rule: str, stretch: str) -> None:
    assert (rule, stretch) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "打0000-8801234，或者打12345。",
        "编号2026031300000000001，文号〔2026〕13号。",
        "证件号11010519491231002Y。",
        "卡号4111111111111112。",
        "服务中心3号楼201室。",
        "那栋楼有3单元48户人家，一栋300米高的楼。",
        "滨河小学的王老师说：“好。”三年级学生高兴极了。",
        "滨河小学学生王子涵（化名）说：“好。”",
        "比分是3:2，时间是8:30，网址是https://a.example/x,y，比例1:12。",
        "“好？”“好！！”她说：“……”",
        "来自上海—北京的车——末班。",
        "他说：“第一段。\n\n“第二段。”",
        "1）先烧水。2）再摆杯子。",
        "不高兴：（也不哭：）",
        "公元79年10月，3千克，5千米，4百万，二〇二四年，一二·九。",
        "1996年六七月间，三四个人，一、二年级，第二、三名。",
        "电话010-8801234，2026-03-04，3—4次，编号A-3-4。",
        "“12·5”国际志愿者日。",
        "她是朝鲜族，参加了义工联，资本主义工商业。",
        "河湾市志愿服务中心评她为最美志愿者。",
        "从丁香街到桥头。",
        "据登记本，截至2月28日，累计服务居民8600人次。",
        "[见这里](https://a.example/13000000000)和`13000000000`。",
        "```\n打13000000000,好\n```",
        "::: figure a,b.jpg\n:::",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_metadata_are_read_as_what_they_are() -> None:
    head = (
        "title: '他说,好'\nsummary: >-\n  打13000000000\n  找他\ncategories: [a, b]\n"
        'photos:\n  - {file: a,b.jpg, alt: "左,右", credit: 13100000000}\n# 打13200000000\nurl: https://a.example/13300000000'
    )
    assert sorted(found("好。", head)) == [
        ("punctuation-half-width", ","),
        ("punctuation-half-width", ","),
        ("text-mobile", "13000000000"),
        ("text-mobile", "13100000000"),
    ]


def test_blanking_keeps_every_place() -> None:
    text = "---\ntitle: 题 # 注\nurl: https://a\n---\n甲[乙](c)`丁`\n\n```\n戊\n```\n"
    prose = Prose(text, text.index("甲"), Kind.STORY, STORY, LEXICON)
    assert len(prose.visible) == len(text)
    assert [line.count("\n") for line in (prose.visible, text)] == [text.count("\n")] * 2
    assert prose.visible.replace(BLANK, "").split() == ["题", "甲[乙]"]


def test_reports_do_not_repeat_a_number() -> None:
    start = "---\ntitle: 题\n---\n"
    text = start + "打13012345678找他。"
    (spot,) = scan_text(LEXICON, text, len(start), Kind.STORY, STORY)
    assert "13012345678" not in spot.message + spot.hint


def test_one_rule_says_no_more_than_twenty_times() -> None:
    assert len(found("他说,好。\n\n" * 50)) == 20


def test_a_speaker_written_in_two_ways() -> None:
    quoted = "::: quote 周淑兰\n好。\n:::\n"
    assert found(f"周淑蓝来了，周淑兰走了。\n\n{quoted}") == [("person-name-varies", "周淑蓝")]
    assert found(f"周淑芬来了，周淑兰走了。\n\n{quoted}") == []
    assert found(f"周淑蓝来了。\n\n{quoted}::: quote 周淑蓝\n好。\n:::\n") == []


def test_a_portrayed_person_written_in_two_ways() -> None:
    person = Profile.model_validate(
        {"name": "周淑兰", "kind": "person", "one_line": "好", "date": "2026-03-01", "district": "a"}
    )
    body = "周淑兰来了。周淑兰又来了，周淑蓝走了。\n\n::: quote 周淑兰\n好。\n:::\n"
    assert found(body, "name: 周淑兰", Kind.PROFILE, person) == [("person-name-varies", "周淑蓝")]


def test_a_project_without_words_has_no_words_to_find() -> None:
    start = "---\ntitle: 题\n---\n"
    assert scan_text(Lexicon(), f"{start}一位残废人，最美志原者。", len(start), Kind.STORY, STORY) == []


def test_check_digits() -> None:
    assert is_identity_number("11010519491231002X") and is_identity_number("11010519491231002x")
    assert not is_identity_number("110105194912310021")
    assert not is_identity_number("11010519491331002X")
    assert not is_identity_number("99010519491231002X")
    assert is_luhn("4111111111111111") and not is_luhn("4111111111111112")


def test_the_starters_words_are_sound() -> None:
    """Each term is found, and none is part of what another one recommends."""
    import yaml

    starter = Path(__file__).parents[3] / "generator" / "cli" / "starter" / "wording.yaml"
    usages = tuple(Usage.model_validate(row) for row in yaml.safe_load(starter.read_text("utf-8")))
    lexicon = Lexicon(usages)
    start = "---\ntitle: 题\n---\n"
    for usage in usages:
        text = f"{start}前面{usage.term}后面。"
        (spot,) = scan_text(lexicon, text, len(start), Kind.STORY, STORY)
        assert text[spot.start : spot.start + spot.length] == usage.term
        if usage.instead:
            for better in usage.instead.split("、"):
                said = scan_text(lexicon, f"{start}前面{better}后面。", len(start), Kind.STORY, STORY)
                assert said == [], better


@pytest.mark.parametrize(
    "part",
    [
        "（",
        "“》",
        "《、》",
        "滨河小学三年级",
        "累计1",
        "62221",
        "一单元一",
        "](",
        "<!--",
        "<a",
        "[^a",
        "`",
        "a@",
        "&a",
        "好...",
        "1 - 1",
    ],
)
def test_no_text_takes_for_ever(part: str) -> None:
    began = time.process_time()
    found(part * 20_000 + "》")
    assert time.process_time() - began < 2
