"""People change posts and policies change; what was rightly passed before stays public."""

from __future__ import annotations

from pathlib import Path

import pytest
from office import ENTRY, Office, content_of

from generator.model.review_stages import Reviewed, ReviewMode, Stage
from generator.review.ledger import open_ledger
from generator.review.records import Decision
from generator.review.requirements import rules_for
from generator.review.transitions import TRANSITIONS, transitions_table
from generator.review.verdict import ReviewState

TWO = {"name": "故事", "kinds": ["story"], "stages": ["first", "final"]}
THREE = {"name": "新的", "kinds": ["story"], "stages": ["first", "second", "final"], "since": "2026-09-01"}


def test_a_stricter_policy_holds_from_its_day_on() -> None:
    office = Office(requirements=[TWO, THREE])
    office.submit()
    office.passes("zhao", "first")
    office.passes("sun", "final")
    assert office.verdict().is_current
    office.text += "（有改动）"
    office.clock = office.clock.replace(month=9)
    office.submit()
    office.passes("zhao", "first")
    assert office.verdict().missing == (Stage.SECOND, Stage.FINAL)


def test_a_stricter_policy_without_a_day_ends_what_was_approved() -> None:
    office = Office(requirements=[TWO])
    office.submit()
    office.passes("zhao", "first")
    office.passes("sun", "final")
    strict = Office(requirements=[{**TWO, "stages": ["first", "second", "final"]}])
    strict.records = office.records
    assert strict.verdict().live is None


def test_somebody_is_promoted() -> None:
    earlier = {"id": "zhao", "name": "赵初", "stages": ["second"]}
    office = Office(requirements=[TWO])
    office.submit()
    office.passes("zhao", "first")
    office.passes("sun", "final")
    forgot = Office(earlier, requirements=[TWO])
    forgot.records = office.records
    assert forgot.verdict().live is None
    noted = Office({**earlier, "earlier": [{"until": "2026-09-01", "stages": ["first"]}]}, requirements=[TWO])
    noted.records = office.records
    assert noted.verdict().is_current


def test_somebody_leaves() -> None:
    office = Office({"id": "zhao", "name": "赵初", "stages": ["first"], "until": "2026-05-01"}, requirements=[TWO])
    office.submit()
    office.passes("zhao", "first")
    office.passes("sun", "final")
    assert office.verdict().is_current
    office.clock = office.clock.replace(month=5, day=1)
    office.text += "！"
    office.submit()
    office.passes("zhao", "first")
    assert "赵初在 2026-05-01 不在任" in office.why()


def test_what_needs_no_review_is_public_and_can_be_taken_back() -> None:
    office = Office(requirements=[{**TWO, "stages": []}])
    assert office.verdict().is_current
    office.record(Decision.WITHDRAW, "clerk")
    assert office.verdict().state is ReviewState.WITHDRAWN
    office.record(Decision.RESTORE, "sun")
    assert office.verdict().state is ReviewState.APPROVED


def test_a_renamed_entry_keeps_its_records() -> None:
    office = Office(requirements=[TWO])
    office.submit()
    office.passes("zhao", "first")
    ledger = open_ledger(["stories/2026/new-name", ENTRY], office.records, office.staff, office.policy)
    assert len(ledger.admitted) == 2
    assert {item.record.content for item in ledger.admitted} == {content_of(office.text)}


def test_in_signed_mode_a_record_without_signature_does_not_count() -> None:
    office = Office()
    office.submit()
    office.policy = office.policy.model_copy(update={"mode": ReviewMode.SIGNED})
    assert "没有签名（现在是签名模式）" in office.why()


def test_the_table_of_transitions_names_every_state() -> None:
    named = {state for before, _, after in TRANSITIONS for state in (before, after)}
    assert named - {"*"} == {state.value for state in ReviewState} - {"unruled"}


def test_the_documents_table_is_the_codes(request: pytest.FixtureRequest) -> None:
    page = Path(__file__).parents[3] / "docs/review.md"
    text = page.read_text("utf-8")
    head, _, rest = text.partition("<!-- transitions -->\n")
    table, _, tail = rest.partition("<!-- /transitions -->")
    if request.config.getoption("--refresh"):
        page.write_text(f"{head}<!-- transitions -->\n{transitions_table()}<!-- /transitions -->{tail}", "utf-8")
    else:
        assert table == transitions_table()


def test_every_way_through_a_review_is_in_the_table() -> None:
    """Walk through a review with its detours, and look each step up."""
    office = Office(requirements=[TWO])
    state = office.verdict().state
    ways = {(before, str(by), after) for before, by, after in TRANSITIONS}

    def step(by: str) -> None:
        nonlocal state
        after = office.verdict().state
        assert any(way in ways for way in ((state, by, after), ("*", by, after), (state, by, "*"))), (state, by, after)
        state = after

    office.submit()
    step("submit")
    office.passes("zhao", "first")
    step("pass")
    office.record(Decision.RETURN, "sun")
    step("return")
    office.text += "改"
    step("edit")
    office.submit()
    step("submit")
    office.passes("zhao", "first")
    step("pass")
    office.passes("sun", "final")
    step("pass")
    office.record(Decision.WITHDRAW, "clerk")
    step("withdraw")
    office.record(Decision.RESTORE, "sun")
    step("restore")
    office.text += "再改"
    step("edit")
    assert state is ReviewState.CHANGED


def test_rules_are_in_order_of_their_days() -> None:
    policy = Office(requirements=[THREE, TWO]).policy
    assert [len(stages) for _, stages in rules_for(Reviewed.STORY, (), policy)] == [2, 3]
