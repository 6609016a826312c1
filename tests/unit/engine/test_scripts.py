"""Scripts as they are published."""

from __future__ import annotations

from gzip import compress

import pytest

from generator.engine.scripts import squeezed
from generator.read.theme_folder import built_in_theme

MOST = 15_000
"""Bytes that the scripts of the search may have, compressed all together."""


def test_remarks_and_indentation_are_left_out() -> None:
    source = b"\xef\xbb\xbf// What it does.\r\nconst a = () => {\r\n\r\n  // Why.\r\n  return 'http://x'; // here\r\n};"
    assert squeezed(source) == b"const a = () => {\nreturn 'http://x'; // here\n};\n"


@pytest.mark.parametrize("source", [b"const a = `\n  // kept\n`;\n", b"const a = `x\n  ${b}`;"])
def test_a_script_with_a_text_over_several_lines_stays_as_it_is(source: bytes) -> None:
    assert squeezed(source) == source


def test_the_search_is_small() -> None:
    scripts = sorted((built_in_theme() / "assets").glob("search-*.js"))
    contents = [squeezed(script.read_bytes()) for script in scripts]
    assert len(contents) > 5
    assert len(compress(b"".join(contents))) < MOST
