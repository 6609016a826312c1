"""Public keys come into ``people.yaml`` and end there; every other byte of the file stays where it was."""

from __future__ import annotations

from base64 import b64decode, b64encode
from binascii import Error
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator.model.fields import moment_text
from generator.model.reviewing import PEOPLE_FILE, Reviewer, ReviewKey
from generator.tables.changes import FieldChange, RecordChange, TableChange
from generator.tables.sheets import Table
from generator.tables.yaml_mapping import NotEdited
from generator.tables.yaml_rows import edit_rows

from .refused import Refused
from .yaml_files import by_hand, load_yaml, replace_files

_PRIVATE = "PRIVATE KEY-----"


@dataclass(frozen=True)
class Registered:
    """Whose key it is and its fingerprint, as ``ssh-keygen -l`` shows it."""

    name: str
    fingerprint: str


def public_key(given: str) -> str:
    """The public key in a file, or written out: its line.

    Raises:
        Refused: it is a private key, or none that signs reviews.
    """
    text = given.strip()
    if not text.startswith(("ssh-", "sk-")):
        try:
            text = Path(given).expanduser().read_text(encoding="utf-8").strip()
        except (OSError, ValueError):
            raise Refused(f"{given} 打不开，也不是公钥。公钥在 .pub 文件里，以 ssh-ed25519 开头。") from None
    if _PRIVATE in text:
        raise Refused("这是私钥，只能留在本人的电脑上，不能登记，也不能发给别人。要的是旁边 .pub 文件里的公钥。")
    line = " ".join(text.split())
    try:
        ReviewKey.model_validate({"key": line})
        b64decode(line.split()[1], validate=True)
    except (ValidationError, Error, ValueError):
        raise Refused("这不是能用的公钥：要 Ed25519 或硬件密钥（sk-），一行。用 zoujin key new 生成。") from None
    return line


def fingerprint(key: str) -> str:
    """A key's fingerprint, as ``ssh-keygen -l`` shows it; "" for one that is none."""
    try:
        digest = sha256(b64decode(key.split()[1], validate=True)).digest()
    except (Error, ValueError, IndexError):
        return ""
    return "SHA256:" + b64encode(digest).decode().rstrip("=")


def add_key(root: Path, person: str, line: str, since: date | None) -> Registered:
    """Register a key of a person (id or name).

    Raises:
        Refused: there is no such person, the key is somebody's already, or the file cannot be changed safely.
    """
    rows = _rows(root)
    row = _row(rows, person)
    body = line.split()[:2]
    for other in rows:
        if any(str(key.get("key", "")).split()[:2] == body for key in _keys(other)):
            raise Refused(f"这把公钥已经登记在{other.get('name')}名下。每人用自己的密钥。")
    fresh = {"key": line, **({"since": f"{since:%Y-%m-%d}"} if since else {})}
    _write(root, row, [*_keys(row), fresh])
    return Registered(str(row["name"]), fingerprint(line))


def revoke_key(root: Path, person: str, which: str, *, lost: bool, until: datetime) -> Registered:
    """End a key: ``lost`` voids all that it signed, else it is not good from the moment ``until`` on.

    ``which`` is a part of its line or fingerprint, "" when she has one key only.

    Raises:
        Refused: there is no such person or key, or the file cannot be changed safely.
    """
    row = _row(_rows(root), person)
    keys = _keys(row)
    found = [
        number
        for number, key in enumerate(keys)
        if (which and (which in str(key.get("key")) or which in fingerprint(str(key.get("key")))))
        or (not which and key.get("lost") != "true" and "until" not in key)
    ]
    if len(found) != 1:
        listed = "、".join(fingerprint(str(key.get("key"))) for key in keys) or "一把也没有"
        raise Refused(f"不知道是{row['name']}的哪一把密钥，用 --which 写上指纹里的一段。登记的有：{listed}。")
    ended = keys[found[0]] | ({"lost": "true"} if lost else {"until": moment_text(until)})
    keys[found[0]] = ended
    _write(root, row, keys)
    return Registered(str(row["name"]), fingerprint(str(ended["key"])))


def _rows(root: Path) -> list[dict[str, Any]]:
    rows = load_yaml(root, PEOPLE_FILE).data or []
    if not isinstance(rows, list) or not all(isinstance(row, dict) and row.get("id") for row in rows):
        raise Refused(f"{PEOPLE_FILE} 里有的行没有编号。先运行 zoujin check，改好再试。")
    return rows


def _row(rows: Sequence[dict[str, Any]], person: str) -> dict[str, Any]:
    found = [row for row in rows if str(row["id"]) == person] or [row for row in rows if row.get("name") == person]
    if len(found) != 1:
        known = "、".join(f"{row.get('name')}（{row['id']}）" for row in rows[:8])
        raise Refused(
            f"{PEOPLE_FILE} 里没有“{person}”，或不止一位。先把人写进名单，再登记密钥。名单里有：{known or '还没有人'}。"
        )
    return found[0]


def _keys(row: dict[str, Any]) -> list[dict[str, Any]]:
    keys = row.get("keys") or []
    return [dict(key) for key in keys if isinstance(key, dict)] if isinstance(keys, list) else []


def _write(root: Path, row: dict[str, Any], keys: list[dict[str, Any]]) -> None:
    file = load_yaml(root, PEOPLE_FILE)
    change = FieldChange(("keys",), "密钥", "", "", keys)
    table = Table("reviewers", "审核人员", PEOPLE_FILE, "id", Reviewer, ())
    record = RecordChange(str(row["id"]), str(row.get("name")), (change,))
    try:
        text = edit_rows(file.text, TableChange(table, changed=(record,)))
    except NotEdited:
        raise by_hand(PEOPLE_FILE) from None
    replace_files(root, {PEOPLE_FILE: file.with_text(text)}, [file])
