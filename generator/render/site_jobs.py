"""Files that are made beside the pages: photos, designed covers, downloads, data."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from hashlib import blake2b, file_digest
from pathlib import Path
from typing import Any

from generator.derive import SiteData
from generator.model.catalogue import Entry
from generator.model.job import Job, JobError
from generator.model.kinds import Kind
from generator.model.kit import NO_KITS, Kits
from generator.photos.jobs import photo_job
from generator.read.bundle import DIGEST_BYTES

from .attachments import copied_files
from .brand_files import brand_jobs
from .coverage_pages import COVERAGE_CSV, coverage_csv
from .covers import Sheet, cover_job
from .hsds import stations_hsds
from .kit_index import index_address as list_index_address
from .kit_index import kit_index, listed_kits
from .media_reports import REPORTS_CSV, reports_csv
from .open_stations import CSV_ADDRESS, GEOJSON_ADDRESS, HSDS_ADDRESS, stations_csv, stations_geojson
from .photo_library import photo_index
from .picture_plan import NOTHING, picture_plan, planned_uses
from .pictures import cover_sheet, photo_credit
from .share_cards import share_jobs
from .sign_up_codes import sign_up_code_jobs
from .station_index import index_address, station_index
from .text_files import text_job
from .typefaces import Typeface

_WITHOUT_COVER = (Kind.DOCUMENT, Kind.PAGE)
"""Kinds that no card shows a picture of."""


def site_jobs(data: SiteData, root: Path, face: Typeface | None = None, kits: Kits = NO_KITS) -> list[Job]:
    """A job for each photo that a public page shows, each cover in use, each share picture, each file offered for
    download, each data file.

    ``root`` is the project's folder, ``face`` what share pictures are set in, ``kits`` what there is for the media.
    Every job stands here once.
    """
    jobs: dict[str, Job] = {}
    share = data.catalogue.settings.share_pictures
    covers: dict[Sheet, None] = {}
    for entry in data.public.by_id.values():
        if entry.kind is Kind.STATION:
            continue
        plan = picture_plan(entry, data.today) if entry.photos else NOTHING
        if not plan.card and entry.kind not in _WITHOUT_COVER:
            covers[cover_sheet(entry)] = None
        if entry.photos:
            for file, uses in planned_uses(entry, plan, share=share).items():
                source = root / entry.folder / file
                credit = photo_credit(entry, file, data.catalogue.settings)
                job = photo_job(entry.photos[file], source, uses, credit, f"{entry.id}/{file}")
                jobs.setdefault(job.key, job)
        if entry.files:
            for file, address in copied_files(entry).items():
                job = _copy_job(entry, file, address, root)
                jobs.setdefault(job.key, job)
    for sheet in covers:
        job = cover_job(sheet, root)
        jobs.setdefault(job.key, job)
    for job in share_jobs(data, face, root):
        jobs.setdefault(job.key, job)
    for job in (*sign_up_code_jobs(data, root), *brand_jobs(data, root)):
        jobs.setdefault(job.key, job)
    return [*jobs.values(), *(text_job(address, text, root, address) for address, text in _data_files(data, kits))]


def _data_files(data: SiteData, kits: Kits) -> Iterator[tuple[str, str]]:
    """Addresses and texts; without stations there is nothing to offer."""
    if data.stations:
        index = station_index(data)
        yield index_address(index), index
        yield CSV_ADDRESS, stations_csv(data)
        yield GEOJSON_ADDRESS, stations_geojson(data)
        yield HSDS_ADDRESS, stations_hsds(data)
    if data.coverage:
        yield COVERAGE_CSV, coverage_csv(data)
    if data.republications.all:
        yield REPORTS_CSV, reports_csv(data)
    if listed_kits(data, kits):
        rows = kit_index(data, kits)
        yield list_index_address("kits", rows), rows
        rows = photo_index(data, kits)
        yield list_index_address("photos", rows), rows


def _copy_job(entry: Entry, file: str, address: str, root: Path) -> Job:
    key = blake2b(
        f"copy 1\0{address}\0{entry.files[file]}".encode("utf-8", "surrogatepass"), digest_size=16
    ).hexdigest()
    return Job(key, _copy, root / entry.folder / file, (address, entry.files[file]), (address,), f"{entry.id}/{file}")


def _copy(source: Path, target_dir: Path, args: Any) -> None:
    address, digest = args
    target = target_dir / address
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    with target.open("rb") as copied:
        same = file_digest(copied, lambda: blake2b(digest_size=DIGEST_BYTES)).hexdigest() == digest
    if not same:
        raise JobError("这个文件在生成过程中被改动了。请等文件保存好，再生成一次。")
