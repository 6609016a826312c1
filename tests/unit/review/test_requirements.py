"""Which stages an entry needs, by what it is and what it says."""

from __future__ import annotations

from typing import Any

import pytest
from builders import City

from generator.model.catalogue import Entry
from generator.model.review_stages import Reviewed, Sensitive, Stage
from generator.model.reviewing import Policy
from generator.review.requirements import sensitive_words, subject_of

POLICY = Policy.model_validate({
    "mode": "registered",
    "sources": ["news.example"],
    "words": [{"kind": "accidents", "words": ["溺水"]}],
})  # fmt: skip


def entry(city: City) -> Entry:
    (found,) = city.catalogue().entries.values()
    return found


def stages(city: City, **more: Any) -> list[str]:
    return [stage.value for stage in subject_of(entry(city), POLICY, **more).stages or ()]


@pytest.mark.parametrize(
    ("city", "kind", "number"),
    [
        (City().story("a"), Reviewed.STORY, 6),
        (City().activity("a"), Reviewed.ACTIVITY, 3),
        (City().document("a", kind="news"), Reviewed.NEWS, 3),
        (City().document("a", kind="list"), Reviewed.LIST, 6),
        (City().page("a"), Reviewed.PAGE, 3),
        (City().station("a"), Reviewed.STATION, 1),
        (City().profile("a"), Reviewed.PROFILE, 6),
    ],
)
def test_by_kind(city: City, kind: Reviewed, number: int) -> None:
    subject = subject_of(entry(city), POLICY)
    assert subject.kind is kind
    assert len(subject.stages or ()) == number


@pytest.mark.parametrize(
    ("url", "listed"),
    [
        ("https://news.example/1.html", True),
        ("https://www.NEWS.example./1.html", True),
        ("https://fakenews.example/1.html", False),
        ("https://news.example.evil.example/", False),
        ("https://news.example@evil.example/", False),
        ("https://[broken/", False),
    ],
)
def test_what_is_republished_from_a_listed_source(url: str, listed: bool) -> None:
    story = City().story("a", source={"name": "日报", "url": url})
    assert (stages(story) == ["check", "issue"]) is listed


@pytest.mark.parametrize(
    ("until", "published", "kind"),
    [
        ("2026-01-01", "2023-03-05", Reviewed.MIGRATED),
        ("2026-01-01", "2026-01-01", Reviewed.STORY),
        (None, "2023-03-05", Reviewed.STORY),
    ],
)
def test_only_what_is_old_enough_came_from_the_older_site(until: str | None, published: str, kind: Reviewed) -> None:
    policy = Policy.model_validate({"mode": "registered", "migrated_before": until})
    story = City().story("a", migrated_from={"url": "https://old.example/1.html", "date": published})
    assert subject_of(entry(story), policy).kind is kind


def test_declared_and_found_sensitive_content_needs_a_leader() -> None:
    assert stages(City().story("a", sensitive=["leaders"]))[-1] == Stage.LEADER
    minor = {"file": "a.jpg", "minor": "true", "consent": {"reference": "SQ-1"}}
    assert stages(City().story("a", photos=[minor]))[-1] == Stage.LEADER
    honour = {"honour": "model-volunteer", "year": "2026"}
    assert stages(City().profile("a", honours=[honour]))[-1] == Stage.LEADER
    assert stages(City().story("a"), words=[Sensitive.ACCIDENTS])[-1] == Stage.LEADER


def test_sensitive_content_of_any_kind_needs_three_reviews_as_well() -> None:
    assert stages(City().activity("a", sensitive=["accidents"])) == [
        "first", "proof-1", "second", "proof-2", "final", "proof-3", "leader",
    ]  # fmt: skip
    assert stages(City().story("a", source={"name": "日报", "url": "https://news.example/1"}, sensitive=["leaders"]))[-2:] == [
        "issue", "leader",
    ]  # fmt: skip


def test_words() -> None:
    assert sensitive_words("严防溺水", POLICY) == {Sensitive.ACCIDENTS}
    assert sensitive_words("学雷锋", POLICY) == frozenset()
