"""Stories of people who can push, and want something public, or gone, that three others did not pass.

Each begins with a story that went through three signed reviews. None succeeds: readers see what was approved, and
``verify`` names the reason.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import unicodedata
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image
from reviewed_project import STORY, TEXT
from signed_project import NOW, SignedCity, signed_city

from generator.cli.main import run
from generator.pipeline.checkpoint import Checkpoint
from generator.pipeline.project import Project
from generator.pipeline.verification import Asked, verify

APPROVED = "末站的灯还亮着。"
FORGED = "没有人审过的话。"
PEOPLE_FILE, POLICY_FILE = "content/review/people.yaml", "content/review/policy.yaml"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> SignedCity:
    city = signed_city(tmp_path_factory.mktemp("signed"))
    city.passes_all()
    return city


@pytest.fixture
def city(kept: SignedCity, tmp_path: Path) -> SignedCity:
    return kept.at(Path(shutil.copytree(kept.root, tmp_path / "city")))


def test_what_three_people_signed_is_public(city: SignedCity) -> None:
    assert city.faults() == ""
    assert city.readers_see() == APPROVED


# Who decides about the deciders


def test_one_person_switches_reviews_off(city: SignedCity, capsys: pytest.CaptureFixture[str]) -> None:
    city.write(POLICY_FILE, "mode: off\n")
    city.write(f"{STORY}/index.md", TEXT.replace(APPROVED, FORGED))
    city.commit("mode off")
    assert city.zoujin("build", "--jobs", "1", "--today", "2026-03-12") == 0
    page = (city.root / "site" / STORY / "index.html").read_text("utf-8")
    assert APPROVED in page and FORGED not in page
    assert "还没有 2 位负责人签字：现在仍按根的第 1 版算" in city.faults()


def test_one_person_deletes_the_policy_the_people_and_the_root(city: SignedCity) -> None:
    shutil.rmtree(city.root / "content/review")
    city.write(f"{STORY}/index.md", TEXT.replace(APPROVED, FORGED))
    city.commit("nothing was ever here")
    assert city.readers_see() == APPROVED
    assert "这个文件被删除或改动过，仍然按历史里原来的内容算" in city.faults()


def test_one_chief_lets_a_friend_in(city: SignedCity) -> None:
    city.change(
        PEOPLE_FILE, "- id: chen\n", "- id: friend\n  name: 朋友\n  stages: [first, second, final]\n- id: chen\n"
    )
    city.chief_signs("sun")
    assert "还没有 2 位负责人签字" in city.faults()
    assert city.zoujin("submit", STORY, "--as", "friend") == 1


def test_one_chief_signs_for_the_other_with_her_own_key(city: SignedCity) -> None:
    city.change(PEOPLE_FILE, "- id: chen\n", "- id: friend\n  name: 朋友\n- id: chen\n")
    city.chief_signs("sun")
    word = next((city.root / "content/review/root").glob("*-sun-*.json"))
    assert city.zoujin("root", "sign", "--as", "li", "--key", str(city.keys / "sun")) == 1
    values = json.loads(word.read_text("utf-8")) | {"signer": "li", "signer_name": "李分管"}
    word.with_name("copied.json").write_text(json.dumps(values, ensure_ascii=False), "utf-8")
    city.commit("a word of another one")
    assert "内容和文件名里的摘要对不上" in city.faults()
    assert "现在仍按根的第 1 版算" in city.faults()


def test_two_chiefs_one_of_them_from_above_let_somebody_in(city: SignedCity) -> None:
    city.change(PEOPLE_FILE, "- id: chen\n", "- id: friend\n  name: 朋友\n- id: chen\n")
    city.chief_signs("sun", "head")
    assert city.faults() == ""


def test_a_root_of_ones_own_from_the_beginning(city: SignedCity, tmp_path: Path) -> None:
    """Somebody writes the whole history anew, with people of his own."""
    trusted = city.checkpoint()
    other = signed_city(tmp_path / "other")
    other.passes_all()
    assert other.faults() == "", "by itself nothing is wrong with it"
    assert "不在这份仓库里：根被换掉" in other.faults(checkpoint=Checkpoint("", trusted.root))
    assert "不在这份仓库里" in other.faults(expected=trusted.root)
    (tmp_path / "point").write_text(json.dumps({"head": "", "root": trusted.root}), "utf-8")
    other.git("config", "zoujin.checkpoint", str(tmp_path / "point"))
    assert other.readers_see() == "停"


def test_a_second_first_root(city: SignedCity, tmp_path: Path) -> None:
    """A root that strangers signed among themselves, put beside the true one, stops everything until somebody says which."""
    trusted = city.checkpoint()
    other = signed_city(tmp_path / "other")
    shutil.copytree(other.root / "content/review/root", city.root / "content/review/root", dirs_exist_ok=True)
    city.commit("another root")
    assert city.readers_see() == "停"
    assert "根分了叉" in city.faults()
    assert "和信任的根不是一条线上的" in city.faults(expected=trusted.root)
    (tmp_path / "point").write_text(json.dumps({"head": "", "root": trusted.root}), "utf-8")
    city.git("config", "zoujin.checkpoint", str(tmp_path / "point"))
    assert city.readers_see() == APPROVED


def test_two_branches_change_the_people_and_the_next_root_heals_it(city: SignedCity, tmp_path: Path) -> None:
    other = city.at(city.clone(tmp_path / "other").root)
    city.change(PEOPLE_FILE, "- id: zhou\n", "- id: new\n  name: 新人\n- id: zhou\n")
    city.chief_signs("sun", "li")
    other.change(PEOPLE_FILE, "- id: chen\n", "- id: young\n  name: 小年\n- id: chen\n")
    other.chief_signs("sun", "head")
    city.git("pull", "-q", "--no-rebase", "--no-edit", str(other.root), "main")
    assert "根分了叉：" in city.faults()
    assert city.readers_see() == "停"
    city.chief_signs("li", "head")
    assert city.faults() == ""
    assert city.readers_see() == APPROVED


def test_the_newest_root_is_cut_off(city: SignedCity) -> None:
    before = city.git("rev-parse", "HEAD").strip()
    city.change(PEOPLE_FILE, "  name: 赵初\n", "  name: 赵初\n  until: 2026-03-07\n")
    city.chief_signs("sun", "li")
    trusted = city.checkpoint()
    city.git("reset", "-q", "--hard", before)
    assert city.faults() == "", "without a checkpoint nobody can tell"
    assert "上次核验过的提交" in city.faults(checkpoint=trusted)
    assert "不在这份仓库里" in city.faults(expected=trusted.root)


# Keys


def test_a_key_is_lost(city: SignedCity) -> None:
    assert city.zoujin("key", "revoke", "qian", "--lost") == 0
    city.commit("lost")
    assert city.readers_see() == APPROVED, "one person alone cannot take the site down either"
    city.chief_signs("sun", "li")
    assert city.readers_see() == ""
    assert "签名用的密钥已经登记为遗失或泄露" in city.faults()


def test_a_key_that_has_ended(city: SignedCity, capsys: pytest.CaptureFixture[str]) -> None:
    assert city.zoujin("key", "revoke", "zhao", "--until", "2026-03-08") == 0
    city.commit("ended")
    city.chief_signs("sun", "li")
    assert city.readers_see() == APPROVED, "what it signed while it was good stays good"
    city.change(f"{STORY}/index.md", APPROVED, FORGED)
    assert city.signs("submit", "chen", today="2026-03-09") == 0
    capsys.readouterr()
    assert city.signs("pass", "zhao", today="2026-03-09") == 1
    assert "没有启用，或已经停用" in "".join(capsys.readouterr())
    assert city.signs("pass", "zhao", today="2026-03-07") == 1, "the clock is turned back"
    assert "比现在还晚。检查这台电脑的日期和时间" in "".join(capsys.readouterr())


def test_a_colleague_leaves_at_five_and_her_morning_stays(city: SignedCity, capsys: pytest.CaptureFixture[str]) -> None:
    assert city.zoujin("key", "revoke", "zhao", "--today", "2026-03-06T17:00") == 0
    assert "从 2026-03-06 17:01 起停用，这以前签的照样算" in capsys.readouterr().out
    city.commit("she left")
    city.chief_signs("sun", "li", today="2026-03-06")
    assert city.readers_see() == APPROVED, "she passed it in the morning of that day"
    assert city.faults() == ""
    city.change(f"{STORY}/index.md", APPROVED, FORGED)
    assert city.signs("submit", "chen", today="2026-03-06T18:00") == 0
    assert city.signs("pass", "zhao", today="2026-03-06T18:05") == 1


def test_a_private_key_never_goes_into_the_repository(city: SignedCity, capsys: pytest.CaptureFixture[str]) -> None:
    assert city.zoujin("key", "new", "--out", str(city.root / "content" / "mine")) == 1
    assert not (city.root / "content" / "mine").exists()
    assert "私钥不能放进仓库" in "".join(capsys.readouterr())
    beside = city.root / "content" / ".." / ".." / "beside-the-repository"
    assert city.zoujin("key", "new", "--out", str(beside)) == 0
    assert city.zoujin("key", "add", "zhou", str(city.keys / "zhou")) == 1
    assert "这是私钥" in "".join(capsys.readouterr())
    assert (city.keys / "zhou").stat().st_mode & 0o077 == 0


def test_the_list_of_keys_is_one_that_openssh_reads(
    city: SignedCity, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """ssh-keygen, which knows nothing of us, comes to the same answer about a record."""
    capsys.readouterr()
    assert city.zoujin("key", "signers") == 0
    (tmp_path / "allowed").write_text(capsys.readouterr().out, "utf-8")
    values = json.loads(_record_of(city, "sun").read_text("utf-8"))
    (tmp_path / "sig").write_text(values.pop("signature"), "ascii")
    text = unicodedata.normalize("NFC", json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":")))
    for who, code in (("sun", 0), ("qian", 255)):
        done = subprocess.run(
            ["ssh-keygen", "-Y", "verify", "-f", str(tmp_path / "allowed"), "-I", who, "-n", "zoujin-review",
             "-s", str(tmp_path / "sig")],
            input=text.encode(), capture_output=True,
        )  # fmt: skip
        assert done.returncode == code


# Records


@pytest.fixture(scope="module")
def halfway(kept: SignedCity, tmp_path_factory: pytest.TempPathFactory) -> SignedCity:
    """A forged text that two have passed in good faith; the third has not."""
    city = kept.at(Path(shutil.copytree(kept.root, tmp_path_factory.mktemp("halfway") / "city")))
    city.change(f"{STORY}/index.md", APPROVED, FORGED)
    assert city.signs("submit", "chen", today="2026-03-07") == 0
    assert city.signs("pass", "zhao", "--proof", today="2026-03-07") == 0
    assert city.signs("pass", "qian", "--proof", today="2026-03-07") == 0
    return city


def _forge(city: SignedCity, record: Path, **values: object) -> None:
    """A record with other values and the signature it had, under the name that fits."""
    from generator.review.records import ReviewRecord, file_name, file_text

    made = ReviewRecord.model_validate(json.loads(record.read_text("utf-8")) | values)
    record.with_name(file_name(made)).write_text(file_text(made), "utf-8")


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"signer": "sun", "signer_name": "孙终"}, "签名用的密钥不在这个人名下"),
        ({"time": "2026-03-01T09:00:00+08:00"}, "它的时间早于它所依据的记录"),
        ({"signer": "qian", "signer_name": "钱复", "remarks": "同意"}, "签名和内容对不上"),
        ({"signature": None}, "没有签名（现在是签名模式）"),
        ({"mode": "registered", "signature": None}, "没有签名（现在是签名模式）"),
        (
            {"stages": ["final"],
                "signer": "zhou", "signer_name": "周办公",
             "on_paper": {"approver": "sun", "approver_name": "孙终", "form": "审 1 号"}},
            "签名用的密钥不在这个人名下",
        ),
    ],
    ids=["another signer", "back-dated", "edited", "unsigned", "another mode", "on paper"],
)  # fmt: skip
def test_a_forged_record(halfway: SignedCity, tmp_path: Path, values: dict[str, object], why: str) -> None:
    city = halfway.at(Path(shutil.copytree(halfway.root, tmp_path / "city")))
    last = _record_of(city, "qian")
    stages = {"stages": ["final", "proof-3"], "follows": [_hash(last)]}
    _forge(city, last, **{**stages, "signer": "sun", "signer_name": "孙终", **values})
    city.git("-c", "user.name=孙终", "commit", "-q", "--allow-empty", "-m", "the author of a commit says nothing")
    city.commit("forged record")
    assert city.readers_see() == APPROVED
    assert why in city.faults()


def _record_of(city: SignedCity, who: str) -> Path:
    """The newest record that somebody signed."""
    mine = [path for path in city.records() if json.loads(path.read_text("utf-8"))["signer"] == who]
    return mine[-1]


def _hash(record: Path) -> str:
    from generator.review.records import parse_record

    return parse_record(record.name, record.read_bytes()).hash


def test_a_decision_on_paper_is_never_taken_for_a_signature(city: SignedCity) -> None:
    """A clerk signs with her own key that a reviewer agreed on the telephone; not every stage may be passed so."""
    city.change(f"{STORY}/index.md", APPROVED, FORGED)
    assert city.signs("submit", "chen", today="2026-03-07") == 0
    assert city.signs("pass", "zhou", "--on-paper", "zhao", "--form", "审 1 号", today="2026-03-07") == 1
    assert city.readers_see() == APPROVED


def test_the_newest_record_is_cut_off(city: SignedCity) -> None:
    assert city.signs("withdraw", "zhou", "--why", "家属来电", today="2026-03-08") == 0
    city.records()[-1].unlink()
    city.commit("as if nobody had called")
    assert city.readers_see() == ""
    assert "被删除或改动过" in city.faults()


def test_the_newest_record_is_cut_off_together_with_its_history(city: SignedCity) -> None:
    before = city.git("rev-parse", "HEAD").strip()
    assert city.signs("withdraw", "zhou", "--why", "家属来电", today="2026-03-08") == 0
    trusted = city.checkpoint()
    city.git("reset", "-q", "--hard", before)
    assert "历史被改写过（强制推送）" in city.faults(checkpoint=trusted)


def test_a_record_is_hidden_under_a_file_of_its_name(city: SignedCity, tmp_path: Path) -> None:
    """Somebody commits rubbish under the name of a record that sent the story back, before it is merged."""
    city.change(f"{STORY}/index.md", APPROVED, FORGED)
    assert city.signs("submit", "chen", today="2026-03-07") == 0
    other = city.at(city.clone(tmp_path / "other").root)
    assert other.signs("return", "zhao", "--why", "不实", today="2026-03-07") == 0
    name = other.records()[-1].name
    city.write(f"{STORY}/review/{name}", "{}\n")
    city.commit("rubbish")
    for who in ("zhao", "qian", "sun"):
        assert city.signs("pass", who, "--proof", today="2026-03-07") == 0
    city.git("fetch", "-q", str(other.root), "main")
    city.git("merge", "-q", "--no-edit", "-s", "ours", "FETCH_HEAD")
    assert city.readers_see() == APPROVED
    assert "被人改过" in city.faults()


def test_records_in_any_order_of_commits_and_merges(city: SignedCity, tmp_path: Path) -> None:
    """What readers see is a function of what was recorded, however it came together."""
    city.change(f"{STORY}/index.md", APPROVED, FORGED)
    assert city.signs("submit", "chen", today="2026-03-07") == 0
    left, right = (city.at(city.clone(tmp_path / name).root) for name in ("left", "right"))
    assert left.signs("pass", "zhao", "--proof", today="2026-03-07") == 0
    assert right.signs("return", "zhao", "--why", "不实", today="2026-03-07") == 0
    for one, two in ((left, right), (right, left)):
        both = one.at(one.clone(tmp_path / f"both-{one.root.name}").root)
        both.git("pull", "-q", "--no-rebase", "--no-edit", str(two.root), "main")
        assert both.readers_see() == APPROVED
        assert both.faults() == ""
        assert both.zoujin("verify", "--json") == 0
    linear = city.at(city.clone(tmp_path / "linear").root)
    for each in (right, left):
        shutil.copytree(each.root / STORY / "review", linear.root / STORY / "review", dirs_exist_ok=True)
        linear.commit("one after the other")
    assert linear.readers_see() == APPROVED


def test_a_fork_is_explained(city: SignedCity, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    city.change(f"{STORY}/index.md", APPROVED, FORGED)
    assert city.signs("submit", "chen", today="2026-03-07") == 0
    other = city.at(city.clone(tmp_path / "other").root)
    assert city.signs("pass", "zhao", today="2026-03-07") == 0
    assert other.signs("return", "zhao", "--why", "不实", today="2026-03-07") == 0
    city.git("pull", "-q", "--no-rebase", "--no-edit", str(other.root), "main")
    capsys.readouterr()
    assert city.zoujin("verify") == 0
    said = capsys.readouterr().out
    assert "记录分了叉，2 条各不知道对方" in said
    assert "以退回为准：改好、提交，重新送审" in said


# Content


def test_a_text_is_replaced_by_one_that_looks_the_same(city: SignedCity) -> None:
    """A Latin letter, a full-width sign: to the eye the same, to the digest another text."""
    for old, new in (("末站", "未站"), ("。", "．")):
        city.change(f"{STORY}/index.md", old, new)
        assert city.readers_see() == APPROVED


def test_the_story_becomes_a_link_to_another_folder(city: SignedCity) -> None:
    outside = city.root / "hidden"
    shutil.copytree(city.root / STORY, outside)
    (outside / "index.md").write_text(TEXT.replace(APPROVED, FORGED), "utf-8")
    shutil.rmtree(city.root / STORY)
    (city.root / STORY).symlink_to(outside, target_is_directory=True)
    city.commit("link")
    assert city.readers_see() == "停"


def test_people_who_are_a_link(city: SignedCity) -> None:
    people = city.root / PEOPLE_FILE
    people.rename(city.root / "people.yaml")
    people.symlink_to(city.root / "people.yaml")
    city.commit("link")
    assert city.readers_see() == APPROVED
    assert PEOPLE_FILE in city.faults()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (PEOPLE_FILE, "- id: [\n"),
        (POLICY_FILE, "mode: signed\nmode: off\n"),
        (PEOPLE_FILE, "- &a [" * 300),
        (POLICY_FILE, "mode: &a off\nwords: *a\n"),
        (PEOPLE_FILE, "- id: x\n  name: " + "长" * 3_000_000),
    ],
    ids=["broken", "twice", "deep", "alias", "oversized"],
)
def test_malformed_people_and_policies_stop_the_build(city: SignedCity, path: str, text: str) -> None:
    city.write(path, text)
    city.commit("malformed")
    assert city.readers_see() == "停"
    assert path in city.faults()


def test_malformed_records_count_for_nothing(city: SignedCity) -> None:
    texts = ["{", "[" * 100_000, "[]", "null", '{"format": 1}', '{"a": 1, "a": 2}', "\ufeff", "{}" + " " * 300_000]
    for number, text in enumerate(texts):
        for folder in (f"{STORY}/review", "content/review/root"):
            city.write(f"{folder}/20260307-090000-final-{number:032}.json", text)
    city.commit("malformed")
    assert city.readers_see() == APPROVED
    assert city.faults().count("不算数") == 2 * len(texts)


# History


def test_a_squash_merge_loses_what_was_approved(city: SignedCity) -> None:
    """The branch's last commit holds a later edit; the approved text was in one before it, which squashing drops."""
    city.git("checkout", "-q", "-b", "work")
    city.change(f"{STORY}/index.md", APPROVED, "改过、审过的话。")
    city.passes_all("2026-03-07")
    city.change(f"{STORY}/index.md", "改过、审过的话。", FORGED)
    assert city.faults() == ""
    city.git("checkout", "-q", "main")
    city.git("merge", "-q", "--squash", "work")
    city.commit("squashed")
    assert "已经不在历史里，别人的克隆得不到" in city.faults()
    assert "改用普通合并" in city.faults()
    assert city.readers_see() == "改过、审过的话。", "here the blob is still there"


def test_a_clone_without_the_approved_text_says_how_to_fetch_it(city: SignedCity, tmp_path: Path) -> None:
    city.change(f"{STORY}/index.md", APPROVED, FORGED)
    shallow = city.at(city.clone(tmp_path / "shallow", "--depth", "1").root)
    assert shallow.readers_see() == "停"
    assert "git fetch --unshallow" in shallow.faults()
    shallow.git("fetch", "-q", "--unshallow")
    assert shallow.readers_see() == APPROVED
    assert shallow.faults() == ""


def test_a_clone_that_left_the_files_out(city: SignedCity, tmp_path: Path) -> None:
    """``--filter=blob:none``: the approved text comes over the network when it is wanted, or somebody is told how."""
    city.git("config", "uploadpack.allowFilter", "true")
    city.change(f"{STORY}/index.md", APPROVED, FORGED)
    here, away = (city.at(city.clone(tmp_path / name, "--filter=blob:none").root) for name in ("here", "away"))
    assert here.readers_see() == APPROVED
    city.root.rename(tmp_path / "gone")
    assert away.readers_see() == "停"
    assert "git fetch origin" in away.faults()


def test_a_cache_that_somebody_committed_is_not_believed(city: SignedCity) -> None:
    assert city.readers_see() == APPROVED
    city.git("add", "-f", ".zoujin")
    city.git("commit", "-q", "-m", "cache")
    assert "仓库里提交了 .zoujin 文件夹" in city.faults()


def test_only_what_changed_since_a_commit(city: SignedCity, capsys: pytest.CaptureFixture[str]) -> None:
    before = city.git("rev-parse", "HEAD").strip()
    assert city.zoujin("verify", "--since", before) == 0
    assert "没有改动" in capsys.readouterr().out
    city.change(f"{STORY}/index.md", APPROVED, FORGED)
    assert city.zoujin("verify", "--since", before, "--json") == 0
    assert json.loads(capsys.readouterr().out)["changed"] == [{"id": STORY, "state": "通过后又有改动，未送审"}]
    assert city.zoujin("verify", "--since", "0000000") == 1
    assert "没有 0000000 这个提交" in capsys.readouterr().out


def test_a_record_from_tomorrow(city: SignedCity) -> None:
    assert "比现在还晚" in city.faults(now=datetime(2026, 3, 5))


# Registers


def test_a_changed_register_waits_while_the_approved_one_stays(
    city: SignedCity, capsys: pytest.CaptureFixture[str]
) -> None:
    """The name of a district is text on every page; where the policy speaks of registers, two people stand behind it."""
    city.change(POLICY_FILE, "kinds: [station]", "kinds: [station, register]")
    assert "登记表（区县、单位、类别等）不在审核制度里" in _unknown(city)
    city.chief_signs("sun", "li")
    assert city.readers_see() == "停"
    sheets = [f"registers/{path.stem}" for path in (city.root / "content").glob("*.yaml")]
    reviewed = [id for id in sheets if city.signs("submit", "chen", entry=id, today="2026-03-07") == 0]
    assert "registers/districts" in reviewed and "registers/settings" not in reviewed
    for id in reviewed:
        assert city.signs("pass", "chen", entry=id, today="2026-03-07") == 1
        assert city.signs("pass", "zhao", entry=id, today="2026-03-07") == 0
    assert city.readers_see() == APPROVED
    assert city.faults() == ""
    city.change("content/districts.yaml", "城东区", "冒名区")
    assert city.zoujin("build", "--jobs", "1", "--today", "2026-03-12") == 0
    page = (city.root / "site" / STORY / "index.html").read_text("utf-8")
    assert "城东区" in page and "冒名区" not in page
    assert city.faults() == ""
    capsys.readouterr()
    assert city.zoujin("status", "content/districts.yaml") == 0
    assert "通过后又有改动，未送审" in capsys.readouterr().out
    place = city.root.parent / "archive"
    assert city.zoujin("archive", "区县", STORY, "--to", str(place), "--today", "2026-03-12") == 0
    (archive,) = place.iterdir()
    assert run(["verify", str(archive)]) == 0, "the register, too, is there as it was approved"
    with ZipFile(archive) as opened:
        assert "城东区" in opened.read("content/districts.yaml").decode()
        assert any(name.startswith("content/review/registers/districts/") for name in opened.namelist())
    assert city.signs("submit", "chen", entry="content/districts.yaml", today="2026-03-08") == 0
    assert city.signs("pass", "zhao", entry="区县", today="2026-03-08") == 0
    assert city.zoujin("build", "--jobs", "1", "--today", "2026-03-12") == 0
    assert "冒名区" in (city.root / "site" / STORY / "index.html").read_text("utf-8")


def test_looks_and_settings_are_not_reviewed_and_changes_to_them_are_named(city: SignedCity) -> None:
    """A sentence in the footer or a template needs no review; whoever verifies with a checkpoint reads where to look."""
    trusted = city.checkpoint()
    city.write("theme/hooks.py", "SAYS = 'a word of my own'\n")
    city.change("content/settings.yaml", "江城", "冒名")
    city.change(f"{STORY}/index.md", APPROVED, FORGED)
    found = verify(Project(city.root), Asked(NOW, trusted))
    (note,) = [note for note in found.notes if "不经过审核的地方改过" in note]
    assert "content/settings.yaml、theme/hooks.py。" in note, "the story is not among them: it waits for its review"


def _unknown(city: SignedCity) -> str:
    return "".join(verify(Project(city.root), Asked(NOW)).unknown)


# Other systems, other habits


def test_a_colleague_on_windows_and_one_on_macos(city: SignedCity, tmp_path: Path) -> None:
    """Line ends of one, decomposed names and letters of the other: what was passed stays passed, and can be shown."""
    name = "é灯.jpg"
    Image.new("RGB", (64, 48), "navy").save(city.root / STORY / unicodedata.normalize("NFD", name))
    photo = f"photos:\n  - file: {name}\n    alt: 末站的灯\n    caption: 末站\n    credit: 陈一舟\n"
    city.write(f"{STORY}/index.md", TEXT.replace(APPROVED, "有灯的末站。").replace("byline:", f"{photo}byline:"))
    city.commit("photo")
    city.passes_all("2026-03-07")
    windows = city.at(city.clone(tmp_path / "windows").root)
    story = windows.root / STORY / "index.md"
    for file in (story, *windows.records(), *(windows.root / "content/review").rglob("*.*")):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert windows.faults() == ""
    assert windows.readers_see() == "有灯的末站。"
    story.write_bytes(story.read_bytes().replace("有灯的末站".encode(), FORGED[:-1].encode()))
    windows.commit("edit")
    assert windows.readers_see() == "有灯的末站。", "brought back from Git with its picture"
    assert windows.faults() == ""


def test_a_branch_is_rebased_before_it_is_merged(city: SignedCity) -> None:
    """New commits with the same files: records and approved texts are still there."""
    city.git("checkout", "-q", "-b", "work")
    city.change(f"{STORY}/index.md", APPROVED, "改过、审过的话。")
    city.passes_all("2026-03-07")
    city.git("checkout", "-q", "main")
    city.write("stories/2026/else/index.md", TEXT)
    city.commit("meanwhile")
    city.git("rebase", "-q", "main", "work")
    city.git("checkout", "-q", "main")
    city.git("merge", "-q", "--ff-only", "work")
    assert city.faults() == ""
    assert city.readers_see() == "改过、审过的话。"


def test_a_record_that_only_a_merge_brought_is_missed_when_it_goes(city: SignedCity, tmp_path: Path) -> None:
    """It stands in neither of the merged branches, so that a look at ordinary commits would not find it."""
    other = city.at(city.clone(tmp_path / "other").root)
    other.change(f"{STORY}/index.md", "夜里十一点", "夜里十二点")
    city.write("stories/2026/else/index.md", TEXT)
    city.commit("meanwhile")
    city.git("fetch", "-q", str(other.root), "main")
    city.git("merge", "-q", "--no-commit", "FETCH_HEAD")
    assert city.signs("withdraw", "zhou", "--why", "家属来电", today="2026-03-08") == 0
    city.records()[-1].unlink()
    city.commit("as if nobody had called")
    assert city.readers_see() == ""
    assert "被删除或改动过" in city.faults()
