"""The report in SARIF 2.1.0, which code hosts and editors show."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

import generator
from generator.model.diagnostic import Diagnostic, Severity
from generator.rules.all_rules import RULES
from generator.rules.explanation import page

from .fingerprint import fingerprinted
from .reporter import Sources, in_order

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}


def report_sarif(diagnostics: Sequence[Diagnostic], sources: Sources) -> str:
    """One run, with name, weight and documentation of each rule that found something."""
    ordered = in_order(diagnostics)
    rules = sorted({diagnostic.rule for diagnostic in ordered})
    index = {rule: number for number, rule in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "zoujin",
                "version": generator.__version__,
                "language": "zh-CN",
                "rules": [_rule(rule) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "defaultEncoding": "utf-8",
        "originalUriBaseIds": {"PROJECT": {"description": {"text": "项目所在的文件夹"}}},
        "results": [
            _result(diagnostic, index[diagnostic.rule], digest) for diagnostic, digest in fingerprinted(ordered)
        ],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(id: str) -> dict[str, Any]:
    known = RULES.get(id)
    descriptor: dict[str, Any] = {"id": id, "name": "".join(word.capitalize() for word in id.split("-"))}
    if known is not None:
        descriptor["shortDescription"] = {"text": known.title}
        descriptor["defaultConfiguration"] = {"level": _LEVEL[known.severity]}
    text = page(id)
    if text is not None:
        descriptor["help"] = {"text": text, "markdown": text}
    return descriptor


def _result(diagnostic: Diagnostic, rule_index: int, digest: str) -> dict[str, Any]:
    message = f"{diagnostic.message}\n提示：{diagnostic.hint}" if diagnostic.hint else diagnostic.message
    location: dict[str, Any] = {
        "artifactLocation": {"uri": quote(diagnostic.path.encode("utf-8", "surrogatepass")), "uriBaseId": "PROJECT"}
    }
    mark = diagnostic.mark
    if mark.line:
        region = {"startLine": mark.line}
        if mark.column:
            region |= {"startColumn": mark.column, "endColumn": mark.column + mark.length}
        location["region"] = region
    result: dict[str, Any] = {
        "ruleId": diagnostic.rule,
        "ruleIndex": rule_index,
        "level": _LEVEL[diagnostic.severity],
        "message": {"text": message},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"zoujin/v1": digest},
    }
    if diagnostic.instead is not None:
        replacement = {"deletedRegion": location["region"], "insertedContent": {"text": diagnostic.instead}}
        change = {"artifactLocation": location["artifactLocation"], "replacements": [replacement]}
        result["fixes"] = [{"description": {"text": diagnostic.hint}, "artifactChanges": [change]}]
    return result
