"""The catalogue as the public may see it: every entry in the version that was approved last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from hashlib import blake2b
from typing import Any

from generator.model.body import Body
from generator.model.catalogue import Catalogue, Entry, Vocabularies
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
    vocabularies, sheets, unreviewed = _live_registers(versions, reading.catalogue, reviews)
    troubles += unreviewed
    versions.prune()
    same = vocabularies is reading.catalogue.vocabularies
    if (
        not troubles
        and not replaced
        and same
        and all(entries[id] is reading.catalogue.entries[id] for id in reviews.verdicts)
    ):
        return reading
    found = [item for item in reading.diagnostics if not item.path.startswith(tuple(replaced))]
    return replace(
        reading,
        catalogue=replace(reading.catalogue, entries=entries, vocabularies=vocabularies, sheets=sheets),
        store=replace(reading.store, over=bodies),
        diagnostics=found + troubles,
    )


def _live_registers(
    versions: Versions, catalogue: Catalogue, reviews: Reviews
) -> tuple[Vocabularies, Mapping[str, Entry], list[Diagnostic]]:
    """The vocabularies as they were approved last, and the registers they come from. One that never was stops everything: entries would name places and
    offices that nobody knows."""
    older: dict[str, Mapping[str, Any]] = {}
    sheets = dict(catalogue.sheets)
    troubles: list[Diagnostic] = []
    for id, verdict in reviews.sheets.items():
        path = catalogue.sheets[id].path
        try:
            if verdict.live is None:
                raise VersionMissing("这个登记表没有通过审核的版本，不能生成。", f"送审：zoujin submit {id}。")
            if not verdict.is_current:
                version = versions.get(id, Kind.STATION, verdict.live.files, verdict.live.content)
                older[version.vocabulary] = version.terms
                sheets[id] = version.entry
        except VersionMissing as missing:
            troubles.append(missing.diagnostic(path))
    live = replace(catalogue.vocabularies, **older) if older else catalogue.vocabularies
    return live, sheets, troubles


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
