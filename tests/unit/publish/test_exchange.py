"""Two folders change places, with and without the kernel's help."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.publish import exchange as module
from generator.publish.exchange import exchange, recover


def folder(path: Path, text: str) -> Path:
    path.mkdir()
    (path / "page").write_text(text)
    return path


def no_help(*folders: Path) -> bool:
    """A kernel that cannot exchange folders."""
    return False


@pytest.fixture(params=[True, False], ids=["kernel", "renames"])
def kernel(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """With renameat2, and as on a system that has none."""
    if not request.param:
        monkeypatch.setattr(module, "_exchange_at_once", no_help)


@pytest.mark.usefixtures("kernel")
def test_they_change_places(tmp_path: Path) -> None:
    fresh, public = folder(tmp_path / "fresh", "new"), folder(tmp_path / "public", "old")
    exchange(fresh, public, tmp_path / "aside")
    assert (public / "page").read_text() == "new"
    assert (fresh / "page").read_text() == "old"
    assert not (tmp_path / "aside").exists()


@pytest.mark.usefixtures("kernel")
def test_the_first_one_only_moves(tmp_path: Path) -> None:
    exchange(folder(tmp_path / "fresh", "new"), tmp_path / "public", tmp_path / "aside")
    assert (tmp_path / "public/page").read_text() == "new"
    assert not (tmp_path / "fresh").exists()


@pytest.mark.parametrize("failing", [1, 2, 3])
def test_an_exchange_cut_off_between_its_renames(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int) -> None:
    fresh, public, aside = folder(tmp_path / "fresh", "new"), folder(tmp_path / "public", "old"), tmp_path / "aside"
    monkeypatch.setattr(module, "_exchange_at_once", no_help)
    rename, calls = Path.rename, []

    def cut_off(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == failing:
            raise OSError("cut off")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", cut_off)
    with pytest.raises(OSError, match="cut off"):
        exchange(fresh, public, aside)
    monkeypatch.setattr(Path, "rename", rename)
    recover(public, fresh, aside)
    assert (public / "page").read_text() == ("new" if failing == 3 else "old")
    assert (fresh / "page").read_text() == ("old" if failing == 3 else "new")
    assert not aside.exists()
