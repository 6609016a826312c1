"""Why a target could not be published to, in words for whoever runs the site."""

from __future__ import annotations


class TargetTrouble(Exception):
    """A target refuses, is full, is somebody else's or cannot be reached; Chinese, with what to do."""


class ForeignFiles(TargetTrouble):
    """Files that we did not put there stand where ours should go."""
