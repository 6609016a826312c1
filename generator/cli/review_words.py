"""What the review's commands say in common."""

from __future__ import annotations

from datetime import date

from generator.model.catalogue import Entry
from generator.model.review_stages import ReviewMode
from generator.pipeline.review_desk import Desk
from generator.pipeline.review_waiting import next_step as what_is_next
from generator.review.records import Filed

MODE_SAYS = {
    ReviewMode.REGISTERED: "（登记模式：只记下是谁审的，不能防冒名。）",
    ReviewMode.SIGNED: "（签名模式：每条记录由本人的密钥签名。）",
}


def next_step(desk: Desk, entry: Entry, day: date) -> str:
    """What has to happen next with an entry, who can do it, and the command for it."""
    return what_is_next(desk, entry, day, f"运行 zoujin review submit {entry.id}")


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
