"""Things of the night market."""

from __future__ import annotations

from tools.illustrations.geometry import blob, ellipse, moved, rectangle
from tools.illustrations.palette import CLAY, DUSK, MIST, PAPER, ROSE, UMBER, VERMILION, lighter, mix
from tools.illustrations.paper import Picture


def upturned_bowl(picture: Picture, x: float, y: float, width: float) -> None:
    """An enamel bowl upside down, a brick on its foot."""
    picture.veil(ellipse(x + 12, y + 4, width * 0.56, width * 0.1), picture.shadow, 0.55, blur=10)
    dome = blob(
        [
            (x - width * 0.5, y),
            (x - width * 0.44, y - width * 0.2),
            (x - width * 0.26, y - width * 0.44),
            (x + width * 0.26, y - width * 0.44),
            (x + width * 0.44, y - width * 0.2),
            (x + width * 0.5, y),
            (x, y + width * 0.05),
        ],
        0.42,
    )
    picture.cut(dome, PAPER, mix(PAPER, MIST, 0.7), lift=8)
    with picture.inside(dome):
        picture.veil(
            ellipse(x - width * 0.24, y - width * 0.22, width * 0.06, width * 0.16), (255, 255, 255), 0.7, blur=6
        )
        for dx, turn in ((-0.1, -14), (0.05, 8), (0.2, 26)):
            picture.cut(
                moved(ellipse(0, 0, width * 0.06, width * 0.035), x + dx * width, y - width * 0.2, 1, turn),
                mix(VERMILION, ROSE, 0.3),
                lift=0.6,
                rim=0,
            )
    picture.cut(
        blob(
            [
                (x - width * 0.52, y - width * 0.02),
                (x, y + width * 0.035),
                (x + width * 0.52, y - width * 0.02),
                (x + width * 0.52, y + width * 0.03),
                (x, y + width * 0.085),
                (x - width * 0.52, y + width * 0.03),
            ],
            0.4,
        ),
        DUSK,
        lift=3,
    )
    picture.cut(rectangle(x - width * 0.2, y - width * 0.5, width * 0.4, width * 0.08, 3), DUSK, lift=3)
    picture.cut(
        rectangle(x - width * 0.34, y - width * 0.68, width * 0.68, width * 0.2, 4),
        mix(VERMILION, CLAY, 0.5),
        mix(VERMILION, UMBER, 0.5),
        lift=7,
    )
    picture.thread(
        [(x - width * 0.28, y - width * 0.63), (x + width * 0.26, y - width * 0.62)], 3, lighter(CLAY, 0.3), 0.5
    )
