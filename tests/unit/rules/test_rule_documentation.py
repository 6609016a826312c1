"""Every rule has its page and its cases, and the page's examples are the cases."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.model.diagnostic import Severity
from generator.read import report as reader
from generator.rules import explanation
from generator.rules.all_rules import RULES
from generator.rules.explanation import explain, overview, page
from generator.rules.registry import TEXT_KINDS

ROOT = Path(__file__).parents[3]
PAGES = ROOT / "docs" / "rules"
CASES = ROOT / "tests" / "rules"
SECTIONS = ["为什么", "错误示例", "正确示例", "可以关掉吗"]
LEVEL = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.ADVICE: "建议"}


def sections(text: str) -> dict[str, list[tuple[str, list[str]]]]:
    """A page's sections by heading, each with its code blocks: language and lines."""
    found: dict[str, list[tuple[str, list[str]]]] = {}
    block: list[str] | None = None
    for line in text.splitlines():
        if line.startswith("```"):
            if block is None:
                block = []
                found[list(found)[-1]].append((line[3:], block))
            else:
                block = None
        elif block is not None:
            block.append(line.strip().removeprefix("- "))
        elif line.startswith("## "):
            found[line[3:]] = []
    assert block is None
    return found


def test_every_rule_has_a_page_and_every_page_a_rule() -> None:
    assert {path.stem for path in PAGES.glob("*.md")} - {"index"} == set(RULES)


def test_every_rule_has_cases_and_every_case_a_rule() -> None:
    folders = {folder.name for folder in CASES.iterdir() if folder.is_dir() and folder.name[0] not in "_."}
    assert folders == set(RULES)
    for rule in RULES:
        assert (CASES / rule / "good").is_dir()
        assert (CASES / rule / "bad" / "expected.txt").is_file()


@pytest.mark.parametrize("rule", RULES)
def test_a_page_has_its_parts(rule: str) -> None:
    text = explain(rule)
    known = RULES[rule]
    assert text.startswith(f"# {rule}：{known.title}\n")
    assert f"级别：{LEVEL[known.severity]}" in text
    assert list(sections(text)) == SECTIONS
    of_entries = known.check_entry is not None or known.check_prose is not None
    may_be_suppressed = not known.binding and of_entries and bool(known.kinds & TEXT_KINDS)
    assert (f"- rule: {rule}" in text) == may_be_suppressed


@pytest.mark.parametrize("rule", RULES)
def test_examples_of_a_page_are_the_cases(rule: str) -> None:
    """Each line shown as YAML or Markdown stands in a file of the case that the tests run."""
    for section, case in (("错误示例", "bad"), ("正确示例", "good")):
        blocks = sections(explain(rule))[section]
        assert blocks
        files = [path for path in (CASES / rule / case).rglob("*") if path.suffix in (".md", ".yaml", ".css")]
        for language, lines in blocks:
            if language != "text":  # such a block shows a folder, or what cannot be shown
                texts = [path.read_text("utf-8").splitlines() for path in files]
                held = [{line.strip().removeprefix("- ") for line in text} for text in texts]
                assert any(present.issuperset(filter(None, lines)) for present in held), (section, lines)


def test_the_readers_weights_are_the_documented_ones() -> None:
    for rule, severity in reader._SEVERITY.items():
        if rule != "file-name":  # a folder's name is an error, a picture's a warning
            assert RULES[rule].severity is severity, rule


def test_every_id_the_reader_uses_is_known() -> None:
    sources = "".join(path.read_text("utf-8") for path in (ROOT / "generator" / "read").glob("*.py"))
    used = set(
        re.findall(
            r'(?:problem\(\s*|_report\(\s*|return |: \(|rule, message, hint = )"([a-z0-9]+(?:-[a-z0-9]+)+)"', sources
        )
    )
    assert len(used) > 20
    assert used <= set(RULES)


def test_ids_are_kebab_case_and_titles_are_one_line_of_chinese() -> None:
    for rule in RULES.values():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", rule.id)
        assert re.search("[一-鿿]", rule.title)
        assert len(rule.title) <= 30 and not rule.title.endswith("。")


def test_an_unknown_id_gets_the_nearest_one() -> None:
    with pytest.raises(KeyError, match="是不是“unknown-station”"):
        explain("unknown-staton")
    with pytest.raises(KeyError, match="zoujin explain"):
        explain("xyzzy")
    assert page("../rules/unknown-station") is None


def test_pages_of_an_installed_wheel_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wheel carries docs/rules beside the package's modules and has no docs folder."""
    (tmp_path / "unknown-station.md").write_text("# 轮子里的页\n", encoding="utf-8")
    monkeypatch.setattr(explanation, "_PLACES", (tmp_path, tmp_path / "nowhere"))
    assert explain("unknown-station") == "# 轮子里的页\n"


def test_the_overview_names_every_rule_in_columns() -> None:
    lines = overview().splitlines()
    assert [line.split()[0] for line in lines] == sorted(RULES)
    assert len({len(line) - len(line.lstrip("abcdefghijklmnopqrstuvwxyz0123456789- ")) for line in lines}) == 1
