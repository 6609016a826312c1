"""Cases of single rules that a bad and a good example do not show."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rule_desk import entry, found, rules, rules_of_all

from generator.model.body import Defect, Flaw, Heading, Link, Outline, Picture
from generator.model.diagnostic import Mark
from generator.model.kinds import Kind
from generator.model.photo import PhotoFile, PhotoProblem
from generator.read.markdown import parse_body

HERE = Mark(20, 1, 5)
PHOTO = {"file": "a.jpg", "alt": "站台", "credit": "陈一舟"}


def picture(name: str = "a.jpg", **known: object) -> PhotoFile:
    return PhotoFile(name, 1000, "0", **{"width": 1600, "height": 1000, "format": "JPEG", **known})  # type: ignore[arg-type]


def linking(*targets: str, text: str = "看这里", **known: object) -> Outline:
    return Outline(characters=9, links=tuple(Link(target, text, HERE) for target in targets), **known)  # type: ignore[arg-type]


# Dates


def test_a_date_in_the_future_is_fine_for_a_draft_and_with_an_embargo() -> None:
    assert rules(entry(date="2026-03-12 23:00")) == []
    assert rules(entry(date="2026-03-13")) == ["date-in-future"]
    assert rules(entry(date="2026-03-13", draft="true")) == []
    assert rules(entry(date="2026-03-13", embargo="2026-03-13 08:00")) == []
    assert rules(entry(date="2026-03-13", embargo="2026-03-12 08:00")) == ["date-in-future"]


def test_an_embargo_after_the_expiry_is_told() -> None:
    assert rules(entry(embargo="2026-04-01", expires="2026-03-20")) == ["expiry-before-date"]


def test_an_activity_of_today_may_have_its_outcome_and_need_not() -> None:
    day = {"start": "2026-03-12 09:00", "end": "2026-03-12 11:00"}
    assert rules(entry(Kind.ACTIVITY, **day)) == []
    assert rules(entry(Kind.ACTIVITY, **day, outcome={"took_part": "3", "text": "修好三把伞。"})) == []


def test_a_cancelled_activity_needs_no_outcome() -> None:
    past = {"start": "2026-03-01 09:00", "end": "2026-03-01 11:00"}
    assert rules(entry(Kind.ACTIVITY, **past)) == ["activity-without-outcome"]
    assert rules(entry(Kind.ACTIVITY, **past, status="cancelled")) == []


def test_hours_of_an_outcome_are_looked_at_too() -> None:
    outcome = {
        "took_part": "3",
        "text": "修好三把伞。",
        "hours": {"value": "9", "as_of": "2027-01-01", "source": "台账"},
    }
    activity = entry(Kind.ACTIVITY, start="2026-03-01 09:00", end="2026-03-01 11:00", outcome=outcome)
    assert [(item.rule, item.finding.at) for item in found(activity)] == [
        ("figure-in-future", ("outcome", "hours", "as_of"))
    ]


# Photos


def declared(*pictures: PhotoFile, **changes: object) -> list[str]:
    """The rules that a story breaks whose only picture is declared, with ``changes``."""
    return rules(entry(pictures=pictures, photos=[{**PHOTO, **changes}]))


@pytest.mark.parametrize("problem", PhotoProblem)
def test_each_problem_of_a_picture_is_told_once(problem: PhotoProblem) -> None:
    rule = "photo-too-heavy" if problem is PhotoProblem.TOO_HEAVY else "photo-unreadable"
    assert declared(picture(problem=problem, width=0)) == [rule]


def test_the_width_asked_for_is_the_citys() -> None:
    assert declared(picture(width=1199)) == ["photo-too-small"]
    assert declared(picture(width=1200)) == []


def test_a_file_that_is_no_picture_cannot_be_shown() -> None:
    made = entry(outline=Outline(pictures=(Picture("plan.pdf", "", HERE),)), files=("plan.pdf",))
    assert rules(made) == ["photo-unreadable"]


def test_a_name_in_other_case_is_suggested() -> None:
    made = entry(outline=Outline(pictures=(Picture("IMG_1.JPG", "", HERE),)), pictures=(picture("img_1.jpg"),))
    first = found(made)[0]
    assert (first.rule, first.finding.at) == ("photo-missing", HERE)
    assert first.finding.hint == "是不是“img_1.jpg”？大小写要完全一样。"


def test_a_portrait_and_a_linked_picture_are_used() -> None:
    assert "photo-unused" not in rules(entry(Kind.PROFILE, portrait="a.jpg", pictures=(picture(),)))
    assert "photo-unused" not in rules(entry(outline=linking("./a.jpg"), pictures=(picture(),)))
    assert rules(entry(pictures=(picture(),))) == ["photo-unused"]


@pytest.mark.parametrize(
    ("expires", "said"),
    [
        ("2026-04-12", []),
        ("2026-04-11", ["consent-expires-soon"]),
        ("2026-03-12", ["consent-expires-soon"]),
        ("2026-03-11", ["consent-expired"]),
    ],
)
def test_consent_runs_out_after_its_last_day_and_is_announced_a_month_before(expires: str, said: list[str]) -> None:
    consent = {"reference": "HW-2026-0031", "guardian": "true", "expires": expires}
    assert declared(picture(), minor="true", consent=consent) == said


# Links


def test_a_link_may_mean_an_entry_that_cannot_be_read_now() -> None:
    broken = frozenset({"stories/2026/night-bus"})
    decoy = entry(slug="third-pod")
    (wrong,) = found(entry(slug="own", outline=linking("stories/2026/nigth-bus")), decoy, broken=broken)
    assert "/stories/2026/night-bus/" in wrong.finding.hint
    assert rules(entry(slug="own", outline=linking("stories/2026/night-bus")), decoy, broken=broken) == []


def test_links_in_every_spelling() -> None:
    other = entry(slug="other")
    good = ("../other/", "../other/index.md", "/stories/2026/other", "stories/2026/other/", "https://x.example/")
    assert rules(entry(outline=linking(*good)), other) == []
    assert rules(entry(outline=linking("../othr/")), other) == ["link-broken"]
    assert rules(entry(outline=linking("../../../../etc/passwd"))) == ["link-broken"]
    assert rules(entry(outline=linking("/stations/", "/categories/health/"))) == []


def test_a_link_by_a_former_id_or_to_a_broken_entry_is_no_dead_link() -> None:
    renamed = entry(slug="other", aliases=["stories/2025/old"])
    assert rules(entry(outline=linking("/stories/2025/old/")), renamed) == []
    assert rules(entry(outline=linking("/stories/2026/x/#somewhere")), broken=frozenset({"stories/2026/x"})) == []


def test_anchors_here_and_elsewhere() -> None:
    headings = (Heading(2, "一张 小桌", "一张-小桌", HERE),)
    other = entry(slug="other", outline=Outline(characters=9, headings=headings))
    assert rules(entry(outline=linking("/stories/2026/other/#一张-小桌")), other) == []
    assert rules(entry(outline=linking("/stories/2026/other/#%E4%B8%80%E5%BC%A0-%E5%B0%8F%E6%A1%8C")), other) == []
    assert rules(entry(outline=linking("/stories/2026/other/#大桌")), other) == ["link-anchor"]
    assert rules(entry(outline=linking("#一张-小桌", headings=headings))) == []
    assert rules(entry(outline=linking("#大桌", headings=headings))) == ["link-anchor"]


FORM = [{"file": "form.pdf", "title": "报名表"}]


def test_links_lead_to_files_that_go_out() -> None:
    """A story cannot offer files; a document offers its attachments; pictures go out when they are shown or linked."""
    assert rules(entry(outline=linking("notes.pdf"), files=("notes.pdf",))) == ["link-broken"]
    notice = entry(Kind.DOCUMENT, "form", outline=linking("form.pdf"), files=("form.pdf",), attachments=FORM)
    assert rules(notice) == []
    assert rules(entry(Kind.DOCUMENT, "form", outline=linking("form.pdf"), files=("form.pdf",))) == ["link-broken"]
    assert rules(entry(outline=linking("a.jpg"), pictures=(picture(),))) == []
    assert rules(entry(outline=linking("/documents/2026/form/form.pdf")), notice) == []
    assert rules(entry(outline=linking("/documents/2026/form/form.pfd")), notice) == ["link-broken"]


def test_attachments_that_are_pictures_are_looked_at_as_pictures() -> None:
    offered = [{"file": "a.jpg", "title": "海报"}]
    assert rules(entry(Kind.DOCUMENT, "poster", attachments=offered, pictures=(picture(),))) == []
    broken = picture(problem=PhotoProblem.UNREADABLE, width=0)
    assert rules(entry(Kind.DOCUMENT, "poster", attachments=offered, pictures=(broken,))) == ["photo-unreadable"]


def test_a_picture_may_be_written_with_its_path() -> None:
    text = Outline(characters=9, pictures=(Picture("/stories/2026/night-bus/a.jpg", "", HERE),))
    assert rules(entry(outline=text, pictures=(picture(),), photos=[PHOTO])) == []


def test_lists_of_unknown_categories_and_districts_are_dead_links() -> None:
    assert rules(entry(outline=linking("/categories/health/", "/districts/qinghe/page/2/"))) == []
    assert rules(entry(outline=linking("/categories/helth/", "/districts/"))) == ["link-broken", "link-broken"]


def test_a_refused_scheme_is_told_once() -> None:
    text = linking("javascript:alert(1)", defects=(Defect(Flaw.SCHEME, "javascript:alert(1)", HERE),))
    assert rules(entry(outline=text)) == ["link-scheme"]


# Headings, stations, words


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("::: figure\n:::", "directive-argument", "::: figure 文件名.jpg"),
        ("::: 组图\n:::", "directive-argument", "::: figures 甲.jpg 乙.jpg"),
        ("::: quote\n:::", "directive-argument", "“::: quote 说话的人”，下一行写引用的话"),
        ("：：：figure a.jpg\n:::", "directive-argument", "“::: figure a.jpg”"),
        ("![]()", "directive-argument", "![画面里有什么](文件名.jpg)"),
        ("- ::: figure b.jpg", "directive-argument", "从行首写起"),
        ("![](data:image/png;base64,AAAA)", "link-scheme", "把图片存成文件"),
        ("::: figure https://example.org/a.jpg\n:::", "link-scheme", "把图片存成文件"),
        ("[^1]\n\n[^1]: 甲\n\n[^1]: 乙", "footnote-undefined", "换一个编号"),
        ("---\ntitle: 又一个\n---", "text-front-matter", "--- 之间"),
        ("draft: true\n\n正文", "text-front-matter", "--- 之间"),
        ("## \n\n正文", "heading-empty", "写上标题"),
    ],
)
def test_the_hint_shows_how_to_write_it(text: str, rule: str, words: str) -> None:
    items = [item for item in found(entry(outline=parse_body(text, 1)[0])) if item.rule not in _ABOUT_FILES]
    assert [item.rule for item in items][:1] == [rule]
    assert words in items[0].finding.hint


_ABOUT_FILES = ("photo-missing", "text-missing", "heading-level-skipped")


def test_a_picture_from_elsewhere_is_asked_for_its_alternative_text() -> None:
    def broken(text: str) -> list[str]:
        return sorted(rules(entry(outline=parse_body(text + "\n\n正文", 1)[0])))

    assert broken("![](https://example.org/a.jpg)") == ["link-scheme", "photo-no-alt"]
    assert broken("![站台](https://example.org/a.jpg)") == ["link-scheme"]


def test_headings_may_go_up_as_far_as_they_like() -> None:
    levels = [2, 3, 4, 2, 3]
    headings = tuple(Heading(level, f"第{n}节", f"a{n}", HERE) for n, level in enumerate(levels))
    assert rules(entry(outline=Outline(characters=9, headings=headings))) == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("周一至周五 8:30-17:30", "Mo-Fr 08:30-17:30"),
        ("周一到周五 8：30～17：30；周六 9：00～12：00", "Mo-Fr 08:30-17:30; Sa 09:00-12:00"),
        ("每天 18:30—23:00", "Mo-Su 18:30-23:00"),
        ("星期一、星期三 9:00-11:00", "Mo,We 09:00-11:00"),
    ],
)
def test_chinese_hours_are_translated(written: str, meant: str) -> None:
    (one,) = found(entry(Kind.STATION, hours=written))
    assert (one.rule, one.finding.hint) == ("station-hours", f"写成“{meant}”。")


def test_hours_that_nobody_can_read_get_the_syntax_explained() -> None:
    (one,) = found(entry(Kind.STATION, hours="看情况"))
    assert "Mo-Fr 08:30-17:30" in one.finding.hint


BOX = {"west": "124.0", "south": "29.0", "east": "124.8", "north": "29.6"}


def test_coordinates_are_compared_after_conversion() -> None:
    """GCJ-02 and BD-09 lie some 500 and 1,200 m off: at the edge of the box that decides."""
    inside = {"lon": "124.7999", "lat": "29.3"}
    at = [
        rules(entry(Kind.STATION, coordinates={**inside, "crs": crs}), coordinates_box=BOX)
        for crs in ("wgs84", "gcj02")
    ]
    assert at == [[], []]
    outside = {"lon": "124.8040", "lat": "29.3"}
    assert rules(entry(Kind.STATION, coordinates={**outside, "crs": "wgs84"}), coordinates_box=BOX) == [
        "station-coordinates"
    ]
    assert rules(entry(Kind.STATION, coordinates={**outside, "crs": "gcj02"}), coordinates_box=BOX) == []
    assert rules(entry(Kind.STATION, coordinates={**outside, "crs": "wgs84"})) == [], "no box, no opinion"


def test_a_station_with_somebody_on_duty_can_be_asked() -> None:
    assert rules(entry(Kind.STATION, phone=None)) == ["station-no-contact"]
    assert rules(entry(Kind.STATION, phone=None, status="closed")) == []
    assert rules(entry(Kind.STATION, phone=None, on_duty=[{"role": "值班岗", "phone": "0000-8801206"}])) == []


def test_names_are_compared_without_width_and_blanks_and_within_a_district() -> None:
    one = entry(Kind.STATION, "a", name="滨河（东）驿站")
    two = entry(Kind.STATION, "b", name="滨河(东) 驿站", address="青河区青石路5号")
    assert rules_of_all(one, two) == [("stations.yaml", "station-duplicate-name")]
    elsewhere = entry(
        Kind.STATION, "b", name="滨河(东) 驿站", district="beihu", street="hunan", address="北湖区湖南路1号"
    )
    assert rules_of_all(one, elsewhere) == []
    closed = entry(Kind.STATION, "b", name="滨河（东）驿站", status="closed")
    assert rules_of_all(one, closed) == []


@pytest.mark.parametrize("phone", ["13000000000", "130 0000 0000", "+86 13000000000", "130-0000-0000"])
def test_mobile_numbers_in_every_spelling(phone: str) -> None:
    assert rules(entry(Kind.STATION, phone=phone)) == ["phone-mobile"]


@pytest.mark.parametrize("phone", ["0000-8801234", "0000-8801234转6", "12345", "0130-0000000"])
def test_office_numbers_are_left_alone(phone: str) -> None:
    assert rules(entry(Kind.STATION, phone=phone)) == []


def test_rules_about_days_depend_on_the_given_day() -> None:
    story = entry(date="2026-03-20")
    assert rules(story) == ["date-in-future"]
    assert rules(story, today=date(2026, 3, 20)) == []


_STEPS = st.sampled_from(
    [
        *"#?\\/",
        "..",
        ".",
        "stories",
        "2026",
        "content",
        "stations",
        "profiles",
        "night-bus",
        "index.md",
        "page",
        "%zz",
        "%2e",
        "//",
        "",
    ]
)


@given(st.lists(_STEPS, max_size=7).map("/".join) | st.text(max_size=20))
def test_any_link_is_judged_without_an_exception(target: str) -> None:
    story = entry(outline=linking(target))
    assert set(rules(story)) <= {"link-broken", "link-anchor", "link-empty-target"}


@given(
    st.lists(
        st.sampled_from(
            ["周一", "至", "Mo", "-", "8:30", "～", "24:00", ";", "，", "每天", "休息", " ", '"', "week 99"]
        )
    )
)
def test_any_hours_are_judged_without_an_exception(parts: list[str]) -> None:
    station = entry(Kind.STATION, hours="".join(parts).strip()[:200] or "24/7")
    assert set(rules(station)) <= {"station-hours"}
