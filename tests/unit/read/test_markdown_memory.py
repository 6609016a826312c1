"""A build parses thousands of texts in one process: none may stay in memory."""

from __future__ import annotations

import subprocess
import sys

import pytest

from generator.read.markdown import parse_body

_PROGRAM = """
from pathlib import Path
from generator.read.markdown import parse_body
text = "志愿者在**社区**为老人[量血压](x)。\\n\\n" * 60

def pages():
    return int(Path("/proc/self/statm").read_text().split()[1])

for _ in range(100):
    parse_body(text, 1)
before = pages()
for _ in range(600):
    parse_body(text, 1)
print((pages() - before) * 4096 // 600)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads the process's size from /proc")
def test_a_parsed_text_is_freed() -> None:
    run = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, timeout=60, check=True)
    assert int(run.stdout) < 2_000, "bytes kept for each text"


def test_html_that_uncovers_html_ends_in_text() -> None:
    """Each pass may bring more HTML to light; after the last one the rest is shown, with the tree that belongs to it."""
    source = (
        "<!--\x00<!--## ://</mark>?>:::\na\n~|\n\n</b>，://::: x\n<!--)</script>雷锋<script>。。```\n"
        "![*<!--\t</script>尾。</script>_。"
    )
    _, body = parse_body(source, 1)
    assert "雷锋" in body.plain and "尾" in body.plain
