"""Two versions of a text, compared as a proofreader would."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.review.text_changes import Change, SentenceChange, marked, sentences, text_changes

BEFORE = "夜里十一点，末站的灯还亮着。“今天烫不烫？”\n\n“你喝你的。”陆长明脸红了……两个人试了三晚。共 412 夜。"
AFTER = "夜里十点半，末站的灯还亮着。“今天烫不烫？”\n\n新来的一句。“你喝你的。”陆长明脸红了……共 415 夜。😀完"


def drawn(item: SentenceChange) -> str:
    return "".join(
        {Change.SAME: "{}", Change.ADDED: "[+{}]", Change.REMOVED: "[-{}]"}[piece.change].format(piece.text)
        for piece in item.pieces
    )


def test_sentences_keep_their_closing_marks() -> None:
    assert sentences("“烫不烫？”他问。\n- 3.14 元！！\n\n\n完") == [
        ("“烫不烫？”", 1), ("他问。", 1), ("- 3.14 元！！", 1), ("完", 2)
    ]  # fmt: skip


def test_a_correction_is_shown_where_it_is() -> None:
    shown = [(item.change, item.paragraph, drawn(item)) for item in text_changes(BEFORE, AFTER)]
    assert [line for line in shown if line[0] is not Change.SAME] == [
        (Change.CHANGED, 1, "夜里十[-一点][+点半]，末站的灯还亮着。"),
        (Change.ADDED, 2, "[+新来的一句。]"),
        (Change.REMOVED, 2, "[-两个人试了三晚。]"),
        (Change.CHANGED, 2, "共 [-412][+415] 夜。"),
        (Change.ADDED, 2, "[+😀完]"),
    ]


def test_a_number_is_marked_as_a_whole() -> None:
    assert [piece.text for piece in marked("服务 1,300.5 小时", "服务 1,360.5 小时")] == [
        "服务 ", "1,300.5", "1,360.5", " 小时"
    ]  # fmt: skip


texts = st.lists(st.text(alphabet="甲乙丙12a。？”\n ，", max_size=12), max_size=8).map("".join)


@settings(max_examples=150, deadline=None)
@given(texts, texts)
def test_either_version_can_be_read_from_the_comparison(before: str, after: str) -> None:
    changes = text_changes(before, after)
    for text, other in ((before, Change.ADDED), (after, Change.REMOVED)):
        read = ["".join(piece.text for piece in item.pieces if piece.change is not other) for item in changes]
        assert [line for line in read if line] == [sentence for sentence, _ in sentences(text)]


def test_a_long_text_written_anew_is_compared_at_once() -> None:
    before = "".join(f"第{number}句旧话说完了。" for number in range(1500))
    after = "".join(f"Satz {number} ist neu!" for number in range(1500))
    assert {item.change for item in text_changes(before, after)} == {Change.REMOVED, Change.ADDED}
