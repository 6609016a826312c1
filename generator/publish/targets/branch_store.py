"""A branch that a git host shows as a site: one ordinary commit a publication, pushed without force."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from .remote_manifest import JOURNAL, STATE
from .store import Outgoing, Sent, untold
from .trouble import TargetTrouble

_PASSING = frozenset({f"{STATE}clock", f"{STATE}lock.json", JOURNAL})
"""A push is whole or not at all and refused when somebody else was faster, so these need not be kept."""

_AUTHOR = ("zoujin publish", "publish@zoujin.invalid")
"""A machine publishes: who wrote what is in the project's own history."""

_PLAIN_FILES = ".nojekyll"
"""Tells hosts that the files are the site and no sources of one."""


class BranchStore:
    """Works in a bare repository of its own, with the branch's last commit alone."""

    def __init__(self, to: str, branch: str, token: str = "") -> None:
        self._to, self._branch, self._token = to, branch, token
        self._folder = tempfile.TemporaryDirectory(prefix="zoujin-")
        self._passing: dict[str, bytes] = {}
        self._parent = ""
        try:
            self._open()
        except BaseException:
            self._folder.cleanup()
            raise
        self._there = {path: (blob, size) for path, blob, size in self._tree()}
        self._was = dict(self._there)

    def listing(self) -> Mapping[str, int]:
        """What the branch holds."""
        return {
            path: size for path, (_, size) in self._there.items() if not path.startswith(STATE) and path != _PLAIN_FILES
        }

    def read(self, path: str) -> bytes | None:
        """A file's content."""
        if path in self._passing:
            return self._passing[path]
        return self._git("cat-file", "blob", self._there[path][0]) if path in self._there else None

    def put(self, files: Sequence[Outgoing], sent: Sent) -> None:
        """Take files up for the commit."""
        with tempfile.TemporaryDirectory(prefix="zoujin-") as folder:
            names: list[str] = []
            kept: list[tuple[str, int]] = []
            for file in files:
                content = file.read()
                if file.path in _PASSING:
                    self._passing[file.path] = content
                    continue
                place = Path(folder) / str(len(names))
                place.write_bytes(content)
                names.append(str(place))
                kept.append((file.path, len(content)))
            if names:
                blobs = self._git(
                    "hash-object", "-w", "--no-filters", "--stdin-paths", given="\n".join(names).encode()
                ).split()
                for (path, size), blob in zip(kept, blobs, strict=True):
                    self._there[path] = (blob.decode(), size)
                    sent(path)

    def put_first(self, file: Outgoing) -> bool:
        """Always done: a push tells who was first."""
        self.put([file], untold)
        return True

    def remove(self, paths: Iterable[str]) -> None:
        """Leave files out of the commit."""
        for path in paths:
            self._there.pop(path, None)
            self._passing.pop(path, None)

    def clock(self, path: str) -> float | None:
        """This machine's time, as a branch has none of its own."""
        return time.time() if path in self._passing or path in self._there else None

    def finish(self, label: str) -> None:
        """Commit and push, unless nothing changed."""
        if _PLAIN_FILES not in self._there:
            self._there[_PLAIN_FILES] = (self._git("hash-object", "-w", "--stdin", given=b"").decode().strip(), 0)
        if self._there == self._was or not label:
            return
        lines = "".join(f"100644 {blob}\t{path}\0" for path, (blob, _) in sorted(self._there.items()))
        self._git("read-tree", "--empty")
        self._git("update-index", "-z", "--index-info", given=lines.encode())
        tree = self._git("write-tree").decode().strip()
        parents = ["-p", self._parent] if self._parent else []
        commit = self._git("commit-tree", tree, *parents, "-m", label).decode().strip()
        try:
            self._git("push", "--quiet", self._to, f"{commit}:refs/heads/{self._branch}", reaches=True)
        except TargetTrouble as trouble:
            if "non-fast-forward" in str(trouble) or "fetch first" in str(trouble) or "stale info" in str(trouble):
                raise TargetTrouble(
                    f"别人刚刚也往 {self._to} 的 {self._branch} 分支发布了。再运行一次 zoujin publish。"
                ) from None
            raise
        self._parent, self._was = commit, dict(self._there)

    def close(self) -> None:
        """Remove the repository of our own."""
        self._folder.cleanup()

    def _open(self) -> None:
        self._git("init", "--quiet", "--bare", ".")
        heads = self._git("ls-remote", self._to, f"refs/heads/{self._branch}", reaches=True).decode().split()
        if heads:
            self._git("fetch", "--quiet", "--depth=1", self._to, f"refs/heads/{self._branch}", reaches=True)
            self._parent = heads[0]

    def _tree(self) -> list[tuple[str, str, int]]:
        if not self._parent:
            return []
        found = []
        for line in (
            self._git("ls-tree", "-r", "-z", "--long", self._parent).decode("utf-8", "surrogateescape").split("\0")
        ):
            if line:
                facts, _, path = line.partition("\t")
                _, kind, blob, size = facts.split()
                if kind != "blob":
                    raise TargetTrouble(
                        f"{self._to} 的 {self._branch} 分支里有别的仓库（{path}），不像是发布用的分支。"
                    )
                found.append((path, blob, int(size)))
        return found

    def _git(self, *arguments: str, given: bytes | None = None, reaches: bool = False) -> bytes:
        environment = {
            **{key: value for key, value in os.environ.items() if key not in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE")},
            "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C.UTF-8",
            "GIT_AUTHOR_NAME": _AUTHOR[0], "GIT_AUTHOR_EMAIL": _AUTHOR[1],
            "GIT_COMMITTER_NAME": _AUTHOR[0], "GIT_COMMITTER_EMAIL": _AUTHOR[1],
            **(_authorised(self._token) if self._token and reaches else {}),
        }  # fmt: skip
        try:
            done = subprocess.run(
                ["git", "-c", "core.autocrlf=false", *arguments], cwd=self._folder.name, env=environment, input=given,
                stdin=subprocess.DEVNULL if given is None else None, capture_output=True, check=False,
            )  # fmt: skip
        except FileNotFoundError:
            raise TargetTrouble("这台电脑上没有 git。请先安装。") from None
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip()
            raise TargetTrouble(_explain(self._to, said) if reaches else f"git {arguments[0]} 失败：{said}")
        return done.stdout


def _authorised(token: str) -> dict[str, str]:
    """Settings that send a token to the host, in the environment: arguments can be seen by everybody on the machine."""
    word = b64encode(f"oauth2:{token}".encode()).decode()
    return {
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "http.extraHeader",
        "GIT_CONFIG_VALUE_0": f"Authorization: Basic {word}",
    }


def _explain(to: str, said: str) -> str:
    again = "读者看到的还是上一次发布的网站。"
    if any(
        word in said
        for word in ("Permission denied", "Authentication failed", "could not read Username", "403", "denied to")
    ):
        return f"{to} 不让推送：密钥或令牌不对，或没有写的权限。{again}"
    if any(
        word in said
        for word in (
            "Could not resolve",
            "unable to access",
            "Connection",
            "timed out",
            "does not appear to be a git repository",
            "not found",
        )
    ):
        return f"连不上 {to}，或没有这个仓库。检查网络和 content/targets.yaml 里的地址。{again}"
    return f"推送到 {to} 时出错：{said}。{again}"
