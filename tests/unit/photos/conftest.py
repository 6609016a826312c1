from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from photo_desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture(scope="session")
def exiftool() -> Callable[[Path], list[dict[str, object]]]:
    """All metadata of every picture in a folder, as exiftool reads it."""
    program = shutil.which("exiftool")
    if program is None:
        pytest.skip("exiftool is not installed")

    def read(folder: Path) -> list[dict[str, object]]:
        command = [
            program,
            "-json",
            "-G1",
            "-a",
            "-u",
            "-U",
            "-charset",
            "iptc=utf8",
            "-charset",
            "exif=utf8",
            "-r",
            str(folder),
        ]
        found: list[dict[str, object]] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
        return found

    return read
