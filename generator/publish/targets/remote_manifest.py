"""What a target holds of ours: the memory of former publications, kept at the target itself.

Two files in ``STATE``. The manifest is written last, when all that it names is there. The
journal is written first and names all that is about to be sent: after a broken-off publication it says
which files are ours and may be of either version.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from .site_files import SiteFile

STATE = ".zoujin-publish/"
MANIFEST = f"{STATE}manifest.json"
JOURNAL = f"{STATE}sending.json"
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Leaving:
    """A file that the site has no use for any more, and since when by the target's own clock (seconds)."""

    file: SiteFile
    since: float


@dataclass(frozen=True, slots=True)
class Remote:
    """``site`` is the address that the site was published for; ``unsure`` are files that were sent, or not, when a
    publication broke off."""

    site: str = ""
    published: float = 0.0
    files: Mapping[str, SiteFile] = field(default_factory=dict)
    leaving: Mapping[str, Leaving] = field(default_factory=dict)
    unsure: frozenset[str] = frozenset()


class Damaged(Exception):
    """A manifest or journal is there and cannot be what we wrote."""


def write_manifest(remote: Remote) -> bytes:
    """The manifest as it is kept at the target; ``unsure`` is the journal's part."""
    body = {
        "site": remote.site,
        "published": remote.published,
        "files": {path: list(file) for path, file in sorted(remote.files.items())},
        "leaving": {path: [*item.file, item.since] for path, item in sorted(remote.leaving.items())},
    }
    return _sealed(body)


def write_journal(site: str, paths: Iterable[str]) -> bytes:
    """The journal of a publication that is about to send ``paths``."""
    return _sealed({"site": site, "sending": sorted(paths)})


def read_remote(manifest: bytes | None, journal: bytes | None) -> Remote:
    """What is known of a target.

    Raises:
        Damaged: one of the two is there but not whole.
    """
    known = _opened(manifest) if manifest is not None else {}
    sent = _opened(journal) if journal is not None else {}
    try:
        return Remote(
            site=str(known.get("site") or sent.get("site") or ""),
            published=float(known.get("published", 0)),
            files={path: SiteFile(str(d), int(n)) for path, (d, n) in known.get("files", {}).items()},
            leaving={
                path: Leaving(SiteFile(str(d), int(n)), float(since))
                for path, (d, n, since) in known.get("leaving", {}).items()
            },
            unsure=frozenset(map(str, sent.get("sending", ()))),
        )
    except (TypeError, ValueError, AttributeError) as error:
        raise Damaged from error


def _sealed(body: dict[str, object]) -> bytes:
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    return json.dumps({"zoujin": _FORMAT, "seal": _seal(text), "body": text}, ensure_ascii=False).encode()


def _opened(raw: bytes) -> dict[str, Any]:
    try:
        outer = json.loads(raw)
        text = outer["body"]
        if outer["zoujin"] != _FORMAT or outer["seal"] != _seal(text):
            raise Damaged
        body: dict[str, Any] = json.loads(text)
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise Damaged from error
    return body


def _seal(text: str) -> str:
    return blake2b(text.encode(), digest_size=16).hexdigest()
