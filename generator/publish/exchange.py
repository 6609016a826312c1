"""Two folders change places in one step, so that a reader sees the old site or the new one."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

_RENAME_EXCHANGE = 2  # linux/fs.h
_AT_FDCWD = -100  # fcntl.h: paths are relative to the working folder

_UNSUPPORTED = frozenset((errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP))


def exchange(fresh: Path, public: Path, aside: Path) -> None:
    """Put the folder ``fresh`` in the place of ``public``, and the old one, if any, in the place of ``fresh``.

    ``aside`` is a name that is free, used only where the kernel cannot exchange in one
    step; ``recover`` mends what a crash between the two renames left there.

    Raises:
        OSError: the folders lie on different file systems, or the place cannot be written.
    """
    if not public.exists():
        fresh.rename(public)
    elif not _exchange_at_once(fresh, public):
        public.rename(aside)
        fresh.rename(public)
        aside.rename(fresh)


def recover(public: Path, fresh: Path, aside: Path) -> None:
    """Finish an exchange that was cut off between its renames: the public place is never left empty."""
    if not aside.exists():
        return
    if not public.exists():
        aside.rename(public)
    elif not fresh.exists():
        aside.rename(fresh)


def _exchange_at_once(one: Path, other: Path) -> bool:
    """renameat2 with RENAME_EXCHANGE; False where kernel, C library or file system have none."""
    if not sys.platform.startswith("linux"):
        return False
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    if renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _UNSUPPORTED:
        return False
    raise OSError(code, os.strerror(code), str(other))
