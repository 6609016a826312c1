"""One document and its photos become what an entry needs: text, pictures, metadata, and a list of what is lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from generator.read.archive import BadArchive

from .blocks import Draft, Paragraph, Picture
from .captions import join_captions
from .markdown import plain, write_markdown
from .masthead import find_masthead
from .pictures import NoPicture, PictureFile, caption_in, digest, picture_file
from .recognise import FileKind, NotReadable, recognise
from .web_page import Beside, read_web_page
from .word_document import read_word_document

_CAPTION_LONGEST = 200


@dataclass(frozen=True, slots=True)
class PhotoLine:
    """A picture as ``photos`` lists it: no ``alt`` yet, which somebody has to write who sees it."""

    file: str
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True)
class Prepared:
    """What came of a document. ``files`` are the pictures by the names they are to have; ``losses`` are Chinese."""

    title: str
    body: str
    photos: tuple[PhotoLine, ...]
    files: dict[str, bytes]
    sha256: str
    unit: str = ""
    contributor: str = ""
    source: str = ""
    source_url: str = ""
    losses: tuple[str, ...] = field(default=())


def prepare(name: str, data: bytes, loose: Sequence[tuple[str, Callable[[], bytes]]], beside: Beside) -> Prepared:
    """Read a document and lay its pictures and ``loose`` photos (name and how to read it) beside its text.

    ``beside`` gives the files that a web page refers to.

    Raises:
        NotReadable: the document cannot be imported.
    """
    kind = recognise(name, data)
    if kind is FileKind.ARCHIVE:
        raise NotReadable("压缩包里还有压缩包。把里面的也解压出来，再导入。")
    draft = read_word_document(data) if kind is FileKind.WORD else read_web_page(data, beside)
    find_masthead(draft)
    blocks = join_captions(draft.blocks)
    album = _Album(draft)
    files = {
        number: file for number, block in enumerate(blocks) if isinstance(block, Picture) and (file := album.add(block))
    }
    for loose_name, read in loose:
        before = set(album.files)
        try:
            picture = Picture(read(), PurePosixPath(loose_name).name, caption_in(loose_name))
        except (OSError, BadArchive, NotReadable) as trouble:
            draft.lose(f"照片“{loose_name}”读不出来（{trouble}）")
            continue
        file = album.add(picture)
        if file and file not in before:
            files[len(blocks)] = file
            blocks.append(picture)
    body = write_markdown(blocks, files, draft.notes)
    if not body.strip():
        raise NotReadable("文件里没有文字，也没有能用的图片。")
    if not any(isinstance(block, Paragraph) for block in blocks):
        draft.lose("没有正文文字，只有图片或表格")
    return Prepared(
        title=_fitted(draft, "题目", draft.title or PurePosixPath(name).stem),
        body=body,
        photos=tuple(album.lines),
        files=album.files,
        sha256=digest(data),
        unit=_fitted(draft, "报送单位", draft.unit),
        contributor=_fitted(draft, "通讯员", draft.contributor),
        source=_fitted(draft, "来源", draft.source),
        source_url=draft.source_url,
        losses=tuple(draft.losses),
    )


class _Album:
    """Pictures in the order of the text; one that appears twice is one file."""

    def __init__(self, draft: Draft) -> None:
        self.files: dict[str, bytes] = {}
        self.lines: list[PhotoLine] = []
        self._draft = draft
        self._known: dict[str, str] = {}

    def add(self, picture: Picture) -> str:
        """The name of the picture's file; "" when it is left out."""
        key = digest(picture.data)
        if key in self._known:
            return self._known[key]
        self._known[key] = ""
        try:
            made: PictureFile = picture_file(picture.data, picture.name)
        except NoPicture as trouble:
            self._draft.lose(str(trouble))
            return ""
        if made.note:
            self._draft.lose(made.note)
        said = (("图片说明", picture.caption), ("图片署名", picture.credit))
        file = f"photo-{len(self.files) + 1}{made.suffix}"
        self._known[key] = file
        self.files[file] = made.data
        self.lines.append(PhotoLine(file, *(_fitted(self._draft, what, text, _CAPTION_LONGEST) for what, text in said)))
        return file


def _fitted(draft: Draft, what: str, text: str, longest: int = 80) -> str:
    """One line of at most so many characters, as metadata takes it; that something was cut off is told."""
    text = plain(" ".join(text.split())).strip()
    if len(text) <= longest:
        return text
    draft.lose(f"{what}超过 {longest} 字，截短了，原来是：{text[:300]}")
    return text[: longest - 1] + "…"
