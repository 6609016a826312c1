"""Each rule finds its mistake and nothing else, and is quiet when the mistake is mended.

``pytest tests/rules --refresh`` writes ``expected.txt`` anew; review the difference.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import EXPECTED, HERE, SOUND, check_case, described, rules_with_cases


def test_the_sound_project_is_sound(tmp_path: Path) -> None:
    assert described(check_case(SOUND, tmp_path)) == ""


@pytest.mark.parametrize("rule", rules_with_cases())
def test_bad_example_is_found(rule: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    diagnostics = check_case(HERE / rule / "bad", tmp_path)
    expected = HERE / rule / "bad" / EXPECTED
    if request.config.getoption("--refresh"):
        expected.write_text(described(diagnostics), encoding="utf-8", newline="\n")
    assert {diagnostic.rule for diagnostic in diagnostics} == {rule}
    assert described(diagnostics) == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("rule", rules_with_cases())
def test_good_example_is_clean(rule: str, tmp_path: Path) -> None:
    assert described(check_case(HERE / rule / "good", tmp_path)) == ""
