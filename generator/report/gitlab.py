"""The report as GitLab's code quality artefact, shown in a merge request."""

from __future__ import annotations

import json
from collections.abc import Sequence

from generator.model.diagnostic import Diagnostic, Severity

from .fingerprint import fingerprinted
from .reporter import Sources, in_order

_SEVERITY = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.ADVICE: "info"}


def report_gitlab(diagnostics: Sequence[Diagnostic], sources: Sources) -> str:
    """A JSON list in the Code Climate subset that GitLab reads."""
    issues = [
        {
            "description": f"{diagnostic.message}{diagnostic.hint}",
            "check_name": diagnostic.rule,
            "fingerprint": fingerprint,
            "severity": _SEVERITY[diagnostic.severity],
            "location": {"path": diagnostic.path, "lines": {"begin": max(1, diagnostic.mark.line)}},
        }
        for diagnostic, fingerprint in fingerprinted(in_order(diagnostics))
    ]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"
