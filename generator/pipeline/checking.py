"""Rules are asked, and asked again only about what changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from generator.model.catalogue import Catalogue
from generator.model.diagnostic import Diagnostic, Severity
from generator.read.cache_file import load_cached, save_cached
from generator.read.locate import FieldLocator
from generator.review.publication import Publication, publication
from generator.rules.checking import check_broken, check_catalogue, check_entry, check_site, remarks
from generator.rules.finding import Found
from generator.rules.published import Published
from generator.rules.suppression import suppressions_of, to_diagnostics
from generator.rules.world import World, world_of

from .progress import Progress, silent
from .project import Project, program_version
from .reading import Reading
from .review_dates import first_reviews, live_dates
from .review_outcome import Reviews
from .reviews import review
from .vanished import vanished_addresses


@dataclass(frozen=True)
class CheckResult:
    """Everything that is wrong, sorted as a report shows it, and what was looked at."""

    diagnostics: list[Diagnostic]
    catalogue: Catalogue
    publication: Publication
    reviews: Reviews | None = None

    @property
    def errors(self) -> int:
        """How many diagnostics are errors; with any, nothing is published."""
        return sum(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics)


def check_reading(
    project: Project,
    reading: Reading,
    now: datetime,
    progress: Progress = silent,
    reviews: Reviews | None = None,
) -> CheckResult:
    """Ask all rules about what was read, as of ``now`` (naive, Asia/Shanghai). ``reviews`` need not be found twice."""
    catalogue = reading.catalogue
    reviews = reviews or review(project, reading)
    if vanished := vanished_addresses(project, catalogue, now):
        catalogue = replace(catalogue, vanished=vanished)
    published = publication(catalogue, now, reviews.verdicts if reviews else None, reviewed=reviews is not None)
    world = world_of(catalogue, published.public, now.date())
    found = _entry_findings(project.cache / "findings.pickle", catalogue, world, progress)
    found += remarks(catalogue)
    for entry in reading.broken_entries:
        found += check_broken(entry, world)
    found += check_catalogue(catalogue, now.date())
    dates = first_reviews(reviews), live_dates(project, catalogue, reviews)
    found += check_site(Published(catalogue, published.public, now.date(), *dates))
    ruled = to_diagnostics(found, FieldLocator(project.root), suppressions_of(catalogue))
    reviewed = reviews.diagnostics if reviews else []
    diagnostics = sorted({*reading.diagnostics, *ruled, *reviewed}, key=lambda diagnostic: diagnostic.sort_key)
    return CheckResult(diagnostics, catalogue, published, reviews)


Findings = dict[str, tuple[str, list[Found]]]
"""By entry id: the entry's digest and what the rules found."""


def _entry_findings(path: Path, catalogue: Catalogue, world: World, progress: Progress) -> list[Found]:
    version = program_version() + world.digest
    cached_findings = load_cached(path, version)
    known: Findings = cached_findings if isinstance(cached_findings, dict) else {}
    fresh: Findings = {}
    changed = False
    for number, entry in enumerate(catalogue.entries.values(), 1):
        cached = known.get(entry.id)
        if cached is not None and cached[0] == entry.digest:
            fresh[entry.id] = cached
            continue
        changed = True
        fresh[entry.id] = (entry.digest, check_entry(entry, world))
        if number % 500 == 0:
            progress("检查稿件", number, len(catalogue.entries))
    if changed or len(fresh) != len(known):
        save_cached(path, version, fresh)
    return [found for _, findings in fresh.values() for found in findings]
