"""Links inside the site lead somewhere, say where, and to what readers can see."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from generator.model.address import entry_address
from generator.model.body import Flaw, Link
from generator.model.catalogue import Entry
from generator.model.diagnostic import Severity
from generator.model.kinds import Kind
from generator.model.links import Target, TargetKind, anchors_of, resolve_target
from generator.model.parts import Into

from .finding import Finding
from .nearest import nearest, nearest_path
from .offers import published_files
from .registry import TEXT_KINDS, rule
from .world import World

_resolve = lru_cache(maxsize=1024)(resolve_target)
"""Several rules ask about each link, one after the other."""

_ABROAD = ("http://", "https://", "mailto:", "tel:")
_OFFER = dict.fromkeys(
    TEXT_KINDS, "附件只能放在“文件”和“专题”里：把它放进 content/documents 下的一篇文件，写进 attachments，再链接过去。"
) | {
    Kind.DOCUMENT: "在元数据的 attachments 里登记这个文件。",
    Kind.FEATURE: "在元数据的 files 里登记这个文件。",
}
_LISTS = {"categories": "category", "districts": "district", "organisations": "organisation"}
_HOW = "写法：站内稿件写路径，如 /stories/2026/bike-repair/；同一文件夹的文件写文件名；别的网站写完整网址。"


def _inner(entry: Entry) -> Iterator[tuple[Link, Target]]:
    """Links that stay in the site, with what they mean; those refused for their scheme are reported as that."""
    outline = entry.outline
    refused = {defect.mark for defect in outline.defects if defect.flaw is Flaw.SCHEME} if outline.defects else ()
    for link in outline.links:
        if link.target and not link.target.startswith(_ABROAD) and link.mark not in refused:
            yield link, _resolve(link.target, entry.id)


@rule("link-broken", Severity.ERROR, "站内链接指向不存在的内容", kinds=TEXT_KINDS)
def link_broken(entry: Entry, world: World) -> Iterator[Finding]:
    """Every link inside the site leads to an entry or a file."""
    for link, target in _inner(entry):
        if target.kind is TargetKind.INVALID:
            yield Finding(entry.path, link.mark, f"链接“{link.target}”不知道指向哪里。", _HOW)
        elif target.kind is TargetKind.ENTRY:
            if target.id not in world.ids and target.id not in world.aliases and target.id not in world.broken:
                likely = nearest_path(target.id, world.ids, world.broken)  # what cannot be read now may still be meant
                hint = f"是不是“/{entry_address(likely)}”？" if likely else _HOW
                yield Finding(entry.path, link.mark, f"链接“{link.target}”指向的内容不存在。", hint)
        elif target.kind is TargetKind.ADDRESS and not _may_be_page(target.address, world):
            yield Finding(entry.path, link.mark, f"链接“{link.target}”指向的栏目不存在。", _HOW)
        elif target.kind is TargetKind.FILE and not _has_file(entry, world, target):
            yield Finding(entry.path, link.mark, *_no_file(entry, link, target))


def _may_be_page(address: str, world: World) -> bool:
    """Whether a page that is no entry's can have this address: lists of categories, districts and organisations are by id."""
    first, _, rest = address.partition("/")
    second = rest.partition("/")[0]
    if first == "into":
        return second in set(Into)
    if first == "organisations" and second in ("", "page"):
        return True
    known = world.known.get(_LISTS.get(first, ""))
    return known is None or second in known


def _no_file(entry: Entry, link: Link, target: Target) -> tuple[str, str]:
    """Message and hint for a link to a file that readers cannot get."""
    if target.id == entry.id and target.file in entry.files:
        return f"链接“{link.target}”指向的文件不会发布。", _OFFER[entry.kind]
    here = frozenset((*entry.photos, *entry.files)) if target.id == entry.id else frozenset()
    likely = nearest(target.file, here)
    hint = (
        f"是不是“{likely}”？"
        if likely
        else "检查文件名是不是写得一模一样；别的稿件的文件，要在那一篇里公开了才能链接。"
    )
    return f"链接“{link.target}”指向的文件不存在，或没有公开。", hint


def _has_file(entry: Entry, world: World, target: Target) -> bool:
    if target.id == entry.id:
        return target.file in published_files(entry)
    home = world.aliases.get(target.id, target.id)
    return home in world.broken or target.file in world.files.get(home, ())


@rule("link-anchor", Severity.ERROR, "链接指向的小标题不存在", kinds=TEXT_KINDS)
def link_anchor(entry: Entry, world: World) -> Iterator[Finding]:
    """The part behind ``#`` is a heading's anchor in the text it leads to."""
    if not any("#" in link.target for link in entry.outline.links):
        return
    for link, target in _inner(entry):
        if not target.anchor or target.kind not in (TargetKind.ANCHOR, TargetKind.ENTRY):
            continue
        own = frozenset(anchors_of(entry))
        home = world.aliases.get(target.id, target.id)
        if target.kind is TargetKind.ANCHOR or home == entry.id:
            anchors = own
        elif home in world.ids:
            anchors = world.anchors.get(home, frozenset())
        else:
            continue  # the link itself is broken, and reported as that
        if target.anchor not in anchors:
            likely = nearest(target.anchor, own) if anchors is own else None
            hint = (
                f"是不是“#{likely}”？"
                if likely
                else "写法：# 后面是小标题的文字，空格和标点换成连字符；小标题改过名的，链接一并改。"
            )
            yield Finding(entry.path, link.mark, f"链接“{link.target}”里的“#{target.anchor}”没有对应的小标题。", hint)


@rule("link-empty-text", Severity.ERROR, "链接没有文字", kinds=TEXT_KINDS)
def link_empty_text(entry: Entry, world: World) -> Iterator[Finding]:
    """A link can be seen, clicked and read aloud."""
    for link in entry.outline.links:
        if not link.text.strip():
            yield Finding(
                entry.path,
                link.mark,
                f"链接“{link.target}”没有文字，读者点不到，也听不到。",
                "链接在方括号里写上要显示的文字：[活动报名](网址)；视频块在下一行写上标题。",
            )


@rule("link-empty-target", Severity.ERROR, "链接没有网址", kinds=TEXT_KINDS)
def link_empty_target(entry: Entry, world: World) -> Iterator[Finding]:
    """A link leads somewhere."""
    for link in entry.outline.links:
        if not link.target.strip():
            yield Finding(
                entry.path,
                link.mark,
                f"链接“{link.text}”没有写网址。",
                f"在圆括号里写上网址：[{link.text}](网址)；不需要链接就去掉括号。",
            )


@rule("link-to-draft", Severity.WARNING, "链接指向现在不公开的内容", kinds=TEXT_KINDS)
def link_to_draft(entry: Entry, world: World) -> Iterator[Finding]:
    """A public entry links to entries that readers can see."""
    if not world.hidden_ids or entry.id in world.hidden_ids:
        return
    for link, target in _inner(entry):
        if target.kind in (TargetKind.ENTRY, TargetKind.FILE):
            home = world.aliases.get(target.id, target.id)
            if home in world.hidden_ids:
                yield Finding(
                    entry.path,
                    link.mark,
                    f"链接“{link.target}”指向的内容现在不公开（草稿、还没到公开时间、已经下线或撤销）。",
                    "等它公开后再加这个链接，或先去掉链接、只留文字。",
                )
