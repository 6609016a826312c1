"""``zoujin table``: out to Excel and back, on registers with comments and habits of their own."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from generator.cli.main import run

ROOT = Path(__file__).parents[2]
Edit = Callable[[Any], None]


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """The sample city without its texts, and all its tables."""
    city = tmp_path_factory.mktemp("table") / "city"
    city.mkdir()
    shutil.copy(ROOT / "stations.yaml", city)
    shutil.copy(ROOT / "mkdocs.yml", city)
    for name in ("activities", *(path.name for path in (ROOT / "content").glob("*.yaml"))):
        source = ROOT / "content" / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, _made(city / "content") / name)
    assert run(["table", "export", "all", "-C", str(city), "-o", str(city / "全部.xlsx")]) == 0
    return city, (city / "全部.xlsx").read_bytes()


@pytest.fixture
def city(exported: tuple[Path, bytes], tmp_path: Path) -> Path:
    return Path(shutil.copytree(exported[0], tmp_path / "city", ignore=shutil.ignore_patterns(".zoujin")))


@pytest.fixture
def bring_back(exported: tuple[Path, bytes], city: Path) -> Callable[..., int]:
    def call(edit: Edit, *options: str) -> int:
        book = load_workbook(BytesIO(exported[1]))
        edit(book)
        book.save(city / "改.xlsx")
        return run(["table", "import", str(city / "改.xlsx"), "-C", str(city), *options])

    return call


def _made(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    return folder


def sources(city: Path) -> dict[str, bytes]:
    paths = [city / "stations.yaml", *(city / "content").rglob("*.yaml"), *(city / "content").rglob("*.md")]
    return {path.relative_to(city).as_posix(): path.read_bytes() for path in paths}


def cell(book: Any, sheet: str, row: int, title: str) -> Any:
    found = book[sheet]
    number = next(head.column for head in found[1] if head.value == title)
    return found.cell(row, number)


def changed_lines(before: bytes, after: bytes) -> tuple[set[str], set[str]]:
    one, other = set(before.decode().splitlines()), set(after.decode().splitlines())
    return one - other, other - one


def test_nothing_changed_is_nothing_written(
    city: Path, bring_back: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    before = sources(city)
    assert bring_back(lambda _: None, "--yes") == 0
    assert "没有要改的" in capsys.readouterr().out
    assert sources(city) == before


def test_the_same_registers_make_the_same_cells(exported: tuple[Path, bytes], city: Path) -> None:
    assert run(["table", "export", "stations", "-C", str(city), "-o", str(city / "二.xlsx")]) == 0
    one, other = load_workbook(BytesIO(exported[1]))["志愿服务站"], load_workbook(city / "二.xlsx")["志愿服务站"]
    assert [[cell.value for cell in row] for row in one] == [[cell.value for cell in row] for row in other]
    assert run(["table", "export", "stations", "-C", str(city), "-o", str(city / "二.xlsx")]) == 1, (
        "it may be filled in"
    )


def test_codes_and_telephones_are_text_and_choices_are_lists(exported: tuple[Path, bytes]) -> None:
    book = load_workbook(BytesIO(exported[1]))
    for title in ("社区代码", "电话"):
        found = cell(book, "志愿服务站", 2, title)
        assert found.number_format == "@" and isinstance(found.value, str)
        head = cell(book, "志愿服务站", 1, title)
        assert head.comment is not None and "文本格式" in head.comment.text
    lists = book["志愿服务站"].data_validations.dataValidation
    assert len(lists) >= 5 and book["可选项"].sheet_state == "hidden"


def test_only_what_changed_is_touched(
    city: Path, bring_back: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    before = sources(city)

    def edit(book: Any) -> None:
        cell(book, "志愿服务站", 2, "电话").value = "0000-8809999"
        cell(book, "志愿服务站", 2, "四项标准·佩挂服务标识").value = datetime(2026, 3, 10)
        cell(book, "志愿服务站", 3, "提示").value = None
        cell(book, "志愿服务站·志愿服务队", 2, "人数").value = 30
        cell(book, "志愿活动", 2, "名额").value = 99

    assert bring_back(edit) == 0, "shown, and not written: nobody can be asked"
    said = capsys.readouterr().out
    assert "电话：0000-8801234 → 0000-8809999" in said and "还没有写" in said
    assert sources(city) == before
    assert bring_back(edit, "--yes") == 0
    after = sources(city)
    touched = {path for path in before if before[path] != after[path]}
    assert len(touched) == 2 and "stations.yaml" in touched
    gone, come = changed_lines(before["stations.yaml"], after["stations.yaml"])
    assert come == {"  phone: 0000-8809999", "    marks: 2026-03-10", "    - {name: 滨河红马甲, members: 30}"}
    assert all(line.strip().startswith(("note:", "phone:", "marks:", "- {name: 滨河红马甲")) for line in gone)
    assert bring_back(edit, "--yes") == 0
    assert "没有要改的" in capsys.readouterr().out


def test_rows_come_and_go(city: Path, bring_back: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    before = sources(city)

    def edit(book: Any) -> None:
        streets = book["街道、乡镇"]
        last = sum(1 for row in streets.iter_rows(2, streets.max_row) if row[0].value) + 2
        for title, value in {"编号": "xin-jie", "名称": "新街街道", "区县": "高新区"}.items():
            cell(book, "街道、乡镇", last, title).value = value
        book["社区和行政村"].delete_rows(3)
        cell(book, "志愿服务站", 2, "街道／乡镇").value = "新街街道"

    assert bring_back(edit, "--yes") == 0
    said = capsys.readouterr().out
    assert "街道、乡镇：新增 1 条" in said and "社区和行政村：删除 1 条" in said
    after = sources(city)
    assert (
        after["content/streets.yaml"]
        == before["content/streets.yaml"] + "- id: xin-jie\n  name: 新街街道\n  district: gaoxin\n".encode()
    )
    assert (
        len(after["content/communities.yaml"].splitlines()) == len(before["content/communities.yaml"].splitlines()) - 4
    )
    comments = [line for line in before["content/communities.yaml"].splitlines() if line.startswith(b"#")]
    assert [line for line in after["content/communities.yaml"].splitlines() if line.startswith(b"#")] == comments


def test_activities_are_added_and_never_taken_away(
    city: Path, bring_back: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    before = sources(city)

    def edit(book: Any) -> None:
        cell(book, "志愿活动", 2, "编号").value = "2026/xin-ji-shi"

    assert bring_back(edit, "--yes") == 0
    assert "1 项活动不在表里，原样留着" in capsys.readouterr().out
    after = sources(city)
    assert set(after) - set(before) == {"content/activities/2026/xin-ji-shi/index.md"}
    assert all(after[path] == content for path, content in before.items())


BROKEN: dict[str, tuple[Edit, str]] = {
    "merged": (lambda book: book["志愿服务站"].merge_cells("C3:C4"), "第 3 行 C 列：C3:C4 合并成了一格"),
    "renamed column": (lambda book: _put(book, "志愿服务站", 1, "电话", "联系方式"), "第 1 行 I 列（联系方式）：不认识这个表头。是不是“电话”"),
    "no key": (lambda book: _put(book, "街道、乡镇", 2, "编号", None), "第 2 行 A 列（编号）：是空的"),
    "key twice": (lambda book: _put(book, "街道、乡镇", 3, "编号", "binhe"), "第 3 行 A 列（编号）：“binhe”和第 2 行重复"),
    "required": (lambda book: _put(book, "志愿服务站", 2, "地址", None), "第 2 行 H 列（地址）：缺少“地址”"),
    "model": (lambda book: _put(book, "志愿服务站", 2, "电话", "打给老王"), "第 2 行 I 列（电话）"),
    "details": (lambda book: _put(book, "志愿服务站·志愿服务队", 2, "志愿服务站编号", "mei-you"), "没有编号为“mei-you”的一条"),
    "details model": (lambda book: _put(book, "志愿服务站·志愿服务队", 3, "人数", -3), "“志愿服务站·志愿服务队”表第 3 行 D 列（人数）"),
    "sheet": (lambda book: setattr(book["荣誉"], "title", "荣誉表"), "不认识这个工作表。是不是“荣誉”"),
    "folder": (lambda book: _put(book, "志愿活动", 2, "编号", "新集市"), "不能当文件夹"),
    "code": (lambda book: _put(book, "社区和行政村", 2, "区划代码", 1001001), "第 2 行 A 列（区划代码）：“1001001”是数字格式"),
}  # fmt: skip


def _put(book: Any, sheet: str, row: int, title: str, value: Any) -> None:
    cell(book, sheet, row, title).value = value


@pytest.mark.parametrize("name", BROKEN)
def test_one_thing_not_understood_and_nothing_is_written(
    name: str, city: Path, bring_back: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    before = sources(city)
    edit, words = BROKEN[name]
    assert bring_back(edit, "--yes") == 1
    assert words in capsys.readouterr().out
    assert sources(city) == before


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xd0\xcf\x11\xe0" + b"\0" * 100, "另存为"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "密码"),
        ("编号,名称\n".encode("gbk"), ".csv"),
        (b"PK\x03\x04 broken", "坏了"),
        (b"", ".xlsx"),
    ],
)
def test_other_files_are_refused_in_a_sentence(
    city: Path, data: bytes, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (city / "表.xlsx").write_bytes(data)
    assert run(["table", "import", str(city / "表.xlsx"), "-C", str(city)]) == 1
    assert words in capsys.readouterr().err


def test_a_title_above_the_headings_and_missing_columns_are_understood(
    city: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "街道、乡镇"
    sheet.append(["河湾市街道名录"])
    sheet.merge_cells("A1:C1")
    sheet.append(["编号*", " 名称"])
    for line in (city / "content/streets.yaml").read_text(encoding="utf-8").splitlines():
        key, _, value = line.strip(" -").partition(": ")
        if key == "id":
            sheet.append([value])
        elif key == "name":
            sheet.cell(sheet.max_row, 2, "改名街道" if sheet.max_row == 3 else value)
    book.save(city / "表.xlsx")
    assert run(["table", "import", str(city / "表.xlsx"), "-C", str(city), "--yes"]) == 1
    assert "（区县）：少了这一列，它是必填的" in capsys.readouterr().out


def test_a_register_that_is_broken_already_is_left_alone(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (city / "content/streets.yaml").write_text("- id: a\n  name: [\n", encoding="utf-8")
    assert run(["table", "export", "streets", "-C", str(city), "-o", str(city / "街.xlsx")]) == 1
    assert "zoujin check" in capsys.readouterr().err
