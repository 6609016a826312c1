"""The building blocks of every schema: the base record, field types, and what a field says of itself.

Values arrive from YAML as the text the editor typed (see ``generator.read``), so that
``0012``, ``no`` and ``2026-3-5`` are judged here, by the field that expects something,
and never guessed at by YAML.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetJsonSchemaHandler, StringConstraints
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from .likely_values import YEARS, missing_day, suggest_clock, suggest_day, suggest_number, suggest_switch

TIME_ZONE = ZoneInfo("Asia/Shanghai")
"""The one time zone of the product; all its times are naive and mean this one."""


class Record(BaseModel):
    """A group of keys. Frozen; unknown keys are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


def about(title: str, help: str = "", example: Any = None, **constraints: Any) -> Any:
    """A pydantic ``Field`` that speaks to editors: Chinese title, help and an example.

    The field guide, the JSON Schema, the forms and the stubs of ``zoujin new`` all read
    these three.
    """
    return Field(title=title, description=help or None, examples=None if example is None else [example], **constraints)


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a field whose value names something else: an entry's slug or a vocabulary's id.

    ``target`` is a ``Kind`` value (``story``, ``profile`` …) or a vocabulary's name
    (``district``, ``category`` …). ``shape`` is the pattern of its ids, which editors get to
    know; here any line is taken, so that a Chinese name reaches the rules, which know whose it is.
    """

    target: str
    shape: str

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", "pattern": self.shape, "maxLength": 80, "x-ref": self.target}


SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[ T]([0-9]{2}):([0-9]{2}))?")
_CLOCK = re.compile(r"([0-9]{2}):([0-9]{2})")
_NUMBER = re.compile(r"[+-]?(0|[1-9][0-9]*)(\.[0-9]+)?")


def _parse_day(value: Any) -> Any:
    if isinstance(value, str):
        found = _DAY.fullmatch(value.strip())
        if not found:
            raise _date_error(value, "2026-03-05")
        try:
            day = date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            raise _date_error(value, "2026-03-05") from None
        if day.year not in YEARS:
            raise _date_error(value, "2026-03-05", far=True)
        return day
    return value


def _parse_moment(value: Any) -> Any:
    if isinstance(value, str):
        found = _MOMENT.fullmatch(value.strip())
        if not found:
            raise _date_error(value, "2026-03-05 08:30")
        try:
            moment = datetime.combine(date.fromisoformat(found[1]), time(int(found[2] or 0), int(found[3] or 0)))
        except ValueError:
            raise _date_error(value, "2026-03-05 08:30") from None
        if moment.year not in YEARS:
            raise _date_error(value, "2026-03-05 08:30", far=True)
        return moment
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime.combine(value, time())
    return value


def moment_text(moment: datetime) -> str:
    """A moment as it is written: ``2026-03-05 08:30``, a day alone at midnight."""
    return f"{moment:%Y-%m-%d %H:%M}" if moment.time() != time() else f"{moment:%Y-%m-%d}"


def _date_error(text: str, shape: str, *, far: bool = False) -> PydanticCustomError:
    likely = suggest_day(text) or ""
    why = missing_day(text) or ""
    likely = "" if why else likely if ":" in shape else likely[:10]
    context = {"text": text, "shape": shape, "likely": likely, "why": why, "far": far}
    return PydanticCustomError("zoujin_date", "日期“{text}”看不懂", context)


def _parse_clock(value: Any) -> Any:
    if isinstance(value, str):
        found = _CLOCK.fullmatch(value.strip())
        if not found or int(found[1]) > 23 or int(found[2]) > 59:
            context = {"text": value, "likely": suggest_clock(value) or ""}
            raise PydanticCustomError("zoujin_clock", "时间“{text}”看不懂", context)
        return time(int(found[1]), int(found[2]))
    return value


_SWITCH = {"true": True, "false": False, "是": True, "否": False}


def _parse_switch(value: Any) -> Any:
    if isinstance(value, str):
        if value.strip() in _SWITCH:
            return _SWITCH[value.strip()]
        context = {"text": value, "likely": suggest_switch(value) or ""}
        raise PydanticCustomError("zoujin_switch", "“{text}”不是 true 或 false", context)
    return value


def _parse_number(value: Any) -> Any:
    """Refuse what pydantic would take but an editor did not mean: ``1_000``, ``1e3``, `` ``."""
    if isinstance(value, str) and not _NUMBER.fullmatch(value.strip()):
        context = {"text": value, "likely": suggest_number(value) or ""}
        raise PydanticCustomError("zoujin_number", "“{text}”不是数字", context)
    return value


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a value that YAML holds as text looks in the JSON Schema."""

    pattern: str
    editor_type: str = "string"

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": self.editor_type, "pattern": self.pattern}


Day = Annotated[date, BeforeValidator(_parse_day), _Shape(r"^(19|2[01])[0-9]{2}-[0-9]{2}-[0-9]{2}$")]
"""A calendar day, written 2026-03-05."""

Moment = Annotated[
    datetime, BeforeValidator(_parse_moment), _Shape(r"^(19|2[01])[0-9]{2}-[0-9]{2}-[0-9]{2}([ T][0-9]{2}:[0-9]{2})?$")
]
"""A day and, when it matters, a time of day in Asia/Shanghai, written 2026-03-05 08:30. Naive on purpose:
the whole product knows one time zone."""

Clock = Annotated[time, BeforeValidator(_parse_clock), _Shape(r"^[0-9]{2}:[0-9]{2}$")]
"""A time of day, written 08:30."""

MonthDay = Annotated[str, StringConstraints(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")]
"""A day of every year, month first, written 03-05; of the lunar year where a field says so."""

Switch = Annotated[bool, BeforeValidator(_parse_switch)]
"""true or false; YAML 1.1's yes, no, on and off are refused."""

Count = Annotated[int, BeforeValidator(_parse_number), Field(ge=0)]
"""A whole number, not negative."""

Year = Annotated[int, BeforeValidator(_parse_number), Field(ge=1949, le=2100)]
"""A year of the People's Republic."""

Amount = Annotated[float, BeforeValidator(_parse_number), Field(ge=0, allow_inf_nan=False)]
"""A number that may have a fraction, not negative."""

Degrees = Annotated[float, BeforeValidator(_parse_number), Field(ge=-180, le=180, allow_inf_nan=False)]
"""Longitude or latitude in decimal degrees."""

_ONE_LINE = r"^[^\x00-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff]*$"
_CLEAN = r"^[^\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff]*$"
"""Escapes in double quotes can write characters that no page may hold."""

Line = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=_ONE_LINE)]
"""One line of text."""

Headline = Annotated[str, StringConstraints(min_length=1, max_length=80, pattern=_ONE_LINE)]
"""A title: one line, at most 80 characters."""

Name = Annotated[str, StringConstraints(min_length=1, max_length=30, pattern=_ONE_LINE)]
"""What somebody is called: one line, at most 30 characters."""

Summary = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=_CLEAN)]
"""A sentence or two, at most 200 characters."""

Text = Annotated[str, StringConstraints(min_length=1, max_length=2000, pattern=_CLEAN)]
"""A short text, which may run over several lines."""

Slug = Annotated[str, StringConstraints(pattern=rf"^{SLUG.pattern}$", max_length=80)]
"""A name in addresses: small letters, digits and hyphens."""

EntryPath = Annotated[
    str, StringConstraints(pattern=r"^(content/|stories/|stations/|registers/)[a-z0-9/-]+$", max_length=200)
]
"""An entry's id: its folder's path, such as ``stories/2026/bike-repair``."""

Code12 = Annotated[str, StringConstraints(pattern=r"^[0-9]{12}$")]
"""A 12-digit division code (统计用区划代码): 6 county + 3 street + 3 community."""

FileName = Annotated[str, StringConstraints(pattern=r"^[^/\\\x00-\x1f]+$", max_length=120)]
"""The name of a file that lies beside the entry."""

WebAddress = Annotated[str, StringConstraints(pattern=r'^https?://[^\s"<>]+$', max_length=1000)]
"""A full web address."""

Phone = Annotated[str, StringConstraints(pattern=r"^[0-9+()（）\- 转]{5,30}$")]
"""A telephone number as printed, such as 0000-8801234 or 0000-8801234转6."""

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""A file's SHA-256 digest in hexadecimal."""

_ID = rf"^{SLUG.pattern}$"
_SEEN = r"[^\x00-\x1f\x7f-\xa0\xad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufdd0-\ufdef\ufeff\ufffe\uffff]*"
_HAN = r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]"
_ID_OR_NAME = rf"^(?:[\x20-\x7e]+|{_SEEN}{_HAN}{_SEEN})$"
"""An id, right or wrong, or a Chinese name; neither holds blanks and signs that look like others or like nothing."""
_Written = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=_ID_OR_NAME)]

CategoryRef = Annotated[_Written, Ref("category", _ID)]
DistrictRef = Annotated[_Written, Ref("district", _ID)]
StreetRef = Annotated[_Written, Ref("street", _ID)]
CommunityRef = Annotated[_Written, Ref("community", r"^[0-9]{12}$")]
OrganisationRef = Annotated[_Written, Ref("organisation", _ID)]
HonourRef = Annotated[_Written, Ref("honour", _ID)]
StationKindRef = Annotated[_Written, Ref("station-kind", _ID)]
StationRef = Annotated[_Written, Ref("station", _ID)]
ProfileRef = Annotated[_Written, Ref("profile", _ID)]
CampaignRef = Annotated[_Written, Ref("campaign", _ID)]
ActivityRef = Annotated[_Written, Ref("activity", _ID)]
StoryRef = Annotated[_Written, Ref("story", _ID)]
ReviewerRef = Annotated[_Written, Ref("reviewer", _ID)]
