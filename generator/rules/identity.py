"""One name, one entry: slugs and the ids that entries had before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model.address import entry_address
from generator.model.catalogue import Catalogue, Entry
from generator.model.diagnostic import WHOLE_FILE, Severity
from generator.model.kinds import STATIONS_FILE, Kind

from .finding import Finding
from .registry import rule


@rule("duplicate-slug", Severity.ERROR, "同一类内容里文件夹重名", binding=True)
def duplicate_slug(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """References name an entry by its folder alone, so two years may not share a name."""
    first = catalogue.by_kind
    for entry in catalogue.entries.values():
        other = first[entry.kind][entry.slug]
        if other is not entry:
            yield Finding(
                entry.path,
                WHOLE_FILE,
                f"文件夹名“{entry.slug}”和 {other.id} 重名，别处引用“{entry.slug}”时分不清是哪一个。",
                f"把其中一个改名，如“{entry.slug}-{entry.id.split('/')[-2]}”，并在它的 aliases 里写上旧路径。",
            )


@rule("alias-clash", Severity.ERROR, "曾用路径和别的内容冲突", binding=True)
def alias_clash(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """A former id leads to one entry, and no present entry has it."""
    for entry in catalogue.entries.values():
        for index, alias in enumerate(entry.meta.aliases):
            id = f"stations/{alias}" if entry.kind is Kind.STATION else alias
            at = (entry.slug, "aliases", index) if entry.kind is Kind.STATION else ("aliases", index)
            clash = _clash(catalogue, entry, id)
            if clash:
                yield Finding(entry.path, at, *clash)


@rule("address-vanished", Severity.ERROR, "公开过的网址不见了", binding=True)
def address_vanished(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """What readers could once open can still be opened: the entry, its new address, or a notice."""
    for gone in catalogue.vanished:
        address = f"/{entry_address(gone.id)}"
        if gone.id.startswith("stations/"):
            id = gone.id.removeprefix("stations/")
            yield Finding(
                STATIONS_FILE,
                WHOLE_FILE,
                f"站点“{id}”从名录里删掉了，它的网址 {address} 会打不开。",
                f"恢复这一条，把 status 改成 closed；只是改了编号的，在新的那一条里加一行：aliases: [{id}]",
            )
        elif gone.moved_to:
            entry = catalogue.entries[gone.moved_to]
            aliases = ", ".join((*entry.meta.aliases, gone.id))
            yield Finding(
                entry.path,
                WHOLE_FILE,
                f"文件夹原来是 {gone.id}，改名以后旧网址 {address} 会打不开。",
                f"在元数据里{'把 aliases 改成' if entry.meta.aliases else '加一行'}：aliases: [{aliases}]",
            )
        else:
            yield Finding(
                f"{gone.id}/index.md",
                WHOLE_FILE,
                f"这篇内容公开过，现在删掉了，读者存下的网址 {address} 会打不开。",
                "恢复这个文件夹，在元数据里写 withdrawn（撤回日期 date 和原因 reason），原网址就只留一则说明；"
                f"改了名或并到别处的，在那一篇的元数据里加一行：aliases: [{gone.id}]",
            )


def _clash(catalogue: Catalogue, entry: Entry, id: str) -> tuple[str, str] | None:
    if id == entry.id:
        return f"曾用路径“{id}”就是现在的路径。", "删掉这一条：aliases 只写改名以前的路径。"
    if id in catalogue.entries:
        return f"曾用路径“{id}”现在是另一篇内容，旧网址会打开那一篇。", "删掉这一条，或把那一篇换个文件夹名。"
    claimant = catalogue.by_alias[id]
    if claimant is not entry:
        return f"曾用路径“{id}”已经写在 {claimant.id} 里了。", "旧网址只能转到一篇：留下正确的那一处。"
    namesake = catalogue.by_kind[entry.kind].get(id.rpartition("/")[2])
    if namesake is not None and namesake is not entry:
        return (
            f"曾用名“{namesake.slug}”和 {namesake.id} 重名，别处引用“{namesake.slug}”时分不清是哪一个。",
            "给那一篇换个文件夹名。",
        )
    return None
