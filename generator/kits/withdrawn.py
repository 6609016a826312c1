"""What stands at the addresses of a kit whose entry was taken back: the notice, for whoever kept the link.

As everywhere, nothing of the entry itself is told: only its address, the day and the reason.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from generator.derive import SiteData
from generator.derive.media_kits import is_offered
from generator.model.address import Site, entry_address
from generator.model.job import Job

from .packing import pack_into
from .planning import FOLDER

RECIPE = "withdrawn kits 1"


@dataclass(frozen=True, slots=True)
class Notice:
    """``folder`` and ``slug`` lead to where the kit was."""

    folder: str
    slug: str
    text: str
    url: str
    moment: str


def withdrawn_kits(data: SiteData, site: Site, root: Path) -> list[Job]:
    """A job for each withdrawn entry that would have a kit."""
    defaults = data.catalogue.settings.media_kits
    jobs = []
    for entry in data.gone:
        withdrawn = getattr(entry.meta, "withdrawn", None)
        if withdrawn is None or not is_offered(entry, defaults, withdrawn.date):
            continue
        address = entry_address(entry.id)
        url = site.full_url(address) if site.origin else ""
        day = f"{withdrawn.date.year}年{withdrawn.date.month}月{withdrawn.date.day}日"
        lines = [
            f"这份资料已于{day}撤回，请停止使用，并撤下已经转载的内容。",
            f"原因：{withdrawn.reason}",
            f"原来的地址：{url}" if url else "",
            f"媒体联系：{data.catalogue.settings.press_phone}" if data.catalogue.settings.press_phone else "",
        ]
        text = "\n".join(line for line in lines if line) + "\n"
        notice = Notice(f"{FOLDER}{address}", entry.slug, text, url, f"{withdrawn.date.isoformat()}T00:00:00+08:00")
        key = blake2b(f"{RECIPE}\0{notice!r}".encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
        stem = f"{notice.folder}{notice.slug}"
        jobs.append(Job(key, _write, root, notice, (f"{stem}.zip", f"{stem}.txt"), f"{entry.id} 的撤稿通知"))
    return jobs


def _write(source: Path, target_dir: Path, notice: Notice) -> None:  # noqa: ARG001 - the signature of all jobs
    cancelled = {
        "uri": notice.url or f"urn:x-zoujin:{notice.slug}",
        "standard": {"name": "ninjs", "version": "3.1"},
        "type": "text",
        "language": "zh-CN",
        "versionCreated": notice.moment,
        "pubStatus": "canceled",
        "edNote": notice.text,
    }
    stem = target_dir / notice.folder / notice.slug
    stem.parent.mkdir(parents=True, exist_ok=True)
    with stem.with_name(f"{notice.slug}.zip").open("wb") as opened:
        files = [
            ("撤稿通知.txt", notice.text.encode()),
            ("ninjs.json", (json.dumps(cancelled, ensure_ascii=False, indent=1) + "\n").encode()),
        ]
        pack_into(opened, files, f"{notice.slug}/")
    stem.with_name(f"{notice.slug}.txt").write_bytes(notice.text.encode())
