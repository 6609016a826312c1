"""Lists, relations and the choice of pages depend on entries' frames alone, never on their wording."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from typing import Any

import pytest

from generator.derive import SiteData, derive
from generator.derive.public_entries import PublicEntries
from generator.model.address import Site
from generator.model.body import Outline
from generator.model.catalogue import Catalogue, Entry
from generator.model.kinds import Kind
from generator.model.wording import WORDING, frame_digest
from generator.pipeline.project import Project
from generator.pipeline.reading import read_catalogue
from generator.pipeline.survey import survey
from generator.pipeline.workers import SerialExecutor
from generator.render import site_pages
from generator.render.cards import Cards
from generator.review.publication import publication

ROOT = Path(__file__).parents[3]
NOON = datetime(2026, 3, 12, 12)


def reworded(entry: Entry) -> Entry:
    """The same entry with other words, other pictures and another text around its cards."""
    if entry.kind is Kind.STATION:
        return entry  # stations are a register: any change of it counts
    known = WORDING & set(type(entry.meta).model_fields)
    others = {name: "别的话" if isinstance(getattr(entry.meta, name), str) else None for name in known}
    others.update({name: () for name in known if isinstance(getattr(entry.meta, name), tuple)})
    return replace(
        entry,
        meta=entry.meta.model_copy(update=others),
        outline=Outline(mentions=entry.outline.mentions),
        photos={},
        files={},
        digest="",
        body_digest="",
    )


def shape(value: Any) -> Any:
    """A value with ids for entries."""
    if isinstance(value, Entry):
        return value.id
    if isinstance(value, partial):
        return [value.func.__qualname__, *map(shape, value.args)]
    if isinstance(value, Catalogue | PublicEntries | Cards | set):
        return type(value).__name__
    if is_dataclass(value):
        return {field.name: shape(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {key: shape(each) for key, each in value.items()}
    return [shape(each) for each in value] if isinstance(value, list | tuple) else value


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The sample city."""
    project = Project(ROOT, cache_elsewhere=tmp_path_factory.mktemp("cache"))
    return read_catalogue(project, survey(project), SerialExecutor()).catalogue


def test_nothing_is_arranged_by_wording(city: Catalogue) -> None:
    other = replace(city, entries={id: reworded(entry) for id, entry in city.entries.items()})
    arranged = []
    for catalogue in (city, other):
        known = publication(city, NOON)
        data = derive(catalogue, known.public, NOON.date(), known.gone)
        # What is kept from one page to the next must not hang on words either: only the first page notes them.
        kept = [getattr(data, name) for name, member in vars(SiteData).items() if isinstance(member, cached_property)]
        arranged.append(shape([data, kept, site_pages(data, Site.at("https://hewan.example/"))]))
    assert len(arranged[0][2]) > 200
    assert arranged[0] == arranged[1]


def test_a_frame_changes_with_anything_but_words(city: Catalogue) -> None:
    story = city.entries["stories/2026/night-bus"]
    same = story.meta.model_copy(update={"title": "别的题目", "summary": "别的提要", "byline": "别人"})
    moved = story.meta.model_copy(update={"district": "beihu"})
    assert frame_digest(same, story.outline) == story.frame == frame_digest(story.meta, story.outline)
    assert frame_digest(moved, story.outline) != story.frame
    assert frame_digest(story.meta, story.outline._replace(mentions=())) != story.frame
