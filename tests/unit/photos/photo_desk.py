"""Sends picture files through the pipeline, as the tests need it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

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
