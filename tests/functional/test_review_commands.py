"""A story goes through three reviews in a real repository, by commands, and nothing gets past them."""

from __future__ import annotations

import json
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest
from reviewed_project import POLICY, STORY, TEXT, Clone, new_city

from generator.pipeline.project import Project

CORRECTED = TEXT.replace("夜里十一点", "夜里十点半")


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_city(tmp_path_factory.mktemp("begun") / "city").root


@pytest.fixture(scope="module")
def passed(begun: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("passed") / "city"
    shutil.copytree(begun, root)
    Clone(root).three_levels()
    return root


@pytest.fixture
def city(begun: Path, tmp_path: Path) -> Clone:
    return Clone(Path(shutil.copytree(begun, tmp_path / "city")))


@pytest.fixture
def reviewed(passed: Path, tmp_path: Path) -> Clone:
    return Clone(Path(shutil.copytree(passed, tmp_path / "city")))


def built(city: Clone, today: str = "2026-03-12") -> str:
    """The public story's HTML, "" when it is not public."""
    assert city.zoujin("build", "--jobs", "1", "--today", today) == 0
    page = city.root / "site" / STORY / "index.html"
    return page.read_text("utf-8") if page.exists() else ""


def everything_public(city: Clone) -> str:
    files = (path for path in (city.root / "site").rglob("*") if path.suffix in (".html", ".xml", ".json", ".txt"))
    return "\n".join(path.read_text("utf-8") for path in files)


def said(capsys: pytest.CaptureFixture[str]) -> str:
    out, err = capsys.readouterr()
    return out + err


def test_a_story_from_draft_to_reader(city: Clone, capsys: pytest.CaptureFixture[str]) -> None:
    assert built(city) == ""
    assert "没有公开：未送审" in said(capsys)
    assert city.review("submit", "chen") == 0
    assert "等初审（赵初）；一校（赵初）。" in said(capsys)
    assert built(city) == ""
    assert "没有公开：已送审，等初审、一校 1 条" in said(capsys)
    assert city.review("pass", "chen") == 1
    assert "陈一舟是作者或送审人，不能审自己的稿件" in said(capsys)
    assert city.review("pass", "qian") == 1
    assert "初审还没有通过" in said(capsys)
    for who in ("zhao", "qian", "sun"):
        assert city.review("pass", who, "--proof") == 0
    assert "审核通过，下一次生成网站时公开。" in said(capsys)
    assert "夜里十一点" in built(city)
    assert "审核：登记模式，只记下是谁审的，不能防冒名。" in said(capsys)
    assert city.zoujin("verify") == 0
    assert city.zoujin("log", STORY) == 0
    assert "2026年3月6日\n  00:00  陈一舟  送审  〔登记〕" in (told := said(capsys))
    assert "00:00  孙终  通过 终审、三校  〔登记〕" in told


def test_what_is_not_committed_is_not_reviewed(city: Clone, capsys: pytest.CaptureFixture[str]) -> None:
    city.write(f"{STORY}/index.md", CORRECTED)
    assert city.review("submit", "chen") == 1
    assert "有改动还没有提交" in said(capsys)


def test_a_correction_waits_while_the_approved_version_stays(
    reviewed: Clone, capsys: pytest.CaptureFixture[str]
) -> None:
    reviewed.write(f"{STORY}/index.md", CORRECTED)
    assert "夜里十一点" in built(reviewed)
    assert "夜里十点半" not in everything_public(reviewed)
    reviewed.commit("correct")
    shutil.rmtree(reviewed.root / ".zoujin")
    assert "夜里十一点" in built(reviewed)
    assert "夜里十点半" not in everything_public(reviewed)
    reviewed.three_levels("2026-03-07")
    assert "夜里十点半" in built(reviewed)
    assert "夜里十一点" not in everything_public(reviewed)
    reviewed.write(f"{STORY}/index.md", TEXT)
    reviewed.commit("back to the mistake")
    assert "夜里十点半" in built(reviewed)
    assert reviewed.zoujin("verify") == 0


def test_saving_again_with_other_line_ends_changes_nothing(reviewed: Clone) -> None:
    file = reviewed.root / STORY / "index.md"
    file.write_bytes(b"\xef\xbb\xbf" + unicodedata.normalize("NFD", TEXT + "é").encode().replace(b"\n", b"\r\n"))
    assert "夜里十一点" in built(reviewed), "an addition is not approved"
    file.write_bytes(b"\xef\xbb\xbf" + unicodedata.normalize("NFD", TEXT).encode().replace(b"\n", b"\r\n"))
    assert reviewed.zoujin("status", STORY) == 0
    assert "夜里十一点" in built(reviewed)


def test_taken_down_at_once(reviewed: Clone, capsys: pytest.CaptureFixture[str]) -> None:
    assert built(reviewed)
    assert reviewed.review("withdraw", "zhou", "--why", "家属来电。", today="2026-03-10") == 0
    page = built(reviewed)
    assert "内容正在核实，暂时撤下。" in page
    assert "夜里十一点" not in everything_public(reviewed)
    assert "家属来电" not in everything_public(reviewed)
    assert reviewed.review("restore", "zhou", today="2026-03-10") == 1
    assert "恢复发布要由终审决定" in said(capsys)
    assert reviewed.review("restore", "sun", today="2026-03-11") == 0
    assert "夜里十一点" in built(reviewed)


def test_sent_back_and_mended(city: Clone, capsys: pytest.CaptureFixture[str]) -> None:
    assert city.review("submit", "chen") == 0
    assert city.review("pass", "zhao", "--proof") == 0
    assert city.review("return", "qian", "--why", "时间和台账不符。") == 0
    assert "已退回：时间和台账不符。" in said(capsys)
    assert city.review("pass", "sun") == 1
    city.write(f"{STORY}/index.md", CORRECTED)
    city.commit("mend")
    city.three_levels()
    assert "夜里十点半" in built(city)


def test_two_branches_never_collide(city: Clone, tmp_path: Path) -> None:
    """Two people record at the same second on two branches; a plain merge takes both."""
    assert city.review("submit", "chen") == 0
    other = city.clone(tmp_path / "other")
    assert city.review("pass", "zhao", "--stage", "first") == 0
    assert other.review("pass", "zhao", "--stage", "proof-1") == 0
    city.git("pull", "-q", "--no-rebase", "--no-edit", str(other.root), "main")
    assert city.git("status", "--porcelain") == ""
    assert len(city.records()) == 3
    assert city.review("pass", "qian", "--proof") == 0
    assert city.review("pass", "sun", "--proof") == 0
    assert built(city)
    assert city.zoujin("verify") == 0


def test_a_merge_that_drops_what_was_sent_back(city: Clone, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert city.review("submit", "chen") == 0
    other = city.clone(tmp_path / "other")
    for who in ("zhao", "qian", "sun"):
        assert city.review("pass", who, "--proof") == 0
    assert other.review("return", "zhao", "--why", "有误。") == 0
    city.git("fetch", "-q", str(other.root), "main")
    city.git("merge", "-q", "-s", "ours", "--no-edit", "FETCH_HEAD")
    assert built(city) == ""
    capsys.readouterr()
    assert city.zoujin("verify") == 1
    assert "这条审核记录被删除或改动过，仍然按历史里原来的内容算。" in said(capsys)


def test_a_withdrawal_is_deleted(reviewed: Clone, capsys: pytest.CaptureFixture[str]) -> None:
    assert reviewed.review("withdraw", "zhou", "--why", "有误。") == 0
    reviewed.records()[-1].unlink()
    assert "夜里十一点" not in built(reviewed)
    reviewed.commit("hide")
    assert "夜里十一点" not in built(reviewed)
    capsys.readouterr()
    assert reviewed.zoujin("verify", "--json") == 1
    answer = json.loads(said(capsys))
    assert answer["mode"] == "registered"
    assert not answer["ok"]
    assert "被删除或改动过" in answer["faults"][0]["what"]


def test_a_record_is_edited(reviewed: Clone, capsys: pytest.CaptureFixture[str]) -> None:
    record = reviewed.records()[1]
    record.write_text(record.read_text("utf-8").replace("赵初", "钱初"), "utf-8")
    reviewed.commit("forge")
    assert reviewed.zoujin("verify") == 1
    assert "写下之后被人改过" in said(capsys)


def test_a_photo_is_swapped_after_approval(city: Clone) -> None:
    from PIL import Image

    Image.new("RGB", (1600, 1000), "red").save(city.root / STORY / "a.jpg")
    photos = "photos:\n  - file: a.jpg\n    alt: 末站\n    credit: 陈一舟\nbyline"
    city.write(f"{STORY}/index.md", TEXT.replace("byline", photos))
    city.commit("photo")
    city.three_levels()
    assert built(city)
    before = sorted((path.name, path.stat().st_size) for path in (city.root / "site" / STORY).iterdir())
    Image.new("RGB", (1600, 1000), "blue").save(city.root / STORY / "a.jpg")
    city.commit("swap")
    assert city.zoujin("status", STORY) == 0
    assert built(city)
    assert sorted((path.name, path.stat().st_size) for path in (city.root / "site" / STORY).iterdir()) == before


def test_an_approval_is_copied_to_another_story(reviewed: Clone, capsys: pytest.CaptureFixture[str]) -> None:
    other = "stories/2026/other"
    shutil.copytree(reviewed.root / STORY, reviewed.root / other)
    reviewed.commit("copy")
    built(reviewed)
    assert not (reviewed.root / "site" / other).exists()
    assert "的记录，不能用在这里" in said(capsys)


def test_a_shallow_copy_stops_and_says_what_to_do(
    reviewed: Clone, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reviewed.write(f"{STORY}/index.md", CORRECTED)
    reviewed.commit("correct")
    shallow = reviewed.clone(tmp_path / "shallow", "--depth", "1")
    assert shallow.zoujin("build", "--jobs", "1") == 1
    assert "git fetch --unshallow" in said(capsys)
    shallow.git("fetch", "-q", "--unshallow")
    assert "夜里十一点" in built(shallow)


def test_history_is_rewritten(reviewed: Clone, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    point = tmp_path / "checkpoint.json"
    assert reviewed.zoujin("verify", "--checkpoint", str(point)) == 0
    assert reviewed.zoujin("verify", "--checkpoint", str(point)) == 0
    reviewed.git("commit", "-q", "--amend", "-m", "as if nothing had been")
    assert reviewed.zoujin("verify", "--checkpoint", str(point)) == 1
    assert "历史被改写过" in said(capsys)


def test_a_changed_phone_number_does_not_take_the_others_down(city: Clone) -> None:
    row = """\
- id: {0}
  name: {1}
  kind: community-station
  district: chengdong
  street: renmin-lu
  area: urban
  address: 城东区人民路 18 号
  phone: {2}
  hours: Mo-Fr 09:00-17:00
"""
    city.write("content/streets.yaml", "- id: renmin-lu\n  name: 人民路街道\n  district: chengdong\n")
    city.write(
        "stations.yaml", row.format("one", "一号站", "0000-8801231") + row.format("two", "二号站", "0000-8801232")
    )
    city.commit("stations")
    assert city.zoujin("build", "--jobs", "1") == 0
    assert not (city.root / "site/stations/one").exists()
    for name in ("one", "two"):
        assert city.review("submit", "chen", entry=f"stations/{name}") == 0
        assert city.review("pass", "chen", entry=f"stations/{name}") == 1
        assert city.review("pass", "zhao", entry=f"stations/{name}") == 0
    assert city.zoujin("build", "--jobs", "1") == 0
    assert (city.root / "site/stations/two").exists()
    city.write(
        "stations.yaml", row.format("one", "一号站", "0000-8809999") + row.format("two", "二号站", "0000-8801232")
    )
    city.commit("new number")
    assert city.zoujin("build", "--jobs", "1") == 0
    assert "0000-8801231" in (city.root / "site/stations/one/index.html").read_text("utf-8")
    assert "0000-8809999" not in everything_public(city)


def test_agreed_on_paper_is_never_shown_as_a_signature(city: Clone, capsys: pytest.CaptureFixture[str]) -> None:
    city.write(f"{STORY}/index.md", TEXT.replace("byline", "sensitive: [leaders]\nbyline"))
    city.commit("sensitive")
    city.three_levels()
    assert built(city) == ""
    assert city.review("pass", "zhou", "--on-paper", "li") == 2
    assert city.review("pass", "zhou", "--on-paper", "li", "--form", "审〔2026〕12 号") == 0
    assert built(city)
    capsys.readouterr()
    assert city.zoujin("log", STORY) == 0
    assert "李分管  签发 分管领导签批  〔周办公代录，审批单 审〔2026〕12 号〕" in said(capsys)


def test_a_form_counts_for_its_own_version_alone(city: Clone, capsys: pytest.CaptureFixture[str]) -> None:
    city.write(f"{STORY}/index.md", TEXT.replace("byline", "sensitive: [leaders]\nbyline"))
    city.commit("sensitive")
    city.three_levels()
    capsys.readouterr()
    assert city.zoujin("proof", STORY, "--today", "2026-03-06") == 0
    number = said(capsys).partition("编号 ")[2].partition("：")[0]
    assert number.startswith("SP2026-")
    wrong = number[:-1] + ("0" if number[-1] != "0" else "1")
    assert city.review("pass", "zhou", "--on-paper", "li", "--form", wrong) == 1
    assert "签的是另一版" in said(capsys)
    assert city.review("pass", "zhou", "--on-paper", "li", "--form", number) == 0


def test_a_family_is_not_looked_for_by_its_name(reviewed: Clone, capsys: pytest.CaptureFixture[str]) -> None:
    """夜里 is a word in the story; only a single person's name is looked for in words."""
    family = "name: {}\nkind: {}\none_line: 一家人\ndistrict: chengdong\ndate: 2026-03-01\n"
    for slug, kind in (("family", "family"), ("person", "person")):
        reviewed.write(f"content/profiles/{slug}/index.md", f"---\n{family.format('夜里', kind)}---\n\n一家人。\n")
    reviewed.commit("profiles")
    assert reviewed.review("withdraw", "zhou", "--why", "有误。", entry="content/profiles/family") == 0
    assert "周办公把“夜里”撤稿了" in said(capsys)
    alone = [
        "withdraw",
        "content/profiles/person",
        "--only",
        "--why",
        "有误。",
        "--as",
        "zhou",
        "--today",
        "2026-03-06",
    ]
    assert reviewed.zoujin(*alone) == 0
    assert "周办公把“夜里”撤稿了" in said(capsys)
    assert reviewed.review("withdraw", "zhou", "--why", "又查到了。", entry="content/profiles/person") == 0
    assert STORY in said(capsys)


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="needs OpenSSH")
def test_signed_mode(city: Clone, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    people = city.root / "content/review/people.yaml"
    text = people.read_text("utf-8")
    for who in ("chen", "zhao", "qian", "sun"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(tmp_path / who)], check=True)
        public = " ".join((tmp_path / f"{who}.pub").read_text("utf-8").split()[:2])
        text = text.replace(f"- id: {who}\n", f"- id: {who}\n  keys: [{{key: {public}}}]\n")
    text = text.replace("- id: sun\n", "- id: sun\n  chief: true\n").replace(
        "- id: qian\n", "- id: qian\n  chief: true\n"
    )
    people.write_text(text, "utf-8")
    policy = city.root / "content/review/policy.yaml"
    policy.write_text(policy.read_text("utf-8").replace("registered", "signed"), "utf-8")
    city.commit("keys")
    for who in ("sun", "qian"):
        assert city.zoujin("root", "sign", "--as", who, "--key", str(tmp_path / who), "--today", "2026-03-05") == 0
    city.commit("root")
    assert city.review("submit", "chen") == 1
    assert "--key 私钥文件" in said(capsys)
    assert city.review("submit", "chen", "--key", str(tmp_path / "zhao")) == 1
    assert "签名用的密钥不在这个人名下" in said(capsys)
    assert city.review("submit", "chen", "--key", str(tmp_path / "chen")) == 0
    for who in ("zhao", "qian", "sun"):
        assert city.review("pass", who, "--proof", "--key", str(tmp_path / who)) == 0
    assert built(city)
    capsys.readouterr()
    assert city.zoujin("verify") == 0
    answer = said(capsys)
    assert "方式：签名模式" in answer
    assert "冒名" not in answer
    record = city.records()[-1]
    values = json.loads(record.read_text("utf-8"))
    del values["signature"]
    record.write_text(json.dumps(values, ensure_ascii=False), "utf-8")
    city.git("commit", "-q", "-am", "strip the signature")
    shutil.rmtree(city.root / ".zoujin")
    assert city.zoujin("verify") == 1
    assert "没有签名（现在是签名模式）" in said(capsys)


def test_content_of_an_older_site_enters_in_one_batch(city: Clone, capsys: pytest.CaptureFixture[str]) -> None:
    rule = "requirements:\n  - {name: 迁移, kinds: [migrated], stages: [check, issue]}"
    city.write("content/review/policy.yaml", POLICY.replace("requirements:", f"migrated_before: 2026-01-01\n{rule}"))
    origin = "migrated_from: {{url: 'https://old.example/{0}.html', date: 2023-03-05}}\nbyline"
    for number in range(3):
        old = TEXT.replace("date: 2026-03-06", "date: 2023-03-05").replace("byline", origin.format(number))
        city.write(f"stories/2023/old-{number}/index.md", old)
    city.commit("migrate")
    day = ("--today", "2026-03-06")
    assert city.zoujin("pass", "--migrated", "--as", "zhao", *day) == 0
    assert "没有轮到你的" in said(capsys)
    for command, who, told in (
        ("submit", "chen", "接下来，3 条：等核对（赵初）"),
        ("pass", "zhao", "接下来，3 条：等签发（孙终）"),
        ("pass", "sun", "签发 签发  夜班公交末站的热水（stories/2023/old-2）"),
    ):
        assert city.zoujin(command, "--migrated", "--as", who, *day) == 0
        answer = said(capsys)
        assert "办了 3 条" in answer
        assert told in answer
        city.commit(command)
    assert city.zoujin("pass", "old-1", "old-2", "--as", "sun", *day) == 1
    assert said(capsys).count("已经审核通过，不用再签") == 2
    assert city.zoujin("status", STORY) == 0
    assert "要经过：初审" in said(capsys), "what is new is reviewed as ever"


@pytest.mark.parametrize(
    "arguments",
    [
        ["submit"],
        ["log"],
        ["diff", "nothing"],
        ["pass"],
        ["pass", "nothing", "--as", "zhao"],
        ["pass", STORY, "--as", "nobody"],
        ["pass", STORY],
        ["return", STORY, "--as", "zhao"],
        ["pass", STORY, "--as", "zhao", "--stage", "none"],
        ["pass", STORY, "--as", "zhao", "--form", "1"],
        ["verify", "--checkpoint", "mkdocs.yml"],
    ],
)
def test_mistakes_are_told_in_chinese(
    city: Clone, arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from generator.cli.main import run

    monkeypatch.chdir(city.root)
    assert run(arguments) in (0, 1, 2)
    answer = said(capsys)
    assert "Traceback" not in answer
    assert any("一" <= sign <= "鿿" for sign in answer)


def test_without_a_policy_nothing_changes(city: Clone, capsys: pytest.CaptureFixture[str]) -> None:
    (city.root / "content/review/policy.yaml").unlink()
    assert "夜里十一点" in built(city)
    assert "审核：没有启用" in said(capsys)
    assert city.zoujin("status") == 1
    assert "没有启用审核" in said(capsys)
    assert city.zoujin("verify") == 1


def test_many_entries_are_judged_by_several_processes(reviewed: Clone, monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.pipeline import court
    from generator.pipeline.review_desk import open_desk

    desk = open_desk(Project(reviewed.root))
    alone = desk.court.judge_all(desk.catalogue.entries, trust_cache=False)
    monkeypatch.setattr(court, "FEW_ENTRIES", 0)
    monkeypatch.setattr(court, "default_jobs", lambda: 2)
    assert desk.court.judge_all(desk.catalogue.entries, trust_cache=False) == alone
    assert alone.verdicts[STORY].is_current
