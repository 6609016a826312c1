"""A name for a problem that stays the same when lines are added above it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from generator.model.diagnostic import Diagnostic


def fingerprinted(ordered: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, str]]:
    """Each diagnostic with its fingerprint (64 hex digits): of file, rule and words, and which of several alike it is."""
    alike: Counter[tuple[str, str, str]] = Counter()
    for diagnostic in ordered:
        key = (diagnostic.path, diagnostic.rule, diagnostic.message)
        digest = sha256("\0".join((*key, str(alike[key]))).encode("utf-8", "surrogatepass")).hexdigest()
        alike[key] += 1
        yield diagnostic, digest
