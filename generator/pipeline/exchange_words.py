"""What Git says, in words for people who do not know Git."""

from __future__ import annotations

import re

_MOST_LINES = 12

_REMOTE = (
    (
        ("Could not resolve", "unreachable", "Connection refused", "timed out", "Failed to connect", "Connection reset",
         "Could not connect", "Network is down", "No route to host", "TLS", "SSL"),
        "连不上服务器：检查网络，过一会儿再送。",
    ),
    (
        ("Permission denied", "Authentication failed", "could not read Username", "could not read Password",
         "Host key verification failed", "403", "401", "terminal prompts disabled"),
        "服务器不认你的账号：登录过期，或这台电脑的密钥没有登记。请维护人员看一看。",
    ),
    (("[remote rejected]", "hook declined", "protected branch"), "服务器没有接受，它说："),
    (
        ("does not appear to be a git repository", "not found", "does not exist", "Could not read from remote"),
        "找不到服务器上的仓库：地址变了，或没有权限。请维护人员看一看 git remote -v。",
    ),
    (("git: command not found",), "这台电脑上没有 Git。"),
    (("[rejected]",), "别人一直在送新的内容，没有轮到你。过一会儿再送。"),
)  # fmt: skip


def explain_remote(said: str) -> str:
    """Why nothing was sent or fetched."""
    for marks, words in _REMOTE:
        if any(mark in said for mark in marks):
            return words
    return "没有成功，Git 说："


def remote_lines(said: str) -> tuple[str, ...]:
    """What the host itself said, else what Git said; without Git's advice."""
    lines = [line.strip() for line in said.splitlines()]
    remote = [line.removeprefix("remote:").strip() for line in lines if line.startswith("remote:")]
    others = [line for line in lines if line and not line.startswith(("hint:", "To ", "Done", "remote:"))]
    return tuple([line for line in remote if line] or others)[:_MOST_LINES]


def explain_commit(said: str) -> str:
    """Why nothing was committed."""
    if "index.lock" in said:
        return "另一个程序正在用这个仓库，没有提交。等它结束再试一次。"
    if "during a merge" in said or "unmerged" in said:
        return "有一次合并做到一半（git status 可以看到），没有提交。先由会用 Git 的同事做完或放弃。"
    if "not a git repository" in said:
        return "这个文件夹不是 Git 仓库，没有提交。"
    if "command not found" in said:
        return "这台电脑上没有 Git，没有提交。"
    lines = [line.strip() for line in said.splitlines() if line.strip() and not line.startswith("hint:")]
    return "没有提交，Git（或提交前的检查）说：" + " / ".join(lines[-_MOST_LINES:])


def overwritten(said: str) -> tuple[str, ...]:
    """Files of which Git says that a merge would overwrite what is not committed."""
    if "would be overwritten" not in said and "would be removed" not in said:
        return ()
    return tuple(re.findall(r"^\t(.+)$", said, re.MULTILINE))
