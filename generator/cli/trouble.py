"""What ends a command without being a fault of the program."""

from __future__ import annotations


class Trouble(Exception):
    """A command cannot do what was asked; the message is Chinese and says what to do."""
