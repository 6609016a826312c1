"""``zoujin submissions``: what became of what was handed in, one by one and by the month."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import click

from generator.model.submission import Decided, SubmissionOutcome
from generator.pipeline.entry_by_name import entry_by_name
from generator.pipeline.new_entry import value_problems
from generator.pipeline.outcomes import handed_in, outcomes, record_outcome
from generator.pipeline.public_now import public_now
from generator.pipeline.reading import read_catalogue
from generator.pipeline.refused import Refused
from generator.pipeline.survey import survey

from .choice import Choice
from .project_option import MomentType, now_of, open_project, project_option, today_option
from .trouble import Trouble

_OUTCOMES = {outcome.value: outcome.label for outcome in SubmissionOutcome}
_MONTH = re.compile(r"([0-9]{4})\s*[-年/.]\s*(0?[1-9]|1[0-2])\s*月?")


class _Outcome(Choice):
    """Takes the Chinese words, too."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The English word for either."""
        by_label = {label: word for word, label in _OUTCOMES.items()}
        return super().convert(by_label.get(value, value), param, ctx)


@click.group(
    help="来稿：记下采用、退改、留用、不采用，按月出采用通报。", options_metavar="[选项]", subcommand_metavar="命令 …"
)
def submissions() -> None:
    """The group of commands for what was handed in."""


@submissions.command(
    "decide",
    help="记下一篇来稿的处理结果：采用、退改、留用、不采用（或 used、revise、kept、declined）。",
    options_metavar="[选项]",
)
@click.argument("entry", metavar="文件夹")
@click.argument("outcome", type=_Outcome(_OUTCOMES), metavar="结果")
@click.option("--note", default="", metavar="意见", help="退改的写清要改什么，不采用的写原因。")
@click.option("--decided", type=MomentType(), metavar="日期", help="处理日期，默认今天。")
@today_option
@project_option
def decide(
    entry: str, outcome: str, note: str, decided: datetime | None, today: datetime | None, folder: Path | None
) -> None:
    """Write the outcome beside the entry."""
    project = open_project(folder)
    catalogue = read_catalogue(project, survey(project)).catalogue
    day = (decided or now_of(project, today)).date()
    result = SubmissionOutcome(outcome)
    if result is SubmissionOutcome.REVISE and not note.strip():
        raise click.UsageError("退改要写明改什么：--note “补一张现场照片”。")
    if note and (troubles := value_problems(Decided, {"note": note})):
        raise click.BadParameter("".join(troubles))
    try:
        found = entry_by_name(catalogue, entry, handed_in(catalogue))
        path = record_outcome(project.root, found, result, day, note.strip())
    except Refused as refused:
        raise Trouble(str(refused)) from None
    click.echo(f"记下了：{found.id}（{found.title}）{result.label}，{day}。写在 {path}，不影响审核。")


@submissions.command("report", help="一个月的采用通报：各单位报了几篇、用了几篇。", options_metavar="[选项]")
@click.option("--month", required=True, metavar="年-月", help="哪个月，如 2026-03。")
@click.option(
    "-o", "--output", "outputs", multiple=True, type=click.Path(path_type=Path, dir_okay=False), metavar="文件",
    help="写成 .xlsx 或 .docx，可以写两次；不写就两样都要，文件名是通报的标题。",
)  # fmt: skip
@click.option("--force", is_flag=True, help="文件已经存在时，覆盖它。")
@today_option
@project_option
def report(month: str, outputs: tuple[Path, ...], force: bool, today: datetime | None, folder: Path | None) -> None:
    """Write the report and say the sums."""
    from generator.intake.monthly import monthly
    from generator.intake.monthly_letter import monthly_letter
    from generator.intake.monthly_sheet import monthly_workbook, unit_rows

    said = _MONTH.fullmatch(month.strip())
    if said is None:
        raise click.BadParameter(f"月份“{month}”看不懂，写成 2026-03。")
    for output in outputs:
        if output.suffix.lower() not in (".xlsx", ".docx"):
            raise click.BadParameter(f"“{output}”要以 .xlsx 或 .docx 结尾。")
    project = open_project(folder)
    reading = read_catalogue(project, survey(project))
    catalogue, now = reading.catalogue, now_of(project, today)
    try:
        decisions = outcomes(project.root, catalogue)
    except Refused as refused:
        raise Trouble(str(refused)) from None
    result = monthly(catalogue, public_now(project, reading, now), decisions, int(said[1]), int(said[2]))
    targets = outputs or (Path(f"{result.title}.xlsx"), Path(f"{result.title}.docx"))
    taken = [target for target in targets if target.exists()]
    if taken and not force:
        raise Trouble(f"“{taken[0]}”已经存在，没有覆盖。换个名字，或加上 --force。")
    for target in targets:
        if target.suffix.lower() == ".xlsx":
            target.write_bytes(monthly_workbook(result))
        else:
            target.write_bytes(monthly_letter(result, catalogue.settings.footer.organiser or "", now.date()))
    for row in unit_rows(result):
        click.echo(
            f"{row[1]}：报送 {row[2]}，采用 {row[3]}，退改 {row[4]}，留用 {row[5]}，不采用 {row[6]}，待处理 {row[7]}"
        )
    for doubt in result.doubts:
        click.echo(f"请核对：{doubt}。", err=True)
    click.echo("写好了：" + "、".join(map(str, targets)))
