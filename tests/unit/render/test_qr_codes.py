"""QR codes: what a phone reads, and what the drawing must have."""

from __future__ import annotations

import re
from pathlib import Path

import numpy
import pytest
import zxingcpp
from lxml import etree

from generator.render.qr_codes import LONGEST, QUIET, fits_qr, qr_job, qr_path, qr_svg

SVG = "{http://www.w3.org/2000/svg}"
SCALE = 4


def read(svg: str) -> str:
    """What a reader of QR codes makes of the drawing."""
    return zxingcpp.read_barcode(pixels(svg), formats=zxingcpp.BarcodeFormat.QRCode).text


def pixels(svg: str) -> numpy.ndarray:
    """The drawing's modules, black on white."""
    root = etree.fromstring(svg)
    side = int(root.get("viewBox").split()[2])
    modules = numpy.full((side, side), 255, dtype=numpy.uint8)
    path = next(each for each in root.iter(f"{SVG}path") if each.get("stroke"))
    x = y = 0.0
    for letter, numbers in re.findall(r"([Mmh])([-0-9. ]+)", path.get("d")):
        values = [float(number) for number in re.findall(r"-?[0-9.]+", numbers)]
        if letter == "M":
            x, y = values
        elif letter == "m":
            x, y = x + values[0], y + values[1]
        else:
            modules[int(y), int(x) : int(x + values[0])] = 0
            x += values[0]
    return numpy.kron(modules, numpy.ones((SCALE, SCALE), dtype=numpy.uint8))


@pytest.mark.parametrize(
    "text",
    [
        "https://www.example.org/stories/2026/night-bus/",
        "https://signup.example/0001?x=1&y=2",
        "https://signup.example/报名/𠮷",
        "x" * LONGEST,
    ],
)
def test_a_reader_gets_the_text_back(text: str) -> None:
    assert read(qr_svg(text, "扫码报名")) == text


def test_the_drawing_is_named_and_keeps_its_quiet_zone() -> None:
    svg = qr_svg("https://www.example.org/", "扫码打开“<夜班公交>”&更多")
    root = etree.fromstring(svg)
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == "扫码打开“<夜班公交>”&更多"
    assert "style" not in svg
    dark = numpy.argwhere(pixels(svg) == 0)
    assert dark.min() == QUIET * SCALE


def test_the_same_text_gives_the_same_drawing() -> None:
    assert qr_svg("https://www.example.org/", "网页") == qr_svg("https://www.example.org/", "网页")


def test_what_is_too_long_to_be_read_is_refused() -> None:
    assert not fits_qr("x" * (LONGEST + 1))
    assert not fits_qr("")
    with pytest.raises(ValueError, match="do not fit"):
        qr_svg("x" * (LONGEST + 1), "网页")


def test_the_job_draws_the_code_at_its_address(tmp_path: Path) -> None:
    job = qr_job("activities/2026/repair/qr.svg", "https://signup.example/1", "扫码报名", tmp_path, "repair")
    job.run(job.source, tmp_path, job.args)
    assert read((tmp_path / job.outputs[0]).read_text(encoding="utf-8")) == "https://signup.example/1"
    assert job.key != qr_job(job.outputs[0], "https://signup.example/2", "扫码报名", tmp_path, "repair").key


def test_codes_that_are_drawn_by_the_thousand_are_read_as_well() -> None:
    for number in range(200):
        text = f"https://www.example.org/volunteer/stories/20{number % 30:02}/story-{number * 7919}/"
        side, path = qr_path(text, quickly=True)
        svg = f'<svg xmlns="{SVG[1:-1]}" viewBox="0 0 {side} {side}"><path stroke="#000" d="{path}"/></svg>'
        assert read(svg) == text
