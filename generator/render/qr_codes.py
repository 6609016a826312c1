"""QR codes as SVG: a phone's camera opens what a poster or a screen shows.

Drawing one takes about 5 ms, so pages never draw them: a page names the file, a job draws it once.
"""

from __future__ import annotations

from hashlib import blake2b
from io import BytesIO
from pathlib import Path

import segno

from generator.model.job import Job

LONGEST = 331
"""Bytes in a code of version 13 at level M (ISO/IEC 18004, table 7). Larger ones have modules so fine that
a cheap phone does not read them from a screen."""

QUIET = 4
"""Modules left white on every side (ISO/IEC 18004, 5.3.8)."""


def fits_qr(text: str) -> bool:
    """Whether a code can hold the text and still be read."""
    return 0 < len(text.encode("utf-8", "replace")) <= LONGEST


def qr_svg(text: str, title: str) -> str:
    """The code of ``text`` at error level M: black on white in light and dark, without fixed size, named ``title``.

    The same text and title give the same drawing. Raises ``ValueError`` when the text does not fit (``fits_qr``).
    """
    if not fits_qr(text):
        raise ValueError(f"{len(text.encode('utf-8', 'replace'))} bytes do not fit a readable QR code")
    written = text.encode("utf-8", "replace").decode()
    code = segno.make_qr(written, error="m", mode="byte", encoding="utf-8", boost_error=False)
    file = BytesIO()
    code.save(
        file, kind="svg", xmldecl=False, omitsize=True, border=QUIET,
        light="#fff", dark="#000", title=title, svgclass=None, lineclass=None, nl=True,
    )  # fmt: skip
    drawing = file.getvalue().decode()
    return drawing.replace("<svg ", '<svg role="img" shape-rendering="crispEdges" ', 1)


def qr_job(address: str, text: str, title: str, root: Path, label: str) -> Job:
    """The job that draws the code at ``address``. It reads nothing; ``root`` stands in for the source."""
    written = f"qr 1\0{segno.__version__}\0{address}\0{text}\0{title}"
    key = blake2b(written.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    return Job(key, _draw, root, (address, text, title), (address,), label)


def _draw(source: Path, target_dir: Path, args: tuple[str, str, str]) -> None:  # noqa: ARG001 - the signature of all jobs
    address, text, title = args
    target = target_dir / address
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(qr_svg(text, title).encode("utf-8", "replace"))
