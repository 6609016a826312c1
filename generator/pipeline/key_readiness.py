"""Whether a private key can sign without somebody at a terminal."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

from .own_key import public_line

_SECONDS = 20


def why_not_ready(key: Path) -> str:
    """Why ssh-keygen could not sign with ``key`` by itself (Chinese), "" when it could: the key has no passphrase, or
    an agent holds it."""
    if not key.is_file():
        return f"找不到密钥文件 {key}。检查 git config zoujin.key 写的位置。"
    if in_agent(key):
        return ""
    code = _run(["ssh-keygen", "-y", "-P", "", "-f", str(key)])[0]
    if code == 127:
        return "这台电脑上没有 ssh-keygen，不能签名。请安装 OpenSSH（Windows 设置里的“可选功能”就有）。"
    if code:
        return (
            f'密钥 {key} 有口令（或不是私钥）。在运行审稿台的窗口里按 Ctrl+C，运行 ssh-add "{key}" 输入一次口令，'
            "再启动审稿台。Windows 上要先在“服务”里启动 OpenSSH Authentication Agent。"
        )
    return ""


def wants_touch(key: Path) -> bool:
    """Whether it is a hardware token's, which somebody has to touch for every signature."""
    return public_line(key).startswith("sk-")


def in_agent(key: Path) -> bool:
    """Whether an agent holds the key."""
    body = public_line(key).split()[1:2]
    return bool(body) and body[0] in _run(["ssh-add", "-L"])[1]


def _run(command: Sequence[str]) -> tuple[int, str]:
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            start_new_session=True,
        )
    except FileNotFoundError:
        return 127, ""
    except (OSError, subprocess.TimeoutExpired):
        return 1, ""
    return done.returncode, done.stdout.decode("utf-8", "replace")
