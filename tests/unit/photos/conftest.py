from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from generator.model.job import Job
from generator.model.photo import PhotoFile
from generator.photos.credit import PhotoCredit
from generator.photos.inspection import inspect_photo
from generator.photos.jobs import photo_job
from generator.photos.plan import PhotoUse

UNKNOWN = PhotoCredit()


class Desk:
    """Puts picture files into a folder and sends them through the pipeline."""

    def __init__(self, folder: Path) -> None:
        self.source = folder / "source"
        self.target = folder / "site"
        self.source.mkdir()
        self.target.mkdir()

    def put(self, data: bytes, name: str = "photo.jpg") -> Path:
        path = self.source / name
        path.write_bytes(data)
        return path

    def inspect(self, data: bytes, name: str = "photo.jpg") -> PhotoFile:
        return inspect_photo(self.put(data, name))

    def job(self, data: bytes, *uses: PhotoUse, credit: PhotoCredit = UNKNOWN, name: str = "photo.jpg") -> Job:
        path = self.put(data, name)
        return photo_job(inspect_photo(path), path, uses or (PhotoUse.FIGURE,), credit)

    def run(self, job: Job) -> dict[str, bytes]:
        """What the job wrote, by name."""
        job.run(job.source, self.target, job.args)
        return {name: (self.target / name).read_bytes() for name in job.outputs}

    def render(self, data: bytes, *uses: PhotoUse, credit: PhotoCredit = UNKNOWN) -> dict[str, Image.Image]:
        """The largest picture of each format, opened."""
        files = self.run(self.job(data, *uses, credit=credit))
        opened = [(name, Image.open(BytesIO(content))) for name, content in files.items()]
        return {name.rsplit(".", 1)[1]: image for name, image in sorted(opened, key=lambda item: item[1].width)}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture(scope="session")
def exiftool() -> Callable[[Path], list[dict[str, object]]]:
    """All metadata of every picture in a folder, as exiftool reads it."""
    import json
    import shutil
    import subprocess

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
