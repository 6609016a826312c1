"""Word files as districts hand them in, and what becomes of each: one readable file a case."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from documents import word_file

from generator.intake.prepare import Prepared, prepare
from generator.read.markdown import parse_body

CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    case: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    made = prepare("稿件.docx", word_file(case["文档"]), [], lambda _: None)
    assert made.body == case["正文"]
    assert (made.title, made.unit, made.contributor) == (case["题目"], case["单位"], case["通讯员"])
    assert photo_lines(made) == case["图片"]
    assert list(made.losses) == case["没有带过来"]
    assert not parse_body(made.body, 1)[0].defects


def photo_lines(made: Prepared) -> list[str]:
    """The pictures as the cases write them."""
    return [f"{line.file}｜{line.caption}｜{line.credit}" for line in made.photos]
