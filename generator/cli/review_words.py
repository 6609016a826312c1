"""What the review's commands say in common."""

from __future__ import annotations

from datetime import date

from generator.model.catalogue import Entry
from generator.model.review_stages import ReviewMode, Stage
from generator.pipeline.review_desk import Desk
from generator.review.records import Filed
from generator.review.verdict import ReviewState

MODE_SAYS = {
    ReviewMode.REGISTERED: "（登记模式：只记下是谁审的，不能防冒名。）",
    ReviewMode.SIGNED: "（签名模式：每条记录由本人的密钥签名。）",
}

_SHOWN = 4


def next_step(desk: Desk, entry: Entry, day: date) -> str:
    """What has to happen next with an entry, and who can do it."""
    verdict = desk.verdict(entry)
    if verdict.state is ReviewState.WITHDRAWN and verdict.taken_back is not None:
        open_one = "" if verdict.taken_back.confirmed else "；终审还没有确认，请在 24 小时内再撤一次以示确认"
        return f"已撤稿（{verdict.taken_back.by}，{verdict.taken_back.moment:%m-%d %H:%M}）{open_one}。恢复发布由终审决定。"
    if verdict.waits_for:
        return (
            "等" + "；".join(f"{stage.label}（{_able(desk, entry, stage, day)}）" for stage in verdict.waits_for) + "。"
        )
    match verdict.state:
        case ReviewState.APPROVED:
            return "审核通过，下一次生成网站时公开。"
        case ReviewState.RETURNED:
            return f"已退回：{verdict.remarks.rstrip('。')}。改好、提交，再送审。"
        case ReviewState.UNRULED:
            return "审核制度没有写这种内容怎么审，先补上。"
        case _:
            live = "公开网站上还是上一次通过的版本。" if verdict.live is not None else ""
            return f"{verdict.state.label}。{live}提交后运行 zoujin review submit {entry.id}。"


def record_line(item: Filed) -> str:
    """A record in a line that a person can read."""
    record = item.record
    what = "、".join(stage.label for stage in record.stages)
    who = record.signer_name + (f"（代{record.deputy_for}）" if record.deputy_for else "")
    if record.on_paper is not None:
        who = f"{record.on_paper.approver_name}（{record.signer_name}代录，审批单 {record.on_paper.form}）"
    said = f"：{record.remarks}" if record.remarks else ""
    signed = "" if record.signature is None else "，已签名"
    return f"{record.moment:%Y-%m-%d %H:%M}  {record.decision.label}{what and ' ' + what}  {who}{signed}{said}"


def _able(desk: Desk, entry: Entry, stage: Stage, day: date) -> str:
    subject = desk.subject(entry)
    found = desk.round(entry)
    names = [
        desk.staff.people[id].name
        for id in desk.staff.able(stage, subject.kind, subject.district, day)
        if found is None or not desk.why_not(entry, stage, id, _stands_in(desk, entry, stage, id, day), day)
    ]
    if not names:
        return "名单里没有合适的人，可以借用上级单位的人员"
    return "、".join(names[:_SHOWN]) + (" 等" if len(names) > _SHOWN else "")


def _stands_in(desk: Desk, entry: Entry, stage: Stage, id: str, day: date) -> str | None:
    subject = desk.subject(entry)
    if desk.staff.may(id, stage, subject.kind, subject.district, day):
        return None
    return next(
        (
            other
            for other in desk.staff.people[id].deputy_for
            if desk.staff.may(other, stage, subject.kind, subject.district, day)
        ),
        None,
    )
