"""What the review's commands say in common."""

from __future__ import annotations

from datetime import date

from generator.model.catalogue import Entry
from generator.model.review_stages import ReviewMode
from generator.pipeline.review_desk import Desk
from generator.pipeline.review_waiting import next_step as what_is_next

MODE_SAYS = {
    ReviewMode.REGISTERED: "（登记模式：只记下是谁审的，不能防冒名。）",
    ReviewMode.SIGNED: "（签名模式：每条记录由本人的密钥签名。）",
}


def next_step(desk: Desk, entry: Entry, day: date) -> str:
    """What has to happen next with an entry, who can do it, and the command for it."""
    return what_is_next(desk, entry, day, f"运行 zoujin submit {entry.id}")
