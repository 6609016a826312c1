"""QR codes as SVG: a phone's camera opens what a poster, a printed page or a screen shows."""

from __future__ import annotations

import re
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from itertools import chain
from math import isqrt
from pathlib import Path
from typing import Any

import zxingcpp
from markupsafe import escape

from generator.model.job import Job

LONGEST = 331
"""Bytes in a code of version 13 at level M (ISO/IEC 18004, table 7). Larger ones have modules so fine that
a cheap phone does not read them from a screen."""

QUIET = 4
"""Modules left white on every side (ISO/IEC 18004, 5.3.8)."""


USUAL_MASK = 5
"""Gives the shortest drawings of web addresses, by a hair."""

_CHUNK = 11
"""Modules drawn at once: there are 2,048 ways to fill them, and each is put into words once."""

_DARK = re.compile("\0+").finditer


def fits_qr(text: str) -> bool:
    """Whether a code can hold the text and still be read."""
    return 0 < len(text.encode("utf-8", "replace")) <= LONGEST


def qr_svg(text: str, title: str) -> str:
    """The code of ``text`` at error level M: black on white in light and dark, without fixed size, named ``title``.

    The same text and title give the same drawing. Raises ``ValueError`` when the text does not fit (``fits_qr``).
    """
    side, path = qr_path(text)
    return (
        f'<svg role="img" shape-rendering="crispEdges" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
        f'<title>{escape(title)}</title><path fill="#fff" d="M0 0h{side}v{side}h-{side}z"/>'
        f'<path stroke="#000" d="{path}"/></svg>\n'
    )


def qr_path(text: str, *, quickly: bool = False) -> tuple[int, str]:
    """The code's side with its quiet zone, in modules, and its dark modules as the ``d`` of a stroke one module wide.

    Of eight ways to mask the data the best is sought, as the standard has it, which takes most of the time;
    ``quickly`` takes always the same one, for codes that are drawn by the ten thousand. Readers read both. Raises
    ``ValueError`` when the text does not fit.
    """
    if not fits_qr(text):
        raise ValueError(f"{len(text.encode('utf-8', 'replace'))} bytes do not fit a readable QR code")
    written = text.encode("utf-8", "replace").decode()
    options: dict[str, Any] = {"data_mask": USUAL_MASK} if quickly else {}
    code = zxingcpp.create_barcode(written, zxingcpp.BarcodeFormat.QRCode, ec_level="M", **options)
    image: Any = code.to_image(scale=1, add_quiet_zones=False)  # has the buffer protocol, which its stubs do not say
    modules = memoryview(image).tobytes().decode("latin-1")
    side = isqrt(len(modules))
    moves, chunks = _order(side)
    strokes = map(_strokes, map(modules.__getitem__, chunks))
    rows = zip(moves, *[strokes] * (len(chunks) // side), strict=True)
    return side + 2 * QUIET, "".join(chain.from_iterable(rows))


@cache
def _order(side: int) -> tuple[tuple[str, ...], tuple[slice, ...]]:
    """The moves to the rows of a code, and where its modules are cut into chunks, row after row."""
    starts = range(0, side, _CHUNK)
    return (
        tuple(f"M{QUIET} {row + QUIET}.5" for row in range(side)),
        tuple(
            slice(row + start, row + min(start + _CHUNK, side))
            for row in range(0, side * side, side)
            for start in starts
        ),
    )


@cache
def _strokes(chunk: str) -> str:
    """Strokes over the dark modules of a chunk and jumps over the light ones, from its beginning to its end."""
    drawn, at = "", 0
    for dark in _DARK(chunk):
        start, end = dark.span()
        drawn += (f"m{start - at} 0" if start > at else "") + f"h{end - start}"
        at = end
    return drawn + (f"m{len(chunk) - at} 0" if len(chunk) > at else "")


def qr_job(address: str, text: str, title: str, root: Path, label: str) -> Job:
    """The job that draws the code at ``address``. It reads nothing; ``root`` stands in for the source."""
    written = f"qr 2\0{version('zxing-cpp')}\0{address}\0{text}\0{title}"
    key = blake2b(written.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    return Job(key, _draw, root, (address, text, title), (address,), label)


def _draw(source: Path, target_dir: Path, args: tuple[str, str, str]) -> None:  # noqa: ARG001 - the signature of all jobs
    address, text, title = args
    target = target_dir / address
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(qr_svg(text, title).encode("utf-8", "replace"))
