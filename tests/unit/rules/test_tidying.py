"""What a machine may set right in a text, and what it leaves to people."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.fields import Record
from generator.model.kinds import Kind
from generator.rules.all_rules import RULES
from generator.rules.lexicon import Lexicon
from generator.rules.prose import Prose
from generator.rules.tidying import tidied

META = Record()


def body(text: str, *leave: str) -> str:
    return tidied(text, 0, Kind.STORY, META, leave)


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("他来了,又走了.\n", "他来了，又走了.\n"),  # a full stop may be a foreign name's dot
        ('他说"好的",我们走吧!', "他说“好的”，我们走吧！"),
        ("“修好了!”", "“修好了！”"),
        ("今天(星期一)下午3:00,老张来了", "今天（星期一）下午3:00，老张来了"),
        ("３月５日 , 共 12 人", "3月5日 , 共12人"),
        ("一，，二。", "一，二。"),
        ("一，。二", "一，。二"),  # which of the two is meant?
        ("三...好", "三……好"),
        ("走吧--走吧", "走吧——走吧"),
        ("二零二六年", "二〇二六年"),
        ("他用 WiFi 上网 。", "他用WiFi上网。"),
        ("见[链接,一](a,b.md)和`x,中文,y`", "见[链接，一](a,b.md)和`x,中文,y`"),
        ("价格是12,000元", "价格是12,000元"),
        ("https://a.cn/中文,b", "https://a.cn/中文,b"),
        ("🎉真好,真好🎉", "🎉真好，真好🎉"),
        ("", ""),
    ],
)
def test_signs(written: str, right: str) -> None:
    assert body(written) == right


def test_many_places_of_one_rule() -> None:
    assert body("共 1 人，" * 50) == "共1人，" * 50


def test_what_an_entry_excuses_stays() -> None:
    assert body("用 WiFi 上网,好", "blank-beside-latin") == "用 WiFi 上网，好"


def test_metadata_grow_and_the_body_is_still_found() -> None:
    head = "---\ntitle: 等等...好\n---\n"
    assert tidied(f"{head}共 3 人,好", len(head), Kind.STORY, META) == "---\ntitle: 等等……好\n---\n共3人，好"


def test_rules_that_tidy_say_so() -> None:
    """Each rule of the list mends something, and no other claims to."""
    samples = (
        '一,二(三)四...五--六"七"八８、九，，十 A。',
        "二零二六年 ，共 3 人",
    )
    sure = {
        rule.id
        for rule in RULES.values()
        if rule.check_prose is not None and rule.glance is None and isinstance(rule.gate, str)
        for text in samples
        for place in rule.check_prose(Prose(text, 0, Kind.STORY, META, Lexicon()))
        if place.instead is not None
    }
    assert sure == {rule.id for rule in RULES.values() if rule.tidies}


SIGNS = st.text(alphabet="中文字零二年月 ,.;:!?()\"'“”（），。！？…-~０Ａ1aZ%\n|*`[]#", max_size=60)


@settings(max_examples=150, deadline=None)
@given(SIGNS)
def test_a_tidied_text_stays_as_it_is_and_keeps_its_lines_and_words(text: str) -> None:
    once = body(text)
    assert body(once) == once
    assert once.count("\n") == text.count("\n")
    assert [sign for sign in once if sign in "中文字月"] == [sign for sign in text if sign in "中文字月"]
