"""Everything about reviews checked once more, from the files and from history."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from generator.model.catalogue import Catalogue, Entry
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.review_stages import ReviewMode
from generator.model.reviewing import PEOPLE_FILE, POLICY_FILE
from generator.read.git_objects import run_git
from generator.read.history import head_commit
from generator.review.forks import explain_fork
from generator.review.verdict import Verdict

from .checkpoint import Checkpoint, checkpoint_file, load_checkpoint
from .controls import Control, control
from .court import Court
from .heads import Heads
from .project import CACHE_FOLDER, Project
from .reachable import Reach, reach
from .register_cache import registers_of
from .review_outcome import Reviews
from .reviews import court_of, reviewed_sheets
from .since import changed_since
from .survey import survey
from .unreviewed import changed_unreviewed

CONFIRMED_WITHIN = timedelta(hours=24)
"""So soon somebody of the final stage confirms that an entry was taken down."""

_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that must not be: where, and what (Chinese)."""

    place: str
    what: str


@dataclass(frozen=True, slots=True)
class Changed:
    """An entry whose text or records are not what they were, and where it stands now (Chinese)."""

    id: str
    state: str


@dataclass
class Verification:
    """``unknown`` says what cannot be excluded, ``notes`` what is no fault but somebody should know; ``states`` counts
    entries by their review's state. ``root`` is the fingerprint of the root's state in force, "" without one, and
    ``version`` its number. ``changed`` is told only where it was asked since when."""

    mode: ReviewMode
    head: str | None
    root: str = ""
    version: int = 0
    faults: list[Fault] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    states: dict[str, int] = field(default_factory=dict)
    changed: list[Changed] | None = None
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)

    @property
    def checkpoint(self) -> Checkpoint | None:
        """What to keep for the next time; None without a history."""
        return Checkpoint(self.head, self.root) if self.head else None


@dataclass(frozen=True)
class Asked:
    """What to verify against. ``expected`` is a root's fingerprint, ``since`` a commit; with ``fresh`` no cache is
    trusted. ``alone`` says that texts and records are there without the repository they came from: an archive."""

    now: datetime
    checkpoint: Checkpoint | None = None
    expected: str = ""
    since: str = ""
    fresh: bool = False
    alone: bool = False


def verify(project: Project, asked: Asked) -> Verification:
    """Verify a project's reviews."""
    if _holds_cache(project.root):
        result = Verification(ReviewMode.OFF, head_commit(project.root))
        what = f"仓库里提交了 {CACHE_FOLDER} 文件夹：里面是缓存，它在您电脑上的名字传出去以后，别人就能往里放东西。"
        result.faults.append(Fault(CACHE_FOLDER, f"{what}运行 git rm -r --cached {CACHE_FOLDER}，提交，再核验。"))
        return result
    found = survey(project)
    registers = registers_of(project)
    catalogue = Catalogue(registers.settings, registers.vocabularies, registers.stations, policy=registers.policy)
    trusted = _trusted(project, asked)
    counted = control(project, catalogue, found, trusted)
    result = Verification(counted.mode, head_commit(project.root))
    if counted.chain.in_force is not None:
        result.root, result.version = counted.chain.in_force.hash, counted.chain.in_force.state.number
    for path in sorted({POLICY_FILE, PEOPLE_FILE} & registers.broken):
        result.faults.append(Fault(path, "读不出来，先运行 zoujin check。"))
    result.faults += [_fault(item) for item in (*counted.stops, *counted.warnings)]
    if not counted.is_on:
        result.faults.append(Fault(POLICY_FILE, "没有启用审核，没有可以核验的。"))
    if counted.stops or not counted.is_on:
        return result
    court = court_of(project, found, counted, trust_cache=not asked.fresh)
    sheets = reviewed_sheets(registers.sheets, counted.policy)
    entries = Heads(project.root, found.tree, {**registers.stations, **sheets})
    if not sheets:
        result.unknown.append("登记表（区县、单位、类别等）不在审核制度里，谁能推送，谁就能改。")
    if asked.since:
        changed = changed_since(project.root, asked.since, entries)
        if changed is None:
            result.faults.append(Fault("HEAD", f"没有 {asked.since} 这个提交，或它不在这份仓库里。"))
            return result
        entries = entries.only(changed)
    reviews = court.judge_all(entries, trust_cache=not asked.fresh, keep=not asked.since)
    if asked.since:
        result.changed = [Changed(id, verdict.state.label) for id, verdict in reviews.verdicts.items()]
    _judge(project, asked, court, reviews, entries, result)
    if counted.sealed.records:
        result.notes.append(f"根里封存了登记时期的 {len(counted.sealed.records)} 条记录：只作历史，什么也不批准。")
    if trusted is not None and trusted.head and not asked.alone:
        result.notes += _unreviewed(project.root, trusted.head, sheets)
    result.unknown += _unknown(counted, trusted, asked.alone)
    return result


def _judge(
    project: Project, asked: Asked, court: Court, reviews: Reviews, entries: Mapping[str, Entry],
    result: Verification,
) -> None:  # fmt: skip
    for item in reviews.diagnostics:
        if item.rule == "review-root" or (asked.alone and item.rule == "review-version-missing"):
            continue  # told already, or by whoever reads the archive
        if item.severity is Severity.ADVICE:
            result.notes.append(f"{item.path}：{item.message}")
        else:
            result.faults.append(_fault(item))
    result.faults += _from_the_future(reviews, asked.now)
    if not asked.alone:
        result.faults += _lost_blobs(project, result.head, reviews, trust_cache=not asked.fresh)
    result.notes += _unconfirmed(reviews, asked.now)
    result.notes += _forks(court, reviews, entries)
    result.verdicts = reviews.verdicts
    result.states = dict(Counter(verdict.state.label for verdict in reviews.verdicts.values()))


def _trusted(project: Project, asked: Asked) -> Checkpoint | None:
    kept = asked.checkpoint
    if kept is None and (file := checkpoint_file(project.root)):
        try:
            kept = load_checkpoint(file)
        except ValueError:
            return None  # told by ``control``
    if asked.expected:
        return Checkpoint(kept.head if kept else "", asked.expected)
    return kept


def _holds_cache(root: Path) -> bool:
    """Whether somebody committed a cache. It is not believed, but the name of theirs is known now, to whoever may push to them."""
    return bool(run_git(root, ["ls-tree", "--name-only", "HEAD", "--", CACHE_FOLDER]))


def _fault(item: Diagnostic) -> Fault:
    return Fault(item.path, item.message + item.hint)


def _from_the_future(reviews: Reviews, now: datetime) -> Iterator[Fault]:
    for id, verdict in reviews.verdicts.items():
        if verdict.since is not None and verdict.since > now:
            yield Fault(id, f"有一条记录的时间是 {verdict.since:%Y-%m-%d %H:%M}，比现在还晚。")


def _unconfirmed(reviews: Reviews, now: datetime) -> Iterator[str]:
    for id, verdict in reviews.verdicts.items():
        taken = verdict.taken_back
        if taken is not None and not taken.confirmed and now - taken.moment > CONFIRMED_WITHIN:
            yield f"{id}：{taken.by}在 {taken.moment:%Y-%m-%d %H:%M} 撤稿，终审还没有确认（应在 24 小时内）。"


def _lost_blobs(project: Project, head: str | None, reviews: Reviews, *, trust_cache: bool) -> Iterator[Fault]:
    """Approved versions that could not be shown any more once somebody edits the entry."""
    live: dict[str, Verdict] = {id: verdict for id, verdict in reviews.verdicts.items() if verdict.live is not None}
    blobs = {file.blob for verdict in live.values() if verdict.live for file in verdict.live.files}
    found = reach(project, head, blobs, trust_cache=trust_cache)
    for id, verdict in live.items():
        files = verdict.live.files if verdict.live else ()
        for what, gone in ((Reach.ABSENT, found.absent), (Reach.LOOSE, found.loose)):
            lost = [file.name for file in files if file.blob in gone]
            if lost:
                yield Fault(id, f"审核通过的版本{what.said}（{'、'.join(lost[:3])}）：{found.cure(what)}")
                break


def _forks(court: Court, reviews: Reviews, entries: Mapping[str, Entry]) -> Iterator[str]:
    for id, verdict in reviews.verdicts.items():
        if verdict.tips > 1:
            entry = entries[id]
            yield f"{id}：{explain_fork(court.ledger(entry, court.records(entry)), verdict)}"


def _unreviewed(root: Path, since: str, sheets: Mapping[str, Entry]) -> Iterator[str]:
    changed = changed_unreviewed(root, since, sheets)
    if changed:
        more = f" 等 {len(changed)} 个文件" if len(changed) > _SHOWN else ""
        said = "、".join(changed[:_SHOWN])
        yield f"上次核验（{since[:12]}）以来，不经过审核的地方改过：{said}{more}。请看一遍：git diff {since[:12]} -- 文件。"


def _unknown(counted: Control, trusted: Checkpoint | None, alone: bool) -> Iterator[str]:
    if counted.mode is ReviewMode.REGISTERED:
        yield "登记模式没有签名，不能排除冒名填写。"
    now = counted.chain.in_force
    if now is None:
        yield f"还没有根（zoujin root sign）：谁能改 {POLICY_FILE} 和 {PEOPLE_FILE}，谁就能改由谁审。"
    elif not now.state.is_keyed:
        yield "根只是登记的（负责人没有密钥），不能排除有人冒名签。"
    if not alone:
        yield "网站的样子和设置（theme、mkdocs.yml、content/settings.yaml）不经过审核，谁能推送，谁就能改：在服务器上保护它们。"
    if alone:
        yield "这是归档：不能排除有记录没有放进来，例如归档以后的撤稿。"
        if now is not None and (trusted is None or not trusted.root):
            yield f"不能排除连根一起被换掉；根的指纹是 {now.hash}，请向可信的人核对，再用 --expect 指定。"
    elif counted.files.history is None:
        yield "没有完整的历史（不是 Git 仓库，或是浅克隆），不能排除有记录被删除。"
    elif trusted is None:
        said = f"；根的指纹是 {now.hash}，请向可信的人核对" if now else ""
        yield f"没有检查点（--checkpoint 文件），不能排除整个历史被改写（强制推送）、连根一起被换掉{said}。"
    elif not trusted.head:
        yield "检查点里没有提交，不能排除历史被改写过。"
