"""Publications to OpenStack Swift through its S3 protocol."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "unit/publish/targets"))
from small_sites import NEW, OLD, Killed, Mortal, missing_links, order, quiet, steps_of

from generator.publish.targets import object_store
from generator.publish.targets.delivery import publish
from generator.publish.targets.lock import LOCK, PublishLock
from generator.publish.targets.trouble import TargetTrouble


@pytest.fixture(scope="session")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return OLD.write(tmp_path_factory.mktemp("old"))


@pytest.fixture(scope="session")
def new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return NEW.write(tmp_path_factory.mktemp("new"))


@pytest.fixture(autouse=True)
def in_no_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Swift has no conditional writes, and nobody else publishes here."""
    monkeypatch.setattr(object_store, "_SETTLING", 0.0)


def content(store: Any) -> dict[str, bytes]:
    return {path: store.read(path) or b"" for path in store.listing()}


def test_a_site_arrives_and_its_next_version_replaces_it(swift: Any, old: Path, new: Path) -> None:
    store = swift.open("s3://bucket/plain")
    publish(store, order(old), quiet)
    assert content(store) == OLD.files()
    assert publish(store, order(old), quiet).is_done
    plan = publish(store, order(new, purge=True), quiet)
    assert plan.removes
    assert content(store) == NEW.files()
    page = store._files.call_s3("head_object", Bucket="bucket", Key="plain/index.html")
    assert page["ContentType"] == "text/html; charset=utf-8"


def test_killed_at_twenty_points(swift: Any, old: Path, new: Path) -> None:
    store = swift.open("s3://bucket/counted")
    publish(store, order(old), quiet)
    whole = steps_of(lambda counted: publish(counted, order(new), quiet), store)
    for step in range(20):
        at = round(1 + step * (whole - 1) / 19)
        store._root = f"bucket/killed-{at}"
        publish(store, order(old), quiet)
        with pytest.raises(Killed):
            publish(Mortal(store, at - 1), order(new), quiet)
        assert missing_links(content(store)) == [], f"step {at}"
        store.remove([LOCK])
        publish(store, order(new, purge=True), quiet)
        assert content(store) == NEW.files(), f"step {at}"


def test_a_wrong_key_and_one_that_may_not_write(swift: Any, old: Path) -> None:
    for key, secret in (("site:publisher", "wrong-word"), ("site:nobody", "x"), ("site:stranger", "other-word")):
        with pytest.raises(TargetTrouble, match="不接受这个访问密钥"):
            publish(swift.open("s3://bucket/refused", key, secret), order(old), quiet)


def test_a_full_bucket(swift: Any, old: Path, new: Path) -> None:
    store = swift.open("s3://bucket/full")
    publish(store, order(old), quiet)
    swift.limit(1)
    try:
        with pytest.raises(TargetTrouble, match="超过了配额"):
            publish(store, order(new), quiet)
    finally:
        swift.limit(None)
    assert missing_links(content(store)) == []
    store.remove([LOCK])
    publish(store, order(new, purge=True), quiet)
    assert content(store) == NEW.files()


def test_two_publishers(swift: Any, old: Path) -> None:
    store = swift.open("s3://bucket/two")
    lock = PublishLock(store, "zhang@office")
    lock.take(0, print)
    with pytest.raises(TargetTrouble, match="zhang@office"):
        publish(swift.open("s3://bucket/two"), order(old), quiet)
    lock.release()
    publish(store, order(old), quiet)
