"""What the parts of a profile are called: a project has no career, a person no chronicle."""

from __future__ import annotations

from generator.model.entries import ProfileKind

from .views import ProfileWords

LONGEST = 12
"""A longer name would not stand well in a headline."""

_PEOPLE = {ProfileKind.PERSON, ProfileKind.FAMILY}
_BELONGS: dict[ProfileKind, str] = {ProfileKind.PROJECT: "实施单位", ProfileKind.COMMUNITY: "所属单位"}


def profile_words(kind: ProfileKind, name: str) -> ProfileWords:
    """The words for a profile of ``kind``."""
    people = kind in _PEOPLE
    return {
        "skills": "专长" if people else "常做的事",
        "organisation": _BELONGS.get(kind, "所属组织"),
        "timeline": "经历" if people else "大事记",
        "stories": f"{name}的故事" if len(name) <= LONGEST else "有关的故事",
    }
