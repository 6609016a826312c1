"""What came with a project is never taken for this user's cache: a pickle would be code that runs."""

from __future__ import annotations

import os
import shutil
import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from zlib import crc32

import pytest
from checked_project import check_project
from sites.site import Site

from generator.pipeline.cache_place import _name_in, cache_name
from generator.pipeline.project import Project
from generator.read.cache_file import load_cached


class Planted:
    """Unpickling it writes a file."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (self.mark,)


def plant(cache: Path, mark: Path) -> int:
    """Put code in the place of everything kept in ``cache``; the number of files."""
    import pickle

    payload = pickle.dumps(Planted(mark))
    files = list(cache.rglob("*.pickle"))
    for file in files:
        file.write_bytes(crc32(payload).to_bytes(4, "big") + payload)
    return len(files)


def test_a_cache_that_comes_with_a_project_is_not_opened(tmp_path: Path) -> None:
    site = Site.mini(tmp_path / "p")
    check_project(site.root, date(2026, 3, 12))
    mark = tmp_path / "ran"
    foreign = site.root / ".zoujin" / ("ab" * 16)
    site.cache.rename(foreign)
    assert plant(foreign, mark)
    shutil.copytree(foreign, foreign.parent, dirs_exist_ok=True)
    check_project(site.root, date(2026, 3, 12))
    assert not mark.exists()
    plant(site.cache, mark)
    load_cached(site.cache / "registers.pickle", "")
    assert mark.exists(), "it would have run"


def test_a_lock_that_leads_elsewhere_is_removed(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("kept", "utf-8")
    project = Project(tmp_path / "p")
    project.lock.parent.mkdir(parents=True)
    project.lock.symlink_to(precious)
    (project.lock.parent / ".gitignore").symlink_to(tmp_path / "nowhere")
    project.prepare_cache()
    assert not project.lock.exists()
    assert precious.read_text("utf-8") == "kept"
    assert (project.lock.parent / ".gitignore").read_text("utf-8") == "*\n"
    assert not (tmp_path / "nowhere").exists()


def test_the_name_is_kept_for_this_account_alone(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        (name,) = set(pool.map(lambda _: _name_in.__wrapped__(tmp_path / "state"), range(8)))
    assert _name_in.__wrapped__(tmp_path / "other") != name
    assert len(bytes.fromhex(name)) == 16
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "state/cache-name").stat().st_mode) == 0o600
    (tmp_path / "state/cache-name").write_text("../../elsewhere", "ascii")
    assert _name_in.__wrapped__(tmp_path / "state") not in (name, "../../elsewhere"), "a damaged name is drawn anew"


def test_an_account_without_a_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    (tmp_path / "file").touch()
    nowhere = tmp_path / "file" / "state"
    name = _name_in.__wrapped__(nowhere)
    assert _name_in.__wrapped__(nowhere) == name
    monkeypatch.chdir(tmp_path)
    assert _name_in.__wrapped__(Path("~/.local/state/zoujin")) == name
    assert not Path("~").exists(), "nothing of it lies in the project"
    (folder,) = tmp_path.glob("zoujin-*")
    shutil.rmtree(folder)
    (tmp_path / "others").mkdir(mode=0o777)
    folder.symlink_to(tmp_path / "others")
    with pytest.raises(PermissionError):
        _name_in.__wrapped__(nowhere)


def test_the_place_is_within_the_project(tmp_path: Path) -> None:
    assert Project(tmp_path).cache == tmp_path / ".zoujin" / cache_name()
