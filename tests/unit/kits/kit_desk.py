"""Makes kits of small cities: the text is parsed, the pictures are inspected, and the job runs, as in a build."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from builders import TODAY, City
from PIL import Image

from generator.kits.jobs import kit_job
from generator.kits.packing import unpacked
from generator.kits.planning import PlannedKit, plan_kits
from generator.model.address import Site
from generator.model.kinds import SHELVES, Kind
from generator.photos.inspection import inspect_photo
from generator.read.markdown import parse_body
from generator.read.store import EntryStore, shard_of

SITE = Site.at("https://hewan.example/")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 800" width="1200" height="800"><rect width="1200" height="800" fill="#b5371f"/></svg>'
_SHELF = {shelf.kind: shelf for shelf in SHELVES}


def jpeg(width: int = 1800, height: int = 1200, colour: str = "teal", **options: Any) -> bytes:
    """A plain picture as a JPEG file."""
    buffer = BytesIO()
    Image.new("RGB", (width, height), colour).save(buffer, "JPEG", **options)
    return buffer.getvalue()


@dataclass
class Kits:
    """A project in ``root``; entries are added with their text and pictures."""

    root: Path
    city: City

    @classmethod
    def at(cls, root: Path, **settings: Any) -> Kits:
        return cls(root, City(press_phone="0000-8801210", **settings))

    def add(
        self, kind: Kind, slug: str, text: str = "", pictures: Mapping[str, bytes] | None = None, **meta: Any
    ) -> Kits:
        """Add an entry of the year 2026; ``pictures`` are files by name, listed unless ``meta`` lists them."""
        shelf = _SHELF[kind]
        entry_id = f"{shelf.folder}/2026/{slug}" if shelf.dated else f"{shelf.folder}/{slug}"
        folder = self.root / entry_id
        folder.mkdir(parents=True)
        for name, data in (pictures or {}).items():
            (folder / name).write_bytes(data)
        found = tuple(inspect_photo(folder / name) for name in pictures or {})
        outline, body = parse_body(text, 1)
        listed = [
            {"file": name, "alt": f"{name}的画面", "caption": f"{name}的说明", "credit": "陈一舟"}
            for name in pictures or {}
        ]
        meta = {"media": True, "photos": listed, **meta}
        self.city.add(kind, slug, outline=outline, photo_files=found, body_digest=text, **meta)
        shard = shard_of(entry_id)
        self.store.save(shard, {}, {**self.store.load_bodies(shard), entry_id: body})
        return self

    def story(self, slug: str, text: str = "正文。", pictures: Mapping[str, bytes] | None = None, **meta: Any) -> Kits:
        return self.add(Kind.STORY, slug, text, pictures, **meta)

    @property
    def store(self) -> EntryStore:
        return EntryStore(self.root / "cache", "1")

    def planned(self, today: date = TODAY, hidden: tuple[str, ...] = (), site: Site = SITE) -> dict[str, PlannedKit]:
        """All kits by slug."""
        kits = plan_kits(self.city.data(today, hidden), site, lambda _: SVG)
        return {kit.sheet.slug: kit for kit in kits}

    def outputs(
        self, slug: str, today: date = TODAY, hidden: tuple[str, ...] = (), site: Site = SITE
    ) -> dict[str, bytes]:
        """What the job of one kit wrote, by address."""
        planned = self.planned(today, hidden, site)[slug]
        job = kit_job(planned, self.root, site.full_url("") if site.origin else "", self.store)
        target = self.root / "out" / job.key
        target.mkdir(parents=True, exist_ok=True)
        job.run(job.source, target, job.args)
        assert {path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file()} == set(job.outputs)
        return {output: (target / output).read_bytes() for output in job.outputs}

    def files(self, slug: str, **options: Any) -> dict[str, bytes]:
        """What is in the ZIP, by name below its folder."""
        outputs = self.outputs(slug, **options)
        archive = next(data for name, data in outputs.items() if name.endswith(".zip"))
        return {name.removeprefix(f"{slug}/"): data for name, data in unpacked(archive)}
