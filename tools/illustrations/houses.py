"""Houses of the old town and towers of the new."""

from __future__ import annotations

from tools.illustrations.geometry import Path, blob, ellipse, many, rectangle, ribbon, union
from tools.illustrations.landscape import snow_cap
from tools.illustrations.palette import CREAM, GOLD, PAPER, SLATE, SNOW, UMBER, Colour, darker, lighter, mix
from tools.illustrations.paper import Picture


def tower(
    picture: Picture,
    x: float,
    y: float,
    width: float,
    height: float,
    wall: Colour,
    lit: Colour | None = None,
    share: float = 0.4,
    columns: int = 4,
    pitch: float = 34.0,
    lift: float = 6.0,
) -> None:
    """An apartment block standing at ``y`` with its left edge at ``x``; ``share`` of its windows burn in ``lit``."""
    picture.cut(rectangle(x, y - height, width, height + 60), wall, mix(wall, PAPER, 0.06), lift=lift)
    gap = width / columns
    dark: list[Path] = []
    bright: list[Path] = []
    rows = int((height - 24) / pitch)
    for row in range(rows):
        for column in range(columns):
            window = rectangle(x + gap * (column + 0.24), y - height + 20 + row * pitch, gap * 0.52, pitch * 0.5, 1.5)
            (bright if lit and picture.random.random() < share else dark).append(window)
    if dark:
        picture.cut(many(dark), darker(wall, 0.28), lift=0, rim=0)
    if bright and lit:
        picture.cut(many(bright), lit, lift=0, rim=0)
        picture.veil(many(bright), lit, 0.35, blur=5)


def skyline(
    picture: Picture,
    x0: float,
    x1: float,
    y: float,
    wall: Colour,
    tallest: float,
    lit: Colour | None = None,
    share: float = 0.3,
    width: float = 110.0,
    lift: float = 5.0,
) -> None:
    """A row of towers of changing height from ``x0`` to ``x1``."""
    x = x0
    while x < x1:
        w = width * picture.random.uniform(0.7, 1.3)
        height = tallest * picture.random.uniform(0.45, 1.0)
        tone = mix(wall, PAPER, picture.random.uniform(0, 0.07))
        tower(picture, x, y, w, height, tone, lit, share, max(2, round(w / 30)), 30, lift)
        x += w + picture.random.uniform(-6, 22)


def house(
    picture: Picture,
    x: float,
    y: float,
    width: float,
    wall_height: float,
    wall: Colour = CREAM,
    roof: Colour = SLATE,
    lit: Colour | None = None,
    snow: bool = False,
    door: Colour = UMBER,
    windows: int = 2,
    lift: float = 6.0,
) -> None:
    """An old-town house: plaster wall, grey tiled roof with upturned eaves, lattice windows, standing at ``y``, left edge ``x``."""
    top = y - wall_height
    picture.cut(rectangle(x, top, width, wall_height + 4), wall, lift=lift)
    picture.veil(rectangle(x, top, width, wall_height * 0.16), picture.shadow, 0.25, blur=wall_height * 0.05)
    slots = windows + 1
    for index in range(slots):
        cx = x + width * (index + 0.5) / slots
        if index == slots // 2 and door:
            w, h = min(width / slots * 0.5, wall_height * 0.42), wall_height * 0.68
            picture.cut(rectangle(cx - w / 2, y - h, w, h, 2), door, lift=1.2)
            picture.thread([(cx, y - h + 3), (cx, y)], 1.6, darker(door, 0.4))
        else:
            w, h = min(width / slots * 0.58, wall_height * 0.5), wall_height * 0.4
            _lattice(picture, cx - w / 2, top + wall_height * 0.3, w, h, lit or darker(wall, 0.55), door)
    rise = wall_height * 0.55
    over = width * 0.07
    eave = top + wall_height * 0.06
    roof_path = blob(
        [
            (x - over, eave - 3),
            (x + width * 0.06, eave - rise * 0.42),
            (x + width * 0.14, eave - rise),
            (x + width * 0.5, eave - rise * 0.96),
            (x + width * 0.86, eave - rise),
            (x + width * 0.94, eave - rise * 0.42),
            (x + width + over, eave - 3),
            (x + width * 0.92, eave + 7),
            (x + width * 0.5, eave + 9),
            (x + width * 0.08, eave + 7),
        ],
        0.34,
    )
    picture.cut(roof_path, roof, darker(roof, 0.12), lift=lift)
    with picture.inside(roof_path):
        count = max(6, round(width / 16))
        for index in range(count + 1):
            tx = x - over + (width + 2 * over) * index / count
            picture.thread(
                [(x + width / 2 + (tx - x - width / 2) * 0.8, eave - rise), (tx, eave + 9)],
                1.4,
                darker(roof, 0.35),
                0.55,
            )
    ridge_line = [
        (x + width * 0.09, eave - rise - 3),
        (x + width * 0.16, eave - rise + 1),
        (x + width * 0.5, eave - rise * 0.98),
        (x + width * 0.84, eave - rise + 1),
        (x + width * 0.91, eave - rise - 3),
    ]
    picture.cut(ribbon(ridge_line, [1.5, 4, 4, 4, 1.5]), darker(roof, 0.3), lift=2)
    if snow:
        picture.cut(
            snow_cap(
                [(x - over, eave - 5), (x + width * 0.07, eave - rise * 0.45), (x + width * 0.15, eave - rise * 0.98)],
                rise * 0.16,
            ),
            SNOW,
            lift=1.5,
        )
        cap = blob(
            [
                (x + width * 0.07, eave - rise * 0.52),
                (x + width * 0.13, eave - rise * 1.06),
                (x + width * 0.3, eave - rise * 1.1),
                (x + width * 0.5, eave - rise * 1.04),
                (x + width * 0.7, eave - rise * 1.1),
                (x + width * 0.87, eave - rise * 1.06),
                (x + width * 0.93, eave - rise * 0.52),
                (x + width * 0.84, eave - rise * 0.42),
                (x + width * 0.7, eave - rise * 0.6),
                (x + width * 0.52, eave - rise * 0.34),
                (x + width * 0.34, eave - rise * 0.56),
                (x + width * 0.18, eave - rise * 0.4),
            ],
            0.4,
        )
        picture.cut(cap, SNOW, lift=2.5, rim=0.1)


def _lattice(picture: Picture, x: float, y: float, width: float, height: float, pane: Colour, frame: Colour) -> None:
    picture.cut(rectangle(x, y, width, height, 1), pane, lift=0, rim=0)
    bars = [
        rectangle(x - 2, y - 2, width + 4, 4),
        rectangle(x - 2, y + height - 2, width + 4, 4),
        rectangle(x - 2, y, 4, height),
        rectangle(x + width - 2, y, 4, height),
    ]
    bars += [rectangle(x + width * k / 3 - 1, y, 2, height) for k in (1, 2)] + [
        rectangle(x, y + height * 0.5 - 1, width, 2)
    ]
    picture.cut(union(*bars), frame, lift=1, rim=0.1)


def factory_bell(picture: Picture, x: float, y: float, size: float, bracket: bool = True) -> None:
    """The bronze bell that once ended the shift, hanging from ``(x, y)``; ``size`` is its height with the clapper."""
    if bracket:
        picture.cut(rectangle(x - size * 0.3, y - size * 0.08, size * 0.6, size * 0.1, 3), darker(SLATE, 0.3), lift=3)
    picture.cut(rectangle(x - size * 0.03, y, size * 0.06, size * 0.16), darker(SLATE, 0.3), lift=2)
    picture.cut(ellipse(x, y + size * 0.9, size * 0.08), darker(UMBER, 0.2), lift=2)
    body = blob(
        [
            (x - size * 0.1, y + size * 0.14),
            (x + size * 0.1, y + size * 0.14),
            (x + size * 0.24, y + size * 0.34),
            (x + size * 0.28, y + size * 0.66),
            (x + size * 0.42, y + size * 0.84),
            (x, y + size * 0.89),
            (x - size * 0.42, y + size * 0.84),
            (x - size * 0.28, y + size * 0.66),
            (x - size * 0.24, y + size * 0.34),
        ],
        0.42,
    )
    picture.cut(body, mix(GOLD, UMBER, 0.22), mix(GOLD, UMBER, 0.5), lift=size * 0.05)
    with picture.inside(body):
        for share in (0.36, 0.7):
            picture.cut(
                rectangle(x - size * 0.5, y + size * share, size, size * 0.03), lighter(GOLD, 0.25), lift=0.6, rim=0
            )
        picture.veil(
            ellipse(x - size * 0.12, y + size * 0.5, size * 0.05, size * 0.22), (255, 244, 210), 0.5, blur=size * 0.03
        )
