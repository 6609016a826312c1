"""A folder: on this machine, on a mounted share, or a part of another site's tree."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.publish.manifest import files_in

from .parallel import put_all
from .remote_manifest import STATE
from .store import Outgoing, Sent
from .trouble import TargetTrouble

_WORKERS = 4
_FORGOTTEN = 3600.0
"""Seconds after which a half-written file is nobody's any more: another publisher may be about to rename a younger one."""
_REASONS = {
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "磁盘配额用完了",
    errno.EROFS: "那里是只读的",
    errno.EACCES: "没有写的权限",
    errno.EPERM: "没有写的权限",
    errno.ENOTDIR: "有一个文件占着要用的文件夹的名字",
    errno.EISDIR: "有一个文件夹占着要用的文件的名字",
    errno.ESTALE: "共享盘断开了",
    errno.EHOSTDOWN: "共享盘断开了",
    errno.EIO: "磁盘读写出错",
}


class FolderStore:
    """Files are written beside their place and renamed into it."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def listing(self) -> Mapping[str, int]:
        """What lies in the folder; links count as files and are not followed."""
        with self._explained():
            if not self._root.exists():
                return {}
            return {
                path: stat.st_size
                for path, stat in files_in(self._root).items()
                if not path.endswith("/") and not path.startswith(STATE)
            }

    def read(self, path: str) -> bytes | None:
        """A file's content."""
        with self._explained():
            try:
                return (self._root / path).read_bytes()
            except (FileNotFoundError, NotADirectoryError):
                return None

    def put(self, files: Sequence[Outgoing], sent: Sent) -> None:
        """Write files."""
        with self._explained():
            self._prepare()
            put_all(files, self._put, sent, _WORKERS)

    def put_first(self, file: Outgoing) -> bool:
        """Write a file that is not there: a hard link is made or not, even on a share with other writers."""
        with self._explained():
            self._prepare()
            fresh = self._fresh(file.read())
            try:
                os.link(fresh, self._place(file.path))
            except FileExistsError:
                return False
            except OSError:  # no hard links on this file system
                return self._create(file)
            finally:
                os.unlink(fresh)
            return True

    def remove(self, paths: Iterable[str]) -> None:
        """Remove files, and the folders that become empty by it."""
        with self._explained():
            folders = set()
            for path in paths:
                with suppress(FileNotFoundError):
                    os.unlink(self._root / path)
                folders.add(path.rpartition("/")[0])
            for folder in sorted(folders, key=len, reverse=True):
                while folder and folder + "/" != STATE:
                    try:
                        os.rmdir(self._root / folder)
                    except OSError:
                        break
                    folder = folder.rpartition("/")[0]

    def clock(self, path: str) -> float | None:
        """A file's time of change, which the file system of the folder gave it."""
        with self._explained():
            try:
                return (self._root / path).stat().st_mtime
            except FileNotFoundError:
                return None

    def finish(self, label: str) -> None:  # noqa: ARG002 - other stores say what was done
        """Clear away what killed publications left half written; the files themselves are seen at once."""
        with suppress(OSError):
            state = self._root / STATE
            now = max(place.stat().st_mtime for place in state.iterdir())
            for left in state.glob("new-*"):
                if now - left.stat().st_mtime > _FORGOTTEN:
                    left.unlink()

    def close(self) -> None:
        """Nothing is held open."""

    def _prepare(self) -> None:
        if not self._root.parent.is_dir():
            raise TargetTrouble(
                f"“{self._root.parent}”不存在。检查 content/targets.yaml 里的路径；共享盘要先挂载好，移动硬盘要先接上。"
            )
        (self._root / STATE).mkdir(parents=True, exist_ok=True)

    def _put(self, file: Outgoing) -> None:
        fresh = self._fresh(file.read())
        try:
            os.replace(fresh, self._place(file.path))
        except BaseException:
            with suppress(OSError):
                os.unlink(fresh)
            raise

    def _create(self, file: Outgoing) -> bool:
        try:
            with (self._root / file.path).open("xb") as out:
                out.write(file.read())
        except FileExistsError:
            return False
        return True

    def _fresh(self, content: bytes) -> str:
        handle, name = tempfile.mkstemp(prefix="new-", dir=self._root / STATE)
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(content)
            os.chmod(name, 0o644)
        except BaseException:
            os.unlink(name)
            raise
        return name

    def _place(self, path: str) -> Path:
        place = self._root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        return place

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            reason = _REASONS.get(error.errno or 0, f"{error.strerror or error}")
            raise TargetTrouble(
                f"写不到“{self._root}”：{reason}。读者看到的网站还是完整的；处理好以后，再运行一次 zoujin publish 就会接着发完。"
            ) from error
