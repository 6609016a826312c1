"""What was handed in: a file, a folder or a zip archive; which documents are in it, and which photos belong to which."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from posixpath import join, normpath
from typing import Any

from generator.read.archive import BadArchive, open_archive
from generator.read.file_names import is_ignored
from generator.read.tree import PHOTO_SUFFIXES

from .recognise import DOCUMENT_SUFFIXES, MOST_BYTES, REFUSED_SUFFIXES, NotReadable

Read = Callable[[], bytes]
Files = Mapping[str, Read]
"""By path with forward slashes, from where the parcel begins."""

MOST_FILES = 20_000


@dataclass(frozen=True)
class Parcel:
    """One document, the loose photos that belong to it, and all that lies around it."""

    path: str
    read: Read
    photos: tuple[tuple[str, Read], ...] = ()
    around: Files = field(default_factory=dict)

    def beside(self, address: str) -> bytes | None:
        """The file at an address relative to the document; never one above where the parcel begins."""
        path = normpath(join(str(PurePosixPath(self.path).parent), address))
        read = self.around.get(path)
        if read is None:
            return None
        try:
            return read()
        except (OSError, BadArchive):
            return None


@dataclass(frozen=True)
class Delivery:
    """All parcels, and remarks in Chinese about files that are none."""

    parcels: tuple[Parcel, ...]
    remarks: tuple[str, ...] = ()


def unpack(path: Path) -> Delivery:
    """What is in a file, a folder or a zip archive.

    Raises:
        NotReadable: nothing there, or an archive that cannot be used.
        OSError: the disk will not have it.
    """
    if path.is_dir():
        return _sorted_out(_folder(path), [])
    if path.suffix.lower() == ".zip":
        return _zip(path.name, _read_file(path))
    if path.suffix.lower() in (".html", ".htm"):
        # Of all that may lie around a page only the folder that the browser saved with it is looked at.
        saved = {
            f"{folder.name}/{name}": read
            for folder in path.parent.iterdir()
            if folder.is_dir() and folder.name.startswith(path.stem)
            for name, read in _folder(folder).items()
        }
        return Delivery((Parcel(path.name, lambda: _read_file(path), around=saved),))
    return Delivery((Parcel(path.name, lambda: _read_file(path)),))


def _zip(name: str, data: bytes) -> Delivery:
    try:
        archive = open_archive(data)
    except BadArchive as trouble:
        raise NotReadable(str(trouble)) from None
    files: dict[str, Read] = {member: _reader(archive.read, member) for member in archive.members if _is_wanted(member)}
    remarks = [f"“{member}”的路径会写到别处去，没有打开。" for member in archive.refused]
    if "[Content_Types].xml" in archive.members:
        return Delivery((Parcel(name, lambda: data),))
    return _sorted_out(files, remarks)


def _sorted_out(files: Files, remarks: list[str]) -> Delivery:
    """Documents with the photos of their folders."""
    documents = [path for path in sorted(files) if _suffix(path) in DOCUMENT_SUFFIXES | REFUSED_SUFFIXES]
    pages = [path for path in documents if _suffix(path) in (".html", ".htm")]
    documents = [path for path in documents if not _is_saved_with(path, pages)]
    photos = [path for path in sorted(files) if _suffix(path) in PHOTO_SUFFIXES and not _is_saved_with(path, pages)]
    owners: dict[str, list[tuple[str, Read]]] = {path: [] for path in documents}
    for photo in photos:
        owner = _owner(photo, documents)
        if owner:
            owners[owner].append((photo, files[photo]))
        elif documents:
            remarks.append(f"照片“{photo}”不知道属于哪一篇，没有带过来。放进那一篇的文件夹，或让文件名以稿件名开头。")
    for path in sorted(files):
        if path in owners or path in photos or _is_saved_with(path, pages):
            continue
        if _suffix(path) == ".zip":
            remarks.append(f"“{path}”是压缩包里（或文件夹里）的压缩包，没有打开。解压以后再导入。")
        else:
            remarks.append(f"“{path}”不是稿件也不是照片，没有带过来。")
    return Delivery(tuple(Parcel(path, files[path], tuple(owners[path]), files) for path in documents), tuple(remarks))


def _owner(photo: str, documents: list[str]) -> str:
    """The document that a photo belongs to: the one whose name it begins with, else the only one nearest above it."""
    folder = PurePosixPath(photo).parent
    while True:
        near = [path for path in documents if PurePosixPath(path).parent == folder]
        named = [path for path in near if photo.rpartition("/")[2].startswith(PurePosixPath(path).stem)]
        if named:
            return max(named, key=len)
        inside = [path for path in near if str(PurePosixPath(path).stem) in PurePosixPath(photo).parts[:-1]]
        if inside:
            return inside[0]
        if near:
            return near[0] if len(near) == 1 else ""
        if folder == folder.parent:
            return ""
        folder = folder.parent


def _is_saved_with(path: str, pages: list[str]) -> bool:
    """Whether a file lies in the folder that a browser saved together with a page."""
    for page in pages:
        stem = page.rpartition(".")[0]
        if any(path.startswith(f"{stem}{ending}/") for ending in ("_files", ".files", "_文件", "-Dateien", "")):
            return True
    return False


def _folder(root: Path) -> dict[str, Read]:
    files: dict[str, Read] = {}
    for path in _walk(root):
        if len(files) >= MOST_FILES:
            raise NotReadable(f"文件夹里超过 {MOST_FILES} 个文件，不像是来稿。选准文件夹，再试一次。")
        name = path.relative_to(root).as_posix()
        if _is_wanted(name):
            files[name] = _reader(_read_file, path)
    return files


def _walk(folder: Path) -> Iterator[Path]:
    """All files below a folder; links are not followed, so that nothing from elsewhere comes in."""
    for path in sorted(folder.iterdir()):
        if path.is_symlink():
            continue
        if path.is_dir():
            yield from _walk(path)
        elif path.is_file():
            yield path


def _is_wanted(path: str) -> bool:
    parts = path.split("/")
    return parts[0] != "__MACOSX" and not any(is_ignored(part) for part in parts if part)


def _suffix(path: str) -> str:
    return PurePosixPath(path).suffix.lower()


def _reader(read: Callable[[Any], bytes], key: Any) -> Read:
    return lambda: read(key)


def _read_file(path: Path) -> bytes:
    if path.stat().st_size > MOST_BYTES * 5:
        raise NotReadable(f"“{path.name}”超过 {MOST_BYTES * 5 // 1_000_000} MB，没有打开。分成几次导入。")
    return path.read_bytes()
