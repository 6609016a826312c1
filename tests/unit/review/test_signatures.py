"""Our check of SSH signatures agrees with ssh-keygen, which is asked each time."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256, sha512
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from generator.model.reviewing import Reviewer, ReviewKey
from generator.review.signatures import allowed_signers, why_not

NOW = datetime(2026, 3, 6, 9)
MESSAGE = b'{"entry":"stories/2026/night-bus"}'

pytestmark = pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="needs OpenSSH")


@dataclass(frozen=True)
class Key:
    """A key pair on disk."""

    file: Path

    @property
    def public(self) -> str:
        return self.file.with_suffix(".pub").read_text("utf-8").strip()

    def sign(self, message: bytes = MESSAGE, namespace: str = "zoujin-review") -> str:
        command = ["ssh-keygen", "-q", "-Y", "sign", "-f", str(self.file), "-n", namespace]
        done = subprocess.run(command, input=message, capture_output=True, check=True)
        return done.stdout.decode()


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Key]:
    folder = tmp_path_factory.mktemp("keys")
    found = {}
    for name in ("mine", "other"):
        command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(folder / name)]
        subprocess.run(command, check=True)
        found[name] = Key(folder / name)
    return found


def both(tmp_path: Path, signature: str, message: bytes, *registered: dict[str, object]) -> str:
    """What our check says, after making sure that ssh-keygen says yes or no as well."""
    person = Reviewer.model_validate({"id": "zhao", "name": "赵初", "keys": list(registered)})
    (tmp_path / "allowed").write_text(allowed_signers([person]), "utf-8")
    (tmp_path / "sig").write_text(signature, "utf-8")
    command = ["ssh-keygen", "-Y", "verify", "-f", str(tmp_path / "allowed"), "-I", "zhao", "-n", "zoujin-review"]
    command += ["-s", str(tmp_path / "sig"), "-Overify-time=20260306090000"]
    oracle = subprocess.run(command, input=message, capture_output=True, check=False).returncode == 0
    why = why_not(signature, message, person.keys, NOW)
    assert (why == "") == oracle or "没有按" in why, why
    return why


def test_a_good_signature(keys: dict[str, Key], tmp_path: Path) -> None:
    assert both(tmp_path, keys["mine"].sign(), MESSAGE, {"key": keys["mine"].public}) == ""


def test_a_good_signature_with_windows_line_ends(keys: dict[str, Key]) -> None:
    signature = keys["mine"].sign().replace("\n", "\r\n")
    assert why_not(signature, MESSAGE, [ReviewKey(key=keys["mine"].public)], NOW) == ""


def test_somebody_elses_key(keys: dict[str, Key], tmp_path: Path) -> None:
    why = both(tmp_path, keys["other"].sign(), MESSAGE, {"key": keys["mine"].public})
    assert why == "签名用的密钥不在这个人名下"


def test_other_content(keys: dict[str, Key], tmp_path: Path) -> None:
    why = both(tmp_path, keys["mine"].sign(), MESSAGE + b" ", {"key": keys["mine"].public})
    assert why == "签名和内容对不上：写下之后被人改过"


def test_a_signature_made_for_something_else(keys: dict[str, Key], tmp_path: Path) -> None:
    why = both(tmp_path, keys["mine"].sign(namespace="git"), MESSAGE, {"key": keys["mine"].public})
    assert why == "签名是为别的用途做的"


@pytest.mark.parametrize("term", [{"since": "2026-03-07"}, {"until": "2026-03-06"}, {"until": "2026-03-06 09:00"}])
def test_a_key_before_and_after_its_time(keys: dict[str, Key], tmp_path: Path, term: dict[str, str]) -> None:
    why = both(tmp_path, keys["mine"].sign(), MESSAGE, {"key": keys["mine"].public, **term})
    assert why == "签名用的密钥在那时没有启用，或已经停用"


def test_a_key_that_ends_in_the_afternoon_keeps_what_it_signed_in_the_morning(
    keys: dict[str, Key], tmp_path: Path
) -> None:
    assert both(tmp_path, keys["mine"].sign(), MESSAGE, {"key": keys["mine"].public, "until": "2026-03-06 17:00"}) == ""


def test_a_lost_key(keys: dict[str, Key], tmp_path: Path) -> None:
    why = both(tmp_path, keys["mine"].sign(), MESSAGE, {"key": keys["mine"].public, "lost": "true"})
    assert why == "签名用的密钥已经登记为遗失或泄露"


def test_every_flipped_byte_is_noticed(keys: dict[str, Key]) -> None:
    signature = keys["mine"].sign()
    registered = [ReviewKey(key=keys["mine"].public)]
    for place in range(0, len(signature), 7):
        sign = signature[place]
        if sign == "\n":
            continue
        changed = signature[:place] + ("A" if sign != "A" else "B") + signature[place + 1 :]
        assert why_not(changed, MESSAGE, registered, NOW) != "", place


@pytest.mark.parametrize("text", ["", "x", "-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----", "\ud800"])
def test_no_signature_at_all(keys: dict[str, Key], text: str) -> None:
    assert why_not(text, MESSAGE, [ReviewKey(key=keys["mine"].public)], NOW) == "签名的格式不对，可能被截断或改动"


def string(data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + data


@pytest.mark.parametrize(("flags", "good"), [(b"\x01", True), (b"\x05", True), (b"\x00", False)])
def test_a_hardware_key_counts_when_it_was_touched(flags: bytes, good: bool, tmp_path: Path) -> None:
    """A token in software: what it signs is fixed by OpenSSH's PROTOCOL.u2f. ssh-keygen does not ask for the touch."""
    from base64 import b64encode

    token = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
    point = token.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    kind, application, counter = b"sk-ssh-ed25519@openssh.com", b"ssh:", b"\x00\x00\x00\x07"
    public = string(kind) + string(point) + string(application)
    head = string(b"zoujin-review") + string(b"") + string(b"sha512")
    signed = b"SSHSIG" + head + string(sha512(MESSAGE).digest())
    by_token = token.sign(sha256(application).digest() + flags + counter + sha256(signed).digest())
    made = string(kind) + string(by_token) + flags + counter
    blob = b"SSHSIG" + (1).to_bytes(4, "big") + string(public) + head + string(made)
    text = b64encode(blob).decode()
    lines = "\n".join(text[start : start + 70] for start in range(0, len(text), 70))
    signature = f"-----BEGIN SSH SIGNATURE-----\n{lines}\n-----END SSH SIGNATURE-----\n"
    key = f"{kind.decode()} {b64encode(public).decode()}"
    assert (both(tmp_path, signature, MESSAGE, {"key": key}) == "") is good
