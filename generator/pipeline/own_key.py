"""A person's own key for signing reviews, in OpenSSH's form. Its private half never leaves this machine."""

from __future__ import annotations

import os
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

KEY_NAME = "zoujin_ed25519"


def usual_place() -> Path:
    """Where a key lies unless somebody says otherwise."""
    return Path.home() / ".ssh" / KEY_NAME


def make_key(path: Path, owner: str) -> str:
    """Make a new Ed25519 key without a passphrase and its public half beside it (``.pub``); the public line.

    ``owner`` is its comment. ``ssh-keygen -p`` gives it a passphrase.

    Raises:
        FileExistsError: there is a file already; a key is never written over.
    """
    key = Ed25519PrivateKey.generate()
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.OpenSSH, serialization.NoEncryption()
    )
    public = key.public_key().public_bytes(serialization.Encoding.OpenSSH, serialization.PublicFormat.OpenSSH).decode()
    line = f"{public} {owner}"
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(private)
    public_file(path).write_text(line + "\n", encoding="utf-8", newline="\n")
    return line


def public_file(path: Path) -> Path:
    """The public half beside a private one."""
    return path.with_name(f"{path.name}.pub")


def public_line(path: Path) -> str:
    """The line of a key's public half; "" when there is none beside it."""
    try:
        return public_file(path).read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return ""
