"""A record is signed by ssh-keygen, which alone sees the private key or asks the hardware token."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from generator.model.reviewing import ReviewKey
from generator.review.records import NAMESPACE, ReviewRecord, filed
from generator.review.signatures import why_not

_SECONDS = 120
"""For a passphrase, or for touching a token."""


class Signed(NamedTuple):
    """A signature, or why there is none (Chinese)."""

    signature: str
    trouble: str = ""


def sign(record: ReviewRecord, key: Path, keys: Iterable[ReviewKey], day: date) -> Signed:
    """Sign a record with the private key in ``key``, and check at once that it is one of the signer's ``keys``."""
    message = filed(record).signed
    with TemporaryDirectory(prefix="zoujin-") as folder:
        text = Path(folder) / "record"
        text.write_bytes(message)
        try:
            subprocess.run(
                ["ssh-keygen", "-q", "-Y", "sign", "-f", str(key), "-n", NAMESPACE, str(text)],
                check=True,
                capture_output=False,
                stdout=subprocess.DEVNULL,
                timeout=_SECONDS,
            )
            signature = text.with_suffix(".sig").read_text(encoding="ascii")
        except FileNotFoundError:
            return Signed("", "这台电脑上没有 ssh-keygen，不能签名。请安装 OpenSSH（Windows 设置里的“可选功能”就有）。")
        except (OSError, subprocess.SubprocessError):
            return Signed("", f"用 {key} 签名没有成功：文件不是私钥、口令不对，或没有按硬件密钥。没有写记录。")
    why = why_not(signature, message, keys, day)
    return (
        Signed("", f"{why}：检查 --key 是不是自己的私钥，公钥是不是已经登记。没有写记录。")
        if why
        else Signed(signature)
    )
