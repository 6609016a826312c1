"""What stands in a form that a browser sent."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import HTTP
from hashlib import sha256
from urllib.parse import parse_qsl

SCAN = "scan"
"""The field with a scanned page. Of it the digest is kept and nothing else; its text is never what somebody typed."""
_MOST_FIELDS = 3000


def plain_form(body: bytes) -> dict[str, str] | None:
    """The fields of a usual form; None for one that is none, or has too many."""
    try:
        fields = parse_qsl(body.decode("ascii"), keep_blank_values=True, max_num_fields=_MOST_FIELDS, errors="strict")
    except ValueError:
        return None
    return {name: _text(value) for name, value in fields if name != SCAN}


def form_with_file(kind: str, body: bytes) -> dict[str, str] | None:
    """The fields of a form with a file, in whose place its digest stands. ``kind`` is the header ``Content-Type``."""
    if not kind.isascii() or any(sign in kind for sign in "\r\n"):
        return None
    parts = message_from_bytes(f"Content-Type: {kind}\r\n\r\n".encode() + body, policy=HTTP)
    if not parts.is_multipart() or parts.defects:
        return None
    found: dict[str, str] = {}
    for part in parts.iter_parts():
        name, content = part.get_param("name", header="content-disposition"), part.get_payload(decode=True)
        if not isinstance(name, str) or not isinstance(content, bytes) or len(found) >= _MOST_FIELDS:
            return None
        try:
            if name != SCAN:
                found[name] = _text(content.decode("utf-8"))
            elif content:
                found[SCAN] = sha256(content).hexdigest()
        except UnicodeDecodeError:
            return None
    return found


def _text(value: str) -> str:
    return value.replace("\r\n", "\n")
