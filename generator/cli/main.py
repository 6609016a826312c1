"""The command ``zoujin``, and the one place where outcomes become exit codes.

0 clean, 1 problems in the content or on the machine, 2 wrong usage, 3 a fault of ours,
130 interrupted.
"""

from __future__ import annotations

import gc
import os
import platform
import sys
import traceback
from importlib import import_module
from typing import NoReturn

import click

import generator
from generator.pipeline.machine import explain_os_error

from . import help_text as help_text  # makes click's help Chinese
from .trouble import Trouble
from .usage import say_usage_error

CLEAN, PROBLEMS, USAGE, FAULT, INTERRUPTED = 0, 1, 2, 3, 130


GROUPS = {
    "写稿": {
        "new": "new:new",
        "check": "check:check",
        "serve": "serve:serve",
        "tidy": "tidy:tidy",
        "explain": "explain:explain",
        "import": "import_texts:import_texts",
        "submissions": "submissions:submissions",
        "table": "table:table",
        "reuse": "reuse:reuse",
        "kit": "kit:kit",
        "print": "print_sheets:print_",
    },
    "审核": {
        "desk": "desk:desk",
        "status": "review_status:status",
        "submit": "review_decisions:submit",
        "pass": "review_decisions:pass_",
        "return": "review_decisions:return_",
        "withdraw": "review_decisions:withdraw",
        "restore": "review_decisions:restore",
        "log": "review_log:log",
        "diff": "review_diff:diff",
        "proof": "review_proof:proof",
        "archive": "archive:archive",
        "verify": "verify:verify",
        "key": "key:key",
        "root": "root:root",
    },
    "网站": {
        "build": "build:build",
        "publish": "publish:publish",
        "init": "init:init",
        "schema": "schema:schema",
        "setup": "setup:setup",
        "hook": "hook:hook",
    },
}
"""Where each command stands (module and name), by what it is for, in the order in which one needs them."""

COMMANDS = {name: place for group in GROUPS.values() for name, place in group.items()}


class Commands(click.Group):
    """Imports a command when it is wanted: a check need not load what reads Word files."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order of the groups."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name; None when there is none."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(f".{module}", __package__), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """One list for each group."""
        for heading, group in GROUPS.items():
            found = [(name, self.get_command(ctx, name)) for name in group]
            with formatter.section(heading):
                formatter.write_dl([(name, command.get_short_help_str(70)) for name, command in found if command])


@click.group(
    cls=Commands,
    help="走进：学雷锋志愿服务宣传网站。写稿、检查、预览、生成，都从这里开始。",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    options_metavar="[选项]",
    subcommand_metavar="命令 …",
)
@click.version_option(generator.__version__, prog_name="zoujin", message="%(prog)s %(version)s", help="显示版本。")
def zoujin() -> None:
    """The group of all commands."""


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run a command line and exit with its code; never shows a traceback for anything an editor did."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    _speak_utf8()
    gc.disable()  # most commands end soon: only those that stay collect garbage, and say so themselves
    code = run(sys.argv[1:] if arguments is None else arguments)
    gc.freeze()  # or Python would look through all that a build made once more before it goes
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """The exit code of a command line."""
    try:
        code = zoujin.main(arguments, prog_name="zoujin", standalone_mode=False)
        return code if isinstance(code, int) else CLEAN
    except click.UsageError as error:
        say_usage_error(error)
        return USAGE
    except Trouble as trouble:
        click.echo(f"{trouble}", err=True)
        return PROBLEMS
    except (KeyboardInterrupt, click.Abort):
        click.echo("\n已中断。已发布的网站没有变化。", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123 - the reader of our output is gone
        return CLEAN
    except OSError as error:
        click.echo(explain_os_error(error), err=True)
        return PROBLEMS
    except Exception:
        traceback.print_exc()
        click.echo(
            f"\n这是程序的故障，不是稿件的问题。请把上面的内容连同这一行发给维护人员：\n"
            f"zoujin {generator.__version__}，Python {platform.python_version()}，{platform.platform()}",
            err=True,
        )
        return FAULT


def _speak_utf8() -> None:
    """Windows consoles and pipes may use another encoding; what it lacks is replaced, never an error."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8" if not stream.isatty() else None, errors="replace")
