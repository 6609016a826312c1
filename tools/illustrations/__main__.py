"""Command line of the illustration tool."""

from __future__ import annotations

import argparse
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tools.illustrations.catalogue import PICTURES
from tools.illustrations.paper import UNIT


def _write(path: str, root: Path, scale: float) -> tuple[str, int]:
    data = PICTURES[path](scale).jpeg()
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_suffix(".part")
    partial.write_bytes(data)
    partial.replace(target)
    return path, len(data)


def main(arguments: list[str] | None = None) -> int:
    """Draw the chosen pictures; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.illustrations", description="绘制样例站的插画。")
    parser.add_argument("out", nargs="?", type=Path, default=Path(), help="写到哪个项目文件夹，默认当前文件夹")
    parser.add_argument("--only", default="", help="只画路径中含有这段文字的图")
    parser.add_argument("--scale", type=float, default=UNIT, help="每单位多少像素，默认 2；预览可用 0.5")
    options = parser.parse_args(arguments)
    chosen = [path for path in PICTURES if options.only in path]
    if not chosen:
        print(f"没有路径含有“{options.only}”的图。", file=sys.stderr)
        return 1
    started, total = time.monotonic(), 0
    with ProcessPoolExecutor() as pool:
        for path, size in pool.map(_write, chosen, [options.out] * len(chosen), [options.scale] * len(chosen)):
            total += size
            print(f"{path}  {size / 1024:.0f} KB")
    print(f"共 {len(chosen)} 张，{total / 1024 / 1024:.1f} MB，用时 {time.monotonic() - started:.0f} 秒")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
