"""A form becomes a record, a commit, and something that others can fetch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from generator.model.catalogue import Entry
from generator.model.kinds import STATIONS_FILE, Kind
from generator.model.review_stages import ReviewMode, Stage
from generator.pipeline import review_acts
from generator.pipeline.exchange import Tell, commit_paths, send
from generator.pipeline.key_readiness import wants_touch, why_not_ready
from generator.pipeline.mentions import reached_by
from generator.pipeline.project import with_cache
from generator.pipeline.refused import Refused
from generator.pipeline.review_desk import Desk, open_desk
from generator.pipeline.review_waiting import next_step, turns
from generator.pipeline.review_writing import Intent, Signature, write_all
from generator.pipeline.version_comparison import markdown_of
from generator.review.records import Decision, OnPaper
from generator.review.remarks import ParagraphRemark, opening_of, paragraphs, remarks_text

from .choices import restores_for, stands_for
from .errands import Ending
from .forms import SCAN
from .office import Office

Form = Mapping[str, str]

DONE = {
    "submit": "送审了",
    "sign": "签好了",
    "return": "退回修改了",
    "withdraw": "撤稿了",
    "restore": "恢复发布了",
    "paper": "代录好了",
}
"""What may be asked for, and what is said when it is done."""


@dataclass(frozen=True)
class Asked:
    """What somebody wants: ``act`` is a key of ``DONE``; ``value`` the stage for ``sign``, stage and person for ``paper``."""

    entry_id: str
    person: str
    key: Path | None
    act: str
    value: str
    form: Form


def decide(office: Office, asked: Asked, tell: Tell) -> Ending:
    """Carry it out. What is sent, or cannot be, is told in the ending; a record that was written is never taken back.

    Raises:
        Refused: nothing was recorded.
    """
    tell("核对这一条现在的内容和记录")
    with with_cache(office.site.project) as project:
        if asked.act == "submit" and asked.form.get("commit"):
            _commit_content(open_desk(project), asked)
        desk = open_desk(project)
        entry = desk.entry(asked.entry_id)
        by = _signature(desk, entry, asked, office.clock())
        if not _is_urgent(asked):
            same_as_seen(desk, entry, asked.form.get("content", ""), asked.form.get("tips", ""))
        intent = _intent(desk, entry, by, asked, office.clock())
        if desk.mode is ReviewMode.SIGNED:
            ready_to_sign(by, tell)
        others = reached_by(desk, entry) if intent.decision is Decision.WITHDRAW else []
        intents = [intent, *(review_acts.withdrawing(other, intent.remarks or "") for other in others)]
        made = write_all(desk, intents, by, office.clock())
        for one, file in zip(intents, made, strict=True):
            desk.know_record(one.entry, file)
            office.note(desk, one.entry.id)
        step = next_step(desk, entry, office.clock().date())
    headline = f"“{entry.title}”{DONE[asked.act]}"
    if others:
        headline += f"，连同写到或拍到{entry.title}的 {len(others)} 条"
    places = [file.relative_to(office.site.project.root).as_posix() for file in made]
    ending = send_on(office, places, f"审核：{intent.decision.label} {entry.slug}", by.signer.name, by.signer.id, tell)
    return replace(ending, headline=headline, sentences=(f"接下来：{step}", *ending.sentences))


def hand_on(office: Office, person: str, tell: Tell) -> Ending:
    """Commit records that lie here uncommitted, and send all that others do not have."""
    name = office.now.desk.staff.people[person].name
    office.look_at_commits()
    ending = send_on(office, list(office.now.loose), "审核：补提交记录", name, person, tell)
    return replace(ending, headline="送出了" if ending.done else "没有送出")


def send_on(office: Office, places: list[str], message: str, name: str, person: str, tell: Tell) -> Ending:
    """Commit files, and send all that others do not have; what cannot be sent stays here."""
    root, mail = office.site.project.root, f"{person}@zoujin.invalid"
    try:
        if places:
            tell("存进版本库（提交）")
            try:
                commit_paths(root, places, message, name, mail)
            except Refused as refused:
                return Ending(False, "", ("记录已经写好，在这台电脑上，但还没有提交。", str(refused)), kept=True)
        sent = send(root, name, mail, tell)
    finally:
        office.look_at_commits()
    if sent.took:
        tell("读取别人的新内容")
        office.take_over()
    if sent.done:
        return Ending(True, "", (sent.said,))
    if office.now.unsent is None:
        return Ending(True, "", ("已经提交在这台电脑上。", sent.said), sent.details)
    return Ending(
        False, "", ("已经提交在这台电脑上，没有丢；但还没有送出，同事暂时看不到。", sent.said), sent.details, kept=True
    )


def _intent(desk: Desk, entry: Entry, by: Signature, asked: Asked, now: datetime) -> Intent:
    remarks = _remarks(desk, entry, asked.form)
    match asked.act:
        case "submit":
            return review_acts.submission(desk, entry, now)
        case "sign":
            stage, _, proof = asked.value.partition("+")
            return review_acts.signing(desk, entry, by, now, _stage(stage), bool(proof), remarks or None)
        case "paper":
            stage = asked.value.partition(" ")[0]
            return review_acts.signing(desk, entry, by, now, _stage(stage), False, remarks or None)
        case "return":
            if not remarks:
                raise Refused("退回要说明哪里要改：写一句总的意见，或在段落旁边写。")
            return review_acts.returning(desk, entry, by, now, remarks)
        case "withdraw":
            why = asked.form.get("why", "").strip()
            if not why:
                raise Refused("撤稿要写原因（内部看的，网站上不显示）。")
            return review_acts.withdrawing(entry, why)
        case "restore":
            return review_acts.restoring(desk, entry, by, now, asked.form.get("why", "").strip() or None)
    raise Refused("不知道要做什么，没有处理。")


def _stage(value: str) -> Stage:
    try:
        return Stage(value)
    except ValueError:
        raise Refused("没有这一级，没有处理。") from None


def _signature(desk: Desk, entry: Entry, asked: Asked, now: datetime) -> Signature:
    day, person = now.date(), asked.person
    signer = desk.staff.people.get(person)
    if signer is None or not desk.staff.in_office(person, day):
        raise Refused(f"{signer.name if signer else person}现在不在审核人员名单里，或不在任，不能签。")
    deputy_for: str | None = ""
    if asked.act == "sign":
        stage = _stage(asked.value.partition("+")[0])
        able = turns(desk, entry, day).get(stage, [])
        deputy_for = next((turn.deputy_for for turn in able if turn.person == person), "")
    elif asked.act == "return":
        deputy_for = stands_for(desk, entry, person, day)
    elif asked.act in ("restore", "withdraw"):
        deputy_for = restores_for(desk, entry, person, day)
    paper = _paper(desk, asked) if asked.act == "paper" else None
    return Signature(signer, deputy_for or None, paper, asked.key)


def _paper(desk: Desk, asked: Asked) -> OnPaper:
    approver = desk.person(asked.value.partition(" ")[2])
    if not desk.staff.people[asked.person].clerk:
        raise Refused("没有代录的权限：审核人员名单里要写 clerk: true。")
    form = asked.form.get("form", "").strip()
    if not form:
        raise Refused("代录要写审批单的编号。")
    try:
        scan = asked.form.get(SCAN)
        return OnPaper(approver=approver.id, approver_name=approver.name, form=form, scan=scan)
    except ValueError:
        raise Refused("审批单的编号太长，或有不能用的字符。") from None


def same_as_seen(desk: Desk, entry: Entry, content: str, tips: str) -> None:
    """A decision is about what was on the page: the version's digest, and the hashes of the last records.

    Raises:
        Refused: something else is there now.
    """
    if content != desk.court.content(entry):
        raise Refused("内容在你看的时候改了，没有签。请看看新的样子，再决定；你写的意见还在。")
    if tips != " ".join(desk.ledger(entry).tips()):
        raise Refused("别人刚刚也作了决定，没有签。请看看新的情况，再决定；你写的意见还在。")


def _is_urgent(asked: Asked) -> bool:
    """Taking something down in a hurry asks for nothing; what is committed with submitting was asked for already."""
    return asked.act == "withdraw" or (asked.act == "submit" and bool(asked.form.get("commit")))


def ready_to_sign(by: Signature, tell: Tell) -> None:
    """Make sure that a key is at hand that asks nothing.

    Raises:
        Refused: there is none.
    """
    if by.key is None:
        raise Refused(
            "现在是签名模式，但不知道你的密钥在哪里。还没有密钥：在窗口里运行 zoujin key new；"
            "已经有：运行一次 git config zoujin.key 密钥文件，再启动审稿台。"
        )
    if why := why_not_ready(by.key):
        raise Refused(why)
    tell("签名：请按一下硬件密钥" if wants_touch(by.key) else "用你的密钥签名")


def _commit_content(desk: Desk, asked: Asked) -> None:
    """Commit an author's own edits, as the form promised; those to other entries stay as they are."""
    entry = desk.entry(asked.entry_id)
    signer = desk.staff.people.get(asked.person)
    if signer is None:
        raise Refused("你不在审核人员名单里，没有提交。")
    if asked.form.get("content", "") != desk.court.content(entry):
        raise Refused("内容在你看的时候又改了，没有提交。请看看新的样子，再送审。")
    place = STATIONS_FILE if entry.kind is Kind.STATION else entry.id
    mail = f"{signer.id}@zoujin.invalid"
    commit_paths(desk.project.root, [place], f"修改：{entry.slug}", signer.name, mail)


def _remarks(desk: Desk, entry: Entry, form: Form) -> str:
    texts = paragraphs(markdown_of(desk.project.root, entry))
    return remarks_text(
        form.get("remarks", ""),
        (ParagraphRemark(number, opening_of(text), form.get(f"p{number}", "")) for number, text in enumerate(texts, 1)),
    )
