"""Small text files that are published beside the pages: data for scripts, spreadsheets, open data."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from io import StringIO
from pathlib import Path

from generator.model.job import Job

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula (OWASP, CSV Injection)."""


def text_job(address: str, text: str, root: Path, label: str) -> Job:
    """The job that writes ``text`` at ``address``. It reads nothing; ``root`` stands in for the source."""
    key = blake2b(f"text 1\0{address}\0{text}".encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    return Job(key, _write, root, (address, text), (address,), label)


def _write(source: Path, target_dir: Path, args: tuple[str, str]) -> None:  # noqa: ARG001 - the signature of all jobs
    address, text = args
    target = target_dir / address
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(text.encode("utf-8", "replace"))


def spreadsheet(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A CSV file that Excel opens as Chinese: with a byte order mark, CRLF, and no cell that could run as a formula."""
    sheet = StringIO(newline="")
    writer = csv.writer(sheet)
    writer.writerow(header)
    writer.writerows([_plain(cell) for cell in row] for row in rows)
    return "\ufeff" + sheet.getvalue()


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
