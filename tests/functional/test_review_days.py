"""Three whole days of an office: an editor, two reviewers and a chief, each with a clone and a key of their own, meet only
on the server."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from reviewed_project import STORY, TEXT, Clone, new_city

from generator.cli.main import run
from generator.pipeline.own_key import make_key

pytestmark = pytest.mark.slow

PERSON = "content/profiles/he-yumei"
PEOPLE = {
    "chen": "name: 陈一舟",
    "zhao": "name: 赵初\n  stages: [first, proof-1]",
    "qian": "name: 钱复\n  stages: [second, proof-2]",
    "sun": "name: 孙终\n  stages: [final, proof-3]\n  chief: true",
    "li": "name: 李分管\n  stages: [leader]\n  chief: true",
    "zhou": "name: 周值班\n  clerk: true",
}
POLICY = """\
mode: signed
requirements:
  - name: 三审三校
    kinds: [story, profile]
    stages: [first, proof-1, second, proof-2, final, proof-3]
  - name: 其余
    kinds: [station, activity, campaign, feature, page, announcement, public-notice, policy, list, news, republished]
    stages: []
"""
PROFILE = """\
---
name: 何玉梅
kind: person
one_line: 末站添水的人
district: chengdong
date: 2026-03-01
media: true
photos:
  - {file: portrait.jpg, alt: 何玉梅在末站, credit: 陈一舟, consent: {reference: SQ-2026-0031}}
---

何玉梅从前看纺织厂的锅炉。
"""
WITH_HER = TEXT.replace("byline", "people: [he-yumei]\nbyline").replace("末站的灯还亮着。\n", "何玉梅把壶提上站台。\n")


class Colleague(Clone):
    """Somebody with a clone, whose key and name Git knows there."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        super().__init__(root)
        self._capsys = capsys

    def does(self, *arguments: str, day: str, code: int = 0) -> str:
        """What a command says to her, on a day; what she wrote is committed and pushed."""
        self.git("pull", "-q", "--no-rebase", "--no-edit")
        self._capsys.readouterr()
        found = self.zoujin(*arguments, "--today", day)
        out, err = self._capsys.readouterr()
        assert found == code, out + err
        self.share()
        return out + err

    def looks(self, *arguments: str, code: int = 0) -> str:
        """What a command says that knows no day."""
        self._capsys.readouterr()
        assert self.zoujin(*arguments) == code
        out, err = self._capsys.readouterr()
        return out + err

    def share(self, message: str = "work") -> None:
        """Commit what there is, and push."""
        if self.git("status", "--porcelain"):
            self.commit(message)
        self.git("push", "-q")


Hire = Callable[[str], Colleague]


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A server with a project whose root two chiefs have signed, and keys beside it."""
    base = tmp_path_factory.mktemp("office")
    city = new_city(base / "first")
    rows = ""
    for who, values in PEOPLE.items():
        public = make_key(base / who, who)
        rows += f"- id: {who}\n  {values}\n  keys: [{{key: {' '.join(public.split()[:2])}}}]\n"
    city.write("content/review/people.yaml", rows)
    city.write("content/review/policy.yaml", POLICY)
    (city.root / STORY / "index.md").unlink()
    for chief in ("sun", "li"):
        signed = ["root", "sign", "--as", chief, "--key", str(base / chief), "--today", "2026-03-01"]
        assert city.zoujin(*signed) == 0
    city.commit("begin")
    city.git("clone", "-q", "--bare", city.root.as_uri(), str(base / "server.git"))
    return base


@pytest.fixture(scope="module")
def published(begun: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, with a person and a story about her that went through everything."""
    base = tmp_path_factory.mktemp("published")
    server = base / "server.git"
    Clone(begun / "first").git("clone", "-q", "--bare", (begun / "server.git").as_uri(), str(server))
    city = Clone(begun / "first").clone(base / "work")
    city.write(f"{PERSON}/index.md", PROFILE)
    Image.new("RGB", (1600, 1200), "#a8241c").save(city.root / PERSON / "portrait.jpg")
    city.write(f"{STORY}/index.md", WITH_HER)
    city.commit("write")
    for who, command in (("chen", "submit"), ("zhao", "pass"), ("qian", "pass"), ("sun", "pass")):
        more = ["--proof"] if command == "pass" else []
        order = [command, STORY, PERSON, *more, "--as", who, "--key", str(begun / who), "--today", "2026-03-06"]
        assert city.zoujin(*order) == 0
        city.commit(command)
    city.git("push", "-q", str(server), "main")
    return server


@pytest.fixture
def hire(begun: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Hire:
    """A colleague's desk by her id, for the server at ``tmp_path/server.git``."""

    def desk(who: str) -> Colleague:
        root = tmp_path / who
        Clone(tmp_path).git("clone", "-q", (tmp_path / "server.git").as_uri(), str(root))
        found = Colleague(root, capsys)
        found.git("config", "zoujin.reviewer", who)
        found.git("config", "zoujin.key", str(begun / who))
        return found

    return desk


def serve(server: Path, tmp_path: Path) -> None:
    Clone(server).git("clone", "-q", "--bare", server.as_uri(), str(tmp_path / "server.git"))


def public(at: Colleague, day: str) -> dict[str, str]:
    """All that a build shows, unpacked, by path; what is no text is read as if it were."""
    at.does("build", "--jobs", "1", day=day)
    found = {}
    for path in (path for path in (at.root / "site").rglob("*") if path.is_file()):
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        name = path.relative_to(at.root / "site").as_posix()
        if path.suffix == ".zip":
            with zipfile.ZipFile(io.BytesIO(data)) as kit:
                data = b"\n".join(kit.read(member) for member in kit.namelist())
        found[name] = data.decode("utf-8", "replace")
    return found


def showing(site: dict[str, str], words: str) -> list[str]:
    return sorted(path for path, text in site.items() if words in text)


def test_an_ordinary_day(begun: Path, hire: Hire, tmp_path: Path) -> None:
    serve(begun / "server.git", tmp_path)
    day = "2026-03-06"
    chen, zhao, qian, sun = (hire(who) for who in ("chen", "zhao", "qian", "sun"))
    chen.write(f"{STORY}/index.md", TEXT)
    assert "有改动还没有提交" in chen.looks("submit", STORY, "--today", day, code=1)
    chen.share("write")
    assert "陈一舟把“夜班公交末站的热水”送审了" in chen.does("submit", STORY, day=day)
    told = zhao.does("status", day=day)
    assert "等你办的（1）\n  夜班公交末站的热水" in told
    assert "等初审（赵初）；一校（赵初）" in told
    assert "还没有审核通过的版本，全文都是新的" in zhao.looks("diff", STORY, code=1)
    assert "接下来：等复审（钱复）" in zhao.does("pass", STORY, "--proof", day=day)
    assert "已退回：时间和台账不符" in qian.does("return", STORY, "--why", "时间和台账不符。", day=day)
    assert "等你办的（1）" in chen.does("status", day=day), "what came back waits for whoever sent it"
    chen.write(f"{STORY}/index.md", TEXT.replace("十一点", "十点半"))
    chen.share("mend")
    chen.does("submit", STORY, day=day)
    made = chen.does("proof", STORY, day=day)
    assert "审批单，编号 SP2026-" in made
    assert {path.suffix for path in (chen.root / "审批单").iterdir()} == {".pdf", ".png"}
    assert chen.git("status", "--porcelain") == "", "forms stay out of the repository"
    assert "现在没有轮到的审级" in qian.does("pass", STORY, "--proof", day=day, code=1), "her turn comes after 初审"
    for who in (zhao, qian, sun):
        who.does("pass", STORY, "--proof", day=day)
    site = public(chen, "2026-03-12")
    assert "夜里十点半" in site[f"{STORY}/index.html"]
    told = chen.does("log", STORY, day="2026-03-12")
    assert "钱复  退回修改  第 1 版  〔已签名〕\n         “时间和台账不符。”" in told
    assert "孙终  通过 终审、三校  第 2 版（就是现在这一版）  〔已签名〕" in told
    assert "方式：签名模式" in sun.looks("verify")

    chen.does("archive", STORY, "--to", str(tmp_path / "kept"), day="2026-03-12")
    (bundle,) = (tmp_path / "kept").iterdir()
    assert run(["verify", str(bundle)]) == 0
    members = zipfile.ZipFile(bundle).namelist()
    assert {"封面.pdf", "怎样核验.txt", "allowed_signers", f"{STORY}/index.md"} <= set(members)
    forged = tmp_path / "forged.zip"
    with zipfile.ZipFile(bundle) as old, zipfile.ZipFile(forged, "w") as new:
        for name in members:
            new.writestr(name, old.read(name).replace("十点半".encode(), "十二点".encode()))
    assert run(["verify", str(forged)]) == 1
    assert run(["verify", str(chen.root / STORY / "index.md")]) == 1


def test_a_correction_after_publication(published: Path, hire: Hire, tmp_path: Path) -> None:
    serve(published, tmp_path)
    day = "2026-03-08"
    chen, zhao, qian, sun = (hire(who) for who in ("chen", "zhao", "qian", "sun"))
    assert "夜里十一点" in public(chen, "2026-03-07")[f"{STORY}/index.html"]
    note = "corrections:\n  - {date: 2026-03-08, text: 原文“十一点”应为“十点半”。}\nbyline"
    chen.write(f"{STORY}/index.md", WITH_HER.replace("夜里十一点", "夜里十点半").replace("byline", note))
    told = chen.looks("diff", STORY, code=1)
    assert "～ 夜里十【－一点】【＋点半】，何玉梅把壶提上站台。" in told
    assert "＋ 更正（2026-03-08）" in told
    chen.share("correct")
    chen.does("submit", STORY, day=day)
    assert "公开的还是上一次通过的版本：1 条" in chen.does("build", "--jobs", "1", day=day)
    assert showing(public(chen, day), "十点半") == []
    for who in (zhao, qian, sun):
        who.does("pass", STORY, "--proof", day=day)
    site = public(chen, day)
    assert "夜里十点半" in site[f"{STORY}/index.html"]
    assert "第 2 版（就是现在这一版）" in chen.does("log", STORY, day=day)
    assert "和审核通过的那一版一样" in chen.looks("diff", STORY)


def test_an_urgent_withdrawal(published: Path, hire: Hire, tmp_path: Path) -> None:
    serve(published, tmp_path)
    zhou, sun = hire("zhou"), hire("sun")
    before = public(zhou, "2026-03-09")
    assert len(showing(before, "何玉梅")) > 5
    pictures = [path for path in before if path.startswith("photos/")]
    assert pictures

    told = zhou.does("withdraw", PERSON, "--why", "本人来电要求。", day="2026-03-10")
    assert "周值班办了 2 条" in told, "whoever is taken down is taken down everywhere"
    assert f"撤稿  夜班公交末站的热水（{STORY}）" in told
    site = public(zhou, "2026-03-10")
    assert showing(site, "何玉梅") == []
    assert showing(site, "本人来电") == []
    assert "内容正在核实，暂时撤下。" in site["profiles/he-yumei/index.html"]
    assert not [path for path in pictures if path in site]

    told = sun.does("status", day="2026-03-11")
    assert "等你办的（2）" in told
    assert "终审还没有确认，请在 24 小时内再撤一次以示确认" in told
    assert "终审还没有确认（应在 24 小时内）" in sun.looks("verify"), "shown as open for as long as nobody confirms"
    sun.does("withdraw", PERSON, "--why", "已核实，确认撤下。", day="2026-03-11")
    assert "没有等你办的" in sun.does("status", "--as", "sun", day="2026-03-11")
    assert "终审还没有确认" not in sun.looks("verify")

    assert "恢复发布要由终审决定" in zhou.does("restore", STORY, day="2026-03-12", code=1)
    sun.does("restore", PERSON, STORY, day="2026-03-12")
    after = public(zhou, "2026-03-12")
    assert len(showing(after, "何玉梅")) > 5
    assert set(pictures) <= set(after)
