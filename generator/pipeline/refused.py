"""A command that writes into the project says no."""

from __future__ import annotations


class Refused(Exception):
    """Nothing was written; the message is Chinese and says why and what to do. ``command`` is the command that does it,
    for whoever works at a terminal."""

    def __init__(self, message: str, command: str = "") -> None:
        super().__init__(message)
        self.command = command
