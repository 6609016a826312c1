"""Jobs run once, whole, and are trusted only as long as their outputs are what they were."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from generator.model.job import Job, JobError
from generator.pipeline.progress import silent
from generator.pipeline.workers import SerialExecutor, make_executor
from generator.publish.jobs import JobCache, JobFailure


def copy_twice(source: Path, target: Path, args: Any) -> None:
    (target / "deep/one.txt").write_text(source.read_text() + args)
    (target / "two.txt").write_text(args)


def refuse(source: Path, target: Path, args: Any) -> None:
    (target / "two.txt").write_text("half")
    raise JobError("不行。")


def fail(source: Path, target: Path, args: Any) -> None:
    raise ZeroDivisionError


def forget(source: Path, target: Path, args: Any) -> None:
    (target / "two.txt").write_text("half")


def make_job(tmp_path: Path, run: Any = copy_twice, key: str = "ab12") -> Job:
    source = tmp_path / "source.txt"
    source.write_text("text ")
    return Job(key, run, source, "args", ("deep/one.txt", "two.txt"), "source.txt")


def run(cache: JobCache, *jobs: Job) -> list[JobFailure]:
    return list(cache.run(jobs, SerialExecutor(), silent))


def test_a_job_runs_once(tmp_path: Path) -> None:
    cache, job = JobCache(tmp_path / "jobs"), make_job(tmp_path)
    assert cache.missing([job, job]) == [job]
    assert run(cache, job, job) == []
    assert cache.missing([job]) == []
    cache.deliver(job, "deep/one.txt", tmp_path / "site/a/b.txt")
    assert (tmp_path / "site/a/b.txt").read_text() == "text args"


@pytest.mark.parametrize("harm", ["edit", "remove", "record", "file"])
def test_a_damaged_output_is_made_again(tmp_path: Path, harm: str) -> None:
    cache, job = JobCache(tmp_path / "jobs"), make_job(tmp_path)
    run(cache, job)
    place = cache.place(job)
    match harm:
        case "edit":
            (place / "two.txt").write_text("ARGS")
        case "remove":
            (place / "two.txt").unlink()
        case "record":
            (place / ".digests.json").write_text("{}")
        case "file":
            shutil.rmtree(place)
            place.write_text("")
    assert cache.missing([job]) == [job]
    assert run(cache, job) == []
    assert (place / "two.txt").read_text() == "args"
    assert cache.missing([job]) == []


def test_refusals_are_reported_and_faults_raised(tmp_path: Path) -> None:
    cache = JobCache(tmp_path / "jobs")
    good, bad = make_job(tmp_path), make_job(tmp_path, refuse, "cd34")
    assert run(cache, bad, good) == [("source.txt", "不行。")]
    assert cache.missing([good, bad]) == [bad]
    with pytest.raises(ZeroDivisionError):
        run(cache, make_job(tmp_path, fail, "ef56"))
    with pytest.raises(RuntimeError, match="did not write"):
        run(cache, make_job(tmp_path, forget, "ef57"))
    assert not list((tmp_path / "jobs").rglob(".new-*"))


def test_a_source_that_vanished_is_reported(tmp_path: Path) -> None:
    cache, job = JobCache(tmp_path / "jobs"), make_job(tmp_path)
    job.source.unlink()
    assert run(cache, job) == [("source.txt", "处理的时候文件不见了。")]


def test_processes_give_the_same(tmp_path: Path) -> None:
    cache = JobCache(tmp_path / "jobs")
    jobs = [make_job(tmp_path, key=f"{number:02x}key") for number in range(6)]
    with make_executor(2) as executor:
        assert list(cache.run(jobs, executor, silent)) == []
    assert cache.missing(jobs) == []


def test_old_outputs_are_dropped_when_there_are_many(tmp_path: Path) -> None:
    cache = JobCache(tmp_path / "jobs")
    jobs = [make_job(tmp_path, key=f"{number:02x}key") for number in range(60)]
    run(cache, *jobs)
    cache.prune(jobs[:30])
    assert cache.missing(jobs) == []
    cache.prune(jobs[:2])
    assert cache.missing(jobs) == jobs[2:]
