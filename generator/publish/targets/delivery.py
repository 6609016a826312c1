"""A publication: look, plan, send in order, remove, remember.

Broken off at any point it leaves a site whose pages find all that they refer to: nothing is removed
before nothing refers to it, and nothing is referred to before it is there. The next publication finishes it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from .lock import EXPIRES, PublishLock, state_file
from .plan import Plan, make_plan
from .remote_manifest import (
    JOURNAL,
    MANIFEST,
    Damaged,
    Remote,
    read_remote,
    write_journal,
    write_manifest,
)
from .site_files import SiteFile, Turn, digest_of, headers
from .store import Outgoing, Store, untold
from .trouble import ForeignFiles, TargetTrouble

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted. ``address`` is the site's own; ``take_over`` lets us overwrite what somebody else put there."""

    tree: Path
    address: str
    files: Mapping[str, SiteFile]
    withdrawn: Set[str] = frozenset()
    keep_seconds: float = 24 * 3600
    purge: bool = False
    take_over: bool = False
    wait_seconds: float = 0
    who: str = ""
    lock_expires: float = EXPIRES


def look(store: Store, order: Order, now: float) -> Plan:
    """What a publication would do, at about ``now``. Puts nothing at the target, not even a lock."""
    return _plan(store, order, _remember(store, order), now)


def publish(store: Store, order: Order, progress: Progress) -> Plan:
    """Bring the target up to date; what was done.

    Raises:
        TargetTrouble: the target refuses, or is not ours. What readers see is whole all the same.
    """
    _plan(store, order, _remember(store, order), 0)  # refuses a target of somebody else's before writing to it
    lock = PublishLock(store, order.who, order.lock_expires)
    now = lock.take(order.wait_seconds, lambda text: progress(text, 0, 0))
    try:
        remote = _remember(store, order)
        plan = _plan(store, order, remote, now)
        complete = Remote(order.address, now, order.files, plan.leaving)
        if not plan.is_done:
            _send(store, order, plan, remote, lock, progress)
        if (
            not plan.is_done
            or remote.unsure
            or (remote.files, remote.leaving, remote.site)
            != (
                complete.files,
                complete.leaving,
                complete.site,
            )
        ):
            store.put([state_file(MANIFEST, write_manifest(complete))], untold)
            store.remove([JOURNAL])
    finally:
        with suppress(TargetTrouble):  # what went wrong before is what people must know; a lock expires
            lock.release()
    store.finish(f"发布 {len(plan.sending)} 个文件" if not plan.is_done else "")
    return plan


def _remember(store: Store, order: Order) -> Remote:
    try:
        remote = read_remote(store.read(MANIFEST), store.read(JOURNAL))
    except Damaged:
        if order.take_over:
            return Remote()
        raise TargetTrouble(
            "目标上的发布清单（.zoujin-publish/manifest.json）坏了，看不出哪些文件是以前发布的，所以停了下来。"
            "确认这里放的就是本站，加上 --take-over 再运行一次：会重新发送全部文件，不认识的文件不会删除。"
        ) from None
    if remote.site and remote.site != order.address:
        if order.take_over:
            return Remote()
        raise TargetTrouble(
            f"这里放的是另一个网站（{remote.site}），不是 {order.address}，所以停了下来。请检查 content/targets.yaml 里的 to；"
            "网站确实换了网址，加上 --take-over 再运行一次。"
        )
    return remote


def _plan(store: Store, order: Order, remote: Remote, now: float) -> Plan:
    present = store.listing()
    plan = make_plan(
        order.files, remote, present, now, order.keep_seconds, purge=order.purge, withdrawn=order.withdrawn
    )
    if plan.conflicts and order.take_over:
        remote = Remote(
            remote.site, remote.published, remote.files, remote.leaving, remote.unsure | (order.files.keys() & present)
        )
        plan = make_plan(
            order.files, remote, present, now, order.keep_seconds, purge=order.purge, withdrawn=order.withdrawn
        )
    if plan.conflicts:
        shown = "、".join(plan.conflicts[:5]) + ("……" if len(plan.conflicts) > 5 else "")
        raise ForeignFiles(
            f"目标里有 {len(plan.conflicts)} 个不是本站发布的文件，正好占着要用的名字：{shown}。什么都没有改。"
            "请换一个空的位置；确认可以覆盖它们，加上 --take-over 再运行一次。"
        )
    return plan


def _send(store: Store, order: Order, plan: Plan, remote: Remote, lock: PublishLock, progress: Progress) -> None:
    store.put([state_file(JOURNAL, write_journal(order.address, remote.unsure.union(plan.sending)))], untold)
    whole, done = len(plan.sending), 0
    for turn in Turn:

        def sent(path: str, label: str = turn.label) -> None:
            nonlocal done
            if path:
                done += 1
                progress(f"发送{label}", done, whole)
            lock.renew()

        paths = plan.sends[turn]
        if paths:
            store.put([Outgoing(path, headers(path), partial(_content, order, path)) for path in paths], sent)
    if plan.removes:
        progress("删除不用的文件", 0, 0)
        store.remove(plan.removes)


def _content(order: Order, path: str) -> bytes:
    """A file's bytes, if they are still those that the plan was made for."""
    try:
        content = (order.tree / path).read_bytes()
    except FileNotFoundError:
        content = b""
    if digest_of(content) != order.files[path].digest:
        raise TargetTrouble("发布的时候网站又重新生成了一次。读者看到的还是完整的网站；请再运行一次 zoujin publish。")
    return content
