"""Stories of people who want something public that was not reviewed. None succeeds, and each is told why."""

from __future__ import annotations

import itertools

import pytest
from office import ENTRY, FIRST_TEXT, Office

from generator.model.review_stages import Reviewed, Sensitive
from generator.review.records import Decision, OnPaper, file_text, filed
from generator.review.verdict import ReviewState

EDITED = FIRST_TEXT + "（有改动）"


def approved() -> Office:
    office = Office()
    office.submit()
    office.three_levels()
    return office


def test_three_people_make_it_public() -> None:
    verdict = approved().verdict()
    assert verdict.state is ReviewState.APPROVED
    assert verdict.is_current
    assert verdict.refused == ()


def test_the_author_passes_her_own_story() -> None:
    office = Office({"id": "editor", "name": "陈一舟", "stages": ["first", "second", "final"]})
    office.submit()
    office.passes("editor", "first")
    assert office.verdict().live is None
    assert "陈一舟是作者或送审人，不能审自己的稿件" in office.why()


def test_the_author_lets_somebody_else_submit_and_passes_by_her_byline() -> None:
    office = Office({"id": "editor", "name": "陈一舟", "stages": ["first"]})
    office.byline = frozenset(("陈一舟",))
    office.submit("clerk")
    office.passes("editor", "first")
    assert "作者或送审人" in office.why()


@pytest.mark.parametrize("name", ["陈　一舟", "陈·一舟", "陈一舟\ufe00", "陈一舟 ", "⾶陈一舟"[1:]])
def test_a_second_spelling_of_a_name_is_no_second_person(name: str) -> None:
    office = Office({"id": "chen", "name": name, "stages": ["first"]})
    office.submit()
    office.passes("chen", "first")
    assert "作者或送审人" in office.why()


def test_latin_names_with_cyrillic_letters_are_no_second_person() -> None:
    office = Office({"id": "editor", "name": "Anna Pek"}, {"id": "other", "name": "Аnnа Реk", "stages": ["first"]})
    office.submit()
    office.passes("other", "first")
    assert "作者或送审人" in office.why()


def test_two_who_really_have_one_name_are_two() -> None:
    office = Office({"id": "chen", "name": "陈一舟", "stages": ["first"], "namesake": "true"})
    office.submit()
    office.passes("chen", "first")
    assert office.why() == ""


KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJxZ0000000000000000000000000000000000000000"


def test_one_person_with_two_ids_and_one_key_holds_one_level_only() -> None:
    keys = [{"key": f"{KEY} one"}]
    office = Office(
        {"id": "zhao", "name": "赵初", "stages": ["first"], "keys": keys},
        {"id": "zhao-too", "name": "赵终", "stages": ["second"], "keys": [{"key": f"{KEY} two"}]},
    )
    office.submit()
    office.passes("zhao", "first")
    office.passes("zhao-too", "second")
    assert "已经签过另一级，各级要由不同的人" in office.why()


def test_one_person_for_two_levels() -> None:
    office = Office({"id": "zhao", "name": "赵初", "stages": ["first", "second", "proof-1"]})
    office.submit()
    office.passes("zhao", "first", "proof-1")
    office.passes("zhao", "second")
    assert "赵初已经签过另一级" in office.why()
    office = Office({"id": "zhao", "name": "赵初", "stages": ["first", "second"]})
    office.submit()
    office.passes("zhao", "first", "second")
    assert "复审不算数：赵初已经签过另一级" in office.why()


def test_a_stage_is_skipped() -> None:
    office = Office()
    office.submit()
    office.passes("qian", "second")
    assert "初审还没有通过就先签了" in office.why()
    office.passes("zhao", "first")
    assert [stage.value for stage in office.verdict().missing] == [
        "proof-1", "second", "proof-2", "final", "proof-3"
    ]  # fmt: skip


def test_somebody_without_the_right_signs() -> None:
    office = Office({"id": "far", "name": "郑外", "stages": ["first"], "districts": ["wangshan"]})
    office.submit()
    office.passes("qian", "first")
    office.passes("far", "first")
    assert "钱复没有签这一级的权限" in office.why()
    assert "郑外没有签这一级的权限" in office.why()


def test_a_deputy_signs_only_for_whom_she_stands_in() -> None:
    office = Office()
    office.submit()
    office.passes("zhao", "first", "proof-1")
    office.passes("deputy", "second")
    assert "吴副没有签这一级的权限" in office.why()
    office.passes("deputy", "second", "proof-2", deputy_for="qian")
    office.passes("sun", "final", "proof-3")
    assert office.verdict().is_current
    office = Office()
    office.submit()
    office.passes("deputy", "first", deputy_for="zhao")
    assert "AB 角" in office.why()


def test_the_text_is_changed_after_it_was_passed() -> None:
    office = approved()
    verdict = office.verdict(EDITED)
    assert verdict.state is ReviewState.CHANGED
    assert not verdict.is_current
    assert verdict.live is not None and verdict.live.content == office.records[0].record.content


def test_the_text_is_changed_between_two_stages() -> None:
    office = Office()
    office.submit()
    office.passes("zhao", "first", "proof-1")
    office.text = EDITED
    office.passes("qian", "second", "proof-2")
    office.passes("sun", "final", "proof-3")
    assert office.verdict().live is None
    assert office.verdict().state is ReviewState.DRAFT


def test_an_approval_of_another_entry_is_copied_here() -> None:
    office = Office()
    office.submit()
    office.three_levels(entry="stories/2026/other")
    assert office.verdict().live is None
    assert "这是 stories/2026/other 的记录，不能用在这里" in office.why()


def test_an_older_version_comes_back_after_it_was_corrected() -> None:
    office = approved()
    office.text = EDITED
    office.submit()
    office.three_levels()
    assert office.verdict().is_current
    back = office.verdict(FIRST_TEXT)
    assert not back.is_current
    assert back.live is not None and back.live.content == office.verdict().content
    assert back.state is ReviewState.CHANGED
    office.text = FIRST_TEXT
    office.submit()
    assert not office.verdict().is_current
    office.three_levels()
    assert office.verdict().is_current


def test_a_record_is_deleted() -> None:
    office = approved()
    first = office.records[1]
    kept = [item for item in office.records if item is not first]
    assert office.verdict(records=kept).live is None
    assert f"（{first.hash[:12]}…）不见了" in office.why(kept)


def test_a_record_is_edited() -> None:
    office = approved()
    edited = filed(office.records[1].record.model_copy(update={"signer": "sun", "signer_name": "孙终"}))
    kept = [office.records[0], edited, *office.records[2:]]
    assert office.verdict(records=kept).live is None


def test_sent_back_on_one_branch_and_passed_on_another() -> None:
    office = Office()
    office.submit()
    first = office.passes("zhao", "first", "proof-1")
    office.record(Decision.RETURN, "qian", follows=[first], remarks="时长和台账不符。")
    office.passes("qian", "second", "proof-2", follows=[first])
    office.passes("sun", "final", "proof-3")
    verdict = office.verdict()
    assert verdict.state is ReviewState.RETURNED
    assert verdict.remarks == "时长和台账不符。"
    assert verdict.live is None
    office.submit()
    office.three_levels()
    assert office.verdict().is_current, "whoever submits it again knows why it came back"


def test_submitted_again_without_looking_at_why_it_came_back() -> None:
    office = Office()
    submitted = office.submit()
    office.record(Decision.RETURN, "zhao", follows=[submitted])
    again = office.submit(follows=[submitted])
    one = office.passes("zhao", "first", "proof-1", follows=[again])
    two = office.passes("qian", "second", "proof-2", follows=[one])
    office.passes("sun", "final", "proof-3", follows=[two])
    assert office.verdict().live is None


def test_an_outsider_cannot_send_back() -> None:
    office = Office()
    office.submit()
    office.record(Decision.RETURN, "clerk")
    office.three_levels()
    assert office.verdict().is_current


def test_a_name_is_forged() -> None:
    office = Office()
    office.submit()
    office.passes("zhao", "first", signer_name="赵出")
    assert "“zhao”在名单里是赵初，记录里写的是“赵出”" in office.why()


def test_a_stranger_signs() -> None:
    office = Office({"id": "gone", "name": "冯过", "stages": ["first"]})
    office.submit()
    office.passes("gone", "first")
    people = {id: person for id, person in office.staff.people.items() if id != "gone"}
    office.staff = type(office.staff)(people)
    assert "审核人员名单里没有“gone”" in office.why()


@pytest.mark.parametrize("term", [{"since": "2026-03-07"}, {"until": "2026-03-06"}])
def test_somebody_signs_who_is_not_in_office(term: dict[str, str]) -> None:
    office = Office({"id": "zhao", "name": "赵初", "stages": ["first"], **term})
    office.submit()
    office.passes("zhao", "first")
    assert "赵初在 2026-03-06 不在任" in office.why()


def test_a_clock_is_turned_back() -> None:
    office = Office()
    office.submit()
    office.passes("zhao", "first", time="2026-03-01T09:00:00+08:00")
    assert "它的时间早于它所依据的记录" in office.why()


def test_a_leader_has_to_sign_what_is_sensitive() -> None:
    office = approved()
    office.sensitive = (Sensitive.MINORS,)
    assert [stage.value for stage in office.verdict().missing] == ["leader"]
    office.passes("li", "leader")
    assert office.verdict().is_current


def test_agreed_on_paper() -> None:
    office = approved()
    office.sensitive = (Sensitive.ACCIDENTS,)
    paper = OnPaper(approver="li", approver_name="李分管", form="审〔2026〕12 号")
    office.passes("qian", "leader", on_paper=paper)
    assert "钱复没有代录的权限" in office.why()
    office.passes("clerk", "leader", on_paper=paper)
    assert office.verdict().is_current


def test_a_review_that_is_no_leaders_is_not_recorded_for_somebody() -> None:
    office = Office()
    office.submit()
    office.passes("clerk", "first", on_paper=OnPaper(approver="zhao", approver_name="赵初", form="审 1 号"))
    assert "这一级不能代录，要本人审" in office.why()


def test_the_author_records_the_leaders_agreement_herself() -> None:
    office = Office({"id": "editor", "name": "陈一舟", "clerk": "true"})
    office.submit()
    office.three_levels()
    office.sensitive = (Sensitive.HONOURS,)
    office.passes("editor", "leader", on_paper=OnPaper(approver="li", approver_name="李分管", form="审 1 号"))
    assert "陈一舟是作者或送审人" in office.why()


def test_taken_down_at_once_and_put_back_by_the_final_stage_only() -> None:
    office = approved()
    office.record(Decision.WITHDRAW, "clerk", remarks="家属来电。")
    taken = office.verdict().taken_back
    assert taken is not None and not taken.confirmed and taken.by == "周办公"
    assert office.verdict().state is ReviewState.WITHDRAWN
    office.record(Decision.RESTORE, "zhao")
    assert office.verdict().taken_back is not None
    office.record(Decision.WITHDRAW, "sun")
    confirmed = office.verdict().taken_back
    assert confirmed is not None and confirmed.confirmed
    office.record(Decision.RESTORE, "sun")
    assert office.verdict().taken_back is None
    assert office.verdict().is_current


def test_taken_down_and_restored_on_two_branches_stays_down() -> None:
    office = approved()
    (last,) = office.tips()
    first = office.record(Decision.WITHDRAW, "clerk", follows=[last])
    office.record(Decision.RESTORE, "sun", follows=[first])
    office.record(Decision.WITHDRAW, "editor", follows=[last])
    assert office.verdict().taken_back is not None


def test_the_order_in_which_records_arrive_changes_nothing() -> None:
    office = Office()
    office.submit()
    office.three_levels()
    office.record(Decision.WITHDRAW, "clerk")
    verdicts = {repr(office.verdict(records=order)) for order in itertools.permutations(office.records)}
    assert len(verdicts) == 1


def test_content_that_the_policy_forgot_is_not_public() -> None:
    office = Office(requirements=[{"name": "活动", "kinds": ["activity"], "stages": ["first"]}])
    office.submit()
    office.three_levels()
    assert office.verdict().state is ReviewState.UNRULED
    assert office.verdict().live is None


def test_stages_by_kind() -> None:
    lengths = {kind: len(Office(kind=kind).subject().stages or ()) for kind in Reviewed}
    assert lengths[Reviewed.STATION] == 1
    assert lengths[Reviewed.REPUBLISHED] == 2
    assert lengths[Reviewed.NEWS] == lengths[Reviewed.ACTIVITY] == 3
    assert lengths[Reviewed.STORY] == lengths[Reviewed.PUBLIC_NOTICE] == 6


def test_records_in_a_circle_are_refused_and_hang_nobody_up() -> None:
    office = Office()
    office.submit()
    made = office.passes("zhao", "first", follows=[])
    circle = filed(made.record.model_copy(update={"follows": (made.hash,)}))
    assert office.verdict(records=[office.records[0], circle]).live is None
    assert ENTRY in file_text(circle.record)
