"""A fork in an entry's records, told to people: two of them recorded on two branches, each without the other."""

from __future__ import annotations

from .ledger import Ledger
from .records import Decision, Filed
from .verdict import ReviewState, Verdict


def explain_fork(ledger: Ledger, verdict: Verdict) -> str:
    """What stands side by side, what holds, and how the ends are tied together again (Chinese)."""
    tips = set(ledger.tips())
    ends = [item for item in ledger.admitted if item.hash in tips]
    said = "；".join(_line(item) for item in ends)
    heal = "下一条记录会同时接上它们，不用做别的"
    if any(item.record.decision is Decision.RETURN for item in ends) and verdict.state is ReviewState.RETURNED:
        heal = "有一条是退回，以退回为准：改好、提交，重新送审，新的送审会同时接上它们"
    elif any(item.record.decision is Decision.WITHDRAW for item in ends) and verdict.taken_back is not None:
        heal = "有一条是撤稿，以撤稿为准：要恢复由终审决定（恢复发布会同时接上它们）"
    elif verdict.state is ReviewState.APPROVED:
        heal = "审级已经齐了，不影响发布"
    return f"记录分了叉，{len(ends)} 条各不知道对方（{said}）。{heal}。"


def _line(item: Filed) -> str:
    record = item.record
    stages = "、".join(stage.label for stage in record.stages)
    return f"{record.signer_name} {record.moment:%m-%d %H:%M} {record.decision.label}{stages}"
