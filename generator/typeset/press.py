"""Run as a script of its own: sets the sheet in a folder and writes pages beside it.

Typst works in threads, and a process that has used it once cannot be forked any more: its children would wait
for threads that they have not got. So every sheet is set in a process that does nothing else.

    press.py FOLDER < {"source": …, "fonts": […], "formats": ["pdf", "png", "svg"], "ppi": …, "inputs": {…}, "timestamp": …}
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import typst


def main() -> None:
    """Write ``pdf-1``, ``png-1``, ``png-2`` … and ``unfit.json`` (names of what found no room) into the folder; what
    Typst complains of goes to the standard error."""
    folder = Path(sys.argv[1])
    order = json.load(sys.stdin)
    try:
        compiler = typst.Compiler(
            str(folder / order["source"]),
            root=str(folder),
            font_paths=order["fonts"],
            ignore_system_fonts=True,
            sys_inputs=order["inputs"],
        )
        for kind in order["formats"]:
            made = compiler.compile(format=kind, ppi=order["ppi"], timestamp=order["timestamp"])
            for number, page in enumerate([made] if isinstance(made, bytes) else made or (), 1):
                (folder / f"{kind}-{number}").write_bytes(page)
        unfit = json.loads(compiler.query("<unfit>", field="value"))
    except typst.TypstError as error:
        sys.exit(str(error))
    (folder / "unfit.json").write_text(json.dumps(list(dict.fromkeys(unfit)), ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
