"""What was handed in becomes draft bundles: each whole or not at all, and no original twice."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from generator.intake.parcels import Parcel
from generator.intake.prepare import Prepared, prepare
from generator.model.catalogue import Catalogue
from generator.model.kinds import Kind
from generator.photos.inspection import inspect_photo
from generator.read.misplaced import INDEX

from .new_entry import entry_folder, slug_problem
from .project import Project
from .reading import Reading
from .refused import Refused

_UNIT_ENDINGS = ("部", "办", "局", "委", "中心", "协会", "联合会", "街道", "社区", "乡", "镇", "区", "县", "大队", "公司", "学校", "总队", "支队", "服务队", "医院", "团委", "工会", "妇联", "民政局", "文明办", "办公室")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Written:
    """A draft that was written: its folder and what an editor should look at."""

    folder: str
    remarks: tuple[str, ...]


def known_originals(project: Project, reading: Reading) -> dict[str, str]:
    """The SHA-256 of every original that was imported before, with the folder that it became.

    An entry that has errors now counts, too: its text is asked.
    """
    known: dict[str, str] = {}
    for entry in reading.catalogue.entries.values():
        submission = getattr(entry.meta, "submission", None)
        if submission is not None and submission.sha256:
            known[submission.sha256] = entry.id
    for broken in reading.broken_entries:
        try:
            text = (project.root / broken.path).read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        for line in text.split("\n"):
            key, _, value = line.strip().partition(":")
            if key == "sha256":
                known.setdefault(value.strip(" \"'"), broken.id)
    return known


def digest_of(data: bytes) -> str:
    """What tells originals apart."""
    return sha256(data).hexdigest()


def prepared(parcel: Parcel, data: bytes) -> Prepared:
    """The draft in a parcel. Raises ``NotReadable``."""
    return prepare(parcel.path, data, parcel.photos, parcel.beside)


def unit_of(parcel: Parcel, draft: Prepared, catalogue: Catalogue) -> str:
    """Who handed it in: what the text says, else the folder it lay in when that is a unit's name; "" when neither."""
    if draft.unit:
        return registered(draft.unit, catalogue)
    folder = parcel.path.split("/")[0] if "/" in parcel.path else ""
    districts = {district.name for district in catalogue.vocabularies.district.values()}
    known = registered(folder, catalogue)
    if folder and (known != folder or folder in districts or folder.endswith(_UNIT_ENDINGS)):
        return known
    return ""


def registered(unit: str, catalogue: Catalogue) -> str:
    """The id of an organisation that is registered under this name; the name itself when none is."""
    organisations = catalogue.vocabularies.organisation
    return next((key for key, item in organisations.items() if unit in (key, item.name)), unit)


def district_of(unit: str, catalogue: Catalogue) -> str:
    """The district that a unit belongs to, by its record or by its name; "" when unclear."""
    organisation = catalogue.vocabularies.organisation.get(unit)
    if organisation is not None and organisation.district:
        return str(organisation.district)
    name = organisation.name if organisation is not None else unit
    found = [key for key, district in catalogue.vocabularies.district.items() if district.name in name]
    return found[0] if len(found) == 1 else ""


def free_slug(catalogue: Catalogue, root: Path, kind: Kind, wish: str, year: int) -> str:
    """``wish``, or with a number behind it the first that is free."""
    for number in range(1, 1000):
        slug = wish if number == 1 else f"{wish[:70].rstrip('-')}-{number}"
        if not slug_problem(catalogue, root, kind, slug, year):
            return slug
    raise Refused(f"“{wish}”这个名称用得太多了。用 --slug 另起一个。")


def photo_values(draft: Prepared) -> list[dict[str, str]]:
    """The pictures as ``photos`` lists them, captions carried, ``alt`` left for somebody who sees them."""
    return [
        {
            "file": line.file,
            **({"caption": line.caption} if line.caption else {}),
            **({"credit": line.credit} if line.credit else {}),
        }
        for line in draft.photos
    ]


def write_draft(project: Project, kind: Kind, slug: str, year: int, text: str, files: Mapping[str, Any]) -> Written:
    """Write a bundle beside its place and move it there in one step.

    Raises:
        Refused: something is there already, or the disk will not have it.
    """
    folder = entry_folder(kind, slug, year)
    target = project.root / folder
    fresh: Path | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(mkdtemp(prefix=".import-", dir=target.parent))
        fresh.chmod(target.parent.stat().st_mode & 0o777)
        for name, data in files.items():
            (fresh / name).write_bytes(data)
        (fresh / INDEX).write_text(text, encoding="utf-8", newline="\n")
        remarks = tuple(
            f"图片“{name}”里存着拍摄位置；发布时会去掉，交给别人之前也要去掉"
            for name in files
            if inspect_photo(fresh / name).located
        )
        if target.exists():
            raise Refused(f"{folder} 已经存在，没有改动。")
        fresh.rename(target)
        fresh = None
    except OSError as error:
        raise Refused(f"{folder} 写不进去（{error.strerror}）。检查文件夹权限和磁盘空间。") from None
    finally:
        if fresh is not None:
            shutil.rmtree(fresh, ignore_errors=True)
    return Written(folder, remarks)
