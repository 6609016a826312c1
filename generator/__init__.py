"""Zoujin (走进): a static publicity site generator with a content workflow."""

__version__ = "0.1.0"
