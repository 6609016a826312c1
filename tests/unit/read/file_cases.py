"""Golden cases for reading: a file as it lies on an editor's disk, and below it what the editor is told.

A case begins with ``══ name``. Options may follow in brackets: ``编码 gb18030``, ``换行 crlf`` or ``cr``,
``文件 PATH``. ``‹…›`` writes what cannot be seen: ``‹TAB›``, ``‹U+200B›``, ``‹bytes FF D8›``;
the line ``‹必填›`` stands for a story's required keys besides title and date.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from generator.model.diagnostic import Diagnostic
from generator.model.kinds import SHELVES
from generator.model.photo import PhotoFile
from generator.read.bundle import read_bundle
from generator.read.registers import read_registers
from generator.read.source import Unreadable, read_source
from generator.read.tree import scan_tree
from generator.report.text import report_text

REQUIRED = "into: community\ncategories: [mutual-aid]\ndistrict: qinghe\nbyline: 陈一舟"
STORY = "stories/2026/night-bus/index.md"
_HEAD = re.compile(r"^══ ([^（\n]+)(?:（([^）]*)）)?\n", re.MULTILINE)
_TOLD = "\n── 看到 ──\n"
_SIGN = re.compile(r"‹(?:(TAB)|U\+([0-9A-F]+)|bytes ((?:[0-9A-F]{2} ?)+))›")


class FileCase(NamedTuple):
    """One case: where it is written, its file, and what is expected."""

    home: Path
    name: str
    options: str
    file: str
    told: str

    def option(self, name: str, default: str) -> str:
        """What the case's head says of ``name``."""
        found = re.search(rf"{name} ([^，]+)", self.options)
        return found[1] if found else default

    def data(self) -> bytes:
        """The bytes of the case's file."""
        encoding = self.option("编码", "utf-8")
        newline = {"crlf": "\r\n", "cr": "\r", "lf": "\n"}[self.option("换行", "lf")]
        text = self.file.replace("‹必填›", REQUIRED).replace("\n", newline)
        parts, at = [], 0
        for sign in _SIGN.finditer(text):
            parts.append(text[at : sign.start()].encode(encoding))
            at = sign.end()
            if sign[3]:
                parts.append(bytes.fromhex(sign[3]))
            else:
                parts.append(("\t" if sign[1] else chr(int(sign[2], 16))).encode(encoding))
        return b"".join([*parts, text[at:].encode(encoding)])


def cases_in(home: Path) -> list[FileCase]:
    """The cases of one file, in order."""
    heads = list(_HEAD.finditer(text := home.read_text("utf-8")))
    cases = []
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        content = text[head.end() : following.start() if following else len(text)]
        file, _, told = content.partition(_TOLD)
        cases.append(FileCase(home, head[1].strip(), head[2] or "", file + "\n" if file else "", told.strip("\n")))
    return cases


def written(cases: list[FileCase], told: list[str]) -> str:
    """The text of a file of cases, with what is told now."""
    blocks = []
    for case, now in zip(cases, told, strict=True):
        options = f"（{case.options}）" if case.options else ""
        blocks.append(f"══ {case.name}{options}\n{case.file.removesuffix(chr(10))}{_TOLD}{now}\n")
    return "\n".join(blocks)


def diagnose(case: FileCase, root: Path) -> list[Diagnostic]:
    """What reading the case's file finds."""
    path = case.option("文件", STORY)
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(case.data())
    if not any(path.startswith(shelf.folder + "/") for shelf in SHELVES):
        found = read_registers(root).diagnostics
        return [item for item in found if item.rule != "settings-missing"]
    tree = scan_tree(root)
    diagnostics = list(tree.diagnostics)
    for bundle in tree.bundles.values():
        diagnostics += read_bundle(root, bundle, no_photo).diagnostics
    return diagnostics


def tell(diagnostics: list[Diagnostic], root: Path) -> str:
    """Diagnostics as an editor sees them in a terminal, without the closing summary."""

    def sources(path: str) -> str | None:
        try:
            return read_source(root, path).text
        except Unreadable:
            return None

    told = report_text(diagnostics, sources)
    return "（没有问题）" if not diagnostics else told[: told.rindex("共 ")].strip("\n")


def no_photo(path: Path) -> PhotoFile:
    """Stands where no picture is expected."""
    raise AssertionError(f"{path} is no picture")
