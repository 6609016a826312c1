"""Where a link leads: into the site, out of it, or to a place we do not link to."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum
from urllib.parse import unquote_to_bytes

from .noise import tidy

INTERNAL_SCHEME = "zoujin"
"""Marks, in the HTML of a body, a link whose address only the page knows."""

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
_WEB = re.compile(r"https?://[^\s/?#\\]+", re.IGNORECASE)
_DIRECT = re.compile(r"(?:mailto|tel):[^\s]", re.IGNORECASE)
_OTHER_HOST = re.compile(r"[\\/]{2}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_ESCAPES = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
# Decoded, these would change what the target means.
_KEPT_ESCAPED = frozenset("#?%/\\:")
_UNSAFE = {ord(character): f"%{ord(character):02X}" for character in ' "<>\\^`{|}'}


class Kind(Enum):
    """What may be done with a destination."""

    INTERNAL = "internal"
    EXTERNAL = "external"
    DIRECT = "direct"
    """A mail address or a telephone number."""
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class Destination:
    """``target`` is the address to print for links out of the site, else the place inside in plain Unicode."""

    kind: Kind
    target: str


def destination(raw: str) -> Destination:
    """Judge a destination as the parser gives it (character references and backslashes resolved)."""
    # Browsers drop tabs and line feeds inside an address: a control character is never honest.
    if _CONTROL.search(raw.strip()):
        return Destination(Kind.FORBIDDEN, "")
    target = tidy(raw).strip()
    if _SCHEME.match(target):
        if _WEB.match(target):
            return Destination(Kind.EXTERNAL, target.translate(_UNSAFE))
        if _DIRECT.match(target):
            return Destination(Kind.DIRECT, target.translate(_UNSAFE))
        return Destination(Kind.FORBIDDEN, "")
    if _OTHER_HOST.match(target):
        return Destination(Kind.FORBIDDEN, "")
    return Destination(Kind.INTERNAL, plain(target))


def plain(target: str) -> str:
    """A target with percent escapes decoded (but for those with a meaning of their own), in composed Unicode."""
    if "%" in target:
        target = _ESCAPES.sub(_decode, target)
    return unicodedata.normalize("NFC", target)


def _decode(match: re.Match[str]) -> str:
    try:
        text = unquote_to_bytes(match[0]).decode()
    except UnicodeDecodeError:
        return match[0]
    return "".join(
        "".join(f"%{byte:02X}" for byte in character.encode())
        if character in _KEPT_ESCAPED or not (character.isprintable() or character == "\u3000")
        else character
        for character in text
    )
