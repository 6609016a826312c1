"""Everything about reviews checked once more from the files and from history, trusting no cache."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from generator.model.canonical import bundle_digest, file_digest
from generator.model.diagnostic import Severity
from generator.model.review_stages import ReviewMode
from generator.model.reviewing import PEOPLE_FILE, POLICY_FILE
from generator.read.git_objects import is_ancestor, read_blobs
from generator.read.history import head_commit
from generator.review.people import Staff
from generator.review.verdict import Verdict

from .content_digests import content_digests
from .project import Project
from .reading import read_catalogue, survey
from .record_files import record_files
from .reviews import Court, Reviews

CONFIRMED_WITHIN = timedelta(hours=24)
"""So soon somebody of the final stage confirms that an entry was taken down."""


@dataclass(frozen=True)
class Fault:
    """Something that must not be: where, and what (Chinese)."""

    place: str
    what: str


@dataclass(frozen=True)
class Checkpoint:
    """What was verified last, kept outside the repository: a commit, and the digest of policy and people."""

    head: str
    control: str


@dataclass
class Verification:
    """``unknown`` says what cannot be excluded, and which records came too early or from the wrong person; ``states`` counts entries by their review's state."""

    mode: ReviewMode
    head: str | None
    control: str
    faults: list[Fault] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    states: dict[str, int] = field(default_factory=dict)

    @property
    def checkpoint(self) -> Checkpoint | None:
        """What to keep for the next time; None without a history."""
        return Checkpoint(self.head, self.control) if self.head else None


def verify(project: Project, now: datetime, checkpoint: Checkpoint | None = None, expected: str = "") -> Verification:
    """Verify a project's reviews. ``expected`` is the digest that policy and people must have, "" for any."""
    found = survey(project)
    reading = read_catalogue(project, found)
    policy = reading.catalogue.policy
    head = head_commit(project.root)
    control = control_digest(project.root)
    if policy is None or policy.mode is ReviewMode.OFF:
        result = Verification(ReviewMode.OFF, head, control)
        result.faults.append(Fault(POLICY_FILE, "没有启用审核，没有可以核验的。"))
        result.faults += _moved(project, result, checkpoint, expected)
        return result
    result = Verification(policy.mode, head, control)
    for path in sorted({POLICY_FILE, PEOPLE_FILE} & reading.catalogue.broken):
        result.faults.append(Fault(path, "读不出来，先运行 zoujin check。"))
    contents = content_digests(project, found, policy, trust_cache=False)
    files = record_files(project, found)
    court = Court(project, policy, Staff(reading.catalogue.vocabularies.reviewer), files, contents)
    reviews = court.judge_all(reading.catalogue.entries, trust_cache=False)
    for item in reviews.diagnostics:
        if item.severity is Severity.ADVICE:
            result.unknown.append(f"{item.path}：{item.message}")
        else:
            result.faults.append(Fault(item.path, item.message))
    result.faults += _from_the_future(reviews, now)
    result.faults += _lost_blobs(project, reviews)
    result.faults += _moved(project, result, checkpoint, expected)
    result.unknown += _unconfirmed(reviews, now)
    result.unknown += _unknown(result, files.history is not None, checkpoint)
    result.states = dict(Counter(verdict.state.label for verdict in reviews.verdicts.values()))
    return result


def control_digest(root: Path) -> str:
    """One digest of the policy and the people, in the canonical form of any bundle."""
    found = {}
    for path in (POLICY_FILE, PEOPLE_FILE):
        name = path.rpartition("/")[2]
        try:
            found[name] = file_digest(name, (root / path).read_bytes())
        except OSError:
            continue
    return bundle_digest(found)


def load_checkpoint(path: Path) -> Checkpoint | None:
    """What was kept; None when there is nothing yet.

    Raises:
        ValueError: the file holds something else.
    """
    if not path.exists():
        return None
    values = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(values, dict) or not all(isinstance(values.get(key), str) for key in ("head", "control")):
        raise ValueError("no checkpoint")
    return Checkpoint(values["head"], values["control"])


def save_checkpoint(path: Path, checkpoint: Checkpoint) -> None:
    """Keep it for the next time."""
    text = json.dumps({"head": checkpoint.head, "control": checkpoint.control}, indent=1)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def _from_the_future(reviews: Reviews, now: datetime) -> Iterator[Fault]:
    for id, verdict in reviews.verdicts.items():
        if verdict.since is not None and verdict.since > now:
            yield Fault(id, f"有一条记录的时间是 {verdict.since:%Y-%m-%d %H:%M}，比现在还晚。")


def _unconfirmed(reviews: Reviews, now: datetime) -> Iterator[str]:
    for id, verdict in reviews.verdicts.items():
        taken = verdict.taken_back
        if taken is not None and not taken.confirmed and now - taken.moment > CONFIRMED_WITHIN:
            yield f"{id}：{taken.by}在 {taken.moment:%Y-%m-%d %H:%M} 撤稿，终审还没有确认（应在 24 小时内）。"


def _lost_blobs(project: Project, reviews: Reviews) -> Iterator[Fault]:
    """Approved versions that could not be shown any more once somebody edits the entry."""
    wanted: dict[str, Verdict] = {id: verdict for id, verdict in reviews.verdicts.items() if verdict.live is not None}
    blobs = [file.blob for verdict in wanted.values() if verdict.live for file in verdict.live.files]
    held = read_blobs(project.root, blobs).keys()
    for id, verdict in wanted.items():
        absent = [file.name for file in (verdict.live.files if verdict.live else ()) if file.blob not in held]
        if absent:
            yield Fault(
                id,
                f"审核通过的版本在这份仓库里找不到了（{'、'.join(absent[:3])}）："
                "可能是压缩合并（squash）或变基丢了提交，也可能是浅克隆（git fetch --unshallow）。",
            )


def _moved(project: Project, result: Verification, checkpoint: Checkpoint | None, expected: str) -> Iterator[Fault]:
    if expected and expected != result.control:
        yield Fault("content/review", f"审核制度和人员名单的摘要是 {result.control}，和指定的 {expected} 不一样。")
    if checkpoint is None:
        return
    if result.head is None or (
        checkpoint.head != result.head and not is_ancestor(project.root, checkpoint.head, result.head)
    ):
        yield Fault("HEAD", f"上次核验过的提交 {checkpoint.head[:12]} 不在现在的历史里：历史被改写过，或仓库不完整。")
    if checkpoint.control != result.control and not expected:
        yield Fault(
            "content/review",
            f"审核制度或人员名单和上次核验时不一样（{checkpoint.control[:12]} → {result.control[:12]}）。"
            f"看 git log -p content/review；确认无误后，用 --expect {result.control} 再核验一次。",
        )


def _unknown(result: Verification, history_known: bool, checkpoint: Checkpoint | None) -> Iterator[str]:
    if result.mode is ReviewMode.REGISTERED:
        yield "登记模式没有签名，不能排除冒名填写。"
    if not history_known:
        yield "没有完整的历史（不是 Git 仓库，或是浅克隆），不能排除有记录被删除。"
    elif checkpoint is None:
        yield "没有检查点（--checkpoint 文件），不能排除整个历史被改写（强制推送），也看不出审核制度和人员名单被谁改过。"
