"""The policy of reviews and the people who keep it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model.catalogue import Catalogue
from generator.model.diagnostic import Severity
from generator.model.person_names import folded
from generator.model.review_stages import Reviewed, ReviewMode, Stage
from generator.model.reviewing import PEOPLE_FILE, POLICY_FILE, Reviewer

from .finding import Finding
from .registry import rule


@rule("review-same-person", Severity.ERROR, "审核人员名单里一个人写了两条", binding=True)
def review_same_person(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """Nobody has two ids: different stages are for different people."""
    names: dict[str, Reviewer] = {}
    keys: dict[str, Reviewer] = {}
    for id, person in catalogue.vocabularies.reviewer.items():
        name = folded(person.name)
        if name in names and not person.namesake and not names[name].namesake:
            other = names[name]
            yield Finding(
                PEOPLE_FILE,
                (id, "name"),
                f"“{person.name}”和“{other.name}”（{other.id}）是同一个名字，会当成同一个人。",
                "是同一个人就删掉一条；确实是同名的两个人，在其中一条写 namesake: true。",
            )
        names.setdefault(name, person)
        for index, key in enumerate(person.keys):
            body = " ".join(key.key.split()[:2])
            if body in keys and keys[body].id != id:
                yield Finding(
                    PEOPLE_FILE,
                    (id, "keys", index, "key"),
                    f"{person.name}和{keys[body].name}登记了同一把密钥，会当成同一个人。",
                    "每人用自己的密钥，删掉不是本人的那一条。",
                )
            keys.setdefault(body, person)


@rule("review-kind-missing", Severity.ERROR, "审核制度漏了一种内容", binding=True)
def review_kind_missing(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """With a policy, what it does not speak of is never public."""
    policy = catalogue.policy
    if policy is None or policy.mode is ReviewMode.OFF:
        return
    covered = {kind for line in policy.requirements for kind in line.kinds}
    if not policy.sources:
        covered.add(Reviewed.REPUBLISHED)
    covered.add(Reviewed.REGISTER)  # not spoken of, registers are as they are; verifying says so
    if policy.migrated_before is None:
        covered.add(Reviewed.MIGRATED)
    missing = [kind for kind in Reviewed if kind not in covered]
    if missing:
        yield Finding(
            POLICY_FILE,
            ("requirements",),
            f"没有写{'、'.join(f'{kind.label}（{kind}）' for kind in missing)}要怎么审，这些内容都不会公开。",
            "在 requirements 里补上；确实不用审的，单写一条 stages: []。",
        )


@rule("review-nobody", Severity.WARNING, "审核制度里有一级没有人能签")
def review_nobody(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """Every stage has somebody, and every kind as many people as it has levels."""
    policy = catalogue.policy
    if policy is None or policy.mode is ReviewMode.OFF or PEOPLE_FILE in catalogue.broken:
        return
    people = [person for person in catalogue.vocabularies.reviewer.values() if _in_office(person, today)]
    for index, line in enumerate(policy.requirements):
        stages = [stage for stage in Stage if stage in line.stages]
        empty = [stage for stage in stages if not any(stage in person.stages_on(today) for person in people)]
        if empty:
            yield Finding(
                POLICY_FILE,
                ("requirements", index, "stages") if policy.model_fields_set & {"requirements"} else (),
                f"“{line.name}”的{'、'.join(stage.label for stage in empty)}没有人能签，这些内容审不完。",
                f"在 {PEOPLE_FILE} 里给合适的人写上这一级；人手不够可以借用上级单位的人员。",
            )
            continue
        able = {person.id for person in people if set(person.stages_on(today)) & set(stages)}
        levels = {stage.level for stage in stages}
        if len(able) < len(levels):
            yield Finding(
                POLICY_FILE,
                ("requirements", index, "stages") if policy.model_fields_set & {"requirements"} else (),
                f"“{line.name}”要 {len(levels)} 个不同的人，名单里能签的只有 {len(able)} 个。",
                "借用上级单位的人员（borrowed: true），或减少审级。",
            )


def _in_office(person: Reviewer, today: date) -> bool:
    return (person.since is None or person.since <= today) and (person.until is None or today < person.until)
