"""Jobs run once: their outputs are kept by the digest of all that they depend on."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, as_completed
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from generator.model.job import Job, JobError

DIGESTS = ".digests.json"
"""Beside a job's outputs, their digests. Published files share their disk space with the cache, so whoever
edits one in place edits both."""


class JobFailure(NamedTuple):
    """A job that could not be done, and why in Chinese."""

    label: str
    reason: str


@dataclass(frozen=True, slots=True)
class JobCache:
    """Outputs of finished jobs, a folder a job, in ``folder``."""

    folder: Path

    def place(self, job: Job) -> Path:
        """Where a job's outputs lie once it is done."""
        return self.folder / job.key[:2] / job.key

    def missing(self, jobs: Iterable[Job]) -> list[Job]:
        """Jobs that must be run, each key once: outputs that are not there, or not as they were made."""
        return list({job.key: job for job in jobs if not _is_whole(self.place(job), job)}.values())

    def run(
        self, jobs: Iterable[Job], executor: Executor, progress: Callable[[str, int, int], None]
    ) -> Iterator[JobFailure]:
        """Run what is missing; failures are given back, all other jobs are done."""
        pending: dict[Future[None], Job] = {
            executor.submit(_run_into, job, self.place(job)): job for job in self.missing(jobs)
        }
        for done, future in enumerate(as_completed(pending), 1):
            job = pending[future]
            error = future.exception()
            if isinstance(error, JobError):
                yield JobFailure(job.label, str(error))
            elif isinstance(error, FileNotFoundError) and not job.source.exists():
                yield JobFailure(job.label, "处理的时候文件不见了。")
            elif error is not None:
                raise error
            progress("处理图片", done, len(pending))

    def deliver(self, job: Job, output: str, target: Path) -> None:
        """Put one output of a finished job at ``target``, by hard link where possible."""
        target.parent.mkdir(parents=True, exist_ok=True)
        source = self.place(job) / output
        try:
            os.link(source, target)
        except OSError:
            shutil.copy2(source, target)

    def prune(self, used: Iterable[Job], keep_factor: int = 2) -> None:
        """Remove outputs that no current job makes, once they outnumber the current ones: drafts and
        previews come and go, and their pictures need not be made anew each time."""
        keys = {job.key for job in used}
        kept = [path for path in self.folder.glob("??/*") if path.is_dir()]
        if len(kept) > keep_factor * len(keys) + 50:
            for path in kept:
                if path.name not in keys:
                    shutil.rmtree(path, ignore_errors=True)


def _run_into(job: Job, place: Path) -> None:
    """Run a job into a fresh folder that then takes its place, whole."""
    place.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=".new-", dir=place.parent))
    try:
        for output in job.outputs:
            (folder / output).parent.mkdir(parents=True, exist_ok=True)
        job.run(job.source, folder, job.args)
        absent = [output for output in job.outputs if not (folder / output).is_file()]
        if absent:
            raise RuntimeError(f"job {job.label} did not write {absent}")
        digests = {output: _digest(folder / output) for output in job.outputs}
        (folder / DIGESTS).write_text(json.dumps(digests), encoding="utf-8")
        if not _is_whole(place, job):  # else the same job was done by somebody else meanwhile
            _remove(place)
            folder.rename(place)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _is_whole(place: Path, job: Job) -> bool:
    """Whether all outputs of a job lie in ``place``, unchanged."""
    try:
        digests = json.loads((place / DIGESTS).read_bytes())
        return all(digests[output] == _digest(place / output) for output in job.outputs)
    except (OSError, ValueError, LookupError, TypeError):
        return False


def _digest(path: Path) -> str:
    return blake2b(path.read_bytes(), digest_size=16).hexdigest()


def _remove(place: Path) -> None:
    if place.is_dir():
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)
