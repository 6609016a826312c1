"""The handbook's pictures: the sample site, a lesson's own pages and sheets, and an editor's window drawn as HTML."""

from __future__ import annotations

import html
import re
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urljoin

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tools.shots.serving import served

from .classroom import Classroom
from .lessons import PAGES, TypeCommand, course, lessons

PICTURES = ("home.png", "editor.png", "story.png", "desk.png", "proof.png")
CHROMIUM = "/usr/bin/chromium"

_WINDOW = """<!doctype html><meta charset=utf-8><style>
body{margin:0;font:15px/1.7 "Noto Sans Mono CJK SC",monospace;background:#fff;color:#1f2328;width:1080px}
header{background:#dddddd;padding:6px 14px;font:13px "Noto Sans CJK SC",sans-serif;color:#333}
main{display:flex;height:470px}nav{width:250px;background:#f3f3f3;padding:10px 14px;font:14px/1.9 "Noto Sans CJK SC",sans-serif}
nav b{color:#0b57a4}article{flex:1;padding:10px 0;white-space:pre}article i{display:inline-block;width:44px;text-align:right;
color:#999;font-style:normal;margin-right:18px}u{text-decoration:underline wavy #d11 1.5px;text-underline-offset:4px}
.key{color:#0550ae}footer{border-top:1px solid #ccc;padding:10px 18px;font:14px/1.8 "Noto Sans CJK SC",sans-serif;background:#fafafa}
footer b{color:#c00}</style><header>index.md — 志愿网站 — Visual Studio Code</header><main><nav>志愿网站<br>　▸ content<br>　▾ stories<br>
　　▾ 2026<br>　　　▾ night-lamp<br>　　　　<b>index.md</b><br>　　　　lamp.jpg<br>　stations.yaml</nav><article>%s</article></main>
<footer>问题　1<br>%s</footer>"""


def make_pictures(site: Path, folder: Path) -> None:
    """Make all of ``PICTURES`` in ``folder``. ``site`` is the built sample."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="zoujin-") as place, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        with served(site) as origin:
            _shoot(browser, f"{origin}/", folder / "home.png", 1100, 720)
        _take_course(Classroom(Path(place)), browser, folder)
        browser.close()


def _take_course(room: Classroom, browser: Browser, folder: Path) -> None:
    """Do the lessons and take the pictures where their pages show them."""
    for page in course():
        for lesson in lessons(page):
            wrong = room.do(lesson)
            if wrong:
                raise SystemExit(wrong)
            command = lesson.command if isinstance(lesson, TypeCommand) else ""
            if command.startswith("zoujin serve") and page == "editor/story.md":
                with _running(room.here, "serve") as url:
                    _shoot(browser, urljoin(url, "/zyfw/stories/2026/night-lamp/"), folder / "story.png", 760, 900)
            elif command.startswith("zoujin check stories") and "error" in " ".join(getattr(lesson, "answer", ())):
                _draw_editor(browser, room.here, folder / "editor.png")
            elif command.startswith("zoujin desk"):
                with _running(room.here, "desk", "--as", "he-yan-qiu", "--no-browser") as url:
                    _shoot(browser, url, folder / "desk.png", 1100, 900, click="楼道里的灯")
            elif command.startswith("zoujin proof"):
                sheet = next((room.here / "审批单").glob("*.png"))
                with Image.open(sheet) as picture:
                    width = 760
                    small = picture.convert("RGB").resize((width, picture.height * width // picture.width))
                    small.crop((0, 0, width, min(small.height, 1100))).save(folder / "proof.png", optimize=True)


def _draw_editor(browser: Browser, project: Path, place: Path) -> None:
    """The window of an editor with what ``zoujin check`` says of the story as it stands."""
    said = subprocess.run(
        [sys.executable, "-m", "generator", "check", "stories/2026/night-lamp"], cwd=project, capture_output=True, text=True
    ).stdout  # fmt: skip
    found = re.search(r":(\d+):(\d+): error\[([a-z-]+)\]\n  (.*)\n(?:.*\n){2}  (提示：.*)", said)
    if found is None:
        raise SystemExit(f"no error to draw:\n{said}")
    line, column, rule, message, hint = int(found[1]), int(found[2]), *found.groups()[2:]
    text = (project / "stories/2026/night-lamp/index.md").read_text(encoding="utf-8")
    rows = []
    for number, row in enumerate(text.splitlines()[:16], 1):
        shown = html.escape(row)
        if number == line:
            shown = f"{html.escape(row[: column - 1])}<u>{html.escape(row[column - 1 :])}</u>"
        shown = re.sub(r"^([a-z]+):", r'<span class="key">\1</span>:', shown)
        rows.append(f"<i>{number}</i>{shown}")
    problem = f"<b>✕</b> {html.escape(message)} {html.escape(hint)}<br>　 zoujin {rule}　[第 {line} 行，第 {column} 列]"
    with tempfile.TemporaryDirectory(prefix="zoujin-") as folder:
        window = Path(folder) / "window.html"
        window.write_text(_WINDOW % ("\n".join(rows), problem), encoding="utf-8")
        _shoot(browser, window.as_uri(), place, 1080, 640)


def _shoot(browser: Browser, url: str, place: Path, width: int, height: int, *, click: str = "") -> None:
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(url, wait_until="load")
    if click:
        page.get_by_role("link", name=click).first.click()
        page.wait_for_load_state("load")
        page.wait_for_timeout(6000)  # the desk shows the entry as a page, which it makes first
    page.wait_for_timeout(400)
    page.screenshot(path=str(place))
    page.close()


@contextmanager
def _running(project: Path, *words: str) -> Iterator[str]:
    """A command that serves, and where."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "generator", *words, "--port", str(port)], cwd=project, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    try:
        assert server.stdout is not None
        for line in server.stdout:
            if f"127.0.0.1:{port}" in line:
                yield str(re.findall(r"http://\S+", line)[0])
                return
        raise SystemExit(f"zoujin {words[0]} does not serve")
    finally:
        server.send_signal(signal.SIGINT)
        server.communicate(timeout=30)


def shown_pictures() -> set[str]:
    """What the pages show."""
    return {
        name
        for page in course()
        for name in re.findall(r"\]\((?:\.\./)*pictures/([^)]+)\)", (PAGES / page).read_text(encoding="utf-8"))
    }
