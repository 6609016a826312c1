"""What was text stays text: whatever signs a document holds, the page shows them."""

from __future__ import annotations

import re
from random import Random

from documents import word_file
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.intake.blocks import Item, Paragraph, Run
from generator.intake.markdown import plain, write_markdown
from generator.intake.prepare import prepare
from generator.intake.recognise import NotReadable
from generator.read.markdown import parse_body

TEXTS = st.text(
    alphabet=st.sampled_from("甲乙a1 *_~`#>-+=.)(|[]!<>&;:：\\/\t　\u200b$^{}“”。"), min_size=1, max_size=40
)


@given(TEXTS)
@example("[^1]")
@example("::: figure 甲.jpg")
@settings(max_examples=400, deadline=None)
def test_a_paragraph_reads_as_it_was(text: str) -> None:
    body = write_markdown([Paragraph((Run(text),))], {}, {})
    outline, parsed = parse_body(body, 1)
    assert not outline.defects
    assert squeezed(parsed.plain) == squeezed(plain(text))


@given(st.lists(st.tuples(TEXTS, st.booleans(), st.booleans()), min_size=1, max_size=5))
@settings(max_examples=300, deadline=None)
def test_emphasis_never_shows_its_signs(parts: list[tuple[str, bool, bool]]) -> None:
    runs = tuple(Run(text, bold, italic) for text, bold, italic in parts)
    _, parsed = parse_body(write_markdown([Paragraph(runs)], {}, {}), 1)
    assert squeezed(parsed.plain) == squeezed(plain("".join(text for text, _, _ in parts)))


@given(st.lists(st.tuples(st.integers(0, 8), st.booleans(), TEXTS), min_size=1, max_size=8))
@settings(max_examples=300, deadline=None)
def test_lists_of_any_depth_keep_their_text(items: list[tuple[int, bool, str]]) -> None:
    _, parsed = parse_body(
        write_markdown([Item(level, ordered, (Run(text),)) for level, ordered, text in items], {}, {}), 1
    )
    assert squeezed(parsed.plain) == squeezed("".join(plain(text) for _, _, text in items))


def test_damaged_word_files_are_read_or_refused() -> None:
    """Bytes changed at random, as bad disks and broken transfers do."""
    sound = word_file(
        [
            {"居中加粗": "题目"},
            {"段落": "一段话。"},
            {"表格": [["甲", "乙"], ["丙", "丁"]]},
            {"图片": {"大小": (120, 120)}},
        ]
    )
    random = Random(5)
    for _ in range(150):
        damaged = bytearray(sound)
        for _ in range(random.randrange(1, 30)):
            damaged[random.randrange(len(damaged))] = random.randrange(256)
        try:
            prepare(
                "稿.docx",
                bytes(damaged[: random.choice((len(damaged), random.randrange(len(damaged))))]),
                [],
                lambda _: None,
            )
        except NotReadable as refusal:
            assert re.search(r"[\u4e00-\u9fff]", str(refusal))


def squeezed(text: str) -> str:
    """A text without its blanks; colons that would begin a card are set apart by blanks."""
    return re.sub(r"\s", "", text)
