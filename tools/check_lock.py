"""Checks that every run-time dependency has wheels for Linux, Windows and macOS.

    python tools/check_lock.py requirements.lock

Editors' machines are Windows more often than not, and nobody there has a compiler. The
index is asked once, through uv, which files it offers for the locked versions; a package
passes when one of its wheels fits each system and each Python that we declare.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from packaging.markers import Marker
from packaging.tags import Tag, compatible_tags, cpython_tags
from packaging.utils import parse_wheel_filename

PYTHONS = ((3, 11), (3, 12), (3, 13))
SYSTEMS = {
    "Linux": (["manylinux_2_28_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64", "manylinux_2_12_x86_64"], "linux"),
    "Windows": (["win_amd64"], "win32"),
    "macOS": (["macosx_14_0_arm64", "macosx_12_0_arm64", "macosx_11_0_arm64", "macosx_11_0_universal2", "macosx_10_13_universal2", "macosx_10_10_universal2", "macosx_10_9_universal2"], "darwin"),
}  # fmt: skip
_LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)


def offered(lock: Path) -> list[dict[str, Any]]:
    """What the index has of each locked package: name, version, marker, wheels."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "pylock.toml"
        command = [
            str(Path(sys.executable).with_name("uv")), "pip", "compile", "pyproject.toml", "--quiet", "--universal",
            "--python-version", "3.11", "--constraints", str(lock), "--format", "pylock.toml", "--output-file", str(target),
        ]  # fmt: skip
        subprocess.run(command, check=True)
        packages: list[dict[str, Any]] = tomllib.loads(target.read_text(encoding="utf-8"))["packages"]
        return packages


def missing(package: dict[str, Any]) -> list[str]:
    """The systems and Pythons on which a package is wanted but has no wheel."""
    wheels = [wheel.get("name") or wheel["url"].rpartition("/")[2] for wheel in package.get("wheels", [])]
    offered_tags = {tag for name in wheels for tag in parse_wheel_filename(name)[3]}
    marker = package.get("marker")
    return [
        f"{system} {python[0]}.{python[1]}"
        for system, (platforms, sys_platform) in SYSTEMS.items()
        for python in PYTHONS
        if _is_wanted(marker, sys_platform, python) and offered_tags.isdisjoint(_tags(python, platforms))
    ]


def _tags(python: tuple[int, int], platforms: list[str]) -> Iterable[Tag]:
    yield from cpython_tags(python, platforms=platforms)
    yield from compatible_tags(python, platforms=platforms)


def _is_wanted(marker: str | None, sys_platform: str, python: tuple[int, int]) -> bool:
    if marker is None:
        return True
    version = f"{python[0]}.{python[1]}"
    environment = {
        "sys_platform": sys_platform,
        "platform_system": {"linux": "Linux", "win32": "Windows", "darwin": "Darwin"}[sys_platform],
        "os_name": "nt" if sys_platform == "win32" else "posix",
        "python_version": version,
        "python_full_version": f"{version}.9",
    }
    return Marker(marker).evaluate(environment)


def main() -> int:
    """Report; 1 when something is missing, not hashed, or not what pyproject.toml asks for."""
    lock = Path(sys.argv[1])
    text = lock.read_text(encoding="utf-8")
    locked = {(found[1].lower(), found[2]) for found in _LOCKED.finditer(text)}
    problems = []
    for package in offered(lock):
        if (package["name"].lower(), package["version"]) not in locked:
            problems.append(f"{package['name']} {package['version']} is not in {lock}: run make lock")
        lacking = missing(package)
        if lacking:
            problems.append(f"{package['name']} {package['version']}: no wheel for {', '.join(lacking)}")
    if text.count("--hash=sha256:") < len(locked):
        problems.append("some requirements have no hash")
    print("\n".join([*problems, f"{lock}: {len(locked)} requirements, {len(problems)} problems"]))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
