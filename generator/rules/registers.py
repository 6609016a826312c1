"""References inside the registers and the settings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model.catalogue import Catalogue
from generator.model.diagnostic import Severity
from generator.model.kinds import REGISTERS, SETTINGS_FILE, Kind
from generator.model.references import references

from .finding import Finding
from .nearest import not_an_id, suggestion
from .registry import rule

_REGISTERS = {register.name: register for register in REGISTERS}


@rule("register-reference", Severity.ERROR, "名录里引用了不存在的编号", binding=True)
def register_reference(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """Streets name a known district, communities a known street, organisations a known district."""
    vocabularies = catalogue.vocabularies
    for register in REGISTERS:
        for id, term in vocabularies.named(register.name).items():
            for reference in references(term):
                target = _REGISTERS[reference.target]
                terms = vocabularies.named(target.name)
                if reference.value in terms or target.file in catalogue.broken:
                    continue
                if reference.value in catalogue.broken_slugs:
                    continue
                names = {key: known.name for key, known in terms.items()}
                wrong = not_an_id(reference.value) or "没有这个编号"
                yield Finding(
                    register.file,
                    (id, *reference.at),
                    f"“{term.name}”的{target.label}写着“{reference.value}”：{wrong}（见 {target.file}）。",
                    suggestion(reference.value, names, names),
                )


@rule("settings-reference", Severity.WARNING, "站点设置引用了不存在的内容")
def settings_reference(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """The settings name known districts and a known lead story."""
    settings, districts = catalogue.settings, catalogue.vocabularies.district
    names = {id: district.name for id, district in districts.items()}
    for index, id in enumerate(settings.district_order):
        if id not in districts and id not in catalogue.broken_slugs:
            message = f"区县顺序里的“{id}”{not_an_id(id) or '不是区县的编号'}（见 content/districts.yaml）。"
            yield Finding(SETTINGS_FILE, ("district_order", index), message, suggestion(id, names, names))
    lead = settings.lead_story
    if lead is not None and catalogue.resolve(Kind.STORY, lead) is None and lead not in catalogue.broken_slugs:
        stories = catalogue.by_kind[Kind.STORY]
        hint = suggestion(lead, stories.keys(), {slug: story.title for slug, story in stories.items()})
        yield Finding(SETTINGS_FILE, ("lead_story",), f"头条“{lead}”不是任何一篇志愿故事，首页会改用最新的一篇。", hint)
