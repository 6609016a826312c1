"""What ``zoujin new`` must know of an entry, and how it asks at a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import click
from pydantic.fields import FieldInfo

from generator.model.entries import DocumentKind, Notice
from generator.model.field_guide import PLACES_OF_IDS, example
from generator.model.fields import Record
from generator.model.kinds import MODELS, Kind
from generator.model.shapes import Form, Shape, ordered_fields, shape_of
from generator.model.stub import Names

from .answers import NotUnderstood, choices_for, understand

_LISTED = 30
"""So many choices are listed; of more, a part of the name is asked for."""

Judge = Callable[[Any], list[str]]
"""Says what is wrong with a value, in Chinese."""


@dataclass(frozen=True)
class Question:
    """A field to be filled: ``key`` may lead into groups of keys (``notice.start``)."""

    key: str
    field: FieldInfo
    needed: bool = True

    @property
    def shape(self) -> Shape:
        """What the field takes."""
        return shape_of(self.field)

    @property
    def title(self) -> str:
        """What the field is called."""
        return str(self.field.title)


def questions(kind: Kind, values: Mapping[str, Any]) -> Iterator[Question]:
    """What is still to be asked, given ``values``: what the model requires, and what a rule would miss at once."""
    model = MODELS[kind]
    yield from _required(model, values, "")
    if kind is Kind.DOCUMENT and values.get("kind") == DocumentKind.PUBLIC_NOTICE:
        yield from _required(Notice, values.get("notice", {}), "notice.")
    if kind is Kind.STATION and "phone" not in values:
        yield Question("phone", model.model_fields["phone"], needed=False)


def _required(model: type[Record], values: Mapping[str, Any], prefix: str) -> Iterator[Question]:
    for key, field in ordered_fields(model).items():
        record = shape_of(field).record
        if not field.is_required() or (key in values and record is None):
            continue
        if record is not None:
            yield from _required(record, values.get(key, {}), f"{prefix}{key}.")
        else:
            yield Question(prefix + key, field)


def default_answer(question: Question, known: Names, today: str) -> str:
    """What Enter means: today for the date of publication, the only choice there is, else nothing."""
    if question.key == "date":
        return today
    choices = choices_for(question.shape, known)
    return choices[0][0] if len(choices) == 1 else ""


def ask(question: Question, known: Names, default: str, judge: Judge) -> Any:
    """Ask until the answer is right; "" for a question that need not be answered."""
    for line in _introduction(question, known):
        click.echo(line)
    names = dict(choices_for(question.shape, known))
    shown = f"（回车：{names.get(default, default)}）" if default else "" if question.needed else "（没有就回车）"
    while True:
        answer = click.prompt(
            f"{question.title}{shown}", default=default, show_default=False, prompt_suffix="："
        ).strip()
        if not answer and not question.needed:
            return ""
        try:
            value = understand(answer, question.shape, known) if answer else ""
            troubles = judge(value) if value else [f"“{question.title}”不能空着。"]
        except NotUnderstood as error:
            troubles = [str(error)]
        if not troubles:
            return value
        for trouble in troubles:
            click.echo(f"  {trouble}")


def missing_line(question: Question, known: Names) -> str:
    """How to give an answer as an option, for who cannot be asked."""
    choices = choices_for(question.shape, known)
    shown = (
        "、".join(f"{key} {name}" for key, name in choices[:_LISTED]) if choices else f"如 {example(question.field)}"
    )
    option = "--title …" if question.key in ("title", "name") else f"--set {question.key}=…"
    return f"  {option}  {question.title}（{shown}）"


def _introduction(question: Question, known: Names) -> Iterator[str]:
    yield ""
    choices = choices_for(question.shape, known)
    about = question.field.description
    if choices:
        many = "，可以写几项，用逗号隔开" if question.shape.many else ""
        yield f"{question.title}：填序号、名称或编号{many}"
        for number, (key, name) in enumerate(choices[:_LISTED], 1):
            yield f"  {number:>2}  {name}  {key}"
        if len(choices) > _LISTED:
            yield f"  ……共 {len(choices)} 项，写名称的一部分就能找到"
    elif question.shape.form is Form.REFERENCE:
        place = PLACES_OF_IDS[question.shape.target]
        yield f"{question.title}：{place} 里还一个都没有，先起一个编号（小写字母、数字和连字符），之后到那里登记"
    elif about or question.field.examples:
        yield "；".join(filter(None, (about, f"例如：{example(question.field)}" if question.field.examples else "")))
