"""A corpus whose stories have passed three reviews, each with six signed records, committed."""

from __future__ import annotations

import subprocess
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha1, sha512
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from generator.model.canonical import bundle_digest, file_digest
from generator.model.review_stages import ReviewMode, Stage
from generator.model.reviewing import Reviewer, ReviewKey
from generator.review.records import NAMESPACE, Decision, FileLocator, ReviewRecord, file_name, file_text, filed
from generator.review.roots import NAMESPACE as ROOT_NAMESPACE
from generator.review.roots import Approval, covered, filed_approval, filed_state, next_state, root_text

POLICY = """\
mode: signed
requirements:
  - name: 三审三校
    kinds: [story]
    stages: [first, proof-1, second, proof-2, final, proof-3]
  - name: 其余
    kinds: [station, activity, profile, campaign, feature, page, announcement, public-notice, policy, list, news]
    stages: []
"""
STEPS: tuple[tuple[str, Decision, tuple[Stage, ...]], ...] = (
    ("chen", Decision.SUBMIT, ()),
    ("zhao", Decision.PASS, (Stage.FIRST,)),
    ("wang", Decision.PASS, (Stage.PROOF_1,)),
    ("qian", Decision.PASS, (Stage.SECOND, Stage.PROOF_2)),
    ("sun", Decision.PASS, (Stage.FINAL,)),
    ("wu", Decision.PASS, (Stage.PROOF_3,)),
)
_NAMES = {"chen": "陈一舟", "zhao": "赵初", "wang": "王一校", "qian": "钱复", "sun": "孙终", "wu": "吴三校"}
_CHIEFS = ("qian", "sun")
_START = datetime(2026, 3, 1, 9)  # noqa: DTZ001 - Asia/Shanghai throughout


@dataclass(frozen=True)
class Signer:
    """Somebody with a key made from a fixed seed: the corpus is the same every time."""

    id: str
    private: Ed25519PrivateKey

    @property
    def blob(self) -> bytes:
        """The public key as OpenSSH writes it down."""
        return _strings(b"ssh-ed25519", self.private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw))

    @property
    def line(self) -> str:
        """The public key's line."""
        return f"ssh-ed25519 {b64encode(self.blob).decode()}"

    def sign(self, message: bytes, namespace: str) -> str:
        """What ``ssh-keygen -Y sign`` makes."""
        about = _strings(namespace.encode(), b"", b"sha512", sha512(message).digest())
        made = _strings(b"ssh-ed25519", self.private.sign(b"SSHSIG" + about))
        head = b"SSHSIG" + (1).to_bytes(4, "big")
        whole = head + _strings(self.blob, namespace.encode(), b"", b"sha512", made)
        text = b64encode(whole).decode()
        lines = "\n".join(text[at : at + 70] for at in range(0, len(text), 70))
        return f"-----BEGIN SSH SIGNATURE-----\n{lines}\n-----END SSH SIGNATURE-----\n"


def signers() -> dict[str, Signer]:
    """Everybody who reviews, by id."""
    return {id: Signer(id, Ed25519PrivateKey.from_private_bytes(bytes([at + 1] * 32))) for at, id in enumerate(_NAMES)}


def review_corpus(project: Path) -> None:
    """Give all stories of a written corpus their records, and commit everything."""
    people = signers()
    _put(project / "content/review/policy.yaml", POLICY)
    _put(project / "content/review/people.yaml", "".join(_row(signer) for signer in people.values()))
    _put(project / ".gitignore", ".zoujin/\nsite/\n")
    _sign_root(project, people)
    for folder in sorted((project / "stories").glob("*/*")):
        entry = folder.relative_to(project).as_posix()
        for name, text in records_of(entry, {path.name: path.read_bytes() for path in _files(folder)}, people):
            _put(folder / "review" / name, text)
    git(project, "init", "-q", "-b", "main")
    commit(project, "begin")
    git(project, "-c", "gc.auto=0", "repack", "-q", "-a", "-d")


def records_of(
    entry: str, files: dict[str, bytes], people: dict[str, Signer], start: datetime = _START,
    follows: tuple[str, ...] = (),
) -> Iterator[tuple[str, str]]:  # fmt: skip
    """The names and texts of the six records of one version; the first one ``follows`` what is given."""
    digests = {name: file_digest(name, data) for name, data in files.items()}
    located = tuple(
        FileLocator(name=name, sha256=digests[name], blob=sha1(b"blob %d\0" % len(data) + data).hexdigest())
        for name, data in sorted(files.items())
    )
    for minutes, (who, decision, stages) in enumerate(STEPS):
        record = ReviewRecord(
            format="zoujin-review-1",
            entry=entry,
            content=bundle_digest(digests),
            files=located,
            decision=decision,
            stages=stages,
            signer=who,
            signer_name=_NAMES[who],
            time=f"{start + timedelta(minutes=minutes):%Y-%m-%dT%H:%M:%S}+08:00",
            follows=follows,
            mode=ReviewMode.SIGNED,
        )
        made = filed(record)
        signed = record.model_copy(update={"signature": people[who].sign(made.signed, NAMESPACE)})
        follows = (made.hash,)
        yield file_name(signed), file_text(signed)


def git(project: Path, *arguments: str) -> str:
    """What git says."""
    command = ["git", "-C", str(project), "-c", "user.name=bench", "-c", "user.email=bench@bench.example", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def commit(project: Path, message: str) -> None:
    """Commit everything."""
    git(project, "add", "-A")
    git(project, "-c", "gc.auto=0", "-c", "commit.gpgsign=false", "commit", "-q", "-m", message)


def _sign_root(project: Path, people: dict[str, Signer]) -> None:
    review = project / "content/review"
    reviewers = {
        id: Reviewer(id=id, name=_NAMES[id], chief=id in _CHIEFS, keys=(ReviewKey(key=signer.line),))
        for id, signer in people.items()
    }
    now = covered((review / "policy.yaml").read_bytes(), (review / "people.yaml").read_bytes())
    state = filed_state(next_state(now, ReviewMode.SIGNED, reviewers, []))
    _put(review / "root" / state.file, root_text(state.state))
    for id in _CHIEFS:
        word = Approval(
            format="zoujin-root-approval-1", root=state.hash, signer=id, signer_name=_NAMES[id],
            time=f"{_START:%Y-%m-%dT%H:%M:%S}+08:00",
        )  # fmt: skip
        made = filed_approval(word)
        text = root_text(word.model_copy(update={"signature": people[id].sign(made.signed, ROOT_NAMESPACE)}))
        _put(review / "root" / made.file, text)


def _row(signer: Signer) -> str:
    stages = [stage.value for who, _, stages in STEPS if who == signer.id for stage in stages]
    chief = "  chief: true\n" if signer.id in _CHIEFS else ""
    said = f"  stages: [{', '.join(stages)}]\n" if stages else ""
    return f"- id: {signer.id}\n  name: {_NAMES[signer.id]}\n{said}{chief}  keys: [{{key: {signer.line}}}]\n"


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.is_file()]


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _strings(*parts: bytes) -> bytes:
    return b"".join(len(part).to_bytes(4, "big") + part for part in parts)
