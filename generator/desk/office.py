"""The state that all pages of the desk are made from. It is read when files change, never when somebody clicks."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from generator.model.catalogue import Entry
from generator.model.diagnostic import Diagnostic
from generator.model.kinds import STATIONS_FILE, Kind
from generator.pipeline.exchange import uncommitted_records, unsent
from generator.pipeline.refused import Refused
from generator.pipeline.review_desk import Desk, desk_of
from generator.read.history import head_commit
from generator.review.verdict import Verdict

from .previewed import Previewed
from .standing import OPEN, Standing, standing


@dataclass(frozen=True)
class Snapshot:
    """One state. ``trouble`` says why what was read last cannot be used; this is what was known before, then.

    ``ground`` tells two states of policy and people apart. ``loose`` are records that are in no commit, ``unsent`` is the
    number of commits that others do not have (None where there is no server).
    """

    number: int
    desk: Desk
    verdicts: Mapping[str, Verdict]
    problems: Mapping[str, list[Diagnostic]]
    standings: Mapping[str, Standing]
    ground: str
    trouble: str = ""
    loose: tuple[str, ...] = ()
    unsent: int | None = None
    head: str | None = None
    """The commit that ``loose`` and ``unsent`` were seen at."""


@dataclass
class Office:
    """Takes over what changed (``take_over``, in one thread) and what was decided here (``note``).

    Raises:
        Refused: the project has no reviews, or they cannot be read.
    """

    site: Previewed
    clock: Callable[[], datetime]
    _reading: threading.Lock = field(default_factory=threading.Lock)
    _known: dict[str, tuple[object, Standing]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.now = self._snapshot()
        self.look_at_commits()

    def take_over(self, changed: frozenset[str] = frozenset()) -> None:
        """Read what changed on disk: ``changed`` are paths, none is anything."""
        with self._reading:
            self.site.refresh(changed)
            try:
                before = self.now
                self.now = replace(self._snapshot(), loose=before.loose, unsent=before.unsent, head=before.head)
            except Refused as refused:
                self.now = replace(self.now, trouble=str(refused))
        self.look_at_commits()

    def look_at_commits(self) -> None:
        """See what is in no commit, and what others do not have."""
        root = self.site.project.root
        head, loose, behind = head_commit(root), tuple(uncommitted_records(root)), unsent(root)
        with self._reading:
            self.now = replace(self.now, loose=loose, unsent=behind, head=head)

    def look_up(self) -> Snapshot:
        """The state now; a commit that somebody made beside the desk is noticed, though no file of the site changed."""
        if head_commit(self.site.project.root) != self.now.head:
            self.look_at_commits()
        return self.now

    def note(self, desk: Desk, entry_id: str) -> None:
        """Show at once what was decided about an entry, as ``desk``, which was opened after that, knows it."""
        with self._reading:
            entry = desk.catalogue.entries.get(entry_id)
            before = self.now
            if entry is None or entry_id not in before.desk.catalogue.entries:
                return
            verdict = desk.verdict(entry)
            standings = {id: one for id, one in before.standings.items() if id != entry_id}
            if verdict.state in OPEN:
                standings[entry_id] = standing(desk, entry, verdict, self.clock().date())
            before.desk.court.files.of[entry_id] = desk.court.files.of.get(entry_id, ())
            self.now = replace(before, verdicts={**before.verdicts, entry_id: verdict}, standings=standings)

    def has_page(self, address: str) -> bool:
        """Whether there is a page to look at; none where an entry was taken down."""
        return address in self.site.edition.pages

    def problems_of(self, entry: Entry) -> list[Diagnostic]:
        """What a check says of an entry; of a station what it says of the whole register."""
        return self.now.problems.get(STATIONS_FILE if entry.kind is Kind.STATION else entry.id, [])

    def _snapshot(self) -> Snapshot:
        edition = self.site.edition
        plan = edition.plan
        desk = desk_of(self.site.project, plan.reading)
        reviews = plan.check.reviews
        verdicts = {**reviews.verdicts, **reviews.sheets} if reviews is not None else {}
        people = sorted((id, repr(person)) for id, person in desk.staff.people.items())
        day = self.clock().date()
        ground = f"{desk.court.policy!r} {people} {day}"
        fresh: dict[str, tuple[object, Standing]] = {}
        for id, verdict in verdicts.items():
            entry = desk.catalogue.entries.get(id)
            if entry is None or verdict.state not in OPEN:
                continue
            mark = (entry.digest, ground, verdict)
            known = self._known.get(id)
            same = known is not None and known[0] == mark
            fresh[id] = known if known is not None and same else (mark, standing(desk, entry, verdict, day))
        self._known = fresh
        standings = {id: one for id, (_, one) in fresh.items()}
        return Snapshot(edition.number, desk, verdicts, _by_entry(plan.check.diagnostics), standings, ground)


def _by_entry(diagnostics: Iterable[Diagnostic]) -> dict[str, list[Diagnostic]]:
    """Problems by the folder of their file; those of the register of stations by its name."""
    found: dict[str, list[Diagnostic]] = {}
    for item in diagnostics:
        folder = item.path.rpartition("/")[0].removesuffix("/review")
        found.setdefault(STATIONS_FILE if item.path == STATIONS_FILE else folder, []).append(item)
    return found
