"""Wrong usage, said in Chinese: click speaks English."""

from __future__ import annotations

import click


def say_usage_error(error: click.UsageError) -> None:
    """Print what is wrong with a command line and where help is."""
    context = error.ctx
    click.echo(f"用法不对：{_message(error)}", err=True)
    path = context.command_path if context else "zoujin"
    click.echo(f"查看用法：{path} --help", err=True)


def _message(error: click.UsageError) -> str:
    if isinstance(error, click.NoSuchOption):
        near = f"，是不是“{error.possibilities[0]}”？" if error.possibilities else "。"
        return f"没有“{error.option_name}”这个选项{near}"
    if isinstance(error, click.MissingParameter):
        name = error.param.human_readable_name if error.param else ""
        return f"缺少 {name}。"
    if isinstance(error, click.BadParameter):
        return error.message
    if error.message.startswith("No such command"):
        return f"没有 {error.message.partition(' ')[2].partition('command ')[2].split('.')[0]} 这个命令。"
    if error.message.startswith("Missing command"):
        return "后面要写命令，如 zoujin check。"
    return error.message
