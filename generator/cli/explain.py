"""``zoujin explain``: why a rule exists and how to write it right."""

from __future__ import annotations

import click

from generator.rules.explanation import explain as explanation


@click.command(help="说明一条规则：为什么、错误示例、正确示例。", options_metavar="[选项]")
@click.argument("rule", metavar="规则编号")
def explain(rule: str) -> None:
    """Print the rule's page."""
    try:
        click.echo(explanation(rule))
    except LookupError as error:
        raise click.BadParameter(str(error.args[0])) from None
