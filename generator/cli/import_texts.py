"""``zoujin import``: what districts hand in becomes drafts."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from generator.model.kinds import SHELVES, Kind
from generator.pipeline.reading import read_catalogue
from generator.pipeline.survey import survey

from .choice import Choice
from .progress_line import ProgressLine
from .project_option import MomentType, now_of, open_project, project_option, today_option
from .trouble import Trouble

_KINDS = {
    shelf.kind.value: shelf.kind.label
    for shelf in SHELVES
    if "title" in shelf.model.model_fields and shelf.kind is not Kind.PAGE
}


@click.command(
    "import",
    help="把区县报来的稿件变成草稿：Word 文档（.docx）、另存的公众号文章（.html）、装着它们和照片的文件夹或 .zip。\n\n"
    "可以重复运行：导入过的原稿会跳过。没有带过来的内容会一条一条列出来。",
    options_metavar="[选项]",
)
@click.argument("path", type=click.Path(path_type=Path), metavar="文件、文件夹或压缩包")
@click.option(
    "--kind",
    type=Choice(_KINDS),
    default=Kind.STORY.value,
    metavar="种类",
    help="变成哪一种稿件，默认 story 志愿故事。",
)
@click.option("--unit", metavar="单位", help="报送单位：编号或全称。不写就看稿件里的“报送单位”，再看文件夹名。")
@click.option("--contributor", metavar="姓名", help="通讯员。不写就看稿件里的署名。")
@click.option("--received", type=MomentType(), metavar="日期", help="收到的日期，默认今天。")
@click.option("--slug", metavar="名称", help="文件夹名，只能用于一篇稿件；不写就用标题的拼音。")
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="键=值",
    help="这一批稿件都写的字段，可以重复，如 --set categories=health。",
)
@today_option
@project_option
def import_texts(
    path: Path, kind: str, unit: str | None, contributor: str | None, received: datetime | None, slug: str | None,
    settings: tuple[str, ...], today: datetime | None, folder: Path | None,
) -> int:  # fmt: skip
    """Write a draft for every document and say what was lost."""
    # Parsers of Word and HTML take a moment to load, which no other command should wait for.
    from generator.intake.parcels import unpack
    from generator.intake.recognise import NotReadable
    from generator.pipeline.imported_drafts import known_originals

    from .import_batch import Batch, Tally, list_lines

    project = open_project(folder)
    if not path.exists():
        raise Trouble(f"没有“{path}”这个文件或文件夹。检查路径；路径里有空格时，给它加上引号。")
    try:
        delivery = unpack(path)
    except NotReadable as trouble:
        raise Trouble(f"{path.name}：{trouble}") from None
    if not delivery.parcels:
        raise Trouble(f"“{path}”里没有能导入的稿件（.docx、.html）。\n" + "\n".join(delivery.remarks))
    if slug is not None and len(delivery.parcels) > 1:
        raise click.BadParameter(f"里面有 {len(delivery.parcels)} 篇稿件，--slug 只能用于一篇。")
    reading = read_catalogue(project, survey(project))
    job = Batch(project, reading.catalogue, Kind(kind), now_of(project, today), received, unit, contributor, slug)
    tally = Tally(common=job.common_values(list(settings)))
    known = known_originals(project, reading)
    progress = ProgressLine()
    for number, parcel in enumerate(delivery.parcels):
        progress("导入来稿", number, len(delivery.parcels))
        job.take_in(parcel, known, tally, progress)
    progress.clear()
    if delivery.remarks:
        click.echo("\n没有用到的文件：")
        list_lines(delivery.remarks)
    counts = [
        (tally.written, "导入了 {} 篇"),
        (tally.known, "跳过 {} 篇（以前导入过）"),
        (tally.failed, "没有成功 {} 篇"),
    ]
    click.echo("\n" + "，".join(words.format(count) for count, words in counts if count) + "。")
    if tally.written:
        click.echo("草稿不会公开。给图片写好替代文字（alt），核对文字，再运行 zoujin check。")
    return 1 if tally.failed else 0
