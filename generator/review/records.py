"""Review records: one decision about one version of an entry, in a file of its own that never changes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import ConfigDict, Field, StringConstraints, ValidationError, model_validator

from generator.model.canonical import bundle_digest, canonical_json
from generator.model.fields import EntryPath, Line, Name, Record, Sha256, Slug, Text
from generator.model.register_sheet import SHEETS
from generator.model.review_stages import ReviewMode, Stage

FORMAT = "zoujin-review-1"
NAMESPACE = "zoujin-review"
"""The namespace of SSH signatures: one made for something else is none here."""

MAX_RECORD_BYTES = 200_000
"""A record has about 2 KB; one that lists 500 pictures 100 KB."""

_NAME_DIGITS = 32


class Decision(StrEnum):
    """What somebody decided."""

    SUBMIT = "submit"
    PASS = "pass"
    RETURN = "return"
    ISSUE = "issue"
    WITHDRAW = "withdraw"
    RESTORE = "restore"

    @property
    def label(self) -> str:
        """Its Chinese name."""
        return {
            "submit": "送审",
            "pass": "通过",
            "return": "退回修改",
            "issue": "签发",
            "withdraw": "撤稿",
            "restore": "恢复发布",
        }[self.value]


WITH_FILES = (Decision.SUBMIT, Decision.PASS, Decision.ISSUE)
"""Decisions about a version, which say where it can be found."""


class _Part(Record):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=False)


class FileLocator(_Part):
    """A file of the version: its canonical digest, and the Git blob in which it can be found again."""

    name: Annotated[str, StringConstraints(pattern=r"^[^/\\\x00-\x1f]+$", max_length=200)]
    sha256: Sha256
    blob: Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{40}|[0-9a-f]{64})$")]


class Located(NamedTuple):
    """The same as a plain value, which is kept by the thousand."""

    name: str
    sha256: str
    blob: str


class OnPaper(_Part):
    """代录: somebody agreed on paper or by phone, and the signer of the record says so. Never a personal signature."""

    approver: Slug
    approver_name: Name
    form: Line
    scan: Sha256 | None = None


class ReviewRecord(_Part):
    """A record's content. ``signature`` is over the canonical JSON of all the rest."""

    format: Literal["zoujin-review-1"]
    entry: EntryPath
    content: Sha256
    files: tuple[FileLocator, ...] = ()
    decision: Decision
    stages: tuple[Stage, ...] = ()
    remarks: Text | None = None
    signer: Slug
    signer_name: Name
    deputy_for: Slug | None = None
    on_paper: OnPaper | None = None
    time: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$")]
    follows: Annotated[tuple[Sha256, ...], Field(max_length=100)] = ()
    mode: Literal[ReviewMode.REGISTERED, ReviewMode.SIGNED]
    signature: Annotated[str, StringConstraints(max_length=4000)] | None = None

    @model_validator(mode="after")
    def _holds_together(self) -> ReviewRecord:
        datetime.fromisoformat(self.time)
        if self.files and not self.entry.startswith(("stations/", SHEETS)):
            named = tuple((file.name, file.sha256) for file in self.files)
            if len(dict(named)) != len(named) or _bundle(named) != self.content:
                raise ValueError("the list of files is not the content")
        if self.decision in WITH_FILES and not self.files:
            raise ValueError("nobody could find again what was reviewed")
        if (self.decision in (Decision.PASS, Decision.ISSUE)) != bool(self.stages):
            raise ValueError("stages belong to what is passed")
        return self

    @property
    def located(self) -> tuple[Located, ...]:
        """Where the version's files are."""
        return tuple(Located(file.name, file.sha256, file.blob) for file in self.files)

    @property
    def moment(self) -> datetime:
        """When, as the signer says: a naive time in Asia/Shanghai."""
        return datetime.fromisoformat(self.time[:19])

    @property
    def person(self) -> str:
        """Who decided: the one on whose behalf a clerk wrote, else the signer."""
        return self.on_paper.approver if self.on_paper else self.signer


@dataclass(frozen=True, slots=True)
class Filed:
    """A record as found: its ``hash``, and the bytes that its signature is over."""

    record: ReviewRecord
    hash: str
    signed: bytes
    file: str = ""


@lru_cache(maxsize=100)
def _bundle(files: tuple[tuple[str, str], ...]) -> str:
    """The digest of a version: all its records name the same files."""
    return bundle_digest(dict(files))


class BadRecord(Exception):
    """A file is no record; the message is Chinese and says why."""


def record_values(record: ReviewRecord) -> dict[str, Any]:
    """What stands in the file, without keys that say nothing."""
    return record.model_dump(mode="json", exclude_none=True, exclude_defaults=True)


def filed(record: ReviewRecord, file: str = "") -> Filed:
    """A record that was just made."""
    values = record_values(record)
    values.pop("signature", None)
    signed = canonical_json(values)
    return Filed(record, sha256(signed).hexdigest(), signed, file)


def file_name(record: ReviewRecord) -> str:
    """The name of a record's file: when and what for people, and the digest, so that two branches never collide."""
    when = record.time[:19].replace("-", "").replace(":", "").replace("T", "-")
    what = record.stages[0].value if record.stages else record.decision.value
    return f"{when}-{what}-{filed(record).hash[:_NAME_DIGITS]}.json"


def file_text(record: ReviewRecord) -> str:
    """A record's file: JSON that a person can read."""
    return json.dumps(record_values(record), ensure_ascii=False, indent=1) + "\n"


def parse_record(name: str, data: bytes) -> Filed:
    """The record in a file called ``name``.

    Raises:
        BadRecord: too large, no JSON, keys missing or too many, or not the content its name promises.
    """
    if len(data) > MAX_RECORD_BYTES:
        raise BadRecord("文件太大，不是审核记录")
    try:
        values = _DECODER.decode(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise BadRecord("内容不是完整的 JSON，可能被改动、截断或有合并冲突的标记") from None
    if not isinstance(values, dict):
        raise BadRecord("内容不是一条审核记录")
    content = {key: value for key, value in values.items() if key != "signature"}
    try:
        signed = canonical_json(content)
        hash = sha256(signed).hexdigest()
        if not name.endswith(f"-{hash[:_NAME_DIGITS]}.json"):
            raise BadRecord("内容和文件名里的摘要对不上：写下之后被人改过")
        record = ReviewRecord.model_validate(values)
    except ValidationError:
        raise BadRecord("缺少审核记录应有的内容，或自相矛盾") from None
    except (ValueError, RecursionError):
        raise BadRecord("含有不能用的字符") from None
    return Filed(record, hash, signed, name)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuses a key that stands there twice: of two readers each could believe another one."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands there twice")
    return found


_DECODER = json.JSONDecoder(object_pairs_hook=_once)
