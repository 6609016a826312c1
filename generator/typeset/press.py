"""Run as a script of its own: sets the sheet in a folder and writes pages beside it.

Typst works in threads, and a process that has used it once cannot be forked any more: its children would wait
for threads that they have not got. So every sheet is set in a process that does nothing else.

    press.py FOLDER < {"source": …, "fonts": …, "format": …, "ppi": …, "inputs": {…}, "timestamp": …}
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import typst


def main() -> None:
    """Write ``page-1``, ``page-2`` … into the folder; what Typst complains of goes to the standard error."""
    folder = Path(sys.argv[1])
    order = json.load(sys.stdin)
    try:
        made = typst.compile(
            str(folder / order["source"]),
            root=str(folder),
            font_paths=[order["fonts"]],
            ignore_system_fonts=True,
            format=order["format"],
            ppi=order["ppi"],
            sys_inputs=order["inputs"],
            timestamp=order["timestamp"],
        )
    except typst.TypstError as error:
        sys.exit(str(error))
    for number, page in enumerate([made] if isinstance(made, bytes) else made, 1):
        (folder / f"page-{number}").write_bytes(page)


if __name__ == "__main__":
    main()
