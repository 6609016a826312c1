"""``zoujin kit``, and what stands where a kit was."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from pypdf import PdfReader
from sites.site import Site

from generator.cli.main import run

BUS = "stories/2026/night-bus/index.md"
ENTRY = "stories/2026/night-bus"
LINE = "限时稿：2026年3月14日08:00前不得发表、转发、上网，也不得给第三方。"


@pytest.fixture
def city(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    monkeypatch.chdir(tmp_path)
    return Site.mini(tmp_path)


def say(site: Site, *lines: str) -> None:
    """Add metadata to the story."""
    text = (site.root / BUS).read_text("utf-8")
    (site.root / BUS).write_text(text.replace("---\n", "---\n" + "".join(f"{line}\n" for line in lines), 1), "utf-8")


def kit(*words: str) -> int:
    return run(["kit", ENTRY, *words, "--today", "2026-03-12"])


def test_an_embargoed_kit_says_so_on_every_page(city: Site, capsys: pytest.CaptureFixture[str]) -> None:
    say(city, "media: true", "embargo: 2026-03-14 08:00")
    assert kit() == 1
    assert "到 2026-03-14 08:00 才公开。确实要提前给可靠的媒体，加上 --embargoed" in capsys.readouterr().err
    assert kit("--embargoed") == 0
    archive = ZipFile("night-bus-限时稿.zip")
    files = {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
    for name in ("README.txt", "article.txt", "article.md", "rights.txt", "wechat/article.html"):
        assert LINE in files[name].decode(), name
    header = docx.Document(BytesIO(files["article.docx"])).sections[0].header
    assert header.paragraphs[0].text == LINE
    for page in PdfReader(BytesIO(files["rights.pdf"])).pages:
        assert LINE in re.sub(r"\s", "", page.extract_text())
    item = json.loads(files["ninjs.json"])
    assert (item["pubStatus"], item["embargoedUntil"]) == ("withheld", "2026-03-14T08:00:00+08:00")
    assert "夜班公交" not in b"".join(city.build().files().values()).decode("utf-8", "replace")


def test_the_kit_of_a_public_entry_is_that_of_the_site(city: Site) -> None:
    say(city, "media: true")
    assert kit("-o", "mine.zip") == 0
    assert Path("mine.zip").read_bytes() == city.build().files()[f"kits/{ENTRY}/night-bus.zip"]
    assert kit("-o", "mine.zip") == 1


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("draft: true", "现在是“草稿”，不能给媒体"),
        ("expires: 2026-03-12", "现在是“已下线”，不能给媒体"),
        ("withdrawn: {date: 2026-03-11, reason: 核实后另发。}", "现在是“已撤回”，不能给媒体"),
        ("rights: none", "转载许可是“请勿转载”"),
    ],
)
def test_what_is_not_to_be_printed_is_in_no_kit(
    line: str, said: str, city: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    say(city, line)
    assert kit("--embargoed") == 1
    assert said in capsys.readouterr().err
    assert not list(city.root.glob("*.zip"))


def test_a_withdrawn_kit_answers_with_the_notice(city: Site) -> None:
    say(city, "media: true")
    assert "photos" in " ".join(ZipFile(BytesIO(city.build().files()[f"kits/{ENTRY}/night-bus.zip"])).namelist())
    say(city, "withdrawn: {date: 2026-03-11, reason: 核实后另发。}")
    files = city.build().files()
    archive = ZipFile(BytesIO(files[f"kits/{ENTRY}/night-bus.zip"]))
    assert archive.namelist() == ["night-bus/撤稿通知.txt", "night-bus/ninjs.json"]
    assert json.loads(archive.read("night-bus/ninjs.json"))["pubStatus"] == "canceled"
    text = files[f"kits/{ENTRY}/night-bus.txt"].decode()
    assert "这份资料已于2026年3月11日撤回" in text
    assert "核实后另发。" in text
    assert f"kits/{ENTRY}/night-bus.docx" not in files
    assert "夜班公交" not in text
