"""From pictures in use to jobs: one for each picture, however many pages show it."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

from generator.model.job import Job
from generator.model.photo import PhotoFile

from .credit import PhotoCredit
from .plan import RECIPE, PhotoUse, Rendition, plan_photo
from .rendering import PhotoWork, render_photo


def photo_job(photo: PhotoFile, source: Path, uses: Iterable[PhotoUse], credit: PhotoCredit, label: str = "") -> Job:
    """The job that writes every file of ``photo`` that ``uses`` need, decoding it once.

    ``source`` is absolute; ``label`` is what messages call the file (its name when empty). The
    order of ``uses`` does not matter. Raises :class:`~generator.photos.errors.PhotoError` for a
    photo with a problem.
    """
    parts: dict[tuple[int, int, int, int], dict[str, Rendition]] = {}
    for use in sorted(set(uses)):
        rendered = plan_photo(photo, use, credit)
        parts.setdefault(rendered.crop, {}).update((item.name, item) for item in rendered.renditions)
    work = PhotoWork(
        label or photo.name,
        photo.digest,
        (photo.width, photo.height),
        photo.ai_label,
        credit,
        tuple((crop, tuple(items[name] for name in sorted(items))) for crop, items in sorted(parts.items())),
    )
    outputs = tuple(item.name for _, items in work.parts for item in items)
    inputs = (RECIPE, work.digest, work.size, work.ai_label, work.credit, work.parts)  # astuple() copies deeply: slow
    key = blake2b(repr(inputs).encode("utf-8", "replace"), digest_size=16).hexdigest()
    return Job(key, render_photo, source, work, outputs, label or photo.name)
