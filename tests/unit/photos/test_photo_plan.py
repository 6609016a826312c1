from __future__ import annotations

import marshal
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.photo import PhotoFile, PhotoProblem
from generator.photos.credit import PhotoCredit
from generator.photos.errors import PhotoError
from generator.photos.plan import LAYOUTS, TALLEST, PhotoUse, plan_photo

PHOTO = PhotoFile("站台.jpg", 3_000_000, "0f" * 16, 4000, 3000, "JPEG")
CREDIT = PhotoCredit("末班车到站前的站台", "陈一舟")


def test_a_view_has_all_that_a_template_needs():
    view = plan_photo(PHOTO, PhotoUse.LEAD, CREDIT).view("/zoujin/")
    assert marshal.loads(marshal.dumps(view)) == view
    (webp,) = view["sources"]
    assert webp["type"] == "image/webp"
    assert [part.split()[1] for part in webp["srcset"].split(", ")] == [
        "360w",
        "540w",
        "720w",
        "1080w",
        "1320w",
        "1600w",
    ]
    assert [part.split()[1] for part in view["srcset"].split(", ")] == ["720w", "1320w"]
    assert view["src"].startswith("/zoujin/photos/")
    assert view["src"].endswith("-720.jpg")
    assert view["large"].endswith("-1320.jpg")
    assert (view["width"], view["height"], view["ai"]) == (1600, 1200, False)
    assert "100vw" in view["sizes"]


def test_names_are_hashes():
    import re

    for use in PhotoUse:
        for item in plan_photo(PHOTO, use, CREDIT).renditions:
            assert re.fullmatch(rf"photos/[0-9a-f]{{16}}-{item.width}\.{item.format}", item.name)


@pytest.mark.parametrize(
    "other",
    [
        (PHOTO._replace(digest="10" * 16), CREDIT),
        (PHOTO._replace(ai_label="trainedAlgorithmicMedia"), CREDIT),
        *((PHOTO, replace(CREDIT, **{name: "另一句话"})) for name in ("caption", "byline", "credit", "rights")),
        (PHOTO, replace(CREDIT, rights_url="https://example.org/")),
        (PHOTO, replace(CREDIT, licensor_url="https://example.org/")),
        (PHOTO, replace(CREDIT, ai=True)),
    ],
)
def test_names_change_with_everything_the_bytes_depend_on(other):
    def names(photo: PhotoFile, credit: PhotoCredit) -> set[str]:
        return {item.name for use in PhotoUse for item in plan_photo(photo, use, credit).renditions}

    assert not names(PHOTO, CREDIT) & names(*other)


def test_the_files_own_name_does_not_matter():
    assert plan_photo(PHOTO, PhotoUse.CARD, CREDIT) == plan_photo(PHOTO._replace(name="b.jpg"), PhotoUse.CARD, CREDIT)


def test_lead_and_figure_share_files():
    lead = {item.name for item in plan_photo(PHOTO, PhotoUse.LEAD, CREDIT).renditions}
    figure = {item.name for item in plan_photo(PHOTO, PhotoUse.FIGURE, CREDIT).renditions}
    assert figure < lead


def test_crops_keep_heads_and_the_middle():
    wide = PHOTO._replace(width=3000, height=1000)
    assert plan_photo(wide, PhotoUse.CARD, CREDIT).crop == (750, 0, 2250, 1000)
    tall = PHOTO._replace(width=1200, height=2800)
    assert plan_photo(tall, PhotoUse.CARD, CREDIT).crop == (0, 800, 1200, 1600)


def test_an_ai_label_or_an_editors_word_asks_for_a_visible_label():
    assert plan_photo(PHOTO._replace(ai_label="trainedAlgorithmicMedia"), PhotoUse.LEAD, CREDIT).view("/")["ai"]
    assert plan_photo(PHOTO, PhotoUse.LEAD, replace(CREDIT, ai=True)).view("/")["ai"]


@pytest.mark.parametrize("problem", PhotoProblem)
def test_a_photo_with_a_problem_is_refused_in_chinese(problem):
    with pytest.raises(PhotoError, match=r"站台\.jpg"):
        plan_photo(PHOTO._replace(problem=problem), PhotoUse.LEAD, CREDIT)


@given(st.integers(1, 30_000), st.integers(1, 30_000), st.sampled_from(list(PhotoUse)))
def test_any_size_gets_files_that_fit(width, height, use):
    planned = plan_photo(PHOTO._replace(width=width, height=height), use, CREDIT)
    left, top, right, bottom = planned.crop
    assert 0 <= left < right <= width
    assert 0 <= top < bottom <= height
    if LAYOUTS[use].ratio is None:
        assert planned.crop == (0, 0, width, height)
    layout = LAYOUTS[use]
    assert {item.format for item in planned.renditions} == ({"webp", "jpg"} if layout.widths else {"jpg"})
    for item in planned.renditions:
        assert 1 <= item.width <= right - left
        assert 1 <= item.height <= TALLEST
        assert item.height <= bottom - top
        if item.height < TALLEST:
            assert abs(item.height - item.width * (bottom - top) / (right - left)) <= 1
    assert len({item.name for item in planned.renditions}) == len(planned.renditions)
