"""The harness around the contenders: measuring, counting pages, writing results."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from benchmarks import tables
from benchmarks.contenders import CONTENDERS
from benchmarks.output import differences, kinds, survey
from benchmarks.processes import CommandError, run
from benchmarks.race import Measurement


def python(folder: Path, program: str, *, watch: bool = False):  # type: ignore[no-untyped-def]
    return run([sys.executable, "-c", program], folder, os.environ, folder / "log", watch=watch)


def test_a_run_measures_time_and_the_memory_of_children(tmp_path: Path) -> None:
    program = (
        "import os, time\npid = os.fork()\nheld = bytearray(b'x') * 60_000_000\ntime.sleep(0.5)\nif pid: os.wait()\n"
    )
    usage = python(tmp_path, program, watch=True)
    assert usage.wall >= 0.5
    assert 115e6 < usage.peak < 200e6


def test_shared_memory_counts_once(tmp_path: Path) -> None:
    program = (
        "import os, time\nheld = bytearray(b'x') * 80_000_000\npid = os.fork()\ntime.sleep(0.4)\nif pid: os.wait()\n"
    )
    assert 75e6 < python(tmp_path, program, watch=True).peak < 130e6


def test_processor_time_of_children_counts(tmp_path: Path) -> None:
    program = (
        "import os, time\npid = os.fork()\n"
        "if not pid:\n    end = time.process_time() + 0.3\n    while time.process_time() < end: pass\n    os._exit(0)\n"
        "os.wait()\n"
    )
    assert python(tmp_path, program).cpu >= 0.3


def test_a_failing_build_says_what_it_printed(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"(?s)ended with 3.*a template is missing"):
        python(tmp_path, "print('a template is missing'); raise SystemExit(3)")


def test_pages_are_counted_by_kind(tmp_path: Path) -> None:
    for name in ("index.html", "stories/index.html", "stories/page/2/index.html", "stories/2024/a/index.html",
                 "months/2024-01/index.html", "assets/site.css", "404.html"):  # fmt: skip
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x" * 10)
    output = survey(tmp_path)
    assert (output.files, output.size) == (7, 70)
    assert kinds(output.pages) == {"home": 1, "all stories": 2, "story": 1, "months": 1, "404.html": 1}


def test_written_files_are_those_newer_than_the_start(tmp_path: Path) -> None:
    for name, when in (("old", 1000.0), ("new", 2000.0)):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (when, when))
    assert survey(tmp_path, 1500.0).written == 1


def test_differing_pages_are_named() -> None:
    mine = frozenset({"", "stories/2024/a/", "months/2024-01/"})
    theirs = frozenset({"", "stories/2024/a/", "stories/2024/b/"})
    assert differences(mine, theirs, ("one", "two")) == [
        "only one: 1 × months, such as /months/2024-01/",
        "only two: 1 × story, such as /stories/2024/b/",
    ]
    assert differences(mine, mine, ("one", "two")) == []


def measured(contender: str, scenario: str, number: int, wall: float, peak: int = 0) -> Measurement:
    return Measurement(contender, 1000, "memory", scenario, number, wall, wall, peak, 10, 5_000_000, 8, 10)


def test_ratios_are_taken_within_a_round() -> None:
    found = [
        measured("zoujin", "cold", 0, 2.0), measured("hugo", "cold", 0, 4.0),
        measured("zoujin", "cold", 1, 3.0), measured("hugo", "cold", 1, 2.0),
        measured("zoujin", "cold", 2, 1.0), measured("hugo", "cold", 2, 1.0),
        measured("zoujin", "cold", 3, 9.0, peak=50_000_000), measured("hugo", "cold", 3, 9.0, peak=100_000_000),
    ]  # fmt: skip
    text = tables.tables(found)
    assert "| zoujin | 2.00 s (**1.00**, 0.50–1.50) |" in text
    assert "50 MB (0.50)" in text
    assert "| hugo | 2.00 s |" in text


def test_a_section_replaces_the_one_of_its_title(tmp_path: Path) -> None:
    file = tmp_path / "RESULTS.md"
    tables.record(file, "Small", "first")
    tables.record(file, "Large", "second")
    tables.record(file, "Small", "third")
    assert file.read_text(encoding="utf-8") == "# Results\n\n## Small\n\nthird\n\n## Large\n\nsecond\n"


@pytest.mark.slow  # about 2 s: one build of a small site
def test_without_search_only_the_index_is_left_out(tmp_path: Path) -> None:
    contender = CONTENDERS["zoujin-without-search"]
    contender.write_site(tmp_path / "project", 3)
    run(contender.command, tmp_path / "project", contender.environment(), tmp_path / "log")
    assert len(survey(tmp_path / "project/site").pages) > 20
    assert [path.name for path in (tmp_path / "project/site/search").iterdir()] == ["index.html"]
