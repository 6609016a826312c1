"""What an entry refers to must exist, and readers must be able to see it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from generator.model.catalogue import Entry
from generator.model.diagnostic import Mark, Severity
from generator.model.fields import Record, Ref
from generator.model.kinds import MODELS, REGISTERS, SHELVES, STATIONS_FILE, Kind
from generator.model.references import FieldPath, references
from generator.model.shapes import Form, shape_of

from .finding import Finding
from .nearest import not_an_id, suggestion
from .registry import TEXT_KINDS, rule
from .world import World

_LABEL = {**{kind.value: kind.label for kind in Kind}, **{register.name: register.label for register in REGISTERS}}
_HOME = {
    **{shelf.kind.value: f"{shelf.folder} 文件夹" for shelf in SHELVES},
    **{register.name: register.file for register in REGISTERS},
    Kind.STATION.value: STATIONS_FILE,
}
_MENTIONED = (Kind.PROFILE.value, Kind.STATION.value)


def _speaks_of(target: str, annotation: Any, marks: tuple[Any, ...] = ()) -> bool:
    """Whether values of this type hold references to ``target``."""
    if any(isinstance(mark, Ref) and mark.target == target for mark in marks):
        return True
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return bool(_fields(annotation, target))
    return any(
        _speaks_of(target, part, getattr(part, "__metadata__", ()))
        for part in get_args(annotation)
        if part is not Ellipsis
    )


@cache
def _fields(model: type[Record], target: str) -> tuple[str, ...]:
    """The fields of a model that hold references to ``target``."""
    fields = model.model_fields.items()
    return tuple(name for name, info in fields if _speaks_of(target, info.annotation, tuple(info.metadata)))


def _referring(target: str) -> frozenset[Kind]:
    """The kinds whose metadata, or whose text, can refer to ``target``."""
    by_text = TEXT_KINDS if target in _MENTIONED else frozenset()
    return by_text | {kind for kind, model in MODELS.items() if _fields(model, target)}


def _unknown(target: str, entry: Entry, world: World) -> Iterator[Finding]:
    known = world.known.get(target)
    if known is None:
        return
    meta = entry.meta
    model: type[Record] = type(meta)
    for name in _fields(model, target):
        value = getattr(meta, name)
        if value.__class__ is str:
            if value not in known:
                yield _no_such(target, entry, world, (name,), value)
        elif value and not (value[0].__class__ is str and known.issuperset(value)):
            for reference in references(meta):
                if reference.target == target and reference.at[0] == name and reference.value not in known:
                    yield _no_such(target, entry, world, reference.at, reference.value)
    for mention in entry.outline.mentions:
        if mention.kind == target and mention.slug not in known:
            yield _no_such(target, entry, world, mention.mark, mention.slug)


def _no_such(target: str, entry: Entry, world: World, at: FieldPath | Mark, value: str) -> Finding:
    hint = suggestion(value, world.current[target], world.names.get(target))
    if not hint:
        hint = f"{_HOME[target]}里还没有任何{_LABEL[target]}：先在那里登记，或删掉这一处。"
    odd = not_an_id(value)
    message = (
        f"“{value}”{odd}（见 {_HOME[target]}）。" if odd else f"{_LABEL[target]}“{value}”不在 {_HOME[target]} 中。"
    )
    return Finding(entry.path, at, message, hint)


@rule("unknown-station", Severity.ERROR, "引用的志愿服务站不存在", kinds=_referring("station"), binding=True)
def unknown_station(entry: Entry, world: World) -> Iterator[Finding]:
    """Stations named in the metadata or shown as a card are in the register."""
    return _unknown("station", entry, world)


@rule("unknown-person", Severity.ERROR, "引用的志愿人物不存在", kinds=_referring("profile"), binding=True)
def unknown_person(entry: Entry, world: World) -> Iterator[Finding]:
    """Profiles named in the metadata or shown as a card exist."""
    return _unknown("profile", entry, world)


@rule("unknown-story", Severity.ERROR, "引用的志愿故事不存在", kinds=_referring("story"), binding=True)
def unknown_story(entry: Entry, world: World) -> Iterator[Finding]:
    """Stories that a feature gathers exist."""
    return _unknown("story", entry, world)


@rule("unknown-activity", Severity.ERROR, "引用的志愿活动不存在", kinds=_referring("activity"), binding=True)
def unknown_activity(entry: Entry, world: World) -> Iterator[Finding]:
    """Activities that an entry refers to exist."""
    return _unknown("activity", entry, world)


@rule("unknown-campaign", Severity.ERROR, "引用的主题活动不存在", kinds=_referring("campaign"), binding=True)
def unknown_campaign(entry: Entry, world: World) -> Iterator[Finding]:
    """Campaigns that an entry belongs to exist."""
    return _unknown("campaign", entry, world)


@rule("unknown-organisation", Severity.ERROR, "引用的组织单位不存在", kinds=_referring("organisation"), binding=True)
def unknown_organisation(entry: Entry, world: World) -> Iterator[Finding]:
    """Organisations are in their register."""
    return _unknown("organisation", entry, world)


@rule("unknown-category", Severity.ERROR, "引用的服务类别不存在", kinds=_referring("category"), binding=True)
def unknown_category(entry: Entry, world: World) -> Iterator[Finding]:
    """Categories are in their register."""
    return _unknown("category", entry, world)


@rule("unknown-district", Severity.ERROR, "引用的区县不存在", kinds=_referring("district"), binding=True)
def unknown_district(entry: Entry, world: World) -> Iterator[Finding]:
    """Districts are in their register."""
    return _unknown("district", entry, world)


@rule("unknown-street", Severity.ERROR, "引用的街道／乡镇不存在", kinds=_referring("street"), binding=True)
def unknown_street(entry: Entry, world: World) -> Iterator[Finding]:
    """Streets are in their register."""
    return _unknown("street", entry, world)


@rule("unknown-community", Severity.ERROR, "引用的社区代码不存在", kinds=_referring("community"), binding=True)
def unknown_community(entry: Entry, world: World) -> Iterator[Finding]:
    """Community codes are in their register."""
    return _unknown("community", entry, world)


@rule("unknown-honour", Severity.ERROR, "引用的荣誉不存在", kinds=_referring("honour"), binding=True)
def unknown_honour(entry: Entry, world: World) -> Iterator[Finding]:
    """Honours are in their register."""
    return _unknown("honour", entry, world)


@rule("unknown-station-kind", Severity.ERROR, "引用的站点类型不存在", kinds=_referring("station-kind"), binding=True)
def unknown_station_kind(entry: Entry, world: World) -> Iterator[Finding]:
    """Kinds of station are in their register."""
    return _unknown("station-kind", entry, world)


@rule("reference-repeated", Severity.WARNING, "同一项引用写了两次")
def reference_repeated(entry: Entry, world: World) -> Iterator[Finding]:
    """A list of references names each thing once; readers would see it twice."""
    model: type[Record] = type(entry.meta)
    for name in _lists(model):
        values = getattr(entry.meta, name)
        if len(values) < 2 or len(set(values)) == len(values):
            continue
        for index, value in enumerate(values):
            if value in values[:index]:
                yield Finding(entry.path, (name, index), f"“{value}”在 {name} 里写了两次。", "删掉多出来的一处。")


@cache
def _lists(model: type[Record]) -> tuple[str, ...]:
    """The fields of a model that are lists of references."""
    shapes = {name: shape_of(info) for name, info in model.model_fields.items()}
    return tuple(name for name, shape in shapes.items() if shape.many and shape.form is Form.REFERENCE)


@rule("reference-to-draft", Severity.WARNING, "引用的内容现在不公开", kinds=TEXT_KINDS)
def reference_to_draft(entry: Entry, world: World) -> Iterator[Finding]:
    """A public entry refers to entries that readers can see."""
    hidden = world.hidden
    if not hidden or entry.id in world.hidden_ids:
        return
    for reference in references(entry.meta):
        # That a station of years ago is closed by now is no mistake of the story.
        if reference.target != Kind.STATION.value and reference.value in hidden.get(reference.target, ()):
            yield _not_public(entry, reference.at, reference.target, reference.value)
    for mention in entry.outline.mentions:
        if mention.slug in hidden.get(mention.kind, ()):
            yield _not_public(entry, mention.mark, mention.kind, mention.slug)


def _not_public(entry: Entry, at: FieldPath | Mark, target: str, value: str) -> Finding:
    return Finding(
        entry.path,
        at,
        f"{_LABEL[target]}“{value}”现在不公开（草稿、还没到公开时间、已经下线或撤销），读者在这里看不到它。",
        "等它公开后再发这一篇，或先删掉这一处引用。",
    )
