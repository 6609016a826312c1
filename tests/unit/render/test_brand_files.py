"""Emblem and name as files: they follow the city's emblem, and need no typeface."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from builders import City
from lxml import etree
from PIL import Image

from generator.model.job import JobError
from generator.render import site_jobs
from generator.render.brand_files import DRAWINGS, brand_jobs, logo

OURS = b"""<?xml version="1.0"?>\n<!-- drawn by hand --><svg xmlns="http://www.w3.org/2000/svg" width="30px" height="60px"><rect id="bar" fill="#00f" width="30" height="60"/></svg>"""


def city(*shows: str) -> City:
    return City().page("media", place="about", shows=list(shows))


def with_emblem(root: Path, svg: bytes) -> Path:
    place = root / "theme" / "assets" / "emblem.svg"
    place.parent.mkdir(parents=True)
    place.write_bytes(svg)
    return root


def test_files_are_made_only_where_a_page_offers_them(tmp_path: Path) -> None:
    assert not [job for job in site_jobs(city("feeds").data(), tmp_path) if "brand" in job.outputs[0]]
    made = {output for job in site_jobs(city("brand").data(), tmp_path) for output in job.outputs}
    assert {output for drawing in DRAWINGS for output in drawing.outputs} <= made


def test_a_city_s_own_emblem_is_offered(tmp_path: Path) -> None:
    root = with_emblem(tmp_path / "city", OURS)
    first, second, _ = brand_jobs(city("brand").data(), root)
    for job in (first, second):
        job.run(job.source, tmp_path, job.args)
    assert (tmp_path / "media/brand/emblem.svg").read_bytes() == OURS
    with Image.open(BytesIO((tmp_path / "media/brand/emblem.png").read_bytes())) as picture:
        assert (picture.height, picture.mode) == (1024, "RGBA")
        assert picture.getpixel((picture.width // 2, 500)) == (0, 0, 255, 255)
    whole = etree.fromstring((tmp_path / "media/brand/logo.svg").read_bytes())
    assert whole.xpath("//*[local-name()='rect'][@id='bar']")
    assert not whole.xpath("//*[local-name()='text' or local-name()='image']"), "outlines only"
    with Image.open(tmp_path / "media/brand/logo.png") as picture:
        assert picture.height == 400 and picture.width > 1000
        assert picture.getpixel((picture.width - 3, 3))[3] == 0


def test_another_emblem_or_name_makes_other_files(tmp_path: Path) -> None:
    keys = [
        {job.key for job in brand_jobs(found.page("media", place="about", shows=["brand"]).data(), root)}
        for found, root in (
            (City(), tmp_path),
            (City(site_name="别处志愿"), tmp_path),
            (City(), with_emblem(tmp_path / "other", OURS)),
        )
    ]
    assert not keys[0] & keys[1] and not keys[0] & keys[2]


@pytest.mark.parametrize("svg", [b"", b"<html/>", b"\x89PNG"])
def test_a_broken_emblem_is_said_in_words(tmp_path: Path, svg: bytes) -> None:
    job = brand_jobs(city("brand").data(), with_emblem(tmp_path / "city", svg))[0]
    with pytest.raises(JobError, match=r"emblem\.svg"):
        job.run(job.source, tmp_path, job.args)


def test_the_same_emblem_gives_the_same_bytes() -> None:
    assert logo(OURS, "河湾𠮷志愿", "#22252a") == logo(OURS, "河湾𠮷志愿", "#22252a")
