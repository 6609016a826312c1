"""Names of files and folders: which are left alone, which make trouble, and what they could be instead."""

from __future__ import annotations

import os
import re
import unicodedata

from generator.model.diagnostic import Diagnostic, Severity
from generator.model.fields import SLUG

from .report import problem, quoted

_IGNORED = frozenset(("thumbs.db", "desktop.ini", "icon\r"))
_DEVICES = ("con", "prn", "aux", "nul", "com", "lpt")
_RESERVED = frozenset(
    ("con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10)))
)
"""Names of devices: Windows cannot check out a file or folder that is called so."""
_EASY_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,99}(?<!\.)")
_AWKWARD = re.compile(r"[\x00-\x1f\x7f\\/:*?\"<>|#%&\ud800-\udfff\ufffd]")
_LONGEST_NAME = 150
"""Bytes; with the folders above it a path must stay below Windows' 260."""
_LONGEST_SLUG = 80
"""As in references, see ``generator.model.fields.Slug``."""


def is_ignored(name: str) -> bool:
    """Files that operating systems and editors leave behind."""
    return name[0] in ".~" or name.lower() in _IGNORED or name.endswith(("~", ".bak", ".tmp"))


def plain_name(name: str) -> str:
    """A file's name in small half-width letters."""
    return unicodedata.normalize("NFKC", name).lower()


def is_slug(name: str) -> bool:
    """Whether a folder of this name can be an address on every system."""
    return bool(SLUG.fullmatch(name)) and len(name) <= _LONGEST_SLUG and name not in _RESERVED


def bad_slug(folder: str, slug: str) -> Diagnostic:
    """Says why ``slug`` cannot name a folder, with a name that could."""
    suggestion = slugify(slug)[:60].strip("-") if slug.isascii() else ""
    if SLUG.fullmatch(slug):
        message = "会成为网址，太长了。" if slug not in _RESERVED else "是 Windows 保留的名字，别人的电脑上打不开。"
        return problem(
            "file-name",
            folder,
            f"文件夹名{quoted(slug)}{message}",
            "改成两三个词，如 bike-repair。",
            severity=Severity.ERROR,
        )
    hint = f"改名为“{suggestion}”。" if suggestion else "用拼音或英文重新命名，如 bike-repair。"
    return problem(
        "file-name",
        folder,
        f"文件夹名{quoted(slug)}会成为网址，只能用小写字母、数字和连字符。",
        hint,
        severity=Severity.ERROR,
    )


def slugify(name: str) -> str:
    """The letters and digits of ``name`` as a slug; "" when there are none."""
    lowered = unicodedata.normalize("NFKC", name).lower()
    words = "".join(character if character.isascii() and character.isalnum() else "-" for character in lowered)
    return "-".join(filter(None, words.split("-")))


def bad_file_name(folder: str, name: str) -> Diagnostic | None:
    """What is wrong with the name of a file in a bundle."""
    if name.isascii():
        if _EASY_NAME.fullmatch(name) and not name.startswith(_DEVICES):
            return None
    elif unicodedata.normalize("NFC", name) != name:
        return problem(
            "file-name",
            f"{folder}/{name}",
            "文件名里的字是拆开存的（NFD），换台电脑就对不上。",
            "重新输入一遍文件名再保存。",
        )
    if any(sign.isspace() for sign in name):
        stem, suffix = os.path.splitext(name)
        renamed = re.sub("-{2,}", "-", "-".join(stem.split())) + suffix.strip()
        return problem("file-name", f"{folder}/{name}", "文件名里有空格。", f"改名为“{renamed}”，图片引用处一并改。")
    if _AWKWARD.search(name) or name.endswith(".") or os.path.splitext(name)[0].lower() in _RESERVED:
        message = "文件名里有网址或 Windows 不能用的符号，或是系统保留的名字。"
        return problem("file-name", f"{folder}/{name}", message, "改成只有字母、数字和连字符的名字。")
    if len(name.encode("utf-8", "surrogateescape")) > _LONGEST_NAME:
        return problem("file-name", f"{folder}/{name}", "文件名太长。", "改短一些，一二十个字就够。")
    if name != name.lower():
        return problem(
            "file-name", f"{folder}/{name}", "文件名里有大写字母。", f"改名为“{name.lower()}”，图片引用处一并改。"
        )
    return None
