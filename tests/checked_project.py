"""A sound project to spoil, and what the commands find in it, as of the beginning of a day."""

from __future__ import annotations

import shutil
from datetime import date, datetime, time
from pathlib import Path

from generator.pipeline.checking import CheckResult, check_reading
from generator.pipeline.project import Project, with_cache
from generator.pipeline.reading import read_catalogue
from generator.pipeline.survey import survey
from generator.pipeline.workers import SerialExecutor

SOUND = Path(__file__).parent / "rules" / "_project"
"""The project over which the cases of the rules are laid."""


def sound_project(root: Path) -> Path:
    """A copy of it that a command can be run in."""
    shutil.copytree(SOUND, root)
    (root / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    return root


def check_project(root: Path, today: date) -> CheckResult:
    """Everything that is wrong with the project in ``root`` on ``today``."""
    with with_cache(Project(root.resolve())) as project:
        reading = read_catalogue(project, survey(project), SerialExecutor())
        return check_reading(project, reading, datetime.combine(today, time()))
