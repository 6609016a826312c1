"""三审三校: who reviews what, in which stages. Read from ``content/review/``."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from .fields import Day, DistrictRef, Line, Moment, Name, Record, ReviewerRef, Slug, Switch, about
from .review_stages import Reviewed, ReviewMode, Sensitive, Stage

POLICY_FILE = "content/review/policy.yaml"
PEOPLE_FILE = "content/review/people.yaml"


class SensitiveWords(Record):
    """Words by which sensitive content is found."""

    kind: Sensitive = about("敏感类别", "minors 未成年人、leaders 领导、accidents 事故、honours 荣誉评选", "accidents")
    words: Annotated[tuple[Line, ...], Field(min_length=1)] = about(
        "词", "稿件里出现任何一个，就要分管领导签批", ["溺水"]
    )


class Requirement(Record):
    """What some kinds of content need before they are public."""

    name: Line = about("名称", "", "故事、人物和专题")
    kinds: Annotated[tuple[Reviewed, ...], Field(min_length=1)] = about(
        "内容", "哪些内容按这一条", ["story", "profile"]
    )
    stages: tuple[Stage, ...] = about(
        "审级和校次",
        "check 核对、first 初审、second 复审、final 终审、issue 签发、leader 分管领导签批，"
        "proof-1、proof-2、proof-3 三次校对；各级由不同的人，校对可以由同级审核的人兼；写 [] 就是不用审",
        ["first", "proof-1", "final"],
    )
    since: Day | None = about(
        "从哪天起",
        "这一天起送审的按这一条，此前送审的仍按同一种内容原来那一条；改审级时新写一条，旧的不删",
        "2026-09-01",
        default=None,
    )


_THREE = (Stage.FIRST, Stage.PROOF_1, Stage.SECOND, Stage.PROOF_2, Stage.FINAL, Stage.PROOF_3)

DEFAULT_REQUIREMENTS = (
    Requirement(
        name="志愿服务站和各种登记表的电话、时间和地址",
        kinds=(Reviewed.STATION, Reviewed.REGISTER),
        stages=(Stage.CHECK,),
    ),
    Requirement(name="转载名单内的官方来源", kinds=(Reviewed.REPUBLISHED,), stages=(Stage.CHECK, Stage.ISSUE)),
    Requirement(name="旧网站迁来的", kinds=(Reviewed.MIGRATED,), stages=(Stage.CHECK, Stage.ISSUE)),
    Requirement(
        name="活动、通知和动态",
        kinds=(Reviewed.ACTIVITY, Reviewed.ANNOUNCEMENT, Reviewed.POLICY, Reviewed.NEWS, Reviewed.PAGE),
        stages=(Stage.FIRST, Stage.PROOF_1, Stage.FINAL),
    ),
    Requirement(
        name="故事、人物、专题、主题活动、公示和名单",
        kinds=(
            Reviewed.STORY,
            Reviewed.PROFILE,
            Reviewed.FEATURE,
            Reviewed.CAMPAIGN,
            Reviewed.PUBLIC_NOTICE,
            Reviewed.LIST,
        ),
        stages=_THREE,
    ),
)
"""The least that an office keeps, by kind of content; the one who submits (录入) is a person of her own each time."""


class Policy(Record):
    """审核制度"""

    mode: ReviewMode = about(
        "方式",
        "off 不启用、registered 登记模式（只记下是谁，不能防冒名）、signed 签名模式（每人一把密钥）",
        "registered",
    )
    requirements: Annotated[tuple[Requirement, ...], Field(min_length=1)] = about(
        "审级", "哪些内容要经过哪几级", default=DEFAULT_REQUIREMENTS
    )
    sensitive: tuple[Sensitive, ...] = about("敏感内容", "涉及这些的，按下面的审级加审", default=tuple(Sensitive))
    sensitive_stages: tuple[Stage, ...] = about(
        "敏感内容的审级",
        "敏感的内容，不管是哪一种，至少要经过这几级；不写就是三审三校，另加分管领导签批",
        ["first", "proof-1", "second", "final", "leader"],
        default=(*_THREE, Stage.LEADER),
    )
    words: tuple[SensitiveWords, ...] = about("敏感词", "除了稿件自己声明的，还按这些词查找", default=())
    sources: tuple[Line, ...] = about(
        "官方来源", "转载时可以只核对原文的网站域名，如人民网；不在名单里的按一般稿件审", ["news.example"], default=()
    )
    migrated_before: Day | None = about(
        "旧网站停用日期",
        "写了 migrated_from、原发布日期早于这一天的，按“旧网站迁来的”来审；不写就按一般稿件审",
        "2026-01-01",
        default=None,
    )
    on_paper: tuple[Stage, ...] = about(
        "可以代录的审级",
        "领导在纸上或电话里同意、由别人代录的，只限这几级",
        default=(Stage.FINAL, Stage.ISSUE, Stage.LEADER),
    )


class ReviewKey(Record):
    """A public key with which somebody signs."""

    key: Annotated[
        str,
        StringConstraints(
            pattern=r"^(ssh-ed25519|sk-ssh-ed25519@openssh\.com|sk-ecdsa-sha2-nistp256@openssh\.com) [A-Za-z0-9+/]+={0,2}( [^\x00-\x1f]*)?$",
            max_length=1000,
        ),
    ] = about(
        "公钥",
        "ssh-keygen 生成的 .pub 文件里的那一行（Ed25519 或硬件密钥）",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleExampleExampleExampleExampleExamp zhang-san",
    )
    since: Day | None = about("启用日期", "", "2026-03-01", default=None)
    until: Moment | None = about(
        "停用时间", "从这一刻起不再有效，这以前签的照样算；只写日期就是这一天零点", "2026-03-12 17:00", default=None
    )
    lost: Switch = about("遗失或泄露", "写 true 后，这把密钥签过的全部作废", False, default=False)


class EarlierStages(Record):
    """What somebody could sign before her work changed."""

    until: Day = about("到哪天为止", "这一天起按现在的", "2026-09-01")
    stages: tuple[Stage, ...] = about("当时可以签的审级", "", ["first"])


class Reviewer(Record):
    """审核人员：谁可以审哪一级"""

    id: Slug = about("编号", "一个人一个编号，定了不再改，离任后也不给别人用", "zhang-san")
    name: Name = about("姓名", "", "张三")
    unit: Line | None = about("单位", "", "示例市志愿服务中心", default=None)
    post: Line | None = about("职务", "", "宣传科副科长", default=None)
    stages: tuple[Stage, ...] = about(
        "可以签的审级",
        "check 核对、first 初审、second 复审、final 终审、issue 签发、leader 分管领导签批，proof-1、proof-2、proof-3 校对；"
        "不写的只能送审和撤稿",
        ["first", "proof-1"],
        default=(),
    )
    kinds: tuple[Reviewed, ...] = about("只审这些内容", "不写就是全部", default=())
    districts: tuple[DistrictRef, ...] = about("只审这些区县", "不写就是全部", default=())
    deputy_for: tuple[ReviewerRef, ...] = about("AB 角", "可以代替谁签：对方的编号", ["li-si"], default=())
    borrowed: Switch = about("借用上级", "从上级单位借来凑足人数的写 true", False, default=False)
    chief: Switch = about(
        "负责人",
        "审核制度和人员名单的改动，要两位负责人签字才算数；至少写两位（三位更稳妥），其中可以有上级单位的",
        False,
        default=False,
    )
    clerk: Switch = about("可以代录", "可以把领导在纸上、电话里的意见代录进来", False, default=False)
    namesake: Switch = about("另有同名的人", "和名单里另一位同名、确实是两个人的写 true", False, default=False)
    since: Day | None = about("任职开始", "", "2026-01-01", default=None)
    until: Day | None = about("任职结束", "从这一天起不再有权", "2027-01-01", default=None)
    earlier: tuple[EarlierStages, ...] = about(
        "以前的分工", "换了分工要把旧的写在这里，否则以前审的都不算数", default=()
    )
    keys: tuple[ReviewKey, ...] = about("密钥", "签名模式下必填", default=())

    def stages_on(self, day: date) -> tuple[Stage, ...]:
        """What she may sign on a day."""
        past = sorted((term for term in self.earlier if day < term.until), key=lambda term: term.until)
        return past[0].stages if past else self.stages
