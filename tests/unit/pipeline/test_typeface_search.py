"""Which typeface is found: a free one, the best of them, the simplified Chinese face in it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from generator.model.settings import Settings
from generator.pipeline import typeface_search
from generator.pipeline.typeface_search import FREE_FACES, find_typeface


def settings(**more: Any) -> Settings:
    return Settings.model_validate({"city": "河湾市", "site_name": "河湾志愿", "description": "网站", **more})


@pytest.fixture
def installed() -> Path:
    """A collection of this machine."""
    found = find_typeface(Path("/nowhere"), settings())
    if found is None:
        pytest.skip("no free Chinese typeface; sh tools/test-setup.sh installs one")
    return found.path


def test_the_simplified_face_is_taken_from_a_collection(installed: Path) -> None:
    found = find_typeface(Path("/nowhere"), settings())
    assert found is not None
    if found.path.suffix == ".ttc":
        from PIL import ImageFont

        assert str(ImageFont.truetype(found.path, 16, found.index).getname()[0]).endswith((" SC", " CN"))


def test_the_best_face_wins_wherever_it_lies(tmp_path: Path, installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for place, name in (("a", FREE_FACES[-1]), ("b/deep", FREE_FACES[1].upper()), ("c", "simsun.ttc")):
        (tmp_path / place).mkdir(parents=True)
        shutil.copyfile(installed, tmp_path / place / name)
    monkeypatch.setattr(typeface_search, "_folders", lambda: (tmp_path,))
    found = find_typeface(Path("/nowhere"), settings())
    assert found is not None
    assert found.path == tmp_path / "b/deep" / FREE_FACES[1].upper()


def test_faces_that_are_not_free_are_not_taken(
    tmp_path: Path, installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("simsun.ttc", "msyhbd.ttc", "Songti.ttc"):
        shutil.copyfile(installed, tmp_path / name)
    monkeypatch.setattr(typeface_search, "_folders", lambda: (tmp_path,))
    assert find_typeface(Path("/nowhere"), settings()) is None


def test_a_broken_file_is_passed_over(tmp_path: Path, installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / FREE_FACES[0]).write_bytes(b"no font")
    shutil.copyfile(installed, tmp_path / FREE_FACES[3])
    monkeypatch.setattr(typeface_search, "_folders", lambda: (tmp_path, tmp_path / "absent"))
    found = find_typeface(Path("/nowhere"), settings())
    assert found is not None and found.path.name == FREE_FACES[3]


def test_the_file_of_the_settings_is_used_alone(tmp_path: Path, installed: Path) -> None:
    (tmp_path / "content").mkdir()
    shutil.copyfile(installed, tmp_path / "content" / "ours.ttc")
    found = find_typeface(tmp_path, settings(share_font="ours.ttc"))
    assert found is not None and found.path == tmp_path / "content" / "ours.ttc"
    assert find_typeface(tmp_path, settings(share_font="absent.ttc")) is None
    assert find_typeface(tmp_path, settings(share_font="ours.ttc", share_pictures="false")) is None
