"""What a person needs to decide about an entry: who she is, what she looks at, and a record written where it belongs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.model.canonical import bundle_digest, file_digest
from generator.model.catalogue import Catalogue, Entry
from generator.model.kinds import STATIONS_FILE, Kind
from generator.model.person_names import folded
from generator.model.register_sheet import SHEETS
from generator.model.review_stages import ReviewMode, Stage
from generator.model.reviewing import PEOPLE_FILE, POLICY_FILE, Reviewer
from generator.read.file_names import is_ignored
from generator.read.git_objects import committed_blob, committed_files, read_blobs, run_git
from generator.read.registers import read_stations
from generator.read.tree import FileStat
from generator.review.ledger import Ledger
from generator.review.people import Staff
from generator.review.records import FileLocator
from generator.review.requirements import Subject
from generator.review.rounds import Round, rounds_of, why_not_now
from generator.review.verdict import Verdict

from .approved_versions import VersionMissing
from .controls import control
from .court import Court
from .entry_by_name import entry_by_name
from .project import Project
from .reading import Reading, read_catalogue
from .refused import Refused
from .reviews import court_of, reviewed_sheets
from .survey import survey


@dataclass(frozen=True)
class Desk:
    """A project's review as it stands now. ``troubles`` are what is wrong with the sources at all."""

    project: Project
    catalogue: Catalogue
    court: Court

    @property
    def mode(self) -> ReviewMode:
        """How it is known who decided."""
        return self.court.policy.mode

    @property
    def staff(self) -> Staff:
        """Who may decide."""
        return self.court.staff

    def entry(self, name: str) -> Entry:
        """The entry that somebody calls by its id, its folder or its slug.

        Raises:
            Refused: there is none, or there are several.
        """
        return entry_by_name(self.catalogue, name)

    def person(self, name: str) -> Reviewer:
        """The person of an id or a name.

        Raises:
            Refused: nobody, or more than one.
        """
        people = self.staff.people
        if name in people:
            return people[name]
        found = [person for person in people.values() if folded(person.name) == folded(name)]
        if len(found) == 1:
            return found[0]
        known = "、".join(f"{person.name}（{id}）" for id, person in list(people.items())[:8])
        raise Refused(f"审核人员名单（{PEOPLE_FILE}）里没有“{name}”，或不止一位。名单里有：{known or '还没有人'}。")

    def verdict(self, entry: Entry) -> Verdict:
        """Where an entry stands.

        Raises:
            Refused: its files, or an older version of it, cannot be had.
        """
        content = self.court.content(entry)
        if content is None:
            raise Refused(f"{entry.id} 的文件打不开，检查文件权限。")
        try:
            return self.court.judge(entry, content)[0]
        except VersionMissing as missing:
            raise Refused(f"{missing}{missing.hint}") from None

    def verdicts(self) -> Mapping[str, Verdict]:
        """Where all entries stand that can be judged, by id."""
        return self.court.judge_all(self.catalogue.entries).verdicts

    def ledger(self, entry: Entry) -> Ledger:
        """An entry's records in order."""
        return self.court.ledger(entry, self.court.records(entry))

    def subject(self, entry: Entry) -> Subject:
        """What a review asks of an entry."""
        return self.court.subject(entry)

    def round(self, entry: Entry, ledger: Ledger | None = None) -> Round | None:
        """The last submission of the working version; an entry's ``ledger`` need not be read twice."""
        known = ledger or self.ledger(entry)
        rounds = rounds_of(known, self.court.content(entry) or "", self.subject(entry), self.staff)
        return rounds[-1] if rounds else None

    def why_not(self, entry: Entry, stage: Stage, person: str, deputy_for: str | None, day: date) -> str:
        """Why somebody cannot pass a stage of an entry now; "" when she can."""
        found = self.round(entry)
        if found is None:
            return "还没有送审"
        return why_not_now(self.ledger(entry), found, stage, person, deputy_for, self.subject(entry), self.staff, day)

    def know_record(self, entry: Entry, file: Path) -> None:
        """Take a record that was just written into account, without looking at all others again."""
        stat = file.stat()
        known = self.court.files.of.get(entry.id, ())
        self.court.files.of[entry.id] = (*known, FileStat(file.name, stat.st_size, stat.st_mtime_ns))

    def committed(self, entry: Entry) -> tuple[FileLocator, ...]:
        """The files of the working version as the last commit holds them.

        Raises:
            Refused: there is no repository, or the version is not committed.
        """
        if entry.kind is Kind.STATION:
            return (self._committed_row(entry),)
        held = committed_files(self.project.root, entry.id)
        if held is None:
            raise Refused("审核要用 Git：这个文件夹不是 Git 仓库，或还没有提交过。先提交，再来审核。")
        held = {name: blob for name, blob in held.items() if not is_ignored(name)}
        blobs = read_blobs(self.project.root, held.values())
        files = {name: file_digest(name, blobs[blob]) for name, blob in held.items() if blob in blobs}
        if not files or bundle_digest(files) != self.court.content(entry):
            raise Refused(
                f"{entry.id} 有改动还没有提交。审的必须是已经提交的内容：先 git add {entry.id}，再 git commit。"
            )
        return tuple(FileLocator(name=name, sha256=files[name], blob=held[name]) for name in sorted(files))

    def _committed_row(self, entry: Entry) -> FileLocator:
        if entry.id.startswith(SHEETS):
            return self._committed_sheet(entry)
        blob = committed_blob(self.project.root, STATIONS_FILE)
        content = read_blobs(self.project.root, [blob]).get(blob) if blob else None
        if blob is None or content is None:
            raise Refused(f"审核要用 Git：{STATIONS_FILE} 还没有提交。先提交，再来审核。")
        with TemporaryDirectory(prefix="zoujin-") as folder:
            (Path(folder) / STATIONS_FILE).write_bytes(content)
            held = read_stations(Path(folder)).get(entry.id)
        if held is None or held.row != entry.row:
            raise Refused(f"{entry.title}的登记有改动还没有提交。先 git add {STATIONS_FILE}，再 git commit。")
        return FileLocator(name=STATIONS_FILE, sha256=entry.row, blob=blob)

    def _committed_sheet(self, entry: Entry) -> FileLocator:
        name = entry.path.rpartition("/")[2]
        blob = committed_blob(self.project.root, entry.path)
        content = read_blobs(self.project.root, [blob]).get(blob) if blob else None
        if blob is None or content is None or file_digest(name, content) != entry.row:
            raise Refused(f"{entry.path} 有改动还没有提交。先 git add {entry.path}，再 git commit。")
        return FileLocator(name=name, sha256=entry.row, blob=blob)


def open_desk(project: Project) -> Desk:
    """The review of a project.

    Raises:
        Refused: the project has no review policy, or one that cannot be read.
    """
    return desk_of(project, read_catalogue(project, survey(project)))


def desk_of(project: Project, reading: Reading) -> Desk:
    """The review of a project as it was read.

    Raises:
        Refused: as for ``open_desk``.
        ValueError: it is not known what files were read.
    """
    if reading.found is None:
        raise ValueError("a reading of nothing")
    found = reading.found
    if {POLICY_FILE, PEOPLE_FILE} & reading.catalogue.broken:
        raise Refused(f"{POLICY_FILE} 或 {PEOPLE_FILE} 有错误，先运行 zoujin check 改好。")
    counted = control(project, reading.catalogue, found)
    if counted.stops:
        raise Refused("".join(f"{stop.message}{stop.hint}" for stop in counted.stops))
    if not counted.is_on:
        raise Refused(
            f"这个项目没有启用审核。要启用：在 {POLICY_FILE} 里写 mode: registered（登记模式），"
            f"在 {PEOPLE_FILE} 里写好审核人员。"
        )
    sheets = reviewed_sheets(reading.catalogue.sheets, counted.policy)
    catalogue = replace(reading.catalogue, entries={**reading.catalogue.entries, **sheets})
    return Desk(project, catalogue, court_of(project, found, counted))


def configured(project: Project, name: str) -> str | None:
    """A setting of this person in Git's configuration, such as ``zoujin.reviewer``."""
    answer = run_git(project.root, ["config", "--get", name])
    return answer.decode("utf-8", "replace").strip() or None if answer else None
