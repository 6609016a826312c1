"""The root of trust: who may review what, in states of which each is signed by two chiefs of the one before.

A state holds the policy and the people as text, line by line, and the chiefs with their keys. A change to
``content/review/`` counts from the state on that two chiefs have approved; until then the state before it does. So
nobody can switch reviews off, or let somebody in, alone. The form is described in ``docs/review.md``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Annotated, Any, Literal, NamedTuple, TypeVar

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, StringConstraints, ValidationError

from generator.model.canonical import canonical_json, canonical_text
from generator.model.fields import TIME_ZONE, Day, Moment, Name, Sha256, Slug, moment_text
from generator.model.review_stages import ReviewMode
from generator.model.reviewing import Reviewer, ReviewKey

from .people import Staff

NAMESPACE = "zoujin-root"
"""The namespace of chiefs' signatures: one on a story is none on a root."""

NEEDED = 2
"""So many chiefs sign a state."""

_MAX_BYTES = 2_000_000
_NAME_DIGITS = 32
_SIGNED_TIME = r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ChiefKey(_Part):
    """A public key without its comment."""

    key: Annotated[str, StringConstraints(pattern=r"^[a-z0-9@.-]+ [A-Za-z0-9+/]+={0,2}$", max_length=1000)]
    since: Day | None = None
    until: Annotated[Moment, PlainSerializer(moment_text)] | None = None


class Chief(_Part):
    """Somebody who may sign the next state."""

    id: Slug
    name: Name
    keys: tuple[ChiefKey, ...] = ()


class RootState(_Part):
    """Policy and people as they were at one time. ``follows`` are the hashes of the states it takes the place of:
    none for the first, several where it heals a fork. ``sealed`` is the hash of a list of records from the time before
    signatures. It says neither when nor by whom: two who sign the same make one file."""

    format: Literal["zoujin-root-1"]
    version: Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]{0,5}$")]
    mode: ReviewMode
    policy: tuple[str, ...]
    people: tuple[str, ...]
    chiefs: tuple[Chief, ...]
    follows: Annotated[tuple[Sha256, ...], Field(max_length=10)] = ()
    sealed: Sha256 | None = None

    @property
    def number(self) -> int:
        """Which state it is, from 1."""
        return int(self.version)

    @property
    def staff(self) -> Staff:
        """The chiefs, so that two ids of one person are known as one."""
        return Staff({
            chief.id: Reviewer(
                id=chief.id, name=chief.name,
                keys=tuple(ReviewKey.model_construct(key=key.key, since=key.since, until=key.until, lost=False)
                           for key in chief.keys),
            )
            for chief in self.chiefs
        })  # fmt: skip

    @property
    def is_keyed(self) -> bool:
        """Whether two different chiefs have keys, so that only signatures count."""
        staff = self.staff
        return len({staff.person(chief.id) for chief in self.chiefs if chief.keys}) >= NEEDED


class Approval(_Part):
    """A chief's word on a state. ``signature`` is over the canonical JSON of all the rest."""

    format: Literal["zoujin-root-approval-1"]
    root: Sha256
    signer: Slug
    signer_name: Name
    time: Annotated[str, StringConstraints(pattern=_SIGNED_TIME)]
    signature: Annotated[str, StringConstraints(max_length=4000)] | None = None

    @property
    def moment(self) -> datetime:
        """When, as the signer says: a naive time in Asia/Shanghai."""
        return datetime.fromisoformat(self.time).astimezone(TIME_ZONE).replace(tzinfo=None)


@dataclass(frozen=True, slots=True)
class FiledState:
    """A state as found, and the hash by which it is known: its fingerprint."""

    state: RootState
    hash: str
    file: str = ""


@dataclass(frozen=True, slots=True)
class FiledApproval:
    """An approval as found, and the bytes that its signature is over."""

    approval: Approval
    signed: bytes
    file: str = ""


class BadRoot(Exception):
    """A file is neither a state nor an approval; the message is Chinese and says why."""


class Covered(NamedTuple):
    """What a state is about: the lines of the two files; no lines for a file that is not there."""

    policy: tuple[str, ...]
    people: tuple[str, ...]


def covered(policy: bytes | None, people: bytes | None) -> Covered:
    """The two files as a state holds them: line ends, composition and byte order marks do not count."""
    return Covered(_lines(policy), _lines(people))


def next_state(
    now: Covered,
    mode: ReviewMode,
    reviewers: Mapping[str, Reviewer],
    before: Sequence[FiledState],
    sealed: str | None = None,
) -> RootState:
    """The state that would take the place of those ``before``; ``sealed`` is the hash of a list of records."""
    chiefs = tuple(
        Chief(
            id=person.id,
            name=person.name,
            keys=tuple(
                ChiefKey(key=" ".join(key.key.split()[:2]), since=key.since, until=key.until)
                for key in person.keys
                if not key.lost
            ),
        )
        for person in reviewers.values()
        if person.chief
    )
    return RootState(
        format="zoujin-root-1",
        version=str(1 + max((item.state.number for item in before), default=0)),
        mode=mode,
        policy=now.policy,
        people=now.people,
        chiefs=chiefs,
        follows=tuple(sorted(item.hash for item in before)),
        sealed=sealed,
    )


def values_of(part: RootState | Approval) -> dict[str, Any]:
    """What stands in the file, without keys that say nothing."""
    return part.model_dump(mode="json", exclude_none=True, exclude_defaults=True)


def filed_state(state: RootState) -> FiledState:
    """A state that was just made, with the name of its file."""
    hash = sha256(canonical_json(values_of(state))).hexdigest()
    return FiledState(state, hash, f"{state.number:04}-{hash[:_NAME_DIGITS]}.json")


def filed_approval(approval: Approval) -> FiledApproval:
    """An approval that was just made, with the name of its file."""
    values = values_of(approval)
    values.pop("signature", None)
    signed = canonical_json(values)
    digest = sha256(signed).hexdigest()[:_NAME_DIGITS]
    return FiledApproval(approval, signed, f"{approval.root[:12]}-{approval.signer}-{digest}.json")


def root_text(part: RootState | Approval) -> str:
    """The file: JSON that a person can read, the people and the policy line by line."""
    return json.dumps(values_of(part), ensure_ascii=False, indent=1) + "\n"


def parse_root(name: str, data: bytes) -> FiledState | FiledApproval:
    """The state or approval in a file called ``name``.

    Raises:
        BadRoot: too large, no JSON, keys missing or too many, or not the content its name promises.
    """
    values, signed, hash = named_values(name, data, _MAX_BYTES)
    try:
        if values.get("format") == "zoujin-root-1":
            return FiledState(RootState.model_validate(values), hash, name)
        approval = Approval.model_validate(values)
        _ = approval.moment
    except ValidationError:
        raise BadRoot("缺少应有的内容") from None
    except (ValueError, RecursionError):
        raise BadRoot("含有不能用的字符") from None
    return FiledApproval(approval, signed, name)


def named_values(name: str, data: bytes, most: int) -> tuple[dict[str, Any], bytes, str]:
    """What stands in a file whose name ends in its digest: the values, their canonical form without a signature, and its
    hash. ``most`` is the size in bytes.

    Raises:
        BadRoot: too large, no JSON, or not the content its name promises.
    """
    if len(data) > most:
        raise BadRoot("文件太大")
    try:
        values = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_once)
    except (ValueError, RecursionError):
        raise BadRoot("内容不是完整的 JSON，可能被改动、截断或有合并冲突的标记") from None
    if not isinstance(values, dict):
        raise BadRoot("内容不是根的一版，也不是签字")
    is_approval = values.get("format") == "zoujin-root-approval-1"
    try:
        signed = canonical_json({key: value for key, value in values.items() if not is_approval or key != "signature"})
    except (ValueError, RecursionError):
        raise BadRoot("含有不能用的字符") from None
    hash = sha256(signed).hexdigest()
    if not name.endswith(f"-{hash[:_NAME_DIGITS]}.json"):
        raise BadRoot("内容和文件名里的摘要对不上：写下之后被人改过")
    return values, signed, hash


def _lines(data: bytes | None) -> tuple[str, ...]:
    return () if data is None else tuple(canonical_text(data).decode("utf-8", "replace").split("\n"))


_Value = TypeVar("_Value")


def _once(pairs: list[tuple[str, _Value]]) -> dict[str, _Value]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands there twice")
    return found
