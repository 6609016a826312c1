"""``zoujin new``: what it writes passes the check, and it never writes over anything."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from checked_project import check_project
from terminal import at_a_terminal

from generator.cli.main import run
from generator.model.diagnostic import Severity
from generator.model.kinds import Kind

TODAY = date(2026, 3, 12)
Run = Callable[..., int]

OPTIONS: dict[Kind, list[str]] = {
    Kind.STORY: ["into=走进社区", "categories=邻里互助,health", "district=城东区", "byline=某某"],
    Kind.ACTIVITY: [
        "start=2026-03-21 09:00", "end=2026-03-21 11:00", "into=family", "categories=环保节能", "organiser=organiser",
        "district=chengdong", "place=河边",
    ],
    Kind.PROFILE: ["kind=志愿家庭", "one_line=一家四口", "district=chengdong"],
    Kind.CAMPAIGN: ["theme=主题", "start=2026-03-01", "end=2026-03-31", "organiser=organiser"],
    Kind.FEATURE: [],
    Kind.DOCUMENT: [
        "kind=公示", "issuer=organiser", "notice.start=2026-03-10", "notice.end=2026-03-16",
        "notice.contact.role=综合岗", "notice.contact.phone=0000-8801234",
    ],
    Kind.PAGE: ["place=服务"],
    Kind.STATION: ["kind=社区志愿服务站", "district=城东区", "street=桥头街道", "area=urban", "address=某路", "phone=0000-8801234"],
}  # fmt: skip


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("new") / "city"
    made = ["init", str(folder), "--city", "江城市", "--organiser", "江城市志愿服务中心", "--today", "2026-03-12"]
    assert run([*made, "--district", "chengdong=城东区", "--district", "chengxi=城西区"]) == 0
    streets = folder / "content" / "streets.yaml"
    rows = "- {id: qiaotou, name: 桥头街道, district: chengdong}\n- {id: xiguan, name: 西关街道, district: chengxi}\n"
    streets.write_text(rows, encoding="utf-8")
    return folder


@pytest.fixture
def city(template: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(template, tmp_path / "city"))


@pytest.fixture
def new(city: Path) -> Run:
    def call(kind: str, *options: str, **given: str) -> int:
        settings = [part for setting in options for part in ("--set", setting)]
        named = [part for name, value in given.items() for part in (f"--{name}", value)]
        return run(["new", str(kind), *named, *settings, "-C", str(city), "--today", "2026-03-12"])

    return call


def troubles(city: Path) -> list[str]:
    found = check_project(city, TODAY).diagnostics
    return [f"{item.path} {item.rule} {item.message}" for item in found if item.severity is not Severity.ADVICE]


@pytest.mark.parametrize("kind", Kind)
def test_a_new_entry_passes_the_check(city: Path, new: Run, kind: Kind, capsys: pytest.CaptureFixture[str]) -> None:
    assert new(kind, *OPTIONS[kind], slug="xin", title="No. 1: 新的一篇 #1") == 0
    assert "stations.yaml" in (said := capsys.readouterr().out) or "/xin/index.md" in said
    assert troubles(city) == []
    entry = check_project(city, TODAY).catalogue.by_kind[kind]["xin"]
    assert entry.title == "No. 1: 新的一篇 #1"


@pytest.mark.parametrize("kind", [Kind.STORY, Kind.DOCUMENT, Kind.PROFILE])
def test_it_passes_once_it_is_written_and_public(city: Path, new: Run, kind: Kind) -> None:
    assert new(kind, *OPTIONS[kind], slug="xin", title="新的一篇") == 0
    path = city / check_project(city, TODAY).catalogue.by_kind[kind]["xin"].path
    text = path.read_text(encoding="utf-8").replace("draft: true\n", "").partition("<!--")[0]
    path.write_text(text + "正文写在这里，第一段。\n\n## 小标题\n\n第二段。\n", encoding="utf-8")
    assert troubles(city) == []


def test_the_comment_below_is_no_text_for_readers(city: Path, new: Run) -> None:
    assert new("story", *OPTIONS[Kind.STORY], slug="xin", title="题") == 0
    outline = check_project(city, TODAY).catalogue.entries["stories/2026/xin"].outline
    assert (outline.characters, outline.defects, outline.pictures, outline.mentions) == (0, (), (), ())


def test_the_schema_line_leads_to_a_schema(city: Path, new: Run) -> None:
    assert new("story", *OPTIONS[Kind.STORY], slug="xin", title="题") == 0
    index = city / "stories" / "2026" / "xin" / "index.md"
    line = index.read_text(encoding="utf-8").splitlines()[1]
    assert line.startswith("# yaml-language-server: $schema=")
    assert (index.parent / line.partition("=")[2]).resolve() == city / ".vscode" / "schemas" / "story.schema.json"
    assert (index.parent / line.partition("=")[2]).is_file()


def test_nothing_is_written_over(city: Path, new: Run, capsys: pytest.CaptureFixture[str]) -> None:
    folder = city / "stories" / "2026" / "xin"
    folder.mkdir()
    (folder / "notes.txt").write_text("我的笔记", encoding="utf-8")
    assert new("story", *OPTIONS[Kind.STORY], slug="xin", title="题") == 2
    assert "已经存在" in capsys.readouterr().err
    assert [path.name for path in folder.iterdir()] == ["notes.txt"]


def test_a_slug_is_used_once_in_a_kind(city: Path, new: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert new("story", *OPTIONS[Kind.STORY], slug="first-story", title="题") == 2
    assert "已经用过：stories/2026/first-story" in capsys.readouterr().err
    assert new("station", *OPTIONS[Kind.STATION], slug="xin", title="站") == 0
    before = (city / "stations.yaml").read_bytes()
    assert new("station", *OPTIONS[Kind.STATION], slug="xin", title="站二") == 2
    assert (city / "stations.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("slug", "said"),
    [("Night Bus", "night-bus"), ("夜班", "拼音或英文"), ("a_b", "a-b"), ("../up", "up"), ("x" * 90, "80")],
)
def test_a_bad_slug_gets_the_hint_of_the_check(
    new: Run, slug: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new("story", *OPTIONS[Kind.STORY], slug=slug, title="题") == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("date=2026/3/5", "写成 2026-03-05"),
        ("into=somewhere", "走进社区（community）"),
        ("district=chengdng", "城东区（chengdong）"),
        ("categories=邻里互助,天文", "没有“天文”这一项"),
        ("summery=一句话", "summary"),
        ("draft=no", "写成 false"),
        ("title", "键=值"),
        ("summary=", "空的"),
        ("video.ulr=https://a.example", "url"),
        ("id=x", "--slug"),
    ],
)
def test_a_wrong_value_is_explained(
    city: Path, new: Run, setting: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new("story", *OPTIONS[Kind.STORY], setting, slug="xin", title="题") == 2
    assert said in capsys.readouterr().err
    assert not (city / "stories" / "2026" / "xin").exists()


def test_without_a_terminal_all_that_is_missing_is_listed(new: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert new("document", "kind=公示") == 2
    said = capsys.readouterr().err
    assert all(word in said for word in ("--slug", "--title", "notice.start", "notice.contact.phone"))
    assert "issuer" not in said, "there is one organisation alone, which is the default"


def test_a_misspelt_kind_is_explained(new: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert new("stroy") == 2
    assert "是不是“story”（志愿故事）" in capsys.readouterr().err


def test_any_optional_key_can_be_given(city: Path, new: Run) -> None:
    settings = [*OPTIONS[Kind.ACTIVITY], "places=30", "family=true", "sign_up.url=https://a.example", "team=红: 马甲"]
    assert new("activity", *settings, slug="xin", title="题") == 0
    meta: Any = check_project(city, TODAY).catalogue.entries["content/activities/2026/xin"].meta
    assert (meta.places, meta.family, meta.sign_up.url, meta.team) == (30, True, "https://a.example", "红: 马甲")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo terminal")
def test_at_a_terminal_it_asks_until_the_answers_are_right(city: Path) -> None:
    answers = ["", "桥头的修车摊", "2026/3/5", "", "9", "社区", "邻里，医疗", "1", "某某", "Bad Slug", ""]
    said, code = at_a_terminal(["new", "story", "-C", str(city), "--today", "2026-03-12"], answers)
    assert code == 0, said
    for words in ("“标题”不能空着", "写成 2026-03-05", "没有“9”这一项", "改名为“bad-slug”", "qiao-tou-de-xiu-che-tan"):
        assert words in said
    entry: Any = check_project(city, TODAY).catalogue.entries["stories/2026/qiao-tou-de-xiu-che-tan"].meta
    assert (entry.title, entry.categories, entry.district) == ("桥头的修车摊", ("mutual-aid", "health"), "chengdong")
    assert troubles(city) == []


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo terminal")
def test_a_station_is_asked_for_the_streets_of_its_district(city: Path) -> None:
    answers = ["桥头站", "社区志愿服务站", "城东", "", "1", "桥头路 1 号", "", "qiaotou"]
    said, code = at_a_terminal(["new", "station", "-C", str(city)], answers)
    assert code == 0, said
    assert "桥头街道" in said
    assert "西关街道" not in said
    assert check_project(city, TODAY).catalogue.entries["stations/qiaotou"].meta.street == "qiaotou"
