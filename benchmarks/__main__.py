"""``python -m benchmarks``: the race; ``python -m benchmarks corpus DIR``: a corpus to look at;
``python -m benchmarks shares``: what share pictures cost."""

from __future__ import annotations

import argparse
import json
import signal
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from . import install, machine, share_pictures, tables
from .contenders import CONTENDERS, available
from .corpus import write_corpus
from .processes import CommandError
from .race import MEDIA, SCENARIOS, Measurement, PagesDifferError, Plan, race

RESULTS = Path(__file__).parent / "RESULTS.md"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code: 0, 1 when a build fails or pages differ, 2 for wrong usage."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # leave through the clean-up of temporary folders
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.action == "shares":
        print(f"{machine.describe()}\n{share_pictures.measure(options.size)}")
        return 0
    if options.action == "corpus":
        if options.photos or options.share_pictures:
            write_corpus(options.folder, options.size, options.photos, share_pictures=options.share_pictures)
        else:
            CONTENDERS[options.of].write_site(options.folder, options.size)
        return 0
    unknown = set(options.peers) - set(CONTENDERS)
    if unknown:
        parser.error(f"no such peer: {', '.join(sorted(unknown))} (known: {', '.join(CONTENDERS)})")
    try:
        return _race(options)
    except (CommandError, PagesDifferError) as problem:
        print(problem, file=sys.stderr)
        return 1


def _race(options: argparse.Namespace) -> int:
    install.install(options.peers)
    names = [name for name in dict.fromkeys(("zoujin", *options.peers)) if available(name)]
    if options.without_zoujin and "zoujin" in names:
        names.remove("zoujin")
    versions = ", ".join(CONTENDERS[name].version() for name in names)
    started = time.strftime("%Y-%m-%d")
    load = machine.load()
    print(f"{machine.describe()}; load {load:.1f}\n{versions}", flush=True)
    found: list[Measurement] = []
    for size in options.size:
        for medium in options.media:
            fit = [CONTENDERS[name] for name in names if options.no_limits or size <= CONTENDERS[name].limit]
            plan = Plan(
                fit,
                size,
                medium,
                options.rounds,
                scenarios=options.scenarios,
                memory=not options.no_memory and medium == options.media[0],
                preview=options.preview,
                strict=not options.loose,
            )
            found += race(plan, lambda line: print(line, flush=True))
    section = (
        f"{started}. {machine.describe()}; load average before the run {load:.1f}. {versions}. "
        f"{options.rounds} rounds; in brackets the ratio to Hugo's cold build of the same round, "
        f"median, smallest–largest; for memory the ratio to Hugo's.\n\n{tables.tables(found)}"
    )
    print("\n" + section)
    if options.record:
        tables.record(RESULTS, options.record, section)
    if options.json:
        options.json.write_text(json.dumps([asdict(one) for one in found], indent=1), encoding="utf-8")
    return 0


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.set_defaults(action="race")
    parser.add_argument(
        "--size",
        type=lambda text: [int(size) for size in _names(text)],
        default=[3000],
        help="stories, such as 1000,3000,10000,30000 (default 3000)",
    )
    parser.add_argument(
        "--peers",
        type=_names,
        default=["hugo"],
        help=f"who runs besides Zoujin: {', '.join(CONTENDERS)} (default hugo)",
    )
    parser.add_argument("--media", type=_names, default=["memory"], help=f"{', '.join(MEDIA)} (default memory)")
    parser.add_argument("--rounds", type=int, default=3, help="times each build is run (default 3)")
    parser.add_argument("--scenarios", type=_names, default=list(SCENARIOS), help=", ".join(SCENARIOS))
    parser.add_argument("--preview", action="store_true", help="also: from saving an edit to seeing it")
    parser.add_argument("--no-memory", action="store_true", help="leave out the runs that watch memory")
    parser.add_argument("--no-limits", action="store_true", help="run slow peers at every size too")
    parser.add_argument("--loose", action="store_true", help="report differing pages instead of stopping")
    parser.add_argument("--without-zoujin", action="store_true", help="peers only")
    parser.add_argument("--record", metavar="TITLE", help="write the tables into RESULTS.md under this title")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write every single measurement")
    actions = parser.add_subparsers()
    corpus = actions.add_parser("corpus", help="write a corpus and stop")
    corpus.set_defaults(action="corpus")
    corpus.add_argument("folder", type=Path)
    corpus.add_argument("--size", type=int, default=1000)
    corpus.add_argument("--of", choices=list(CONTENDERS), default="zoujin", help="whose project (default zoujin)")
    corpus.add_argument("--share-pictures", action="store_true", help="with share pictures (Zoujin's project only)")
    corpus.add_argument("--photos", type=int, default=0, help="photos in every story (Zoujin's project only)")
    shares = actions.add_parser("shares", help="what share pictures cost")
    shares.set_defaults(action="shares")
    shares.add_argument("--size", type=int, default=1000, help="pictures to draw (default 1000)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
