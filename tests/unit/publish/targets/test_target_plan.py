"""A plan is a function of the site, of the target's memory and of what lies there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.publish.targets.plan import Plan, make_plan
from generator.publish.targets.remote_manifest import Leaving, Remote
from generator.publish.targets.site_files import SiteFile, Turn, digest_of

HOUR = 3600.0
PHOTO, OTHER_PHOTO = "photos/0123456789abcdef-720.jpg", "photos/fedcba9876543210-720.jpg"


def file(text: str) -> SiteFile:
    return SiteFile(digest_of(text.encode()), len(text))


def plan(
    site: dict[str, str], remote: Remote, present: dict[str, int], now: float = 100 * HOUR, **more: object
) -> Plan:
    return make_plan({path: file(text) for path, text in site.items()}, remote, present, now, 24 * HOUR, **more)  # type: ignore[arg-type]


def test_new_files_go_before_new_pages_before_changes_before_entrances_before_the_home_page() -> None:
    remote = Remote(files={"a/index.html": file("a"), "index.html": file("home")})
    site = {
        "index.html": "home 2",
        "sitemap.xml": "<loc>",
        "stories/feed.json": "{}",
        "calendar/lei-feng-day.ics": "BEGIN",
        "search/index.json": "{}",
        "a/index.html": "a 2",
        "b/index.html": "b",
        "b/form.docx": "form",
        PHOTO: "photo",
        "search/shards/0-abc123.bin": "shard",
    }
    made = plan(site, remote, {"a/index.html": 1, "index.html": 4})
    assert [list(paths) for paths in made.sends] == [
        ["b/form.docx", PHOTO, "search/shards/0-abc123.bin"],
        ["b/index.html"],
        ["a/index.html"],
        ["calendar/lei-feng-day.ics", "search/index.json", "sitemap.xml", "stories/feed.json"],
        ["index.html"],
    ]
    assert made.sends[Turn.HOME] == ("index.html",)


def test_what_is_there_already_is_not_sent() -> None:
    made = plan({"a": "same"}, Remote(files={"a": file("same")}), {"a": 4})
    assert made.is_done
    assert made.unchanged == 1


def test_what_somebody_removed_or_cut_short_there_is_sent_again() -> None:
    remote = Remote(files={"a": file("same"), "b": file("same")})
    assert plan({"a": "same", "b": "same"}, remote, {"a": 2}).sending == ["b", "a"]


def test_after_a_broken_off_publication_its_files_are_sent_again_whatever_their_size() -> None:
    remote = Remote(files={"a": file("same")}, unsure=frozenset({"a", "b"}))
    made = plan({"a": "same"}, remote, {"a": 4, "b": 9})
    assert made.sending == ["a"]
    assert made.removes == ("b",)


def test_somebody_elses_files_are_left_alone_and_stop_us_where_they_stand_in_our_way() -> None:
    made = plan({"index.html": "ours", "a/b": "ours"}, Remote(), {"index.html": 3, "a": 1, "theirs/x.html": 5})
    assert made.conflicts == ("index.html", "a")
    assert made.removes == ()
    assert made.foreign == 2


def test_pictures_stay_a_while_and_pages_do_not() -> None:
    remote = Remote(files={PHOTO: file("p"), "stories/page/2/index.html": file("old")})
    made = plan({}, remote, {PHOTO: 1, "stories/page/2/index.html": 3})
    assert made.removes == ("stories/page/2/index.html",)
    assert made.leaving == {PHOTO: Leaving(file("p"), 100 * HOUR)}


def test_pictures_go_when_their_time_is_over() -> None:
    remote = Remote(leaving={PHOTO: Leaving(file("p"), 75 * HOUR), OTHER_PHOTO: Leaving(file("q"), 77 * HOUR)})
    made = plan({}, remote, {PHOTO: 1, OTHER_PHOTO: 1})
    assert made.removes == (PHOTO,)
    assert list(made.leaving) == [OTHER_PHOTO]


def test_a_picture_that_is_wanted_again_is_not_sent_again() -> None:
    made = plan({PHOTO: "p"}, Remote(leaving={PHOTO: Leaving(file("p"), 0)}), {PHOTO: 1})
    assert made.is_done


def test_what_was_taken_back_takes_its_pictures_with_it_at_once() -> None:
    remote = Remote(files={PHOTO: file("p"), "stories/a/index.html": file("text")})
    there = {PHOTO: 1, "stories/a/index.html": 4}
    assert plan({}, remote, there).removes == (PHOTO, "stories/a/index.html")
    notice = plan({"stories/a/index.html": "gone"}, remote, there, withdrawn={"stories/a/index.html"})
    assert notice.removes == (PHOTO,)
    assert plan({"stories/a/index.html": "text"}, remote, there, purge=True).removes == (PHOTO,)


def test_a_clock_that_went_back_removes_nothing_that_should_stay() -> None:
    remote = Remote(published=200 * HOUR, leaving={PHOTO: Leaving(file("p"), 50 * HOUR)})
    assert plan({}, remote, {PHOTO: 1}, now=100 * HOUR).removes == ()


def test_a_time_that_has_not_come_yet_counts_from_now() -> None:
    remote = Remote(leaving={PHOTO: Leaving(file("p"), 9000 * HOUR)})
    assert plan({}, remote, {PHOTO: 1}).leaving[PHOTO].since == 100 * HOUR


PATHS = st.sampled_from([PHOTO, OTHER_PHOTO, "index.html", "a/index.html", "a/b.docx", "search/index.json", "x.txt"])
FILES = st.dictionaries(PATHS, st.sampled_from(["one", "two", "three"]))


@given(FILES, FILES, FILES, st.frozensets(PATHS), st.booleans())
def test_nothing_foreign_is_ever_removed_and_everything_wanted_ends_up_there(
    site: dict[str, str], ours: dict[str, str], theirs: dict[str, str], unsure: frozenset[str], purge: bool
) -> None:
    known = {path: file(text) for path, text in ours.items()}
    there = {**theirs, **ours}
    made = plan(
        site, Remote(files=known, unsure=unsure), {path: len(text) for path, text in there.items()}, purge=purge
    )
    assert set(made.removes) <= known.keys() | unsure
    assert not set(made.removes) & site.keys()
    assert len(made.sending) + made.unchanged + len(set(made.conflicts) & site.keys()) == len(site)
    assert set(made.conflicts).isdisjoint(known.keys() | unsure)
    if purge:
        assert not made.leaving
