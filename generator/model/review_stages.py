"""The steps of a review, what is reviewed, and what makes it sensitive: closed lists with Chinese names."""

from __future__ import annotations

from enum import StrEnum


class ReviewMode(StrEnum):
    """How it is known who decided. ``registered`` only says who is recorded; it is never called secure."""

    OFF = "off"
    REGISTERED = "registered"
    SIGNED = "signed"

    @property
    def label(self) -> str:
        """Its Chinese name."""
        return {"off": "没有启用", "registered": "登记模式", "signed": "签名模式"}[self.value]


class Stage(StrEnum):
    """A step that somebody answers for. The three proofreads belong to the level of the review of the same number."""

    CHECK = "check"
    FIRST = "first"
    PROOF_1 = "proof-1"
    SECOND = "second"
    PROOF_2 = "proof-2"
    FINAL = "final"
    PROOF_3 = "proof-3"
    ISSUE = "issue"
    LEADER = "leader"

    @property
    def label(self) -> str:
        """Its Chinese name."""
        return _STAGE_NAMES[self]

    @property
    def level(self) -> int:
        """One person may stand at one level of an entry only; a reviewer may also record that level's proofread."""
        return _LEVELS[self]

    @property
    def is_proof(self) -> bool:
        """Whether it is a proofread."""
        return self in _PROOFS


_STAGE_NAMES = {
    Stage.CHECK: "核对",
    Stage.FIRST: "初审",
    Stage.PROOF_1: "一校",
    Stage.SECOND: "复审",
    Stage.PROOF_2: "二校",
    Stage.FINAL: "终审",
    Stage.PROOF_3: "三校",
    Stage.ISSUE: "签发",
    Stage.LEADER: "分管领导签批",
}
_PROOFS = frozenset((Stage.PROOF_1, Stage.PROOF_2, Stage.PROOF_3))
_LEVELS = {
    Stage.CHECK: 1,
    Stage.FIRST: 1,
    Stage.PROOF_1: 1,
    Stage.SECOND: 2,
    Stage.PROOF_2: 2,
    Stage.FINAL: 3,
    Stage.PROOF_3: 3,
    Stage.ISSUE: 4,
    Stage.LEADER: 5,
}


class Reviewed(StrEnum):
    """What is reviewed in its own way: kinds of entry, the columns of documents, what is republished, and what
    came from an older site."""

    STORY = "story"
    ACTIVITY = "activity"
    PROFILE = "profile"
    CAMPAIGN = "campaign"
    FEATURE = "feature"
    PAGE = "page"
    STATION = "station"
    ANNOUNCEMENT = "announcement"
    PUBLIC_NOTICE = "public-notice"
    POLICY = "policy"
    LIST = "list"
    NEWS = "news"
    REPUBLISHED = "republished"
    REGISTER = "register"
    MIGRATED = "migrated"

    @property
    def label(self) -> str:
        """Its Chinese name."""
        return _REVIEWED_NAMES[self.value]


_REVIEWED_NAMES = {
    "story": "志愿故事",
    "activity": "志愿活动",
    "profile": "志愿人物",
    "campaign": "主题活动",
    "feature": "专题",
    "page": "固定页面",
    "station": "志愿服务站",
    "announcement": "通知公告",
    "public-notice": "公示",
    "policy": "政策文件",
    "list": "名单公布",
    "news": "工作动态",
    "republished": "转载（来源在名单内）",
    "register": "登记表（区县、单位、类别等）",
    "migrated": "旧网站迁来的",
}


class Sensitive(StrEnum):
    """What a leader answers for as well."""

    MINORS = "minors"
    LEADERS = "leaders"
    ACCIDENTS = "accidents"
    HONOURS = "honours"

    @property
    def label(self) -> str:
        """Its Chinese name."""
        return {"minors": "涉及未成年人", "leaders": "涉及领导", "accidents": "涉及事故", "honours": "涉及荣誉评选"}[
            self.value
        ]
