"""Under which name this user's cache lies in a project's cache folder.

What is cached is believed: values come back through pickle, templates as compiled code, pictures go out as they are.
A project comes from other people, and a cache folder may come with it. So ours lies in a folder whose name is a secret
of this user, kept outside every project: what somebody else put there is never opened.
"""

from __future__ import annotations

import os
import secrets
import tempfile
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from filelock import FileLock
from platformdirs import user_state_path

_NAME_FILE = "cache-name"
_NAME_BYTES = 16


def cache_name() -> str:
    """The secret name: the same for all projects of this user, drawn when it is first asked for.

    Raises:
        OSError: it can be kept nowhere.
    """
    return _name_in(user_state_path("zoujin", appauthor=False))


@lru_cache
def _name_in(state: Path) -> str:
    # An account without a home, as services and containers have them, cannot write there, or gets "~/…" as its folder:
    # that would lie in whatever project is open.
    with suppress(OSError):
        if state.is_absolute():
            return _kept(state)
    return _kept(_private_folder(Path(tempfile.gettempdir()) / f"zoujin-{_user()}"))


def _kept(folder: Path) -> str:
    file = folder / _NAME_FILE
    if (name := _read(file)) is not None:
        return name
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with FileLock(folder / f"{_NAME_FILE}.lock"):  # two first commands at once agree on one name
        if (name := _read(file)) is not None:
            return name
        name = secrets.token_hex(_NAME_BYTES)
        fresh = file.with_suffix(".new")
        fresh.unlink(missing_ok=True)
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as out:
            out.write(name)
        fresh.replace(file)
        return name


def _read(file: Path) -> str | None:
    try:
        name = file.read_text(encoding="ascii").strip()
        is_whole = len(bytes.fromhex(name)) == _NAME_BYTES
    except (FileNotFoundError, ValueError):
        return None
    return name if is_whole else None


def _private_folder(folder: Path) -> Path:
    """A folder in a place that everybody may write to, made sure to be ours alone."""
    folder.mkdir(mode=0o700, exist_ok=True)
    stat = folder.lstat()
    if folder.is_symlink() or (os.name == "posix" and (stat.st_uid != os.getuid() or stat.st_mode & 0o077)):
        raise PermissionError(f"这个文件夹属于别人：{folder}")
    return folder


def _user() -> str:
    return str(os.getuid()) if os.name == "posix" else "user"
