"""A batch of documents that were handed in: each becomes a draft, is skipped, or is told why not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import click

from generator.intake.parcels import Parcel
from generator.intake.prepare import Prepared
from generator.intake.recognise import NotReadable
from generator.model.catalogue import Catalogue
from generator.model.kinds import MODELS, Kind
from generator.model.stub import entry_stub
from generator.pipeline.imported_drafts import (
    digest_of,
    district_of,
    free_slug,
    photo_values,
    prepared,
    registered,
    unit_of,
    write_draft,
)
from generator.pipeline.known_ids import known_ids
from generator.pipeline.new_entry import entry_folder, value_problems
from generator.pipeline.project import Project
from generator.pipeline.refused import Refused
from generator.read.archive import BadArchive

from .new import can_ask, complete_values, given_values
from .progress_line import ProgressLine
from .schema import schema_line
from .slug_suggestion import suggest_slug

_FROM_TEXT = ("title", "date", "byline", "district")
"""What a document usually says itself, so that it is not asked for the whole batch."""
_NO_UNIT = "未注明"


@dataclass
class Tally:
    """What came of a batch."""

    written: int = 0
    known: int = 0
    failed: int = 0
    common: dict[str, Any] = field(default_factory=dict)
    """Answers that hold for the rest of the batch."""


@dataclass
class Batch:
    """What holds for all documents of one call. ``received`` is None for today, names are None when documents say them."""

    project: Project
    catalogue: Catalogue
    kind: Kind
    now: datetime
    received: datetime | None
    unit: str | None
    contributor: str | None
    slug: str | None

    def common_values(self, settings: list[str]) -> dict[str, Any]:
        """What holds for the whole batch, asked for once before anything is read."""
        given = given_values(self.kind, settings, known_ids(self.catalogue))
        fields = MODELS[self.kind].model_fields
        stand_in = {
            key: "2026-01-01" if key == "date" else "x" for key in _FROM_TEXT if key in fields and key not in given
        }
        if self.unit and (district := district_of(registered(self.unit, self.catalogue), self.catalogue)):
            given.setdefault("district", district)
        values = self._complete({**stand_in, **given})
        return {key: value for key, value in values.items() if key in given or key not in stand_in}

    def _complete(self, values: dict[str, Any]) -> dict[str, Any]:
        return complete_values(self.kind, self.catalogue, values, f"{self.now:%Y-%m-%d}", "x", can_ask())

    def take_in(self, parcel: Parcel, known: dict[str, str], tally: Tally, progress: ProgressLine) -> None:
        """Import one document, and say what came of it."""
        try:
            data = parcel.read()
            digest = digest_of(data)
            if digest in known:
                tally.known += 1
                progress.clear()
                click.echo(f"跳过 {parcel.path}：已经导入过，是 {known[digest]}")
                return
            draft = prepared(parcel, data)
            values, remarks = self._values(parcel, draft, tally, progress)
            folder, more = self._write(draft, values)
        except (NotReadable, BadArchive, Refused, OSError) as trouble:
            tally.failed += 1
            progress.clear()
            said = trouble.strerror if isinstance(trouble, OSError) else str(trouble)
            click.echo(f"没有导入 {parcel.path}：{said}", err=True)
            return
        known[digest] = folder
        tally.written += 1
        progress.clear()
        pictures = f"，图片 {len(draft.photos)} 张" if draft.photos else ""
        click.echo(f"{folder}  {draft.title}（{self._name(values['submission']['unit'])}{pictures}）")
        list_lines((*draft.losses, *remarks, *more))

    def _values(
        self, parcel: Parcel, draft: Prepared, tally: Tally, progress: ProgressLine
    ) -> tuple[dict[str, Any], list[str]]:
        remarks: list[str] = []
        unit = registered(self.unit, self.catalogue) if self.unit else unit_of(parcel, draft, self.catalogue)
        if not unit:
            remarks.append(f"原稿没有写报送单位，先记作“{_NO_UNIT}”，请在 submission 里改好")
        contributor = self.contributor or draft.contributor
        received = f"{self.received or self.now:%Y-%m-%d}"
        submission = {
            "unit": unit or _NO_UNIT,
            **({"contributor": contributor} if contributor else {}),
            "received": received,
            "original": parcel.path.rpartition("/")[2][-200:],
            "sha256": draft.sha256,
        }
        fields = MODELS[self.kind].model_fields
        values: dict[str, Any] = {"title": draft.title, "date": f"{self.now:%Y-%m-%d}"}
        if contributor or unit:
            values["byline"] = contributor or self._name(unit)
        if district := district_of(unit, self.catalogue):
            values["district"] = district
        if draft.source:
            values["source"] = {"name": draft.source, **({"url": draft.source_url} if draft.source_url else {})}
        values = {key: value for key, value in values.items() if key in fields}
        values = {**values, **tally.common}
        if "byline" in fields and "byline" not in values:
            values["byline"] = _NO_UNIT
            remarks.append(f"原稿没有署名，作者先写作“{_NO_UNIT}”，请改好")
        if draft.photos:
            values["photos"] = photo_values(draft)
        before = set(values)
        progress.clear()
        try:
            values = self._complete(values)
        except click.UsageError as missing:
            raise Refused(missing.message) from None
        tally.common |= {key: value for key, value in values.items() if key not in before}
        values["submission"] = submission
        return values, remarks

    def _write(self, draft: Prepared, values: dict[str, Any]) -> tuple[str, tuple[str, ...]]:
        troubles = value_problems(MODELS[self.kind], {"draft": "true", **values}, whole=True)
        if troubles:
            raise Refused("".join(troubles))
        wish = self.slug or suggest_slug(str(values["title"])) or f"submission-{draft.sha256[:8]}"
        slug = free_slug(self.catalogue, self.project.root, self.kind, wish, self.now.year)
        folder = entry_folder(self.kind, slug, self.now.year)
        stub = entry_stub(
            self.kind, values, known_ids(self.catalogue), schema_line(folder, self.kind.value), draft.body
        )
        written = write_draft(self.project, self.kind, slug, self.now.year, stub, draft.files)
        return written.folder, written.remarks

    def _name(self, unit: str) -> str:
        organisation = self.catalogue.vocabularies.organisation.get(unit)
        return organisation.name if organisation is not None else unit


def list_lines(lines: Iterable[str]) -> None:
    """Print remarks below what they are about."""
    for line in lines:
        click.echo(f"  - {line}")
