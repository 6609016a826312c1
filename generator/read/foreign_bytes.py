"""What a file is that should be UTF-8 text and is not."""

from __future__ import annotations

from generator.model.diagnostic import WHOLE_FILE, Diagnostic, Mark

from .report import problem

_AS_UTF8 = "用记事本打开，选“另存为”，编码选 UTF-8，再保存一次。"
_FORMATS = (
    (b"\xff\xd8\xff", "一张 JPEG 图片"),
    (b"\x89PNG", "一张 PNG 图片"),
    (b"GIF8", "一张 GIF 图片"),
    (b"RIFF", "图片或音视频文件"),
    (b"%PDF", " PDF 文件"),
    (b"PK\x03\x04", " Word、Excel 文档（.docx、.xlsx）或压缩包"),
    (b"\xd0\xcf\x11\xe0", "旧版 Word、Excel 文档（.doc、.xls）"),
    (b"Rar!", "压缩包"),
    (b"7z\xbc\xaf", "压缩包"),
)


def name_foreign_bytes(path: str, data: bytes) -> Diagnostic:
    """Says what ``data`` most likely is and how to make it UTF-8 text."""
    for magic, name in _FORMATS:
        if data.startswith(magic):
            hint = "文字稿要存成纯文本：打开原来的文档，全选、复制，粘贴到新建的 index.md 里。"
            return problem("encoding-not-utf8", path, f"这是{name}，只是文件名像文字稿。", hint)
    if _is_utf16(data):
        return problem("encoding-utf16", path, "文件是 UTF-16 编码（记事本里叫“Unicode”）。", _AS_UTF8)
    if b"\0" in data:
        hint = "检查是不是把别的文件改了名；从原稿重新复制文字，粘贴到新建的 index.md 里。"
        return problem(
            "text-control-characters",
            path,
            "文件里有空字节（U+0000），不是文字，或者已经损坏。",
            hint,
            _place(data, data.index(0)),
        )
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        place = _place(data, error.start)
    else:
        place = WHOLE_FILE
    if _looks_like_gbk(data):
        return problem(
            "encoding-not-utf8", path, "文件是 GBK（记事本里叫“ANSI”）编码，不是 UTF-8 编码。", _AS_UTF8, place
        )
    return problem(
        "encoding-not-utf8",
        path,
        "从这里起文字坏了，不是 UTF-8 编码。",
        "把这一行从原稿重新复制过来；整篇都乱的话，重新保存，编码选 UTF-8。",
        place,
    )


def _place(data: bytes, at: int) -> Mark:
    """Line and column of a byte, with everything before it taken for UTF-8."""
    before = data[:at].decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return Mark(before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)


def _is_utf16(data: bytes) -> bool:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    sample = data[: min(len(data), 4000) & ~1]
    return any(_is_prose(sample.decode(name, "replace")) for name in ("utf-16-le", "utf-16-be"))


def _is_prose(text: str) -> bool:
    """Whether nearly all characters are those of Chinese and English writing."""
    familiar = sum(
        " " <= character <= "~"
        or character in "\r\n\t"
        or "\u3000" <= character <= "\u9fff"
        or "\uff00" <= character <= "\uff5e"
        or character in "“”‘’—…·"
        for character in text
    )
    return (
        bool(text)
        and "\0" not in text
        and familiar * 20 >= len(text) * 19
        and any(character in text for character in "\r\n-")
    )


def _looks_like_gbk(data: bytes) -> bool:
    damaged = data.decode("utf-8", "replace")
    if sum("\u4e00" <= character <= "\u9fff" for character in damaged) > damaged.count("\ufffd"):
        return False  # mostly sound UTF-8 with a few bad bytes
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as error:
        if error.start < len(data) - 4:  # a character cut off at the end is no objection
            return False
        text = data[: error.start].decode("gb18030")
    ideographs = sum("\u4e00" <= character <= "\u9fff" for character in text)
    return ideographs * 4 >= sum(character > "\x7f" for character in text)
