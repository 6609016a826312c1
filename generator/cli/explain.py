"""``zoujin explain``: why a rule exists and how to write it right."""

from __future__ import annotations

import click

from generator.rules.explanation import explain as explanation
from generator.rules.explanation import overview


@click.command(help="说明一条规则：为什么、错误示例、正确示例。不写编号就列出全部规则。", options_metavar="[选项]")
@click.argument("rule", required=False, metavar="[规则编号]")
def explain(rule: str | None) -> None:
    """Print the rule's page, or the list of all rules."""
    if rule is None:
        click.echo(overview(), nl=False)
        return
    try:
        click.echo(explanation(rule))
    except LookupError as error:
        raise click.BadParameter(str(error.args[0])) from None
