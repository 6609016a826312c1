"""采用通报: what each unit handed in during a month and what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import date

from generator.model.catalogue import Catalogue, Entry
from generator.model.submission import Decided, Submission, SubmissionOutcome

PENDING = "待处理"


@dataclass(frozen=True, slots=True)
class Piece:
    """One text that was handed in. ``outcome`` is None while nobody has decided."""

    id: str
    title: str
    unit: str
    contributor: str
    received: date
    outcome: SubmissionOutcome | None
    decided: date | None
    note: str
    is_public: bool

    @property
    def result(self) -> str:
        """The outcome in words."""
        return self.outcome.label if self.outcome is not None else PENDING


@dataclass(frozen=True, slots=True)
class UnitCount:
    """A line of the report: what a unit handed in this month, by outcome, and what was used of earlier months."""

    unit: str
    handed_in: int
    by_outcome: dict[SubmissionOutcome, int]
    pending: int
    used_from_before: int

    @property
    def used(self) -> int:
        """How many of this month's texts were used."""
        return self.by_outcome[SubmissionOutcome.USED]

    @property
    def rate(self) -> float | None:
        """Share of this month's texts that were used, 0 to 1; None when there were none."""
        return self.used / self.handed_in if self.handed_in else None


@dataclass(frozen=True)
class Monthly:
    """The report of a month. ``pieces`` are this month's, ``earlier`` those of before that were used now."""

    year: int
    month: int
    units: tuple[UnitCount, ...]
    pieces: tuple[Piece, ...]
    earlier: tuple[Piece, ...]
    doubts: tuple[str, ...] = ()
    """What does not fit together, in Chinese, with the folder it stands in."""

    @property
    def title(self) -> str:
        """What the report is called."""
        return f"{self.year}年{self.month}月来稿采用通报"


def monthly(catalogue: Catalogue, public: Set[str], decisions: Mapping[str, Decided], year: int, month: int) -> Monthly:
    """Count a month. What stands on the site was used, whatever was decided; ``public`` are the ids that do,
    ``decisions`` what was written down, by id."""
    pieces = list(_pieces(catalogue, public, decisions))
    this_month = [piece for piece in pieces if (piece.received.year, piece.received.month) == (year, month)]
    earlier = [
        piece
        for piece in pieces
        if piece.outcome is SubmissionOutcome.USED
        and piece.decided is not None
        and (piece.decided.year, piece.decided.month) == (year, month)
        and (piece.received.year, piece.received.month) < (year, month)
    ]
    names = dict.fromkeys(piece.unit for piece in (*this_month, *earlier))
    units = [_count(unit, this_month, earlier) for unit in names]
    units.sort(key=lambda unit: (-unit.used, -unit.handed_in, unit.unit))
    order = {unit.unit: number for number, unit in enumerate(units)}
    this_month.sort(key=lambda piece: (order[piece.unit], piece.received, piece.id))
    earlier.sort(key=lambda piece: (order[piece.unit], piece.received, piece.id))
    return Monthly(
        year, month, tuple(units), tuple(this_month), tuple(earlier), tuple(_doubts(catalogue, public, decisions))
    )


def contributors(report: Monthly) -> list[tuple[str, str, int, int]]:
    """Unit, name, texts handed in and used, for everybody who is named; most used first."""
    handed_in: Counter[tuple[str, str]] = Counter()
    used: Counter[tuple[str, str]] = Counter()
    for piece in report.pieces:
        for name in filter(None, piece.contributor.split("、")):
            handed_in[piece.unit, name] += 1
            used[piece.unit, name] += piece.outcome is SubmissionOutcome.USED
    rows = [(unit, name, count, used[unit, name]) for (unit, name), count in handed_in.items()]
    return sorted(rows, key=lambda row: (-row[3], -row[2], row[0], row[1]))


def _submissions(catalogue: Catalogue) -> Iterable[tuple[Entry, Submission]]:
    for entry in catalogue.entries.values():
        submission = getattr(entry.meta, "submission", None)
        if submission is not None:
            yield entry, submission


def _pieces(catalogue: Catalogue, public: Set[str], decisions: Mapping[str, Decided]) -> Iterable[Piece]:
    organisations = catalogue.vocabularies.organisation
    for entry, submission in _submissions(catalogue):
        organisation = organisations.get(submission.unit)
        is_public = entry.id in public
        published = getattr(entry.meta, "date", None)
        said = decisions.get(entry.id)
        yield Piece(
            id=entry.id,
            title=entry.title,
            unit=organisation.name if organisation is not None else submission.unit,
            contributor=submission.contributor or "",
            received=submission.received,
            outcome=SubmissionOutcome.USED if is_public else said.outcome if said else None,
            decided=said.decided if said else published.date() if is_public and published is not None else None,
            note=(said.note if said else None) or "",
            is_public=is_public,
        )


def _count(unit: str, pieces: list[Piece], earlier: list[Piece]) -> UnitCount:
    own = [piece for piece in pieces if piece.unit == unit]
    counts = Counter(piece.outcome for piece in own)
    return UnitCount(
        unit,
        len(own),
        {outcome: counts[outcome] for outcome in SubmissionOutcome},
        counts[None],
        sum(piece.unit == unit for piece in earlier),
    )


def _doubts(catalogue: Catalogue, public: Set[str], decisions: Mapping[str, Decided]) -> Iterable[str]:
    for entry, submission in _submissions(catalogue):
        said = decisions.get(entry.id)
        if said is None:
            continue
        if entry.id in public and said.outcome is not SubmissionOutcome.USED:
            yield f"{entry.id} 已经公开，处理结果却写着“{said.outcome.label}”，通报按采用计"
        if said.decided < submission.received:
            yield f"{entry.id} 的处理日期早于收到日期"
