"""The canonical digest of every bundle, worked out again only for what changed."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from generator.model.canonical import bundle_digest, canonical_text, file_digest
from generator.model.review_stages import Sensitive
from generator.model.reviewing import Policy
from generator.read.cache_file import load_cached, save_cached
from generator.read.misplaced import INDEX
from generator.read.tree import Bundle
from generator.review.requirements import sensitive_words

from .project import Project, program_version
from .reading import Survey

_Stat = tuple[int, int]


class Content(NamedTuple):
    """A bundle's digest, those of its files by name, and the kinds of sensitive words in its text."""

    digest: str
    files: Mapping[str, str]
    words: frozenset[Sensitive]


class _Kept(NamedTuple):
    signature: str
    content: Content
    stats: Mapping[str, _Stat]


def content_digests(project: Project, found: Survey, policy: Policy, *, trust_cache: bool = True) -> dict[str, Content]:
    """By entry id. What cannot be read now is not in it; reading it says why."""
    words = repr(policy.words)
    version = program_version() + blake2b(words.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    path = project.cache / "contents.pickle"
    loaded = load_cached(path, version) if trust_cache else None
    known: dict[str, _Kept] = loaded if isinstance(loaded, dict) else {}
    kept: dict[str, _Kept] = {}
    changed = False
    for bundle in found.tree.bundles.values():
        signature = found.signatures[bundle.id]
        before = known.get(bundle.id)
        if before is not None and signature and before.signature == signature:
            kept[bundle.id] = before
            continue
        changed = True
        try:
            kept[bundle.id] = _digest(project.root, bundle, signature, before, policy)
        except OSError:
            continue
    if changed or len(kept) != len(known):
        save_cached(path, version, kept)
    return {id: item.content for id, item in kept.items()}


def _digest(root: Path, bundle: Bundle, signature: str, before: _Kept | None, policy: Policy) -> _Kept:
    files: dict[str, str] = {}
    stats: dict[str, _Stat] = {}
    words: frozenset[Sensitive] = frozenset()
    for file in bundle.files:
        name = unicodedata.normalize("NFC", file.name)
        stat = file.size, file.mtime_ns
        stats[name] = stat
        if before is not None and before.signature and before.stats.get(name) == stat and file.name != INDEX:
            files[name] = before.content.files[name]
            continue
        data = (root / bundle.id / file.name).read_bytes()
        files[name] = file_digest(file.name, data)
        if file.name == INDEX and policy.words:
            words = sensitive_words(canonical_text(data).decode("utf-8", "replace"), policy)
    return _Kept(signature, Content(bundle_digest(files), files, words), stats)
