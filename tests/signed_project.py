"""The same small project in signed mode: everybody has a key, and two chiefs have signed who may review what."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from reviewed_project import PEOPLE, POLICY, STORY, Clone, new_city

from generator.model.diagnostic import Severity
from generator.pipeline.checkpoint import Checkpoint
from generator.pipeline.live_versions import with_live_versions
from generator.pipeline.own_key import make_key
from generator.pipeline.project import Project
from generator.pipeline.reading import read_catalogue
from generator.pipeline.reviews import review
from generator.pipeline.survey import survey
from generator.pipeline.verification import Asked, verify
from generator.review.publication import publication

NOW = datetime(2026, 3, 12, 9)
CHIEFS = ("sun", "li", "head")
HEAD = "- id: head\n  name: 周上级\n  borrowed: true\n"


class SignedCity(Clone):
    """A clone whose people sign. ``keys`` is the folder of their private keys, outside the repository."""

    keys: Path

    def at(self, root: Path) -> SignedCity:
        """The same people at another clone."""
        city = SignedCity(root)
        city.keys = self.keys
        return city

    def signs(self, command: str, who: str, *more: str, entry: str = STORY, today: str = "2026-03-06") -> int:
        """A review command by somebody with her key, committed when it succeeds."""
        return self.review(command, who, "--key", str(self.keys / who), *more, entry=entry, today=today)

    def passes_all(self, today: str = "2026-03-06", entry: str = STORY) -> None:
        """三审三校 by three people."""
        assert self.signs("submit", "chen", entry=entry, today=today) == 0
        for who in ("zhao", "qian", "sun"):
            assert self.signs("pass", who, "--proof", entry=entry, today=today) == 0

    def chief_signs(self, *who: str, today: str = "2026-03-05") -> None:
        """Chiefs sign policy and people as they are; committed."""
        for one in who:
            assert self.zoujin("root", "sign", "--as", one, "--key", str(self.keys / one), "--today", today) == 0
        self.commit("root")

    def chief_signs_sealing(self, *who: str) -> None:
        """The same, with records that came from the time before signatures after all."""
        for one in who:
            assert self.zoujin("root", "sign", "--seal", "--as", one, "--key", str(self.keys / one)) == 0
        self.commit("sealed")

    def change(self, path: str, old: str, new: str) -> None:
        """Replace a text in a file; committed."""
        file = self.root / path
        text = file.read_text("utf-8")
        assert old in text
        self.write(path, text.replace(old, new))
        self.commit("edit")

    def faults(self, *, now: datetime = NOW, checkpoint: Checkpoint | None = None, expected: str = "") -> str:
        """What ``verify`` finds wrong, trusting no cache."""
        project = Project(self.root)
        project.prepare_cache()
        found = verify(project, Asked(now, checkpoint, expected, fresh=True))
        return "\n".join(f"{fault.place}：{fault.what}" for fault in found.faults)

    def checkpoint(self) -> Checkpoint:
        """What somebody keeps who verified the project now."""
        found = verify(Project(self.root), Asked(NOW))
        assert not found.faults and found.checkpoint is not None
        return found.checkpoint

    def readers_see(self) -> str:
        """The summary of the story that readers would see; "" when it is not public, "停" when nothing would be built."""
        project = Project(self.root)
        project.prepare_cache()
        reading = read_catalogue(project, survey(project))
        reviews = review(project, reading)
        verdicts = reviews.verdicts if reviews else None
        live = with_live_versions(project, reading, reviews) if reviews else reading
        problems = [*live.diagnostics, *(reviews.diagnostics if reviews else [])]
        if any(item.severity is Severity.ERROR for item in problems):
            return "停"
        public = publication(live.catalogue, NOW, verdicts, reviewed=reviews is not None).public
        return str(live.catalogue.entries[STORY].meta.summary) if STORY in public else ""


def signed_city(folder: Path) -> SignedCity:
    """A city in ``folder`` with keys beside it; its story has not been submitted."""
    city = keyed_city(folder)
    city.write("content/review/policy.yaml", POLICY.replace("registered", "signed"))
    city.commit("signed")
    city.chief_signs("sun", "li")
    return city


def keyed_city(folder: Path) -> SignedCity:
    """The same before it signs: its people have keys, and only what they register counts."""
    city = SignedCity(new_city(folder / "city").root)
    city.keys = folder / "keys"
    rows = PEOPLE + HEAD
    for who in ("chen", "zhao", "qian", "sun", "li", "zhou", "head"):
        public = make_key(city.keys / who, who)
        chief = "  chief: true\n" if who in CHIEFS else ""
        rows = rows.replace(
            f"- id: {who}\n", f"- id: {who}\n{chief}  keys: [{{key: {' '.join(public.split()[:2])}}}]\n"
        )
    city.write("content/review/people.yaml", rows)
    city.commit("keys")
    return city
