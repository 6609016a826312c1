"""Tables that spreadsheet programs open as they are meant."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula (OWASP, CSV Injection)."""


def spreadsheet(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A CSV file that Excel opens as Chinese: with a byte order mark, CRLF, and no cell that could run as a formula."""
    sheet = StringIO(newline="")
    writer = csv.writer(sheet)
    writer.writerow(header)
    writer.writerows([_plain(cell) for cell in row] for row in rows)
    return "\ufeff" + sheet.getvalue()


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
