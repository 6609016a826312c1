"""SSH signatures (``ssh-keygen -Y sign``), checked in this process: ten thousand entries are more than ssh-keygen can do.

Ed25519 is libsodium's, which takes half of OpenSSL's time. The format is OpenSSH's PROTOCOL.sshsig, with its PROTOCOL.u2f for keys that live in a
hardware token.
"""

from __future__ import annotations

import binascii
from base64 import b64decode
from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import lru_cache
from hashlib import sha256, sha512

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, SECP256R1, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from nacl.bindings import crypto_sign_open
from nacl.exceptions import BadSignatureError

from generator.model.reviewing import Reviewer, ReviewKey

from .records import NAMESPACE

_BEGIN, _END = "-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----"
_MAGIC = b"SSHSIG"
_HASHES = {b"sha256": sha256, b"sha512": sha512}
_POINT_BYTES, _SIGNATURE_BYTES = 32, 64
_SECOND = timedelta(seconds=1)
"""OpenSSH takes the moment at which a key ends for one at which it is still good."""
_TOUCHED = 0x01
"""The flag of a hardware key that somebody touched it."""


class _Malformed(ValueError):
    """No signature in OpenSSH's form."""


class _Untouched(ValueError):
    """A hardware key that signed by itself."""


class _Wire:
    """Reads OpenSSH's strings and numbers one after the other."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def take(self, size: int) -> bytes:
        if size > len(self._data):
            raise _Malformed
        taken, self._data = self._data[:size], self._data[size:]
        return taken

    def number(self) -> int:
        return int.from_bytes(self.take(4), "big")

    def string(self) -> bytes:
        return self.take(self.number())

    def end(self) -> None:
        if self._data:
            raise _Malformed


def why_not(
    signature: str, message: bytes, keys: Iterable[ReviewKey], moment: datetime, purpose: str = NAMESPACE
) -> str:
    """Why ``signature`` is not one over ``message`` by one of ``keys`` at ``moment``; "" when it is.

    ``purpose`` is the namespace that it was made in.
    """
    known = tuple(keys)
    try:
        raw = _unarmoured(signature)
        if _is_plain(raw, message, known, moment, purpose):
            return ""
        wire = _Wire(raw)
        if wire.take(6) != _MAGIC or wire.number() != 1:
            raise _Malformed
        public, namespace, reserved, hash_name, made = (wire.string() for _ in range(5))
        wire.end()
        if namespace != purpose.encode():
            return "签名是为别的用途做的"
        key = next((key for key in known if _blob(key.key) == public), None)
        if key is None:
            return "签名用的密钥不在这个人名下"
        if key.lost:
            return "签名用的密钥已经登记为遗失或泄露"
        if not _is_current(key, moment):
            return "签名用的密钥在那时没有启用，或已经停用"
        if hash_name not in _HASHES:
            raise _Malformed
        digest = _HASHES[hash_name](message).digest()
        signed = _MAGIC + b"".join(map(_string, (namespace, reserved, hash_name, digest)))
        _verify(public, made, signed)
    except _Malformed:
        return "签名的格式不对，可能被截断或改动"
    except _Untouched:
        return "硬件密钥没有按，不知道是不是本人签的"
    except InvalidSignature:
        return "签名和内容对不上：写下之后被人改过"
    return ""


def allowed_signers(people: Iterable[Reviewer]) -> str:
    """The file with which ``ssh-keygen -Y verify`` checks the same, one key a line."""
    lines = []
    for person in people:
        for key in person.keys:
            if key.lost:
                continue
            options = [f'namespaces="{NAMESPACE}"']
            options += [f'valid-after="{key.since:%Y%m%d}"'] if key.since else []
            options += [f'valid-before="{key.until - _SECOND:%Y%m%d%H%M%S}"'] if key.until else []
            lines.append(f"{person.id} {','.join(options)} {' '.join(key.key.split()[:2])}\n")
    return "".join(lines)


def _unarmoured(signature: str) -> bytes:
    text = signature.strip()
    if not (text.startswith(_BEGIN) and text.endswith(_END)):
        raise _Malformed
    return _decoded("".join(text[len(_BEGIN) : -len(_END)].split()))


def _decoded(text: str) -> bytes:
    try:
        return b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise _Malformed from None


@lru_cache(maxsize=1000)
def _blob(key: str) -> bytes:
    try:
        return _decoded(key.split()[1])
    except _Malformed:
        return b""


def _is_current(key: ReviewKey, moment: datetime) -> bool:
    if key.since is not None and moment.date() < key.since:
        return False
    return key.until is None or moment < key.until


def _is_plain(raw: bytes, message: bytes, keys: Iterable[ReviewKey], moment: datetime, purpose: str) -> bool:
    """Whether it is a sound signature of the most common kind, of which all but the last 64 bytes is known beforehand;
    of any other ``why_not`` finds out."""
    for key in keys:
        head, point = _plain_head(key.key, purpose)
        if head and len(raw) == len(head) + _SIGNATURE_BYTES and raw.startswith(head):
            signed = (
                _MAGIC
                + _string(purpose.encode())
                + _string(b"")
                + _string(b"sha512")
                + _string(sha512(message).digest())
            )
            return not key.lost and _is_current(key, moment) and _holds(point, raw[len(head) :], signed)
    return False


@lru_cache(maxsize=1000)
def _plain_head(key: str, purpose: str) -> tuple[bytes, bytes]:
    """All that stands before an Ed25519 key's signature, and the key's point; nothing for other keys."""
    blob = _blob(key)
    kind = _string(b"ssh-ed25519")
    if not blob.startswith(kind) or len(blob) != len(kind) + 4 + _POINT_BYTES:
        return b"", b""
    about = _string(purpose.encode()) + _string(b"") + _string(b"sha512")
    length = len(kind) + 4 + _SIGNATURE_BYTES
    made = length.to_bytes(4, "big") + kind + _SIGNATURE_BYTES.to_bytes(4, "big")
    return _MAGIC + (1).to_bytes(4, "big") + _string(blob) + about + made, blob[-_POINT_BYTES:]


def _holds(point: bytes, signature: bytes, signed: bytes) -> bool:
    try:
        crypto_sign_open(signature + signed, point)
    except (BadSignatureError, ValueError):
        return False
    return True


def _string(data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + data


def _verify(public: bytes, made: bytes, signed: bytes) -> None:
    key, signature = _Wire(public), _Wire(made)
    kind = key.string()
    if signature.string() != kind:
        raise _Malformed
    try:
        match kind:
            case b"ssh-ed25519":
                point, by_key = key.string(), signature.string()
                signature.end()
                _verify_point(point, by_key, signed)
            case b"sk-ssh-ed25519@openssh.com":
                point, application, by_key = key.string(), key.string(), signature.string()
                _verify_point(point, by_key, _token_data(application, signature, signed))
            case b"sk-ecdsa-sha2-nistp256@openssh.com":
                curve, point, application, numbers = key.string(), key.string(), key.string(), _Wire(signature.string())
                if curve != b"nistp256":
                    raise _Malformed
                r, s = (int.from_bytes(numbers.string(), "big") for _ in range(2))
                on_curve = EllipticCurvePublicKey.from_encoded_point(SECP256R1(), point)
                data = _token_data(application, signature, signed)
                on_curve.verify(encode_dss_signature(r, s), data, ECDSA(SHA256()))
            case _:
                raise _Malformed
    except (InvalidSignature, _Untouched):
        raise
    except ValueError:
        raise _Malformed from None


def _verify_point(point: bytes, signature: bytes, signed: bytes) -> None:
    if len(point) != _POINT_BYTES or len(signature) != _SIGNATURE_BYTES:
        raise _Malformed
    if not _holds(point, signature, signed):
        raise InvalidSignature


def _token_data(application: bytes, signature: _Wire, signed: bytes) -> bytes:
    """What a hardware token signs: for which application, that it was touched, its counter, and the digest."""
    flags, counter = signature.take(1), signature.take(4)
    signature.end()
    if not flags[0] & _TOUCHED:
        raise _Untouched
    return sha256(application).digest() + flags + counter + sha256(signed).digest()
