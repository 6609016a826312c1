"""The notice's three "goes-into" as sections: which stories, activities and profiles belong to each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.model.catalogue import Entry
from generator.model.entries import ProfileKind
from generator.model.parts import Into


@dataclass(frozen=True, slots=True)
class IntoSection:
    """One section: stories and profiles newest first, coming activities soonest first."""

    stories: list[Entry] = field(default_factory=list)
    upcoming: list[Entry] = field(default_factory=list)
    profiles: list[Entry] = field(default_factory=list)

    @property
    def any(self) -> bool:
        """Whether the section has something to show."""
        return bool(self.stories or self.upcoming or self.profiles)


_HOME_OF_KIND = {ProfileKind.FAMILY: Into.FAMILY, ProfileKind.COMMUNITY: Into.COMMUNITY}
"""Kinds that say themselves where they belong."""


def into_sections(
    stories: Iterable[Entry],
    upcoming: Iterable[Entry],
    profiles: Iterable[Entry],
    stories_about: Mapping[str, Sequence[Entry]],
) -> Mapping[Into, IntoSection]:
    """The three sections, always all of them; ``stories_about`` are the stories that name a profile, newest first.

    A family belongs to families and a community to communities; everybody else to the
    section in which most of the stories about them stand, of equals the newest one's. Whom
    no story names belongs to none.
    """
    sections = {into: IntoSection() for into in Into}
    for story in stories:
        sections[story.meta.into].stories.append(story)
    for activity in upcoming:
        sections[activity.meta.into].upcoming.append(activity)
    for profile in profiles:
        home = _HOME_OF_KIND.get(profile.meta.kind) or _most(stories_about.get(profile.id, ()))
        if home is not None:
            sections[home].profiles.append(profile)
    return sections


def _most(stories: Sequence[Entry]) -> Into | None:
    ranks = Counter(story.meta.into for story in stories).most_common(1)
    return ranks[0][0] if ranks else None
