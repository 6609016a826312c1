"""Where the public site may stand: its folder is replaced in whole, so nothing else may live there."""

from __future__ import annotations

from pathlib import Path

from generator.model.kinds import SHELVES
from generator.pipeline.project import CACHE_FOLDER, Project
from generator.publish.tree import Trees

from .outcome import BuildStopped


def refuse_sources(project: Project, site_dir: Path) -> None:
    """Refuse a ``site_dir`` that holds sources or lies among them: a build would take them for its own output.

    Raises:
        BuildStopped: says which setting to mend.
    """
    shelves = {shelf.folder.partition("/")[0] for shelf in SHELVES}
    for name in sorted({*shelves, "content", "theme", CACHE_FOLDER, ".git"}):
        source = project.root / name
        if site_dir == source or source in site_dir.parents or site_dir in source.parents:
            raise BuildStopped(
                f"网站不能生成到 {site_dir}：那里有稿件或项目自己的文件（{name}）。"
                "请把 mkdocs.yml 的 site_dir 改成单独的文件夹，如 site。"
            )
    if site_dir.exists() and not site_dir.is_dir():
        raise BuildStopped(
            f"{site_dir} 是一个文件，网站需要这个名字的文件夹。请把它移走，或修改 mkdocs.yml 的 site_dir。"
        )


MADE_BY_US = b'<meta name="generator" content="Zoujin'
"""Stands in the head of every page that we write."""


def refuse_foreign(trees: Trees) -> None:
    """Refuse a public folder that holds files of somebody else: the first build would move them away, the
    second delete them. A site of ours is known by its manifest, or by its home page when the cache is gone.

    Raises:
        BuildStopped: asks for an empty folder.
    """
    public = trees.public
    if not public.is_dir() or not any(public.iterdir()) or trees.store.load(public):
        return
    try:
        ours = MADE_BY_US in (public / "index.html").read_bytes()
    except OSError:
        ours = False
    if not ours:
        raise BuildStopped(
            f"{public} 里有别的文件，生成网站会替换掉它们，所以停了下来。请换一个空文件夹（mkdocs.yml 的 site_dir），或把这些文件移走。"
        )
