"""The last build's outcome, so that another one of the same things is answered early."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from .outcome import Outcome


@dataclass(frozen=True, slots=True)
class LastBuild:
    """A record in ``file`` of what was built from which inputs into which tree."""

    file: Path

    def again(self, inputs: str, now: datetime, site_dir: Path, files: int) -> Outcome | None:
        """The last outcome once more, if a build at ``now`` would make the same tree; else None.

        ``inputs`` is the digest of the sources, ``files`` the number of files that stand
        undamaged in ``site_dir``.
        """
        try:
            return _repeated(json.loads(self.file.read_bytes()), inputs, now, site_dir, files)
        except (OSError, ValueError, LookupError, TypeError):  # no record, or one that cannot be used
            return None

    def forget(self) -> None:
        """To be called before the public tree changes: whatever happens then, the record tells of another one."""
        self.file.unlink(missing_ok=True)

    def remember(self, outcome: Outcome, inputs: str, files: int) -> None:
        """Note what is public now."""
        record = {
            "inputs": inputs,
            "tree": outcome.site_dir.stat().st_ino,
            "files": files,
            "now": outcome.now.isoformat(),
            "next_change": outcome.next_change.isoformat() if outcome.next_change else None,
            "entries": outcome.entries,
            "pages": outcome.pages,
            "held_back": outcome.held_back,
            "warnings": outcome.warnings,
            "review": outcome.review,
            "behind": outcome.behind,
        }
        fresh = self.file.with_suffix(".new")
        fresh.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
        fresh.replace(self.file)


def _repeated(last: dict[str, Any], inputs: str, now: datetime, site_dir: Path, files: int) -> Outcome | None:
    next_change = datetime.fromisoformat(last["next_change"]) if last["next_change"] else None
    if (
        last["inputs"] != inputs
        or last["tree"] != site_dir.stat().st_ino
        or last["files"] != files
        or datetime.fromisoformat(last["now"]) > now
        or (next_change is not None and next_change <= now)
    ):
        return None
    return Outcome(
        site_dir,
        now,
        int(last["entries"]),
        int(last["pages"]),
        written=0,
        photos=0,
        unchanged=True,
        held_back=tuple((str(entry_id), str(state)) for entry_id, state in last["held_back"]),
        next_change=next_change,
        warnings=int(last["warnings"]),
        review=str(last["review"]),
        behind=tuple(map(str, last["behind"])),
    )
