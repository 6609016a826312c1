"""The desk in signed mode: decisions carry the person's signature, and a key that cannot sign is told plainly."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from desk_in_test import desk_of
from reviewed_project import STORY
from signed_project import SignedCity, signed_city

from generator.pipeline.key_readiness import why_not_ready


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> SignedCity:
    city = signed_city(tmp_path_factory.mktemp("signed"))
    assert city.signs("submit", "chen") == 0
    return city


@pytest.fixture
def city(kept: SignedCity, tmp_path: Path) -> SignedCity:
    return kept.at(Path(shutil.copytree(kept.root, tmp_path / "city")))


@pytest.fixture(scope="module")
def locked(kept: SignedCity) -> Path:
    """zhao's key with a passphrase."""
    key = kept.keys / "zhao-locked"
    shutil.copy(kept.keys / "zhao", key)
    key.chmod(0o600)
    shutil.copy(kept.keys / "zhao.pub", kept.keys / "zhao-locked.pub")
    subprocess.run(["ssh-keygen", "-q", "-p", "-N", "open sesame", "-P", "", "-f", str(key)], check=True)
    return key


@pytest.fixture
def agent(locked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An agent that holds the key with the passphrase."""
    said = subprocess.run(["ssh-agent", "-s"], check=True, capture_output=True, text=True).stdout
    found = dict(part.split("=", 1) for part in said.replace("\n", "").split(";") if "=" in part)
    try:
        monkeypatch.setenv("SSH_AUTH_SOCK", found["SSH_AUTH_SOCK"])
        says = tmp_path / "says"
        says.write_text("#!/bin/sh\necho open sesame\n", "utf-8")
        says.chmod(0o700)
        asked = {**os.environ, "SSH_ASKPASS": str(says), "SSH_ASKPASS_REQUIRE": "force"}
        subprocess.run(["ssh-add", "-q", str(locked)], check=True, env=asked, stdin=subprocess.DEVNULL)
        yield
    finally:
        os.kill(int(found["SSH_AGENT_PID"]), signal.SIGTERM)


def newest(city: SignedCity) -> dict[str, object]:
    record: dict[str, object] = json.loads(city.records()[-1].read_text("utf-8"))
    return record


def test_a_decision_is_signed(city: SignedCity) -> None:
    with desk_of(city.root, "zhao", key=city.keys / "zhao") as desk:
        assert "签名模式" in desk.get().shown
        assert "签名模式" in desk.get(f"entry/{STORY}").shown
        told = desk.decide(STORY, "sign:first+proof").shown
    assert "签好了" in told
    assert "用你的密钥签名" in told
    assert str(newest(city)["signature"]).startswith("-----BEGIN SSH SIGNATURE-----")
    assert city.faults() == ""


def test_somebody_elses_key(city: SignedCity) -> None:
    with desk_of(city.root, "zhao", key=city.keys / "qian") as desk:
        told = desk.decide(STORY, "sign:first").shown
    assert "没有做成" in told
    assert "没有写记录" in told
    assert len(city.records()) == 1


def test_nobody_knows_where_the_key_is(city: SignedCity) -> None:
    with desk_of(city.root, "zhao") as desk:
        assert "不知道你的密钥在哪里" in desk.decide(STORY, "sign:first").shown
    with desk_of(city.root, "zhao", key=city.keys / "gone") as desk:
        assert "找不到密钥文件" in desk.decide(STORY, "sign:first").shown
    assert len(city.records()) == 1


def test_a_passphrase_is_not_waited_for(city: SignedCity, locked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    with desk_of(city.root, "zhao", key=locked) as desk:
        told = desk.decide(STORY, "sign:first", remarks="写得好").shown
        assert "有口令" in told
        assert "ssh-add" in told
        assert ">写得好</textarea>" in desk.get(f"entry/{STORY}").text
    assert len(city.records()) == 1


@pytest.mark.usefixtures("agent")
def test_an_agent_holds_the_key(city: SignedCity, locked: Path) -> None:
    with desk_of(city.root, "zhao", key=locked) as desk:
        assert "签好了" in desk.decide(STORY, "sign:first").shown
    assert city.faults() == ""


def test_what_is_no_key(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("no key", "utf-8")
    assert "不是私钥" in why_not_ready(tmp_path / "text")
