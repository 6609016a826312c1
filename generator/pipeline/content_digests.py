"""The canonical digest of a bundle, worked out when it is asked for; photos again only when they changed."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from generator.model.canonical import bundle_digest, canonical_text, file_digest, is_text
from generator.model.review_stages import Sensitive
from generator.model.reviewing import Policy
from generator.read.cache_file import load_cached, save_cached
from generator.read.misplaced import INDEX
from generator.read.tree import Bundle
from generator.review.requirements import sensitive_words

from .project import Project, program_version
from .survey import Survey

_Stat = tuple[int, int]


class Content(NamedTuple):
    """A bundle's digest, those of its files by name, and the kinds of sensitive words in its text."""

    digest: str
    files: Mapping[str, str]
    words: frozenset[Sensitive]


class KeptFile(NamedTuple):
    """A file's digest, and what tells that it is the same file still."""

    stat: _Stat
    digest: str


Kept = dict[str, dict[str, KeptFile]]
"""By entry id and file name: photos and other files that take long to digest. A text is digested again each time."""


class Contents:
    """What the bundles hold that a survey ``found``, by the policy that counts."""

    def __init__(self, project: Project, found: Survey, policy: Policy, *, trust_cache: bool = True) -> None:
        self.project = project
        self.policy = policy
        self._found = found
        self._trust_cache = trust_cache
        self._made: dict[str, Content | None] = {}
        self.fresh: Kept = {}

    def of(self, entry_id: str) -> Content | None:
        """A bundle's content; None when there is none, or it cannot be read now: reading it says why."""
        if entry_id not in self._made:
            bundle = self._found.tree.bundles.get(entry_id)
            try:
                self._made[entry_id] = self._digest(bundle) if bundle is not None else None
            except OSError:
                self._made[entry_id] = None
        return self._made[entry_id]

    def keep(self, fresh: Kept) -> None:
        """Remember the files that were digested for the next time."""
        if fresh:
            kept = {id: files for id, files in self._known.items() if id in self._found.tree.bundles}
            save_cached(self._path, self._version, kept | fresh)

    @cached_property
    def _known(self) -> Kept:
        loaded = load_cached(self._path, self._version) if self._trust_cache else None
        return loaded if isinstance(loaded, dict) else {}

    @cached_property
    def _version(self) -> str:
        words = repr(self.policy.words).encode("utf-8", "surrogatepass")
        return program_version() + blake2b(words, digest_size=16).hexdigest()

    @property
    def _path(self) -> Path:
        return self.project.cache / "contents.pickle"

    def _digest(self, bundle: Bundle) -> Content:
        files: dict[str, str] = {}
        words: frozenset[Sensitive] = frozenset()
        is_settled = bool(self._found.signatures.get(bundle.id))
        kept: dict[str, KeptFile] = {}
        known: Mapping[str, KeptFile] | None = None
        for file in bundle.files:
            name = unicodedata.normalize("NFC", file.name)
            slow, stat = not is_text(file.name), (file.size, file.mtime_ns)
            if slow:
                known = self._known.get(bundle.id, {}) if known is None else known
                before = known.get(name)
                if before is not None and before.stat == stat and is_settled:
                    files[name] = before.digest
                    kept[name] = before
                    continue
            data = Path(self.project.root, bundle.id, file.name).read_bytes()
            files[name] = file_digest(file.name, data)
            if slow and is_settled:
                kept[name] = KeptFile(stat, files[name])
            if file.name == INDEX and self.policy.words:
                words = sensitive_words(canonical_text(data).decode("utf-8", "replace"), self.policy)
        if kept and kept != known:
            self.fresh[bundle.id] = kept
        return Content(bundle_digest(files), files, words)
