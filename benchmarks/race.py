"""The race: contenders take turns at the same builds on one file system."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from .contenders import YARDSTICK, Contender
from .output import Output, differences, survey
from .preview import edit_to_visible
from .processes import CommandError, run
from .stories import edited, story

Say = Callable[[str], None]

MEDIA = {"memory": Path("/dev/shm"), "disk": Path(__file__).parent / "work"}
"""File systems by name."""

SCENARIOS = ("cold", "unchanged", "edit", "edit again")
"""Builds in the order in which they follow each other: from nothing; again; after one story's title and text were
changed; after another story's were."""


@dataclass(frozen=True, slots=True)
class Measurement:
    """One build. Seconds and bytes; ``peak`` is 0 where memory was not watched, and ``wall`` counts only then."""

    contender: str
    size: int
    medium: str
    scenario: str
    round: int
    wall: float
    cpu: float
    peak: int = 0
    files: int = 0
    bytes: int = 0
    pages: int = 0
    written: int = 0


class PagesDifferError(Exception):
    """Two contenders that must make the same pages did not; the message says which."""


@dataclass(frozen=True)
class Plan:
    """What to run: who, at which size, where, how often."""

    contenders: Sequence[Contender]
    size: int
    medium: str
    rounds: int
    scenarios: Sequence[str] = SCENARIOS
    memory: bool = True
    preview: bool = False
    strict: bool = True


def race(plan: Plan, say: Say) -> list[Measurement]:
    """Run a plan; every contender has its turn in each round, and the first one changes from round to round.

    Raises ``CommandError`` when a build fails and, for a strict plan, ``PagesDifferError``.
    """
    with tempfile.TemporaryDirectory(prefix="zoujin-race-", dir=MEDIA[plan.medium]) as name:
        track = _Track(plan, Path(name), say)
        for contender in plan.contenders:
            say(f"{plan.size:,} stories, {plan.medium}: writing the project for {contender.name}")
            contender.write_site(track.project(contender), plan.size)
        done = []
        for number in range(plan.rounds):
            start = number % len(plan.contenders)
            for contender in (*plan.contenders[start:], *plan.contenders[:start]):
                if number == 0 or not contender.once:
                    done += track.turn(contender, number)
            if number == 0:
                track.compare_pages()
        for contender in plan.contenders:
            if plan.memory and not contender.once:
                done += track.memory_turn(contender)
            if plan.preview and contender.serve:
                done += track.preview_turn(contender)
            shutil.rmtree(track.project(contender))
        return done


class _Track:
    """One folder in which contenders run, and what their first builds made."""

    def __init__(self, plan: Plan, folder: Path, say: Say) -> None:
        self.plan = plan
        self.folder = folder
        self.say = say
        self.outputs: dict[str, Output] = {}

    def project(self, contender: Contender) -> Path:
        return self.folder / contender.name

    def turn(self, contender: Contender, number: int) -> list[Measurement]:
        """A contender's builds of one round, from a clean project to a clean project."""
        found, touched = [], set()
        for scenario in self.plan.scenarios[:1] if contender.once else self.plan.scenarios:
            touched.add(self._prepare(contender, scenario, number))
            measured = self._build(contender, scenario, number, watch=contender.once)
            found.append(measured)
            self.say(
                f"  {contender.name}: {scenario} {measured.wall:.2f} s (processors {measured.cpu:.2f} s), "
                f"{measured.written:,} of {measured.files:,} files written"
            )
        self._restore(contender, touched)
        return found

    def memory_turn(self, contender: Contender) -> list[Measurement]:
        """A cold build and one edit with memory watched."""
        found, touched = [], set()
        for scenario in ("cold", "edit"):
            touched.add(self._prepare(contender, scenario, self.plan.rounds))
            found.append(self._build(contender, scenario, self.plan.rounds, watch=True))
            self.say(f"  {contender.name}: {scenario}, memory {found[-1].peak / 1e6:,.0f} MB")
        self._restore(contender, touched)
        return found

    def preview_turn(self, contender: Contender) -> list[Measurement]:
        """How long an edit takes to be seen in the contender's preview; nothing when its preview does not work."""
        contender.clean(self.project(contender))
        number = self.plan.size // 2 + 7
        before, after = story(number), edited(story(number))
        try:
            seconds = edit_to_visible(contender, self.project(contender), before, after, self.folder / "serve.log")
        except CommandError as problem:
            self.say(f"  {contender.name}: {problem}")
            return []
        self.say(f"  {contender.name}: edit to visible in the preview {seconds:.2f} s")
        return [Measurement(contender.name, self.plan.size, self.plan.medium, "preview", 0, seconds, 0.0)]

    def compare_pages(self) -> None:
        """Hold the pages of all contenders that must have them against Hugo's."""
        theirs = self.outputs.get(YARDSTICK)
        for contender in self.plan.contenders:
            if theirs is None or contender.name == YARDSTICK:
                continue
            lines = differences(self.outputs[contender.name].pages, theirs.pages, (contender.name, YARDSTICK))
            if lines and contender.same_pages and self.plan.strict:
                raise PagesDifferError("\n".join(lines))
            self.say("\n".join(f"  {line}" for line in lines) or f"  {contender.name}: the same pages as {YARDSTICK}")

    def _prepare(self, contender: Contender, scenario: str, number: int) -> int | None:
        """Bring the project into the state a scenario starts from; returns the number of the story it changed."""
        if scenario == "cold":
            contender.clean(self.project(contender))
        if not scenario.startswith("edit"):
            return None
        chosen = (self.plan.size // 2 + 2 * number + (scenario == "edit again")) % self.plan.size
        contender.write_story(self.project(contender), edited(story(chosen)))
        return chosen

    def _restore(self, contender: Contender, touched: Iterable[int | None]) -> None:
        for number in touched:
            if number is not None:
                contender.write_story(self.project(contender), story(number))

    def _build(self, contender: Contender, scenario: str, number: int, *, watch: bool) -> Measurement:
        project = self.project(contender)
        os.sync()  # what the build before left unwritten must not be on this one's account
        begun = time.time()
        usage = run(contender.command, project, contender.environment(), self.folder / "build.log", watch=watch)
        output = survey(project / contender.output, begun)
        self.outputs.setdefault(contender.name, output)
        return Measurement(
            contender=contender.name,
            size=self.plan.size,
            medium=self.plan.medium,
            scenario=scenario,
            round=number,
            wall=usage.wall,
            cpu=usage.cpu,
            peak=usage.peak,
            files=output.files,
            bytes=output.size,
            pages=len(output.pages),
            written=output.written,
        )
