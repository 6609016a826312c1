"""Words an entry should carry besides its text, and words it should not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model import wechat
from generator.model.body import Flaw
from generator.model.catalogue import Entry
from generator.model.diagnostic import Severity
from generator.model.entries import DocumentKind
from generator.model.kinds import Kind
from generator.model.references import FieldPath

from .finding import Finding
from .registry import rule
from .world import World

_MOBILE = re.compile(r"(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)")


@rule(
    "summary-missing",
    Severity.ADVICE,
    "没有摘要",
    kinds=(Kind.STORY, Kind.FEATURE, Kind.CAMPAIGN, Kind.ACTIVITY, Kind.PAGE),
)
def summary_missing(entry: Entry, world: World) -> Iterator[Finding]:
    """Lists and shared links show a summary that somebody wrote, not the beginning of the text."""
    if entry.meta.summary is None:
        yield Finding(
            entry.path,
            ("title",),
            "没有摘要，列表和分享时只能截正文的开头。",
            "加一行 summary: 一两句话说清写了谁、做了什么。",
        )


@rule("title-long", Severity.ADVICE, "标题太长", kinds=(Kind.STORY, Kind.FEATURE, Kind.CAMPAIGN))
def title_long(entry: Entry, world: World) -> Iterator[Finding]:
    """A title fits where it will be used again."""
    length = len(entry.meta.title)
    if length > wechat.TITLE:
        yield Finding(
            entry.path,
            ("title",),
            f"标题有 {length} 字，公众号标题最多 {wechat.TITLE} 字。",
            "长的部分移到 subtitle 或 summary。" if entry.kind is Kind.STORY else "长的部分移到 summary。",
        )


@rule("text-missing", Severity.WARNING, "没有正文", kinds=(Kind.STORY, Kind.DOCUMENT, Kind.PAGE))
def text_missing(entry: Entry, world: World) -> Iterator[Finding]:
    """A story tells something; a document has a text or an attachment."""
    outline = entry.outline
    if entry.meta.draft:
        return
    if outline.characters or outline.pictures or any(defect.flaw is Flaw.TOO_LARGE for defect in outline.defects):
        return
    if (entry.kind is Kind.DOCUMENT and entry.meta.attachments) or (entry.kind is Kind.PAGE and entry.meta.shows):
        return
    hint = "在第二行 --- 的下面写正文；还没写好就先加一行 draft: true。"
    yield Finding(entry.path, ("title",), "只有元数据，没有正文。", hint)


@rule("source-without-url", Severity.WARNING, "转载没有写原文网址", kinds=(Kind.STORY,))
def source_without_url(entry: Entry, world: World) -> Iterator[Finding]:
    """What is republished can be compared with the original."""
    source = entry.meta.source
    if source is not None and source.url is None:
        yield Finding(
            entry.path,
            ("source", "name"),
            f"来源写着“{source.name}”，没有原文网址，读者和编辑都没法核对。",
            "在 source 里加一行 url: 原文网址；原文只登在报纸上的，写一条例外并注明日期和版面。",
        )


@rule(
    "phone-mobile",
    Severity.WARNING,
    "公开的电话像是个人手机号",
    kinds=(Kind.STATION, Kind.ACTIVITY, Kind.DOCUMENT),
)
def phone_mobile(entry: Entry, world: World) -> Iterator[Finding]:
    """A colleague's own number is personal data and changes with the colleague."""
    for at, phone in _phones(entry):
        if phone is not None and _MOBILE.match(phone):
            yield Finding(
                entry.path,
                at,
                "这个电话像是个人手机号，属于个人信息，公开后很难收回。",
                "写单位或站点的办公电话；确实是工作专用号的，写一条例外并注明。"
                if entry.kind is not Kind.STATION
                else "写单位或站点的办公电话。",
            )


def _phones(entry: Entry) -> Iterator[tuple[FieldPath, str | None]]:
    meta = entry.meta
    if entry.kind is Kind.STATION:
        yield ("phone",), meta.phone
        for index, contact in enumerate(meta.on_duty):
            yield ("on_duty", index, "phone"), contact.phone
    elif entry.kind is Kind.ACTIVITY:
        if meta.contact is not None:
            yield ("contact", "phone"), meta.contact.phone
    elif meta.kind is DocumentKind.PUBLIC_NOTICE and meta.notice is not None:
        yield ("notice", "contact", "phone"), meta.notice.contact.phone
    elif meta.kind.for_media and meta.press is not None:
        for index, contact in enumerate(meta.press.contacts):
            if not contact.restricted:
                yield ("press", "contacts", index, "phone"), contact.phone
