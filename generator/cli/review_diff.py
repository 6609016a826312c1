"""``zoujin diff``: what changed since the version that was approved last, by sentence."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from generator.pipeline.project import with_cache
from generator.pipeline.refused import Refused
from generator.pipeline.review_desk import open_desk
from generator.pipeline.version_comparison import Comparison, compare_with_approved
from generator.review.text_changes import Change, Piece, SentenceChange
from generator.review.version_changes import FileChange, FileSize

from .project_option import color_wanted, open_project, project_option
from .trouble import Trouble

_SIGN = {Change.ADDED: "＋", Change.REMOVED: "－", Change.CHANGED: "～", Change.SAME: "　"}
_BRACKETS = {Change.ADDED: ("【＋", "】"), Change.REMOVED: ("【－", "】")}
_COLOUR = {Change.ADDED: "green", Change.REMOVED: "red"}


@click.command(
    help="和审核通过的那一版比，改了哪里：正文按句，元数据按中文名，图片按文件。0 没有改动，1 有改动。",
    options_metavar="[选项]",
)
@click.argument("entry", metavar="稿件")
@click.option("--all", "whole", is_flag=True, help="没有改的句子也列出来。")
@project_option
def diff(entry: str, whole: bool, folder: Path | None) -> int:
    """Print the changes; 1 when there are any."""
    with with_cache(open_project(folder)) as cached:
        try:
            desk = open_desk(cached)
            found = compare_with_approved(desk, desk.entry(entry))
        except Refused as refused:
            raise Trouble(str(refused)) from None
    for line in _lines(found, whole, color_wanted(sys.stdout)):
        click.echo(line)
    return 1 if found.changes else 0


def _lines(found: Comparison, whole: bool, colour: bool) -> Iterator[str]:
    item, changes = found.after, found.changes
    if found.before is None:
        yield f"{item.title}（{item.id}）还没有审核通过的版本，全文都是新的。"
    elif not changes:
        yield f"{item.title}（{item.id}）和审核通过的那一版一样。"
        return
    else:
        yield f"{item.title}（{item.id}）和审核通过的那一版比："
    if changes.fields:
        yield "\n元数据"
        for change in changes.fields:
            yield f"  {_SIGN[change.change]} {change.title}：{_drawn(change.pieces, colour)}"
    sentences = changes.sentences if whole else changes.changed_sentences
    if sentences:
        yield "\n正文"
        yield from _text(sentences, colour)
    if changes.files:
        yield "\n图片和附件"
        for file in changes.files:
            yield f"  {_SIGN[file.change]} {_file(file)}"


def _text(sentences: Iterable[SentenceChange], colour: bool) -> Iterator[str]:
    paragraph = 0
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            yield f"  第 {paragraph} 段"
        whole = sentence.change in (Change.ADDED, Change.REMOVED) and not colour
        drawn = sentence.pieces[0].text if whole else _drawn(sentence.pieces, colour)
        yield f"    {_SIGN[sentence.change]} {drawn}"


def _drawn(pieces: Iterable[Piece], colour: bool) -> str:
    """What is gone and what has come, in colours on a terminal and in brackets elsewhere."""
    drawn = ""
    for piece in pieces:
        if piece.change is Change.SAME:
            drawn += piece.text
        elif colour:
            gone = piece.change is Change.REMOVED
            drawn += click.style(piece.text, fg=_COLOUR[piece.change], strikethrough=gone, underline=not gone)
        else:
            begin, end = _BRACKETS[piece.change]
            drawn += f"{begin}{piece.text}{end}"
    return drawn


def _file(file: FileChange) -> str:
    what = f"{'图片' if file.is_picture else '附件'} {file.name} {file.change.label}"
    if file.before is not None and file.after is not None:
        return f"{what}：{_size(file.before)} → {_size(file.after)}"
    side = file.after or file.before
    return f"{what}：{_size(side)}" if side is not None else what


def _size(size: FileSize) -> str:
    kilobytes = f"{max(1, round(size.size / 1000))} KB"
    return f"{size.width}×{size.height}，{kilobytes}" if size.width else kilobytes
