"""What the reviews of a project come to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.diagnostic import Diagnostic
from generator.model.review_stages import ReviewMode
from generator.model.reviewing import Policy
from generator.review.verdict import Verdict


@dataclass(frozen=True)
class Reviews:
    """The verdict on every entry by id. ``history_known`` says whether deleted records would have been noticed,
    ``policy`` is the one that counts; there is none when nothing could be decided. ``sheets`` are the verdicts on registers."""

    mode: ReviewMode
    verdicts: Mapping[str, Verdict]
    history_known: bool
    diagnostics: list[Diagnostic] = field(default_factory=list)
    policy: Policy | None = None
    sheets: Mapping[str, Verdict] = field(default_factory=dict)

    @property
    def in_words(self) -> str:
        """The mode, and what it cannot tell."""
        said = self.mode.label
        if self.mode is ReviewMode.REGISTERED:
            said += "，只记下是谁审的，不能防冒名"
        return said if self.history_known else said + "；没有完整的历史，看不出有没有记录被删除"
