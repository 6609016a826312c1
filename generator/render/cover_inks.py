"""Inks and paper of the designed covers: the site's one red, its paper and its ink, and tints of these.

The gold is kept for honours and never used here.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

PAPER, RED, INK = "#fbf8f2", "#b5371f", "#22252a"


@dataclass(frozen=True, slots=True)
class Inks:
    """Colours of one print run.

    ``ground`` is the sheet, ``far`` to ``near`` its layers, ``figure`` what stands in
    front, ``orb`` the sun or moon: never the main red on paper, which would be read as a flag.
    """

    ground: str
    far: str
    mid: str
    near: str
    figure: str
    light: str
    orb: str
    skin: str
    hair: str
    seal: str
    seal_cut: str


DAY = Inks(PAPER, "#f0e3d6", "#e3b9a8", RED, "#8a2816", PAPER, "#e3b9a8", "#f3d6c6", INK, RED, PAPER)
FESTIVE = Inks(RED, "#a32e18", "#8a2816", "#fbf8f2", "#f0d9cb", "#e3b9a8", "#f0d9cb", "#f3d6c6", INK, PAPER, RED)
EVENING = Inks("#2b2f36", "#363b43", "#454a52", RED, "#f0e3d6", "#e3b9a8", "#e3b9a8", "#f3d6c6", INK, RED, PAPER)
RUNS = (DAY, FESTIVE, EVENING)


class Pen:
    """Collects SVG elements. Numbers are whole: a sheet is 1200 units wide."""

    def __init__(self, seed: int = 0) -> None:
        self._random = Random(seed)
        self.parts: list[str] = []

    def between(self, low: float, high: float) -> int:
        """A whole number from the cover's own sequence."""
        return int(low + self._random.random() * (high - low + 1))

    def path(self, d: str, fill: str, more: str = "") -> None:
        """A filled shape."""
        self.parts.append(f'<path d="{d}" fill="{fill}"{more}/>')

    def sheet(self, d: str, fill: str) -> None:
        """A layer of paper that throws a soft shadow on the one behind."""
        self.parts.append(f'<path d="{d}" fill="#000" opacity=".14" transform="translate(6 -7)"/>')
        self.path(d, fill)

    def disc(self, x: float, y: float, radius: float, fill: str) -> None:
        """A filled circle."""
        self.parts.append(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{radius:.0f}" fill="{fill}"/>')

    def box(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        """A filled rectangle."""
        self.parts.append(f'<path d="M{x:.0f} {y:.0f}h{width:.0f}v{height:.0f}h{-width:.0f}z" fill="{fill}"/>')

    def line(self, d: str, colour: str, width: float) -> None:
        """A stroke with round ends."""
        self.parts.append(
            f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{width:g}" stroke-linecap="round" stroke-linejoin="round"/>'
        )

    def turned(self, shape: str, times: int, x: float, y: float, offset: float = 0) -> None:
        """``shape`` (an element drawn round 0,0) repeated in a ring."""
        ring = "".join(f'<g transform="rotate({offset + n * 360 / times:g})">{shape}</g>' for n in range(times))
        self.parts.append(f'<g transform="translate({x:.0f} {y:.0f})">{ring}</g>')
