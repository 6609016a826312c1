"""A text is put together from its body and the page's view."""

from __future__ import annotations

from typing import Any

from builders import City, photo

from generator.model.address import Site
from generator.model.body import Body
from generator.read.markdown import parse_body
from generator.render import compose, site_pages

SITE = Site.at("https://example.org/volunteer/")


def composed(city: City, markdown: str, hidden: tuple[str, ...] = (), **story: Any) -> list[dict[str, Any]]:
    """The parts of a story ``me`` with this text."""
    outline, body = parse_body(markdown, 1)
    return parts_of(city.story("me", outline=outline, **story), body, hidden)


def parts_of(city: City, body: Body, hidden: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    [page] = [page for page in site_pages(city.data(hidden=hidden), SITE) if page.address == "stories/2026/me/"]
    return compose(body, page.make_view())


def html(parts: list[dict[str, Any]]) -> str:
    return "".join(part["html"] for part in parts if part["type"] == "html")


def test_links_into_the_site_get_addresses() -> None:
    city = City().story("spring-clinic").profile("zhou").station("s")
    text = html(
        composed(
            city,
            "[甲](../spring-clinic/)[乙](content/profiles/zhou)[丙](/stations/s/)[丁](/stations/)[戊](/stories/)[己](/)"
            "[庚](../spring-clinic/index.md)",
        )
    )
    assert '<a href="/volunteer/stories/2026/spring-clinic/">甲</a>' in text
    assert '<a href="/volunteer/profiles/zhou/">乙</a>' in text
    assert '<a href="/volunteer/stations/s/">丙</a>' in text
    assert '<a href="/volunteer/stations/">丁</a>' in text
    assert '<a href="/volunteer/stories/">戊</a>' in text
    assert '<a href="/volunteer/">己</a>' in text
    assert '<a href="/volunteer/stories/2026/spring-clinic/">庚</a>' in text
    assert "zoujin:" not in text


def test_links_that_lead_nowhere_keep_their_words() -> None:
    city = City().story("secret")
    text = html(
        composed(city, "见[秘密](../secret/)、[没有](../none/)、[外面](https://example.org/x)。", hidden=("secret",))
    )
    assert '见秘密、没有、<a href="https://example.org/x"' in text
    assert text.count("<a") == text.count("</a>") == 1
    assert "secret" not in text


def test_a_dropped_link_round_a_picture() -> None:
    parts = composed(
        City(),
        "前[![站台](b.jpg)](../none/)后，再看[目录](/stations/)",
        photo_files=(photo("b.jpg"),),
        photos=[{"file": "b.jpg", "alt": "站台", "credit": "陈一舟"}],
    )
    text = html(parts)
    assert [part["type"] for part in parts] == ["html", "figure", "html"]
    assert text.count("<a") == text.count("</a>") == 1
    assert '<a href="/volunteer/stations/">目录</a>' in text


def test_anchors_exist_or_go() -> None:
    other, _ = parse_body("## 夜 里\n\n文字", 1)
    anchor = other.headings[0].anchor
    city = City().story("other", outline=other)
    text = html(
        composed(
            city,
            f"## 这里\n\n[甲](#这里)[乙](#那里)[丙](../other/#{anchor})[丁](../other/#没有)\n",
        )
    )
    assert '<a href="#%E8%BF%99%E9%87%8C">甲</a>乙' in text
    assert "stories/2026/other/#%E5%A4%9C" in text
    assert '<a href="/volunteer/stories/2026/other/">丁</a>' in text


def test_links_to_former_ids() -> None:
    city = City().story("new-name", aliases=["stories/2025/old-name"])
    assert "/volunteer/stories/2026/new-name/" in html(composed(city, "[甲](stories/2025/old-name)"))


def test_a_link_to_a_photo_leads_to_its_largest_form() -> None:
    parts = composed(
        City(),
        "[大图](%E7%BB%88%E7%82%B9.jpg)",
        photo_files=(photo("终点.jpg"),),
        photos=[{"file": "终点.jpg", "alt": "站台"}],
    )
    assert '<a href="/volunteer/photos/' in html(parts)


def test_figures_take_the_photos_words_unless_the_text_has_its_own() -> None:
    listed = [{"file": "b.jpg", "alt": "站台", "caption": "三月六日 <晚>", "credit": "陈一舟"}]
    bare, own = composed(
        City(),
        '![](b.jpg)\n\n![近看](b.jpg "末班车 [目录](/stations/)")\n',
        photo_files=(photo("b.jpg"),),
        photos=listed,
    )
    assert (bare["picture"]["alt"], bare["caption"]) == ("站台", "三月六日 &lt;晚&gt;")
    assert own["picture"]["alt"] == "近看"
    assert own["caption"].startswith("末班车")
    assert bare["picture"]["credit"] == own["picture"]["credit"] == "陈一舟"


def test_pictures_that_may_not_be_shown_are_left_out() -> None:
    parts = composed(
        City(),
        "前\n\n![](expired.jpg)\n\n![](child.jpg)\n\n![](missing.jpg)\n\n![](fine.jpg)\n\n后",
        photo_files=(photo("expired.jpg"), photo("child.jpg"), photo("fine.jpg")),
        photos=[
            {"file": "expired.jpg", "consent": {"reference": "1", "expires": "2026-03-11"}},
            {"file": "child.jpg", "minor": True},
            {
                "file": "fine.jpg",
                "minor": True,
                "consent": {"reference": "2", "guardian": True, "expires": "2026-03-13"},
            },
        ],
    )
    assert [part["type"] for part in parts] == ["html", "figure", "html"]


def test_groups_quotes_cards_and_videos() -> None:
    city = City().profile("zhou").profile("hidden").station("s")
    parts = composed(
        city,
        """::: figures
a.jpg
none.jpg
b.jpg
:::

::: quote 周淑兰
手搭上去，见[目录](/stations/)。
:::

::: person zhou
:::

::: person hidden
:::

::: station s
:::

::: video https://video.example/1
一段视频
:::
""",
        hidden=("hidden",),
        photo_files=(photo("a.jpg"), photo("b.jpg")),
    )
    kinds = [part["type"] for part in parts]
    assert kinds == ["group", "quote", "person", "station", "video"]
    group, quote, person, station, video = parts
    assert len(group["pictures"]) == 2
    assert '<a href="/volunteer/stations/">' in quote["html"]
    assert quote["speaker"] == "周淑兰"
    assert person["card"]["name"] == "周淑兰"
    assert station["card"]["url"] == "/volunteer/stations/s/"
    assert video["url"] == "https://video.example/1"


def test_cards_in_the_text_are_not_shown_again_below_it() -> None:
    outline, _ = parse_body("::: person zhou\n:::\n\n::: station s\n:::\n", 1)
    city = (
        City()
        .profile("zhou")
        .profile("lin")
        .station("s")
        .story("me", outline=outline, people=["zhou", "lin"], station="s")
    )
    [page] = [page for page in site_pages(city.data(), SITE) if page.address == "stories/2026/me/"]
    view = page.make_view()
    assert [card["url"] for card in view["people"]] == ["/volunteer/profiles/lin/"]
    assert view["station"] is None
