"""The sample city keeps what it preaches: all of it that is public was reviewed and signed."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import pytest
import yaml
from reviewed_project import Clone, new_city

from generator.model.reviewing import PEOPLE_FILE, POLICY_FILE
from generator.pipeline.project import Project
from generator.pipeline.verification import Asked, verify
from generator.review.verdict import ReviewState
from tools import sample_reviews

ROOT = Path(__file__).parents[2]


def test_all_of_the_sample_has_passed_but_what_shows_a_review_under_way(tmp_path: Path) -> None:
    found = verify(Project(ROOT, tmp_path), Asked(datetime(2026, 12, 31), fresh=True))
    assert found.faults == []
    under_way = {
        id: verdict.state for id, verdict in found.verdicts.items() if verdict.state is not ReviewState.APPROVED
    }
    assert under_way == {
        **dict.fromkeys(sample_reviews.RETURNED, ReviewState.RETURNED),
        **dict.fromkeys(sample_reviews.WAITING, ReviewState.REVIEWING),
    }, "commit the sample's content, run python -m tools.sample_reviews, and commit what it writes"


def test_private_keys_lie_under_tests_alone() -> None:
    people = yaml.safe_load((ROOT / PEOPLE_FILE).read_text("utf-8"))
    for person in people:
        (key,) = person["keys"]
        public = (sample_reviews.KEYS / f"{person['id']}.pub").read_text("utf-8")
        assert public.split()[:2] == key["key"].split()
    holders = [path for folder in ("content", "stories") for path in (ROOT / folder).rglob("*") if path.is_file()]
    assert not [path for path in holders if b"PRIVATE KEY" in path.read_bytes()]


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="needs OpenSSH")
def test_the_same_content_is_reviewed_in_the_same_way(tmp_path: Path) -> None:
    city = new_city(tmp_path / "city")
    for path in (POLICY_FILE, PEOPLE_FILE):
        city.write(path, (ROOT / path).read_text("utf-8"))
    city.commit("people")
    twin = city.clone(tmp_path / "twin")
    written = [sample_reviews.review_sample(project.root) for project in (city, twin)]
    assert written[0] == written[1] >= 4
    assert records(city) == records(twin)
    city.commit("reviews")
    assert sample_reviews.review_sample(city.root) == 0
    assert city.zoujin("verify") == 0


def records(city: Clone) -> dict[str, bytes]:
    return {path.relative_to(city.root).as_posix(): path.read_bytes() for path in city.root.rglob("*.json")
            if "review" in path.parts}  # fmt: skip
