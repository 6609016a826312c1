"""What of an entry is only wording, and what decides where the entry stands."""

from __future__ import annotations

from hashlib import blake2b

from pydantic import BaseModel

from .body import Outline

WORDING = frozenset(
    {
        *("title", "subtitle", "summary", "byline", "one_line", "quotation", "timeline", "theme", "video", "photos"),
        *("cover", "submission"),
    }
)
"""Metadata that is shown, but on which no list, order or relation depends. ``generator.derive`` reads none of it
(a test sees to that), so that a change of words leaves everything in its place."""


def frame_digest(meta: BaseModel, outline: Outline) -> str:
    """A hex digest of all that may decide where an entry stands: its metadata but the wording, its cards of others."""
    frame = meta.model_dump_json(exclude=set(WORDING))
    cards = " ".join(f"{mention.kind}:{mention.slug}" for mention in outline.mentions)
    return blake2b(f"{frame}\0{cards}".encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
