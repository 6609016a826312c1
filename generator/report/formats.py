"""The formats that ``zoujin check --format`` offers."""

from __future__ import annotations

from collections.abc import Mapping

from .gitea import report_gitea
from .github import report_github
from .gitlab import report_gitlab
from .json_report import report_json
from .reporter import Reporter
from .sarif import report_sarif
from .text import report_text

FORMATS: Mapping[str, Reporter] = {
    "text": report_text,
    "json": report_json,
    "sarif": report_sarif,
    "github": report_github,
    "gitlab": report_gitlab,
    "gitea": report_gitea,
}
"""A reporter by the name of its format."""
