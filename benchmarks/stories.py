"""Story *i* of the benchmark corpus: the same in every size, unlike every other."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from .city import (
    CATEGORIES,
    DISTRICTS,
    STORIES_A_PROFILE,
    STORIES_A_STATION,
    Post,
    dice_for,
    organisations,
    person,
    portrait,
    post,
    profile_of,
    themes,
)
from .grammar import grammar, pick

CHARACTERS = 1600
"""About how many characters a story's text has."""

_FIRST_DAY = datetime.fromisoformat("2018-01-01 06:00")
_DAYS = (datetime.fromisoformat("2026-03-12") - _FIRST_DAY).days
_INTO = ("community", "community", "family", "view")
_RIGHTS = ("reprint", "reprint", "reprint", "ask")


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the text: ``kind`` is heading, paragraph or quote.

    Links to other entries stand as ``[title](@story/17)`` or ``[name](@profile/3)``;
    bold is Markdown's. A quote's ``speaker`` is who said it.
    """

    kind: str
    text: str
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """What other pages need to know of a story."""

    number: int
    slug: str
    title: str
    date: datetime
    hero: str
    lane: str
    categories: tuple[str, ...]
    base: Post

    @property
    def id(self) -> str:
        """Folder path: ``stories/2024/lamp-river-00017``."""
        return f"stories/{self.date.year}/{self.slug}"


@dataclass(frozen=True, slots=True)
class Story:
    """A story before it is written in some generator's notation."""

    head: Head
    subtitle: str
    summary: str
    into: str
    organisation: str
    people: tuple[str, ...]
    campaign: str
    byline: str
    source: str
    source_url: str
    rights: str
    with_station: bool
    blocks: tuple[Block, ...]


def _nth(number: int, *lists: tuple[str, ...]) -> str:
    """The ``number``-th combination, in an order that looks random; no two numbers below the product agree."""
    total = 1
    for words in lists:
        total *= len(words)
    place = (number + 1) * 7_368_787 % total  # a prime that divides no list's length, so this is a permutation
    parts = []
    for words in lists:
        place, at = divmod(place, len(words))
        parts.append(words[at])
    return "".join(parts)


@lru_cache(maxsize=4096)
def head(number: int) -> Head:
    """Title, date, place and subject of story ``number``, from 0."""
    dice = dice_for("head", number)
    words = grammar().words
    hero = _nth(number, words["surname"], words["given"], words["given"])
    lane = _nth(number, words["lanehead"], words["lanehead"], words["lanetail"])
    base = post(number // STORIES_A_STATION)
    first = pick(tuple(CATEGORIES), dice)
    second = pick(tuple(CATEGORIES), dice)
    known = _known(hero, lane, base, dice)
    minutes = int(dice.random() * 14 * 60)
    return Head(
        number=number,
        slug=f"{pick(words['slugword'], dice)}-{pick(words['slugword'], dice)}-{number:05d}",
        title=grammar().say("title", known, dice),
        date=_FIRST_DAY + timedelta(days=int(dice.random() * _DAYS), minutes=minutes),
        hero=hero,
        lane=lane,
        categories=(first, second) if second != first and dice.random() < 0.3 else (first,),
        base=base,
    )


def story(number: int) -> Story:
    """Story ``number``, from 0."""
    top = head(number)
    dice = dice_for("text", number)
    known = _known(top.hero, top.lane, top.base, dice)
    people = (portrait(profile_of(number)).id,) if dice.random() < 0.4 else ()
    republished = dice.random() < 0.2
    return Story(
        head=top,
        subtitle=grammar().say("subtitle", known, dice),
        summary=grammar().say("summary", known, dice),
        into=pick(_INTO, dice),
        organisation=pick(tuple(organisations()), dice),
        people=people,
        campaign=_campaign(top.date),
        byline=f"{person(dice)} {person(dice)}" if dice.random() < 0.3 else person(dice),
        source="河湾日报" if republished else "",
        source_url=f"https://news.example/{top.date:%Y/%m%d}/{number}" if republished else "",
        rights=pick(_RIGHTS, dice),
        with_station=dice.random() < 0.75,
        blocks=_blocks(top, known, dice),
    )


def related(top: Head, wanted: int = 4) -> list[Head]:
    """Earlier stories to read next: those of the same station or profile, most shared categories first."""
    start = top.number // STORIES_A_PROFILE * STORIES_A_PROFILE
    around = [head(number) for number in range(max(0, start - wanted), top.number)]
    return sorted(around, key=lambda other: _kinship(top, other), reverse=True)[:wanted]


def _kinship(top: Head, other: Head) -> tuple[int, int]:
    return (2 * (top.base is other.base) + len(set(top.categories) & set(other.categories)), other.number)


def edited(original: Story) -> Story:
    """The story after an editor's second thought: another title and one sentence more at the start."""
    top = original.head
    changed = Head(top.number, top.slug, f"{top.title}（改）", top.date, top.hero, top.lane, top.categories, top.base)
    first = original.blocks[0]
    blocks = (Block(first.kind, f"这一句是后来添上的。{first.text}"), *original.blocks[1:])
    values = {name: getattr(original, name) for name in original.__slots__} | {"head": changed, "blocks": blocks}
    return Story(**values)


def _known(hero: str, lane: str, base: Post, dice: random.Random) -> dict[str, str]:
    return {
        "hero": hero,
        "mate": person(dice),
        "lane": lane,
        "station": base.name,
        "street": base.street.name,
        "district": DISTRICTS[base.street.district],
        "corps": grammar().word("team", dice),
    }


def _campaign(day: datetime) -> str:
    written = day.strftime("%Y-%m-%d")
    return next((theme.id for theme in themes().values() if theme.start <= written <= theme.end), "")


def _blocks(top: Head, known: dict[str, str], dice: random.Random) -> tuple[Block, ...]:
    """Opening, sections under headings, a quotation, a link to an earlier story, closing."""
    say = grammar().say
    sections = 2 + int(dice.random() * 3)
    quote_after = int(dice.random() * sections)
    special = {int(dice.random() * sections): say("emphasis", known, dice)}
    special[sections - 1] = special.get(sections - 1, "") + _link(top, known, dice)
    sentences = _sentences(top.categories[0], known, dice)
    blocks = [Block("paragraph", say("opening", known, dice) + next(sentences))]
    for section in range(sections):
        blocks.append(Block("heading", say("heading", known, dice)))
        goal = CHARACTERS * (section + 1) // sections - 60
        while sum(len(block.text) for block in blocks) < goal:
            paragraph = [next(sentences) for _ in range(2 + int(dice.random() * 3))]
            paragraph.append(special.pop(section, ""))
            blocks.append(Block("paragraph", "".join(paragraph)))
        if section == quote_after:
            blocks.append(Block("quote", say("quote", known, dice), pick((known["hero"], known["mate"]), dice)))
    blocks.append(Block("paragraph", say("closing", known, dice)))
    return tuple(blocks)


def _sentences(category: str, known: dict[str, str], dice: random.Random) -> Iterator[str]:
    """Sentences of the category and of general use, mixed; a template comes back only when all were used."""
    templates = [*grammar().sentences["general"], *grammar().sentences[category]]
    while True:
        templates.sort(key=lambda _: dice.random())
        for template in templates:
            yield grammar().fill(template, known, dice)


def _link(top: Head, known: dict[str, str], dice: random.Random) -> str:
    """A sentence that links to an earlier story or to the profile; "" for the first story."""
    if dice.random() < 0.25:
        number = profile_of(top.number)
        return f"{known['mate']}常提起[{portrait(number).name}](@profile/{number})。"
    if top.number == 0:
        return ""
    target = head(int(dice.random() * top.number))
    return grammar().say("linking", known | {"link": f"[《{target.title}》](@story/{target.number})"}, dice)
