"""Which target is meant, how to get in there, and what is published to it."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

from generator.model.address import Site
from generator.model.kinds import SHELVES
from generator.model.publishing import SECRETS_FILE, TARGETS_FILE, Target, TargetKind
from generator.publish.targets.delivery import Order
from generator.publish.targets.site_files import read_site
from generator.publish.targets.store import Store
from generator.read.git_objects import run_git

from .project import CACHE_FOLDER, Project
from .refused import Refused

EXAMPLE = """- id: office
  kind: folder
  to: /srv/www/volunteer"""
MADE_BY_US = b'<meta name="generator" content="Zoujin'
_SECRET_LINE = re.compile(r"\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*?)\s*")


def choose_target(targets: Mapping[str, Target], name: str | None) -> Target:
    """The target that is meant.

    Raises:
        Refused: there is none, or it is not clear which.
    """
    if not targets:
        raise Refused(
            f"还没有说网站放到哪里。在 {TARGETS_FILE} 里写一条，例如：\n\n{EXAMPLE}\n\n"
            "方式（kind）有："
            + "、".join(f"{kind} {kind.label}" for kind in TargetKind)
            + "。详见 docs/publishing.md。"
        )
    known = "、".join(f"{target.id}（{target.name or target.kind.label}）" for target in targets.values())
    if name is not None:
        if name not in targets:
            raise Refused(f"没有“{name}”这个发布目标。{TARGETS_FILE} 里有：{known}。")
        return targets[name]
    marked = [target for target in targets.values() if target.default]
    if len(targets) > 1 and len(marked) != 1:
        raise Refused(f"发布到哪里？有：{known}。写成 zoujin publish 编号，或给其中一个写上 default: true。")
    return marked[0] if marked else next(iter(targets.values()))


def read_secrets(project: Project, environment: Mapping[str, str]) -> dict[str, str]:
    """Secrets of the project's own file, which must not be in git, and of the environment, which wins.

    Raises:
        Refused: the file could end up, or is already, where others see it.
    """
    place = project.root / SECRETS_FILE
    found: dict[str, str] = {}
    if place.is_file():
        if run_git(project.root, ["ls-files", "--error-unmatch", "--", SECRETS_FILE]) is not None:
            raise Refused(
                f"{SECRETS_FILE} 已经进了 git 仓库，有仓库的人都能看到里面的密钥。马上到服务方换新的密钥，然后运行：\n"
                f"git rm --cached {SECRETS_FILE}\n并在 .gitignore 里加一行 /{SECRETS_FILE}"
            )
        inside = run_git(project.root, ["rev-parse", "--is-inside-work-tree"]) is not None
        if inside and run_git(project.root, ["check-ignore", "--quiet", "--", SECRETS_FILE]) is None:
            raise Refused(f"{SECRETS_FILE} 随时可能被提交进仓库。在 .gitignore 里加一行 /{SECRETS_FILE}，再发布。")
        for line in place.read_text(encoding="utf-8-sig").splitlines():
            if match := _SECRET_LINE.fullmatch(line):
                found[match[1]] = match[2].strip("\"'")
    return {**found, **environment}


def secret(secrets: Mapping[str, str], target: Target, name: str) -> str:
    """A secret of a target: ``CLOUD_NAME`` for the target ``cloud`` alone, else ``NAME``."""
    return secrets.get(f"{target.id.upper().replace('-', '_')}_{name}") or secrets.get(name, "")


def open_store(target: Target, project: Project, site_dir: Path, secrets: Mapping[str, str]) -> Store:
    """The target as a place for files.

    Raises:
        Refused: the target lies among the project's own files.
        TargetTrouble: it cannot be reached, or something is not installed.
    """
    if target.kind is TargetKind.FOLDER:
        from generator.publish.targets.folder_store import FolderStore

        return FolderStore(_folder(target, project, site_dir))
    if target.kind is TargetKind.RSYNC:
        from generator.publish.targets.rsync_store import RsyncStore

        return RsyncStore(target.to, secret(secrets, target, "RSYNC_PASSWORD"))
    if target.kind is TargetKind.BRANCH:
        from generator.publish.targets.branch_store import BranchStore

        return BranchStore(target.to, target.branch, secret(secrets, target, "PUBLISH_TOKEN"))
    from generator.publish.targets.object_store import open_storage

    return open_storage(
        target.to,
        endpoint=target.endpoint or "",
        region=target.region or "",
        key=secret(secrets, target, "AWS_ACCESS_KEY_ID"),
        secret=secret(secrets, target, "AWS_SECRET_ACCESS_KEY"),
        token=secret(secrets, target, "AWS_SESSION_TOKEN"),
    )


def make_order(target: Target, site_dir: Path, site: Site, who: str) -> Order:
    """What is published to a target, from the site as it was built.

    Raises:
        Refused: there is no built site, or it was built for another address.
    """
    home = site_dir / "index.html"
    if not home.is_file() or MADE_BY_US not in home.read_bytes():
        raise Refused(f"{site_dir} 里没有生成好的网站。先运行 zoujin build。")
    if target.address and Site.at(target.address) != site:
        raise Refused(
            f"网站是按 {site.full_url('')} 生成的，而“{target.id}”的网址是 {target.address}，链接会打不开。"
            "把 mkdocs.yml 的 site_url 改成这个网址，运行 zoujin build，再发布。"
        )
    files, withdrawn = read_site(site_dir, target.columns)
    absent = [column for column in target.columns if not any(path.startswith(f"{column}/") for path in files)]
    if absent:
        raise Refused(f"网站里没有这些栏目：{'、'.join(absent)}。检查 {TARGETS_FILE} 里“{target.id}”的 columns。")
    return Order(
        tree=site_dir,
        address=target.address or site.full_url(""),
        files=files,
        withdrawn=withdrawn,
        keep_seconds=target.keep_hours * 3600.0,
        who=who,
    )


def _folder(target: Target, project: Project, site_dir: Path) -> Path:
    """An absolute folder, which holds none of the project's own files and is none of them."""
    folder = Path(os.path.normpath(project.root / Path(target.to).expanduser()))
    real = folder.resolve()
    own = {"content", "theme", CACHE_FOLDER, ".git", *(shelf.folder.partition("/")[0] for shelf in SHELVES)}
    for place in (site_dir, *(project.root / name for name in sorted(own))):
        if real == place or place in real.parents or real in place.parents:
            raise Refused(
                f"不能发布到 {folder}：那里有稿件、项目自己的文件或刚生成的网站。请在 {TARGETS_FILE} 里换一个单独的文件夹。"
            )
    return folder
