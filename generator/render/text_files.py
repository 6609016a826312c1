"""Small text files that are published beside the pages: data for scripts, spreadsheets, open data."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path

from generator.model.job import Job


def text_job(address: str, text: str, root: Path, label: str) -> Job:
    """The job that writes ``text`` at ``address``. It reads nothing; ``root`` stands in for the source."""
    key = blake2b(f"text 1\0{address}\0{text}".encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    return Job(key, _write, root, (address, text), (address,), label)


def _write(source: Path, target_dir: Path, args: tuple[str, str]) -> None:  # noqa: ARG001 - the signature of all jobs
    address, text = args
    target = target_dir / address
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(text.encode("utf-8", "replace"))
