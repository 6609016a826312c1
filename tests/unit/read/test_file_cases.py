"""What real people's files contain, and what they are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from file_cases import FileCase, cases_in, diagnose, tell, written

from generator.rules.all_rules import RULES

HOMES = sorted((Path(__file__).parent / "cases").glob("*.cases.txt"))
CASES = [case for home in HOMES for case in cases_in(home)]


def test_there_are_cases() -> None:
    assert len(CASES) > 100
    assert len({(case.home, case.name) for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.home.name.split('.')[0]}: {case.name}")
def test_file(case: FileCase, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    diagnostics = diagnose(case, tmp_path)
    told = tell(diagnostics, tmp_path)
    if request.config.getoption("--refresh"):
        _refresh(case, told)
        return
    assert told == case.told
    assert {item.rule for item in diagnostics} <= RULES.keys()


def _refresh(case: FileCase, told: str) -> None:
    cases = cases_in(case.home)
    now = [told if other.name == case.name else other.told for other in cases]
    case.home.write_text(written(cases, now), "utf-8", newline="\n")
