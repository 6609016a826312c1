"""The parts of a Word file: its XML, what it refers to, and the files in it.

Read with lxml alone: python-docx stops at documents with macros, at ISO's strict namespaces and
at relations that lead nowhere, and offices hand in all three. Elements are known by their local
names, which the strict and the usual namespaces share.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath

from lxml import etree

from generator.read.archive import Archive, BadArchive, open_archive

from .recognise import NotReadable

Element = etree._Element
MOST_XML_BYTES = 40_000_000
"""Of one part: the text of a thick book has 10 MB."""


@dataclass(frozen=True, slots=True)
class Relation:
    """Where a relation leads: to a member, or outside (``external``)."""

    kind: str
    target: str
    external: bool


@dataclass(slots=True)
class Package:
    """``main`` is the name of the part with the text."""

    archive: Archive
    main: str
    _relations: dict[str, dict[str, Relation]] = field(default_factory=dict)

    def xml(self, name: str) -> Element | None:
        """The root of a part; None when it is missing or damaged beyond repair."""
        if name not in self.archive.members:
            return None
        if self.archive.members[name].file_size > MOST_XML_BYTES:
            raise NotReadable("文件里的文字部分太大，不像是一篇稿件。")
        try:
            data = self.archive.read(name)
            # A parser that resolves nothing and repairs what it can; the depth stays limited.
            return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, recover=True))
        except (etree.XMLSyntaxError, BadArchive, ValueError):
            return None

    def relations(self, part: str) -> dict[str, Relation]:
        """The relations of a part by their ids."""
        if part not in self._relations:
            folder, _, name = part.rpartition("/")
            root = self.xml(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")
            self._relations[part] = dict(_relations(root, part)) if root is not None else {}
        return self._relations[part]

    def related(self, kind: str) -> Element | None:
        """The first part of a kind (``styles``, ``numbering`` …) that the text refers to."""
        found = (item for item in self.relations(self.main).values() if item.kind == kind and not item.external)
        return next((root for root in (self.xml(item.target) for item in found) if root is not None), None)

    def bytes_of(self, name: str) -> bytes | None:
        """A member as it is; None when it is missing or damaged."""
        try:
            return self.archive.read(name) if name in self.archive.members else None
        except BadArchive:
            return None


def open_package(data: bytes) -> Package:
    """Open a Word file.

    Raises:
        NotReadable: there is no text in it that could be found.
    """
    try:
        package = Package(open_archive(data), "")
    except BadArchive as trouble:
        raise NotReadable(str(trouble)) from None
    mains = [item.target for item in package.relations("").values() if item.kind == "officeDocument"]
    package.main = next((name for name in [*mains, "word/document.xml"] if name in package.archive.members), "")
    if not package.main:
        raise NotReadable("文件坏了，里面没有正文。请对方用 Word 或 WPS 打开，另存为 .docx，再发一次。")
    return package


def local(element: Element) -> str:
    """An element's name without its namespace; "" for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element | None, name: str) -> str:
    """An attribute's value whatever its namespace, "" when absent."""
    if element is None:
        return ""
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


def child(element: Element | None, *path: str) -> Element | None:
    """The first child of a name, its first child of the next, and so on."""
    for name in path:
        if element is None:
            return None
        element = next((item for item in element if local(item) == name), None)
    return element


def is_on(element: Element | None) -> bool:
    """Whether a switch such as ``<w:b/>`` stands there and is not turned off."""
    return element is not None and attribute(element, "val").lower() not in ("0", "false", "off", "none")


def _relations(root: Element, part: str) -> Iterator[tuple[str, Relation]]:
    for item in root:
        target, kind = attribute(item, "Target"), attribute(item, "Type").rpartition("/")[2]
        external = attribute(item, "TargetMode").lower() == "external"
        if not external:
            target = target.lstrip("/") if target.startswith("/") else normpath(join(dirname(part), target))
        yield attribute(item, "Id"), Relation(kind, target, external)
