"""What templates print, and that calls reach functions as they are written."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest
from markupsafe import Markup

from generator.engine.environment import SiteEnvironment


def render(tmp_path: Path, source: str, **values: object) -> str:
    environment = SiteEnvironment(jinja2.DictLoader({"page.html": source}), tmp_path / "templates", "1")
    return environment.get_template("page.html").render(values)


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("<b>\"雷锋\" & '我们'</b>", "&lt;b&gt;&#34;雷锋&#34; &amp; &#39;我们&#39;&lt;/b&gt;"),
        (Markup("<b>&amp;</b>"), "<b>&amp;</b>"),
        (7, "7"),
        (None, "None"),
    ],
)
def test_what_is_no_markup_is_escaped_once(tmp_path: Path, value: object, printed: str) -> None:
    assert render(tmp_path, "{{ value }}", value=value) == printed
    assert render(tmp_path, "{% set kept %}{{ value }}{% endset %}{{ kept }}", value=value) == printed
    assert render(tmp_path, "{% macro show(it) %}{{ it }}{% endmacro %}{{ show(value) }}", value=value) == printed
    assert render(tmp_path, "{{ value|safe }}", value=str(value)) == str(value)


def test_functions_are_called_in_loops_blocks_and_macros(tmp_path: Path) -> None:
    source = (
        "{% macro frame(title) %}<{{ title }}>{{ caller() }}{% endmacro %}"
        "{% block main %}{% for item in items %}{{ join(item, end='!') }}{% endfor %}{% endblock %}"
        "{% call frame('走') %}{{ join('进') }}{% endcall %}"
    )

    def join(item: str, end: str = "") -> str:
        return item + end

    assert render(tmp_path, source, items=["甲", "乙"], join=join) == "甲!乙!<走>进"


def test_an_unknown_function_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(jinja2.UndefinedError):
        render(tmp_path, "{{ nothing('here') }}")
