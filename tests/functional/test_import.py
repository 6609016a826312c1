"""``zoujin import`` and ``zoujin submissions``: a month of submissions from Word files to the report."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from checked_project import check_project
from docx import Document
from openpyxl import load_workbook
from PIL import Image
from terminal import at_a_terminal

from generator.cli.main import run

TODAY = date(2026, 3, 12)
PINNED = ["--today", "2026-03-12"]
Import = Callable[..., int]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("import") / "city"
    made = ["init", str(folder), "--city", "江城市", "--organiser", "江城市志愿服务中心", "--today", "2026-03-12"]
    assert run([*made, "--district", "chengdong=城东区", "--district", "chengxi=城西区"]) == 0
    return folder


@pytest.fixture
def city(template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False)
    return Path(shutil.copytree(template, tmp_path / "city"))


@pytest.fixture
def import_(city: Path) -> Import:
    def call(path: Path, *options: str) -> int:
        return run(
            [
                "import",
                str(path),
                "-C",
                str(city),
                "--set",
                "into=community",
                "--set",
                "categories=邻里互助",
                *PINNED,
                *options,
            ]
        )

    return call


def word_file(path: Path, title: str, *paragraphs: str, picture: bool = False) -> Path:
    document = Document()
    document.add_paragraph(title)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if picture:
        data = BytesIO()
        Image.new("RGB", (1600, 1000), "#336699").save(data, "JPEG")
        document.add_picture(BytesIO(data.getvalue()))
    path.parent.mkdir(parents=True, exist_ok=True)
    document.save(str(path))
    return path


def test_a_draft_passes_the_check_but_for_what_only_people_can_add(city: Path, tmp_path: Path, import_: Import) -> None:
    file = word_file(
        tmp_path / "稿.docx", "渡口的灯", "报送单位：城东区文明办", "每晚七点，灯亮了。（通讯员 钱七）", picture=True
    )
    assert import_(file) == 0
    text = (city / "stories/2026/du-kou-de-deng/index.md").read_text(encoding="utf-8")
    for line in (
        "title: 渡口的灯",
        "district: chengdong",
        "byline: 钱七",
        "  unit: 城东区文明办",
        "  received: 2026-03-12",
    ):
        assert f"\n{line}\n" in text
    assert "\ndraft: true\n" in text
    found = {item.rule for item in check_project(city, TODAY).diagnostics if "du-kou" in item.path}
    assert found <= {"photo-no-alt", "photo-no-credit", "summary-missing", "draft-photo-no-alt"}


def test_the_same_original_is_imported_once(
    city: Path, tmp_path: Path, import_: Import, capsys: pytest.CaptureFixture[str]
) -> None:
    file = word_file(tmp_path / "稿.docx", "渡口的灯", "报送单位：城东区文明办", "每晚七点，灯亮了。")
    assert import_(file) == 0
    before = sorted(city.glob("stories/*/*"))
    assert import_(file) == 0
    assert "以前导入过" in capsys.readouterr().out
    assert sorted(city.glob("stories/*/*")) == before
    # Also when the draft has been spoilt in between, and when another file has the same bytes.
    index = city / "stories/2026/du-kou-de-deng/index.md"
    index.write_text(index.read_text(encoding="utf-8").replace("into: community", "into: nowhere"), encoding="utf-8")
    assert import_(Path(shutil.copy(file, tmp_path / "又一份.docx"))) == 0
    assert sorted(city.glob("stories/*/*")) == before


def test_a_folder_is_imported_as_far_as_it_can_be(
    city: Path, tmp_path: Path, import_: Import, capsys: pytest.CaptureFixture[str]
) -> None:
    parcel = tmp_path / "来稿"
    word_file(parcel / "城西区文明办" / "甲.docx", "第一篇稿件", "一段话。")
    word_file(parcel / "城西区文明办" / "乙.docx", "第一篇稿件", "另一段话。")
    (parcel / "旧.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100)
    (parcel / "坏.docx").write_bytes(b"PK\x03\x04 broken")
    assert import_(parcel, "--set", "district=chengxi") == 1
    said = capsys.readouterr()
    assert "导入了 2 篇，没有成功 2 篇" in said.out
    assert "旧.doc" in said.err and "另存为" in said.err and "坏.docx" in said.err
    assert {path.name for path in city.glob("stories/2026/*")} >= {"di-yi-pian-gao-jian", "di-yi-pian-gao-jian-2"}
    assert not list(city.glob("stories/2026/.import-*"))
    assert import_(parcel, "--set", "district=chengxi") == 1
    assert "跳过 2 篇" in capsys.readouterr().out


def test_what_is_missing_is_asked_for_before_anything_is_written(
    city: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = word_file(tmp_path / "稿.docx", "渡口的灯", "一段话。")
    assert run(["import", str(file), "-C", str(city)]) == 2
    assert "--set categories" in capsys.readouterr().err
    assert run(["import", str(file), "-C", str(city), "--set", "into=community", "--set", "categories=邻里互助"]) == 1
    assert "--set district" in capsys.readouterr().err
    assert run(["import", str(tmp_path / "没有.docx"), "-C", str(city)]) == 1


def test_a_month_is_reported_as_sheet_and_letter(
    city: Path, tmp_path: Path, import_: Import, capsys: pytest.CaptureFixture[str]
) -> None:
    for number, unit in enumerate(("城东区文明办", "城东区文明办", "江城市志愿服务中心"), 1):
        file = word_file(
            tmp_path / f"{number}.docx",
            f"第{'一二三'[number - 1]}篇稿件",
            f"报送单位：{unit}",
            "一段话。（通讯员 钱七）",
        )
        assert import_(file, "--set", "district=chengdong") == 0
    decide = ["submissions", "decide", "-C", str(city), *PINNED]
    assert run([*decide, "stories/2026/di-yi-pian-gao-jian", "采用"]) == 0
    assert run([*decide, "di-er-pian-gao-jian", "revise"]) == 2
    assert run([*decide, "第二篇稿件", "退改", "--note", "补一张现场照片"]) == 0
    text = (city / "stories/2026/di-er-pian-gao-jian/review/submission.yaml").read_text(encoding="utf-8")
    assert text.endswith("\noutcome: revise\ndecided: 2026-03-12\nnote: 补一张现场照片\n")
    assert run([*decide, "stories/2026/mei-you", "采用"]) == 1
    sheet, letter = tmp_path / "通报.xlsx", tmp_path / "通报.docx"
    report = [
        "submissions",
        "report",
        "-C",
        str(city),
        *PINNED,
        "--month",
        "2026-03",
        "-o",
        str(sheet),
        "-o",
        str(letter),
    ]
    capsys.readouterr()
    assert run(report) == 0
    assert "城东区文明办：报送 2，采用 1，退改 1，留用 0，不采用 0，待处理 0" in capsys.readouterr().out
    assert run(report) == 1, "a report that somebody may have edited is not overwritten"
    assert run([*report, "--force"]) == 0
    rows = [[cell.value for cell in row] for row in load_workbook(sheet)["各单位"].iter_rows(3)]
    assert rows[0][:4] == [1, "城东区文明办", 2, 1] and rows[-1][1:4] == ["合计", 3, 1]
    told = "\n".join(paragraph.text for paragraph in Document(str(letter)).paragraphs)
    assert "共收到2个单位报送的稿件3篇，采用1篇；1篇正在处理" in told and "《第一篇稿件》（城东区文明办，钱七）" in told


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo terminal")
def test_at_a_terminal_a_batch_is_asked_about_once(template: Path, tmp_path: Path) -> None:
    city = Path(shutil.copytree(template, tmp_path / "city"))
    for name in ("甲", "乙"):
        word_file(tmp_path / "来稿" / f"{name}.docx", f"{name}地的一件事", "一段话。（通讯员 钱七）")
    asked = ["走进社区", "邻里互助", "城西区"]
    said, code = at_a_terminal(["import", str(tmp_path / "来稿"), "-C", str(city), *PINNED], asked)
    assert code == 0 and "导入了 2 篇" in said
    texts = [path.read_text(encoding="utf-8") for path in city.glob("stories/2026/*/index.md")]
    assert sum("\ndistrict: chengxi\n" in text and "unit: 未注明" in text for text in texts) == 2
