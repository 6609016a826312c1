"""Which stages a version of an entry needs, by the policy, by what it is and by what it says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from generator.model.catalogue import Entry
from generator.model.entries import Profile
from generator.model.kinds import Kind
from generator.model.register_sheet import SHEETS
from generator.model.review_stages import Reviewed, Sensitive, Stage
from generator.model.reviewing import Policy

from .people import names_in


@dataclass(frozen=True, slots=True)
class Subject:
    """What a review asks of one version: what it is, where it belongs, who wrote it, and what makes it sensitive.

    ``rules`` are the stages in order by the day since which they hold, the newest last; none says that the policy
    has nothing for content of this kind.
    """

    kind: Reviewed
    district: str | None
    authors: frozenset[str]
    sensitive: tuple[Sensitive, ...]
    rules: tuple[tuple[date, tuple[Stage, ...]], ...]

    @property
    def stages(self) -> tuple[Stage, ...] | None:
        """What a version needs that is submitted from now on."""
        return self.rules[-1][1] if self.rules else None

    def stages_on(self, day: date) -> tuple[Stage, ...] | None:
        """What a version needs that was submitted on ``day``: policies change, and what was passed before stays passed."""
        held = [stages for since, stages in self.rules if since <= day]
        return held[-1] if held else self.stages


def subject_of(entry: Entry, policy: Policy, words: Iterable[Sensitive] = ()) -> Subject:
    """``words`` are the kinds of sensitive content that were found in the entry's text."""
    meta = entry.meta
    kind = _kind(entry, policy)
    sensitive = _sensitive(entry, frozenset(words))
    byline = getattr(meta, "byline", None)
    return Subject(
        kind,
        getattr(meta, "district", None),
        names_in(byline) if byline else frozenset(),
        sensitive,
        rules_for(kind, sensitive, policy),
    )


def rules_for(
    kind: Reviewed, sensitive: Iterable[Sensitive], policy: Policy
) -> tuple[tuple[date, tuple[Stage, ...]], ...]:
    """The stages in order by the day since which they hold, with those that something sensitive asks for."""
    more = policy.sensitive_stages if any(item in policy.sensitive for item in sensitive) else ()
    found: dict[date, tuple[Stage, ...]] = {}
    for line in policy.requirements:
        if kind in line.kinds:
            wanted = {*line.stages, *more}
            found.setdefault(line.since or date.min, tuple(stage for stage in Stage if stage in wanted))
    return tuple(sorted(found.items()))


def sensitive_words(text: str, policy: Policy) -> frozenset[Sensitive]:
    """The kinds of sensitive content whose words a text holds."""
    return frozenset(line.kind for line in policy.words if any(word in text for word in line.words))


def _kind(entry: Entry, policy: Policy) -> Reviewed:
    if entry.id.startswith(SHEETS):
        return Reviewed.REGISTER
    source = getattr(entry.meta, "source", None)
    if source is not None and source.url is not None and _is_listed(source.url, policy.sources):
        return Reviewed.REPUBLISHED
    migrated = getattr(entry.meta, "migrated_from", None)
    # A new text that claims an older origin would pass with less, so only what is older than the policy's day is believed.
    if migrated is not None and policy.migrated_before is not None and migrated.date < policy.migrated_before:
        return Reviewed.MIGRATED
    if entry.kind is not Kind.DOCUMENT:
        return Reviewed(entry.kind.value)
    # What is told to newsrooms is told to everybody, as an announcement is.
    return Reviewed.ANNOUNCEMENT if entry.meta.kind.for_media else Reviewed(entry.meta.kind.value)


def _is_listed(url: str, sources: Iterable[str]) -> bool:
    try:
        host = (urlsplit(url).hostname or "").rstrip(".").lower()
    except ValueError:
        return False
    return any(host == known or host.endswith(f".{known}") for known in (name.lower() for name in sources))


def _sensitive(entry: Entry, words: frozenset[Sensitive]) -> tuple[Sensitive, ...]:
    meta = entry.meta
    found = set(words) | set(getattr(meta, "sensitive", ()))
    if any(photo.minor for photo in getattr(meta, "photos", ())):
        found.add(Sensitive.MINORS)
    if isinstance(meta, Profile) and meta.honours:
        found.add(Sensitive.HONOURS)
    return tuple(kind for kind in Sensitive if kind in found)
