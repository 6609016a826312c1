"""Prints are made from the project as it is public, in processes, and kept for the next time."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from generator.derive.site_data import derive
from generator.model.address import Site
from generator.model.catalogue import Entry
from generator.model.kinds import Kind
from generator.model.links import linked_entry
from generator.prints.jobs import Notes, print_job, read_notes
from generator.prints.look import city_look
from generator.prints.sheets import Desk, PrintSheet
from generator.prints.wall_papers import LARGEST, SMALLEST, STEP, wall_paper
from generator.publish.jobs import JobCache
from generator.read.source import Unreadable
from generator.read.store import EntryStore

from .live_versions import with_live_versions
from .progress import Progress, silent
from .project import Project
from .public_now import public_now
from .reading import read_catalogue
from .refused import Refused
from .reviews import review
from .survey import survey
from .workers import default_jobs, make_executor


@dataclass(frozen=True)
class PrintRoom:
    """What prints are made from, and where they are kept. ``moment`` is when they are made (naive, Asia/Shanghai)."""

    desk: Desk
    store: EntryStore
    project: Project
    moment: datetime

    def entry(self, name: str, kinds: Sequence[Kind]) -> Entry:
        """The public entry at ``name``, a folder or a station's id.

        Raises:
            Refused: there is none of these kinds, or it is not public.
        """
        catalogue, public = self.desk.data.catalogue, self.desk.data.public
        wanted = name.replace("\\", "/").removeprefix("./").removesuffix("/index.md").strip("/")
        found = linked_entry(catalogue, wanted)
        if found is None and Kind.STATION in kinds:
            found = catalogue.resolve(Kind.STATION, wanted)
        labels = "、".join(kind.label for kind in kinds)
        if found is None or found.kind not in kinds:
            raise Refused(f"没有“{name}”这一条（要{labels}），或者它现在有错。")
        if found.id not in public.by_id:
            raise Refused(f"“{found.title}”现在没有公开，不能印出来张贴。")
        return public.by_id[found.id]


class Print(NamedTuple):
    """A finished print: its files, and what is wrong with it."""

    sheet: PrintSheet
    files: tuple[Path, ...]
    notes: Notes


def open_print_room(project: Project, site: Site, theme: Path, now: datetime) -> PrintRoom:
    """Read the project as it is public ``now``. ``theme`` is the program's.

    Raises:
        Refused: the city's colours cannot be read.
    """
    reading = read_catalogue(project, survey(project))
    reviews = review(project, reading)
    public = public_now(project, reading, now)
    if reviews is not None:
        reading = with_live_versions(project, reading, reviews)
    try:
        look = city_look(project.root, theme)
    except Unreadable as trouble:
        raise Refused(f"{trouble.diagnostic.message}{trouble.diagnostic.hint}") from None
    return PrintRoom(Desk(derive(reading.catalogue, public, now.date()), site, look), reading.store, project, now)


def make_prints(
    room: PrintRoom, sheets: Sequence[PrintSheet], target: Path, progress: Progress = silent
) -> Iterator[Print]:
    """Make what is not kept from the last time, and put all of it into ``target``.

    Raises:
        Refused: a photo is gone or broken.
    """
    cache = JobCache(room.project.cache / "prints")
    jobs = [print_job(sheet, room.moment, room.project.root) for sheet in sheets]
    with make_executor(min(default_jobs(), len(jobs))) as executor:
        for failure in cache.run(jobs, executor, lambda _, done, total: progress("排版", done, total)):
            raise Refused(f"{failure.label}：{failure.reason}")
    cache.prune(jobs, keep_factor=20)
    target.mkdir(parents=True, exist_ok=True)
    for sheet, job in zip(sheets, jobs, strict=True):
        place = cache.place(job)
        made = sorted(path for path in place.iterdir() if path.name.startswith(sheet.name))
        files = tuple(Path(shutil.copyfile(path, target / path.name)) for path in made)
        yield Print(sheet, files, read_notes(place))


def make_wall_paper(room: PrintRoom, feature: Entry, target: Path, progress: Progress = silent) -> Print:
    """The newspaper of a feature, its text as large as four sheets allow; raises ``Refused`` as :func:`make_prints` does."""
    size = LARGEST
    while True:
        (made,) = make_prints(room, [wall_paper(room.desk, feature, room.store, size)], target, progress)
        if not made.notes.unfit or size <= SMALLEST:
            return made
        size -= STEP
