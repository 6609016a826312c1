"""The Jinja environment of the public pages: strict, escaping, and quick with plain views."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from json import JSONEncoder
from pathlib import Path
from typing import Any

import jinja2
import markupsafe
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from generator.model.address import Site
from generator.render.phrases import names_of, phrases
from generator.render.qr_codes import fits_qr, qr_path

from .theme import ThemeFiles

_JSON = JSONEncoder(ensure_ascii=False, separators=(",", ":"))
"""For ``|tojson``, which escapes what could end a ``<script>``. Chinese stays Chinese: half the bytes."""

_escape_text: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape)
"""``escape`` for what is certainly text, without the wrapping that says it is safe now."""


def _printed(value: Any) -> str:
    """What ``{{ value }}`` prints. It is joined with its neighbours at once, so nobody need know that it is safe."""
    kind = value.__class__
    if kind is str:
        return _escape_text(value)
    return value if kind is Markup else escape(value)


class SiteTemplate(jinja2.Template):
    """A template that prints quickly: a page prints a hundred values, and wrapping each costs more than escaping it."""

    @classmethod
    def from_code(cls, environment: Any, code: Any, globals: Any, uptodate: Any = None) -> jinja2.Template:
        """The template of compiled ``code``, whose functions share one namespace."""
        template = super().from_code(environment, code, globals, uptodate)
        template.root_render_func.__globals__["escape"] = _printed
        return template


class SiteContext(Context):
    """Calls functions and macros as they are: none of ours wants Jinja's context as its first argument."""

    def call(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        """``function(…)`` in a template."""
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        return function(*args, **kwargs)


class SiteEnvironment(jinja2.Environment):
    """Autoescape on; a missing value is an error.

    Views are dicts, so a dot looks for a key first: it is faster, and a key may be called
    ``items``. Templates do not change while a build runs, so a template once found is not
    looked up again: includes and imports cost a dict access.
    """

    template_class = SiteTemplate
    context_class = SiteContext

    def __init__(self, loader: jinja2.BaseLoader, cache: Path, version: str) -> None:
        cache.mkdir(parents=True, exist_ok=True)
        for compiled in cache.iterdir():  # what earlier themes left
            if not compiled.name.endswith(f"-{version}.jinja"):
                with suppress(OSError):  # gone already, or in use by an older version that still runs
                    compiled.unlink()
        super().__init__(
            loader=loader,
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            auto_reload=False,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=jinja2.FileSystemBytecodeCache(str(cache), pattern=f"%s-{version}.jinja"),
        )
        self._found: dict[str, jinja2.Template] = {}

    def get_template(self, name: Any, parent: Any = None, globals: Any = None) -> jinja2.Template:
        """The template of this name, compiled once."""
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = super().get_template(name, parent, globals)
        return found

    def make_globals(self, d: Any) -> Any:
        """One plain dict for all templates; Jinja's chain of maps is copied key by key at every include."""
        return {**self.globals, **d} if d else self.globals

    def getattr(self, obj: Any, attribute: str) -> Any:
        """``obj.attribute`` in a template."""
        if obj.__class__ is dict:
            try:
                return obj[attribute]
            except KeyError:
                pass
        return super().getattr(obj, attribute)


def make_environment(
    loader: jinja2.BaseLoader,
    site: Site,
    files: ThemeFiles,
    shared: dict[str, Any],
    cache: Path,
    file_size: Callable[[str], int],
) -> SiteEnvironment:
    """The environment of one build.

    Beside Jinja's own, templates have ``site`` (what all pages share), ``asset(name)`` (the
    URL of a theme asset), ``icon(name)`` (one of Material's SVG icons, inline),
    ``fragment(name, …)`` (another template) and ``once(macro, …)`` (a macro's output), these
    two rendered once for the same values, ``file_size(address)`` (bytes of a picture or download) and ``qr(text)``
    (``side`` and ``path`` of a QR code; None when the text is too long for one), and ``phrased(title, names)`` (a title
    that passes to the next line between phrases only; ``names``, a list, are those that the page itself tells of).
    """
    env = SiteEnvironment(loader, cache, files.digest[:12])
    env.globals.update(
        site=shared,
        asset=_asset_function(site, files),
        icon=_icon_function(loader, env),
        fragment=_fragment_function(env),
        once=_once_function(),
        file_size=file_size,
        qr=_qr_function(),
        phrased=_phrased_function(shared["words"]),
    )
    env.policies["json.dumps_function"] = _JSON.encode
    env.policies["json.dumps_kwargs"] = {}
    return env


def _asset_function(site: Site, files: ThemeFiles) -> Callable[[str], str]:
    urls = {name: site.url(f"{files.asset_folder}/{name}") for name in files.assets()}

    def asset(name: str) -> str:
        if name not in urls:
            raise jinja2.TemplateRuntimeError(f"there is no asset {name}")
        return urls[name]

    return asset


def _icon_function(loader: jinja2.BaseLoader, env: jinja2.Environment) -> Callable[[str], Markup]:
    known: dict[str, Markup] = {}

    def icon(name: str) -> Markup:
        if name not in known:
            source, _, _ = loader.get_source(env, f".icons/{name}.svg")
            svg = source.strip().replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)
            known[name] = Markup(svg)  # from the theme package, never from content
        return known[name]

    return icon


def _fragment_function(env: SiteEnvironment) -> Callable[..., Markup]:
    known: dict[Any, tuple[Any, Markup]] = {}

    def fragment(name: str, /, **values: Any) -> Markup:
        key = (name, *((word, _identity(value)) for word, value in values.items()))
        found = known.get(key)
        if found is None:
            found = known[key] = (values, Markup(env.get_template(name).render(values)))
        return found[1]

    return fragment


def _once_function() -> Callable[..., Markup]:
    known: dict[Any, tuple[Any, Markup]] = {}

    def once(macro: Macro, /, *values: Any) -> Markup:
        key = (macro, *map(_identity, values))
        found = known.get(key)
        if found is None:
            found = known[key] = (values, Markup(macro(*values)))
        return found[1]

    return once


def _qr_function() -> Callable[[str], dict[str, Any] | None]:
    def qr(text: str) -> dict[str, Any] | None:
        if not fits_qr(text):
            return None
        side, path = qr_path(text, quickly=True)
        return {"side": side, "path": path}

    return qr


def _phrased_function(words: list[str]) -> Callable[..., Markup]:
    ours = names_of(words)
    known: dict[tuple[str, ...], Markup] = {}

    def phrased(title: str, names: Iterable[str] = ()) -> Markup:
        key = (title, *(name for name in names if name in title))
        found = known.get(key)
        if found is None:
            found = known[key] = _with_breaks(phrases(title, ours, *((names_of(key[1:]),) if key[1:] else ())))
        return found

    return phrased


def _with_breaks(parts: list[str]) -> Markup:
    """A title without joints is left as it is: the browser may break it anywhere."""
    if len(parts) < 2:
        return escape("".join(parts))
    return Markup(f'<span class="phrased">{"<wbr>".join(map(_whole, parts))}</span>')


def _whole(phrase: str) -> str:
    """Browsers break before the dot in 阿不都·热合曼 although no line begins with it."""
    text = _printed(phrase)
    return f'<span class="nb">{text}</span>' if "·" in phrase else text


def _identity(value: Any) -> Any:
    """What tells two values apart. Cards are made once a build and shared, so they are known by
    identity; whoever remembers an identity keeps the value, or another could take its place."""
    return id(value) if isinstance(value, dict | list) else value
