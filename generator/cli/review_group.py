"""``zoujin review``: who decided what about an entry, and what is waiting for whom."""

from __future__ import annotations

import click

from .review_decisions import issue, pass_, restore, return_, submit, withdraw
from .review_status import status


@click.group(
    "review",
    help="审核：送审、通过、退回、签发、撤稿。谁审了什么，都记在稿件文件夹的 review 里。",
    options_metavar="[选项]",
    subcommand_metavar="命令 …",
)
def review() -> None:
    """The group of the review's commands."""


for _command in (status, submit, pass_, return_, issue, withdraw, restore):
    review.add_command(_command)
