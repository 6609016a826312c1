"""Whatever happened before, a build gives what a clean build of the same files gives, byte for byte."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st
from sites.site import Site, tree_of

from generator.engine.outcome import BuildStopped

BUS = "stories/2026/night-bus/index.md"
PATROL = "stories/2025/river-patrol/index.md"
REPAIR = "content/activities/2026/repair-fair/index.md"
CLINIC = "stories/2026/spring-clinic/index.md"
PROFILE = "content/profiles/zhou-shulan/index.md"
NOTICE = "content/documents/2026/notice/index.md"
FEATURE = "content/features/night-lights/index.md"
CAMPAIGN = "content/campaigns/lei-feng-month-2026/index.md"
HELP = "content/pages/help/index.md"
SETTINGS = "content/settings.yaml"
CENTRE = "{id: volunteer-centre, name: 河湾市志愿服务中心}"

Edit = Callable[[Site], object]


def _toggle(path: str, line: str) -> Edit:
    """Add a line to the metadata, or take it away when it is there."""

    def edit(site: Site) -> object:
        text = (site.root / path).read_text(encoding="utf-8")
        return site.edit(path, f"\n{line}\n", "\n") if f"\n{line}\n" in text else site.front(path, line)

    return edit


def _swap(path: str, one: str, other: str) -> Edit:
    """Change ``one`` to ``other``, and back the next time."""

    def edit(site: Site) -> object:
        text = (site.root / path).read_text(encoding="utf-8")
        return site.write(path, text.replace(other, one) if other in text else text.replace(one, other))

    return edit


def _there_or_not(path: str, text: str) -> Edit:
    """Write a file, or remove it when it is there."""
    return lambda site: site.remove(path) if (site.root / path).exists() else site.write(path, text)


def _rename_bus(site: Site) -> object:
    """The story moves, keeping its old address as an alias; the next time it goes back."""
    old, new = "stories/2026/night-bus", "stories/2026/last-bus"
    if (site.root / new).exists():
        old, new = new, old
    site.edit(f"{old}/index.md", "---\ntitle", f"---\naliases: [{old}]\ntitle").move(old, new)
    for path in ("content/features/night-lights/index.md",):
        site.edit(path, f"[{old[13:]},", f"[{new[13:]},")
    return site


def _bus(edit: Callable[[str], Edit]) -> Edit:
    """An edit of the story that may have moved."""

    def run(site: Site) -> object:
        moved = "stories/2026/last-bus/index.md"
        return edit(moved if (site.root / moved).exists() else BUS)(site)

    return run


def _photo(colour: str) -> Edit:
    return _bus(lambda path: lambda site: site.photo(path.replace("index.md", "cup.jpg"), colour))


def _many_stories(site: Site) -> object:
    """Enough stories for a second page of the lists, or none of them."""
    for number in range(7):
        _there_or_not(
            f"stories/2026/extra-{number}/index.md",
            f"---\ntitle: 第{number}篇\nsummary: 简讯。\ndate: 2026-02-{number + 10}\ninto: family\n"
            f"categories: [household]\ndistrict: beihu\nbyline: 何砚秋\n---\n\n正文{number}。\n",
        )(site)
    return site


def _without_photo(site: Site) -> object:
    """The picture and what is said of it go."""
    for folder in ("night-bus", "last-bus"):
        path = site.root / f"stories/2026/{folder}/index.md"
        if path.exists() and "photos:" in path.read_text(encoding="utf-8"):
            text = path.read_text(encoding="utf-8")
            head, rest = text.split("photos:", 1)
            site.write(str(path.relative_to(site.root)), head + rest[rest.index("---") :])
            site.remove(f"stories/2026/{folder}/cup.jpg")
    return site


def _toggle_setting(line: str) -> Edit:
    """Add a line to the settings, or take it away when it is there."""

    def edit(site: Site) -> object:
        text = (site.root / SETTINGS).read_text(encoding="utf-8")
        return site.write(SETTINGS, text.replace(f"{line}\n", "") if f"\n{line}\n" in text else f"{text}{line}\n")

    return edit


def _portrait(site: Site) -> object:
    """A picture of the person, or a face of another colour."""
    file = "content/profiles/zhou-shulan/face.png"
    if not (site.root / file).exists():
        photo = "{file: face.png, alt: 周淑兰在巷口, credit: 陈一舟, consent: {reference: SQ-2}}"
        site.front(PROFILE, f"portrait: face.png\nphotos: [{photo}]")
        return site.photo(file, "brown")
    return site.photo(file, "black")


EDITS: dict[str, Edit] = {
    "title": _bus(lambda path: _swap(path, "末站的热水\n", "末站的热茶🍵\n")),
    "summary": _swap(CLINIC, "量血压的人", "量血压的老人"),
    "body": _bus(lambda path: _swap(path, "先喝半杯", "先喝一杯")),
    "person's line": _swap(PROFILE, "one_line: ", "one_line: 大家的"),
    "caption": _bus(lambda path: _swap(path, "caption: ", "caption: 一张")),
    "campaign's theme": _swap(CAMPAIGN, "theme: ", "theme: 人人"),
    "feature's title": _swap(FEATURE, "title: ", "title: 又见"),
    "activity's title": _swap(REPAIR, "title: ", "title: 又一次"),
    "notice's title": _swap(NOTICE, "title: ", "title: 再次"),
    "heading": _swap(CLINIC, "## 一张小桌", "## 两张小桌"),
    "broken": _swap(CLINIC, "into: community", "into: nowhere"),
    "draft": _toggle(PATROL, "draft: true"),
    "draft person": _toggle(PROFILE, "draft: true"),
    "embargo": _toggle(PATROL, "embargo: 2026-03-12 08:00"),
    "expires": _toggle(NOTICE, "expires: 2026-03-13"),
    "withdrawn": _toggle(PATROL, "withdrawn: {date: 2025-10-08, reason: 数字有误，核实后另发。}"),
    "corrected": _toggle(PATROL, "corrections: [{date: 2025-10-08, text: 原文“八人”应为“九人”。}]"),
    "honour": _toggle(PROFILE, "honours: [{honour: model-volunteer, year: 2025}]"),
    "organisation": _toggle(PATROL, "organisation: volunteer-centre"),
    "category": _swap(PATROL, "[household]", "[household, health]"),
    "district": _swap(CLINIC, "district: qinghe", "district: beihu"),
    "date": _swap(PATROL, "2025-09-18", "2026-03-10"),
    "many": _many_stories,
    "new document": _there_or_not(
        "content/documents/2025/rules/index.md",
        "---\ntitle: 管理办法\nkind: policy\nissuer: volunteer-centre\ndate: 2025-05-01\nsummary: 办法。\n---\n\n第一条。\n",
    ),
    "attachment": lambda site: site.write(
        "content/documents/2026/notice/form.txt", (site.root / NOTICE).read_text(encoding="utf-8")[:40] + "表格"
    ),
    "rename": _rename_bus,
    "station": _swap("stations.yaml", "滨河公交驿站", "滨河公交新站"),
    "station closed": _swap("stations.yaml", "  area: urban\n", "  area: urban\n  status: closed\n"),
    "vocabulary": _swap("content/categories.yaml", "邻里互助", "邻里相助"),
    "vocabulary order": _swap(
        "content/districts.yaml",
        "- {id: qinghe, name: 青河区}\n- {id: beihu, name: 北湖区}\n",
        "- {id: beihu, name: 北湖区}\n- {id: qinghe, name: 青河区}\n",
    ),
    "settings": _swap(SETTINGS, "page_size: 5", "page_size: 6"),
    "site name": _swap(SETTINGS, "site_name: 河湾志愿", "site_name: 河湾志愿者"),
    "press phone": _toggle_setting("press_phone: 0000-8801299"),
    "reading": _toggle_setting("readings: [{text: 滨河, pinyin: bang he}]"),
    "intro": _toggle_setting("into: {community: 楼下的事。}"),
    "review months": _toggle_setting("page_review_months: 1"),
    "usual kits": _toggle_setting("media_kits: {kinds: [feature, profile], months: 1}"),
    "share pictures": _toggle_setting("share_pictures: false"),
    "lead story": _toggle_setting("lead_story: river-patrol"),
    "organisation's name": _swap("content/organisations.yaml", "河湾市志愿服务中心", "河湾市志愿者之家"),
    "organisation's page": _swap(
        "content/organisations.yaml",
        CENTRE,
        CENTRE[:-1] + ", intro: 管全市的志愿服务。, keeps_records: true, phone: 0000-8801200}",
    ),
    "synonym": _there_or_not("content/synonyms.yaml", "- {word: 公交站, same: [驿站, 末站]}\n"),
    "words": _there_or_not("content/wording.yaml", "- {term: 热水, why: 说法, source: 本站用法}\n"),
    "key date": _there_or_not(
        "content/key-dates.yaml",
        "- {id: volunteer-day, name: 国际志愿者日, day: 12-05}\n- {id: spring, name: 春龙节, lunar: 02-02}\n",
    ),
    "holiday": _swap("content/holidays.yaml", "2026-", "2027-"),
    "colours": _there_or_not("theme/assets/tokens.css", ":root { --main: #123456; --paper: #fff }\n"),
    "page's title": _swap(HELP, "title: ", "title: 现在"),
    "page's hint": _swap(HELP, "hint: ", "hint: 全部"),
    "page's place": _swap(HELP, "place: service", "place: about"),
    "page's lists": _swap(HELP, "shows: [emergency,", "shows: [organisations, activities, kits, features, feeds,"),
    "page withdrawn": _toggle(HELP, "withdrawn: {date: 2026-03-11, reason: 改版后另发。}"),
    "new page": _there_or_not(
        "content/pages/charter/index.md",
        "---\ntitle: 市民公约\nsummary: 约定。\ndate: 2026-03-02\nplace: charter\nshows: [charters]\n---\n\n第一条。\n",
    ),
    "feature's quote": _swap(FEATURE, "story: night-bus\n  - block: stories", "speaker: 司机\n  - block: stories"),
    "feature's steps": _swap(FEATURE, "壶里的水刚烧开", "壶里的水烧开了"),
    "feature's stories": _swap(FEATURE, "river-patrol]", "spring-clinic]"),
    "feature's kit": _toggle(FEATURE, "media: true"),
    "campaign's kit": _toggle(CAMPAIGN, "media: true"),
    "story's kit": _bus(lambda path: _toggle(path, "media: true")),
    "story may not be reprinted": _bus(lambda path: _toggle(path, "rights: none")),
    "consent": _bus(
        lambda path: _swap(
            path,
            "    credit: 河湾市志愿服务插画组\n",
            "    credit: 河湾市志愿服务插画组\n    minor: true\n    consent: {reference: SQ-1, guardian: true, expires: 2026-03-19}\n",
        )
    ),
    "campaign's lines": _toggle(CAMPAIGN, "schedule: [{date: 2026-03-20, title: 集中服务, place: 广场}]"),
    "activity cancelled": _toggle(REPAIR, "status: cancelled"),
    "activity's audience": _toggle(REPAIR, "age_from: 8\nfamily: true\nplaces: 30\ntaken: 12\ntaken_on: 2026-03-10"),
    "activity in campaign": _toggle(REPAIR, "campaign: lei-feng-month-2026"),
    "activity moved": _swap(REPAIR, "2026-03-14 11:30", "2026-03-15 11:30"),
    "document's kind": _swap(NOTICE, "kind: announcement", "kind: news"),
    "document's district": _toggle(NOTICE, "district: beihu"),
    "person's portrait": _portrait,
    "person's alias": _toggle(PROFILE, "alias_used: true"),
    "station's alias": _swap("stations.yaml", "  area: urban\n", "  area: urban\n  aliases: [binhe-old]\n"),
    "station's keeper": _swap("stations.yaml", "  area: urban\n", "  area: urban\n  organisation: volunteer-centre\n"),
    "station verified": _swap(
        "stations.yaml", "  area: urban\n", "  area: urban\n  standards: {marks: 2026-02-20, records: 2024-02-20}\n"
    ),
    "card in the text": _swap(CLINIC, "血压计放在中间。", "血压计放在中间。\n\n::: person zhou-shulan\n"),
    "gone and hidden": _toggle(PATROL, "withdrawn: {date: 2025-10-08, reason: 数字有误。}\ndraft: true"),
    "photo red": _photo("red"),
    "photo green": _photo("green"),
    "photo gone": _without_photo,
    "asset": _swap("theme/assets/city.css", "河湾", "河湾市"),
    "asset more": _there_or_not("theme/assets/more.js", "export const more = 1;\n"),
    "prefix": _swap("mkdocs.yml", "https://hewan.example/", "https://hewan.example/volunteers/"),
    "touched": lambda site: (site.root / CLINIC).touch(),
    "nothing": lambda site: site,
}

DAYS = ("2026-03-12", "2026-03-12 08:00", "2026-03-13", "2026-03-20", "2026-04-02", "2025-12-31")

steps = st.lists(st.tuples(st.sampled_from(sorted(EDITS)), st.sampled_from(DAYS)), min_size=4, max_size=7)


@pytest.fixture(scope="module")
def start() -> Site:
    """The mini project, built once."""
    return Site.mini(Path(tempfile.mkdtemp(prefix="zoujin-"))).build()


def clean_twin(site: Site, folder: Path) -> Site:
    """The same sources in another place, without anything built; compiled templates are taken along, for speed."""
    twin = Site.from_dir(site.root, folder)
    shutil.copytree(site.cache / "templates", twin.cache / "templates")
    return twin


def sources(site: Site) -> dict[str, dict[str, bytes] | bytes]:
    """Everything in the project that is not made from the rest."""
    return {
        path.name: tree_of(path) if path.is_dir() else path.read_bytes()
        for path in site.root.iterdir()
        if path.name not in ("site", ".site-spare", ".zoujin")
    }


@pytest.mark.slow
@settings(
    max_examples=6,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(steps)
def test_a_build_after_any_edits_is_a_clean_build(start: Site, edits: list[tuple[str, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = clean_twin(start, Path(folder) / "site")
        site.build()
        for number, (name, day) in enumerate(edits):
            note(f"{name}, {day}")
            before = site.files()
            EDITS[name](site)
            twin = clean_twin(site, Path(folder) / f"twin-{number}")
            try:
                twin.build(day)
            except BuildStopped as stopped:
                assert site.build_stops(day) == str(stopped)
                assert site.diagnostics == list(stopped.diagnostics)
                assert site.files() == before
            else:
                site.build(day)
                assert site.files() == twin.files()
                assert site.done.unchanged or site.diagnostics == twin.diagnostics
                assert site.left_over() == []
            shutil.rmtree(twin.root)


BATCHES = [sorted(EDITS)[start::12] for start in range(12)]
"""Each edit once, on a site that bears those before it: a fresh site for each would take most of the tests' time."""


@pytest.mark.slow
@pytest.mark.parametrize("names", BATCHES, ids=lambda names: names[0])
def test_every_edit(start: Site, tmp_path: Path, names: list[str]) -> None:
    site = clean_twin(start, tmp_path / "site").build()
    for number, name in enumerate(names):
        before = sources(site)
        EDITS[name](site)
        assert name in ("nothing", "touched") or sources(site) != before, name
        twin = clean_twin(site, tmp_path / f"twin-{number}")
        try:
            twin.build()
        except BuildStopped:
            site.build_stops()
            EDITS[name](site)  # and back, for those after it
        else:
            assert site.build().files() == twin.files(), name
        shutil.rmtree(twin.root)


def test_only_pages_that_show_an_entry_are_rewritten(start: Site, tmp_path: Path) -> None:
    site = clean_twin(start, tmp_path / "site").build()
    times = mtimes(site)
    for old, new in (("先喝半杯", "先喝一杯"), ("末站的热水\n", "末站的热茶\n")):
        site.edit(BUS, old, new).build()
        changed = {path for path, time in mtimes(site).items() if time != times[path]}
        shown_on = {
            path
            for path in times
            if new.strip() in (site.public / path).read_bytes().decode("utf-8", "ignore").replace("<wbr>", "")
        }
        assert "stories/2026/night-bus/index.html" in changed
        assert changed - {"sitemap.xml"} == shown_on - {"sitemap.xml"}
        assert site.done.written == len(changed) < site.done.pages
        times = mtimes(site)


def mtimes(site: Site) -> dict[str, int]:
    """When each published file was written, ns; search index and share pictures, named by content, aside."""
    pages = (path for path in site.files() if path == "search/index.html" or not path.startswith(("search/", "share/")))
    return {path: (site.public / path).stat().st_mtime_ns for path in pages}


def test_nothing_is_written_when_nothing_changed(start: Site, tmp_path: Path) -> None:
    site = clean_twin(start, tmp_path / "site").build()
    tree = site.public.stat().st_ino
    assert site.build().done.unchanged
    assert site.public.stat().st_ino == tree
    # The clock moves on: nothing on this site changes by itself at that hour.
    assert site.build("2026-03-12 09:30").done.unchanged


@pytest.mark.slow
def test_shares_written_by_several_processes_are_the_same(
    start: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    serial = clean_twin(start, tmp_path / "serial").build(jobs=1)
    monkeypatch.setattr("generator.engine.shares.FEW_PAGES", 2)
    monkeypatch.setattr("generator.pipeline.planning.FEW_PAGES", 2)
    monkeypatch.setattr("generator.pipeline.reading.SMALL_CHANGE", 0)
    parallel = clean_twin(start, tmp_path / "parallel").build(jobs=3)
    assert parallel.files() == serial.files()
    for site, jobs in ((serial, 1), (parallel, 3)):
        site.edit("content/settings.yaml", "site_name: 河湾志愿", "site_name: 河湾志愿者").build(jobs=jobs)
        assert site.done.written == site.done.pages
    assert parallel.files() == serial.files()
    for site, jobs in ((serial, 1), (parallel, 3)):
        site.edit(CLINIC, "一张小桌", "两张小桌").build(jobs=jobs)
        assert 0 < site.done.written < site.done.pages
    assert parallel.files() == serial.files()
    assert parallel.done.written == serial.done.written


@pytest.mark.slow
def test_neither_the_place_nor_the_hash_seed_matters(tmp_path: Path) -> None:
    trees = []
    for seed, name in enumerate(("one", "另 一处/走进 河湾")):
        site = Site.mini(tmp_path / name)
        done = site.command("build", "--today", "2026-03-12", environment={"PYTHONHASHSEED": str(seed)})
        assert done.returncode == 0, done.stderr
        trees.append(site.files())
    assert trees[0] == trees[1]
    assert not [path for path, content in trees[0].items() if str(tmp_path).encode() in content]


def test_a_build_without_cache_is_the_same(start: Site, tmp_path: Path) -> None:
    site = clean_twin(start, tmp_path / "site").build()
    before = site.files()
    site.build(clean=True)
    assert site.files() == before
    assert site.done.written == site.done.pages
    assert tree_of(site.root / ".site-spare") == before, "the tree that was public waits as the spare one"
