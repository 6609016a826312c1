"""Two versions of a small site, a reader who follows every link, and stores that die on purpose."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html

from generator.publish.targets.delivery import Order
from generator.publish.targets.plan import Plan
from generator.publish.targets.site_files import read_site
from generator.publish.targets.store import Outgoing, Sent, Store

ADDRESS = "https://hewan.example/zyfw/"


def digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=8).hexdigest()


@dataclass(frozen=True)
class SmallSite:
    """Pages with pictures, a style sheet, search and feeds, as our own sites have them. ``stories`` link to their
    neighbours, so that two new ones refer to each other."""

    style: str
    stories: tuple[str, ...]
    withdrawn: tuple[str, ...] = ()

    def files(self) -> dict[str, bytes]:
        css = f"assets/{digest(self.style)[:12]}/site.css"
        found = {css: self.style.encode()}
        for name in self.stories:
            found[self.photo(name)] = f"picture of {name} in {self.style}".encode()
            found[f"stories/{name}/form.docx"] = f"form of {name} in {self.style}".encode()
        shard = f"words of {' '.join(self.stories)}"
        shard_name = f"search/shards/0-{digest(shard)[:6]}.bin"
        table = f"search/shards-{digest(shard_name)}.bin"
        found |= {shard_name: shard.encode(), table: shard_name.encode()}
        found["search/index.json"] = json.dumps({"shards": [table], "parts": [shard_name]}).encode()
        pages = {
            "index.html": ["stories/", "search/"],
            "stories/index.html": [f"stories/{one}/" for one in self.stories],
        }
        pages["search/index.html"] = ["search/index.json"]
        for at, name in enumerate(self.stories):
            neighbours = (*self.stories[max(0, at - 1) : at], *self.stories[at + 1 : at + 2])
            pages[f"stories/{name}/index.html"] = [f"stories/{one}/" for one in neighbours] + [
                f"stories/{name}/form.docx",
                "",
            ]
        for name in self.withdrawn:
            pages[f"stories/{name}/index.html"] = [""]
        for path, links in pages.items():
            body = ' class="on-gone"' if path.split("/")[1:2] and path.split("/")[1] in self.withdrawn else ""
            name = path.split("/")[1] if path.startswith("stories/") and path.count("/") == 2 else ""
            picture = f'<img src="/zyfw/{self.photo(name)}">' if name in self.stories else ""
            anchors = "".join(f'<a href="/zyfw/{link}">→</a>' for link in links)
            found[path] = (
                f'<html><head><meta name="generator" content="Zoujin"><link rel="stylesheet" href="/zyfw/{css}"></head>'
                f"<body{body}>{anchors}{picture}</body></html>"
            ).encode()
        urls = [f"{ADDRESS}stories/{name}/" for name in self.stories]
        found["stories/feed.json"] = json.dumps({"items": [{"url": url} for url in urls]}).encode()
        found["sitemap.xml"] = "".join(f"<loc>{url}</loc>" for url in [ADDRESS, *urls]).encode()
        return found

    def photo(self, name: str) -> str:
        return f"photos/{digest(name + self.style)}-720.jpg"

    def write(self, folder: Path) -> Path:
        for path, content in self.files().items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
        return folder


OLD = SmallSite("red", ("night-bus", "spring-clinic", "river-patrol"))
NEW = SmallSite("green", ("night-bus", "中文名的故事", "lantern", "little-wardens"))
"""Another style and pictures, two stories fewer, three more."""


def order(tree: Path, **wishes: object) -> Order:
    files, withdrawn = read_site(tree)
    return Order(tree=tree, address=ADDRESS, files=files, withdrawn=withdrawn, **wishes)  # type: ignore[arg-type]


def quiet(stage: str, done: int, whole: int) -> None:
    """Progress for nobody."""


def missing_links(there: Mapping[str, bytes]) -> list[str]:
    """What a reader who starts at the home page, a feed, the search or the site map does not find."""
    waiting = [
        path for path in ("index.html", "stories/feed.json", "search/index.json", "sitemap.xml") if path in there
    ]
    seen, missing = set(waiting), []
    while waiting:
        path = waiting.pop()
        for wanted in _references(path, there[path]):
            if wanted in seen:
                continue
            seen.add(wanted)
            if wanted in there:
                waiting.append(wanted)
            else:
                missing.append(f"{path} → {wanted}")
    return missing


def _references(path: str, content: bytes) -> Iterable[str]:
    if path.endswith(".html"):
        tree = html.fromstring(content.decode())
        urls = [str(url) for url in tree.xpath("//@href | //@src")]
    elif path.endswith("feed.json"):
        urls = [item["url"] for item in json.loads(content)["items"]]
    elif path == "search/index.json":
        manifest = json.loads(content)
        urls = [f"/zyfw/{one}" for one in (*manifest["shards"], *manifest["parts"])]
    elif path == "sitemap.xml":
        urls = re.findall(r"<loc>(.*?)</loc>", content.decode())
    else:
        urls = []
    for url in urls:
        address = unquote(urlsplit(urljoin(ADDRESS, url)).path).removeprefix("/zyfw/")
        yield f"{address}index.html" if address.endswith("/") or not address else address


class Killed(BaseException):
    """The machine stops here."""


class Mortal:
    """A store whose process dies at its ``last`` step, counted over files read for sending, removals and reads."""

    def __init__(self, store: Store, last: float, die: Callable[[], None] | None = None) -> None:
        self.store, self.last, self.steps, self._die = store, last, 0, die

    def _step(self) -> None:
        self.steps += 1
        if self.steps > self.last:
            if self._die is not None:
                self._die()
            raise Killed

    def listing(self) -> Mapping[str, int]:
        self._step()
        return self.store.listing()

    def read(self, path: str) -> bytes | None:
        self._step()
        return self.store.read(path)

    def put(self, files: Sequence[Outgoing], sent: Sent) -> None:
        self.store.put([self._mortal(file) for file in files], sent)

    def put_first(self, file: Outgoing) -> bool:
        return self.store.put_first(self._mortal(file))

    def remove(self, paths: Iterable[str]) -> None:
        for path in paths:
            self._step()
            self.store.remove([path])

    def clock(self, path: str) -> float | None:
        self._step()
        return self.store.clock(path)

    def finish(self, label: str) -> None:
        self._step()
        self.store.finish(label)

    def close(self) -> None:
        self.store.close()

    def _mortal(self, file: Outgoing) -> Outgoing:
        def read() -> bytes:
            self._step()
            return file.read()

        return file._replace(read=read)


def steps_of(publish: Callable[[Store], Plan], store: Store) -> int:
    """How many steps an undisturbed publication takes."""
    counted = Mortal(store, float("inf"))
    publish(counted)
    return counted.steps
