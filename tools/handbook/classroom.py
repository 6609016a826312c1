"""Does what the handbook's pages ask for, in a folder of its own, as a reader would."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import signal
import socket
import subprocess
import sys
from pathlib import Path

from docx import Document

from generator.cli.main import run

from .lessons import TypeCommand, WriteFile

TODAY = "2026-03-12"
"""The day of the course: answers show it, and what is fresh must not grow old."""

HOME = "文稿"
"""The folder for one's own files, where the reader begins."""

REMOTE = "git@git.example.cn:office/volunteer.git"
"""The office's repository in the handbook; here it is a bare one beside the project."""

NOT_TYPED = ("pip", "python", "code", "ssh-add")
"""Programs that a test does not run: installing is what the test of the wheel does."""
_SERVERS = ("serve", "desk")


class Classroom:
    """``folder`` becomes the reader's computer: a home folder, the office's repository, and where she works."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.here = folder, folder / HOME
        self.here.mkdir(parents=True)
        subprocess.run(["git", "init", "--quiet", "--bare", "-b", "main", str(folder / "office.git")], check=True)
        self.typed = 0
        _submission(self.here / "来稿")

    def do(self, lesson: WriteFile | TypeCommand) -> str:
        """Do one thing; what is wrong with it, empty when all is as printed."""
        if isinstance(lesson, WriteFile):
            return self._write(lesson)
        code, said = self._type(lesson)
        plain = re.sub(r"\s+", "", said)
        missing = [line for line in lesson.answer if not _fits(line, plain)]
        expected = 1 if any("error[" in line for line in lesson.answer) else 0
        if missing or code != expected:
            wrong = f"不是这样回答的：{missing[0]}" if missing else "没有做成"
            return f"{lesson.page}: $ {lesson.command}\n{wrong}\n（退出码 {code}）\n{said}"
        return ""

    def _write(self, lesson: WriteFile) -> str:
        place = self.here / lesson.path
        if not lesson.one_line:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(lesson.text, encoding="utf-8")
            return ""
        text = place.read_text(encoding="utf-8")
        for line in lesson.text.splitlines():
            key = line.partition(":")[0]
            text, number = re.subn(rf"^#? ?{re.escape(key)}:.*$", line.replace("\\", "\\\\"), text, count=1, flags=re.M)
            if not number:
                return f"{lesson.page}: {lesson.path} 里没有 {key} 这一行"
        place.write_text(text, encoding="utf-8")
        return ""

    def _type(self, lesson: TypeCommand) -> tuple[int, str]:
        words = shlex.split(lesson.command)
        home = self.folder / "computers" / (lesson.computer or "自己")
        if not home.exists():
            home.mkdir(parents=True)
            (home / ".gitconfig").write_text(
                f'[url "{self.folder / "office.git"}"]\n\tinsteadOf = {REMOTE}\n[init]\n\tdefaultBranch = main\n',
                encoding="utf-8",
            )
        if words[0] == "cd":
            self.here = (self.folder if words[1].startswith(HOME) else self.here) / words[1]
            return 0, ""
        if words[0] in NOT_TYPED:
            return 0, "\n".join(lesson.answer)
        self.typed += 1
        words = [str(home / word[2:]) if word.startswith("~/") else word for word in words]
        environment = {
            **os.environ, "HOME": str(home), "USERPROFILE": str(home), "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "LANGUAGE": "C",
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        }  # fmt: skip
        if words[:1] == ["zoujin"] and words[1] in _SERVERS:
            return self._serve(words[1:], environment)
        if words[:1] == ["zoujin"]:
            return self._zoujin(words[1:], environment)
        done = subprocess.run(
            words, cwd=self.here, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
        return done.returncode, done.stdout + done.stderr

    def _zoujin(self, words: list[str], environment: dict[str, str]) -> tuple[int, str]:
        if words[0] in ("init", "setup"):
            words = [*words, "--today", TODAY]
        said = io.StringIO()
        before, there = dict(os.environ), Path.cwd()
        os.environ.clear()
        os.environ.update(environment)
        os.chdir(self.here)
        try:
            with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
                code = run(words)
        finally:
            os.chdir(there)
            os.environ.clear()
            os.environ.update(before)
        if words[0] == "init":
            settings = self.here / words[1] / "content/settings.yaml"
            settings.write_text(settings.read_text(encoding="utf-8") + f"today: {TODAY}\n", encoding="utf-8")
        return code, said.getvalue()

    def _serve(self, words: list[str], environment: dict[str, str]) -> tuple[int, str]:
        """Start a server at a free port, see that it answers, and press Ctrl+C."""
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        more = ["--no-browser"] if words[0] == "desk" else []
        server = subprocess.Popen(
            [sys.executable, "-m", "generator", *words, "--port", str(port), *more],
            cwd=self.here, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip
        assert server.stdout is not None
        said, address = "", f"http://127.0.0.1:{port}/"
        for line in server.stdout:
            said += line
            if address in line:
                break
        server.send_signal(signal.SIGINT)
        said += server.communicate(timeout=30)[0]
        return (0 if address in said else 1), said.replace(str(port), "8000" if words[0] == "serve" else "8010")


def _submission(folder: Path) -> None:
    """What a district sent: a Word file with a heading and a few lines."""
    folder.mkdir(parents=True)
    letter = Document()
    letter.add_heading("楼道灯亮了之后", 0)
    for line in ("报送单位：东岸区文明办", "3月11日晚，三单元的楼道灯亮了。", "楼上的王阿姨说，上楼不用再摸黑了。"):
        letter.add_paragraph(line)
    letter.save(str(folder / "楼道灯亮了之后.docx"))


def _fits(line: str, said: str) -> bool:
    """Whether a printed line is in an answer; blanks do not count, and ``…`` is anything."""
    parts = [re.escape(re.sub(r"\s+", "", part)) for part in line.split("…")]
    return re.search(".*?".join(parts), said) is not None
