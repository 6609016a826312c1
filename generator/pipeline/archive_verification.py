"""An archive is verified by itself: without the repository it came from, without a network."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.model.review_stages import ReviewMode
from generator.read.archive import Archive, BadArchive, open_archive

from .project import Project
from .refused import Refused
from .verification import Asked, Fault, Verification, verify

FORMAT = "zoujin-archive-1"
MANIFEST = "archive.json"
_SOURCES = ("content/", "stories/", "stations.yaml")
"""What of an archive is a project; the rest is for people."""


def verify_archive(data: bytes, asked: Asked) -> Verification:
    """Verify the archive in ``data``.

    Raises:
        Refused: it is no archive of ours, or damaged.
    """
    archive, listed = _opened(data)
    members = {name: archive.read(name) for name in archive.members if name != MANIFEST}
    faults = _unlisted(members, listed["files"]) + [Fault(name, "文件名不对，没有打开。") for name in archive.refused]
    with TemporaryDirectory(prefix="zoujin-") as folder:
        unpack(members, Path(folder))
        result = verify(
            Project(Path(folder)), Asked(asked.now, asked.checkpoint, asked.expected, fresh=True, alone=True)
        )
    result.faults[:0] = faults
    for item in listed["entries"]:
        found = result.verdicts.get(item["id"])
        if result.mode is ReviewMode.OFF:
            break
        if found is None:
            result.faults.append(Fault(item["id"], "里面的内容不是审核通过的那一版，或者读不出来。"))
        elif not found.is_current or found.content != item["content"]:
            result.faults.append(Fault(item["id"], f"里面的内容不是审核通过的那一版（{found.state.label}）。"))
    return result


def unpack(members: Mapping[str, bytes], folder: Path) -> None:
    """Lay out the sources in an archive as a project. Names were looked at when the archive was opened."""
    for name, data in members.items():
        if name.startswith(_SOURCES):
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)


def _opened(data: bytes) -> tuple[Archive, dict[str, Any]]:
    try:
        archive = open_archive(data)
        listed = json.loads(archive.read(MANIFEST).decode("utf-8")) if MANIFEST in archive.members else None
    except (BadArchive, ValueError, RecursionError):
        raise Refused("文件坏了，或者不是压缩包，没有可以核验的。") from None
    if not isinstance(listed, dict) or not _is_manifest(listed):
        raise Refused("这不是走进的归档：里面没有清单（archive.json），或清单被改坏了。")
    return archive, listed


def _is_manifest(listed: Mapping[str, Any]) -> bool:
    return (
        listed.get("format") == FORMAT
        and isinstance(listed.get("files"), dict)
        and isinstance(listed.get("entries"), list)
        and all(
            isinstance(item, dict) and isinstance(item.get("id"), str) and isinstance(item.get("content"), str)
            for item in listed["entries"]
        )
    )


def _unlisted(members: Mapping[str, bytes], listed: Mapping[str, object]) -> list[Fault]:
    faults = [Fault(name, "清单里有，压缩包里没有：被拿走了。") for name in listed if name not in members]
    for name, data in members.items():
        if name not in listed:
            faults.append(Fault(name, "清单里没有：后来放进去的。"))
        elif sha256(data).hexdigest() != listed[name]:
            faults.append(Fault(name, "和清单里的摘要不一样：被改过。"))
    return faults
