"""The compositions of designed covers, in the manner of paper-cuts and wood type; each fills a sheet of 1200 by 800."""

from __future__ import annotations

from collections.abc import Callable

from .cover_inks import Inks, Pen

WIDTH, HEIGHT = 1200, 800


def window_flower(pen: Pen, inks: Inks) -> None:
    """窗花: a folded and cut rosette, off centre."""
    x, y = (330, 400) if pen.between(0, 1) else (870, 400)
    folds = (8, 10, 12)[pen.between(0, 2)]
    pen.disc(x, y, 520, inks.far)
    pen.disc(x, y, 372, inks.near)
    spread = int(780 / folds)
    cut = f'fill="{inks.ground}"'
    pen.turned(
        f'<path d="M0-366C{spread}-320 {spread}-250 0-196C{-spread}-250 {-spread}-320 0-366z" {cut}/>', folds, x, y
    )
    half = 180 / folds
    pen.turned(f'<circle cy="-330" r="{spread // 3}" {cut}/>', folds, x, y, half)
    pen.turned(f'<path d="M0-230L{spread // 3}-190L0-140L{-spread // 3}-190z" {cut}/>', folds, x, y, half)
    pen.turned(f'<path d="M0-340Q{spread // 3}-290 0-244Q{-spread // 3}-290 0-340z" fill="{inks.near}"/>', folds, x, y)
    pen.turned(f'<path d="M0-176Q{spread // 2}-110 0-60Q{-spread // 2}-110 0-176z" {cut}/>', folds, x, y)
    pen.disc(x, y, 40, inks.ground)
    pen.disc(x, y, 18, inks.near)
    pen.turned(f'<path d="M-{spread // 3}-398L0-440L{spread // 3}-398z" fill="{inks.near}"/>', folds * 2, x, y)


def hills(pen: Pen, inks: Inks) -> None:
    """Hills one behind the other, a sun between them."""
    pen.disc(pen.between(260, 940), pen.between(210, 270), pen.between(96, 132), inks.orb)
    level = 380
    for fill in (inks.far, inks.mid, inks.light if inks.near != inks.light else inks.far, inks.figure):
        first, crest, dip = pen.between(-60, 60), pen.between(120, 200), pen.between(20, 90)
        d = (
            f"M0 {level + first}C{pen.between(140, 260)} {level - crest} {pen.between(330, 420)} {level - crest} 560 {level + dip}"
            f"S{pen.between(820, 980)} {level - crest + dip} 1200 {level - first // 2}V800H0z"
        )
        pen.sheet(d, fill)
        level += 112
    for n in range(3):
        x, y = pen.between(140, 1000), pen.between(90, 240)
        size = 22 - 4 * n
        pen.line(f"M{x} {y}q{size}-{size} {size * 2} 0q{size}-{size} {size * 2} 0", inks.figure, 6)


def lane(pen: Pen, inks: Inks) -> None:
    """Roofs of a lane with stepped gables, some windows lit."""
    pen.disc(pen.between(700, 1000), 190, 90, inks.orb)
    for fill, ground, scale in ((inks.far, 500, 0.8), (inks.mid, 620, 1.0), (inks.near, 800, 1.25)):
        x = -pen.between(20, 140)
        while x < WIDTH:
            wide, high = int(pen.between(170, 260) * scale), int(pen.between(170, 270) * scale)
            pen.sheet(_house(x, ground - high, wide, ground + 240), fill)
            for row in range(2):
                for column in range(2):
                    if pen.between(0, 2):
                        pen.box(
                            x + wide * (0.24 + 0.32 * column),
                            ground - high + (92 + 78 * row) * scale,
                            wide * 0.17,
                            46 * scale,
                            inks.light if pen.between(0, 1) else inks.ground,
                        )
            x += wide + int(pen.between(4, 30) * scale)


def _house(x: int, top: int, wide: int, bottom: int) -> str:
    step = wide // 6
    return f"M{x} {bottom}V{top + 56}h-10v-18h{step + 10}v-20h{step}v-18h{wide - 4 * step}v18h{step}v20h{step + 10}v18h-10V{bottom}z"


def river(pen: Pen, inks: Inks) -> None:
    """Rows of waves, a moon, a small boat."""
    pen.disc(pen.between(220, 980), 200, 120, inks.orb)
    radius = 100
    boat_row, boat = pen.between(1, 2), pen.between(260, 860)
    for row in range(5):
        y = 430 + row * 84
        if row == boat_row:
            pen.sheet(f"M{boat - 120} {y - 96}q120 46 240 0l-36 74h-168z", inks.figure)
            pen.path(f"M{boat - 4} {y - 84}v-150l84 118q-42 18-84 14z", inks.figure)
        shift = -radius if row % 2 else 0
        for column in range(8):
            x = column * radius * 2 + shift
            for size, fill in ((100, inks.mid), (80, inks.ground), (62, inks.mid), (42, inks.ground), (24, inks.near)):
                pen.path(f"M{x - size} {y + 60}a{size} {size} 0 0 1 {size * 2} 0z", fill)
        pen.box(0, y + 59, WIDTH, 90, inks.ground if row == 4 else inks.mid)


def lanterns(pen: Pen, inks: Inks) -> None:
    """Lanterns on strings at different heights."""
    pen.path("M0 0H1200V70Q900 130 600 76T0 110z", inks.far)
    for n in range(5):
        x = 130 + n * 235 + pen.between(-30, 30)
        size = pen.between(62, 104)
        y = pen.between(230, 520)
        body, cut = (inks.near, inks.ground) if n % 2 == 0 else (inks.mid, inks.light)
        pen.line(f"M{x} 0V{y - size}", inks.figure, 5)
        pen.box(x - size * 0.42, y - size - 14, size * 0.84, 20, inks.figure)
        pen.sheet(
            f"M{x - size // 2} {y - size}h{size}q{size} {size} 0 {size * 2}h-{size}q-{size}-{size} 0-{size * 2}z", body
        )
        for bend in (-0.5, 0, 0.5):
            pen.line(
                f"M{x + size * bend * 0.6:.0f} {y - size + 12}q{size * bend:.0f} {size - 12} 0 {size * 2 - 24}", cut, 6
            )
        pen.box(x - size * 0.42, y + size - 6, size * 0.84, 20, inks.figure)
        for strand in (-16, 0, 16):
            pen.line(f"M{x + strand} {y + size + 18}v{pen.between(50, 84)}", body, 6)


def branch(pen: Pen, inks: Inks) -> None:
    """A branch of plum blossom across the sheet."""
    pen.disc(pen.between(780, 960), pen.between(240, 320), 220, inks.far)
    pen.line("M-20 720C180 640 250 520 430 470S760 430 880 300 1010 150 1080 60", inks.figure, 26)
    pen.line("M430 470C470 380 460 300 540 200", inks.figure, 16)
    pen.line("M700 424C790 480 900 500 1010 590", inks.figure, 16)
    pen.line("M210 580C300 600 380 660 470 700", inks.figure, 13)
    places = (
        (540, 200),
        (470, 340),
        (620, 440),
        (830, 340),
        (960, 200),
        (1060, 90),
        (860, 490),
        (1000, 585),
        (330, 520),
        (460, 700),
    )
    for x, y in places:
        size = pen.between(46, 74)
        if pen.between(0, 4):
            petal = f'<path d="M0 0C{-size}-{size * 0.5:.0f} {-size * 0.5:.0f}-{size * 1.3:.0f} 0-{size}C{size * 0.5:.0f}-{size * 1.3:.0f} {size}-{size * 0.5:.0f} 0 0z" fill="{inks.near}"/>'
            pen.turned(petal, 5, x, y, pen.between(0, 71))
            pen.disc(x, y, size * 0.2, inks.ground)
            stamen = f'<circle cy="{-size * 0.48:.0f}" r="5" fill="{inks.ground}"/>'
            pen.turned(stamen, 5, x, y, pen.between(0, 71))
        else:
            pen.disc(x, y, size * 0.45, inks.near)


def type_case(pen: Pen, inks: Inks) -> None:
    """Wood-type ornaments in a frame, six by four."""
    fills = (inks.near, inks.mid, inks.figure, inks.far)
    for row in range(4):
        for column in range(6):
            x, y = column * 200, row * 200
            back = fills[(row * 2 + column + pen.between(0, 1)) % 4]
            front = inks.ground if back in (inks.near, inks.figure) else inks.near
            pen.box(x, y, 200, 200, back)
            _ornament(pen, pen.between(0, 6), x, y, front)


def _ornament(pen: Pen, shape: int, x: int, y: int, fill: str) -> None:
    if shape == 0:
        pen.disc(x + 100, y + 100, 70, fill)
    elif shape == 1:
        pen.path(f"M{x} {y}h200a200 200 0 0 1-200 200z", fill)
    elif shape == 2:
        pen.path(f"M{x} {y + 200}V{y}a200 200 0 0 1 200 200z", fill)
    elif shape == 3:
        pen.path(f"M{x + 100} {y + 20}l80 80-80 80-80-80z", fill)
    elif shape == 4:
        for band in range(4):
            pen.box(x, y + 14 + band * 50, 200, 22, fill)
    elif shape == 5:
        pen.turned(f'<path d="M0 0C-34-20-30-84 0-90C30-84 34-20 0 0z" fill="{fill}"/>', 6, x + 100, y + 100)
    else:
        pen.path(f"M{x} {y + 200}l100-200 100 200z", fill)


def kites(pen: Pen, inks: Inks) -> None:
    """Paper kites over scrolled clouds."""
    for n, (x, y, size) in enumerate(((300, 300, 120), (690, 190, 92), (960, 350, 74))):
        x, y = x + pen.between(-60, 60), y + pen.between(-50, 60)
        wing, body = (inks.near, inks.figure) if n % 2 == 0 else (inks.mid, inks.near)
        pen.line(f"M{x} {y + size}Q{x - 90} {y + 300} {x - 30 - 40 * n} 800", inks.mid, 4)
        pen.sheet(
            f"M{x} {y - size}L{x + size} {y - size * 0.2:.0f} {x} {y + size * 1.3:.0f} {x - size} {y - size * 0.2:.0f}z",
            wing,
        )
        pen.path(f"M{x} {y - size}L{x} {y + size * 1.3:.0f} {x - size} {y - size * 0.2:.0f}z", body)
        pen.disc(x, y - size * 0.2, size * 0.22, inks.ground)
        for tail in range(3):
            knot_x, knot_y = x + (14 if tail % 2 else -14), y + int(size * 1.5) + tail * 36
            pen.path(f"M{knot_x} {knot_y}l18-14v28zm0 0l-18-14v28z", body)
    for row, fill in enumerate((inks.far, inks.mid, inks.near)):
        y = 590 + row * 82
        x = -pen.between(40, 160)
        while x < WIDTH:
            size = pen.between(84, 128)
            pen.disc(x, y, size, fill)
            pen.disc(x, y, size * 0.66, inks.ground if row < 2 else inks.figure)
            pen.disc(x, y, size * 0.36, fill)
            x += int(size * 1.5)
        pen.box(0, y, WIDTH, HEIGHT - y, fill)


SCENES: tuple[Callable[[Pen, Inks], None], ...] = (
    window_flower,
    hills,
    lane,
    river,
    lanterns,
    branch,
    type_case,
    kites,
)
