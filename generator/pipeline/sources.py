"""The text of a source file, for showing an excerpt beside a diagnostic."""

from __future__ import annotations

from pathlib import Path

from generator.read.source import Unreadable, read_source


def read_text(root: Path, path: str) -> str | None:
    """The decoded text of ``path`` below ``root``; None when it cannot be read."""
    try:
        return read_source(root, path).text
    except Unreadable:
        return None
