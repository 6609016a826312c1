"""The site's emblem and its name as files that others print: made from the theme's emblem, so a city that puts its own
there offers its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

import resvg_py
from lxml import etree

from generator.derive import SiteData
from generator.model.entries import PageBlock
from generator.model.job import Job, JobError
from generator.model.kinds import Kind
from generator.read.theme_folder import emblem_file
from generator.typeset.setting import Sheet, as_drawing, templates_digest

from .terms import BRAND

RECIPE = "brand 1"
"""Raise the number with every change of what is written."""

EMBLEM_PIXELS, LOGO_PIXELS = 1024, 400
"""Height of the pictures: enough for a newspaper's page at 300 dots an inch, 8 cm and 3 cm."""

_SVG = "http://www.w3.org/2000/svg"
_TALL, _GAP, _NAME = 64.0, 14.0, 40.0
"""Of the logo, in its own units: the emblem's side, the room beside it, the height of the name."""


@dataclass(frozen=True, slots=True)
class BrandDrawing:
    """One drawing of the brand: file name without ending, what it is called, the colour of the name ("" for the emblem
    alone), and whether it is meant for dark grounds."""

    stem: str
    title: str
    colour: str = ""
    dark: bool = False

    @property
    def outputs(self) -> tuple[str, str]:
        """Addresses of the SVG and of the PNG."""
        return f"{BRAND}{self.stem}.svg", f"{BRAND}{self.stem}.png"


DRAWINGS = (
    BrandDrawing("emblem", "站徽"),
    BrandDrawing("logo", "站徽和站名，放在浅色底上", "#22252a"),
    BrandDrawing("logo-on-dark", "站徽和站名，放在深色底上", "#fffaf0", dark=True),
)


def shows(data: SiteData, block: PageBlock) -> bool:
    """Whether any public 固定页面 shows a block."""
    return any(block in page.meta.shows for page in data.public.by_slug[Kind.PAGE].values())


def brand_jobs(data: SiteData, root: Path) -> list[Job]:
    """A job for each drawing, while a page offers them. ``root`` is the project's folder."""
    if not shows(data, PageBlock.BRAND):
        return []
    emblem = emblem_file(root)
    drawn, name = emblem.read_bytes(), data.catalogue.settings.site_name
    jobs = []
    for drawing in DRAWINGS:
        known = f"{RECIPE}\0{templates_digest()}\0{drawing!r}\0{name}\0{version('resvg-py')}".encode()
        key = blake2b(known + drawn, digest_size=16).hexdigest()
        jobs.append(Job(key, _draw, emblem, (drawing, name), drawing.outputs, "站徽"))
    return jobs


def _draw(source: Path, target_dir: Path, args: tuple[BrandDrawing, str]) -> None:
    drawing, name = args
    emblem = source.read_bytes()
    try:
        svg = logo(emblem, name, drawing.colour) if drawing.colour else emblem
        height = LOGO_PIXELS if drawing.colour else EMBLEM_PIXELS
        png = bytes(resvg_py.svg_to_bytes(svg_string=svg.decode(), height=height, skip_system_fonts=True))
    except (ValueError, etree.XMLSyntaxError) as error:
        raise JobError("站徽（theme/assets/emblem.svg）不是完好的 SVG 文件。请从绘图软件里重新导出一份。") from error
    for address, data in zip(drawing.outputs, (svg, png), strict=True):
        target = target_dir / address
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def logo(emblem: bytes, name: str, colour: str) -> bytes:
    """The emblem with the site's name beside it as one SVG in outlines: no typeface is needed to show it.

    Raises:
        ValueError, lxml.etree.XMLSyntaxError: the emblem is no SVG.
    """
    drawn = _parsed(as_drawing(Sheet("brand.typ", {"name": name, "colour": colour})))
    across, down = _size(drawn)
    wide = across * _NAME / down
    whole = etree.Element(f"{{{_SVG}}}svg", nsmap={None: _SVG})  # type: ignore[dict-item]
    width = _TALL + _GAP + wide
    _put(whole, {"viewBox": f"0 0 {width:.2f} {_TALL:g}", "width": f"{width:.2f}", "height": f"{_TALL:g}"})
    whole.append(_placed(_parsed(emblem), 0, 0, _TALL, _TALL))
    whole.append(_placed(drawn, _TALL + _GAP, (_TALL - _NAME) / 2, wide, _NAME))
    return etree.tostring(whole, encoding="utf-8") + b"\n"


def _parsed(svg: bytes) -> etree._Element:
    element = etree.fromstring(svg, etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True))
    if etree.QName(element).localname != "svg":
        raise ValueError("not an SVG")
    return element


def _size(svg: etree._Element) -> tuple[float, float]:
    box = (svg.get("viewBox") or "").replace(",", " ").split()
    across, down = box[2:] if len(box) == 4 else (svg.get("width", ""), svg.get("height", ""))
    found = tuple(float(each.removesuffix("px").removesuffix("pt")) for each in (across, down))
    if min(found) <= 0:
        raise ValueError("an SVG without a size")
    return found[0], found[1]


def _placed(svg: etree._Element, x: float, y: float, width: float, height: float) -> etree._Element:
    """A drawing as part of another one, in its own proportions."""
    if not svg.get("viewBox"):
        across, down = _size(svg)
        svg.set("viewBox", f"0 0 {across:g} {down:g}")
    _put(svg, {"x": f"{x:g}", "y": f"{y:g}", "width": f"{width:.2f}", "height": f"{height:g}"})
    return svg


def _put(element: etree._Element, values: Mapping[str, str]) -> None:
    for name, value in values.items():
        element.set(name, value)
