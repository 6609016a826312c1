"""How the desk says things."""

from __future__ import annotations

from datetime import datetime, timedelta

from generator.model.diagnostic import Severity
from generator.model.review_stages import ReviewMode
from generator.review.verdict import ReviewState

MODE_SAYS = {
    ReviewMode.REGISTERED: "只记下是谁审的，不能防冒名。请只用自己的名字。",
    ReviewMode.SIGNED: "你的每个决定都用你的密钥签名，别人冒充不了。",
    ReviewMode.OFF: "没有启用审核。",
}

TONE = {
    ReviewState.WITHDRAWN: "alarm",
    ReviewState.RETURNED: "alarm",
    ReviewState.SUBMITTED: "waiting",
    ReviewState.REVIEWING: "waiting",
    ReviewState.CHANGED: "idle",
    ReviewState.DRAFT: "idle",
    ReviewState.UNRULED: "idle",
    ReviewState.APPROVED: "done",
}
"""How a state looks."""

SEVERITY = {Severity.ERROR: "必须改", Severity.WARNING: "应该改", Severity.ADVICE: "建议"}


def moment_words(moment: datetime, now: datetime) -> str:
    """A time as one says it today: ``今天 09:15``, ``3月6日 09:15``."""
    days = (now.date() - moment.date()).days
    day = {0: "今天", 1: "昨天"}.get(days, f"{moment.month}月{moment.day}日")
    year = f"{moment.year}年" if days > 1 and moment.year != now.year else ""
    return f"{year}{day} {moment:%H:%M}"


def waited_words(since: datetime, now: datetime) -> str:
    """For how long something has waited; "" for what has just come."""
    passed = now - since
    if passed >= timedelta(days=1):
        return f"等了 {passed.days} 天"
    hours = passed // timedelta(hours=1)
    return f"等了 {hours} 小时" if hours > 0 else ""
