"""The one error of this package."""

from __future__ import annotations

from generator.model.job import JobError


class PhotoError(JobError):
    """A picture cannot be published. The message is a Chinese sentence for the editor."""
