"""A city's own colours, however its file was damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.tokens import TOKENS_FILE
from generator.read.source import Unreadable
from generator.read.tokens import read_tokens


def write(root: Path, css: str) -> Path:
    file = root / TOKENS_FILE
    file.parent.mkdir(parents=True)
    file.write_text(css, encoding="utf-8")
    return root


@pytest.mark.parametrize(
    "css",
    [
        "@media (prefers-color-scheme:dark){" * 3000,
        ":root{--main:" + "(" * 30_000 + "}",
        ":root{--main:" + "{" * 30_000,
        ":root{--main:" + "[a" * 5000 + "}",
        ":root{--main:" + "calc(" * 2000 + "1" + ")" * 2000 + "}",
    ],
)
def test_brackets_without_end(tmp_path: Path, css: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_tokens(write(tmp_path, css))
    assert caught.value.diagnostic.rule == "file-unreadable"
    assert caught.value.diagnostic.mark.line == 1


@pytest.mark.parametrize(
    "css", ["", ":root{--main:#fff", ":root{\f--main:#fff;\r\f--ink:(x}", "<!--:root{--main:1e999}", "}" * 99]
)
def test_anything_else_is_read(tmp_path: Path, css: str) -> None:
    assert read_tokens(write(tmp_path, css)) is not None
