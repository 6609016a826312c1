"""The YAML files that are no bundles: settings, vocabularies and the station register."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from generator.model.canonical import canonical_text, file_digest, values_digest
from generator.model.catalogue import Entry, Vocabularies
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.entries import Station
from generator.model.fields import Record
from generator.model.kinds import REGISTERS, SETTINGS_FILE, STATIONS_FILE, Kind, Register
from generator.model.register_sheet import REVIEWED_REGISTERS, SHEETS, RegisterSheet
from generator.model.reviewing import PEOPLE_FILE, POLICY_FILE, Policy, Reviewer
from generator.model.settings import Settings

from .report import problem, without_echoes
from .schema import Locator, validate
from .source import SourceText, Unreadable, read_source
from .values import Values, read_values

REGISTER_FILES = (SETTINGS_FILE, *(register.file for register in REGISTERS), STATIONS_FILE, POLICY_FILE)


@dataclass(slots=True)
class Registers:
    """Everything that is not a bundle. ``broken`` are the ids of stations with errors and the
    paths of files that could not be read at all."""

    settings: Settings
    vocabularies: Vocabularies
    stations: dict[str, Entry] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    policy: Policy | None = None
    sheets: dict[str, Entry] = field(default_factory=dict)


def read_registers(root: Path) -> Registers:
    """Read all of ``REGISTER_FILES``; a missing vocabulary is an empty one, missing settings are a diagnostic."""
    diagnostics: list[Diagnostic] = []
    settings = _read_settings(root, diagnostics)
    vocabularies: dict[str, dict[str, Any]] = {}
    sheets: dict[str, Entry] = {}
    broken: set[str] = set()
    for register in REGISTERS:
        rows = _read_rows(root, register.file, register.model, register.key, diagnostics, broken)
        terms: dict[str, Any] = {}
        for key, record, _ in rows:
            if record is None:
                broken.add(f"{register.file}/{key}")
            else:
                terms[key] = record
        vocabularies[register.name.replace("-", "_")] = terms
        if sheet := _sheet(root, register):
            sheets[sheet.id] = sheet
    registers = Registers(settings, Vocabularies(**vocabularies), broken=broken, diagnostics=diagnostics, sheets=sheets)
    registers.policy = _read_policy(root, diagnostics, broken)
    registers.stations, faulty = _stations(root, diagnostics, broken)
    registers.broken |= faulty
    registers.diagnostics = without_echoes(diagnostics)
    return registers


def read_sheet(root: Path, file: str) -> tuple[Entry, str, dict[str, Any]] | None:
    """The register in ``file`` under ``root``, for looking at an older version of it: as something reviewed, the name of its
    vocabulary, and its records; None when it has errors."""
    register = next((item for item in REGISTERS if item.file == file and item.name in REVIEWED_REGISTERS), None)
    if register is None:
        return None
    diagnostics: list[Diagnostic] = []
    rows = _read_rows(root, register.file, register.model, register.key, diagnostics, set())
    terms: dict[str, Any] = {key: record for key, record, _ in rows if record is not None}
    found = _sheet(root, register)
    if found is None or any(item.severity is Severity.ERROR for item in diagnostics):
        return None
    return found, register.name.replace("-", "_"), terms


def _sheet(root: Path, register: Register) -> Entry | None:
    """A register that is reviewed; None for the others, and for one that is not there."""
    path = root / register.file
    if register.name not in REVIEWED_REGISTERS or path.is_symlink():
        return None
    try:
        data = path.read_bytes()
    except OSError:
        return None
    id, digest = f"{SHEETS}{path.stem}", file_digest(path.name, data)
    lines = tuple(canonical_text(data).decode("utf-8", "replace").splitlines())
    meta = RegisterSheet.model_construct(name=register.label.replace("／", "、"), lines=lines, aliases=())
    return Entry(id, Kind.STATION, register.file, meta, digest=digest, row=digest)


def read_reviewing(root: Path) -> tuple[Policy | None, dict[str, Reviewer]] | None:
    """The policy and the people under ``root``, for looking at an older state of them; None when they have errors."""
    diagnostics: list[Diagnostic] = []
    broken: set[str] = set()
    policy = _read_policy(root, diagnostics, broken)
    people = {
        key: record
        for key, record, _ in _read_rows(root, PEOPLE_FILE, Reviewer, "id", diagnostics, broken)
        if isinstance(record, Reviewer)
    }
    return None if any(item.severity is Severity.ERROR for item in diagnostics) else (policy, people)


def read_stations(root: Path) -> dict[str, Entry]:
    """The sound stations of the register under ``root``, for looking at an older version of it."""
    return _stations(root, [], set())[0]


def _stations(root: Path, diagnostics: list[Diagnostic], broken: set[str]) -> tuple[dict[str, Entry], set[str]]:
    """Stations by id, and the ids of those with errors."""
    stations: dict[str, Entry] = {}
    faulty: set[str] = set()
    for key, record, data in _read_rows(root, STATIONS_FILE, Station, "id", diagnostics, broken):
        station_id = f"stations/{key}"
        if record is not None:
            row = values_digest(data)
            stations[station_id] = Entry(
                station_id, Kind.STATION, STATIONS_FILE, record, digest=_digest(repr(data)), row=row
            )
        elif key:
            faulty.add(station_id)
    return stations, faulty


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _load(root: Path, path: str, diagnostics: list[Diagnostic]) -> tuple[SourceText, Values] | None:
    if (root / path).is_symlink():
        diagnostics.append(
            problem("file-symlink", path, "这是快捷方式（符号链接），不会被读取。", "把真正的文件复制到这里。")
        )
        return None
    try:
        source = read_source(root, path)
        values = read_values(source, source.text)
    except Unreadable as unreadable:
        diagnostics.append(unreadable.diagnostic)
        return None
    diagnostics += source.oddities
    diagnostics += values.diagnostics
    return source, values


def _read_settings(root: Path, diagnostics: list[Diagnostic]) -> Settings:
    fallback = Settings(city="本市", site_name="志愿服务", description="志愿服务宣传网站")
    if not (root / SETTINGS_FILE).exists():
        diagnostics.append(
            problem(
                "settings-missing",
                SETTINGS_FILE,
                "缺少站点设置。",
                "运行 zoujin init 会写一份样例，改成自己城市的名称即可。",
            )
        )
        return fallback
    loaded = _load(root, SETTINGS_FILE, diagnostics)
    if loaded is None:
        return fallback
    source, values = loaded
    if not isinstance(values.node, yaml.MappingNode):
        if values.node is not None or not values.diagnostics:
            diagnostics.append(
                problem(
                    "schema-type", SETTINGS_FILE, "设置应是一行一个“键: 值”。", "例如：city: 示例市", source.mark(0)
                )
            )
        return fallback
    _, wrong = validate(Settings, values.data, Locator(source, values.node, 0), lost=values.lost)
    diagnostics += wrong
    return _sound_settings(values.data, fallback)


def _read_policy(root: Path, diagnostics: list[Diagnostic], broken: set[str]) -> Policy | None:
    """How entries are reviewed; None without such a file, and for one with errors, which no build gets past."""
    if not (root / POLICY_FILE).exists() and not (root / POLICY_FILE).is_symlink():
        return None
    loaded = _load(root, POLICY_FILE, diagnostics)
    if loaded is None:
        broken.add(POLICY_FILE)
        return None
    source, values = loaded
    if not isinstance(values.node, yaml.MappingNode):
        broken.add(POLICY_FILE)
        message = "审核制度应是一行一个“键: 值”。"
        diagnostics.append(problem("schema-type", POLICY_FILE, message, "第一行写 mode: registered。", source.mark(0)))
        return None
    policy, wrong = validate(Policy, values.data, Locator(source, values.node, 0), lost=values.lost)
    diagnostics += wrong
    if policy is None:
        broken.add(POLICY_FILE)
    return policy if isinstance(policy, Policy) else None


def _sound_settings(data: dict[str, Any], fallback: Settings) -> Settings:
    """The settings that are right by themselves; the others as in ``fallback``.

    One mistake must not take the rest away: without ``today`` a demonstration's whole report would change.
    """
    try:
        return Settings.model_validate(data)
    except ValidationError as error:
        wrong = {found["loc"][0] for found in error.errors(include_url=False) if found["loc"]}
    kept = {key: value for key, value in data.items() if key not in wrong}
    given = {name: getattr(fallback, name) for name, field in Settings.model_fields.items() if field.is_required()}
    return Settings.model_validate({**given, **kept})


def _no_list(source: SourceText, node: yaml.Node, key: str) -> Diagnostic:
    """Says how to make a list of a register that is none; often it is one, under a heading of its own."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    if len(pairs) == 1 and isinstance(pairs[0][1], yaml.SequenceNode):
        title, items = pairs[0]
        indent = items.start_mark.column - title.start_mark.column
        hint = f"删掉 {title.value}: 这一行" + (
            f"，下面的内容往左移{_STEPS.get(indent, '到行首')}。" if indent else "。"
        )
        mark = source.mark(title.start_mark.index, len(title.value) + 1)
        return problem("schema-type", source.path, f"这个文件从头就是列表，不用写“{title.value}:”。", hint, mark)
    hint = f"每一条以“- {key}: …”开头，下面的键缩进两格。"
    return problem("schema-type", source.path, "这个文件应是一个列表。", hint, source.mark(0))


_STEPS = {2: "两格", 4: "四格"}

Row = tuple[str, Record | None, Any]
"""An id, the record (None when it has errors), and its values as written."""


def _read_rows(
    root: Path, path: str, model: type[Record], key: str, diagnostics: list[Diagnostic], broken: set[str]
) -> Iterator[Row]:
    if not (root / path).exists():
        return
    loaded = _load(root, path, diagnostics)
    if loaded is None:
        broken.add(path)
        return
    source, values = loaded
    if any(found.rule.startswith("yaml-") and found.severity is Severity.ERROR for found in values.diagnostics):
        broken.add(path)  # rows may be lost
    if values.node is None:
        return
    if not isinstance(values.node, yaml.SequenceNode):
        broken.add(path)
        diagnostics.append(_no_list(source, values.node, key))
        return
    place = Locator(source, values.node, 0)
    first_at: dict[str, int] = {}
    for index, data in enumerate(values.data):
        record, wrong = validate(model, data, place, (index,), values.lost)
        diagnostics += wrong
        given = data.get(key) if isinstance(data, dict) else None
        name = given.strip() if isinstance(given, str) else ""
        if name and name in first_at:
            line = place.mark((first_at[name], key)).line
            diagnostics.append(
                problem(
                    "duplicate-id",
                    path,
                    f"编号“{name}”重复：第 {line} 行已经用过。",
                    "给其中一条换一个编号。",
                    place.mark((index, key)),
                )
            )
            continue
        first_at[name] = index
        yield name, record, data
