"""Sheets that import others: joined in order, a city's part before ours, mistakes in an editor's words."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest

from generator.engine.theme import ThemeFiles


def files(tmp_path: Path, **folders: dict[str, bytes]) -> ThemeFiles:
    """A theme of folders, each with assets by name."""
    for folder, assets in folders.items():
        for name, content in assets.items():
            target = tmp_path / folder / "assets" / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    return ThemeFiles(tuple(tmp_path / folder for folder in folders), "")


SITE = b'/* order */\n@import "tokens.css";\n@import "components/card.css";\n.last { top: 0; }\n'
CARD = b'/* card */\n\n.card { content: "/* kept */"; }\n@media print {\n  .card { top: 1px; }\n}\n'


def test_parts_stand_in_the_order_of_their_imports_and_are_not_published(tmp_path: Path) -> None:
    theme = files(
        tmp_path,
        ours={"site.css": SITE, "tokens.css": b":root { --a: #fff; /* paper */\n}", "components/card.css": CARD},
    )
    assert list(theme.assets()) == ["site.css"]
    assert theme.content("site.css").decode() == (
        ':root { --a: #fff;\n}\n.card { content: "/* kept */"; }\n@media print {\n.card { top: 1px; }\n}\n.last { top: 0; }\n'
    )


def test_a_part_of_the_city_takes_the_place_of_ours(tmp_path: Path) -> None:
    theme = files(
        tmp_path,
        city={"tokens.css": "\ufeff:root { --a: red; }\r\n/* 颜色 */\r\n".encode("utf-8")},
        ours={"site.css": SITE, "tokens.css": b":root { --a: blue }", "components/card.css": b""},
    )
    assert theme.content("site.css") == b":root { --a: red; }\n.last { top: 0; }\n"


def test_a_part_in_another_encoding_is_passed_on(tmp_path: Path) -> None:
    gbk = "a { content: '走进'; }\n".encode("gbk")
    assert files(tmp_path, ours={"site.css": b'@import "a.css";\n', "a.css": gbk}).content("site.css") == gbk


def test_an_import_of_nothing_is_named(tmp_path: Path) -> None:
    theme = files(tmp_path, ours={"site.css": b'@import "components/gone.css";\n'})
    with pytest.raises(jinja2.TemplateNotFound, match=r"components/gone\.css"):
        theme.content("site.css")


def test_other_assets_are_passed_on_byte_for_byte(tmp_path: Path) -> None:
    assert files(tmp_path, ours={"a.svg": b"  <svg/>\r\n"}).content("a.svg") == b"  <svg/>\r\n"
