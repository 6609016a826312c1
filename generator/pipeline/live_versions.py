"""The catalogue as the public may see it: every entry in the version that was approved last."""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2b

from generator.model.body import Body
from generator.model.catalogue import Entry
from generator.model.diagnostic import Diagnostic
from generator.model.fields import Record
from generator.model.kinds import Kind
from generator.model.parts import Withdrawal
from generator.review.verdict import Verdict

from .approved_versions import VersionMissing, Versions
from .project import Project
from .reading import Reading
from .review_outcome import Reviews

PUBLIC_REASON = "内容正在核实，暂时撤下。"
"""What readers are told of an entry that was taken back in a hurry; the office's reason may not be fit for them."""


def with_live_versions(project: Project, reading: Reading, reviews: Reviews) -> Reading:
    """What was read, with every entry in the version that was approved last; an error where there is none of it."""
    if reviews.policy is None:
        return reading
    versions = Versions(project, reviews.policy)
    entries = dict(reading.catalogue.entries)
    bodies: dict[str, Body] = {}
    replaced: list[str] = []
    troubles: list[Diagnostic] = []
    for id, verdict in reviews.verdicts.items():
        entry = entries[id]
        if verdict.live is not None and not verdict.is_current:
            try:
                version = versions.get(id, entry.kind, verdict.live.files, verdict.live.content)
            except VersionMissing as missing:
                troubles.append(missing.diagnostic(entry.path))
                continue
            entry = entries[id] = version.entry
            if entry.kind is not Kind.STATION:
                bodies[id] = version.body
                replaced.append(f"{id}/")
        if verdict.taken_back is not None and entry.kind is not Kind.STATION and entry.meta.withdrawn is None:
            entries[id] = _with_notice(entry, verdict)
    versions.prune()
    if not troubles and not replaced and all(entries[id] is reading.catalogue.entries[id] for id in reviews.verdicts):
        return reading
    found = [item for item in reading.diagnostics if not item.path.startswith(tuple(replaced))]
    return replace(
        reading,
        catalogue=replace(reading.catalogue, entries=entries),
        store=replace(reading.store, over=bodies),
        diagnostics=found + troubles,
    )


def _with_notice(entry: Entry, verdict: Verdict) -> Entry:
    """The entry as one that says of itself that it was taken back: readers find a notice at its address."""
    assert verdict.taken_back is not None, "asked for such entries only"
    notice = Withdrawal(date=verdict.taken_back.moment.date(), reason=PUBLIC_REASON)
    meta: Record = entry.meta.model_copy(update={"withdrawn": notice})
    digest, frame = (
        blake2b(f"{before}{notice!r}".encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
        for before in (entry.digest, entry.frame)
    )
    return replace(entry, meta=meta, digest=digest, frame=frame)
