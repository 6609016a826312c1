"""Which state of the root counts: a function of states, words and what is trusted, whatever the order they come in."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.review_stages import ReviewMode
from generator.model.reviewing import Reviewer
from generator.review.root_chain import RootChain, settle
from generator.review.roots import (
    Approval,
    BadRoot,
    FiledApproval,
    FiledState,
    covered,
    filed_approval,
    filed_state,
    next_state,
    parse_root,
    root_text,
)

NAMES = {"sun": "孙终", "li": "李分管", "head": "周上级", "new": "新来"}


def state(text: str, *before: FiledState, chiefs: Iterable[str] = ("sun", "li", "head")) -> FiledState:
    """What the chiefs would sign when people.yaml said ``text``."""
    people = {id: Reviewer(id=id, name=NAMES[id], chief=True) for id in chiefs}
    return filed_state(
        next_state(covered(b"mode: registered\n", text.encode()), ReviewMode.REGISTERED, people, list(before))
    )


def words(item: FiledState, *who: str) -> list[FiledApproval]:
    """Chiefs' words without signatures: these chiefs have no keys."""
    return [
        filed_approval(
            Approval(
                format="zoujin-root-approval-1", root=item.hash, signer=one, signer_name=NAMES[one],
                time="2026-03-06T09:00:00+08:00",
            )
        )
        for one in who
    ]  # fmt: skip


FIRST = state("一")
SECOND = state("二", FIRST)
THIRD = state("三", SECOND, chiefs=("sun", "new"))
BESIDE = state("另", FIRST)


def counts(chain: RootChain) -> FiledState | None:
    return chain.in_force


def test_two_chiefs_make_a_state_count() -> None:
    assert counts(settle([FIRST], words(FIRST, "sun"))) is None
    assert counts(settle([FIRST], words(FIRST, "sun", "sun"))) is None
    assert counts(settle([FIRST], words(FIRST, "sun", "li"))) == FIRST


def test_the_chiefs_of_the_state_before_decide() -> None:
    known = [*words(FIRST, "sun", "li"), *words(SECOND, "sun", "head")]
    assert counts(settle([FIRST, SECOND, THIRD], [*known, *words(THIRD, "sun", "new")])) == SECOND
    chain = settle([FIRST, SECOND, THIRD], [*known, *words(THIRD, "sun", "new")])
    assert [pending.filed for pending in chain.pending] == [THIRD]
    assert chain.pending[0].open_to == ("li", "head")
    assert counts(settle([FIRST, SECOND, THIRD], [*known, *words(THIRD, "li", "head")])) == THIRD


def test_a_state_without_the_one_before_is_none() -> None:
    chain = settle([SECOND], words(SECOND, "sun", "li"))
    assert counts(chain) is None
    assert "上一版不见了" in chain.refused[0].why


def test_a_fork_counts_for_nothing_until_it_is_healed() -> None:
    known = [*words(FIRST, "sun", "li"), *words(SECOND, "sun", "li"), *words(BESIDE, "sun", "head")]
    chain = settle([FIRST, SECOND, BESIDE], known)
    assert chain.is_forked and chain.in_force is None
    healed = state("合", SECOND, BESIDE)
    assert counts(settle([FIRST, SECOND, BESIDE, healed], [*known, *words(healed, "li", "head")])) == healed
    assert counts(settle([FIRST, SECOND, BESIDE], known, SECOND.hash)) == SECOND
    assert settle([FIRST, SECOND, BESIDE], known, SECOND.hash).strays == (BESIDE,)


def test_a_trusted_state_that_is_not_there() -> None:
    chain = settle([FIRST], words(FIRST, "sun", "li"), SECOND.hash)
    assert chain.trusted_missing and chain.in_force is None


def test_one_person_with_two_names_in_the_list_is_one() -> None:
    people = {id: Reviewer(id=id, name=name, chief=True) for id, name in (("sun", "孙终"), ("sun-too", "孙 终"))}
    item = filed_state(next_state(covered(b"", b""), ReviewMode.REGISTERED, people, []))
    made = [
        filed_approval(Approval(format="zoujin-root-approval-1", root=item.hash, signer=id, signer_name=person.name,
                                time="2026-03-06T09:00:00+08:00"))
        for id, person in people.items()
    ]  # fmt: skip
    assert counts(settle([item], made)) is None


def test_a_version_that_leaps_is_none() -> None:
    leaping = filed_state(SECOND.state.model_copy(update={"version": "9"}))
    known = [*words(FIRST, "sun", "li"), *words(leaping, "sun", "li")]
    assert "版本号接不上" in settle([FIRST, leaping], known).refused[0].why


EVERYTHING = [
    FIRST, SECOND, THIRD, BESIDE, state("合", SECOND, BESIDE), state("散", chiefs=("new", "sun")),
]  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.sampled_from(EVERYTHING), unique=True),
    st.lists(st.tuples(st.sampled_from(EVERYTHING), st.sampled_from(sorted(NAMES))), max_size=14),
    st.sampled_from(["", *(item.hash for item in EVERYTHING)]),
    st.randoms(use_true_random=False),
)
def test_no_order_changes_what_counts(
    states: list[FiledState], said: list[tuple[FiledState, str]], trusted: str, chance: object
) -> None:
    given_words = [word for item, who in said for word in words(item, who)]
    chain = settle(states, given_words, trusted)
    chance.shuffle(states)  # type: ignore[attr-defined]
    chance.shuffle(given_words)  # type: ignore[attr-defined]
    again = settle(states, given_words, trusted)
    assert (again.in_force, again.valid, again.tips, set(again.refused)) == (
        chain.in_force, chain.valid, chain.tips, set(chain.refused),
    )  # fmt: skip
    for item in chain.valid:
        panel = chain_panel(item, chain)
        signed = {who for other, who in said if other == item and who in panel}
        assert len(signed) >= 2


def chain_panel(item: FiledState, chain: RootChain) -> set[str]:
    """Ids of the chiefs of the states that an item follows, or its own for a first one."""
    before = [other for other in chain.valid if other.hash in item.state.follows] or [item]
    return {chief.id for other in before for chief in other.state.chiefs}


@pytest.mark.parametrize("text", ["{", "[]", '{"format": "zoujin-root-1"}', '{"format": 1, "format": 2}', "[" * 9999])
def test_what_is_no_root(text: str) -> None:
    with pytest.raises(BadRoot):
        parse_root(f"0001-{'0' * 32}.json", text.encode())


def test_a_state_is_read_as_it_was_written_and_not_otherwise() -> None:
    data = root_text(FIRST.state).encode()
    assert parse_root(FIRST.file, data) == FIRST
    with pytest.raises(BadRoot, match="对不上"):
        parse_root(FIRST.file, data.replace("李分管".encode(), "李代管".encode()))
    (word,) = words(FIRST, "sun")
    assert parse_root(word.file, root_text(word.approval).encode()) == word
