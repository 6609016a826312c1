"""来稿: who handed a text in, when, which file it was, and what became of it."""

from __future__ import annotations

from enum import StrEnum

from .fields import Day, Line, Record, Sha256, about


class SubmissionOutcome(StrEnum):
    """What became of a text that a unit handed in."""

    USED = "used"
    REVISE = "revise"
    KEPT = "kept"
    DECLINED = "declined"

    @property
    def label(self) -> str:
        """Its Chinese name."""
        return {"used": "采用", "revise": "退改", "kept": "留用", "declined": "不采用"}[self.value]


class Submission(Record):
    """Where a text came from. Readers never see it; the monthly report counts it."""

    unit: Line = about("报送单位", "登记过的单位写编号，没有登记的写全称；采用通报按它统计", "城东区志愿服务中心")
    contributor: Line | None = about("通讯员", "写稿的人；几个人用顿号隔开", "王五", default=None)
    received: Day = about("收到日期", "哪一天收到的", "2026-03-05")
    original: Line | None = about("原稿", "原稿的文件名；原稿由单位保管", "巷口的修车摊.docx", default=None)
    sha256: Sha256 | None = about("原稿校验值", "原稿的 SHA-256，导入时自动填写，同一份原稿不会导入两次", default=None)


class Decided(Record):
    """What became of a submission. It stands beside the entry, in ``review/submission.yaml``, and is no part of it."""

    outcome: SubmissionOutcome = about("处理结果", "used 采用、revise 退改、kept 留用、declined 不采用", "used")
    decided: Day = about("处理日期", "哪一天定下来的", "2026-03-06")
    note: Line | None = about("处理意见", "退改的写清要改什么，不采用的写原因", "补充一张现场照片", default=None)
