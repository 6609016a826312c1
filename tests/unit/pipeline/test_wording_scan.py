"""A text is looked at once for its wording, and again when the words change."""

from __future__ import annotations

import os
import shutil
from datetime import datetime
from pathlib import Path

from generator.pipeline.checking import check_reading
from generator.pipeline.project import Project
from generator.pipeline.reading import read_catalogue
from generator.pipeline.survey import Memory, survey

PROJECT = Path(__file__).parents[2] / "rules" / "_project"
STORY = "stories/2026/spring-clinic/index.md"


def age(root: Path) -> None:
    """Make all files old enough for the cache to trust their times."""
    for path in root.rglob("*"):
        os.utime(path, (1_700_000_000, 1_700_000_000))


def look(project: Project, memory: Memory) -> tuple[int, list[str]]:
    """How many entries were read anew, and the rules that found something."""
    reading = read_catalogue(project, survey(project), memory=memory)
    return reading.fresh, [item.rule for item in check_reading(project, reading, datetime(2026, 3, 12)).diagnostics]


def test_words_are_looked_for_when_they_change_and_only_then(tmp_path: Path) -> None:
    root = tmp_path / "project"
    shutil.copytree(PROJECT, root)
    story = root / STORY
    story.write_text(story.read_text("utf-8") + "\n村口来了位义工。\n", "utf-8")
    age(root)
    project, memory = Project(root, tmp_path / "cache"), Memory()
    entries, nothing = look(project, memory)
    assert entries > 1 and nothing == []
    assert look(project, memory) == (0, [])

    words = root / "content" / "wording.yaml"
    words.write_text("- {term: 义工, instead: 志愿者, why: 说法, source: 本站用法}\n", "utf-8")
    age(root)
    assert look(project, memory) == (entries, ["wording-term"])
    assert look(project, memory) == (0, ["wording-term"])
    assert look(project, Memory()) == (0, ["wording-term"]), "kept on disk"

    organisations = root / "content" / "organisations.yaml"
    organisations.write_text(organisations.read_text("utf-8").replace("}", ", kind: 事业单位}"), "utf-8")
    assert look(project, memory) == (0, ["wording-term"]), "no name changed"

    words.write_text(words.read_text("utf-8").replace("source:", "careful: true, source:"), "utf-8")
    assert look(project, memory) == (entries, ["wording-careful"])


def test_a_remark_can_be_switched_off_with_a_reason(tmp_path: Path) -> None:
    root = tmp_path / "project"
    shutil.copytree(PROJECT, root)
    story = root / STORY
    wrong = story.read_text("utf-8").replace("先搬出来。", "先搬出来,排队。")
    story.write_text(wrong, "utf-8")
    project = Project(root, tmp_path / "cache")
    assert look(project, Memory())[1] == ["punctuation-half-width"]
    off = "suppress:\n  - {rule: punctuation-half-width, reason: 照录原件}\nbyline:"
    story.write_text(wrong.replace("byline:", off), "utf-8")
    assert look(project, Memory())[1] == []
