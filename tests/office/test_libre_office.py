"""What LibreOffice makes of our files, and what we make of its."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from openpyxl import load_workbook
from PIL import Image
from pypdf import PdfReader
from sites.site import Site

from generator.cli.main import run
from generator.intake.monthly import Monthly, Piece, UnitCount
from generator.intake.monthly_letter import monthly_letter
from generator.intake.monthly_sheet import monthly_workbook
from generator.model.submission import SubmissionOutcome

Office = Callable[[Path, str], Path]
PARAGRAPH = "三月的晚上风还很凉，末班车进站以前，候车亭里坐着四个人。她说：“喝了再走，路还远。”" * 4
HARD = f"""表情😀👨‍👩‍👧‍👦，罕用字𠮷𡈼𪚥㐂，外文 café Ελλάδα。

## {"一个很长的小标题，" * 6}

| 日期 | 值守 | 说明 |
| --- | --- | --- |
{"".join(f"| 3月{day}日 | 周淑兰、李建国 | 风大，棚子挪到了站台北侧，第二天又挪了回来 |{chr(10)}" for day in range(1, 32))}
- 一级
  - 二级，{PARAGRAPH}

1. 第一条

> 引用第一段
>
> 引用第二段

::: quote 何玉梅
41杯，都回了。
:::

行一\\
行二，**粗体里有*斜体*字**，[链接](https://a.example/{"long/" * 20})。

### 三级标题

{PARAGRAPH}
"""
SIZES = ((1600, 1200), (900, 1600), (1600, 500), (400, 300), (700, 2600))
KITS = ("stories/2026/hard", "stories/2026/photos", "stories/2026/night-bus", "content/features/night-lights")


@pytest.fixture(scope="module")
def hard_city(city: Site) -> Site:
    """With a story that has everything but a picture, and one of twenty pictures."""
    add_story(city, "hard", "从滨河社区到望山深处：三百六十五个夜晚、四十一位志愿者和一壶热水", HARD)
    listed = []
    for number in range(20):
        file = city.root / f"stories/2026/photos/p{number}.jpg"
        file.parent.mkdir(exist_ok=True)
        Image.new("RGB", SIZES[number % len(SIZES)], "teal").save(file)
        listed.append(f"  - {{file: {file.name}, alt: 画面, caption: 第{number}张，{PARAGRAPH[:50]}, credit: 陈一舟}}")
    add_story(city, "photos", "二十张照片", f"{PARAGRAPH}\n", "photos:", *listed)
    return city


def add_story(city: Site, slug: str, title: str, text: str, *lines: str) -> None:
    """A story with a kit."""
    head = ["date: 2026-03-05", "into: community", "categories: [mutual-aid]", "district: qinghe", "byline: 陈一舟"]
    folder = city.root / "stories/2026" / slug
    folder.mkdir(exist_ok=True)
    whole = "\n".join(["---", f"title: {title}", *head, "media: true", *lines, "---", "", text])
    (folder / "index.md").write_text(whole, "utf-8")


@pytest.fixture(scope="module")
def kits(hard_city: Site, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The Word file of each kit."""
    folder, found = tmp_path_factory.mktemp("kits"), {}
    for entry in KITS:
        target = folder / f"{entry.rpartition('/')[2]}.zip"
        assert run(["kit", entry, "-o", str(target), "-C", str(hard_city.root), "--today", "2026-03-12"]) == 0
        with ZipFile(target) as archive:
            name = next(name for name in archive.namelist() if name.endswith(".docx"))
            target.with_suffix(".docx").write_bytes(archive.read(name))
        found[entry] = target.with_suffix(".docx")
    return found


def words(document: Document) -> list[tuple[str, str]]:
    """Paragraphs that say something, with the names of their styles."""
    found = [(paragraph.style.name or "", paragraph.text) for paragraph in document.paragraphs if paragraph.style]
    return [(style.lower(), text) for style, text in found if text.strip()]


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("entry", KITS)
def test_a_kit_is_the_same_after_saving(entry: str, kits: dict[str, Path], office: Office) -> None:
    ours, theirs = docx.Document(str(kits[entry])), docx.Document(str(office(kits[entry], "docx")))
    assert words(theirs) == words(ours)
    assert len(theirs.inline_shapes) == len(ours.inline_shapes)
    width = theirs.sections[0].page_width or 0
    for section in theirs.sections:
        width -= (section.left_margin or 0) + (section.right_margin or 0)
    assert all(0 < shape.width <= width and shape.height < width for shape in theirs.inline_shapes)
    cells = [[cell.text for cell in table._cells] for table in ours.tables]
    assert [[cell.text for cell in table._cells] for table in theirs.tables] == cells


@pytest.mark.parametrize("entry", KITS)
def test_a_kit_prints_whole(entry: str, kits: dict[str, Path], office: Office) -> None:
    ours = docx.Document(str(kits[entry]))
    pages = PdfReader(BytesIO(office(kits[entry], "pdf").read_bytes())).pages
    text = squeezed("".join(page.extract_text() for page in pages))
    assert f"第{len(pages)}页，共{len(pages)}页" in text
    heads = [line for style, line in words(ours) if style == "title" or style.startswith("heading")]
    assert heads
    assert all(squeezed(head)[:12] in text for head in heads)


def test_a_kit_saved_elsewhere_is_imported_as_ours(
    hard_city: Site, kits: dict[str, Path], office: Office, tmp_path: Path
) -> None:
    texts = []
    for name, file in (("ours", kits[KITS[0]]), ("theirs", office(kits[KITS[0]], "docx"))):
        site = Site.from_dir(hard_city.root, tmp_path / name)
        before = set((site.root / "stories/2026").iterdir())
        answers = ["--set", "into=community", "--set", "categories=邻里互助", "--set", "district=qinghe"]
        assert run(["import", str(file), "-C", str(site.root), *answers, "--today", "2026-03-12"]) == 0
        (made,) = set((site.root / "stories/2026").iterdir()) - before
        texts.append((made / "index.md").read_text("utf-8").partition("\n---\n")[2])
    assert texts[0] == texts[1]
    for said in ("👨‍👩‍👧‍👦，罕用字𠮷𡈼𪚥㐂", "> 引用第一段\n>\n> 引用第二段", "行一\\\n行二", "| 3月31日 |"):
        assert said in texts[0]


@pytest.mark.parametrize("through", ["xlsx", "ods", "xls"])
def test_a_workbook_saved_elsewhere_changes_nothing(
    through: str, hard_city: Site, office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["table", "export", "all", "-C", str(hard_city.root), "-o", str(tmp_path / "all.xlsx")]) == 0
    saved = office(tmp_path / "all.xlsx", through)
    if through != "xlsx":
        saved = office(saved, "xlsx")
    capsys.readouterr()
    assert run(["table", "import", str(saved), "-C", str(hard_city.root)]) == 0
    assert "没有要改的" in capsys.readouterr().out


def test_the_monthly_report_is_the_same_after_saving(office: Office, tmp_path: Path) -> None:
    names = [f"河湾市第{number}实验区退役军人事务局学雷锋志愿服务总队" for number in range(30)]
    used, day = SubmissionOutcome.USED, date(2026, 3, 5)
    units = tuple(UnitCount(name, 1, {each: int(each is used) for each in SubmissionOutcome}, 0, 0) for name in names)
    pieces = tuple(
        Piece(f"stories/2026/s{n}", f"=热水{n}", name, "钱七", day, used, day, "", True) for n, name in enumerate(names)
    )
    report = Monthly(2026, 3, units, pieces, ())
    letter, book = tmp_path / "letter.docx", tmp_path / "book.xlsx"
    letter.write_bytes(monthly_letter(report, "河湾市志愿服务中心", date(2026, 4, 1)))
    book.write_bytes(monthly_workbook(report))
    ours, theirs = docx.Document(str(letter)), docx.Document(str(office(letter, "docx")))
    assert words(theirs) == words(ours)
    assert [[cell.text for cell in row.cells] for row in theirs.tables[0].rows] == [
        [cell.text for cell in row.cells] for row in ours.tables[0].rows
    ]
    kept, again = load_workbook(book), load_workbook(office(book, "xlsx"))
    assert again.sheetnames == kept.sheetnames
    for sheet in kept:
        assert [[cell.value for cell in row] for row in again[sheet.title]] == [
            [cell.value for cell in row] for row in sheet
        ]
