"""A media kit by itself, for an outlet that is trusted with a text before it is public."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.derive.site_data import derive
from generator.kits.jobs import kit_job
from generator.kits.planning import plan_kit
from generator.model.address import HOME, Site
from generator.model.catalogue import Catalogue, Entry
from generator.model.job import JobError
from generator.model.kinds import Kind
from generator.model.links import linked_entry
from generator.model.parts import Rights
from generator.render.pictures import cover_drawing
from generator.review.publication import State, publication

from .live_versions import with_live_versions
from .project import Project
from .reading import read_catalogue
from .refused import Refused
from .reviews import review
from .survey import survey

KINDS = (Kind.STORY, Kind.PROFILE, Kind.CAMPAIGN, Kind.FEATURE)


@dataclass(frozen=True)
class LocalKit:
    """The ZIP's bytes, the file's name, what it is about, its version, and until when it is under embargo."""

    data: bytes
    name: str
    title: str
    version: int
    embargo: datetime | None


def local_kit(project: Project, site: Site, name: str, now: datetime, *, early: bool) -> LocalKit:
    """The kit of an entry as of ``now`` (naive, Asia/Shanghai); only ``early`` one that is not public yet.

    Raises:
        Refused: there is no such entry, it may not be reprinted, or it is neither public nor waiting for its day.
    """
    reading = read_catalogue(project, survey(project))
    reviews = review(project, reading)
    if reviews is not None:
        reading = with_live_versions(project, reading, reviews)
    catalogue = reading.catalogue
    entry = _entry(catalogue, name)
    published = publication(catalogue, now, reviews.verdicts if reviews else None, reviewed=reviews is not None)
    embargo = _embargo(entry, published.states[entry.id], early=early)
    data = derive(catalogue, published.public | {entry.id}, now.date(), published.gone)
    planned = plan_kit(data, site, data.public.by_id[entry.id], cover_drawing, embargo)
    job = kit_job(planned, project.root, site.full_url(HOME) if site.origin else "", reading.store)
    with TemporaryDirectory(prefix="zoujin-") as folder:
        try:
            job.run(job.source, Path(folder), job.args)
        except JobError as trouble:
            raise Refused(f"{entry.id}：{trouble}") from None
        packed = (Path(folder) / planned.kit.archive).read_bytes()
    mark = "-限时稿" if embargo else ""
    return LocalKit(packed, f"{entry.slug}{mark}.zip", entry.title, planned.kit.version, embargo)


def _entry(catalogue: Catalogue, name: str) -> Entry:
    found = linked_entry(catalogue, name)
    if found is None or found.kind not in KINDS:
        kinds = "、".join(kind.label for kind in KINDS)
        raise Refused(f"没有“{name}”这一条，或者它现在有错。写{kinds}的文件夹，如 stories/2026/bike-repair。")
    if found.meta.rights is Rights.NONE:
        raise Refused(f"“{found.title}”的转载许可是“请勿转载”（rights: none），不能做资料包。")
    return found


def _embargo(entry: Entry, state: State, *, early: bool) -> datetime | None:
    """The moment to be printed; None for what is public."""
    if state is State.LIVE:
        return None
    meta: Any = entry.meta
    if state is not State.SCHEDULED or meta.embargo is None:
        raise Refused(f"“{entry.title}”现在是“{state.label}”，不能给媒体。")
    if not early:
        raise Refused(
            f"“{entry.title}”到 {meta.embargo:%Y-%m-%d %H:%M} 才公开。确实要提前给可靠的媒体，加上 --embargoed："
            "每一页都会印上禁发时间。"
        )
    embargo: datetime = meta.embargo
    return embargo
