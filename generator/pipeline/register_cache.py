"""The registers, read again only when one of their files changed."""

from __future__ import annotations

from pathlib import Path

from generator.model.settings import Settings
from generator.read.cache_file import load_cached, save_cached
from generator.read.registers import REGISTER_FILES, Registers, read_registers
from generator.read.store import TICK_NS

from .project import Project, program_version


def registers_of(project: Project) -> Registers:
    """The registers, from the cache when none of their files changed."""
    scanned_ns = file_clock(project.cache)
    sign, newest = register_signature(project.root)
    version = program_version() + sign
    path = project.cache / "registers.pickle"
    if newest < scanned_ns - TICK_NS:
        cached = load_cached(path, version)
        if isinstance(cached, Registers):
            return cached
    registers = read_registers(project.root)
    save_cached(path, version, registers)
    return registers


def read_settings(project: Project) -> Settings:
    """The settings alone, for what must be known before anything else."""
    return registers_of(project).settings


def register_signature(root: Path) -> tuple[str, int]:
    """Sizes and times of the register files, and the newest time (0 when there is none)."""
    parts, newest = [], 0
    for name in REGISTER_FILES:
        try:
            stat = (root / name).stat()
        except OSError:
            parts.append(f"{name}:-")
            continue
        parts.append(f"{name}:{stat.st_size}:{stat.st_mtime_ns}")
        newest = max(newest, stat.st_mtime_ns)
    return "|".join(parts), newest


def file_clock(folder: Path) -> int:
    """Now, in nanoseconds, by the clock that stamps files here."""
    folder.mkdir(parents=True, exist_ok=True)
    probe = folder / "clock"
    probe.write_bytes(b"")
    return probe.stat().st_mtime_ns
