"""The one error of this package."""

from __future__ import annotations


class PhotoError(Exception):
    """A picture cannot be published. The message is a Chinese sentence for the editor."""
