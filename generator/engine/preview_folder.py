"""``zoujin build --preview``: the working versions as files, for an internal server. It never touches the public site."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from os import getpid
from pathlib import Path

import jinja2

from generator.model.address import output_file
from generator.model.fields import TIME_ZONE
from generator.pipeline.progress import Progress
from generator.pipeline.workers import default_jobs, make_executor
from generator.render.sitemap import ROBOTS

from .configuration import open_configuration
from .outcome import UNTOUCHED, BuildStopped
from .preview_overlay import ribbon
from .preview_server import OWN
from .preview_site import PreviewSite
from .template_trouble import explain_template_error

FOLDER = "preview"
_MARK = "预览.txt"
_SAYS = "这是内部预览：里面有没有审核过的内容，不要公开。由 zoujin build --preview 生成，每次整个换掉。\n"
_NOBODY = b"User-agent: *\nDisallow: /\n"


@dataclass(frozen=True)
class Preview:
    """What was written. ``marked`` counts pages that bear a ribbon, ``failed`` are pictures that could not be made."""

    folder: Path
    now: datetime
    pages: int
    marked: int
    failed: tuple[str, ...] = ()


def build_preview(config_file: Path, asked: datetime | None, progress: Progress) -> Preview:
    """Write the preview into the folder ``preview`` of the project.

    Raises:
        BuildStopped: the configuration or a template cannot be used, or the folder holds something else.
    """
    config = open_configuration(config_file)
    target = config_file.resolve().parent / FOLDER
    if target.exists() and not (target / _MARK).is_file():
        raise BuildStopped(f"{target} 里是别的文件，预览会换掉它们，所以停了下来。请把它移走或改名。")
    site = PreviewSite(config, asked, lambda: datetime.now(TIME_ZONE).replace(tzinfo=None), progress)
    staging = target.with_name(f".{FOLDER}-{getpid()}")
    shutil.rmtree(staging, ignore_errors=True)
    try:
        made = _write(site, staging, target, progress)
        shutil.rmtree(target, ignore_errors=True)
        staging.rename(target)
    except jinja2.TemplateError as error:
        raise BuildStopped(explain_template_error(error) + UNTOUCHED) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return made


def _write(site: PreviewSite, staging: Path, target: Path, progress: Progress) -> Preview:
    edition = site.edition
    with make_executor(default_jobs()) as executor:
        failed = tuple(failure.label for failure in site.jobs.run(edition.plan.jobs, executor, progress))
    wanted = {output: site.jobs.place(job) / output for output, job in edition.jobs.items()}
    for output, made in wanted.items():
        if made.is_file():
            _put(staging / output, made.read_bytes())
    for name in edition.theme.assets():
        _put(staging / edition.theme.asset_folder / name, edition.theme.content(name))
    for address, found in site.search_files().items():
        _put(staging / address, found.read_bytes())
    marked = 0
    for number, address in enumerate(edition.pages, 1):
        progress("写预览页面", number, len(edition.pages))
        text = site.html(address) or ""
        file = output_file(address)
        if file.endswith(".html"):
            state = ribbon(site, address)
            marked += bool(state)
            head, end, tail = text.partition("</head>")
            text = f'{head}<meta name="robots" content="noindex">{_style(site)}{end}{tail}'
            before, body_end, after = text.rpartition("</body>")
            text = f'{before}<aside class="zj-preview" aria-label="预览">{state}</aside>{body_end}{after}'
        _put(staging / file, text.encode())
    _put(staging / ROBOTS, _NOBODY)
    _put(staging / OWN / "preview.css", files(__package__).joinpath("preview.css").read_bytes())
    _put(staging / _MARK, _SAYS.encode("utf-8-sig"))
    return Preview(target, site.now, len(edition.pages), marked, failed)


def _style(site: PreviewSite) -> str:
    return f'<link rel="stylesheet" href="{site.site.prefix}{OWN}preview.css">'


def _put(target: Path, data: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
