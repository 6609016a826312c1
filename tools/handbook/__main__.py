"""``python -m tools.handbook [--no-pictures]``: build the handbook into ``handbook/site``."""

from __future__ import annotations

import argparse
import os
import re
import shutil
from pathlib import Path

from .lessons import FOLDER, PAGES
from .reference import ROOT, reference_pages

MADE = FOLDER / ".made"
COPIED = {"docs/publishing.md": "keeper/publishing.md", "docs/media.md": "media.md"}
"""Pages that the repository's own documentation has already."""


_BROKEN = re.compile(r"(?<=[\u3001-\u9fff\uff00-\uffef”’])\n(?=[\u4e00-\u9fff“‘（《])")


def compose(place: Path) -> None:
    """Put the written, the copied and the generated pages together in ``place``."""
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(PAGES, place)
    for page in place.rglob("*.md"):  # where a lesson begins is for the test
        page.write_text(re.sub(r"\A---\nstart: .*\n---\n", "", page.read_text(encoding="utf-8")), encoding="utf-8")
    for source, target in COPIED.items():
        shutil.copyfile(ROOT / source, place / target)
    for path, text in reference_pages().items():
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).write_text(text, encoding="utf-8")
    for page in place.rglob("*.md"):
        page.write_text(joined(page.read_text(encoding="utf-8")), encoding="utf-8")


def joined(text: str) -> str:
    """Chinese sentences that run over several lines, without the blank that a browser makes of a line's end."""
    parts = re.split(r"(^ *```.*?^ *```$)", text, flags=re.M | re.S)
    return "".join(part if at % 2 else _BROKEN.sub("", part) for at, part in enumerate(parts))


def build() -> None:
    """Build with MkDocs and Material; a broken link stops it."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config

    mkdocs_build(load_config(str(FOLDER / "mkdocs.yml"), strict=True))


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="python -m tools.handbook", description=__doc__)
    parser.add_argument("--no-pictures", action="store_true", help="keep the pictures made last")
    options = parser.parse_args()
    pictures = MADE / "pictures"
    if not options.no_pictures:
        from .pictures import make_pictures

        make_pictures(ROOT / "site", pictures)
    compose(MADE / "pages")
    if pictures.is_dir():
        shutil.copytree(pictures, MADE / "pages" / "pictures")
    build()
    print(f"{FOLDER / 'site'}/index.html")


if __name__ == "__main__":
    main()
