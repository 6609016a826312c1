"""What is public when: drafts, embargoes, expiry, closed stations, and the next moment anything changes."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from generator.model.catalogue import Catalogue, Entry, Vocabularies
from generator.model.entries import Station, Story
from generator.model.kinds import Kind
from generator.model.review_stages import Stage
from generator.model.settings import Settings
from generator.review.publication import State, publication, state_of
from generator.review.verdict import Approved, ReviewState, TakenBack, Verdict

STORY = {
    "title": "夜班公交末站的热水",
    "date": "2026-03-06",
    "into": "community",
    "categories": ["mutual-aid"],
    "district": "qinghe",
    "byline": "陈一舟",
}
WITHDRAWN = {"date": "2026-03-10", "reason": "数字有误。"}
STATION = {
    "id": "binhe",
    "name": "滨河站",
    "kind": "community-station",
    "district": "qinghe",
    "street": "binhe",
    "area": "urban",
    "address": "滨河路 18 号",
}


def story(**keys: Any) -> Entry:
    slug = keys.pop("slug", "a")
    return Entry(f"stories/2026/{slug}", Kind.STORY, "", Story.model_validate({**STORY, **keys}))


def station(status: str) -> Entry:
    return Entry(f"stations/{status}", Kind.STATION, "", Station.model_validate({**STATION, "status": status}))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("keys", "now", "state"),
    [
        ({}, "2026-03-12", State.LIVE),
        ({"draft": "true"}, "2026-03-12", State.DRAFT),
        ({"draft": "false"}, "2026-03-12", State.LIVE),
        ({"draft": "true", "embargo": "2026-04-01", "expires": "2026-01-01"}, "2026-03-12", State.DRAFT),
        ({"embargo": "2026-03-12"}, "2026-03-11T23:59", State.SCHEDULED),
        ({"embargo": "2026-03-12"}, "2026-03-12T00:00", State.LIVE),
        ({"embargo": "2026-03-12 08:00"}, "2026-03-12T00:00", State.SCHEDULED),
        ({"embargo": "2026-03-12 08:00"}, "2026-03-12T07:59:59", State.SCHEDULED),
        ({"embargo": "2026-03-12 08:00"}, "2026-03-12T08:00", State.LIVE),
        ({"expires": "2026-03-12"}, "2026-03-11T23:59:59", State.LIVE),
        ({"expires": "2026-03-12"}, "2026-03-12T00:00", State.EXPIRED),
        ({"embargo": "2026-03-12 08:00", "expires": "2026-03-12"}, "2026-03-12T07:00", State.SCHEDULED),
        ({"embargo": "2026-03-12 08:00", "expires": "2026-03-12"}, "2026-03-12T09:00", State.EXPIRED),
        ({"date": "2026-12-31"}, "2026-03-12", State.LIVE),
        ({"withdrawn": WITHDRAWN}, "2026-03-12", State.WITHDRAWN),
        ({"withdrawn": WITHDRAWN}, "2026-03-01", State.WITHDRAWN),
        ({"withdrawn": WITHDRAWN, "expires": "2026-03-01"}, "2026-03-12", State.WITHDRAWN),
        ({"withdrawn": WITHDRAWN, "draft": "true"}, "2026-03-12", State.DRAFT),
        ({"withdrawn": WITHDRAWN, "embargo": "2026-03-20"}, "2026-03-12", State.SCHEDULED),
    ],
)
def test_state_of_a_story(keys: dict[str, Any], now: str, state: State) -> None:
    assert state_of(story(**keys), at(now)) is state


@pytest.mark.parametrize(
    ("status", "state"), [("open", State.LIVE), ("suspended", State.LIVE), ("closed", State.EXPIRED)]
)
def test_state_of_a_station(status: str, state: State) -> None:
    assert state_of(station(status), at("2026-03-12")) is state


def decide(now: str, *entries: Entry) -> Any:
    settings = Settings(city="河湾市", site_name="河湾志愿", description="网站")
    catalogue = Catalogue(settings, Vocabularies(), {entry.id: entry for entry in entries})
    return publication(catalogue, at(now))


def test_public_are_the_live() -> None:
    decided = decide("2026-03-12", story(), story(slug="b", draft="true"), station("open"), station("closed"))
    assert decided.public == {"stories/2026/a", "stations/open"}
    assert decided.states["stories/2026/b"] is State.DRAFT


@pytest.mark.parametrize(
    ("now", "change"),
    [
        ("2026-03-12T00:00", "2026-03-12T08:00"),
        ("2026-03-12T08:00", "2026-04-01T00:00"),
        ("2026-04-01T00:00", None),
    ],
)
def test_next_change(now: str, change: str | None) -> None:
    decided = decide(
        now,
        story(embargo="2026-03-12 08:00"),
        story(slug="b", expires="2026-04-01"),
        story(slug="c", draft="true", embargo="2026-03-12 02:00"),
        station("open"),
    )
    assert decided.next_change == (at(change) if change else None)


def test_nothing_at_all() -> None:
    decided = decide("2026-03-12")
    assert (decided.public, decided.next_change) == (frozenset(), None)


def test_what_keeps_a_notice() -> None:
    gone = decide(
        "2026-03-12",
        story(),
        story(slug="b", withdrawn=WITHDRAWN),
        story(slug="c", withdrawn=WITHDRAWN, draft="true"),
        story(slug="d", expires="2026-03-01"),
        station("open"),
        station("closed"),
    ).gone
    assert gone == {"stories/2026/b", "stations/closed"}


def verdict(state: ReviewState, live: bool = False, **more: Any) -> Verdict:
    version = Approved("a" * 64, (), (), 1)
    return Verdict(state, "a" * 64, version if live else None, **more)


OPEN = TakenBack(datetime(2026, 3, 10), "周办公", "家属来电。", False)
TAKEN_BACK = TakenBack(datetime(2026, 3, 10), "周办公", "家属来电。", True)


@pytest.mark.parametrize(
    ("entry", "found", "state", "why"),
    [
        (story(), verdict(ReviewState.APPROVED, True), State.LIVE, "已公开"),
        (story(), verdict(ReviewState.CHANGED, True), State.LIVE, "已公开"),
        (story(), verdict(ReviewState.DRAFT), State.UNREVIEWED, "未送审"),
        (story(draft="true"), verdict(ReviewState.DRAFT), State.DRAFT, "草稿"),
        (story(draft="true"), verdict(ReviewState.APPROVED, True), State.DRAFT, "草稿"),
        (story(embargo="2026-04-01"), verdict(ReviewState.APPROVED, True), State.SCHEDULED, "定时发布"),
        (story(), verdict(ReviewState.REVIEWING, waits_for=(Stage.SECOND,)), State.UNREVIEWED, "审核中，等复审"),
        (story(), verdict(ReviewState.WITHDRAWN, True, taken_back=OPEN), State.WITHDRAWN, "已撤稿，终审还没有确认"),
        (story(), verdict(ReviewState.WITHDRAWN, True, taken_back=TAKEN_BACK), State.WITHDRAWN, "已撤回"),
        (station("open"), verdict(ReviewState.SUBMITTED), State.UNREVIEWED, "已送审"),
        (story(), None, State.UNREVIEWED, "审核没有通过"),
    ],
)
def test_what_a_review_makes_of_an_entry(entry: Entry, found: Verdict | None, state: State, why: str) -> None:
    settings = Settings(city="河湾市", site_name="河湾志愿", description="网站")
    catalogue = Catalogue(settings, Vocabularies(), {entry.id: entry})
    decided = publication(catalogue, at("2026-03-12"), {entry.id: found} if found else {}, reviewed=True)
    assert decided.states[entry.id] is state
    assert decided.why_hidden(entry.id) == why
    assert (entry.id in decided.public) is (state is State.LIVE)
