"""Labels of AI-made content in a file's metadata: found, kept, never lost.

Two kinds are known.

* IPTC's *digital source type*, in XMP or in a C2PA manifest: a term of
  https://cv.iptc.org/newscodes/digitalsourcetype/.
* China's implicit label (GB 45438-2025, in force since 2025-09-01, appendix E): a JSON object with ``Label``
  ("1" made by AI, "2" perhaps, "3" suspected), ``ContentProducer``, ``ProduceID``, ``ReservedCode1``,
  ``ContentPropagator``, ``PropagateID``, ``ReservedCode2``. The practice guide TC260-PG-20258A puts it into XMP as
  ``TC260:AIGC`` (namespace ``http://www.tc260.org.cn/ns/AIGC/1.0/``), into EXIF ``UserComment``, or into a
  PNG text or private chunk named ``AIGC``.

The bytes are searched whatever the container: generators put the label in all these places, and a search finds
it in JPEG, PNG, WebP, TIFF, HEIF and AVIF alike.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

SOURCE_TYPES = ("trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia", "compositeSynthetic")
"""Digital source types that say AI took part; the first found in this order is kept."""

FIELDS = ("Label", "ContentProducer", "ProduceID", "ReservedCode1", "ContentPropagator", "PropagateID", "ReservedCode2")

_CODES = ("utf-8", "utf-16-le", "utf-16-be")
"""EXIF's ``UserComment`` may be UTF-16, in either order."""

_KEYS = ("AIGC", "ContentProducer")

WORDS = frozenset([*(term.encode() for term in SOURCE_TYPES), *(key.encode(code) for key in _KEYS for code in _CODES)])
"""A file without any of these words has no label (compressed PNG texts apart)."""

BEFORE, AFTER = 2_048, 16_384
"""Bytes read around the word AIGC; a label is some hundred bytes long."""

MOST_PLACES = 32
"""Places looked at in one file, so that a file full of the word costs no minutes."""

_JSON = json.JSONDecoder()
_ELEMENT = re.compile(r"<(\w+):AIGC\b[^>]*>(.*?)</\1:AIGC\s*>", re.DOTALL)
_ATTRIBUTE = re.compile(r"""\w+:AIGC\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.DOTALL)
_PART = re.compile(rf"""(?<![/\w])\w+:({"|".join(FIELDS)})(?:\s*=\s*["']([^"']*)["']|[^>]*>([^<]*)<)""")


@dataclass(frozen=True, slots=True)
class AiLabel:
    """``source_type`` is a term of :data:`SOURCE_TYPES`, ``aigc`` the national label as one line of JSON; "" when absent."""

    source_type: str = ""
    aigc: str = ""

    def __bool__(self) -> bool:
        return bool(self.source_type or self.aigc)

    def __str__(self) -> str:
        """One line each, as ``PhotoFile.ai_label`` holds it; :meth:`parse` reads it back."""
        return "\n".join(part for part in (self.source_type, self.aigc) if part)

    @classmethod
    def parse(cls, text: str) -> AiLabel:
        """The label that :meth:`__str__` wrote."""
        lines = text.split("\n") if text else []
        source_type = lines.pop(0) if lines and lines[0] in SOURCE_TYPES else ""
        return cls(source_type, lines[0] if lines else "")


def find_label(data: bytes, texts: Iterable[tuple[str, bytes]] = ()) -> AiLabel:
    """The label in ``data`` (a file's bytes) or in ``texts`` (keyword and text of PNG chunks). Never raises."""
    named = list(texts)
    places = [data, *(text for _, text in named)]
    source_type = next((term for term in SOURCE_TYPES if any(term.encode() in place for place in places)), "")
    aigc = next((label for place in places for label in _aigc_labels(place)), "")
    if not aigc:
        # A chunk named AIGC is a label even when nobody can read it.
        aigc = next((_line(text.decode("utf-8", "replace")) for keyword, text in named if keyword == "AIGC"), "")
    return AiLabel(source_type, aigc)


def _aigc_labels(data: bytes) -> Iterator[str]:
    for key in _KEYS:
        for code in _CODES:
            word = key.encode(code)
            at = -1
            for _ in range(MOST_PLACES):
                at = data.find(word, at + 1)
                if at < 0:
                    break
                # An even distance before the word keeps UTF-16 in step.
                text = data[max(at % 2, at - BEFORE) : at + AFTER].decode(code, "replace")
                if label := _in_json(html.unescape(text)) or _in_json(text.replace('\\"', '"')) or _in_xmp(text):
                    yield label


def _in_json(text: str) -> str:
    """The first JSON object that has the label's fields, alone or under the key ``AIGC``."""
    for brace in list(re.finditer(r'\{\s*"', text))[:MOST_PLACES]:
        try:
            value, _ = _JSON.raw_decode(text, brace.start())
        except (ValueError, RecursionError):
            continue
        if isinstance(value, dict) and isinstance(value.get("AIGC"), dict):
            value = value["AIGC"]
        if isinstance(value, dict) and "Label" in value and len(value.keys() & set(FIELDS)) >= 2:
            return _packed(value)
    return ""


def _in_xmp(text: str) -> str:
    """The label of an XMP packet that holds no JSON: spelt out field by field, or in words of its own."""
    if "tc260.org.cn/ns/AIGC" not in text:
        return ""
    element, attribute = _ELEMENT.search(text), _ATTRIBUTE.search(text)
    content = element[2] if element else (attribute[1] or attribute[2] or "") if attribute else ""
    if parts := _PART.findall(content):
        fields = {name: html.unescape(quoted or inner).strip() for name, quoted, inner in parts}
        return _packed(fields)
    return _line(html.unescape(re.sub(r"<[^>]*>", " ", content)))


def _packed(label: dict[str, Any]) -> str:
    """One line of JSON; half surrogate pairs, which no file can hold, become question marks."""
    return json.dumps(label, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace").decode()


def _line(text: str) -> str:
    """Printable and on one line."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())[:4_096]
