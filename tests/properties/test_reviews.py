"""Whatever people record, in whatever order and on whatever branches: nothing is public without three of them."""

from __future__ import annotations

import random
import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1] / "unit" / "review"))

from office import Office, content_of

from generator.review.records import Decision

WHO = ("editor", "zhao", "qian", "sun", "li", "clerk", "deputy")
STAGES = ("first", "proof-1", "second", "proof-2", "final", "proof-3")
TEXTS = ("一稿", "二稿")

step = st.tuples(
    st.sampled_from(["submit", "pass", "pass", "pass", "pass", "return", "withdraw", "restore"]),
    st.sampled_from(WHO),
    st.lists(st.sampled_from(STAGES), min_size=1, max_size=2, unique=True),
    st.sampled_from(TEXTS),
    st.sets(st.integers(0, 3), max_size=3),
)
rightful = [
    ("submit", "editor", ["first"], TEXTS[0], {0}),
    ("pass", "zhao", ["first", "proof-1"], TEXTS[0], {0}),
    ("pass", "qian", ["second", "proof-2"], TEXTS[0], {0}),
    ("pass", "sun", ["final", "proof-3"], TEXTS[0], {0}),
]


def office_of(steps: list[tuple[str, str, list[str], str, set[int]]]) -> Office:
    """Each step follows some of the last four records."""
    office = Office()
    for decision, who, stages, text, back in steps:
        follows = [office.records[-1 - number] for number in back if number < len(office.records)]
        passed = stages if decision == "pass" else ()
        office.record(Decision(decision), who, *passed, follows=follows, text=text)
    return office


histories = st.one_of(
    st.lists(step, max_size=12),
    st.lists(step, max_size=6).map(lambda more: [*rightful, *more]),
    st.lists(step, max_size=6).map(lambda more: [*rightful[:2], *more, *rightful[2:]]),
)


@settings(deadline=None, max_examples=200)
@given(histories, st.randoms(use_true_random=False))
def test_the_order_in_which_files_are_found_does_not_matter(
    steps: list[tuple[str, str, list[str], str, set[int]]], chance: random.Random
) -> None:
    office = office_of(steps)
    before = [office.verdict(text) for text in TEXTS]
    chance.shuffle(office.records)
    assert [office.verdict(text) for text in TEXTS] == before


@settings(deadline=None, max_examples=300)
@given(histories)
def test_three_people_stand_behind_whatever_is_live(steps: list[tuple[str, str, list[str], str, set[int]]]) -> None:
    office = office_of(steps)
    by_hash = {item.hash: item for item in office.records}
    for text in TEXTS:
        live = office.verdict(text).live
        if live is None:
            continue
        records = [by_hash[hash].record for hash in live.records]
        assert {record.content for record in records} == {live.content}
        passed = {stage.value: record.person for record in records for stage in record.stages}
        assert set(STAGES) <= set(passed)
        reviewers = {passed[stage] for stage in ("first", "second", "final")}
        authors = {item.record.signer for item in office.of_content(live.content) if item.record.decision == "submit"}
        assert len(reviewers) == 3
        assert not authors & set(passed.values())
    assert {office.verdict(text).live for text in TEXTS} <= {None, office.verdict(TEXTS[0]).live}


@settings(deadline=None, max_examples=100)
@given(st.lists(step, max_size=6), st.integers(0, 3))
def test_an_approval_without_one_of_its_records_is_none(
    more: list[tuple[str, str, list[str], str, set[int]]], place: int
) -> None:
    office = office_of([*rightful, *more])
    live = office.verdict(TEXTS[0]).live
    if live is None or live.content != content_of(TEXTS[0]):
        return
    gone = [item for item in office.records if item.hash != live.records[min(place, len(live.records) - 1)]]
    after = office.verdict(TEXTS[0], records=gone).live
    assert after is None or after.records != live.records
