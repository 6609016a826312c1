"""What stands in a feature's blocks is checked like what stands anywhere else."""

from __future__ import annotations

from typing import Any

import pytest
from rule_desk import entry, found, rules

from generator.model.body import Heading, Outline
from generator.model.catalogue import Entry
from generator.model.diagnostic import Mark
from generator.model.kinds import Kind
from generator.model.photo import PhotoFile

STORY = entry(slug="night-bus")
LISTED = {"file": "1.jpg", "alt": "画面", "credit": "陈一舟"}


def picture(name: str) -> PhotoFile:
    return PhotoFile(name, 1000, f"digest of {name}", 3000, 2000)


def feature(*blocks: dict[str, Any], **more: Any) -> Entry:
    return entry(Kind.FEATURE, "night-lights", blocks=list(blocks), **more)


@pytest.mark.parametrize(
    ("block", "rule", "at"),
    [
        ({"block": "lead", "story": "nigth-bus"}, "unknown-story", ("story",)),
        ({"block": "stories", "stories": ["night-bus", "nigth-bus"]}, "unknown-story", ("stories", 1)),
        ({"block": "quote", "text": "是。", "story": "nigth-bus"}, "unknown-story", ("story",)),
        (
            {"block": "timeline", "steps": [{"when": "十点", "text": "进站。", "story": "nigth-bus"}]},
            "unknown-story",
            ("steps", 0, "story"),
        ),
        ({"block": "people", "people": ["nobody"]}, "unknown-person", ("people", 0)),
        ({"block": "schedule", "activities": ["nothing"]}, "unknown-activity", ("activities", 0)),
    ],
)
def test_references_in_blocks_lead_somewhere(block: dict[str, Any], rule: str, at: tuple[str | int, ...]) -> None:
    told = found(feature(block), STORY)
    assert [(item.rule, item.finding.at) for item in told] == [(rule, ("blocks", 0, *at))]


def test_a_headline_written_for_an_id_is_known() -> None:
    told = found(feature({"block": "lead", "story": "夜班公交末站的热水"}), STORY)
    assert [item.rule for item in told] == ["unknown-story"]
    assert "night-bus" in told[0].finding.hint


def test_what_is_not_public_is_told() -> None:
    shown = feature({"block": "lead", "story": "night-bus"})
    assert rules(shown, STORY, public=frozenset({shown.id})) == ["reference-to-draft"]


def test_pictures_of_a_gallery_are_pictures_that_are_shown() -> None:
    gallery = {"block": "gallery", "photos": ["1.jpg", "2.jpg"]}
    there = (picture("1.jpg"), picture("2.jpg"))
    told = found(feature(gallery, photos=[LISTED], pictures=there))
    assert [(item.rule, item.finding.at) for item in told] == [("photo-undeclared", ("blocks", 0, "photos", 1))]
    told = found(feature(gallery, photos=[LISTED], pictures=there[:1]))
    assert [(item.rule, item.finding.at) for item in told] == [("photo-missing", ("blocks", 0, "photos", 1))]


def test_text_blocks_beyond_the_text_are_empty() -> None:
    text = {"block": "text"}
    outline = Outline(headings=(Heading(2, "十点", "十点", Mark(9, 1, 5)),), characters=100)
    assert rules(feature(text, text, outline=outline)) == []
    told = found(feature(text, text, text, outline=outline))
    assert [(item.rule, item.finding.at) for item in told] == [("feature-block-empty", ("blocks", 2, "block"))]


@pytest.mark.parametrize(
    "block",
    [{"block": kind} for kind in ("stories", "people", "gallery", "schedule", "files")],
    ids=lambda block: str(block["block"]),
)
def test_a_block_with_nothing_to_show_is_told(block: dict[str, Any]) -> None:
    assert rules(feature(block)) == ["feature-block-empty"]


def test_a_block_that_takes_the_rest_is_not_empty() -> None:
    assert rules(feature({"block": "stories"}, stories=["night-bus"]), STORY) == []


def test_one_thing_may_be_told_of_and_shown_but_not_shown_twice() -> None:
    lead = {"block": "lead", "story": "night-bus"}
    quote = {"block": "quote", "text": "是。", "story": "night-bus"}
    assert rules(feature(lead, quote), STORY) == []
    told = found(feature(lead, quote, {"block": "stories", "stories": ["night-bus"]}), STORY)
    assert [(item.rule, item.finding.at) for item in told] == [("feature-block-repeated", ("blocks", 2, "stories", 0))]
