"""What a publication will do: a pure function of the site, of what the target remembers and of what lies there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from .remote_manifest import Leaving, Remote
from .site_files import SiteFile, Turn, is_kept, turn

_FURTHER_PAGE = re.compile(r"/page/[0-9]+/index\.html$")
"""Lists grow shorter without anybody taking anything back."""


@dataclass(frozen=True, slots=True)
class Plan:
    """``sends`` has the paths of each turn. ``leaving`` stays a while at the target, ``removes`` goes at the end.

    ``conflicts`` are files of somebody else's that stand where ours should go, ``foreign`` how many more of somebody
    else's there are: those are left alone.
    """

    sends: tuple[tuple[str, ...], ...] = ((),) * len(Turn)
    removes: tuple[str, ...] = ()
    leaving: Mapping[str, Leaving] = field(default_factory=dict)
    unchanged: int = 0
    conflicts: tuple[str, ...] = ()
    foreign: int = 0

    @property
    def sending(self) -> list[str]:
        """All that is sent, in order."""
        return [path for paths in self.sends for path in paths]

    @property
    def is_done(self) -> bool:
        """Whether the target is as it should be already."""
        return not self.removes and not any(self.sends)


def make_plan(
    site: Mapping[str, SiteFile],
    remote: Remote,
    present: Mapping[str, int],
    now: float,
    keep_seconds: float,
    *,
    purge: bool = False,
    withdrawn: Set[str] = frozenset(),
) -> Plan:
    """How ``present`` (path to size, as the target lists it) becomes ``site``.

    ``now`` is the target's own clock, in seconds. ``purge`` removes at once what would stay a while; so
    does a page among ``withdrawn``, or one that goes away, since the files it showed may be the reason.
    """
    ours = remote.files.keys() | remote.leaving.keys() | remote.unsure
    sends: list[list[str]] = [[] for _ in Turn]
    conflicts = []
    unchanged = 0
    for path, file in site.items():
        known = _known(remote, path)
        if path not in present:
            sends[turn(path, is_new=True)].append(path)
        elif path not in ours:
            conflicts.append(path)
        elif known == file and present[path] == file.size and path not in remote.unsure:
            unchanged += 1
        else:
            sends[turn(path, is_new=False)].append(path)
    conflicts += sorted(_in_the_way(site, present, ours))
    gone = sorted((ours - site.keys()) & present.keys())
    at_once = (
        purge
        or any(path.endswith(".html") and not _FURTHER_PAGE.search(path) for path in gone)
        or any(path in withdrawn for paths in sends for path in paths)
    )
    leaving: dict[str, Leaving] = {}
    removes = []
    for path in gone:
        since = min(remote.leaving[path].since, now) if path in remote.leaving else now
        known = _known(remote, path) or SiteFile("", present[path])
        if is_kept(path) and not at_once and (now < remote.published or now - since < keep_seconds):
            leaving[path] = Leaving(known, since)
        else:
            removes.append(path)
    return Plan(
        sends=tuple(tuple(sorted(paths)) for paths in sends),
        removes=tuple(removes),
        leaving=leaving,
        unchanged=unchanged,
        conflicts=tuple(conflicts),
        foreign=len(present.keys() - ours - site.keys()),
    )


def _known(remote: Remote, path: str) -> SiteFile | None:
    if path in remote.files:
        return remote.files[path]
    return remote.leaving[path].file if path in remote.leaving else None


def _in_the_way(site: Mapping[str, SiteFile], present: Mapping[str, int], ours: Set[str]) -> set[str]:
    """Foreign files that stand where we need a folder."""
    folders = {path[:at] for path in site for at, sign in enumerate(path) if sign == "/"}
    return (present.keys() & folders) - ours
