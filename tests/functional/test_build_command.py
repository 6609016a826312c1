"""``zoujin build`` and ``zoujin check`` as processes: exit codes, waiting, interruption, places that cannot be written."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from sites.site import Site, process_environment

from generator.cli.main import run
from generator.publish.jobs import JobCache

BUS = "stories/2026/night-bus/index.md"
TODAY = ("--today", "2026-03-12")


@pytest.fixture(scope="module")
def built() -> Iterator[Site]:
    """The mini project, built once."""
    with tempfile.TemporaryDirectory(prefix="zoujin-") as folder:
        yield Site.mini(Path(folder) / "built").build()


@pytest.fixture
def site(built: Site, tmp_path: Path) -> Site:
    """A copy of it."""
    shutil.copytree(built.root, tmp_path / "p")
    return Site(tmp_path / "p").build()


def start(site: Site, *arguments: str) -> subprocess.Popen[str]:
    """``zoujin`` in the background, in a process group of its own as in a terminal."""
    return subprocess.Popen(
        [sys.executable, "-m", "generator", *arguments],
        cwd=site.root,
        env=process_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


class Answer(NamedTuple):
    """The exit code of a command, and what it said."""

    code: int
    out: str
    errors: str


def zoujin(site: Site, capsys: pytest.CaptureFixture[str], *arguments: str) -> Answer:
    """A command in this process, which spares its start."""
    capsys.readouterr()
    code = run([*arguments, "-C", str(site.root)])
    return Answer(code, *capsys.readouterr())


def test_exit_codes(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    done = site.command("build", *TODAY)
    assert (done.returncode, done.stderr) == (0, "")
    assert "没有变化" in done.stdout
    assert site.command("build", "--nonsense").returncode == 2
    assert zoujin(site, capsys, "build", "--today", "昨天").code == 2

    before = site.files()
    site.edit(BUS, "into: community", "into: nowhere")
    done = site.command("build", *TODAY)
    assert done.returncode == 1
    assert "schema-value" in done.stderr
    assert "Traceback" not in done.stderr
    assert site.files() == before
    assert zoujin(site, capsys, "check", *TODAY).code == 1
    site.edit(BUS, "into: nowhere", "into: community")
    assert zoujin(site, capsys, "check", *TODAY).code == 0

    site.write("theme/story.html", "{{ view.no_such_thing }}")
    stopped = zoujin(site, capsys, "build", *TODAY)
    assert stopped.code == 1
    assert "theme/story.html" in stopped.errors
    assert "Traceback" not in stopped.errors
    assert site.files() == before
    assert site.left_over() == []


FAULT = """
import generator.engine.build
import generator.pipeline.planning
from generator.cli.main import main

def divide(*_):
    return 1 / 0

generator.pipeline.planning.derive = divide
main(["build", "--today", "2026-03-12"])
"""


def test_a_fault_of_ours(site: Site) -> None:
    before = site.files()
    site.edit(BUS, "先喝半杯", "先喝一杯")
    done = site.run("-c", FAULT)
    assert done.returncode == 3
    assert "ZeroDivisionError" in done.stderr
    assert "这是程序的故障" in done.stderr
    assert site.files() == before
    assert site.left_over() == []


def test_a_file_of_settings_that_cannot_be_used(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    before = site.files()
    for text in (
        "site_name: [",
        "plugins: []\nsite_name: 空\ndocs_dir: content\n",
        "plugins:\n  - nonsense\nsite_name: 空\n",
    ):
        site.write("mkdocs.yml", text)
        done = zoujin(site, capsys, "build", *TODAY)
        assert done.code == 1, done.errors
        assert "mkdocs.yml" in done.errors
        assert "Traceback" not in done.errors
    assert site.files() == before


@pytest.mark.slow
def test_two_builds_at_once(site: Site) -> None:
    site.edit("content/settings.yaml", "site_name: 河湾志愿", "site_name: 河湾志愿者")
    running = [start(site, "build", *TODAY) for _ in range(3)]
    for process in running:
        _, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors
    assert site.left_over() == []
    assert site.files() == Site.from_dir(site.root, site.root.parent / "twin").build().files()


def test_waiting_for_another_build_is_said(site: Site) -> None:
    from filelock import FileLock

    said: list[str] = []
    lock = FileLock(site.root / ".zoujin/lock")
    lock.acquire()

    def progress(stage: str, done: int, total: int) -> None:
        said.append(stage)
        lock.release()

    site.edit(BUS, "先喝半杯", "先喝一杯").build(progress=progress)
    assert "等它结束" in said[0]


@pytest.mark.slow
def test_interrupted_as_from_a_terminal(site: Site) -> None:
    for number in range(40):  # pictures enough to be at work for a while
        site.photo(f"stories/2026/night-bus/p{number}.jpg", f"rgb({number * 6},90,90)", (1600, 1000))
    text = (site.root / BUS).read_text(encoding="utf-8")
    more = "".join(f"  - {{file: p{n}.jpg, alt: 第{n}张, caption: 插画, credit: 插画组}}\n" for n in range(40))
    site.write(BUS, text.replace("photos:\n", f"photos:\n{more}", 1))
    before = site.files()
    process = start(site, "build", "--jobs", "2", *TODAY)
    jobs = site.cache / "jobs"
    finished = len(list(jobs.glob("??/*")))
    deadline = time.monotonic() + 60
    while len(list(jobs.glob("??/*"))) <= finished and time.monotonic() < deadline:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 130, errors
    assert "已中断" in errors
    assert "Traceback" not in errors
    assert site.files() == before
    assert site.left_over() == []


@pytest.mark.parametrize("change", ["removed", "replaced"])
@pytest.mark.parametrize("path", ["stories/2026/night-bus/cup.jpg", "content/documents/2026/notice/form.txt"])
def test_a_file_that_changes_while_the_build_runs(
    site: Site, monkeypatch: pytest.MonkeyPatch, path: str, change: str
) -> None:
    before = site.files()
    if path.endswith(".jpg"):
        site.photo(path, "navy")
    else:
        site.write(path, "新的表格\n")
    run = JobCache.run

    def run_later(*arguments: object) -> object:
        if change == "removed":
            site.remove(path)
        else:
            site.write(path, b"something else")
        return run(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(JobCache, "run", run_later)
    assert "已发布的网站没有变化" in site.build_stops()
    assert [diagnostic.path for diagnostic in site.diagnostics] == [path]
    assert site.files() == before
    assert site.left_over() == []
    monkeypatch.undo()
    if path.endswith(".jpg"):
        site.photo(path, "navy")
    else:
        site.write(path, "新的表格\n")
    assert site.build().files() != before


def mounted(script: str, site: Site) -> subprocess.CompletedProcess[str]:
    """Run a shell script in a mount namespace of its own, or skip where that is not allowed."""
    allowed = (
        subprocess.run(["unshare", "-m", "true"], capture_output=True, check=False) if shutil.which("unshare") else None
    )
    if allowed is None or allowed.returncode:
        pytest.skip("mount namespaces are not allowed here")
    zoujin = f"{sys.executable} -m generator"
    return subprocess.run(
        ["unshare", "-m", "sh", "-ec", script.replace("ZOUJIN", zoujin)],
        cwd=site.root.parent,
        env=process_environment(),
        capture_output=True,
        text=True,
        timeout=120,
    )


@pytest.mark.slow
def test_a_read_only_project(site: Site) -> None:
    before = site.files()
    site.edit(BUS, "先喝半杯", "先喝一杯")
    done = mounted("mount --bind p p; mount -o remount,ro,bind p; cd p; ZOUJIN build --today 2026-03-12", site)
    if "mount:" in done.stderr:
        pytest.skip("mounting is not allowed here")
    assert done.returncode == 1, done.stderr
    assert "只读" in done.stderr
    assert "Traceback" not in done.stderr
    assert site.files() == before

    site.edit(BUS, "into: community", "into: nowhere")
    done = mounted("mount --bind p p; mount -o remount,ro,bind p; cd p; ZOUJIN check --today 2026-03-12", site)
    assert done.returncode == 1, done.stderr
    assert "schema-value" in done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_a_full_disk(site: Site) -> None:
    before = site.files()
    site.edit("content/settings.yaml", "site_name: 河湾志愿", "site_name: 河湾志愿者")
    done = mounted(
        "mkdir small; mount -t tmpfs -o size=$(($(du -sk p | cut -f1) + 400))k none small; cp -a p/. small/; rm -rf small/.zoujin/*/jobs; cd small; "
        "head -c 20M /dev/zero > fill || true; ZOUJIN build --today 2026-03-12; echo $? > /dev/null",
        site,
    )
    if "mount:" in done.stderr:
        pytest.skip("mounting is not allowed here")
    assert done.returncode == 1, done.stderr
    assert "磁盘空间不够" in done.stderr
    assert "Traceback" not in done.stderr
    assert site.files() == before


@pytest.mark.slow
def test_a_site_on_another_disk(site: Site) -> None:
    shutil.rmtree(site.public)
    text = (
        "mkdir -p other; mount -t tmpfs none other; cd p; sed -i 's#site_dir: site#site_dir: ../other/site#' mkdocs.yml; "
        "ZOUJIN build --today 2026-03-12; sed -i 's#先喝半杯#先喝一杯#' stories/2026/night-bus/index.md; "
        "ZOUJIN build --today 2026-03-12; cp -r ../other/site ../result"
    )
    done = mounted(text, site)
    if "mount:" in done.stderr:
        pytest.skip("mounting is not allowed here")
    assert done.returncode == 0, done.stderr
    result = site.files(site.root.parent / "result")
    site.edit("mkdocs.yml", "site_dir: ../other/site", "site_dir: site").build()
    assert site.files() == result


@pytest.mark.slow
def test_a_site_folder_that_is_a_mount_point(site: Site) -> None:
    site.edit(BUS, "先喝半杯", "先喝一杯")
    done = mounted("cd p; mount -t tmpfs none site; ZOUJIN build --today 2026-03-12", site)
    if "mount:" in done.stderr:
        pytest.skip("mounting is not allowed here")
    assert done.returncode == 1
    assert "site_dir" in done.stderr
    assert "Traceback" not in done.stderr
    assert site.left_over() == []
