"""A colleague's first day: from an account with nothing in it to a first story proposed, by the commands that setup names."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from reviewed_project import PEOPLE, Clone, new_city

from generator.cli.main import run

pytestmark = pytest.mark.slow


class Account:
    """A person's account on a machine where Python and Git are installed, and nothing else is set."""

    def __init__(self, home: Path) -> None:
        home.mkdir()
        self.home = home
        programs = home / "programs"
        programs.mkdir()
        # As pip installs it for a person; the rest of the environment is not on her path.
        (programs / "zoujin").write_text(f'#!/bin/sh\nexec "{sys.executable}" -P -m generator "$@"\n', "utf-8")
        (programs / "zoujin").chmod(0o755)
        self.environment = {
            "HOME": str(home), "PATH": f"{programs}:/usr/bin:/bin", "LANG": "C.UTF-8", "GIT_CONFIG_NOSYSTEM": "1",
        }  # fmt: skip

    def type(self, command: str, folder: Path) -> tuple[int, str]:
        """What a command says, typed in a folder as printed."""
        done = subprocess.run(
            ["sh", "-c", command], cwd=folder, env=self.environment, stdin=subprocess.DEVNULL,
            capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        return done.returncode, done.stdout + done.stderr

    def works(self, command: str, folder: Path) -> str:
        code, said = self.type(command, folder)
        assert code == 0, f"{command}\n{said}"
        return said


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office's bare repository with our hook; 王五 is in the list of reviewers, without a key."""
    city = new_city(tmp_path_factory.mktemp("office") / "city")
    city.write("content/review/people.yaml", f"{PEOPLE}- id: wang-wu\n  name: 王五\n  stages: [first]\n")
    city.commit("a new colleague")
    server = city.root.parent / "server.git"
    city.git("init", "-q", "--bare", "-b", "main", str(server))
    assert run(["setup", "--server", str(server)]) == 0
    city.git("push", "-q", server.as_uri(), "main")
    return server


def test_from_nothing_to_a_story_proposed(server: Path, tmp_path: Path) -> None:
    account = Account(tmp_path / "home")
    account.works(f"git clone -q {server.as_uri()} '我的 网站'", account.home)
    clone = account.home / "我的 网站"

    code, said = account.type("zoujin setup", clone)
    assert code == 2
    assert "不知道您是谁：--name 姓名、--mail 邮箱" in said
    said = account.works("zoujin setup --name 王五 --mail wangwu@unit.example", clone)
    assert "以后提交署名：王五 <wangwu@unit.example>" in said
    assert "审核人员名单里有您：wang-wu" in said
    assert (clone / ".vscode" / "settings.json").is_file()
    story = re.search(r"stories/\d{4}/practice-wang-wu", said)
    assert story is not None
    folder = story[0]
    text = (clone / folder / "index.md").read_text("utf-8")
    assert "draft: true" in text
    assert "byline: 王五" in text
    assert account.works("git status --short", clone).split() == ["??", f"{folder}/"], "all else is ignored or kept"

    steps = [line.strip() for line in re.findall(r"^  \d\. (git .*|.*zoujin .*)$", said, re.MULTILINE)]
    commands = [re.split(r" {3,}", step)[0] for step in steps if step.startswith("git ")]
    assert [command.split(" ")[1] for command in commands] == ["switch", "add", "commit", "push"]

    again = account.works("zoujin setup", clone)
    assert "✓ 写" not in again, "run twice, it changes nothing"
    assert (clone / folder / "index.md").read_text("utf-8") == text

    account.works(commands[0], clone)
    (clone / folder / "index.md").write_text(text.replace("王五的练习稿", "巷口的修车摊").replace("district: cheng", "district: chen"), "utf-8")  # fmt: skip
    account.works(commands[1], clone)
    code, said = account.type(commands[2], clone)
    assert code == 1, "a slip of the finger is found before it is committed"
    assert "是不是“chengdong”（城东区）？" in said
    assert "没有提交" in said
    (clone / folder / "index.md").write_text(text.replace("王五的练习稿", "巷口的修车摊"), "utf-8")
    for command in commands[1:]:
        account.works(command, clone)

    proposed = Clone(server)
    assert proposed.git("log", "-1", "--format=%an <%ae>", "practice-wang-wu") == "王五 <wangwu@unit.example>\n"
    changed = proposed.git("-c", "core.quotePath=false", "diff", "--name-only", "main", "practice-wang-wu")
    assert changed.split() == [f"{folder}/index.md"]
    assert "巷口的修车摊" in proposed.git("show", f"practice-wang-wu:{folder}/index.md")
    assert not any((account.home / name).exists() for name in (".gitconfig", ".config", ".ssh")), "the account is hers"


def test_where_everybody_signs_a_key_is_made_once(server: Path, tmp_path: Path) -> None:
    account = Account(tmp_path / "home")
    account.works(f"git clone -q {server.as_uri()} site", account.home)
    clone = account.home / "site"
    policy = (clone / "content/review/policy.yaml").read_text("utf-8")
    (clone / "content/review/policy.yaml").write_text(policy.replace("mode: registered", "mode: signed"), "utf-8")
    said = account.works("zoujin setup --name 王五 --mail wangwu@unit.example --no-practice", clone)
    key = account.home / ".ssh" / "zoujin_ed25519"
    assert f"您的签名密钥做好了：{key}" in said
    assert key.stat().st_mode & 0o777 == 0o600
    public = key.with_name("zoujin_ed25519.pub").read_text("utf-8").strip()
    assert f"发给管审核人员名单的人，登记以后您的签名才算数：\n\n  {public}" in said
    private = key.read_bytes()
    again = account.works("zoujin setup", clone)
    assert key.read_bytes() == private
    assert public in again, "said until it is registered"
    assert "密钥做好了" not in again
