"""文件: what an office publishes, with its attachments."""

from __future__ import annotations

from enum import StrEnum

from generator.model.fields import Day, DistrictRef, Line, Moment, OrganisationRef, Record, about
from generator.model.parts import Contact, MediaFile, Titled

from .briefing import Briefing


class DocumentKind(StrEnum):
    """Columns of the documents section."""

    ANNOUNCEMENT = "announcement"
    PUBLIC_NOTICE = "public-notice"
    POLICY = "policy"
    LIST = "list"
    NEWS = "news"
    LEAD = "lead"
    INVITATION = "invitation"

    @property
    def label(self) -> str:
        """The column's Chinese name."""
        return {
            "announcement": "通知公告",
            "public-notice": "公示",
            "policy": "政策文件",
            "list": "名单公布",
            "news": "工作动态",
            "lead": "采访线索",
            "invitation": "采访邀请",
        }[self.value]

    @property
    def for_media(self) -> bool:
        """Whether it speaks to newsrooms and not to everybody."""
        return self in (DocumentKind.LEAD, DocumentKind.INVITATION)


class Notice(Record):
    """The period of a 公示 and where to object."""

    start: Day = about("公示开始", "", "2026-03-02")
    end: Day = about("公示结束", "", "2026-03-08")
    contact: Contact = about("异议受理", "受理异议的岗位和电话")


class Document(Titled):
    """文件"""

    kind: DocumentKind = about(
        "栏目",
        "announcement 通知公告、public-notice 公示、policy 政策文件、list 名单公布、news 工作动态、"
        "lead 采访线索、invitation 采访邀请",
        "announcement",
    )
    issuer: OrganisationRef = about("发文单位", "", "volunteer-centre")
    number: Line | None = about("文号", "", "某志〔2026〕0 号", default=None)
    date: Moment = about("发布日期", "", "2026-03-02")
    district: DistrictRef | None = about("区县", "", default=None)
    deadline: Day | None = about("截止日期", "", "2026-03-20", default=None)
    attachments: tuple[MediaFile, ...] = about("附件", default=())
    notice: Notice | None = about("公示期", "公示必填", default=None)
    press: Briefing | None = about("采访安排", "采访线索和采访邀请填", default=None)
