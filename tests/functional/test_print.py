"""Stories off the screen: what is printed says what it must, fits, leads to its page, and is made once."""

from __future__ import annotations

import re
from pathlib import Path

import numpy
import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader
from sites.site import Site

import generator.prints.jobs as print_jobs
from generator.cli.main import run
from generator.pipeline.project import Project

BUS = "stories/2026/night-bus"
MM = 72 / 25.4
CODE = 76
"""Points; the code on a card, which stands above its own words."""


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The mini city with a picture that may be printed and one that may not."""
    site = Site.mini(tmp_path_factory.mktemp("prints"))
    site.photo(f"{BUS}/cup.jpg", "maroon").photo(f"{BUS}/face.jpg", "navy")
    text = (site.root / BUS / "index.md").read_text("utf-8")
    listed = (
        "photos:\n  - {file: face.jpg, alt: 一位老人, credit: 何砚秋, site_only: true}\n"
        "  - {file: cup.jpg, alt: 一只杯子, caption: 杯子还热着, credit: 何砚秋}\n"
    )
    text = re.sub(r"(?m)^photos:\n(?:  .*\n)+", "", text).replace("\n---\n", f"\n{listed}---\n", 1)
    (site.root / BUS / "index.md").write_text(text, "utf-8")
    return site.root


def printed(city: Path, *words: str) -> int:
    return run(["print", *words, "-C", str(city), "--to", str(city / "out"), "--today", "2026-03-12"])


def pdf(city: Path, name: str) -> tuple[str, tuple[int, int], int]:
    """The words without blanks, the size in millimetres, and the pages of a print."""
    reader = PdfReader(city / "out" / f"{name}.pdf")
    text = re.sub(r"\s", "", "".join(page.extract_text() for page in reader.pages))
    box = reader.pages[0].mediabox
    return text, (round(float(box.width) / MM), round(float(box.height) / MM)), len(reader.pages)


def heights(city: Path, name: str) -> list[tuple[str, float]]:
    """Pieces of text without blanks, and how high above the foot of the first page each stands, in points."""
    found: list[tuple[str, float]] = []

    def note(words: str, device: list[float], matrix: list[float], *_: object) -> None:
        found.append((re.sub(r"\s", "", words), device[5] + device[3] * matrix[5]))

    PdfReader(city / "out" / f"{name}.pdf").pages[0].extract_text(visitor_text=note)
    return found


def leads_to(city: Path, name: str) -> list[str]:
    picture = Image.open(city / "out" / f"{name}.png").convert("L")
    return [found.text for found in zxingcpp.read_barcodes(numpy.array(picture))]


def test_posters(city: Path) -> None:
    campaign = "content/campaigns/lei-feng-month-2026"
    assert printed(city, "poster", BUS, "content/profiles/zhou-shulan", campaign, "--size", "a3") == 0
    text, size, pages = pdf(city, "海报-A3-night-bus")
    assert (size, pages) == ((297, 420), 1)
    for said in ("夜班公交末站的热水", "文：", "何砚秋"):
        assert said in text
    (url,) = leads_to(city, "海报-A3-night-bus")
    assert url.endswith(f"/{BUS}/")
    assert "周淑兰" in pdf(city, "海报-A3-zhou-shulan")[0]
    assert "2026年3月1日至31日" in pdf(city, "海报-A3-lei-feng-month-2026")[0]


def test_only_what_may_hang_on_a_wall_is_printed(city: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    copy = print_jobs.print_copy
    monkeypatch.setattr(
        print_jobs, "print_copy", lambda data, longest: seen.append(str(len(data))) or copy(data, longest)
    )
    assert printed(city, "poster", BUS) == 0
    assert seen == [str((city / BUS / "cup.jpg").stat().st_size)]
    seen.clear()
    assert printed(city, "poster", BUS) == 0
    assert seen == [], "kept from the last time"


def test_two_runs_give_the_same_bytes(city: Path, tmp_path: Path) -> None:
    assert printed(city, "poster", "content/profiles/zhou-shulan") == 0
    first = (city / "out/海报-A4-zhou-shulan.pdf").read_bytes()
    cache = Project(city).cache / "prints"
    cache.rename(tmp_path / "away")
    assert printed(city, "poster", "content/profiles/zhou-shulan") == 0
    assert (city / "out/海报-A4-zhou-shulan.pdf").read_bytes() == first


def test_what_hangs_at_a_station(city: Path) -> None:
    assert printed(city, "station", "binhe-night", "--month", "2026-03") == 0
    text, size, _ = pdf(city, "上墙牌-A4-binhe-night")
    assert size == (210, 297)
    assert "服务内容" in text
    assert "请先电话确认" in text
    assert pdf(city, "门牌-binhe-night")[1] == (297, 210)
    assert "2026年3月活动安排" in pdf(city, "活动表-2026-03-binhe-night")[0]
    (url,) = leads_to(city, "上墙牌-A4-binhe-night")
    assert url.endswith("/stations/binhe-night/")


def test_badges(city: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = tmp_path / "names.txt"
    people = ["张三，引导员", "欧阳青山", "古丽米热·艾合买提，双语志愿者", "𠮷野\t队长", *(f"甲{n}" for n in range(9))]
    names.write_text("\ufeff" + "\n\n".join(people), "utf-8")
    assert printed(city, "badges", "滨河队", "--names", str(names)) == 0
    text, size, pages = pdf(city, "胸牌-滨河队")
    assert (size, pages) == ((210, 297), 2)
    for said in ("古丽米热·艾合买提", "引导员", "𠮷野", "队长", "甲8"):
        assert said in text
    names.write_text("长" * 60 + "\n\U000e0100\U0003ffff\n", "utf-8")
    assert printed(city, "badges", "滨河队", "--names", str(names)) == 1
    said = capsys.readouterr().err
    assert "太长，缩到最小的字号还是排不下" in said
    assert "排版的字体里没有“\U0003ffff”" in said
    names.write_bytes("张三".encode("gbk"))
    assert printed(city, "badges", "滨河队", "--names", str(names)) == 2


def test_cards_have_their_pixels(city: Path) -> None:
    assert printed(city, "card", BUS) == 0
    for size in ((1080, 1440), (1080, 1080), (1410, 600)):
        assert Image.open(city / f"out/分享卡-{size[0]}x{size[1]}-night-bus.png").size == size


def test_a_wall_newspaper_tells_the_whole_feature(city: Path) -> None:
    assert printed(city, "wall", "content/features/night-lights") == 0
    text, size, pages = pdf(city, "墙报-A3-night-lights")
    assert size == (297, 420)
    assert 1 <= pages <= 4
    assert "夜班公交末站的热水" in text
    assert "杯子还热着" in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("poster", "stories/2026/nothing"),
            "没有“stories/2026/nothing”这一条（要志愿故事、志愿人物、主题活动、专题）",
        ),
        (("poster", "binhe-night"), "没有“binhe-night”这一条"),
        (("wall", BUS), "这一条（要专题）"),
        (("poster",), "荣誉榜写 --honours"),
        (("station", "binhe-night", "--month", "三月"), "月份“三月”看不懂"),
    ],
)
def test_what_cannot_be_printed_is_said(
    words: tuple[str, ...], said: str, city: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert printed(city, *words) in (1, 2)
    assert said in capsys.readouterr().err


def test_a_card_keeps_a_long_summary_off_its_code(city: Path) -> None:
    title = "从滨河社区到望山深处：三百六十五个夜晚、四十一位志愿者、一张小桌子和一壶一直热着的水😀"
    summary = "三月的晚上风还很凉，末班车进站以前，候车亭里坐着四个人，喝了再走，路还远。" * 4
    folder = city / "stories/2026/long"
    folder.mkdir()
    text = (city / BUS / "index.md").read_text("utf-8").split("photos:")[0]
    text = re.sub(r"(?m)^(title|summary): .*\n", "", text).replace(
        "---\n", f"---\ntitle: {title}\nsummary: {summary}\n", 1
    )
    (folder / "index.md").write_text(f"{text.rstrip()}\n---\n\n亮。\n", "utf-8")
    assert printed(city, "card", "stories/2026/long") == 0
    for size in ("1080x1440", "1080x1080"):
        assert summary in pdf(city, f"分享卡-{size}-long")[0]
        assert len(leads_to(city, f"分享卡-{size}-long")) == 1
        lines = heights(city, f"分享卡-{size}-long")
        assert min(at for words, at in lines if words and words in summary) > CODE + max(
            at for words, at in lines if "扫码看全文" in words
        )
