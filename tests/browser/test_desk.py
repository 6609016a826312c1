"""Three whole days at the desk, each person in a working copy of her own, with a server between them."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

import pytest
from desk_in_test import Desk, desk_of
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect
from reviewed_project import STORY, TEXT, Clone, new_city
from sites.site import process_environment
from test_page_types import COLOURS, EVERYTHING, MODES, RUN_AXE, WIDTHS, axe, set_mode

from generator.pipeline.live_versions import with_live_versions
from generator.pipeline.project import Project
from generator.pipeline.reading import read_catalogue
from generator.pipeline.reviews import review
from generator.pipeline.survey import survey
from generator.read.store import BodyReader
from generator.review.publication import publication

__all__ = ["axe"]

PEOPLE = ("chen", "zhao", "qian", "sun")
PHOTO = f"{STORY}/lamp.jpg"
TITLE = "夜班公交末站的热水"
WITH_PHOTO = TEXT.replace(
    "byline:",
    "photos:\n  - file: lamp.jpg\n    alt: 末站的灯\n    caption: 末站\n    credit: 陈一舟\nbyline:",
)


class Room:
    """An office: a server, and everybody at a desk of her own in a browser of her own."""

    def __init__(self, folder: Path, browser: Browser, stack: ExitStack) -> None:
        self.folder = folder
        self.clones: dict[str, Clone] = {}
        self.desks: dict[str, Desk] = {}
        self.pages: dict[str, Page] = {}
        city = new_city(folder / "chen")
        picture(city, "black")
        city.write(f"{STORY}/index.md", WITH_PHOTO)
        city.commit("photo")
        city.git("init", "-q", "--bare", "-b", "main", str(folder / "server.git"))
        city.git("remote", "add", "origin", str(folder / "server.git"))
        city.git("push", "-q", "-u", "origin", "main")
        for who in PEOPLE:
            self.clones[who] = city if who == "chen" else city.clone(folder / who)
            if who != "chen":
                self.clones[who].git("remote", "set-url", "origin", str(folder / "server.git"))
            if who != "chen":  # templates need not be compiled for everybody
                shutil.copytree(*(Project(each.root).cache / "templates" for each in (city, self.clones[who])))
            self.desks[who] = stack.enter_context(desk_of(self.clones[who].root, who))
            context = browser.new_context(viewport={"width": 360, "height": 800} if who == "sun" else None)
            stack.callback(context.close)
            self.pages[who] = self.open(context, who)

    def open(self, context: BrowserContext, who: str) -> Page:
        page = context.new_page()
        page.goto(self.desks[who].doors.entrance)
        page.wait_for_selector("h1")
        return page

    def is_day(self, day: int) -> None:
        """All clocks go on."""
        for desk in self.desks.values():
            desk.now = datetime(2026, 3, day, 9)

    def home(self, who: str) -> Page:
        page = self.pages[who]
        page.goto(self.desks[who].doors.origin + self.desks[who].doors.base)
        return page

    def fetches(self, who: str) -> Page:
        """Take in what colleagues sent."""
        page = self.home(who)
        page.get_by_role("button", name="收取同事的新内容").click()
        expect(page.get_by_role("status", name="结果")).to_contain_text("收到了新的内容")
        return self.home(who)

    def presses(self, who: str, button: str, says: str) -> Page:
        """Press a button of the entry's page that is open, and read how it went."""
        page = self.pages[who]
        page.get_by_role("button", name=button, exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(says)
        expect(page.get_by_role("status", name="结果")).to_contain_text("已送到服务器")
        return page

    def pass_all(self, has: str = "") -> None:
        """First, second and final review by three people, one after another; ``has`` is who took in what is new already."""
        for who, button in (("zhao", "通过：初审和一校"), ("qian", "通过：复审和二校"), ("sun", "通过：终审和三校")):
            page = self.home(who) if who == has else self.fetches(who)
            expect(page.get_by_role("heading", level=1)).to_contain_text("有 1 条轮到你")
            page.get_by_role("link", name=re.compile("^去审")).click()
            self.presses(who, button, "签好了")

    def published(self) -> str:
        """The story's text as a build from the server would show it; "" when it is not public."""
        city = self.clones["chen"]
        city.git("pull", "-q", "--no-rebase")
        self.desks["chen"].office.take_over()  # no watcher runs here
        project = Project(city.root)
        reading = read_catalogue(project, survey(project))
        reviews = review(project, reading)
        assert reviews is not None
        live = with_live_versions(project, reading, reviews)
        public = publication(live.catalogue, datetime(2026, 3, 12), reviews.verdicts, reviewed=True).public
        return BodyReader(live.store)(STORY).plain if STORY in public else ""

    def built(self) -> str:
        """The story's page in the public site."""
        city = self.clones["chen"]
        assert city.zoujin("build", "--jobs", "1", "--today", "2026-03-12") == 0
        return (city.root / "site" / STORY / "index.html").read_text("utf-8")


def picture(city: Clone, colour: str) -> None:
    (city.root / STORY).mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (320, 200), colour).save(city.root / PHOTO)


@pytest.fixture(scope="module")
def room(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    with ExitStack() as stack:
        yield Room(tmp_path_factory.mktemp("room"), browser, stack)


def look(room: Room, who: str) -> Page:
    page = room.home(who)
    page.get_by_role("link", name="全部内容").click()
    page.get_by_role("link", name=TITLE, exact=True).click()
    expect(page.get_by_role("heading", level=1, name=TITLE)).to_be_visible()
    return page


@pytest.mark.slow
def test_three_days(room: Room) -> None:
    """One after another, as days are: a story is published, corrected, and taken down."""
    a_story_is_reviewed(room)
    a_correction_after_publication(room)
    an_urgent_withdrawal(room)
    for clone in room.clones.values():
        clone.git("pull", "-q", "--no-rebase")
        assert clone.git("status", "--porcelain") == ""
    assert room.clones["sun"].zoujin("verify") == 0


def a_story_is_reviewed(room: Room) -> None:
    """Submitted, sent back with a remark on a paragraph, mended, submitted again, passed by three."""
    page = look(room, "chen")
    frame = page.frame_locator("iframe")
    expect(frame.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(frame.get_by_text("夜里十一点")).to_be_visible()
    room.presses("chen", "送审", "送审了")

    page = room.fetches("zhao")
    page.get_by_role("link", name=re.compile("^去审：初审、一校")).click()
    expect(page.get_by_text("没有写授权")).to_be_visible()
    expect(page.locator("#photos img")).to_have_js_property("complete", True)
    page.locator("summary", has_text="写意见").first.click()
    page.get_by_label("对第 1 段的意见").fill("时间请核对。")
    page.get_by_label("总的意见").fill("补上授权编号。")
    room.presses("zhao", "退回修改", "退回修改了")

    page = room.fetches("chen")
    expect(page.get_by_text("补上授权编号。")).to_be_visible()
    signed = "credit: 陈一舟\n    consent: {reference: SQ-2026-0001, expires: 2027-01-01}\n"
    room.clones["chen"].write(f"{STORY}/index.md", WITH_PHOTO.replace("credit: 陈一舟\n", signed))
    room.desks["chen"].office.take_over(frozenset({f"{STORY}/index.md"}))
    page = look(room, "chen")
    expect(page.get_by_text("赵初（对上一版）：时间请核对。")).to_be_visible()
    expect(page.get_by_label("连同我没有提交的改动")).to_be_checked()
    room.presses("chen", "送审", "送审了")
    room.pass_all()
    assert "夜里十一点" in room.published()


def a_correction_after_publication(room: Room) -> None:
    """Another sentence and another photo; readers see the approved ones until the new ones are approved."""
    room.is_day(9)
    chen = room.clones["chen"]
    text = (chen.root / STORY / "index.md").read_text("utf-8")
    chen.write(f"{STORY}/index.md", text.replace("夜里十一点", "夜里十点半"))
    picture(chen, "orange")
    room.desks["chen"].office.take_over()
    page = look(room, "chen")
    expect(page.get_by_text("通过以后又改过")).to_be_visible()
    room.presses("chen", "送审", "送审了")
    assert "夜里十一点" in room.published()

    page = room.fetches("zhao")
    page.get_by_role("link", name=re.compile("^去审")).click()
    expect(page.locator(".desk-diff ins")).to_contain_text("半")
    for side in ("原来的 lamp.jpg", "现在的 lamp.jpg"):
        shown = page.get_by_role("img", name=side)
        shown.scroll_into_view_if_needed()
        page.wait_for_function("image => image.naturalWidth === 320", arg=shown.element_handle())
    room.pass_all(has="zhao")
    assert "夜里十点半" in room.published()


def an_urgent_withdrawal(room: Room) -> None:
    """Anybody takes a page down at once; the chief confirms, and puts it back when it is cleared up. The server is away
    for a while, and nothing is lost."""
    room.is_day(10)
    server = room.folder / "server.git"
    server.rename(room.folder / "away.git")
    page = look(room, "chen")
    page.get_by_text("紧急撤稿").click()
    page.get_by_label("为什么撤").fill("家属来电。")
    page.get_by_role("button", name="撤稿", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("撤稿了")
    expect(page.get_by_role("status", name="结果")).to_contain_text("已经提交在这台电脑上，没有丢")
    (room.folder / "away.git").rename(server)
    page = room.home("chen")
    expect(page.get_by_text("1 次提交还没有送到服务器")).to_be_visible()
    page.get_by_role("button", name="现在送出").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("送出了")
    assert room.published() == ""
    public = room.built()
    assert "内容正在核实，暂时撤下。" in public
    assert "夜里十点半" not in public

    page = room.fetches("sun")
    expect(page.get_by_text("终审还没有确认").first).to_be_visible()
    page.get_by_role("link", name=TITLE, exact=True).click()
    expect(page.get_by_text("家属来电。")).to_be_visible()
    page.get_by_label("说明（恢复时可以不写）").fill("家属已同意。")
    room.presses("sun", "恢复发布", "恢复发布了")
    assert "夜里十点半" in room.published()


def test_accessible_in_every_mode_and_width(room: Room, browser: Browser, axe: str) -> None:
    desk = room.desks["zhao"]
    context = browser.new_context(reduced_motion="reduce")
    page = room.open(context, "zhao")
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    problems = {}
    for place in ("", "all", "who", f"entry/{STORY}", "nowhere"):
        page.goto(desk.doors.origin + desk.doors.base + place, wait_until="load")
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        page.evaluate(axe)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            for mode in MODES if width == WIDTHS[0] else MODES[:1]:
                set_mode(page, mode)
                found = page.evaluate(RUN_AXE, COLOURS if mode == "dark" else EVERYTHING)
                found += page.evaluate(SMALL_TARGETS)
                if page.evaluate("document.documentElement.scrollWidth") > width:
                    found.append("sideways scroll")
                if found:
                    problems[f"{place} {mode} {width}"] = found
    context.close()
    assert problems == {}
    assert said == []


SMALL_TARGETS = """() => [...document.querySelectorAll("main button, main summary, main input:not([type=hidden]), nav a, .button, .chip")]
    .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 43.5 && one.type !== "checkbox")
    .map((one) => one.outerHTML.slice(0, 120))"""


def test_without_scripts_and_with_the_keyboard(room: Room, browser: Browser) -> None:
    """Everything can be done with scripts switched off; Enter in a field signs nothing."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page = room.open(context, "chen")
    page.goto(room.desks["chen"].doors.origin + room.desks["chen"].doors.base + f"entry/{STORY}")
    page.keyboard.press("Tab")
    expect(page.get_by_text("跳到正文")).to_be_focused()
    summary = page.get_by_text("紧急撤稿")
    summary.focus()
    page.keyboard.press("Enter")
    page.get_by_label("为什么撤").fill("")
    page.get_by_role("button", name="撤稿", exact=True).press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("没有做成")
    expect(page.get_by_text("撤稿要写原因")).to_be_visible()
    context.close()


@pytest.mark.slow
def test_the_command_opens_a_desk_and_notices_what_is_saved(room: Room, browser: Browser, tmp_path: Path) -> None:
    root = room.clones["qian"].clone(tmp_path / "city").root
    command = [sys.executable, "-m", "generator", "desk", "--port", "0", "--as", "qian", "--no-browser",
               "--today", "2026-03-12"]  # fmt: skip
    process = subprocess.Popen(
        command, cwd=root, env=process_environment(), stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    try:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        assert address.startswith("http://127.0.0.1:")
        context = browser.new_context()
        page = context.new_page()
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_contain_text("钱复")
        page.get_by_role("link", name="全部内容").click()
        page.get_by_label("标题或文件夹里的字").fill("热水")
        page.keyboard.press("Enter")
        page.get_by_role("link", name=TITLE, exact=True).click()
        Clone(root).write(f"{STORY}/index.md", WITH_PHOTO.replace(TITLE, "换了的题目"))
        expect(page.get_by_text("稿件有新的变化")).to_be_visible(timeout=20_000)
        page.get_by_role("link", name="看最新的").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("换了的题目")
        expect(page.get_by_text("有改动还没有提交").first).to_be_visible()
        context.close()
    finally:
        process.terminate()
        process.wait(20)
