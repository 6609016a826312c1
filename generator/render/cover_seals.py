"""The seal in a cover's corner, which tells the category, and the figures of covers for people."""

from __future__ import annotations

from .cover_inks import Inks, Pen

BLOSSOM = "blossom"

_SHAPES = {
    # Drawn in white on a square of 100; the names are the categories' usual ids.
    "mutual-aid": '<path d="M18 50a20 20 0 1 1 40 0a20 20 0 1 1-40 0zm9 0a11 11 0 1 0 22 0a11 11 0 1 0-22 0z"/><path d="M42 50a20 20 0 1 1 40 0a20 20 0 1 1-40 0zm9 0a11 11 0 1 0 22 0a11 11 0 1 0-22 0z"/>',
    "household": '<path d="M50 18C28 20 16 38 16 54q8-8 17 0q8-8 17 0q9-8 17 0q9-8 17 0C84 38 72 20 50 18z"/><path d="M47 50h6v24a10 10 0 0 1-20 0h6a4 4 0 0 0 8 0z"/>',
    "health": '<path d="M50 82C20 60 16 46 18 36C22 18 44 20 50 34C56 20 78 18 82 36C84 46 80 60 50 82z"/>',
    "family-care": '<circle cx="38" cy="30" r="13"/><path d="M16 82V64a22 20 0 0 1 44 0V82z"/><circle cx="70" cy="48" r="9"/><path d="M63 82V70a12 10 0 0 1 22 0V82z"/>',
    "disability": '<circle cx="50" cy="32" r="14"/><path d="M14 52q36 26 72 0l4 12q-12 22-40 22t-40-22z"/>',
    "patrol": '<path d="M46 12h8v10h-8zM34 22h32v6H34zM34 30h32q22 20 0 40H34q-22-20 0-40zM34 72h32v6H34zM46 80h8v10h-8z"/>',
    "environment": '<path d="M20 82C14 40 40 18 84 16C86 58 66 84 32 74L24 86z"/>',
    "anti-drug": '<path d="M50 14L82 26C84 56 72 76 50 88C28 76 16 56 18 26z"/>',
    "culture": '<path d="M40 18l42-8v54a13 11 0 1 1-8-10V28l-26 5v40a13 11 0 1 1-8-10z"/>',
    BLOSSOM: "".join(
        f'<circle cx="50" cy="28" r="17" transform="rotate({turn} 50 50)"/>' for turn in range(0, 360, 72)
    ),
}

KNOWN_SEALS = frozenset(_SHAPES)


def seal(pen: Pen, inks: Inks, name: str, x: int, y: int, size: int) -> None:
    """Stamp the seal of a category; one without a seal of its own gets the blossom."""
    scale = size / 100
    shape = _SHAPES.get(name, _SHAPES[BLOSSOM])
    pen.parts.append(
        f'<g transform="translate({x} {y}) scale({scale:g})"><path d="M9 3L93 0Q100 2 99 10L97 92Q96 99 88 98L8 100Q0 98 1 90L3 10Q3 4 9 3z" '
        f'fill="{inks.seal}" stroke="{inks.seal_cut}" stroke-width="4"/><g fill="{inks.seal_cut}" transform="translate(13 13) scale(.74)">{shape}</g></g>'
    )


def heads(pen: Pen, inks: Inks, count: int) -> None:
    """One person, a family of three or a group of five as paper-cut figures, on a sheet of 800 by 1000."""
    places = {
        1: ((400, 470, 1.5),),
        3: ((270, 480, 1.15), (550, 500, 1.1), (405, 690, 0.8)),
        5: ((400, 430, 0.9), (190, 500, 0.85), (610, 500, 0.85), (300, 640, 0.95), (510, 650, 0.95)),
    }[count]
    for number, (x, y, scale) in enumerate(places):
        coat = (inks.near, inks.figure, inks.mid)[number % 3]
        radius, wide = int(92 * scale), int(205 * scale)
        shoulder = y + int(radius * 1.35)
        pen.sheet(
            f"M{x - wide} 1000V{shoulder + int(150 * scale)}Q{x - wide} {shoulder} {x - int(60 * scale)} {shoulder}"
            f"H{x + int(60 * scale)}Q{x + wide} {shoulder} {x + wide} {shoulder + int(150 * scale)}V1000z",
            coat,
        )
        collar = int(52 * scale)
        pen.path(f"M{x - collar} {shoulder - 6}h{collar * 2}L{x} {shoulder + int(92 * scale)}z", inks.ground)
        pen.path(
            f"M{x - collar * 0.6:.0f} {shoulder - collar}h{collar * 1.2:.0f}v{collar}q-{collar * 0.6:.0f} {collar * 0.7:.0f}-{collar * 1.2:.0f} 0z",
            inks.skin,
        )
        pen.disc(x, y, radius, inks.skin)
        pen.path(_hair(number, x, y, radius), inks.hair)
        pen.turned(
            f'<path d="M0 0C-12-8-12-30 0-34C12-30 12-8 0 0z" fill="{inks.ground}"/>',
            5,
            x + wide * 0.5,
            shoulder + 130 * scale,
        )


def _hair(number: int, x: int, y: int, radius: int) -> str:
    """Short, bobbed or tied up, by turns."""
    r, top = radius + 8, f"M{x - radius - 8} {y}a{radius + 8} {radius + 8} 0 0 1 {2 * radius + 16} 0"
    if number % 3 == 0:
        return (
            f"{top}q-{r * 0.3:.0f}-{r * 0.62:.0f}-{r} -{r * 0.5:.0f}q-{r * 0.8:.0f} {r * 0.06:.0f}-{r} {r * 0.5:.0f}z"
        )
    if number % 3 == 1:
        return f"{top}v{r * 0.7:.0f}h-{r * 0.3:.0f}V{y - r * 0.1:.0f}q-{r * 0.7:.0f}-{r * 0.1:.0f}-{r * 1.4:.0f}-{r * 0.4:.0f}V{y + r * 0.7:.0f}h-{r * 0.3:.0f}z"
    return f"{top}q-{r}-{r * 0.8:.0f}-{r * 2} 0zM{x - 34} {y - r - 14}a34 34 0 1 1 68 0a34 34 0 1 1-68 0z"
