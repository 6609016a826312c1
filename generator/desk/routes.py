"""Which page answers to which address."""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from generator.model.address import output_file
from generator.model.catalogue import Entry
from generator.pipeline.exchange import Tell, take
from generator.pipeline.refused import Refused
from generator.pipeline.version_comparison import compare_with_approved
from generator.review.verdict import ReviewState

from .answers import VIEW_POLICY, Answer, elsewhere, html, plain
from .deciding import DONE, Asked, decide, hand_on
from .doors import Doors
from .entry_view import entry_view, uncommitted
from .errands import Ending, Errand, Errands
from .forms import SCAN
from .lists import all_view, queue_view
from .office import Office
from .pages import Pages
from .pictures import screen_picture
from .together import pass_together, seen_in, together_view, waiting_together

_SOON = 1.5
"""Seconds: what is done by then needs no page of its own that says to wait."""
_KEPT_DRAFTS = 200


class Routes:
    """The desk of one person at a time: whoever started it, or chose who she is."""

    def __init__(self, office: Office, doors: Doors, theme: Path, person: str = "", key: Path | None = None) -> None:
        self.office = office
        self.doors = doors
        self.pages = Pages(office, doors, theme)
        self.errands = Errands()
        self.person = person
        self.key = key
        self._drafts: dict[tuple[str, str], dict[str, str]] = {}

    def entrance(self, key: str) -> Answer:
        """Who brings the key gets the cookies. The page leads on: after a redirect from elsewhere they would not be sent."""
        if not self.doors.opens(key):
            return plain("网址不对或不完整。请用启动审稿台时窗口里显示的网址打开。", 403)
        page = self.pages.page("entrance.html", "打开审稿台", "", {})
        return html(page, cookies=tuple(self.doors.cookies()))

    def get(self, path: str, query: Mapping[str, str]) -> Answer:
        """A page of the desk."""
        if asset := self.pages.asset(path.removeprefix("assets/")) if path.startswith("assets/") else None:
            return Answer(200, *asset)
        if path == "news":
            return Answer(200, "application/json", b'{"number": %d}' % self.office.now.number)
        if not self.person and path != "who":
            return elsewhere(self.doors.base + "who")
        now, clock = self.office.look_up(), self.office.clock()
        if path == "who":
            return self._page("who.html", "你是谁", self._who())
        if path == "":
            together = len(waiting_together(self.office, self.person))
            return self._page("queue.html", "我的事", {**queue_view(now, self.person, clock), "together": together})
        if path == "all":
            page = query.get("page", "")
            number = int(page) if page.isascii() and page.isdigit() and len(page) < 7 else 1
            state = query.get("state", "") if query.get("state", "") in set(ReviewState) else ""
            view = all_view(now, self.person, clock, state, query.get("q", "")[:100], number)
            return self._page("all.html", "全部内容", view)
        if path == "together":
            return self._page("together.html", "一起办", together_view(self.office, self.person))
        if path.startswith("work/"):
            errand = self.errands.get(path.removeprefix("work/"))
            return self._work(errand) if errand else self._missing("这件事已经看不到了。")
        if path.startswith("entry/"):
            return self._entry(path.removeprefix("entry/").rstrip("/"))
        if path == "picture":
            return self._picture(query.get("id", ""), query.get("side", ""), query.get("name", ""))
        return self._missing("没有这一页。")

    def post(self, path: str, form: Mapping[str, str]) -> Answer:
        """A form of the desk."""
        if path == "who":
            if form.get("person", "") not in self.office.now.desk.staff.people:
                return self._missing("名单里没有这个人。")
            self.person = form["person"]
            return elsewhere(self.doors.base)
        if not self.person:
            return elsewhere(self.doors.base + "who")
        if path == "draft":
            self._keep(form)
            return plain("", 200)
        if path == "decide":
            return self._decide(form)
        if path == "together":
            return self._together(form)
        if path == "take":
            return self._start("收取别人的内容", "", self._take)
        if path == "send":
            return self._start("送出", "", lambda tell: hand_on(self.office, self.person, tell))
        return self._missing("没有这一页。")

    def preview(self, path: str) -> Answer:
        """A page or file of the previewed site."""
        site = self.office.site
        if not path.startswith(site.site.prefix):
            return plain("没有这一页。", 404)
        address = path.removeprefix(site.site.prefix)
        kind = mimetypes.guess_type(output_file(address))[0] or "application/octet-stream"
        if (text := site.html(address)) is not None:
            return Answer(200, f"{kind}; charset=utf-8", text.encode("utf-8", "replace"), VIEW_POLICY)
        if (content := site.asset(address)) is not None:
            return Answer(200, kind, content, VIEW_POLICY)
        if (file := site.file(address)) is not None:
            return Answer(200, kind, file.read_bytes(), VIEW_POLICY)
        return Answer(404, "text/html; charset=utf-8", (site.html("404.html") or "").encode(), VIEW_POLICY)

    def _page(self, template: str, title: str, view: Mapping[str, Any], status: int = 200) -> Answer:
        return html(self.pages.page(template, title, self.person, view), status)

    def _missing(self, why: str) -> Answer:
        return self._page("refused.html", "没有找到", {"why": why, "entry": ""}, 404)

    def _who(self) -> dict[str, Any]:
        desk, day = self.office.now.desk, self.office.clock().date()
        people = [
            {
                "id": id,
                "name": one.name,
                "post": "，".join(filter(None, (one.unit, one.post))),
                "does": "、".join(stage.label for stage in one.stages_on(day)) or "送审、撤稿",
            }
            for id, one in desk.staff.people.items()
            if desk.staff.in_office(id, day)
        ]
        return {"people": people, "now": self.person}

    def _known(self, id: str) -> Entry | None:
        return self.office.now.desk.catalogue.entries.get(id)

    def _entry(self, id: str) -> Answer:
        entry = self._known(id)
        if entry is None:
            broken = id in self.office.now.desk.catalogue.broken
            return self._missing("这条内容有错误，先用 zoujin check 改好。" if broken else "没有这条内容，可能改了名。")
        try:
            view = entry_view(self.office, entry, self.person, self._drafts.get((self.person, id), {}))
        except Refused as refused:
            return self._page("refused.html", entry.title, {"why": str(refused), "entry": ""}, 409)
        view["uncommitted"] = uncommitted(self.office.now.desk, entry)
        return self._page("entry.html", entry.title, view)

    def _picture(self, id: str, side: str, name: str) -> Answer:
        """A picture by an entry's id and one of its pictures' names: neither is used as a path unless it is known."""
        entry = self._known(id)
        if entry is None or side not in ("before", "after"):
            return plain("", 404)
        desk = self.office.now.desk
        if side == "before":
            try:
                found = compare_with_approved(desk, entry)
            except Refused:
                return plain("", 404)
            shown, folder = found.before, found.before_folder
        else:
            shown, folder = entry, desk.project.root / entry.folder
        if shown is None or folder is None or name not in shown.photos:
            return plain("", 404)
        made = screen_picture(folder / name)
        return plain("", 404) if made is None else Answer(200, "image/jpeg", made)

    def _keep(self, form: Mapping[str, str]) -> None:
        """What somebody has written and not sent: nobody should have to write it twice."""
        key = (self.person, form.get("entry", ""))
        while len(self._drafts) >= _KEPT_DRAFTS and key not in self._drafts:
            self._drafts.pop(next(iter(self._drafts)))
        names = {name: value for name, value in form.items() if name not in ("sign", "content", "tips", "entry", SCAN)}
        self._drafts[key] = {name: value for name, value in names.items() if value}

    def _decide(self, form: Mapping[str, str]) -> Answer:
        entry = self._known(form.get("entry", ""))
        act, _, value = form.get("act", "").partition(":")
        if entry is None or act not in DONE:
            return self._missing("没有这条内容，没有处理。")
        if act == "paper":
            value = form.get("paper", "")
        self._keep(form)
        asked = Asked(entry.id, self.person, self.key, act, value, dict(form))

        def work(tell: Tell) -> Ending:
            ending = decide(self.office, asked, tell)
            self._drafts.pop((asked.person, asked.entry_id), None)
            return ending

        return self._start(entry.title, entry.id, work)

    def _together(self, form: Mapping[str, str]) -> Answer:
        seen = seen_in(form)
        if not seen:
            return self._missing("没有勾选，没有处理。看过哪一条，就在哪一条下面打勾。")

        def work(tell: Tell) -> Ending:
            return pass_together(self.office, seen, self.person, self.key, tell)

        return self._start(f"一起办 {len(seen)} 条", "", work)

    def _take(self, tell: Tell) -> Ending:
        person = self.office.now.desk.staff.people[self.person]
        taken = take(self.office.site.project.root, person.name, f"{self.person}@zoujin.invalid", tell)
        if taken.took:
            tell("读取新内容")
            self.office.take_over()
        else:
            self.office.look_at_commits()
        return Ending(taken.done, "收取好了" if taken.done else "没有收到", (taken.said,), taken.details)

    def _start(self, title: str, entry_id: str, work: Any) -> Answer:
        errand = self.errands.start(title, entry_id, work)
        errand.over.wait(_SOON)
        return elsewhere(f"{self.doors.base}work/{quote(errand.id)}")

    def _work(self, errand: Errand) -> Answer:
        ending = errand.ending
        view = {
            "id": errand.id,
            "what": errand.title,
            "entry": errand.entry_id,
            "steps": list(errand.steps),
            "over": ending is not None,
            "ending": {
                "done": ending.done,
                "kept": ending.kept,
                "headline": ending.headline,
                "sentences": list(ending.sentences),
                "quoted": list(ending.quoted),
            }
            if ending
            else None,
        }
        return self._page("work.html", ending.headline if ending else "正在办", view)
