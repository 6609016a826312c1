"""A pseudo terminal, at which a command may ask."""

from __future__ import annotations

import os
import sys
import time


def at_a_terminal(arguments: list[str], answers: list[str]) -> tuple[str, int]:
    """What a command says and its exit code when each question is answered in turn."""
    import pty
    import select

    process, terminal = pty.fork()
    if process == 0:
        os.environ.update(NO_COLOR="1", LC_ALL="C.UTF-8")
        os.execv(sys.executable, [sys.executable, "-m", "generator", *arguments])
    said, waiting, deadline = b"", list(answers), time.monotonic() + 60
    while time.monotonic() < deadline:
        ready, _, _ = select.select([terminal], [], [], 1)
        if not ready:
            continue
        try:
            part = os.read(terminal, 4096)
        except OSError:  # Linux says so when the other end is closed
            break
        if not part:
            break
        said += part
        if said.endswith("：".encode()) and waiting:
            os.write(terminal, (waiting.pop(0) + "\n").encode())
    os.close(terminal)
    return said.decode(), os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
