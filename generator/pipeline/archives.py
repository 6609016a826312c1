"""An archive: a zip file that anybody can verify years later without the repository, and read without this program."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import generator
from generator.model.catalogue import Entry
from generator.read.archive import MOST_MEMBERS
from generator.review.signatures import allowed_signers
from generator.typeset.setting import Sheet, as_pdf

from .archive_contents import archive_contents
from .archive_verification import FORMAT, MANIFEST, unpack, verify_archive
from .progress import Progress, silent
from .project import Project
from .proof import NOTES, proof_sheet
from .refused import Refused
from .review_desk import Desk, open_desk
from .review_history import history
from .verification import Asked

COVER, GUIDE, SIGNERS = "封面.pdf", "怎样核验.txt", "allowed_signers"
_HOW = (
    "装有走进（zoujin）的电脑上运行 zoujin verify 这个压缩包.zip：不联网，不需要原来的仓库。",
    "会查：每个文件和清单（archive.json）是否一致；每条内容和审核记录是否一致；记录齐不齐，签的人有没有权限，签名对不对；审核制度和人员名单是不是根里签过的那一版。",
    "要确认根没有被换掉，向可信的人核对根的指纹，用 --expect 指定。",
    "没有走进也能查：记录的格式和摘要的算法见走进的 docs/review.md；签名用 ssh-keygen -Y verify -f allowed_signers 核验。",
    "不能排除：归档以后才有的记录（例如后来撤稿）不在里面。",
)


MOST_FILES, MOST_BYTES = MOST_MEMBERS * 4 // 5, 300_000_000
"""Of one archive: it is made, and verified, in memory; and what is larger is not carried about on a stick."""


def portions(desk: Desk, entries: Sequence[Entry]) -> list[list[Entry]]:
    """The entries in the same order, parted so that no archive becomes too large."""
    found: list[list[Entry]] = []
    files = size = 0
    for entry in entries:
        own_files = len(entry.photos) + len(entry.files) + len(desk.court.files.of.get(entry.id, ())) + 2
        own_size = sum(photo.size for photo in entry.photos.values())
        if not found or files + own_files > MOST_FILES or size + own_size > MOST_BYTES:
            found.append([])
            files = size = 0
        found[-1].append(entry)
        files, size = files + own_files, size + own_size
    return found


def make_archive(desk: Desk, entries: Sequence[Entry], title: str, now: datetime, progress: Progress = silent) -> bytes:
    """The archive of ``entries`` as of ``now`` (naive, Asia/Shanghai). It is verified before it is handed over.

    Raises:
        Refused: an approved version cannot be had, or what came out does not verify.
    """
    contents = archive_contents(desk, entries)
    with TemporaryDirectory(prefix="zoujin-") as folder:
        unpack(contents, Path(folder))
        own = open_desk(Project(Path(folder)))
        told = [own.catalogue.entries[entry.id] for entry in entries if entry.id in own.catalogue.entries]
        for number, entry in enumerate(told):
            progress("做审批单", number, len(told))
            contents[f"proof/{entry.id.replace('/', '-')}.pdf"] = as_pdf(proof_sheet(own, entry, now), now)
        contents[COVER] = as_pdf(_cover(own, told, title, now), now)
        contents[SIGNERS] = allowed_signers(own.staff.people.values()).encode()
    contents[GUIDE] = ("\n\n".join((title, *_HOW)) + "\n").encode("utf-8-sig")
    contents[MANIFEST] = _manifest(desk, entries, contents, now)
    data = _zipped(contents, now)
    faults = verify_archive(data, Asked(now)).faults
    if faults:
        raise Refused("归档没有做成，核验不通过：" + "；".join(f"{item.place}：{item.what}" for item in faults[:5]))
    return data


def _manifest(desk: Desk, entries: Sequence[Entry], contents: dict[str, bytes], now: datetime) -> bytes:
    listed = []
    for entry in entries:
        live = desk.verdict(entry).live
        listed.append({"id": entry.id, "title": entry.title, "content": live.content if live else ""})
    values = {
        "format": FORMAT,
        "made": f"{now:%Y-%m-%dT%H:%M:%S}+08:00",
        "program": f"zoujin {generator.__version__}",
        "site": desk.catalogue.settings.site_name,
        "mode": desk.mode.value,
        "entries": listed,
        "files": {name: sha256(data).hexdigest() for name, data in sorted(contents.items())},
    }
    return (json.dumps(values, ensure_ascii=False, indent=1) + "\n").encode()


def _cover(desk: Desk, entries: Sequence[Entry], title: str, now: datetime) -> Sheet:
    chain = desk.court.control.chain.in_force
    facts = [
        ("归档日期", f"{now:%Y-%m-%d}"),
        ("内容", f"{len(entries)} 条"),
        ("审核方式", NOTES[desk.mode]),
        ("根的指纹", chain.hash if chain else "没有根"),
    ]
    listed: list[dict[str, Any]] = []
    for entry in entries:
        events = history(desk, entry).events
        lines = [
            f"{event.moment:%Y-%m-%d}　{event.who}　{event.what}〔{event.how}〕"
            for event in events
            if not event.why_not
        ]
        lines = lines or ["审核制度写明这种内容不用审。"]
        verdict = desk.verdict(entry)
        listed.append(
            {
                "title": entry.title,
                "id": entry.id,
                "state": verdict.state.label,
                "lines": lines,
                "digest": verdict.content,
            }
        )
    values = {
        "site": desk.catalogue.settings.site_name,
        "title": title,
        "facts": facts,
        "entries": listed,
        "how": list(_HOW),
        "footer": f"{title}　{now:%Y-%m-%d}",
    }
    return Sheet("cover.typ", values)


def _zipped(contents: dict[str, bytes], now: datetime) -> bytes:
    """The same contents give the same bytes."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, data in sorted(contents.items()):
            info = ZipInfo(name, (now.year, now.month, now.day, now.hour, now.minute, now.second))
            info.compress_type = ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, data)
    return buffer.getvalue()
