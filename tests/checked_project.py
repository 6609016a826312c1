"""Reads and checks a project as the commands do, as of the beginning of a day."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

from generator.pipeline.checking import CheckResult, check_reading
from generator.pipeline.project import Project, with_cache
from generator.pipeline.reading import read_catalogue
from generator.pipeline.survey import survey
from generator.pipeline.workers import SerialExecutor


def check_project(root: Path, today: date) -> CheckResult:
    """Everything that is wrong with the project in ``root`` on ``today``."""
    with with_cache(Project(root.resolve())) as project:
        reading = read_catalogue(project, survey(project), SerialExecutor())
        return check_reading(project, reading, datetime.combine(today, time()))
