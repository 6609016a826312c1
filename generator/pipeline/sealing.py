"""When signatures begin to count, the records from before are put on a list that two chiefs sign."""

from __future__ import annotations

from generator.model.catalogue import Entry
from generator.model.review_stages import ReviewMode
from generator.read.tree import ROOT_FOLDER
from generator.review.ledger import open_ledger
from generator.review.sealed_records import SealedList, sealed_list
from generator.review.verdict import judge

from .controls import Control
from .court import Court, ids_of
from .record_files import lost_by_entry, read_records


def unsealed(control: Control) -> SealedList | None:
    """All records without a signature that no list holds yet; None when there are none."""
    lost = lost_by_entry(control.files)
    places = {*control.files.of, *lost} - {ROOT_FOLDER}
    found = {
        item.hash
        for place in places
        for item in read_records(control.files, place, lost.get(place, {}).items()).filed
        if item.record.signature is None
    }
    fresh = found - control.sealed.records
    return sealed_list(fresh) if fresh else None


def was_approved(court: Court, entry: Entry) -> bool:
    """Whether readers saw the working version of an entry before signatures began to count. Sealed records alone say so."""
    content, sealed = court.content(entry), court.control.sealed.records
    policy = court.policy.model_copy(update={"mode": ReviewMode.REGISTERED})
    if content is None or not sealed:
        return False
    past = [item for item in court.records(entry).filed if item.hash in sealed]

    ledger = open_ledger(ids_of(entry), past, court.staff, policy)
    verdict = judge(ledger, content, court.subject(entry), court.staff, policy, lambda *_: None)
    return verdict.is_current and bool(past) and verdict.taken_back is None
