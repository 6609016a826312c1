"""How long an edit takes to be seen in a generator's preview server."""

from __future__ import annotations

import http.client
import socket
import subprocess
import time
from pathlib import Path

from .contenders import Contender
from .processes import CommandError
from .stories import Story

PATIENCE_SECONDS = 600
LOOK_EVERY_SECONDS = 0.01


def edit_to_visible(contender: Contender, folder: Path, before: Story, after: Story, log: Path) -> float:
    """Seconds from saving the edited story to a response that shows its new title.

    Starts the preview, waits until the story's page is served, saves ``after`` and asks
    for the page every 10 ms. Raises ``CommandError`` when the preview ends or never
    shows what was waited for.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [part.format(port=port) for part in contender.serve]
    with log.open("wb") as sink:
        process = subprocess.Popen(
            command, cwd=folder, env=contender.environment(), stdout=sink, stderr=subprocess.STDOUT
        )
        try:
            _wait_for(before, port, process, log)
            time.sleep(2)  # let the server come to rest, as it has when an editor saves
            start = time.perf_counter()
            contender.write_story(folder, after)
            _wait_for(after, port, process, log)
            return time.perf_counter() - start
        finally:
            process.terminate()
            process.wait()
            contender.write_story(folder, before)


def _wait_for(item: Story, port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    title = f">{item.head.title}<".encode()
    deadline = time.monotonic() + PATIENCE_SECONDS
    while title not in _page(port, f"/{item.head.id}/"):
        if process.poll() is not None or time.monotonic() > deadline:
            said = log.read_text(encoding="utf-8", errors="replace")[-2000:]
            raise CommandError(f"the preview never showed “{item.head.title}”:\n{said}")
        time.sleep(LOOK_EVERY_SECONDS)


def _page(port: int, path: str) -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path)
        return connection.getresponse().read()
    except (OSError, http.client.HTTPException):
        return b""
    finally:
        connection.close()
