"""Scripts as they are published: without what only editors read."""

from __future__ import annotations

import re

_FOR_EDITORS = re.compile(rb"^[ \t]*//.*\n|^[ \t]*\n|^[ \t]+", re.MULTILINE)
"""Comments on lines of their own, empty lines and indentation."""


def squeezed(content: bytes) -> bytes:
    """The script without them; as it is, if a template literal goes over a line's end, where blanks count."""
    text = content.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    if any(line.count(b"`") % 2 for line in text.split(b"\n")):
        return content
    return _FOR_EDITORS.sub(b"", text if text.endswith(b"\n") else text + b"\n")
