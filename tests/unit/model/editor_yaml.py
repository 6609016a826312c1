"""YAML as an editor's parser sees it: version 1.2's core schema, which has numbers and switches but no dates."""

from __future__ import annotations

import re
from typing import Any, ClassVar

import yaml


class EditorLoader(yaml.SafeLoader):
    """PyYAML with the scalars of YAML 1.2."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


def _whole(loader: yaml.SafeLoader, node: Any) -> int:
    return int(node.value)


EditorLoader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF")
)
EditorLoader.add_implicit_resolver(
    "tag:yaml.org,2002:null", re.compile(r"^(?:~|null|Null|NULL|)$"), ["~", "n", "N", ""]
)
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^[-+]?[0-9]+$"), list("-+0123456789"))
EditorLoader.add_implicit_resolver(
    "tag:yaml.org,2002:float",
    re.compile(
        r"^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$"
    ),
    list("-+0123456789."),
)
EditorLoader.add_constructor("tag:yaml.org,2002:int", _whole)


def as_editors_see(text: str) -> Any:
    """The values that an editor checks against a schema."""
    return yaml.load(text, EditorLoader)
