"""Hard data for the style page: long names, nothing at all, far too many. None of it is about anybody."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.address import Site

from .cover_scenes import SCENES
from .covers import Sheet, draw
from .views import (
    ActivityCard,
    CorrectionView,
    CoverageDistrict,
    CoverageRow,
    DateView,
    HoursView,
    LinkView,
    Pager,
    PagerLink,
    PageView,
    Part,
    PictureView,
    ProfileCard,
    ScheduleDay,
    ScheduleItem,
    StationCard,
    StoryCard,
)

TITLES = (
    "夜班公交末站的热水",
    "从一碗热水、一盏灯、一条长椅说起：末班车停稳以后，车站的人还要做完哪些事才肯回家（上）",
    "𫖯身拾起的每一片纸💧",
    "修伞",
    "ZOUJIN-2026 https://example.cn/a-very-long-address-without-any-blank-in-it-at-all",
    "“等一等”“慢慢来”——听障顾客和店员之间的三十张卡片",
    "香樟树下的周三门诊，排队的人自己带着小板凳",
)
NAMES = (
    "周淑兰",
    "阿依古丽·买买提艾力·吐尔逊江",
    "月光护河队",
    "𬭼",
    "河湾市滨河街道人民路社区退休教师护学岗志愿服务队第三小组",
)
LONG_LINE = "这一句比别处长得多，为的是看清折行的地方：先把桌子搬出来，再把血压计放在中间，等第一位老人坐下来，他总要先问一句，今天的风是不是比昨天小了一点。"
HERE = "#main"
"""Where every link of the style page leads."""
_WIDE_TABLE = (
    '<div class="table-scroll" role="region" aria-label="表格" tabindex="0"><table><thead><tr>'
    + "<th>很长的表头</th>" * 7
    + "</tr></thead><tbody><tr>"
    + "<td>128</td>" * 7
    + "</tr></tbody></table></div>"
)
"""As the reader writes tables."""
_CATEGORIES = ("mutual-aid", "health", "culture", "environment", "patrol", "disability", "household")


def style_pictures() -> Mapping[str, str]:
    """The drawings that the specimens show: address below the style page's own, to SVG."""
    numbers = [(index, people) for index in range(len(SCENES)) for people in (0, 1, 3, 5)]
    return {sheet.address: draw(sheet) for sheet in (_sheet(index, people) for index, people in numbers)}


def style_view(site: Site) -> dict[str, object]:
    """The view of ``style.html``: what every page has, and specimens by component."""
    page: PageView = {
        "kind": "style",
        "section": "",
        "title": "部件样张",
        "description": "全部部件，放进最为难的内容",
        "url": site.url(""),
        "canonical": site.full_url(""),
        "meta": [["robots", "noindex"]],
        "photo": "",
        "share": None,
        "crumbs": [{"name": "首页", "url": HERE}, {"name": TITLES[1], "url": HERE}, {"name": "部件样张", "url": ""}],
        "feeds": [],
    }
    return {
        **page,
        "stories": [_story(index) for index in range(9)],
        "profiles": [_profile(index) for index in range(8)],
        "activities": [_activity(index) for index in range(5)],
        "stations": [_station(index) for index in range(3)],
        "covers": [_picture(index) for index in range(len(SCENES))],
        "captioned": {**_picture(1), "caption": LONG_LINE, "credit": f"图／{NAMES[1]}", "ai": True},
        "parts": _parts(),
        "chips": [
            {"name": "全部", "url": HERE, "count": 12800, "current": True},
            *({"name": name, "url": HERE, "count": index} for index, name in enumerate((*NAMES, *NAMES))),
        ],
        "corrections": _corrections(),
        "coverage": _coverage(),
        "pagers": [_pager(1, 2), _pager(200, 400)],
        "days": _days(),
        "long_line": LONG_LINE,
        "names": list(NAMES),
    }


def _link(name: str) -> LinkView:
    return {"name": name, "url": HERE}


def _date(day: int) -> DateView:
    return {"iso": f"2026-03-{day:02d}", "text": f"2026年3月{day}日"}


def _sheet(index: int, people: int) -> Sheet:
    scene = index % len(SCENES)
    return Sheet(_CATEGORIES[scene % len(_CATEGORIES)], scene, scene % 2, people)


def _picture(index: int, people: int = 0) -> PictureView:
    sheet = _sheet(index, people)
    width, height = sheet.size
    return {
        "kind": "cover",
        "src": sheet.address,
        "srcset": "",
        "sources": [],
        "sizes": "",
        "width": width,
        "height": height,
        "alt": "",
        "caption": "",
        "credit": "",
        "ai": False,
        "full": "",
    }


def _story(index: int) -> StoryCard:
    return {
        "url": HERE,
        "title": TITLES[index % len(TITLES)],
        "subtitle": "",
        "summary": ("末班车到站以后，还有人等着喝一口热水。", "", LONG_LINE)[index % 3],
        "picture": _picture(index),
        "category": _link(("邻里互助", "医疗保健", "帮困助残")[index % 3]),
        "district": _link(("青河区", "望山县", "临江新区经济技术开发区")[index % 3]),
        "into": "走进社区",
        "date": _date(index + 1),
        "minutes": ("约 4 分钟", "", "约 27 分钟")[index % 3],
        "byline": ("陈一舟", "", NAMES[4])[index % 3],
    }


def _profile(index: int) -> ProfileCard:
    hours: HoursView = {"value": "12,845.5", "as_of": "2026年3月1日", "source": "志愿服务记录系统"}
    return {
        "url": HERE,
        "name": NAMES[index % len(NAMES)],
        "alias_used": index == 1,
        "kind": ("志愿者", "志愿家庭", "志愿服务队")[index % 3],
        "one_line": ("退休护士，在巷口量了六年血压", LONG_LINE, "")[index % 3],
        "picture": _picture(index, people=(1, 3, 5)[index % 3]),
        "district": _link("青河区"),
        "honours": [["全市百名优秀志愿者"], [], ["学雷锋志愿服务“四个100”先进典型最美志愿者提名奖"]][index % 3],
        "hours": hours if index % 2 else None,
    }


def _activity(index: int) -> ActivityCard:
    phases = ("upcoming", "today", "running", "past", "cancelled")
    return {
        "url": HERE,
        "title": TITLES[index % len(TITLES)],
        "summary": "",
        "picture": _picture(index),
        "phase": phases[index],  # type: ignore[typeddict-item]
        "phase_text": ("3天后", "今天", "进行中", "已结束", "已取消")[index],
        "date": _date(14 + index),
        "month": "12月",
        "day": str(14 + index),
        "weekday": "周六",
        "time": ("09:00—11:30", "全天", "12月14日09:00—12月28日17:30", "", "09:00—09:30")[index],
        "place": ("滨河社区志愿服务站一楼", LONG_LINE, "", "河边", "广场")[index],
        "district": _link("青河区"),
        "category": _link("家政服务"),
        "family": index % 2 == 0,
        "seniors": index == 1,
        "ages": ("", "8—14岁", "18岁以上", "", "")[index],
        "audience": "",
        "places": 30,
        "places_left": 18,
        "places_text": ("余 18 个名额", "名额已满", "", "", "")[index],
        "places_on": ("截至3月10日", "", "", "", "")[index],
    }


def _station(index: int) -> StationCard:
    return {
        "url": HERE,
        "id": f"specimen-{index}",
        "name": ("滨河公交驿站", NAMES[4], "山口")[index],
        "kind": "社区志愿服务站",
        "district": _link("青河区"),
        "street": ("滨河街道", "上坪乡", "滨河街道")[index],
        "area": "urban",
        "area_text": "城市",
        "address": ("青河区滨河路 186 号", LONG_LINE, "山口村")[index],
        "phone": ("0000-8801206", "0000-8801207", "")[index],
        "phone_url": ("tel:00008801206", "tel:00008801207", "")[index],
        "hours": [["周一至周五 08:30—17:30"], ["周一至周四、周六、周日 08:30—11:30，14:00—17:30", "周五 08:30—11:30"], []][index],
        "hours_source": "",
        "status": ("open", "suspended", "open")[index],
        "status_text": ("开放", "暂停服务", "开放")[index],
        "services": [[_link("医疗保健")], [_link(name) for name in ("邻里互助", "家政服务", "医疗保健", "敬老爱幼", "帮困助残", "治安巡逻", "环保节能", "禁毒宣传", "文体活动")], []][index],
        "maps": [{"name": "高德地图", "url": HERE}] if index < 2 else [],
    }  # fmt: skip


def _parts() -> list[Part]:
    group = [_picture(index) for index in range(3)]
    return [
        {"type": "html", "html": f'<h2 id="a">{TITLES[1]}</h2><p>{LONG_LINE * 2}</p><p>短。</p>'},
        {"type": "html", "html": f"<ul><li>一项</li><li>{LONG_LINE}</li></ul><ol><li>先</li><li>后</li></ol>"},
        {"type": "quote", "html": "<p>水开了，灯就不能关。</p>", "speaker": NAMES[0]},
        {"type": "quote", "html": f"<p>{LONG_LINE}</p>", "speaker": ""},
        {"type": "figure", "picture": _picture(2), "caption": LONG_LINE, "inline": False},
        {"type": "group", "pictures": group, "caption": "三张图，一条说明"},
        {"type": "group", "pictures": group[:2], "caption": ""},
        {"type": "html", "html": "<h3>表格</h3>" + _WIDE_TABLE},
        {"type": "html", "html": f"<blockquote><p>{LONG_LINE}</p></blockquote><p>{TITLES[4]}</p>"},
        {"type": "person", "card": _profile(0)},
        {"type": "person", "card": _profile(4)},
        {"type": "station", "card": _station(0)},
        {"type": "station", "card": _station(1)},
        {"type": "video", "url": HERE, "title": TITLES[6]},
    ]  # fmt: skip


def _corrections() -> list[CorrectionView]:
    return [{"date": _date(9), "text": "志愿者人数原写作 12 人，应为 21 人。"}, {"date": _date(11), "text": LONG_LINE}]


def _coverage() -> list[CoverageDistrict]:
    full: CoverageRow = {
        "name": "青河区", "url": HERE, "functional": True, "registered": 385, "covered": 385, "percent": 100,
        "villages": 0, "villages_covered": 0, "villages_percent": 0,
    }  # fmt: skip
    none: CoverageRow = {**full, "name": NAMES[4], "url": "", "covered": 0, "percent": 0, "villages": 1035}
    return [{"id": "specimen", "row": full, "streets": [none, {**none, "name": "上坪乡", "registered": 0}]}]


def _pager(number: int, count: int) -> Pager:
    shown = [n for n in (1, 0, number - 1, number, number + 1, 0, count) if 0 <= n <= count]
    pages: list[PagerLink] = [{"number": n, "url": HERE, "current": n == number} for n in dict.fromkeys(shown) if n]
    if count > len(pages):
        gap: PagerLink = {"number": 0, "url": "", "current": False}
        pages = [pages[0], gap, *pages[1:-1], gap, pages[-1]]
    return {
        "number": number,
        "count": count,
        "total": count * 30,
        "previous": HERE if number > 1 else "",
        "next": HERE,
        "pages": pages,
    }


def _days() -> list[ScheduleDay]:
    plain: ScheduleItem = {"time": "", "title": "集中服务日", "place": "", "url": "", "card": None}
    full: ScheduleItem = {
        "time": "09:00—11:30",
        "title": TITLES[1],
        "place": LONG_LINE,
        "url": HERE,
        "card": _activity(0),
    }
    off: ScheduleItem = {**full, "title": TITLES[3], "place": "", "card": _activity(4)}
    return [
        {"date": _date(12), "weekday": "周四", "today": True, "past": False, "lines": [plain, full, off]},
        {"date": _date(5), "weekday": "周四", "today": False, "past": True, "lines": [full]},
    ]
