"""Publications by rsync, to a daemon of our own, and to a branch of a bare repository."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from small_sites import NEW, OLD, SmallSite, missing_links, order, quiet

from generator.publish.targets.branch_store import BranchStore
from generator.publish.targets.delivery import look, publish
from generator.publish.targets.lock import LOCK, PublishLock, state_file
from generator.publish.targets.rsync_store import RsyncStore
from generator.publish.targets.store import Store, untold
from generator.publish.targets.trouble import ForeignFiles, TargetTrouble


def content(store: Store) -> dict[str, bytes]:
    return {path: store.read(path) or b"" for path in store.listing()}


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".zoujin-publish" not in path.parts
    }


class Server:
    """An rsync daemon that serves ``folder``."""

    def __init__(self, base: Path) -> None:
        self.folder = base / "www"
        self.folder.mkdir()
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        (base / "secrets").write_text("web:right-word\n")
        (base / "secrets").chmod(0o600)
        owner = f"uid = {os.getuid()}\ngid = {os.getgid()}\n"
        (base / "rsyncd.conf").write_text(
            f"use chroot = no\n{owner}[site]\npath = {self.folder}\nread only = no\n"
            f"[guarded]\npath = {self.folder}\nread only = no\nauth users = web\nsecrets file = {base}/secrets\n"
            f"[museum]\npath = {self.folder}\nread only = yes\n"
        )
        self.process = subprocess.Popen(
            [
                "rsync",
                "--daemon",
                "--no-detach",
                f"--port={self.port}",
                "--address=127.0.0.1",
                f"--config={base}/rsyncd.conf",
            ]
        )
        for _ in range(100):
            with socket.socket() as knock:
                if knock.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        raise RuntimeError("rsync does not listen")

    def to(self, path: str, module: str = "site", user: str = "") -> str:
        return f"rsync://{user}127.0.0.1:{self.port}/{module}/{path}"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    if shutil.which("rsync") is None:
        pytest.fail("tools/test-setup.sh installs rsync")
    running = Server(tmp_path_factory.mktemp("rsync"))
    yield running
    running.process.terminate()
    running.process.wait()


@pytest.mark.slow
def test_rsync_brings_a_site_and_its_next_version(server: Server, old: Path, new: Path) -> None:
    (server.folder / "theirs").mkdir()
    (server.folder / "theirs/x*[1].html").write_bytes(b"theirs")
    store = RsyncStore(server.to("", "site"))
    publish(store, order(old), quiet)
    assert store.listing()["stories/night-bus/index.html"] == len(OLD.files()["stories/night-bus/index.html"])
    assert publish(store, order(old), quiet).is_done
    publish(store, order(new, purge=True), quiet)
    assert files_in(server.folder) == {"theirs/x*[1].html": b"theirs", **NEW.files()}
    assert missing_links(NEW.files()) == []
    assert store.read(LOCK) is None


@pytest.mark.slow
def test_rsync_finishes_what_broke_off_and_waits_for_nobody(server: Server, old: Path, new: Path) -> None:
    to = server.to("second")
    publish(RsyncStore(to), order(old), quiet)

    class Halfway(RsyncStore):
        calls = 0

        def put(self, files: object, sent: object) -> None:
            Halfway.calls += 1
            if Halfway.calls == 4:  # clock, journal, new files
                raise KeyboardInterrupt
            super().put(files, sent)  # type: ignore[arg-type]

    with pytest.raises(KeyboardInterrupt):
        publish(Halfway(to), order(new), quiet)
    assert missing_links(files_in(server.folder / "second")) == []
    lock = PublishLock(RsyncStore(to), "li@office")
    lock.take(0, print)
    with pytest.raises(TargetTrouble, match="li@office"):
        publish(RsyncStore(to), order(new), quiet)
    lock.release()
    publish(RsyncStore(to), order(new, purge=True), quiet)
    assert files_in(server.folder / "second") == NEW.files()


def test_rsync_says_why_it_may_not(server: Server, old: Path) -> None:
    with pytest.raises(TargetTrouble, match="不让登录"):
        publish(RsyncStore(server.to("x", "guarded", "web@"), "wrong-word"), order(old), quiet)
    with pytest.raises(TargetTrouble, match="没有写的权限"):
        publish(RsyncStore(server.to("x", "museum")), order(old), quiet)
    with pytest.raises(TargetTrouble, match="连不上"):
        publish(RsyncStore("rsync://127.0.0.1:1/site"), order(old), quiet)
    assert publish(RsyncStore(server.to("guarded", "guarded", "web@"), "right-word"), order(old), quiet).sending


@pytest.fixture
def pages(tmp_path: Path) -> Callable[[], BranchStore]:
    subprocess.run(["git", "init", "--quiet", "--bare", str(tmp_path / "pages.git")], check=True)
    return lambda: BranchStore(str(tmp_path / "pages.git"), "pages")


def commits(tmp_path: Path) -> list[str]:
    told = subprocess.run(
        ["git", "-C", str(tmp_path / "pages.git"), "log", "--format=%s", "pages"],
        capture_output=True,
        text=True,
        check=True,
    )
    return told.stdout.splitlines()


def test_a_branch_gets_one_commit_for_each_publication(
    pages: Callable[[], BranchStore], old: Path, new: Path, tmp_path: Path
) -> None:
    assert len(look(pages(), order(old), 0.0).sending) == len(OLD.files())
    publish(pages(), order(old), quiet)
    assert publish(pages(), order(old), quiet).is_done
    publish(pages(), order(new, purge=True), quiet)
    assert content(pages()) == NEW.files()
    assert commits(tmp_path) == [f"发布 {len(NEW.files())} 个文件", f"发布 {len(OLD.files())} 个文件"]
    assert pages().read(".nojekyll") == b""
    assert pages().read(LOCK) is None


def test_a_branch_with_something_else_is_refused(pages: Callable[[], BranchStore], old: Path) -> None:
    store = pages()
    store.put([state_file("index.html", b"somebody's"), state_file("README.md", b"theirs")], untold)
    store.finish("theirs")
    with pytest.raises(ForeignFiles):
        publish(pages(), order(old), quiet)
    publish(pages(), order(old, take_over=True), quiet)
    assert content(pages()) == {"README.md": b"theirs", **OLD.files()}


def test_of_two_pushes_the_second_is_refused_and_nothing_is_lost(
    pages: Callable[[], BranchStore], old: Path, new: Path, tmp_path: Path
) -> None:
    publish(pages(), order(old), quiet)
    slow = pages()
    publish(pages(), order(new, purge=True), quiet)
    with pytest.raises(TargetTrouble, match="再运行一次"):
        publish(slow, order(SmallSite("blue", OLD.stories).write(tmp_path / "blue")), quiet)
    assert content(pages()) == NEW.files()


def test_a_branch_that_cannot_be_reached_or_written(old: Path, tmp_path: Path) -> None:
    with pytest.raises(TargetTrouble, match="没有这个仓库"):
        BranchStore(str(tmp_path / "nowhere.git"), "pages")
    subprocess.run(["git", "init", "--quiet", "--bare", str(tmp_path / "closed.git")], check=True)
    hook = tmp_path / "closed.git/hooks/pre-receive"
    hook.write_text("#!/bin/sh\necho 'Permission denied to you' >&2\nexit 1\n")
    hook.chmod(0o755)
    with pytest.raises(TargetTrouble, match="不让推送"):
        publish(BranchStore(str(tmp_path / "closed.git"), "pages"), order(old), quiet)
