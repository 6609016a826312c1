"""QR codes of sign-up pages, for activities that one can still join."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from generator.derive import SiteData
from generator.derive.phases import can_join
from generator.model.address import entry_address
from generator.model.catalogue import Entry
from generator.model.job import Job

from .qr_codes import fits_qr, qr_job

NAME = "报名二维码"


def sign_up_code(entry: Entry) -> str:
    """Where the code of an activity's sign-up page is published; "" when it has none. Another page has another name."""
    sign_up = entry.meta.sign_up
    if sign_up is None or sign_up.url is None or not fits_qr(sign_up.url):
        return ""
    digest = blake2b(sign_up.url.encode("utf-8", "replace"), digest_size=8).hexdigest()
    return f"{entry_address(entry.id)}sign-up-{digest}.svg"


def sign_up_code_jobs(data: SiteData, root: Path) -> Iterator[Job]:
    """The jobs that draw the codes in use."""
    for entry in data.agenda.upcoming:
        address = sign_up_code(entry)
        if address and can_join(entry.meta, data.today):
            yield qr_job(address, entry.meta.sign_up.url, NAME, root, entry.id)
