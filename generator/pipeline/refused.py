"""A command that writes into the project says no."""

from __future__ import annotations


class Refused(Exception):
    """Nothing was written; the message is Chinese and says why and what to do."""
