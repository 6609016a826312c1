"""LibreOffice without a window, as an editor elsewhere opens, saves and prints our files.

Only ``make test-office`` collects these tests: the program is large and not wanted by anybody who changes a page.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from sites.site import REPOSITORY, Site

if "ZOUJIN_TEST_OFFICE" not in os.environ:
    collect_ignore_glob = ["test_*.py"]

Office = Callable[[Path, str], Path]


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Open a file and save it in another form: ``office(file, "pdf")`` gives the new file."""
    home = tmp_path_factory.mktemp("office")

    def save_as(file: Path, form: str) -> Path:
        target = home / f"{len(list(home.iterdir()))}"
        profile = f"-env:UserInstallation={(home / 'profile').as_uri()}"
        words = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(target), str(file)]
        subprocess.run(words, check=True, capture_output=True, timeout=120)
        return target / f"{file.stem}.{form}"

    return save_as


@pytest.fixture(scope="session")
def city(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The sample city, unreviewed."""
    root = tmp_path_factory.mktemp("city")
    for name in ("content", "stories"):
        shutil.copytree(REPOSITORY / name, root / name, ignore=shutil.ignore_patterns("review", "reviews"))
    for name in ("stations.yaml", "mkdocs.yml"):
        shutil.copy(REPOSITORY / name, root)
    (root / "theme").symlink_to(REPOSITORY / "theme")
    return Site(root)
