"""Reviews the sample city: signs whatever of it has not passed yet, with the sample keys under ``tests/sample_keys``.

    python -m tools.sample_reviews [FOLDER]

Run it after committing a change to the sample's content, and commit what it writes. It only adds records, and what it adds
depends on nothing but the content and the records that are there: times are reckoned from an entry's own date, and
Ed25519 signatures of the same bytes are the same.
"""

from __future__ import annotations

import shutil
import sys
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.model.catalogue import Entry
from generator.model.kinds import Kind
from generator.model.review_stages import Stage
from generator.pipeline.project import Project
from generator.pipeline.refused import Refused
from generator.pipeline.review_acts import returning, signing, submission
from generator.pipeline.review_desk import Desk, open_desk
from generator.pipeline.review_forms import form_number
from generator.pipeline.review_waiting import turns
from generator.pipeline.review_writing import Intent, Signature, write_all
from generator.pipeline.root_signing import open_root, sign_root
from generator.review.records import OnPaper
from generator.review.verdict import ReviewState

ROOT = Path(__file__).parents[1]
KEYS = ROOT / "tests" / "sample_keys"

EDITOR, CLERK, CHIEFS = "luo-qing", "tao-yun", ("qiao-zhiyuan", "yan-min")
RETURNED = {"stories/2026/tea-stall": "“每天三百杯”和值班本上的数对不上，请核对后写清楚是哪几天。"}
"""Stories that stay sent back, each with why."""
WAITING = {"stories/2026/reading-lamp": Stage.SECOND}
"""Stories that stay at a stage, each with the stage nobody has passed yet."""

_ROOT_SIGNED = datetime.combine(date(2025, 1, 6), time(9, 30))
_LAST_DAY = date(2026, 3, 11)
"""The day before the sample's own one."""
_STATION_DAY = date(2026, 3, 2)
_CLOCK = {
    Stage.CHECK: time(11, 10),
    Stage.FIRST: time(10, 20),
    Stage.SECOND: time(14, 40),
    Stage.FINAL: time(16, 30),
    Stage.ISSUE: time(17, 5),
    Stage.LEADER: time(17, 40),
}


def review_sample(root: Path) -> int:
    """Write all records that are missing; how many there were."""
    with TemporaryDirectory(prefix="zoujin-") as cache, _private(KEYS) as keys:
        project = Project(root, Path(cache))
        _sign_root(project, keys)
        written = 0
        while True:
            desk = open_desk(project)
            batches = _next_step(desk)
            if not batches:
                return written
            for (signer, approver, moment), intents in batches.items():
                for by, part in _signatures(desk, signer, approver, keys, intents):
                    written += len(write_all(desk, part, by, moment))


def _sign_root(project: Project, keys: Path) -> None:
    for number, chief in enumerate(CHIEFS):
        desk = open_root(project)
        if desk.proposed is not None:
            person = desk.catalogue.vocabularies.reviewer[chief]
            sign_root(desk, person, keys / chief, _ROOT_SIGNED + timedelta(minutes=20 * number))


_Batch = tuple[str, str, datetime]
"""Who signs, on whose behalf ("" for her own), and when."""


def _next_step(desk: Desk) -> dict[_Batch, list[Intent]]:
    """One more decision about every entry that waits for one."""
    found: dict[_Batch, list[Intent]] = defaultdict(list)
    for id, verdict in desk.verdicts().items():
        entry = desk.catalogue.entries[id]
        if verdict.state in (ReviewState.DRAFT, ReviewState.CHANGED):
            if entry.kind is Kind.STATION or not entry.meta.draft:
                moment = _moment(desk, entry, time(9, 10))
                found[EDITOR, "", moment].append(submission(desk, entry, moment))
            continue
        waiting = turns(desk, entry, _LAST_DAY)
        if not waiting or WAITING.get(id) in waiting:
            continue
        stage = next(iter(waiting))
        person = waiting[stage][0].person
        moment = _moment(desk, entry, _CLOCK[stage])
        by = Signature(desk.staff.people[person])
        if id in RETURNED and stage is Stage.SECOND:
            found[person, "", moment].append(returning(desk, entry, by, moment, RETURNED[id]))
            continue
        proof = any(other.is_proof and other.level == stage.level for other in verdict.missing)
        intent = signing(desk, entry, by, moment, stage, proof)
        on_paper = stage is Stage.LEADER and entry.kind is Kind.PROFILE
        found[(CLERK, person, moment) if on_paper else (person, "", moment)].append(intent)
    return found


def _signatures(
    desk: Desk, signer: str, approver: str, keys: Path, intents: list[Intent]
) -> Iterator[tuple[Signature, list[Intent]]]:
    """One signature for all, or, on paper, one for each with its form."""
    person = desk.staff.people[signer]
    if not approver:
        yield Signature(person, key=keys / signer), intents
        return
    name = desk.staff.people[approver].name
    for intent in intents:
        found = desk.round(intent.entry)
        assert found is not None, "it waits for a stage, so it was submitted"
        form = form_number(found.submitted.record.content, found.submitted.record.moment.date())
        yield (
            Signature(person, on_paper=OnPaper(approver=approver, approver_name=name, form=form), key=keys / signer),
            [intent],
        )


def _moment(desk: Desk, entry: Entry, clock: time) -> datetime:
    """On the day before the entry's own, at an hour that differs a little from entry to entry; a later version on the day
    after its last record."""
    minutes = int.from_bytes(blake2b(entry.id.encode(), digest_size=2).digest(), "big") % 40
    found = desk.round(entry)
    if found is not None:
        day = found.submitted.record.moment.date()
    else:
        last = max((item.record.moment.date() for item in desk.ledger(entry).admitted), default=date.min)
        day = max(min(_own_day(entry) - timedelta(days=1), _LAST_DAY), min(last, _LAST_DAY) + timedelta(days=1))
    return datetime.combine(day, clock) + timedelta(minutes=minutes)


def _own_day(entry: Entry) -> date:
    if entry.kind is Kind.STATION:
        return _STATION_DAY + timedelta(days=1)
    own = getattr(entry.meta, "date", None) or getattr(entry.meta, "start", None) or _LAST_DAY
    return own.date() if isinstance(own, datetime) else own


@contextmanager
def _private(keys: Path) -> Iterator[Path]:
    """The keys where only this user reads them: Git knows no such thing, and ssh-keygen insists."""
    with TemporaryDirectory(prefix="zoujin-") as folder:
        for key in keys.iterdir():
            target = Path(folder) / key.name
            shutil.copyfile(key, target)
            target.chmod(0o600)
        yield Path(folder)


if __name__ == "__main__":
    sample = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT
    try:
        print(f"{review_sample(sample)} records")
    except Refused as refused:
        sys.exit(str(refused))
