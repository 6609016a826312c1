"""A day at the review desk, asked over real connections."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import pytest
from desk_in_test import Desk, desk_of
from reviewed_project import STORY, TEXT, Clone, new_city

from generator.desk.routes import Routes


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A city whose repository has a server."""
    folder = tmp_path_factory.mktemp("begun")
    city = new_city(folder / "city")
    city.git("init", "-q", "--bare", "-b", "main", str(folder / "server.git"))
    city.git("remote", "add", "origin", str(folder / "server.git"))
    city.git("push", "-q", "-u", "origin", "main")
    return folder


@pytest.fixture
def office(begun: Path, tmp_path: Path) -> Clone:
    """A working copy with a server of its own."""
    shutil.copytree(begun, tmp_path / "office")
    city = Clone(tmp_path / "office" / "city")
    city.git("remote", "set-url", "origin", str(tmp_path / "office" / "server.git"))
    return city


def server_log(city: Clone) -> str:
    return city.git("--git-dir", city.git("remote", "get-url", "origin").strip(), "log", "--format=%an %s", "main")


@pytest.fixture
def desk(office: Clone) -> Iterator[Desk]:
    with desk_of(office.root, "chen") as found:
        yield found


def sit(desk: Desk, who: str) -> None:
    """Another person at the same desk."""
    assert desk.post("who", {"person": who}).status == 303


def test_from_draft_to_approved(desk: Desk, office: Clone) -> None:
    assert "还没有送审" in desk.get(f"entry/{STORY}").shown
    told = desk.decide(STORY, "submit")
    assert "“夜班公交末站的热水”送审了" in told.shown
    assert "接下来：等初审（赵初）；一校（赵初）。" in told.shown
    assert "已送到服务器" in told.shown
    assert "审核：送审 night-bus" in server_log(office)
    assert "我写的、我送审的" in desk.get().shown
    page = desk.get(f"entry/{STORY}")
    assert 'value="sign:' not in page.text, "an author does not review"
    sit(desk, "zhao")
    assert "赵初，有1条轮到你" in desk.get().shown
    assert "去审：初审、一校" in desk.get().shown
    assert "登记模式" in desk.get(f"entry/{STORY}").shown
    assert "审核中" not in desk.get().shown
    assert "签好了" in desk.decide(STORY, "sign:first+proof", p1="时间写具体些。").shown
    sit(desk, "qian")
    seen = desk.get(f"entry/{STORY}")
    assert "赵初：时间写具体些。" in seen.shown
    assert "第1段“夜里十一点，末站的灯还亮”：时间写具体些。" in seen.shown
    assert "终审：钱复没有签终审的权限" in seen.shown
    desk.decide(STORY, "sign:second+proof")
    sit(desk, "sun")
    told = desk.decide(STORY, "sign:final+proof")
    assert "审核通过，下一次生成网站时公开" in told.shown
    assert "没有轮到你的" in desk.get().shown
    assert office.zoujin("verify") == 0
    assert office.git("status", "--porcelain", "--", STORY) == ""


def test_sent_back_with_remarks_on_paragraphs(desk: Desk, office: Clone) -> None:
    desk.decide(STORY, "submit")
    sit(desk, "zhao")
    refused = desk.decide(STORY, "return")
    assert "退回要说明哪里要改" in refused.shown
    desk.decide(STORY, "return", remarks="先核对。", p1="和台账\n不符。")
    record = next(path for path in office.records() if "return" in path.name).read_text("utf-8")
    assert "先核对。\\n第 1 段“夜里十一点，末站的灯还亮”：和台账 不符。" in record
    sit(desk, "chen")
    assert "退回修改" in desk.get().shown
    assert "赵初：和台账不符。" in desk.get(f"entry/{STORY}").shown
    office.write(f"{STORY}/index.md", TEXT.replace("---\n\n夜里十一点", "---\n\n三月六日。\n\n夜里十一点"))
    desk.office.take_over(frozenset({f"{STORY}/index.md"}))
    page = desk.get(f"entry/{STORY}")
    assert "赵初（对上一版）：和台账不符。" in page.shown
    at = page.text.index("赵初（对上一版）")
    assert page.text.rindex('id="p2"', 0, at) > page.text.index('id="p1"'), "found again though a paragraph came before"
    assert "有改动还没有提交" in page.shown
    told = desk.decide(STORY, "submit", commit="yes")
    assert "送审了" in told.shown
    assert office.git("status", "--porcelain", "--", STORY) == ""
    assert "修改：night-bus" in server_log(office)


def test_what_is_not_committed_cannot_be_passed(desk: Desk, office: Clone) -> None:
    desk.decide(STORY, "submit")
    sit(desk, "zhao")
    office.write(f"{STORY}/index.md", TEXT.replace("十一点", "十点"))
    desk.office.take_over(frozenset({f"{STORY}/index.md"}))
    assert "请写稿的人提交以后再审" not in desk.get(f"entry/{STORY}").shown, "it has to be submitted first"
    office.commit("later")
    assert desk.post("decide", {**desk.seen(STORY), "act": "sign:first"}).status == 303
    assert not [path for path in office.records() if "first" in path.name]


def test_content_that_changes_under_the_reader(desk: Desk, office: Clone) -> None:
    """Another program saves while the page is open: nothing is signed that was not seen, and no remark is lost."""
    desk.decide(STORY, "submit")
    sit(desk, "zhao")
    seen = desk.seen(STORY)
    office.write(f"{STORY}/index.md", TEXT.replace("十一点", "十点"))
    office.commit("meanwhile")
    told = desk.follow(desk.post("decide", {**seen, "act": "sign:first+proof", "remarks": "写得好"}))
    assert "内容在你看的时候改了，没有签" in told.shown
    assert len(office.records()) == 1
    desk.office.take_over()
    assert office.review("submit", "chen") == 0
    desk.office.take_over()
    assert ">写得好</textarea>" in desk.get(f"entry/{STORY}").text


def test_a_colleague_was_faster(desk: Desk, office: Clone) -> None:
    desk.decide(STORY, "submit")
    sit(desk, "zhao")
    seen = desk.seen(STORY)
    assert office.review("pass", "zhao", "--stage", "first") == 0
    told = desk.follow(desk.post("decide", {**seen, "act": "sign:proof-1"}))
    assert "别人刚刚也作了决定，没有签" in told.shown


def test_taken_down_confirmed_and_put_back(desk: Desk, office: Clone) -> None:
    office.three_levels()
    desk.office.take_over()
    sit(desk, "zhou")
    desk.now = datetime(2026, 3, 10, 20, 0)
    assert "撤稿要写原因" in desk.decide(STORY, "withdraw").shown
    told = desk.decide(STORY, "withdraw", why="家属来电。")
    assert "撤稿了" in told.shown
    assert "终审还没有确认" in desk.get().shown
    assert 'value="restore"' not in desk.get(f"entry/{STORY}").text
    sit(desk, "sun")
    desk.now = datetime(2026, 3, 11, 8, 0)
    assert "确认撤稿" in desk.get(f"entry/{STORY}").shown
    desk.decide(STORY, "withdraw", why="属实。")
    assert "终审还没有确认" not in desk.get().shown
    assert "恢复发布了" in desk.decide(STORY, "restore").shown
    assert "审核通过" in desk.get(f"entry/{STORY}").shown


def test_a_clerk_records_what_was_said_on_paper(desk: Desk, office: Clone) -> None:
    assert office.review("submit", "chen") == 0
    for who in ("zhao", "qian"):
        assert office.review("pass", who, "--proof") == 0
    desk.office.take_over()
    sit(desk, "zhou")
    assert "代录要写审批单的编号" in desk.decide(STORY, "paper", paper="final sun").shown
    form = {**desk.seen(STORY), "act": "paper", "paper": "final sun", "form": "2026-015"}
    scan = b"%PDF-1.7 \r\n\r\n\x00\xff signed"
    assert "代录好了" in desk.follow(desk.post_with_file("decide", form, "scan", scan)).shown
    page = desk.get(f"entry/{STORY}").shown
    assert "周办公代录" in page
    assert f"2026-015，扫描件摘要{sha256(scan).hexdigest()[:16]}" in page
    assert office.git("ls-files", "*.pdf") == "", "the scan itself stays out of the repository"


def test_a_correction_is_shown_by_sentences(desk: Desk, office: Clone) -> None:
    office.three_levels()
    office.write(
        f"{STORY}/index.md", TEXT.replace("夜里十一点", "夜里十点半").replace("末站的灯还亮着。\n", "灯亮着。\n", 1)
    )
    desk.office.take_over()
    page = desk.get(f"entry/{STORY}").text
    assert re.search("夜里十<del>一[^<]*</del>[^<]*<ins>[^<]*半</ins>", page)
    assert "<dt>摘要</dt>" in page
    assert "网站上是上一次通过的版本" in page


def test_the_list_of_all_is_searched_and_paged(desk: Desk) -> None:
    assert "夜班公交末站的热水" in desk.get("all?q=%E7%83%AD%E6%B0%B4").text
    assert "没有找到" in desk.get("all?q=zzz").shown
    assert "1条" in desk.get("all?state=draft&q=night").shown
    for odd in ("all?page=99999", "all?page=-1", "all?page=x", "all?state=nonsense", "all?page=" + "9" * 500):
        assert desk.get(odd).status == 200


def test_nobody_is_assumed(desk: Desk) -> None:
    """Without a name the desk asks first, and nothing can be decided."""
    desk.server.routes = Routes(desk.office, desk.doors, desk.routes.pages.folder.parent)
    assert desk.get().headers["Location"].endswith("/who")
    assert desk.post("decide", {"entry": STORY, "act": "submit"}).headers["Location"].endswith("/who")
    page = desk.get("who").shown
    assert "陈一舟" in page and "终审、三校、签发" in page
    assert desk.post("who", {"person": "nobody"}).status == 404


def test_broken_policy_stays_in_view(desk: Desk, office: Clone) -> None:
    office.write("content/review/policy.yaml", "mode: [")
    desk.office.take_over()
    assert "现在读不出审核制度" in desk.get().shown


ROW = """\
- id: one
  name: 一号站
  kind: community-station
  district: chengdong
  street: renmin-lu
  area: urban
  address: 城东区人民路 18 号
  phone: {0}
  hours: Mo-Fr 09:00-17:00
"""


def test_a_station_with_a_new_number(desk: Desk, office: Clone) -> None:
    """Entered and checked by two people; the register is committed as a whole."""
    office.write("content/streets.yaml", "- id: renmin-lu\n  name: 人民路街道\n  district: chengdong\n")
    office.write("stations.yaml", ROW.format("0000-8801231"))
    office.commit("stations")
    for who, command in (("chen", "submit"), ("zhao", "pass")):
        assert office.review(command, who, entry="stations/one") == 0
    office.write("stations.yaml", ROW.format("0000-8809999"))
    desk.office.take_over()
    page = desk.get("entry/stations/one")
    assert "（整个站点登记表）" in page.shown
    assert re.search(r"<dt>[^<]*电话</dt>.*?<del>", page.text, re.S)
    assert desk.look("stations/one/").status == 200
    assert "送审了" in desk.decide("stations/one", "submit", commit="yes").shown
    assert office.git("status", "--porcelain") == ""
    sit(desk, "zhao")
    assert "签好了" in desk.decide("stations/one", "sign:check").shown
    assert "审核通过" in desk.get("entry/stations/one").shown


def test_several_stations_are_checked_together_each_of_them_shown(desk: Desk, office: Clone) -> None:
    office.write("content/streets.yaml", "- id: renmin-lu\n  name: 人民路街道\n  district: chengdong\n")
    rows = [ROW.format(f"0000-880123{number}").replace("id: one", f"id: s{number}") for number in range(3)]
    office.write("stations.yaml", "".join(rows))
    office.commit("stations")
    ids = [f"stations/s{number}" for number in range(3)]
    assert office.zoujin("submit", *ids, STORY, "--as", "chen", "--today", "2026-03-06") == 0
    office.commit("submitted")
    desk.office.take_over()
    sit(desk, "zhao")
    assert "3条只要核对的，一起办" in desk.get().shown
    page = desk.get("together")
    assert all(f"0000-880123{number}" in page.shown for number in range(3))
    assert "夜班公交" not in page.shown, "a story is read by itself"
    form = dict(re.findall(r'name="((?:content|tips) [^"]*)" value="([^"]*)"', page.text))
    assert "没有勾选" in desk.post("together", form).text
    office.write("stations.yaml", "".join(rows).replace("0000-8801232", "0000-8809999"))
    done = desk.follow(desk.post("together", {**form, **{f"pass {id}": "check" for id in (*ids, STORY)}})).shown
    assert "2条签好了" in done
    assert "stations/s2：内容在你看的时候改了" in done
    assert f"{STORY}：" in done, "whoever forges the form is told so, too"
    assert len(office.git("ls-files", "content/review/stations/s[01]/*").splitlines()) == 4
    assert "审核：一起办 2 条" in server_log(office)


def test_what_cannot_be_read_is_told(desk: Desk, office: Clone) -> None:
    office.write("stories/2026/torn/index.md", "---\ntitle: [\n---\n")
    desk.office.take_over()
    page = desk.get().shown
    assert "有错误，暂时不能审的" in page
    assert "stories/2026/torn" in page
    assert "先用zoujincheck改好" in desk.get("entry/stories/2026/torn").shown


def test_a_commit_beside_the_desk_is_noticed(desk: Desk, office: Clone) -> None:
    assert "没有送到服务器" not in desk.get().shown
    assert office.zoujin("submit", STORY, "--as", "chen", "--today", "2026-03-06") == 0
    desk.office.take_over()
    assert "有1条审核记录写好了还没有提交" in desk.get().shown
    office.commit("by hand")
    page = desk.get().shown
    assert "还没有提交" not in page
    assert "有1次提交还没有送到服务器" in page
    assert "送出了" in desk.follow(desk.post("send", {})).shown
    assert "没有送到服务器" not in desk.get().shown


def test_the_command_says_why_it_does_not_begin(office: Clone, desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert office.zoujin("desk", "--no-browser", "--port", str(desk.doors.port)) == 1
    assert f"zoujin desk --port {desk.doors.port + 1}" in capsys.readouterr().err
    assert office.zoujin("desk", "--no-browser", "--port", "0", "--as", "nobody") == 1
    assert "没有“nobody”" in capsys.readouterr().err
    (office.root / "content/review/policy.yaml").unlink()
    assert office.zoujin("desk", "--no-browser", "--port", "0") == 1
    assert "没有启用审核" in capsys.readouterr().err


def test_every_page_names_the_mode(desk: Desk) -> None:
    work = desk.post("decide", {**desk.seen(STORY), "act": "submit"})
    pages = [
        desk.follow(work),
        *map(desk.get, ("", "all", "who", f"entry/{STORY}", "nowhere", "work/none", "entry/none")),
    ]
    for page in pages:
        assert "登记模式" in page.shown
        assert "不能防冒名" in page.shown
