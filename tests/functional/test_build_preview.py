"""``zoujin build --preview`` shows what is being worked on, and leaves the public site alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from reviewed_project import STORY, TEXT, Clone, new_city


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Clone:
    """One story approved and edited since, one draft."""
    city = new_city(tmp_path_factory.mktemp("preview") / "city")
    city.three_levels()
    city.write(f"{STORY}/index.md", TEXT.replace("夜里十一点", "夜里十点半"))
    city.write("stories/2026/second/index.md", TEXT.replace("夜班公交末站的热水", "第二篇"))
    city.commit("work on")
    assert city.zoujin("submit", "second", "--as", "chen", "--today", "2026-03-07") == 0
    return city


def page(root: Path, entry: str) -> str:
    return (root / entry / "index.html").read_text("utf-8")


def test_working_versions_with_their_states(city: Clone, capsys: pytest.CaptureFixture[str]) -> None:
    assert city.zoujin("build", "--jobs", "1", "--today", "2026-03-12") == 0
    assert f"公开的还是上一次通过的版本：1 条（{STORY}）" in capsys.readouterr().out
    assert city.zoujin("build", "--preview", "--today", "2026-03-12") == 0
    preview = city.root / "preview"
    changed = page(preview, STORY)
    assert "夜里十点半" in changed
    assert "通过后又有改动，未送审，要经过初审、一校、复审、二校、终审、三校，公开网站上还是上一版" in changed
    assert "已送审，等初审、一校，公开网站上看不到" in page(preview, "stories/2026/second")
    assert '<meta name="robots" content="noindex">' in changed
    assert "Disallow: /" in (preview / "robots.txt").read_text("utf-8")
    assert "zj-ribbon" not in page(preview, ".")
    assert "夜里十一点" in page(city.root / "site", STORY)
    assert not (city.root / "site/stories/2026/second").exists()


def test_every_link_of_the_preview_leads_somewhere(city: Clone) -> None:
    preview = city.root / "preview"
    changed = page(preview, STORY)
    style = changed.partition('<link rel="stylesheet" href="')[2]
    assert all(
        (preview / part.partition('"')[0].lstrip("/")).is_file() for part in style.split('rel="stylesheet" href="')
    )


def test_other_files_are_not_replaced(city: Clone, capsys: pytest.CaptureFixture[str]) -> None:
    (city.root / "preview/预览.txt").unlink()
    (city.root / "preview/mine.txt").write_text("我的", "utf-8")
    assert city.zoujin("build", "--preview", "--today", "2026-03-12") == 1
    assert "里是别的文件" in capsys.readouterr().err
    assert (city.root / "preview/mine.txt").exists()
