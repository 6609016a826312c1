"""The job that makes a kit: everything that a sheet and a text lead to, packed."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generator.model.job import Job, JobError
from generator.read.store import EntryStore, shard_of

from .full_text import full_text
from .ninjs import ninjs
from .packing import checksums, pack_into
from .pictures import KitPictures, make_pictures
from .plain_forms import PHOTOS, markdown, plain_text
from .planning import PlannedKit
from .rights_sheet import captions, contents, rights_pdf, rights_text
from .sheet import KitSheet
from .videos import SUBTITLES
from .wechat import article, wechat_data, wechat_page

COVERS = ("cover-235.jpg", "cover-1x1.jpg")


@dataclass(frozen=True, slots=True)
class KitWork:
    """The arguments of :func:`make_kit`: the sheet, the site's origin and prefix, and where the text is kept."""

    sheet: KitSheet
    base: str
    store: EntryStore


def kit_job(planned: PlannedKit, root: Path, base: str, store: EntryStore) -> Job:
    """The job of one kit. ``root`` is the project's folder, ``base`` the full address of the site's root, "" when it has no
    host. The text is fetched from ``store`` when the job runs, and not before."""
    kit, sheet = planned.kit, planned.sheet
    own = {id: text for id, text in store.over.items() if id == sheet.entry_id}
    work = KitWork(sheet, base, replace(store, over=own))  # else every job would carry all of these texts along
    outputs = (*sheet.names, *(photo.address for photo in kit.photos))
    return Job(kit.digest, make_kit, root / sheet.bundle, work, outputs, f"{sheet.entry_id} 的媒体资料包")


def make_kit(source: Path, target_dir: Path, work: KitWork) -> None:
    """Write the ZIP, and beside it the files that the page offers one by one.

    Raises :class:`JobError` when a picture is gone, changed or broken, or the text is no longer there.
    """
    from .word_file import word_file  # python-docx takes long to load: only where a kit is made

    sheet = work.sheet
    body = work.store.load_bodies(shard_of(sheet.entry_id)).get(sheet.entry_id)
    if body is None:
        raise JobError("缓存里的正文不见了，请再生成一次。")
    with tempfile.TemporaryDirectory(prefix=".kit-", dir=target_dir) as folder:
        pictures = make_pictures(sheet, source, Path(folder))
    blocks = full_text(sheet, body)
    text = plain_text(sheet, blocks)
    document = word_file(sheet, blocks, pictures.for_word)
    sizes = {name: len(data) for name, data in pictures.small.items()}
    pasted = article(sheet, blocks)
    page = wechat_page(sheet, pasted, COVERS, sizes)
    base = f"{work.base}{sheet.folder}" if work.base else ""
    files = [
        ("article.docx", document),
        ("article.txt", text.encode()),
        ("article.md", markdown(sheet, blocks).encode()),
        ("ninjs.json", ninjs(sheet, blocks, text, pictures.sizes, base).encode()),
        ("rights.pdf", rights_pdf(sheet)),
        ("rights.txt", rights_text(sheet).encode()),
        ("wechat/article.html", page.encode()),
        *_picture_files(sheet, pictures),
        *_subtitles(sheet, source),
    ]
    files = [("README.txt", contents(sheet).encode()), *sorted(files)]
    files.append(("SHA256SUMS", checksums(files).encode()))
    archive, word, plain, wechat = sheet.names
    (target_dir / archive).parent.mkdir(parents=True, exist_ok=True)
    with (target_dir / archive).open("wb") as opened:  # pictures may be many and large
        pack_into(opened, files, f"{sheet.slug}/")
    _put(target_dir / word, document)
    _put(target_dir / plain, text.encode())
    _put(target_dir / wechat, wechat_data(sheet, pasted).encode())
    for name, data in pictures.press.items():
        _put(target_dir / (sheet.folder + name), data)


def _picture_files(sheet: KitSheet, pictures: KitPictures) -> Iterator[tuple[str, bytes]]:
    yield from ((f"wechat/{name}", data) for name, data in zip(COVERS, pictures.covers, strict=True))
    yield from ((f"wechat/{name}", data) for name, data in pictures.small.items())
    yield from ((PHOTOS + name, data) for name, data in pictures.press.items())
    if sheet.pictures:
        yield "captions.csv", captions(sheet).encode()


def _subtitles(sheet: KitSheet, source: Path) -> Iterator[tuple[str, bytes]]:
    file, _ = sheet.subtitles
    if file:
        try:
            yield SUBTITLES, (source / file).read_bytes()
        except OSError:
            raise JobError(f"字幕“{file}”不见了，请放回原处再生成一次。") from None


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
