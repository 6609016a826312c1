"""The handbook, typed as printed from its first page to its last."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from generator.cli.main import zoujin
from tools.handbook.classroom import NOT_TYPED, Classroom
from tools.handbook.lessons import FOLDER, PAGES, TypeCommand, course, lessons
from tools.handbook.pictures import PICTURES, shown_pictures

ROOT = Path(__file__).parents[2]
COPIED = [ROOT / "docs" / name for name in ("publishing.md", "media.md")]


@pytest.mark.slow
def test_every_command_does_what_the_page_says(tmp_path: Path) -> None:
    room = Classroom(tmp_path)
    for page in course():
        for lesson in lessons(page):
            wrong = room.do(lesson)
            assert not wrong, wrong
    assert room.typed > 40


def test_every_page_is_in_the_navigation() -> None:
    assert sorted(course()) == sorted(path.relative_to(PAGES).as_posix() for path in PAGES.rglob("*.md"))


def test_commands_stand_in_blocks_that_are_run() -> None:
    """What looks like a command line outside them would never be tried."""
    for page in course():
        outside = re.sub(r"^ *```console.*?^ *```$", "", (PAGES / page).read_text(encoding="utf-8"), flags=re.M | re.S)
        assert not re.search(r"^\s*(\$ |zoujin |git |sudo |pip )", outside, re.M), page


def test_only_installing_is_not_run() -> None:
    typed = [lesson.command for page in course() for lesson in lessons(page) if isinstance(lesson, TypeCommand)]
    assert {command.split()[0] for command in typed} <= {"zoujin", "git", "cd", *NOT_TYPED}


@pytest.mark.parametrize("path", [*sorted(PAGES.rglob("*.md")), *COPIED], ids=lambda path: path.stem)
def test_commands_within_sentences_exist(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for words in re.findall(r"`(zoujin [^`\n]+)`", text):
        group: click.Command = zoujin
        context = click.Context(zoujin)
        for word in shlex.split(words)[1:]:
            if isinstance(group, click.Group) and not word.startswith("-"):
                found = group.get_command(context, word)
                assert found is not None, f"{path.name}: {words}"
                group = found
            elif word.startswith("-"):
                known = {name for option in group.params for name in option.opts} | {"--help", "-h", "--version"}
                assert word.partition("=")[0] in known, f"{path.name}: {words}"


def test_every_picture_is_one_that_the_script_makes() -> None:
    assert shown_pictures() == set(PICTURES)


def test_the_handbook_is_built_without_a_broken_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tools.handbook import __main__ as handbook

    (tmp_path / "mkdocs.yml").write_text(
        (FOLDER / "mkdocs.yml").read_text(encoding="utf-8").replace(".made/pages", "pages"), encoding="utf-8"
    )
    monkeypatch.setattr(handbook, "FOLDER", tmp_path)
    handbook.compose(tmp_path / "pages")
    (tmp_path / "pages/pictures").mkdir()
    for name in shown_pictures():
        (tmp_path / "pages/pictures" / name).write_bytes(b"")
    handbook.build()
    assert "先看这一页" in (tmp_path / "site/index.html").read_text(encoding="utf-8")


def test_a_line_that_goes_on_makes_no_blank_in_chinese() -> None:
    from tools.handbook.__main__ import joined

    assert joined("文件夹生成的。\n文件夹在。\n\n下一段\n```console\n没有。\n问题。\n```\n完。\nEnd") == (
        "文件夹生成的。文件夹在。\n\n下一段\n```console\n没有。\n问题。\n```\n完。\nEnd"
    )


def test_the_reference_has_every_rule_every_command_and_every_state() -> None:
    from generator.cli.main import COMMANDS
    from generator.review.transitions import transitions_table
    from generator.rules.all_rules import RULES
    from tools.handbook.reference import reference_pages

    pages = reference_pages()
    for rule in RULES:
        assert f"rules/{rule}.md" in pages["reference/wrong.md"]
        assert f"reference/rules/{rule}.md" in pages
    for command in COMMANDS:
        assert f"## zoujin {command}" in pages["reference/commands.md"]
    assert transitions_table() in pages["reference/states.md"]
    assert (FOLDER / "mkdocs.yml").read_text(encoding="utf-8").count("reference/") >= 5
