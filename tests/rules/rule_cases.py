"""A rule's cases: small projects in folders, with what is expected of them in ``expected.txt``.

``tests/rules/RULE/bad`` holds the files that differ from the sound project in
``tests/rules/_project``; everything it makes ``zoujin check`` say stands in its
``expected.txt``. ``good`` is the same with the mistake mended: nothing is said.

What cannot be kept in a repository stands in ``files.txt``, one line each:
``大文件 PATH BYTES``, ``快捷方式 PATH -> TARGET``, ``文件夹 PATH``, ``删除 PATH``.

A folder ``_before`` holds files that the project had in an earlier commit and no longer has.
"""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from pathlib import Path

from checked_project import check_project

from generator.model.diagnostic import Diagnostic
from generator.report.text import location

HERE = Path(__file__).parent
SOUND = HERE / "_project"
TODAY = date(2026, 3, 12)
EXPECTED, RECIPE, BEFORE = "expected.txt", "files.txt", "_before"


def rules_with_cases() -> list[str]:
    """The ids that have a folder here."""
    return sorted(folder.name for folder in HERE.iterdir() if folder.is_dir() and folder.name[0] not in "_.")


def check_case(case: Path, work: Path) -> list[Diagnostic]:
    """What checking the case's project says; ``work`` is an empty folder for it."""
    project = work / "project"
    shutil.copytree(SOUND, project)
    if (case / BEFORE).is_dir():
        _commit(case / BEFORE, project)
    shutil.copytree(case, project, dirs_exist_ok=True, ignore=shutil.ignore_patterns(BEFORE))
    (project / EXPECTED).unlink(missing_ok=True)
    recipe = project / RECIPE
    if recipe.exists():
        lines = recipe.read_text(encoding="utf-8").splitlines()
        recipe.unlink()
        for line in lines:
            _follow(line, project)
    return check_project(project, TODAY).diagnostics


def _commit(before: Path, project: Path) -> None:
    """Put ``before`` into the project's history, and take it away from its folders."""
    shutil.copytree(before, project, dirs_exist_ok=True)
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "before"]):
        names = ["-c", "user.name=test", "-c", "user.email=test@hewan.example", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", "-C", str(project), *names, *command], check=True)
    for path in before.rglob("*"):
        if path.is_file():
            shutil.rmtree((project / path.relative_to(before)).parent)


def _follow(line: str, project: Path) -> None:
    verb, path, *rest = line.split()
    target = project / path
    if verb != "大文件" and target.is_file():
        target.unlink()
    target.parent.mkdir(parents=True, exist_ok=True)
    match verb:
        case "大文件":
            with target.open("ab") as file:
                file.truncate(int(rest[0]))
        case "快捷方式":
            target.symlink_to(project / rest[1])
        case "文件夹":
            target.mkdir()
        case "删除":
            assert not target.exists()
        case _:
            raise ValueError(f"{RECIPE} does not know {verb}")


def described(diagnostics: list[Diagnostic]) -> str:
    """Diagnostics as ``expected.txt`` holds them: place, weight and rule, then message and hint."""
    blocks = []
    for diagnostic in diagnostics:
        lines = [f"{location(diagnostic.path, diagnostic.mark)}: {diagnostic.severity}[{diagnostic.rule}]"]
        lines += [f"  {diagnostic.message}"] + ([f"  提示：{diagnostic.hint}"] if diagnostic.hint else [])
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)
