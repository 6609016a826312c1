"""Wrong usage, said in Chinese: click speaks English."""

from __future__ import annotations

import re

import click


def say_usage_error(error: click.UsageError) -> None:
    """Print what is wrong with a command line and where help is."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.message)
        return
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
        return _bad_value(error)
    for english, chinese in _SAYINGS:
        found = english.match(error.message)
        if found:
            return chinese.format(*found.groups())
    return error.message


def _bad_value(error: click.BadParameter) -> str:
    """What a parameter takes; our own types say it in Chinese themselves."""
    if error.message.isascii() and error.param is not None:
        kind, name = error.param.type, error.param.human_readable_name
        if isinstance(error.param, click.Option):
            name = error.param.opts[-1]
        if isinstance(kind, click.Choice):
            return f"{name} 可以写：{'、'.join(map(str, kind.choices))}。"
        if isinstance(kind, click.IntRange):
            return f"{name} 要写 {kind.min} 到 {kind.max} 之间的整数。"
        if isinstance(kind, click.Path):
            return f"{name} 的路径用不了：不存在，或者不是要的那一种（文件、文件夹）。"
        return f"{name} 的值不对。"
    return error.message


_SAYINGS = (
    (re.compile(r"No such command '(.*?)'"), "没有“{0}”这个命令。"),
    (re.compile(r"Missing command"), "后面要写命令，如 zoujin check。"),
    (re.compile(r"Got unexpected extra arguments? \((.*)\)"), "多写了“{0}”。"),
    (re.compile(r"Option '(.*?)' requires an argument"), "{0} 后面要写值。"),
    (re.compile(r"Option '(.*?)' does not take a value"), "{0} 后面不写值。"),
)
"""Click's other sentences, and ours."""
