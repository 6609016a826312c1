"""A chief signs the policy and the people as they are: a state of the root, and her word on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from generator.model.catalogue import Catalogue
from generator.model.diagnostic import Severity
from generator.model.review_stages import ReviewMode
from generator.model.reviewing import PEOPLE_FILE, POLICY_FILE, Reviewer
from generator.read.tree import ROOT_FOLDER
from generator.review.people import Staff
from generator.review.root_chain import RootChain
from generator.review.roots import (
    NAMESPACE,
    NEEDED,
    Approval,
    FiledState,
    filed_approval,
    filed_state,
    next_state,
    root_text,
)
from generator.review.sealed_records import SealedList, sealed_text

from .controls import Control, control
from .project import Project
from .reading import read_catalogue
from .refused import Refused
from .review_signing import sign_bytes
from .root_files import covered_now
from .sealing import unsealed
from .survey import survey


@dataclass(frozen=True)
class RootDesk:
    """A project's root as it stands now."""

    project: Project
    catalogue: Catalogue
    control: Control
    sealing: SealedList | None = None
    """Records without a signature that the next state would list as history."""

    @property
    def chain(self) -> RootChain:
        """All states in order."""
        return self.control.chain

    @property
    def proposed(self) -> FiledState | None:
        """The state that the working tree asks for; None when it is the one in force."""
        now, files = self.chain.in_force, covered_now(self.project.root)
        if now is not None and (now.state.policy, now.state.people) == files and self.sealing is None:
            return None
        policy = self.catalogue.policy
        mode = policy.mode if policy else ReviewMode.OFF
        sealed = self.sealing.hash if self.sealing else None
        return filed_state(next_state(files, mode, self.catalogue.vocabularies.reviewer, self.chain.tips, sealed))

    @property
    def signed_by(self) -> tuple[str, ...]:
        """Ids of the chiefs who have signed the proposed state."""
        proposed = self.proposed
        return self.chain.signers.get(proposed.hash, ()) if proposed else ()


def open_root(project: Project, *, seal: bool = False) -> RootDesk:
    """The root of a project. A state with which signatures begin to count lists the records from before; with ``seal`` a
    later one lists those that came after all, from a branch that was merged late.

    Raises:
        Refused: policy or people cannot be read, or the root is not the one that is trusted.
    """
    found = survey(project)
    reading = read_catalogue(project, found)
    files = (POLICY_FILE, PEOPLE_FILE)
    wrong = next((item for item in reading.diagnostics if item.path in files and item.severity is Severity.ERROR), None)
    if wrong is not None or set(files) & reading.catalogue.broken:
        raise Refused(f"{POLICY_FILE} 或 {PEOPLE_FILE} 有错误，先运行 zoujin check 改好。")
    counted = control(project, reading.catalogue, found)
    desk = RootDesk(project, reading.catalogue, counted, _sealing(reading.catalogue, counted, seal))
    if counted.chain.trusted_missing:
        raise Refused("".join(f"{stop.message}{stop.hint}" for stop in counted.stops))
    return desk


def sign_root(desk: RootDesk, signer: Reviewer, key: Path | None, now: datetime) -> list[Path]:
    """Write a chief's word on the working tree's policy and people at ``now`` (naive, Asia/Shanghai); the files.

    Raises:
        Refused: nothing changed, she may not sign, or it cannot be signed or written.
    """
    proposed = desk.proposed
    if proposed is None:
        raise Refused("审核制度和人员名单没有改动，不用签。")
    _refuse_weak(proposed)
    panels = [item for item in desk.chain.tips if item.state.is_keyed]
    panels = panels or ([proposed] if proposed.state.is_keyed or not desk.chain.tips else list(desk.chain.tips))
    chiefs = {chief.id: chief for panel in panels for chief in panel.state.chiefs}
    if signer.id not in chiefs:
        known = "、".join(chief.name for chief in chiefs.values())
        raise Refused(
            f"{signer.name}不是{'上一版的' if desk.chain.tips else ''}负责人，不能签。可以签的有：{known or '还没有人'}。"
        )
    if signer.id in desk.signed_by:
        raise Refused(f"{signer.name}已经签过这一版。")
    approval = Approval(
        format="zoujin-root-approval-1",
        root=proposed.hash,
        signer=signer.id,
        signer_name=chiefs[signer.id].name,
        time=f"{now:%Y-%m-%dT%H:%M:%S}+08:00",
    )
    if any(panel.state.is_keyed for panel in panels):
        if key is None:
            raise Refused("负责人要用自己的密钥签：加上 --key 私钥文件，或运行一次 git config zoujin.key 私钥文件。")
        keys = next(
            panel.state.staff.people[signer.id].keys for panel in panels if signer.id in panel.state.staff.people
        )
        made = sign_bytes([filed_approval(approval).signed], key, keys, now, NAMESPACE)
        if made.trouble:
            raise Refused(made.trouble)
        approval = approval.model_copy(update={"signature": made.signatures[0]})
    listed = [_write(desk.project.root, desk.sealing.file, sealed_text(desk.sealing))] if desk.sealing else []
    return [
        *listed,
        _write(desk.project.root, proposed.file, root_text(proposed.state)),
        _write(desk.project.root, filed_approval(approval).file, root_text(approval)),
    ]


def _sealing(catalogue: Catalogue, counted: Control, seal: bool) -> SealedList | None:
    if catalogue.policy is None or catalogue.policy.mode is not ReviewMode.SIGNED:
        return None
    tips = counted.chain.tips
    begins = not tips or any(item.state.mode is not ReviewMode.SIGNED for item in tips)
    return unsealed(counted) if begins or seal else None


def _refuse_weak(proposed: FiledState) -> None:
    """No state after which nobody could change anything any more."""
    staff: Staff = proposed.state.staff
    persons = {staff.person(chief.id) for chief in proposed.state.chiefs}
    if len(persons) < NEEDED:
        raise Refused(
            f"{PEOPLE_FILE} 里至少要有 {NEEDED} 位不同的负责人（chief: true），现在有 {len(persons)} 位。"
            "人手不够，可以写上级单位的一位。"
        )
    if proposed.state.mode is ReviewMode.SIGNED and not proposed.state.is_keyed:
        raise Refused(f"签名模式至少要有 {NEEDED} 位负责人登记了密钥：先用 zoujin key add。")


def _write(root: Path, name: str, text: str) -> Path:
    folder = root / ROOT_FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / name
    target.write_text(text, encoding="utf-8", newline="\n")
    return target
