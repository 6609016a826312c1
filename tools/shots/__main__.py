"""``python -m tools.shots SITE FOLDER [KIND …]``: picture the longest page of every kind of a built site."""

from __future__ import annotations

import argparse
from pathlib import Path

from playwright.sync_api import sync_playwright

from .capture import Shot, capture
from .contact_sheet import contact_sheet
from .page_kinds import addresses_by_kind
from .serving import served

CHROMIUM = "/usr/bin/chromium"


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="python -m tools.shots", description=__doc__)
    parser.add_argument("site", type=Path, help="the built site")
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("kinds", nargs="*", help="kinds of pages, all when none is named")
    options = parser.parse_args()
    pages = {
        kind: paths[0]
        for kind, paths in addresses_by_kind(options.site).items()
        if not options.kinds or kind in options.kinds
    }
    options.folder.mkdir(parents=True, exist_ok=True)
    shots: list[Shot] = []
    with served(options.site) as origin, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        for kind, path in pages.items():
            print(f"{kind} {path}", flush=True)
            shots += capture(browser, origin, kind, path, options.folder)
        browser.close()
    index = options.folder / "index.html"
    index.write_text(contact_sheet(shots), encoding="utf-8")
    print(f"{len(shots)} pictures: {index}")


main()
