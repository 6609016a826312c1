"""An office whose people review one entry: ``Office().submit("editor").passes("first", "wang")``, judged without files."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from generator.model.canonical import bundle_digest, file_digest
from generator.model.review_stages import Reviewed, Sensitive, Stage
from generator.model.reviewing import Policy, Reviewer
from generator.review.ledger import open_ledger
from generator.review.people import Staff
from generator.review.records import Decision, Filed, FileLocator, ReviewRecord, filed
from generator.review.requirements import Subject, rules_for
from generator.review.verdict import Verdict, judge

ENTRY = "stories/2026/night-bus"
FIRST_TEXT = "夜里十一点，末站的灯还亮着。"
BLOB = "0" * 40

PEOPLE = (
    {"id": "editor", "name": "陈一舟"},
    {"id": "zhao", "name": "赵初", "stages": ["first", "proof-1", "check"]},
    {"id": "qian", "name": "钱复", "stages": ["second", "proof-2"]},
    {"id": "sun", "name": "孙终", "stages": ["final", "proof-3", "issue"]},
    {"id": "li", "name": "李分管", "stages": ["leader", "final"]},
    {"id": "clerk", "name": "周办公", "clerk": "true"},
    {"id": "deputy", "name": "吴副", "deputy_for": ["qian"]},
)


def content_of(text: str) -> str:
    """The digest of a bundle that holds nothing but this text."""
    return bundle_digest({"index.md": file_digest("index.md", text.encode())})


class Office:
    """Collects records about ``ENTRY``; a method that makes one returns it."""

    def __init__(self, *people: dict[str, Any], kind: Reviewed = Reviewed.STORY, **policy: Any) -> None:
        rows = {row["id"]: row for row in (*PEOPLE, *people)}
        self.staff = Staff({id: Reviewer.model_validate(row) for id, row in rows.items()})
        self.policy = Policy.model_validate({"mode": "registered", **policy})
        self.kind = kind
        self.text = FIRST_TEXT
        self.byline: frozenset[str] = frozenset()
        self.district: str | None = "qinghe"
        self.sensitive: tuple[Sensitive, ...] = ()
        self.records: list[Filed] = []
        self.clock = datetime(2026, 3, 6, 9)

    def subject(self) -> Subject:
        """What every version is: a story by nobody, unless the test says otherwise."""
        rules = rules_for(self.kind, self.sensitive, self.policy)
        return Subject(self.kind, self.district, self.byline, self.sensitive, rules)

    def record(
        self,
        decision: Decision,
        signer: str,
        *stages: str,
        follows: Iterable[Filed] | None = None,
        keep: bool = True,
        **more: Any,
    ) -> Filed:
        """Make a record that follows all there are, unless ``follows`` says otherwise."""
        self.clock += timedelta(minutes=10)
        text = more.pop("text", self.text)
        before = self.tips() if follows is None else list(follows)
        values = {
            "format": "zoujin-review-1",
            "entry": ENTRY,
            "content": content_of(text),
            "files": (FileLocator(name="index.md", sha256=file_digest("index.md", text.encode()), blob=BLOB),),
            "decision": decision,
            "stages": stages,
            "signer": signer,
            "signer_name": self.staff.people[signer].name,
            "time": f"{self.clock:%Y-%m-%dT%H:%M:%S}+08:00",
            "follows": tuple(item.hash for item in before),
            "mode": "registered",
            **more,
        }
        made = filed(ReviewRecord.model_validate(values), f"{len(self.records)}-{decision}-{signer}")
        if keep:
            self.records.append(made)
        return made

    def of_content(self, content: str) -> list[Filed]:
        """The records about one version."""
        return [item for item in self.records if item.record.content == content]

    def tips(self) -> list[Filed]:
        """The records that nothing follows yet."""
        followed = {hash for item in self.records for hash in item.record.follows}
        return [item for item in self.records if item.hash not in followed]

    def submit(self, signer: str = "editor", **more: Any) -> Filed:
        """送审."""
        return self.record(Decision.SUBMIT, signer, **more)

    def passes(self, signer: str, *stages: str, **more: Any) -> Filed:
        """通过, or 签发 for the stages that are issued."""
        issued = stages[0] in (Stage.ISSUE, Stage.LEADER)
        return self.record(Decision.ISSUE if issued else Decision.PASS, signer, *stages, **more)

    def three_levels(self, **more: Any) -> None:
        """A whole round of 三审三校 by three people."""
        self.passes("zhao", "first", "proof-1", **more)
        self.passes("qian", "second", "proof-2", **more)
        self.passes("sun", "final", "proof-3", **more)

    def verdict(self, text: str | None = None, records: Iterable[Filed] | None = None) -> Verdict:
        """Where the entry stands while its working version is ``text``."""
        ledger = open_ledger([ENTRY], self.records if records is None else records, self.staff, self.policy)
        content = content_of(self.text if text is None else text)
        return judge(ledger, content, self.subject(), self.staff, self.policy, lambda _files, _digest: self.subject())

    def why(self, records: Iterable[Filed] | None = None) -> str:
        """Why records do not count, in one text."""
        return "\n".join(refusal.why for refusal in self.verdict(records=records).refused)
