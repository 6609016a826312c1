"""The reporters: what people read, and what other programs accept."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from generator.model.diagnostic import WHOLE_FILE, Diagnostic, Mark, Severity
from generator.report.formats import FORMATS
from generator.report.reporter import under
from generator.report.text import report_text

STORY = "stories/2026/night-bus/index.md"
SOURCE = "---\ntitle: 夜班公交末站的热水\nstation: binhe-nihgt\n---\n"
UNKNOWN = Diagnostic(
    STORY,
    Mark(3, 10, 11),
    "unknown-station",
    Severity.ERROR,
    "志愿服务站“binhe-nihgt”不在 stations.yaml 中。",
    "是不是“binhe-night”？",
)
LONG = Diagnostic(STORY, Mark(2, 8, 9), "title-long", Severity.ADVICE, "标题有 35 字。")
MISSING = Diagnostic("content/settings.yaml", WHOLE_FILE, "settings-missing", Severity.ERROR, "缺少站点设置。")
UNUSED = Diagnostic(
    "stories/图 片,100%.md", Mark(4, 0), "photo-unused", Severity.WARNING, "没有用到。\n第二行", "删掉。"
)
ALL = [UNKNOWN, LONG, MISSING, UNUSED]


def sources(path: str) -> str | None:
    return SOURCE if path == STORY else None


def test_text_shows_place_words_line_and_hint() -> None:
    assert report_text([UNKNOWN], sources) == (
        "stories/2026/night-bus/index.md:3:10: error[unknown-station]\n"
        "  志愿服务站“binhe-nihgt”不在 stations.yaml 中。\n"
        "  3 │ station: binhe-nihgt\n"
        "    │          ^^^^^^^^^^^\n"
        "  提示：是不是“binhe-night”？\n"
        "\n"
        "共 1 个错误，在 1 个文件里。\n"
        "想知道为什么、怎么改：zoujin explain unknown-station\n"
    )


def test_text_is_sorted_by_file_and_place_and_counts() -> None:
    text = report_text(ALL, sources)
    places = re.findall(r"^(\S.*?): (?:error|warning|advice)\[", text, re.MULTILINE)
    assert places == ["content/settings.yaml", f"{STORY}:2:8", f"{STORY}:3:10", "stories/图 片,100%.md:4"]
    assert "共 2 个错误、1 个警告、1 个建议，在 3 个文件里。" in text


def test_text_of_nothing() -> None:
    assert report_text([], sources) == "没有发现问题。\n"


def test_one_cause_is_told_once() -> None:
    paths = [f"stories/2026/s{number}/index.md" for number in range(6)]
    same = [Diagnostic(path, Mark(3, 10), "unknown-station", Severity.ERROR, "没有。", "改。") for path in paths]
    text = report_text([*reversed(same), same[0]], sources)
    assert text.count("error[unknown-station]") == 1
    assert text.startswith(f"{paths[0]}:3:10: ")
    assert f"  另有 5 处：{paths[1]}:3:10、{paths[2]}:3:10、{paths[3]}:3:10 等\n" in text
    assert "共 6 个错误，在 6 个文件里。" in text


def test_a_file_with_thousands_of_problems_is_read_once() -> None:
    read: list[str] = []

    def long(path: str) -> str:
        read.append(path)
        return "k: v\n" * 3000

    places = [
        Diagnostic(STORY, Mark(n, 1), "schema-unknown-key", Severity.ERROR, f"没有“k{n}”这个键。")
        for n in range(1, 3001)
    ]
    assert report_text(places, long).count(" │ k: v") == 3000
    assert len(read) == 1


def test_colour_changes_nothing_but_colour() -> None:
    plain, coloured = report_text(ALL, sources), report_text(ALL, sources, colour=True)
    assert "\033[31m" in coloured
    assert re.sub(r"\033\[\d+m", "", coloured) == plain


def test_no_file_can_send_commands_to_the_terminal() -> None:
    evil = Diagnostic("stories/\033[2J/index.md", Mark(1, 1), "file-name", Severity.ERROR, "名字\033]0;x\a不好\n\r换行")
    text = report_text([evil], lambda _path: "\033[31m红\n")
    assert "\033" not in text and "\a" not in text and "\r" not in text
    assert "换行" in text


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_takes_anything(name: str) -> None:
    """Names that are no Unicode (written in GBK on Linux) included: what comes out can be written as UTF-8."""
    odd = Diagnostic(
        "stories/\udcd2\udcb9/index.md", Mark(999, 999, 999), "no-such-rule", Severity.WARNING, "”\x00\udc80"
    )
    for given in ([], [odd], [*ALL, odd]):
        FORMATS[name](given, sources).encode("utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_independent_of_order_and_repetition(name: str) -> None:
    assert FORMATS[name](ALL, sources) == FORMATS[name]([*reversed(ALL), UNKNOWN], sources)


def test_json_has_the_documented_shape() -> None:
    report = json.loads(FORMATS["json"](ALL, sources))
    assert report["version"] == 1
    assert report["summary"] == {"error": 2, "warning": 1, "advice": 1}
    assert report["diagnostics"][2] == {
        "path": STORY,
        "line": 3,
        "column": 10,
        "length": 11,
        "rule": "unknown-station",
        "severity": "error",
        "message": UNKNOWN.message,
        "hint": UNKNOWN.hint,
        "instead": None,
    }


def sarif(diagnostics: list[Diagnostic]) -> Any:
    return json.loads(FORMATS["sarif"](diagnostics, sources))


@pytest.fixture(scope="module")
def validator() -> Draft4Validator:
    schema = json.loads(Path(__file__).with_name("sarif-2.1.0.schema.json").read_text("utf-8"))
    return Draft4Validator(schema)


@pytest.mark.parametrize("diagnostics", [[], ALL], ids=["nothing", "everything"])
def test_sarif_is_valid(diagnostics: list[Diagnostic], validator: Draft4Validator) -> None:
    validator.validate(sarif(diagnostics))


def test_the_sarif_schema_refuses_what_is_wrong(validator: Draft4Validator) -> None:
    report = sarif(ALL)
    report["runs"][0]["results"][0]["level"] = "advice"
    assert not validator.is_valid(report)


def test_a_certain_replacement_is_passed_on(validator: Draft4Validator) -> None:
    comma = Diagnostic(STORY, Mark(3, 4), "punctuation-half-width", Severity.WARNING, "英文逗号。", "改。", "，")
    assert "其中 1 处只是标点和空格，程序能代您改：zoujin tidy\n" in report_text([comma, UNKNOWN], sources)
    assert "tidy" not in report_text([UNKNOWN], sources)
    assert json.loads(FORMATS["json"]([comma], sources))["diagnostics"][0]["instead"] == "，"
    report = sarif([comma])
    validator.validate(report)
    (fix,) = report["runs"][0]["results"][0]["fixes"]
    (replacement,) = fix["artifactChanges"][0]["replacements"]
    assert replacement["insertedContent"] == {"text": "，"}
    assert replacement["deletedRegion"] == {"startLine": 3, "startColumn": 4, "endColumn": 5}


def test_sarif_names_rules_with_their_pages() -> None:
    run = sarif(ALL)["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        rule = rules[result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
        assert rule["help"]["markdown"].startswith(f"# {rule['id']}：{rule['shortDescription']['text']}")
    assert [result["level"] for result in run["results"]] == ["error", "note", "error", "warning"]


def test_sarif_places() -> None:
    locations = [result["locations"][0]["physicalLocation"] for result in sarif(ALL)["runs"][0]["results"]]
    assert "region" not in locations[0]
    assert locations[2]["region"] == {"startLine": 3, "startColumn": 10, "endColumn": 21}
    assert locations[3]["region"] == {"startLine": 4}
    assert locations[3]["artifactLocation"]["uri"] == "stories/%E5%9B%BE%20%E7%89%87%2C100%25.md"


def test_github_escapes_as_the_runner_expects() -> None:
    lines = FORMATS["github"](ALL, sources).splitlines()
    assert lines[0] == "::error file=content/settings.yaml,title=settings-missing::缺少站点设置。"
    assert lines[2] == (
        f"::error file={STORY},line=3,col=10,endColumn=21,title=unknown-station::{UNKNOWN.message}%0A提示：{UNKNOWN.hint}"
    )
    assert lines[3] == (
        "::warning file=stories/图 片%2C100%25.md,line=4,title=photo-unused::没有用到。%0A第二行%0A提示：删掉。"
    )
    assert [line.split(" ")[0] for line in lines] == ["::error", "::notice", "::error", "::warning"]


def test_gitlab_has_the_fields_it_reads() -> None:
    issues = json.loads(FORMATS["gitlab"](ALL, sources))
    assert [issue["severity"] for issue in issues] == ["major", "info", "major", "minor"]
    assert issues[0]["location"] == {"path": "content/settings.yaml", "lines": {"begin": 1}}
    assert issues[2]["check_name"] == "unknown-station"


def test_gitea_gets_a_review_without_advice() -> None:
    review = json.loads(FORMATS["gitea"](ALL, sources))
    assert review["event"] == "COMMENT"
    assert review["body"].startswith("走进检查了这次改动：2 处错误，1 处警告。")
    assert "`content/settings.yaml` **错误**（settings-missing）缺少站点设置。" in review["body"]
    assert [(item["path"], item["new_position"]) for item in review["comments"]] == [
        (STORY, 3), ("stories/图 片,100%.md", 4),
    ]  # fmt: skip
    assert review["comments"][0]["body"].endswith(f"\n\n提示：{UNKNOWN.hint}")
    assert FORMATS["gitea"]([LONG], sources) == "", "nothing is posted where nothing is wrong"
    many = [Diagnostic(STORY, Mark(line, 1), "link-broken", Severity.ERROR, "没有。") for line in range(1, 41)]
    review = json.loads(FORMATS["gitea"](many, sources))
    assert (len(review["comments"]), review["body"].count("link-broken")) == (30, 10), "the rest stands in the text"


def test_fingerprints_survive_new_lines_above_and_tell_twins_apart() -> None:
    def fingerprints(lines: tuple[int, ...]) -> list[str]:
        given = [Diagnostic(STORY, Mark(line, 1), "link-broken", Severity.ERROR, "没有。") for line in lines]
        return [issue["fingerprint"] for issue in json.loads(FORMATS["gitlab"](given, sources))]

    assert fingerprints((10, 20)) == fingerprints((14, 27))
    assert len(set(fingerprints((10, 20)))) == 2


def test_paths_limit_the_report_by_whole_steps() -> None:
    def paths(*prefixes: str) -> list[str]:
        return [diagnostic.path for diagnostic in under(ALL, prefixes)]

    assert paths("stories/2026") == [STORY, STORY]
    assert paths("stories/2026/night-bus/", "./content") == [STORY, STORY, "content/settings.yaml"]
    assert paths("stories\\2026\\night-bus\\index.md") == [STORY, STORY]
    assert paths("stories/20") == []
    assert len(paths()) == len(paths(".")) == 4


def _outside(number: int, of: int = 0) -> Diagnostic:
    message = f"坐标（经度 {100 + number}.5，纬度 2{of}.0）不在本市范围内。"
    return Diagnostic("stations.yaml", Mark(number, 3), "station-coordinates", Severity.ERROR, message, "核对。")


def test_many_messages_that_differ_in_numbers_are_one_cause() -> None:
    text = report_text([_outside(number) for number in range(1, 31)], sources)
    assert text.count("不在本市范围内") == 1
    assert "另有 29 处：stations.yaml:2:3" in text
    assert "共 30 个错误" in text


def test_a_few_messages_and_those_with_other_names_stay_apart() -> None:
    few = [_outside(number) for number in range(1, 4)]
    assert report_text(few, sources).count("不在本市范围内") == 3
    named = [
        Diagnostic("a.md", Mark(number, 1), "photo-missing", Severity.ERROR, f"没有图片“{number}.jpg”。", "放进来。")
        for number in range(1, 9)
    ]
    assert report_text(named, sources).count("没有图片") == 8
