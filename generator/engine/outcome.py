"""What a build is asked for and what came of it, in values that the command line can show."""

from __future__ import annotations

import errno
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from mkdocs.exceptions import BuildError

from generator.model.diagnostic import Diagnostic
from generator.pipeline.progress import Progress, silent
from generator.pipeline.workers import default_jobs


@dataclass(frozen=True)
class BuildRequest:
    """``now`` is a naive time in Asia/Shanghai, None for the settings' day or the clock; ``clean`` starts from nothing."""

    now: datetime | None = None
    jobs: int = field(default_factory=default_jobs)
    clean: bool = False
    progress: Progress = silent


@dataclass(frozen=True)
class Outcome:
    """A build that succeeded. ``held_back`` are the ids of entries that are not public, with their state's name."""

    site_dir: Path
    now: datetime
    entries: int
    pages: int
    written: int
    photos: int
    unchanged: bool
    held_back: tuple[tuple[str, str], ...] = ()
    next_change: datetime | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


class BuildStopped(BuildError):
    """A build cannot go on; the message is Chinese and the published site is as it was.

    ``diagnostics`` are what is wrong with the content, empty when something else stopped it.
    """

    def __init__(self, message: str, diagnostics: tuple[Diagnostic, ...] = ()) -> None:
        super().__init__(message)
        self.diagnostics = diagnostics


_REASONS = {
    errno.ENOSPC: "磁盘空间不够。请清理后再试",
    errno.EDQUOT: "磁盘配额用完了。请清理后再试",
    errno.EROFS: "文件夹是只读的，写不进去。请换一个能写的位置",
    errno.EACCES: "没有写入权限。请检查文件夹的权限，或关掉占用它的程序",
    errno.EPERM: "没有写入权限。请检查文件夹的权限，或关掉占用它的程序",
    errno.EXDEV: "网站文件夹和它的上级文件夹不在同一个磁盘上，不能整体替换。请把 site_dir 设在项目文件夹里",
    errno.EBUSY: "网站文件夹正被系统占用（可能是挂载点），不能整体替换。请把 site_dir 设成普通文件夹",
    errno.EMFILE: "打开的文件太多。请关掉别的程序再试",
}


def explain_os_error(error: OSError) -> str:
    """An operating system's error in an editor's words, with the reassurance that nothing was lost."""
    reason = _REASONS.get(error.errno or 0, f"读写文件出错（{error.strerror or error}）")
    place = f"：{error.filename}" if error.filename else ""
    return f"{reason}{place}。已发布的网站没有变化。"
