"""Records are signed by ssh-keygen, which alone sees the private key or asks the hardware token."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from generator.model.reviewing import ReviewKey
from generator.review.records import NAMESPACE, ReviewRecord, filed
from generator.review.signatures import why_not

_SECONDS = 120
"""For a passphrase, or for touching a token."""

_AT_ONCE = 500
"""Files in one call: a command line has an end."""


class Signed(NamedTuple):
    """Signatures in the order of the records, or why there are none (Chinese)."""

    signatures: tuple[str, ...]
    trouble: str = ""


def sign(records: Sequence[ReviewRecord], key: Path, keys: Iterable[ReviewKey], now: datetime) -> Signed:
    """Sign records with the private key in ``key``, and check at once that it is one of the signer's ``keys``."""
    return sign_bytes([filed(record).signed for record in records], key, keys, now, NAMESPACE)


def sign_bytes(messages: Sequence[bytes], key: Path, keys: Iterable[ReviewKey], now: datetime, purpose: str) -> Signed:
    """Sign ``messages`` in the namespace ``purpose``. A key's passphrase is asked for once for each five hundred."""
    known = tuple(keys)
    signatures: list[str] = []
    with TemporaryDirectory(prefix="zoujin-") as folder:
        texts = [Path(folder) / f"{number}.text" for number in range(len(messages))]
        for text, message in zip(texts, messages, strict=True):
            text.write_bytes(message)
        try:
            for start in range(0, len(texts), _AT_ONCE):
                names = [str(text) for text in texts[start : start + _AT_ONCE]]
                subprocess.run(
                    ["ssh-keygen", "-q", "-Y", "sign", "-f", str(key), "-n", purpose, *names],
                    check=True,
                    capture_output=False,
                    stdout=subprocess.DEVNULL,
                    timeout=_SECONDS,
                )
            signatures = [text.with_name(f"{text.name}.sig").read_text(encoding="ascii") for text in texts]
        except FileNotFoundError:
            why = "这台电脑上没有 ssh-keygen，不能签名。请安装 OpenSSH（Windows 设置里的“可选功能”就有）。"
            return Signed((), why)
        except (OSError, subprocess.SubprocessError):
            return Signed((), f"用 {key} 签名没有成功：文件不是私钥、口令不对，或没有按硬件密钥。没有写记录。")
    for signature, message in zip(signatures, messages, strict=True):
        if why := why_not(signature, message, known, now, purpose):
            return Signed((), f"{why}：检查 --key 是不是自己的私钥，公钥是不是已经登记。没有写记录。")
    return Signed(tuple(signatures))
