"""Which policy and which people count: those of the root's state in force, whatever the working tree says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.model.catalogue import Catalogue
from generator.model.diagnostic import WHOLE_FILE, Diagnostic, Severity
from generator.model.review_stages import ReviewMode
from generator.model.reviewing import PEOPLE_FILE, POLICY_FILE, Policy, Reviewer
from generator.read.cache_file import load_cached, save_cached
from generator.read.git_objects import is_ancestor, run_git
from generator.read.history import head_commit
from generator.read.registers import read_reviewing
from generator.read.tree import ROOT_FOLDER
from generator.review.root_chain import RootChain
from generator.review.roots import NEEDED, FiledState

from .checkpoint import Checkpoint, checkpoint_file, load_checkpoint
from .project import Project, program_version
from .record_files import RecordFiles, record_files
from .root_files import RootFiles, Sealed, covered_now, root_files
from .survey import Survey


@dataclass(frozen=True)
class Control:
    """``policy`` and ``people`` count; they are the working tree's when that is what the root's state in force says, or
    where there is no root (registered mode). ``sealed`` are the records from before signatures. ``stops`` say why nothing
    can be decided at all, ``warnings`` what is wrong besides."""

    policy: Policy | None
    people: Mapping[str, Reviewer]
    files: RecordFiles
    chain: RootChain = field(default_factory=RootChain)
    is_covered: bool = True
    stops: tuple[Diagnostic, ...] = ()
    warnings: tuple[Diagnostic, ...] = ()
    sealed: Sealed = field(default_factory=Sealed)

    @property
    def mode(self) -> ReviewMode:
        """How it is known who decided."""
        return self.policy.mode if self.policy else ReviewMode.OFF

    @property
    def is_on(self) -> bool:
        """Whether anything is reviewed, or cannot be because of what stops it."""
        return bool(self.stops) or self.mode is not ReviewMode.OFF


def control(project: Project, catalogue: Catalogue, found: Survey, checkpoint: Checkpoint | None = None) -> Control:
    """What counts in a project. ``checkpoint`` is the clone's own one unless it is given."""
    policy, people = catalogue.policy, catalogue.vocabularies.reviewer
    try:
        trusted = checkpoint or _kept(project.root)
    except ValueError:
        wrong = _stop("检查点文件读不出来，不知道该信任哪一版根。", "重新运行 zoujin verify --checkpoint 文件。")
        return Control(policy, people, RecordFiles(project.root, {}, None), stops=(wrong,))
    is_off = policy is None or policy.mode is ReviewMode.OFF
    if is_off and trusted is None and not found.tree.root_files and not _was_rooted(project):
        return Control(policy, people, RecordFiles(project.root, {}, None))
    files = record_files(project, found)
    roots = root_files(files)
    chain = roots.chain(trusted.root if trusted else "")
    stops = [*_rewritten(project.root, trusted), *_unsettled(chain, trusted)]
    sealed = roots.sealed(chain)
    warnings = tuple(_warnings(chain, roots, sealed))
    now = chain.in_force
    if stops or now is None:
        if not stops and policy is not None and policy.mode is ReviewMode.SIGNED:
            stops.append(_unrooted(chain))
        return Control(policy, people, files, chain, chain.in_force is None, tuple(stops), warnings, sealed)
    if (now.state.policy, now.state.people) == covered_now(project.root):
        return Control(policy, people, files, chain, True, (), warnings, sealed)
    return replace(_of_root(now, catalogue, files, chain, warnings), sealed=sealed)


def _of_root(
    now: FiledState, catalogue: Catalogue, files: RecordFiles, chain: RootChain, warnings: tuple[Diagnostic, ...]
) -> Control:
    """What the state in force says, because the working tree says something else."""
    read = _read(now)
    if read is None:
        wrong = _stop(
            f"根的第 {now.state.number} 版里的审核制度或名单，这一版程序读不出来。",
            "换回签字时用的程序版本，或重新签一版。",
        )
        return Control(catalogue.policy, {}, files, chain, False, (wrong,), warnings)
    later = Diagnostic(
        PEOPLE_FILE if _differs(now, files.root) else POLICY_FILE,
        WHOLE_FILE,
        "review-root",
        Severity.WARNING,
        f"审核制度或人员名单改过，还没有 {NEEDED} 位负责人签字：现在仍按根的第 {now.state.number} 版算。",
        "负责人各运行一次 zoujin root sign；不该改的，恢复原来的文件。",
    )
    return Control(read[0], read[1], files, chain, False, (), (later, *warnings))


def _read(item: FiledState) -> tuple[Policy | None, dict[str, Reviewer]] | None:
    with TemporaryDirectory(prefix="zoujin-") as folder:
        for path, lines in ((POLICY_FILE, item.state.policy), (PEOPLE_FILE, item.state.people)):
            if lines:
                target = Path(folder) / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes("\n".join(lines).encode("utf-8", "surrogatepass"))
        return read_reviewing(Path(folder))


def _differs(item: FiledState, root: Path) -> bool:
    return covered_now(root).people != item.state.people


def _kept(root: Path) -> Checkpoint | None:
    if not any((folder / ".git").exists() for folder in (root, *root.parents)):
        return None
    file = checkpoint_file(root)
    return load_checkpoint(file) if file else None


def _was_rooted(project: Project) -> bool:
    """Whether history knows of a root that the working tree has no more: reviews were not switched off by deleting it."""
    head = head_commit(project.root)
    if head is None:
        return False
    path, version = project.cache / "root-history.pickle", program_version()
    kept = load_cached(path, version)
    if isinstance(kept, tuple) and kept[0] == head:
        return bool(kept[1])
    answer = run_git(project.root, ["rev-list", "-1", head, "--", ROOT_FOLDER])
    save_cached(path, version, (head, bool(answer)))
    return bool(answer)


def _rewritten(root: Path, trusted: Checkpoint | None) -> Iterator[Diagnostic]:
    if trusted is None or not trusted.head:
        return
    head = head_commit(root)
    if head is None:
        yield _stop(
            f"没有完整的历史，不能和检查点（{trusted.head[:12]}）核对。", "浅克隆先运行 git fetch --unshallow。"
        )
    elif head != trusted.head and not is_ancestor(root, trusted.head, head):
        yield _stop(
            f"上次核验过的提交 {trusted.head[:12]} 不在现在的历史里：历史被改写过（强制推送），或仓库不完整。",
            "先 git fetch；还是不行，找管理仓库的人问清楚是谁改写的，从没有改写的克隆恢复。",
        )


def _unsettled(chain: RootChain, trusted: Checkpoint | None) -> Iterator[Diagnostic]:
    if chain.trusted_missing and trusted is not None:
        yield _stop(
            f"信任的根 {trusted.root[:16]}… 不在这份仓库里：根被换掉、删掉，或历史被改写过。",
            "从没有改写的克隆恢复 content/review/root；确实要换根，向上级单位核实新的指纹，再用 --expect 指定。",
        )
    elif chain.is_forked:
        tips = "、".join(f"第 {item.state.number} 版（{item.hash[:12]}）" for item in chain.tips)
        yield _stop(
            f"根分了叉：{tips}都有人签过，不知道该按哪一版。",
            "把 policy.yaml 和 people.yaml 改成应有的样子，负责人各运行一次 zoujin root sign，新的一版会接上两边；"
            "有一版是别人冒签的，用 git config zoujin.checkpoint 指定可信的检查点。",
        )


def _unrooted(chain: RootChain) -> Diagnostic:
    signed = "、".join(name for item in chain.pending for name in item.signed_by)
    return _stop(
        f"签名模式要先有 {NEEDED} 位负责人签过的根，现在" + (f"只有 {signed} 签过。" if signed else "还没有人签。"),
        f"在 {PEOPLE_FILE} 里给至少两位写上 chief: true 和密钥，各运行一次 zoujin root sign。",
    )


def _warnings(chain: RootChain, roots: RootFiles, sealed: Sealed) -> Iterator[Diagnostic]:
    for refusal in (*roots.refused, *chain.refused):
        yield _warning(
            refusal.file, f"这个文件不算数：{refusal.why}。", "不要修改或删除根的文件，用 zoujin root sign 签新的。"
        )
    for name in roots.restored:
        yield _warning(
            name,
            "这个文件被删除或改动过，仍然按历史里原来的内容算。",
            "从历史里恢复它：git log 找到它，再用 git checkout 提交号 -- 文件。",
        )
    if sealed.absent:
        yield _warning(
            "sealed-*.json", "根里封存的登记记录的名单不见了，那些记录都不算数。", "从历史或别的克隆里恢复它。"
        )
    for stray in chain.strays:
        yield _warning(stray.file, "这一版根和信任的根不是一条线上的，不算数。", "查清楚是谁签的。")


def _warning(name: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(f"{ROOT_FOLDER}/{name}", WHOLE_FILE, "review-root", Severity.WARNING, message, hint)


def _stop(message: str, hint: str) -> Diagnostic:
    return Diagnostic(ROOT_FOLDER, WHOLE_FILE, "review-root", Severity.ERROR, message, hint)
