"""``zoujin proof``: the approval form with the text, to be printed, sent around and signed on paper."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from generator.pipeline.project import with_cache
from generator.pipeline.proof import proof_sheet
from generator.pipeline.refused import Refused
from generator.pipeline.review_desk import open_desk
from generator.typeset.setting import as_long_picture, as_pdf

from .project_option import now_of, open_project, project_option, today_option
from .review_words import MODE_SAYS
from .trouble import Trouble

FOLDER = "审批单"


@click.command(
    help="审批单：稿件全文、图片和各级签字栏，做成 PDF（打印）和长图（发手机看）。", options_metavar="[选项]"
)
@click.argument("entry", metavar="稿件")
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="文件夹",
    help=f"放在哪里；默认是项目里的“{FOLDER}”文件夹，不会提交进仓库。",
)
@today_option
@project_option
def proof(entry: str, target: Path | None, today: datetime | None, folder: Path | None) -> None:
    """Make the PDF and the long picture."""
    project = open_project(folder)
    now = now_of(project, today)
    with with_cache(project) as cached:
        try:
            desk = open_desk(cached)
            item = desk.entry(entry)
            sheet = proof_sheet(desk, item, now)
        except Refused as refused:
            raise Trouble(str(refused)) from None
    place = target or project.root / FOLDER
    place.mkdir(parents=True, exist_ok=True)
    stem = f"{sheet.values['form']}-{item.slug}"
    for suffix, data in ((".pdf", as_pdf(sheet, now)), (".png", as_long_picture(sheet, now))):
        (place / f"{stem}{suffix}").write_bytes(data)
    click.echo(f"“{item.title}”的审批单，编号 {sheet.values['form']}：")
    click.echo(f"  打印：{place / stem}.pdf")
    click.echo(f"  长图：{place / stem}.png")
    if not any(stage["open"] for stage in sheet.values["stages"]):
        click.echo("接下来：各级都签过了，打印出来可以存档。")
        click.echo(MODE_SAYS[desk.mode])
        return
    click.echo(
        f"接下来：送领导签字；签完由办公室代录：zoujin pass {item.id} --on-paper 签批人 --form {sheet.values['form']} --scan 扫描件"
    )
    click.echo(MODE_SAYS[desk.mode])
