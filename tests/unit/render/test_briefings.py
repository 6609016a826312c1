"""采访邀请 and 采访线索: what newsrooms read, and that no page holds what only registered ones are told."""

from __future__ import annotations

import marshal
from datetime import date
from typing import Any

from builders import City
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.address import Site
from generator.render import site_pages

SITE = Site.at("https://example.org/")
PUBLIC = {"who": "新闻宣传岗", "phone": "0000-8801210"}
HELD_BACK = {"who": "受访人何某", "phone": "0000-7777777", "restricted": True}
PRESS = {
    "start": "2026-03-14 21:20",
    "end": "2026-03-14 23:10",
    "place": "滨河公交驿站",
    "offers": ["夜班司机"],
    "register_by": "2026-03-13 17:00",
    "hold_until": "2026-03-15 06:00",
    "contacts": [PUBLIC, HELD_BACK],
}


def town(**press: Any) -> City:
    return (
        City()
        .page("media", shows=["briefings"], place="about")
        .document("visit", kind="invitation", title="跟着末班车走一趟", press={**PRESS, **press})
        .document("umbrellas", kind="lead", title="三百把伞", date="2026-03-08", press={"contacts": [PUBLIC]})
        .document("old", kind="lead", title="旧线索", date="2025-12-01", press={"contacts": [PUBLIC]})
        .document("notice", title="通知")
    )


def views(city: City, today: str = "2026-03-12") -> dict[str, Any]:
    return {page.address: page.make_view() for page in site_pages(city.data(date.fromisoformat(today)), SITE)}


def offered(city: City, today: str) -> list[str]:
    blocks = views(city, today)["media/"]["blocks"]
    return [row["title"] for row in blocks[0]["rows"]] if blocks else []


def test_an_invitation_says_when_where_and_whom_to_call() -> None:
    view = views(town())["documents/2026/visit/"]["briefing"]
    assert view == {
        "time": "2026年3月14日（周六）21:20—23:10",
        "place": "滨河公交驿站",
        "offers": ["夜班司机"],
        "register_by": "2026年3月13日 17:00",
        "closed": False,
        "hold_until": "2026年3月15日 06:00",
        "contacts": [{"role": "新闻宣传岗", "phone": "0000-8801210", "url": "tel:00008801210"}],
        "more_contacts": True,
    }
    assert views(town(), "2026-03-14")["documents/2026/visit/"]["briefing"]["closed"]


def test_the_media_centre_offers_what_can_still_be_taken_up() -> None:
    assert offered(town(), "2026-03-12") == ["跟着末班车走一趟", "三百把伞"]
    assert offered(town(), "2026-03-14") == ["跟着末班车走一趟", "三百把伞"]
    assert offered(town(), "2026-03-15") == ["三百把伞"]
    assert offered(town(), "2026-06-01") == []


def test_readers_find_them_among_documents_and_not_on_the_home_page() -> None:
    found = views(town())
    assert [row["title"] for row in found[""]["documents"]] == ["通知"]
    assert [row["title"] for row in found["documents/invitation/"]["documents"]] == ["跟着末班车走一趟"]
    assert len(found["documents/"]["documents"]) == 4


_DIGITS = st.text("0123456789", min_size=7, max_size=7)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(_DIGITS, st.booleans()), max_size=5, unique_by=lambda each: each[0]),
    st.sampled_from(["invitation", "lead", "announcement", "news"]),
)
def test_what_is_for_registered_newsrooms_is_in_no_view(contacts: list[tuple[str, bool]], kind: str) -> None:
    listed = [
        {"who": f"甲{digits}乙", "phone": f"0000-{digits}", "restricted": restricted} for digits, restricted in contacts
    ]
    city = town().document("mixed", kind=kind, press={**PRESS, "contacts": listed})
    held = marshal.dumps(sorted((address, view) for address, view in views(city).items()), 2).decode("utf-8", "replace")
    for digits, restricted in [*contacts, ("7777777", True)]:
        shown = not restricted and kind in ("invitation", "lead")
        assert (f"甲{digits}乙" in held, f"0000-{digits}" in held) == (shown, shown)
    assert "受访人何某" not in held
