"""The colours as delivered: complete, readable in every mode, and body text at 7:1."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.model.catalogue import Catalogue, Vocabularies
from generator.model.settings import Settings
from generator.model.tokens import COLOURS, PAIRS, Tokens
from generator.read.tokens import read_tokens
from generator.rules.contrast import colour_of, contrast
from generator.rules.theme_colours import theme_colour, theme_contrast

ROOT = Path(__file__).parents[3]
TODAY = date(2026, 3, 12)
LIGHT, DARK, CHOSEN = frozenset[str](), frozenset({"dark"}), frozenset({"dark-switch"})


@pytest.fixture(scope="module")
def tokens() -> Tokens:
    """The tokens of the program, which are those of a new city."""
    found = read_tokens(ROOT)
    assert found is not None
    return found


def test_every_colour_is_there_and_readable(tokens: Tokens) -> None:
    settings = Settings(city="河湾市", site_name="河湾志愿", description="宣传网站")
    catalogue = Catalogue(settings, Vocabularies(), {}, tokens=tokens)
    assert list(theme_colour(catalogue, TODAY)) == []
    assert list(theme_contrast(catalogue, TODAY)) == []


def test_no_colour_is_left_out_of_the_check(tokens: Tokens) -> None:
    colours = {name for name, written in tokens.under(LIGHT).items() if written.value.startswith("#")}
    assert colours == set(COLOURS)
    assert {name for pair in PAIRS for name in (pair.colour, pair.ground)} == colours - {"gold", "line"}


def test_the_two_places_of_the_dark_scheme_agree(tokens: Tokens) -> None:
    dark, chosen = ({name: each.value for name, each in tokens.under(mode).items()} for mode in (DARK, CHOSEN))
    assert dark == chosen
    assert dark != {name: each.value for name, each in tokens.under(LIGHT).items()}


@pytest.mark.parametrize("mode", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("text", ["ink", "ink-soft", "main-text"])
def test_body_text_has_seven_to_one(tokens: Tokens, mode: frozenset[str], text: str) -> None:
    found = tokens.under(mode)
    colour, ground = colour_of(found[text].value), colour_of(found["paper"].value)
    assert colour is not None and ground is not None
    assert contrast(colour, ground) >= 7
