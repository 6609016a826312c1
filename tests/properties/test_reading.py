"""No file that anybody can write makes reading fail: every outcome is a diagnostic in its place, or an entry."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from checked_project import check_project
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model.diagnostic import Diagnostic
from generator.model.photo import PhotoFile
from generator.read.bundle import read_bundle
from generator.read.registers import read_registers
from generator.read.source import Unreadable, decode
from generator.read.tree import scan_tree
from generator.rules.all_rules import RULES

ROOT = Path(__file__).parents[2]
STORIES = sorted((ROOT / "stories").glob("*/*/index.md"))
OTHERS = sorted((ROOT / "content").glob("*/*/index.md")) + sorted((ROOT / "content").glob("*/*/*/index.md"))
SAMPLES = [path.relative_to(ROOT).as_posix() for path in (*STORIES[:2], *OTHERS[::4])]
STATIONS = (ROOT / "stations.yaml").read_bytes()
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def read(root: Path, path: str, data: bytes) -> list[Diagnostic]:
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    if path == "stations.yaml":
        found = [item for item in read_registers(root).diagnostics if item.path == path]
    else:
        tree = scan_tree(root)
        (bundle,) = tree.bundles.values()
        outcome = read_bundle(root, bundle, _no_photo)
        found = list(outcome.diagnostics)
        errors = [item for item in found if item.severity == "error"]
        assert (outcome.entry is None) == bool(errors)
    _judge(found, data)
    return found


def _judge(found: list[Diagnostic], data: bytes) -> None:
    try:
        lines = decode("x", data).text.split("\n")
    except Unreadable:
        lines = None
    for item in found:
        assert item.rule in RULES
        assert re.search("[一-鿿]", item.message), item
        assert len(item.message) < 400 and len(item.hint) < 600, item
        if lines is None or not item.mark.line:
            continue
        assert 1 <= item.mark.line <= len(lines), item
        assert item.mark.column - 1 <= len(lines[item.mark.line - 1]), item
        assert item.mark.length >= 1


def _no_photo(path: Path) -> PhotoFile:
    raise AssertionError(path)


def _sample(path: str) -> bytes:
    return (ROOT / path).read_bytes()


@pytest.mark.parametrize("path", SAMPLES)
def test_samples_are_sound(path: str, tmp_path: Path) -> None:
    assert read(tmp_path, path, _sample(path)) == []


@pytest.mark.parametrize("path", SAMPLES[:4])
def test_cut_off_anywhere(path: str, tmp_path: Path) -> None:
    data = _sample(path)
    metadata_ends = data.index(b"\n---", 4) + 8
    for length in (*range(metadata_ends), *range(metadata_ends, len(data), 97)):
        read(tmp_path, path, data[:length])


@QUICK
@given(path=st.sampled_from(SAMPLES), flips=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 7)), max_size=8))
def test_flipped_bits(path: str, flips: list[tuple[float, int]], tmp_path_factory: pytest.TempPathFactory) -> None:
    data = bytearray(_sample(path))
    for place, bit in flips:
        data[int(place * min(len(data), 900))] ^= 1 << bit
    read(tmp_path_factory.mktemp("flips"), path, bytes(data))


@pytest.mark.parametrize("path", SAMPLES)
@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "big5"])
def test_other_encodings(path: str, encoding: str, tmp_path: Path) -> None:
    (item,) = read(tmp_path, path, _sample(path).decode().encode(encoding, "replace"))
    expected = (
        {"encoding-utf16", "text-control-characters"} if "16" in encoding or "32" in encoding else {"encoding-not-utf8"}
    )
    assert item.rule in expected


LINES = st.one_of(
    st.sampled_from(
        [
            "title: 夜班", "date: 2026-03-06", "into: community", "categories: [mutual-aid]", "photos:", "  - file: a.jpg",
            "- a", "  - - b", "? c", ": d", "a: &x [*x]", "<<: *x", "e: !!python/name:os", "f: |", "g: >-", "---", "...", "%YAML 1.2",
            "\th: i", "j：k", "“l”: m", "n: 'o", 'p: "q', "r: [s, {t: u", "}]", "# v", "w: #x", "y: @z", "　a: b", "\xa0c: d",
            "suppress:", "  rule: x", "source: 河湾日报", "categories: ［a，b］", "code: 1e11", "embargo: 24:00", "", " ", "———",
        ]
    ),
    st.text(max_size=30),
    st.from_regex(r"[ ]{0,6}(- )?[a-z_]{1,8}: ?.{0,20}", fullmatch=True),
)  # fmt: skip


@QUICK
@given(lines=st.lists(LINES, max_size=14), body=st.text(max_size=40))
def test_random_metadata(lines: list[str], body: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    text = "\n".join(["---", *lines, "---", body])
    read(tmp_path_factory.mktemp("lines"), "stories/2026/night-bus/index.md", text.encode("utf-8", "surrogatepass"))


@QUICK
@given(lines=st.lists(LINES, max_size=14))
def test_random_stations(lines: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    text = "\n".join(["- id: binhe", *lines]).encode("utf-8", "surrogatepass")
    read(tmp_path_factory.mktemp("stations"), "stations.yaml", text)


@QUICK
@given(start=st.integers(0, len(STATIONS)), length=st.integers(0, 60), other=st.binary(max_size=20))
def test_mutilated_stations(start: int, length: int, other: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    data = STATIONS[:start] + other + STATIONS[start + length :]
    read(tmp_path_factory.mktemp("stations"), "stations.yaml", data[:20_000])


@QUICK
@given(data=st.binary(max_size=300))
def test_random_bytes(data: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    read(tmp_path_factory.mktemp("bytes"), "stories/2026/night-bus/index.md", data)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(lines=st.lists(LINES, max_size=10), body=st.text(max_size=60))
def test_whole_check(lines: list[str], body: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    root = tmp_path_factory.mktemp("project")
    for path, text in {
        "stories/2026/a/index.md": "\n".join(["---", *lines, "---", body]),
        "stories/2026/b/index.md": "\n".join(["---", "title: x", *lines, "---", f"# {body}"]),
        "stations.yaml": "\n".join(["- id: a", *lines]),
        "content/categories.yaml": "\n".join(lines),
        "content/settings.yaml": "\n".join(["city: x", *lines]),
    }.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode("utf-8", "surrogatepass"))
    diagnostics = check_project(root, date(2026, 3, 12)).diagnostics
    assert {item.rule for item in diagnostics} <= RULES.keys()
    assert diagnostics == sorted(diagnostics, key=lambda item: item.sort_key)
    assert len(set(diagnostics)) == len(diagnostics)


BOMBS = {
    "brackets": "a: " + "[" * 100_000,
    "braces": "a: " + "{" * 100_000,
    "dashes": "a:\n" + "- " * 50_000,
    "dashes and tabs": "a:\n" + "-\t" * 50_000,
    "questions": "? " * 50_000,
    "questions and dashes": "? - " * 25_000,
    "anchors": "a:\n" + "- &a " * 25_000,
    "deep blocks": "\n".join(" " * depth + "k:" for depth in range(1500)),
    "deep lists": "a:\n" + "\n".join(" " * depth + "-" for depth in range(1500)),
    "itself": "a: &a [*a]",
    "laughs": "a: &a [x, x]\n"
    + "\n".join(f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]" for n in range(20)),
    "digits": "took_part: " + "1" * 1_000_000,
    "exponent": "took_part: 1e999999999",
    "colons": ":" * 1_000_000,
    "keys": "\n".join(f"k{n}: v" for n in range(20_000)),
    "items": "people:\n" + "\n".join(f"- K{n}" for n in range(20_000)),
    "twins": "\n".join("a: b" for _ in range(20_000)),
    "comments": "\n".join(f"a{n}: b #c" for n in range(20_000)),
    "open quote": 'a: "' + "x\n" * 100_000,
    "open brackets on many lines": "\n".join("a: [" for _ in range(30_000)),
    "tabs": "\n".join("\ta: b" for _ in range(30_000)),
    "wide colons": "\n".join("键：值" for _ in range(30_000)),
    "blanks": " " * 1_500_000,
    "bangs": "a: " + "!" * 500_000,
    "escapes": 'a: "' + "\\u4e00" * 200_000 + '"',
    "five megabytes": "a: " + "x" * 5_000_000,
}
_READ = """
import sys, time
from pathlib import Path
from generator.read.bundle import read_bundle
from generator.read.registers import read_registers
from generator.read.tree import scan_tree
for root in map(Path, sys.argv[1:]):
    begun = time.process_time()
    for bundle in scan_tree(root).bundles.values():
        outcome = read_bundle(root, bundle, None)
        assert outcome.entry is None and outcome.diagnostics, root
    assert read_registers(root).diagnostics
    spent = time.process_time() - begun
    print(root.name, round(spent, 1), flush=True)
    assert spent < 20, (root.name, spent)
"""


@pytest.mark.slow
def test_bombs_do_not_crash_the_process(tmp_path: Path) -> None:
    roots = []
    for name, text in BOMBS.items():
        root = tmp_path / name.replace(" ", "-")
        (root / "stories/2026/bomb").mkdir(parents=True)
        (root / "stories/2026/bomb/index.md").write_text(f"---\n{text}\n---\n正文\n", "utf-8")
        (root / "stations.yaml").write_text(text, "utf-8")
        roots.append(str(root))
    done = subprocess.run(
        [sys.executable, "-c", _READ, *roots], cwd=ROOT, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stdout[-300:] + done.stderr[-2000:]
    assert len(done.stdout.splitlines()) == len(BOMBS)
