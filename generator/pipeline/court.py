"""Verdicts on all entries, found again only where something changed."""

from __future__ import annotations

import pickle
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from generator.model.catalogue import Entry
from generator.model.diagnostic import WHOLE_FILE, Diagnostic, Severity
from generator.model.kinds import Kind
from generator.model.review_stages import Sensitive
from generator.model.reviewing import Policy
from generator.review.ledger import Ledger, open_ledger
from generator.review.people import Staff
from generator.review.records import Located
from generator.review.requirements import Subject, subject_of
from generator.review.verdict import Verdict, judge

from .approved_versions import VersionMissing, Versions
from .content_digests import Contents
from .controls import Control
from .project import Project, program_version
from .record_files import HistoryRecord, RecordFiles, Records, folder_of, lost_by_entry, read_records
from .review_outcome import Reviews
from .survey import Survey
from .verdict_cache import Kept, VerdictCache
from .workers import default_jobs, make_executor

_Found = tuple[Verdict, tuple[Diagnostic, ...]] | Diagnostic | None
"""A verdict with what is wrong with records, or why there is none; None for what cannot be read now."""

FEW_ENTRIES = 300
"""Up to so many verdicts are found faster here than in processes that must be started."""


@dataclass
class Court:
    """Everything that verdicts are found from."""

    project: Project
    policy: Policy
    staff: Staff
    control: Control
    found: Survey
    contents: Contents

    def __post_init__(self) -> None:
        self.files: RecordFiles = self.control.files
        self.versions = Versions(self.project, self.policy)
        self.lost = lost_by_entry(self.files)

    def judge_all(self, entries: Mapping[str, Entry], *, trust_cache: bool = True, keep: bool = True) -> Reviews:
        """Verdicts on all entries, those from the cache that nothing has touched, for which nothing is read.
        Only with ``keep`` they are cached."""
        version = program_version() + self._ground()
        cache = VerdictCache(self.project, version)
        known = cache.load() if trust_cache else {}
        signs = {id: self._sign(id, entries) for id in entries}
        stale = [id for id, sign in signs.items() if not sign or id not in known or known[id][0] != sign]
        fresh = dict(zip(stale, self._judge_many(stale, entries), strict=True))
        kept: dict[str, Kept] = {}
        troubles: list[Diagnostic] = []
        for id, sign in signs.items():
            found = fresh[id] if id in fresh else known[id][1:]
            if isinstance(found, Diagnostic):
                troubles.append(found)
            elif found is not None:
                kept[id] = (sign, *found)
        if keep and stale:
            cache.save({id: item for id, item in kept.items() if item[0]})
            self.contents.keep(self.contents.fresh)
        wrong = [item for _, _, diagnostics in kept.values() for item in diagnostics]
        verdicts = {id: verdict for id, (_, verdict, _) in kept.items()}
        known_history = self.files.history is not None
        return Reviews(
            self.policy.mode, verdicts, known_history, [*self.control.warnings, *wrong, *troubles], self.policy
        )

    def _judge_many(self, ids: Sequence[str], entries: Mapping[str, Entry]) -> list[_Found]:
        """In the order of ``ids``, by forked processes when there are many: checking a signature is all arithmetic."""
        global _work
        jobs = default_jobs()
        if jobs < 2 or len(ids) <= FEW_ENTRIES:
            return [self._found(entries, id) for id in ids]
        _work = self, entries, ids
        try:
            step = -(-len(ids) // (jobs * _PARTS))
            with make_executor(jobs) as pool:
                parts = [pool.submit(_judge_part, start, start + step) for start in range(0, len(ids), step)]
                found: list[_Found] = []
                for part in parts:
                    verdicts, digested = pickle.loads(part.result())
                    found += verdicts
                    self.contents.fresh.update(digested)
                return found
        finally:
            _work = None

    def _found(self, entries: Mapping[str, Entry], id: str) -> _Found:
        entry = entries.get(id)
        content = self.content(entry) if entry is not None else None
        if entry is None or content is None:
            return None
        try:
            return self.judge(entry, content)
        except VersionMissing as missing:
            return missing.diagnostic(entry.path)

    def content(self, entry: Entry) -> str | None:
        """The digest of an entry's working version; None when it cannot be read at this moment."""
        if entry.kind is Kind.STATION:
            return entry.row
        found = self.contents.of(entry.id)
        return found.digest if found else None

    def words(self, entry: Entry) -> frozenset[Sensitive]:
        """The kinds of sensitive words in an entry's working version."""
        found = self.contents.of(entry.id) if self.policy.words else None
        return found.words if found else frozenset()

    def records(self, entry: Entry) -> Records:
        """An entry's records, those included that history alone has."""
        lost: dict[str, HistoryRecord] = {}
        for id in ids_of(entry):
            lost |= self.lost.get(id, {})
        return read_records(self.files, entry.id, lost.items())

    def ledger(self, entry: Entry, records: Records) -> Ledger:
        """An entry's records in order, with those that count told from those that do not."""
        return open_ledger(ids_of(entry), records.filed, self.staff, self.policy, self.control.sealed.records)

    def subject(self, entry: Entry) -> Subject:
        """What an entry's working version is to a review."""
        return subject_of(entry, self.policy, self.words(entry))

    def judge(self, entry: Entry, content: str) -> tuple[Verdict, tuple[Diagnostic, ...]]:
        """An entry's verdict and what is wrong with its records.

        Raises:
            VersionMissing: an older version that may be the approved one cannot be had.
        """
        records = self.records(entry)

        def describe(files: tuple[Located, ...], digest: str) -> Subject:
            version = self.versions.get(entry.id, entry.kind, files, digest)
            return subject_of(version.entry, self.policy, version.words)

        verdict = judge(self.ledger(entry, records), content, self.subject(entry), self.staff, self.policy, describe)
        verdict = verdict._replace(refused=(*records.refused, *verdict.refused))
        return verdict, tuple(_wrong(entry, verdict, records))

    def _ground(self) -> str:
        people = sorted((id, repr(person)) for id, person in self.staff.people.items())
        return _digest(repr(self.policy), repr(people), *self.control.sealed.lists)

    def _sign(self, id: str, entries: Mapping[str, Entry]) -> str:
        """What a verdict is known by: sizes and times of the entry's files and records, and what history alone has;
        "" for what may still change unseen."""
        bundle = self.found.tree.bundles.get(id)
        place = self.found.signatures.get(id, "") if bundle is not None else entries[id].row
        if not place:
            return ""
        written = [f"{name}:{size}:{mtime}" for name, size, mtime in self.files.of.get(id, ())]
        lost = self.files.lost.keys() if self.files.lost else ()
        return _digest(place, *written, "" if self.files.history is None else "history", *lost)


_PARTS = 4
"""So many parts for each process, so that none waits long for the other."""

_work: tuple[Court, Mapping[str, Entry], Sequence[str]] | None = None
"""What forked children find when they begin."""


def _judge_part(start: int, stop: int) -> bytes:
    assert _work is not None, "forked without work"
    court, entries, ids = _work
    court.contents.fresh = {}
    found = [court._found(entries, id) for id in ids[start:stop]]
    return pickle.dumps((found, court.contents.fresh), protocol=5)


def ids_of(entry: Entry) -> tuple[str, ...]:
    """The ids under which an entry's records may stand: its own, and those it had before its folder was renamed."""
    prefix = "stations/" if entry.kind is Kind.STATION else ""
    return (entry.id, *(prefix + alias for alias in entry.meta.aliases))


def _wrong(entry: Entry, verdict: Verdict, records: Records) -> list[Diagnostic]:
    folder = folder_of(entry.id)
    found = [
        _trouble(
            "review-record",
            Severity.WARNING if refusal.grave else Severity.ADVICE,
            f"{folder}/{refusal.file}",
            f"这条审核记录不算数：{refusal.why}。",
            f"用 zoujin status {entry.id} 看还缺什么；记录只能新增，不要修改或删除。",
        )
        for refusal in verdict.refused
    ]
    found += [
        _trouble(
            "review-record",
            Severity.WARNING,
            f"{folder}/{name}",
            "这条审核记录被删除或改动过，仍然按历史里原来的内容算。",
            "从历史里恢复这个文件：git log 找到它，再用 git checkout 提交号 -- 文件。",
        )
        for name in records.restored
    ]
    return found


def _trouble(rule: str, severity: Severity, path: str, message: str, hint: str = "") -> Diagnostic:
    return Diagnostic(path, WHOLE_FILE, rule, severity, message, hint)


def _digest(*texts: str) -> str:
    digest = blake2b(digest_size=16)
    for text in texts:
        digest.update(text.encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()
