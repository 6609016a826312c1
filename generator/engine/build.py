"""``zoujin build``: the same path as ``mkdocs build``, with a request and an outcome."""

from __future__ import annotations

from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.exceptions import Abort

from generator.pipeline.machine import explain_os_error

from .configuration import open_configuration
from .outcome import UNTOUCHED, BuildRequest, BuildStopped, Outcome
from .plugin import ZoujinPlugin


def build_site(config_file: Path, request: BuildRequest) -> Outcome:
    """Build the project of ``config_file`` (its ``mkdocs.yml``).

    Raises:
        BuildStopped: the content or the machine does not allow it; the message is for editors.
    """
    config = open_configuration(config_file)
    plugin = config.plugins.get("zoujin")
    if not isinstance(plugin, ZoujinPlugin):
        raise BuildStopped("mkdocs.yml 的 plugins 里没有 zoujin。请加上一行“- zoujin”。")
    plugin.request = request
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    except Abort as abort:
        stopped = abort.__context__
        raise (stopped if isinstance(stopped, BuildStopped) else BuildStopped(str(abort))) from None
    except OSError as error:
        raise BuildStopped(explain_os_error(error) + UNTOUCHED) from error
    except BrokenProcessPool as error:
        raise BuildStopped(
            "一个工作进程被系统中止，多半是内存不够。请关掉别的程序，或加上 --jobs 1 再试。" + UNTOUCHED
        ) from error
    except KeyboardInterrupt:
        plugin.abandon()  # MkDocs tells its plugins of errors only
        raise
    finally:
        config.plugins.on_shutdown()
    assert plugin.session is not None and plugin.session.outcome is not None
    return plugin.session.outcome
