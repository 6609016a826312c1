"""Publications to a folder and to object storage: whole at every moment, finished by the next, never another's files."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import time
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from small_sites import ADDRESS, NEW, OLD, Killed, Mortal, SmallSite, missing_links, order, quiet, steps_of

from generator.publish.targets import folder_store, lock
from generator.publish.targets.delivery import look, publish
from generator.publish.targets.folder_store import FolderStore
from generator.publish.targets.lock import LOCK, PublishLock, state_file
from generator.publish.targets.remote_manifest import MANIFEST, STATE, read_remote
from generator.publish.targets.store import Store, untold
from generator.publish.targets.trouble import ForeignFiles, TargetTrouble


@pytest.fixture
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    """An empty target, a folder or a place in object storage; each call opens it anew."""
    if getattr(request, "param", "folder") == "folder":
        return lambda: FolderStore(tmp_path / "target")
    storage = request.getfixturevalue("storage")
    url = f"s3://bucket/{request.node.originalname}"
    return lambda: storage.open(url)


everywhere = pytest.mark.parametrize("place", ["folder", "storage"], indirect=True)
"""Object storage is slow to ask: it is for what stores do in different ways."""


def content(store: Store) -> dict[str, bytes]:
    return {path: store.read(path) or b"" for path in store.listing()}


@everywhere
def test_a_site_arrives_whole_and_again_nothing_is_sent(place: Any, old: Path) -> None:
    plan = publish(place(), order(old), quiet)
    assert len(plan.sending) == len(OLD.files())
    assert content(place()) == OLD.files()
    assert missing_links(content(place())) == []
    again = publish(place(), order(old), quiet)
    assert again.is_done
    assert place().read(LOCK) is None


def test_the_next_version_replaces_it_and_old_pictures_stay_a_while(
    place: Any, old: Path, new: Path, tmp_path: Path
) -> None:
    publish(place(), order(old), quiet)
    restyled = SmallSite("blue", OLD.stories).write(tmp_path / "restyled")
    plan = publish(place(), order(restyled), quiet)
    assert OLD.photo("night-bus") in plan.leaving
    found = content(place())
    assert found[OLD.photo("night-bus")] == OLD.files()[OLD.photo("night-bus")]
    assert set(found) - set(plan.leaving) == set(SmallSite("blue", OLD.stories).files())
    later = publish(place(), order(restyled, keep_seconds=0), quiet)
    assert set(later.removes) == set(plan.leaving)
    assert content(place()) == SmallSite("blue", OLD.stories).files()


@everywhere
def test_what_is_withdrawn_leaves_nothing_behind(place: Any, old: Path, tmp_path: Path) -> None:
    publish(place(), order(old), quiet)
    after = SmallSite("red", ("night-bus", "spring-clinic"), withdrawn=("river-patrol",))
    publish(place(), order(after.write(tmp_path / "after")), quiet)
    assert content(place()) == after.files()
    assert not any(b"river-patrol" in text for text in content(place()).values())


def test_a_dry_run_touches_nothing(place: Any, old: Path, new: Path) -> None:
    assert len(look(place(), order(old), time.time()).sending) == len(OLD.files())
    assert place().listing() == {}
    assert place().clock(f"{STATE}clock") is None
    publish(place(), order(old), quiet)
    before = place().read(MANIFEST)
    assert not look(place(), order(new), time.time()).is_done
    assert content(place()) == OLD.files()
    assert place().read(MANIFEST) == before


def kill_points(place: Any, first: Path, then: Path, number: int) -> list[int]:
    publish(place(), order(first), quiet)
    whole = steps_of(lambda store: publish(store, order(then), quiet), place())
    assert whole > number
    return [round(1 + step * (whole - 1) / (number - 1)) for step in range(number)]


@pytest.mark.parametrize("kind", ["folder", pytest.param("storage", marks=pytest.mark.slow)])
def test_killed_at_twenty_points_the_site_is_whole_and_the_next_run_finishes_it(
    request: pytest.FixtureRequest, kind: str, old: Path, new: Path, tmp_path: Path
) -> None:
    storage = request.getfixturevalue("storage") if kind == "storage" else None

    def at_place(name: str) -> Any:
        return storage.open(f"s3://bucket/{name}") if storage else FolderStore(tmp_path / name)

    def now_at(name: str) -> dict[str, bytes]:
        return storage.everything(name) if storage else content(at_place(name))

    publish(at_place("first"), order(old), quiet)
    for at in kill_points(partial(at_place, "counted"), old, new, 20):
        name = f"killed-{at}"
        if storage:
            storage.copy("first", name)
        else:
            shutil.copytree(tmp_path / "first", tmp_path / name)
        with pytest.raises(Killed):
            publish(Mortal(at_place(name), at - 1), order(new), quiet)
        assert missing_links(now_at(name)) == [], f"step {at}"
        if storage:
            at_place(name).remove([LOCK])  # as if its time had come: asking for it at every file would take long
        publish(at_place(name), order(new, lock_expires=300.0 if storage else 0.0, purge=True), quiet)
        assert now_at(name) == NEW.files(), f"step {at}"


def test_a_process_that_is_really_killed(old: Path, new: Path, tmp_path: Path) -> None:
    counted = partial(FolderStore, tmp_path / "counted")
    for at in kill_points(counted, old, new, 6):
        target = tmp_path / f"killed-{at}"
        publish(FolderStore(target), order(old), quiet)
        child = os.fork()
        if child == 0:
            publish(
                Mortal(FolderStore(target), at - 1, lambda: os.kill(os.getpid(), signal.SIGKILL)), order(new), quiet
            )
            os._exit(0)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
        assert missing_links(content(FolderStore(target))) == []
        publish(FolderStore(target), order(new, lock_expires=0.0, purge=True), quiet)
        assert content(FolderStore(target)) == NEW.files()


@everywhere
def test_a_first_publication_that_broke_off_is_finished_too(place: Any, old: Path) -> None:
    with pytest.raises(Killed):
        publish(Mortal(place(), 12), order(old), quiet)
    assert place().listing()
    publish(place(), order(old, lock_expires=0.0), quiet)
    assert content(place()) == OLD.files()


def test_a_page_of_the_old_version_does_not_survive_a_broken_off_publication_of_another(
    place: Any, old: Path, new: Path
) -> None:
    """The journal knows that a page may be of either version, though its manifest and size say that it is as before."""
    publish(place(), order(old), quiet)
    whole = steps_of(lambda store: publish(store, order(new), quiet), place())
    publish(place(), order(old, purge=True), quiet)
    with pytest.raises(Killed):
        publish(Mortal(place(), whole - 8), order(new), quiet)
    publish(place(), order(old, lock_expires=0.0, purge=True), quiet)
    assert content(place()) == OLD.files()


@everywhere
def test_files_of_somebody_else_stay(place: Any, old: Path, new: Path) -> None:
    theirs = {"zhengwu/index.html": b"<html>theirs</html>", "photos/logo.jpg": b"theirs"}
    put(place(), theirs)
    publish(place(), order(old), quiet)
    publish(place(), order(new, keep_seconds=0, purge=True), quiet)
    assert content(place()) == {**theirs, **NEW.files()}


@everywhere
def test_a_target_that_is_not_ours_is_refused_until_we_are_told_to_take_it_over(place: Any, old: Path) -> None:
    put(place(), {"index.html": b"<html>a shop</html>", "shop.html": b"theirs"})
    with pytest.raises(ForeignFiles, match=r"index\.html"):
        publish(place(), order(old), quiet)
    assert content(place()) == {"index.html": b"<html>a shop</html>", "shop.html": b"theirs"}
    publish(place(), order(old, take_over=True), quiet)
    assert content(place()) == {"shop.html": b"theirs", **OLD.files()}


@pytest.mark.parametrize("damage", [b"", b"{", b'{"zoujin": 1}'])
def test_a_damaged_memory_is_said_and_nothing_is_deleted_after_it(
    place: Any, old: Path, new: Path, damage: bytes
) -> None:
    publish(place(), order(old), quiet)
    put(place(), {MANIFEST: damage})
    with pytest.raises(TargetTrouble, match="清单"):
        publish(place(), order(new), quiet)
    assert content(place()) == OLD.files()
    publish(place(), order(new, take_over=True, purge=True), quiet)
    assert content(place()) == {**OLD.files(), **NEW.files()}


def test_a_lost_memory_is_a_target_of_somebody_else(place: Any, old: Path) -> None:
    publish(place(), order(old), quiet)
    place().remove([MANIFEST])
    with pytest.raises(ForeignFiles):
        publish(place(), order(old), quiet)
    publish(place(), order(old, take_over=True), quiet)
    assert publish(place(), order(old), quiet).is_done


def test_another_site_is_not_overwritten(place: Any, old: Path, new: Path, tmp_path: Path) -> None:
    publish(place(), order(old), quiet)
    from dataclasses import replace

    other = replace(order(new), address="https://other.example/")
    with pytest.raises(TargetTrouble, match="另一个网站"):
        publish(place(), other, quiet)
    assert content(place()) == OLD.files()
    publish(place(), replace(other, take_over=True, purge=True), quiet)
    assert read_remote(place().read(MANIFEST), None).site == "https://other.example/"
    assert ADDRESS not in str(read_remote(place().read(MANIFEST), None))


@everywhere
def test_of_two_publishers_the_second_says_so_or_waits(
    place: Any, old: Path, new: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(place(), order(old), quiet)
    first = PublishLock(place(), "zhang@office")
    first.take(0, print)
    with pytest.raises(TargetTrouble, match="zhang@office"):
        publish(place(), order(new), quiet)
    assert content(place()) == OLD.files()
    monkeypatch.setattr(lock, "_POLL", 0.01)
    said: list[str] = []

    def hear(stage: str, done: int, whole: int) -> None:
        said.append(stage)
        first.release()

    publish(place(), order(new, wait_seconds=30.0, purge=True), hear)
    assert "“zhang@office”正在发布，等它发完" in said
    assert content(place()) == NEW.files()


@everywhere
def test_a_publisher_who_slept_too_long_stops(place: Any, old: Path) -> None:
    sleeper = PublishLock(place(), "slow", expires=0.0)
    sleeper.take(0, print)
    PublishLock(place(), "quick", expires=0.0).take(0, print)
    with pytest.raises(TargetTrouble, match="接着发布"):
        sleeper.renew()
    sleeper.release()
    assert place().read(LOCK) is not None


def test_only_the_targets_own_clock_counts(
    place: Any, old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A machine whose clock runs ten years ahead, then one ten years behind."""
    publish(place(), order(old), quiet)
    restyled = SmallSite("blue", OLD.stories).write(tmp_path / "restyled")
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() + 10 * 365 * 86400)
    if isinstance(place(), FolderStore):  # signatures of requests have dates, which servers check
        assert OLD.photo("night-bus") in publish(place(), order(restyled), quiet).leaving
        monkeypatch.setattr(time, "time", lambda: real() - 10 * 365 * 86400)
        assert OLD.photo("night-bus") in publish(place(), order(restyled), quiet).leaving


def test_a_site_built_anew_meanwhile_stops_the_publication(place: Any, old: Path, tmp_path: Path) -> None:
    tree = OLD.write(tmp_path / "tree")
    wanted = order(tree)
    (tree / "stories/index.html").write_text("built anew")
    with pytest.raises(TargetTrouble, match="又重新生成"):
        publish(place(), wanted, quiet)
    assert "index.html" not in place().listing()
    publish(place(), order(tree), quiet)
    assert (place().read("stories/index.html") or b"").decode() == "built anew"


def test_a_full_disk(old: Path, new: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = FolderStore(tmp_path / "target")
    publish(target, order(old), quiet)
    room = [600]

    def write(handle: int, mode: str) -> Any:
        opened = real(handle, mode)
        whole = opened.write

        class Small:
            def __enter__(self) -> Small:
                return self

            def __exit__(self, *args: object) -> None:
                opened.close()

            def write(self, data: bytes) -> int:
                room[0] -= len(data)
                if room[0] < 0:
                    raise OSError(errno.ENOSPC, "No space left on device")
                return int(whole(data))

        return Small()

    real = os.fdopen
    monkeypatch.setattr(folder_store.os, "fdopen", write)
    with pytest.raises(TargetTrouble, match="磁盘满了"):
        publish(target, order(new), quiet)
    monkeypatch.undo()
    assert missing_links(content(target)) == []
    assert not list((tmp_path / "target" / STATE).glob("new-*"))
    publish(target, order(new, lock_expires=0.0, purge=True), quiet)
    assert content(target) == NEW.files()


def test_a_share_that_is_not_mounted(old: Path, tmp_path: Path) -> None:
    with pytest.raises(TargetTrouble, match="挂载"):
        publish(FolderStore(tmp_path / "share" / "site"), order(old), quiet)
    assert not (tmp_path / "share").exists()


def test_a_folder_without_permission(old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(folder_store.os, "replace", refuse)
    with pytest.raises(TargetTrouble, match="没有写的权限"):
        publish(FolderStore(tmp_path / "target"), order(old), quiet)


def test_half_written_files_of_killed_publications_are_cleared_away(old: Path, tmp_path: Path) -> None:
    publish(FolderStore(tmp_path / "target"), order(old), quiet)
    forgotten, young = tmp_path / "target" / STATE / "new-forgotten", tmp_path / "target" / STATE / "new-young"
    forgotten.write_text("half")
    young.write_text("half")
    os.utime(forgotten, (0, 0))
    publish(FolderStore(tmp_path / "target"), order(old), quiet)
    assert not forgotten.exists()
    assert young.exists()


def test_object_storage_is_told_types_and_how_long_to_keep(storage: Any, old: Path) -> None:
    store = storage.open("s3://bucket/told")
    publish(store, order(old), quiet)
    photo = store._files.info(f"bucket/told/{OLD.photo('night-bus')}")
    assert photo["ContentType"] == "image/jpeg"
    page = store._files.call_s3("head_object", Bucket="bucket", Key="told/index.html")
    assert (page["ContentType"], page["CacheControl"]) == (
        "text/html; charset=utf-8",
        "public, max-age=300, must-revalidate",
    )


def test_object_storage_that_does_not_know_us(storage: Any, old: Path, new: Path) -> None:
    store = storage.open("s3://bucket/refused")
    publish(store, order(old), quiet)
    storage.api("reset-auth", b"0")  # from now on moto wants keys that it knows
    try:
        with pytest.raises(TargetTrouble, match="不接受这个访问密钥"):
            publish(store, order(new), quiet)
    finally:
        storage.api("reset-auth", b"inf")
    assert content(store) == OLD.files()


def test_a_bucket_that_is_not_there_and_a_server_that_is_not(
    storage: Any, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    with pytest.raises(TargetTrouble, match="没有 s3://nowhere/x 这个存储桶"):
        publish(storage.connect("s3://nowhere/x"), order(old), quiet)
    from generator.publish.targets.object_store import open_storage

    closed = open_storage("s3://bucket/x", endpoint="http://127.0.0.1:1", region="", key="k", secret="s", token="")
    with pytest.raises(TargetTrouble, match="连不上"):
        publish(closed, order(old), quiet)


def test_a_full_bucket(storage: Any, old: Path, new: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = storage.open("s3://bucket/full")
    publish(store, order(old), quiet)
    put_object, sizes = store._put, [0]

    def put_if_room(file: Any) -> None:
        sizes[0] += 1
        if sizes[0] > 6:
            from botocore.exceptions import ClientError

            raise OSError("QuotaExceeded") from ClientError({"Error": {"Code": "QuotaExceeded"}}, "PutObject")
        put_object(file)

    monkeypatch.setattr(store, "_put", put_if_room)
    with pytest.raises(TargetTrouble, match="超过了配额"):
        publish(store, order(new), quiet)
    monkeypatch.undo()
    assert missing_links(content(store)) == []
    publish(store, order(new, lock_expires=0.0, purge=True), quiet)
    assert content(store) == NEW.files()


def test_another_backend_by_its_own_url(old: Path) -> None:
    from generator.publish.targets.object_store import ObjectStore

    store = ObjectStore("memory://site/zyfw", {})
    publish(store, order(old), quiet)
    assert content(store) == OLD.files()
    with pytest.raises(TargetTrouble, match="nosuch"):
        ObjectStore("nosuch://x", {})


def put(store: Any, files: dict[str, bytes]) -> None:
    store.put([state_file(path, text) for path, text in files.items()], untold)
