"""A server that rsync reaches, through ssh or its own protocol."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from .remote_manifest import STATE
from .store import Outgoing, Sent
from .trouble import TargetTrouble

_ALWAYS = ("--no-motd", "--timeout=120")
_PUT = ("--recursive", "--checksum", "--chmod=D755,F644", "--out-format=%n")
"""No times: a file's time is when the server wrote it. rsync renames a file into place when it is whole."""


class RsyncStore:
    """``to`` is such as ``web@host:/srv/www`` or ``rsync://host/module/path``; only the latter asks for a password. Each call is one run of rsync."""

    def __init__(self, to: str, password: str = "") -> None:
        if shutil.which("rsync") is None:
            raise TargetTrouble("这台电脑上没有 rsync。请先安装，或换一种发布方式。")
        self._to = to.rstrip("/") + "/"
        self._password = {"RSYNC_PASSWORD": password} if password else {}

    def listing(self) -> Mapping[str, int]:
        """What lies on the server."""
        found = self._list([f"--exclude=/{STATE}"], "")
        return {path: size for path, (size, _) in found.items()}

    def read(self, path: str) -> bytes | None:
        """A file's content."""
        with tempfile.TemporaryDirectory(prefix="zoujin-") as folder:
            done = self._run(["--no-times", self._to + path, folder + "/"], missing_is_fine=True)
            place = Path(folder) / path.rpartition("/")[2]
            return place.read_bytes() if done and place.is_file() else None

    def put(self, files: Sequence[Outgoing], sent: Sent) -> None:
        """Send files in one run."""
        with tempfile.TemporaryDirectory(prefix="zoujin-") as folder:
            root = Path(folder)
            for file in files:
                place = root / file.path
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(file.read())
            names = {file.path for file in files}
            told: set[str] = set()

            def tell(line: str) -> None:
                if line in names and line not in told:
                    told.add(line)
                    sent(line)

            self._run([*_PUT, f"{folder}/", self._to], told=tell)
            for name in sorted(names - told):  # the same bytes lay there already
                sent(name)

    def put_first(self, file: Outgoing) -> bool:
        """Send a file that is not there, and look whose it is now: two may have tried."""
        with tempfile.TemporaryDirectory(prefix="zoujin-") as folder:
            place = Path(folder) / file.path
            place.parent.mkdir(parents=True, exist_ok=True)
            content = file.read()
            place.write_bytes(content)
            self._run([*_PUT, "--ignore-existing", f"{folder}/", self._to])
        return self.read(file.path) == content

    def remove(self, paths: Iterable[str]) -> None:
        """Remove exactly these: all else is excluded, which protects it."""
        names = sorted(paths)
        if not names:
            return
        with tempfile.TemporaryDirectory(prefix="zoujin-") as folder:
            empty, rules = Path(folder) / "empty", Path(folder) / "rules"
            empty.mkdir()
            folders = {name[:at] for name in names for at, sign in enumerate(name) if sign == "/"}
            for one in folders:
                (empty / one).mkdir(parents=True, exist_ok=True)
            lines = [f"+ /{_plain(one)}/" for one in sorted(folders)] + [f"+ /{_plain(name)}" for name in names]
            rules.write_text("\n".join([*lines, "- *"]) + "\n", encoding="utf-8")
            self._run(
                [
                    "--recursive",
                    "--delete",
                    "--existing",
                    "--ignore-existing",
                    f"--filter=merge {rules}",
                    f"{empty}/",
                    self._to,
                ]
            )

    def clock(self, path: str) -> float | None:
        """A file's time of change on the server, to the second."""
        found = self._list([], path)
        return found[path][1] if path in found else None

    def finish(self, label: str) -> None:
        """Nothing: every file is seen as soon as it is there."""

    def close(self) -> None:
        """Nothing is held open."""

    def _list(self, options: Sequence[str], path: str) -> dict[str, tuple[int, float]]:
        """Files with size and time, from lines such as ``-rw-r--r--  1,234 2026/03/12 08:00:00 stories/index.html``."""
        lines: list[str] = []
        below = path.rpartition("/")[0]
        if not self._run(
            ["--recursive", "--list-only", "--no-human-readable", "--8-bit-output", *options, self._to + path],
            told=lines.append, missing_is_fine=True,
        ):  # fmt: skip
            return {}
        found = {}
        for line in lines:
            fields = line.split(None, 4)
            if len(fields) == 5 and line[0] in "-l":
                name = fields[4].partition(" -> ")[0] if line[0] == "l" else fields[4]
                moment = datetime.strptime(f"{fields[2]} {fields[3]}", "%Y/%m/%d %H:%M:%S")  # noqa: DTZ007 - ours alone
                found[f"{below}/{name}" if below else name] = (int(fields[1].replace(",", "")), moment.timestamp())
        return found

    def _run(
        self, arguments: Sequence[str], *, told: Callable[[str], None] | None = None, missing_is_fine: bool = False
    ) -> bool:
        """Run rsync; False when what it should fetch or list is not there."""
        with (
            tempfile.TemporaryFile() as complaints,
            subprocess.Popen(
                ["rsync", *_ALWAYS, *arguments], stdout=subprocess.PIPE, stderr=complaints, stdin=subprocess.DEVNULL,
                env={**os.environ, **self._password, "LC_ALL": "C.UTF-8"},
            ) as process,
        ):  # fmt: skip
            try:
                assert process.stdout is not None
                for raw in process.stdout:
                    if told is not None:
                        told(raw.decode("utf-8", "surrogateescape").rstrip("\n"))
            except BaseException:
                process.terminate()
                raise
            code = process.wait()
            complaints.seek(0)
            said = complaints.read().decode("utf-8", "replace")
        if code == 0:
            return True
        if missing_is_fine and code in (23, 3) and "No such file or directory" in said:
            return False
        raise TargetTrouble(_explain(self._to, code, said))


def _plain(name: str) -> str:
    """A name in a filter rule, where some signs stand for others."""
    return "".join(f"\\{sign}" if sign in "*?[\\" else sign for sign in name)


def _explain(to: str, code: int, said: str) -> str:
    again = "读者看到的网站还是完整的；处理好以后，再运行一次 zoujin publish 就会接着发完。"
    if "No space left" in said or "Disk quota exceeded" in said:
        return f"{to} 的磁盘满了，写不进去。请清理或扩容。{again}"
    if "Permission denied (" in said or "auth failed" in said or "Host key verification failed" in said:
        return f"{to} 不让登录：密钥或密码不对，或还不认识这台服务器。先用 ssh 登录一次试试。{again}"
    if "Permission denied" in said or "read only" in said:
        return f"{to} 没有写的权限。请服务器的管理员给这个用户开通。{again}"
    if code in (10, 12, 30, 35, 255):
        return f"连不上 {to}。检查网络、服务器地址和端口。{again}"
    last = said.strip().splitlines()[0] if said.strip() else f"rsync 退出码 {code}"
    return f"发布到 {to} 时出错：{last}。{again}"
