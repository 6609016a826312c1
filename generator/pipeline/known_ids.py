"""What references may name, for completion in editors and in questions."""

from __future__ import annotations

from generator.model.catalogue import Catalogue
from generator.model.kinds import REGISTERS, Kind


def known_ids(catalogue: Catalogue) -> dict[str, list[tuple[str, str]]]:
    """By target of a reference: pairs of id and name, vocabularies in their own order, entries newest first."""
    known: dict[str, list[tuple[str, str]]] = {
        register.name: [(key, term.name) for key, term in catalogue.vocabularies.named(register.name).items()]
        for register in REGISTERS
    }
    for kind in Kind:
        entries = sorted(catalogue.by_kind[kind].values(), key=lambda entry: entry.id, reverse=True)
        known[kind.value] = [(entry.slug, entry.title) for entry in entries]
    return known
