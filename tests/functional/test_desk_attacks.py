"""What other pages in the browser, and other users of the machine, try at a review desk. Nothing of it gets through."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from urllib.parse import quote, urlencode

import pytest
from desk_in_test import Desk, desk_of
from reviewed_project import STORY, TEXT, Clone, new_city

NASTY = '<script>alert("1")</script>'


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Clone:
    city = new_city(tmp_path_factory.mktemp("attacked") / "city")
    city.write("stories/2026/nasty/index.md", TEXT.replace("夜班公交末站的热水", NASTY).replace("夜里十一点", NASTY))
    city.write("secret.txt", "outside of all entries")
    city.commit("submit")
    assert city.review("submit", "chen") == 0
    return city


@pytest.fixture(scope="module")
def desk(city: Clone) -> Iterator[Desk]:
    with desk_of(city.root, "zhao") as found:
        yield found


@pytest.fixture(autouse=True)
def nothing_is_written(city: Clone) -> Iterator[None]:
    before = city.git("rev-parse", "HEAD"), len(city.records())
    yield
    assert (city.git("rev-parse", "HEAD"), len(city.records())) == before
    assert city.git("status", "--porcelain") == ""


def decision(desk: Desk) -> dict[str, str]:
    """A form that would be carried out."""
    return {**desk.seen(STORY), "act": "sign:first+proof"}


def test_without_the_key_nothing_is_seen(desk: Desk) -> None:
    for cookie in ("", "zoujin-desk=1", desk.cookie.replace(desk.doors.desk_cookie, "x"), "=;;=", 'a="' + "\\" * 50):
        assert desk.ask(desk.doors.base, {"Cookie": cookie}).status == 403
    for key in ("", "x", desk.doors.key[:-1], desk.doors.key.lower(), "%00", "é"):
        reply = desk.ask(f"/open?key={quote(key)}")
        assert reply.status == 403
        assert not reply.cookies
    assert desk.ask("/").status == 403
    assert desk.ask(f"/{STORY}/").status == 403
    assert desk.ask("/desk-guess/", {"Cookie": desk.cookie}).status == 404


def test_the_key_opens_and_scripts_cannot_read_the_cookies(desk: Desk) -> None:
    reply = desk.ask(f"/open?key={desk.doors.key}", {"Sec-Fetch-Site": "cross-site"})
    assert reply.status == 200
    assert len(reply.cookies) == 2
    for cookie in reply.cookies:
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie
    paths = [re.search("Path=([^;]*)", cookie) for cookie in reply.cookies]
    assert [found and found[1] for found in paths] == [desk.doors.base, desk.doors.view_base], (
        "another user's server on this machine is sent neither: it does not know the paths"
    )
    for page in (desk.get().text, desk.get(f"entry/{STORY}").text):
        for secret in (desk.doors.key, desk.doors.desk_cookie, desk.doors.view_cookie):
            assert secret not in page


def test_the_cookie_for_previews_opens_nothing_else(desk: Desk) -> None:
    view = desk.cookie.partition("; ")[2]
    assert desk.look(f"{STORY}/", view).status == 200
    assert desk.look(f"{STORY}/", "").status == 403
    assert desk.ask(f"/{STORY}/", {"Cookie": view}).status == 404, "drafts are nowhere else"
    assert desk.ask(desk.doors.base, {"Cookie": view}).status == 403
    assert desk.post("decide", decision(desk), Cookie=view).status == 403


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{0}", "127.0.0.1", "localhost:{0}", "127.0.0.1:1",
                                  "127.0.0.1:{0}.evil.example", "[::1]:{0}", ""])  # fmt: skip
def test_a_name_that_was_bent_to_this_machine(desk: Desk, host: str) -> None:
    """DNS rebinding: evil.example resolves to 127.0.0.1, and the browser thinks that the desk is its page."""
    host = host.format(desk.doors.port)
    for path in (desk.doors.base, f"/{STORY}/", f"/open?key={desk.doors.key}"):
        assert desk.ask(path, {"Host": host, "Cookie": desk.cookie}).status == 403


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "", "http://127.0.0.1:1", "https://127.0.0.1:{0}",
                                    "http://localhost:{0}", "http://127.0.0.1:{0}.evil.example"])  # fmt: skip
def test_forms_of_other_pages(desk: Desk, origin: str) -> None:
    assert desk.post("decide", decision(desk), Origin=origin.format(desk.doors.port)).status == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_requests_that_the_browser_says_are_others(desk: Desk, site: str) -> None:
    assert desk.ask(desk.doors.base, {"Cookie": desk.cookie, "Sec-Fetch-Site": site}).status == 403
    assert desk.ask(f"/{STORY}/", {"Cookie": desk.cookie, "Sec-Fetch-Site": site}).status == 403
    assert desk.post("decide", decision(desk), Sec_Fetch_Site=site).status == 403


def test_forms_that_are_not_ours(desk: Desk) -> None:
    form = decision(desk)
    assert desk.post("decide", {**form, "sign": ""}).status == 403
    assert desk.post("decide", {**form, "sign": "x" * 43}).status == 403
    for kind in ("text/plain", "application/json", ""):
        assert desk.post("decide", form, Content_Type=kind).status == 403
    assert desk.get("decide?" + urlencode({**form, "sign": desk.doors.sign})).status == 404
    assert desk.ask("/decide", {"Cookie": desk.cookie, "Origin": desk.doors.origin}, method="POST").status == 405


def test_forms_that_are_too_much(desk: Desk) -> None:
    heads = {
        "Cookie": desk.cookie,
        "Origin": desk.doors.origin,
        "Content-Type": "application/x-www-form-urlencoded",
    }
    place = desk.doors.base + "decide"
    for length in ("", "-1", "9" * 30, "1e3", "٣", "300000"):
        assert (
            desk.ask(place, {**heads, "Content-Length": length.encode().decode("latin-1")}, method="POST").status == 413
        )
    chunked = {**heads, "Transfer-Encoding": "chunked", "Content-Length": "5"}
    assert desk.ask(place, chunked, method="POST", body="0\r\n\r\n").status == 413
    assert desk.ask(place, heads, method="POST", body="&".join(f"a{n}=1" for n in range(5000))).status == 413
    assert desk.ask(place, heads, method="POST", body="sign=%ff%fe").status == 413


def test_other_methods_and_preflights(desk: Desk) -> None:
    asked = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST", "Cookie": desk.cookie}
    for method in ("OPTIONS", "PUT", "DELETE", "PATCH", "TRACE"):
        reply = desk.ask(desk.doors.base, asked, method=method)
        assert reply.status == 501
        assert not [name for name in reply.headers if name.lower().startswith("access-control")]


def test_a_head_twice(desk: Desk) -> None:
    with socket.create_connection(("127.0.0.1", desk.doors.port), timeout=10) as line:
        host = f"127.0.0.1:{desk.doors.port}"
        line.sendall(
            f"GET {desk.doors.base} HTTP/1.1\r\nHost: {host}\r\nHost: evil.example\r\nCookie: {desk.cookie}\r\n\r\n".encode()
        )
        assert line.recv(100).startswith(b"HTTP/1.1 400")


@pytest.mark.parametrize("path", [
    "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/%2e%2e%5csecret.txt", "/..\\secret.txt", "/.git/config",
    "/secret.txt", f"/{STORY}/index.md", f"/{STORY}/review/", "/content/review/people.yaml", "/mkdocs.yml",
    "/assets/../secret.txt", "/%00", "//etc/passwd", "/C:/Windows/win.ini", "/.zoujin/clock",
    "{base}../secret.txt", "{base}assets/../pages.py", "{base}assets/frame.html", "{base}assets/%2e%2e/frame.html",
    "{base}entry/../../secret.txt", "{base}entry/secret.txt", "{base}entry/content/review", "{base}work/..",
])  # fmt: skip
def test_files_outside(desk: Desk, path: str) -> None:
    reply = desk.ask(path.format(base=desk.doors.base), {"Cookie": desk.cookie})
    assert reply.status == 404
    assert "outside of all entries" not in reply.text
    assert "[core]" not in reply.text


@pytest.mark.parametrize(
    "name", ["../../../secret.txt", "index.md", "/etc/passwd", "..\\..\\secret.txt", "review", "", "\0"]
)
def test_pictures_that_are_none(desk: Desk, name: str) -> None:
    for side in ("before", "after", "../after"):
        for entry in (STORY, "../secret.txt", "stations/nowhere", ""):
            assert desk.get("picture?" + urlencode({"id": entry, "side": side, "name": name})).status == 404


def test_markup_in_what_people_write(desk: Desk) -> None:
    desk.post("draft", {"entry": STORY, "remarks": NASTY, "p1": '"></textarea>' + NASTY, "why": NASTY})
    pages = [desk.get(), desk.get(f"entry/{STORY}"), desk.get("entry/stories/2026/nasty"),
             desk.get("all?" + urlencode({"q": '"><script>alert("1")'})), desk.get("all"), desk.get("entry/" + quote(NASTY))]  # fmt: skip
    for page in pages:
        assert "<script>alert" not in page.text
    assert "&lt;script&gt;alert" in pages[2].text
    assert not re.search(r"<[^>]+\s(style|on\w+)=", "".join(page.text for page in pages)), "the policy would forbid it"


def test_lines_smuggled_into_heads(desk: Desk) -> None:
    for path in ("work/x%0d%0aSet-Cookie:%20a=b", "entry/x%0d%0aLocation:%20http://evil.example", "all?q=%0d%0aX:%20y"):
        reply = desk.get(path)
        assert "evil.example" not in reply.headers.get("Location", "")
        assert not reply.cookies


def test_every_answer_says_what_browsers_may_do_with_it(desk: Desk) -> None:
    for path in (
        desk.doors.base,
        f"{desk.doors.base}entry/{STORY}",
        f"{desk.doors.base}assets/desk.js",
        f"{desk.doors.view_base}{STORY}/",
        "/x",
    ):
        heads = desk.ask(path, {"Cookie": desk.cookie}).headers
        policy = heads["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "*" not in policy
        assert heads["X-Content-Type-Options"] == "nosniff"
        assert heads["Cache-Control"] == "no-store"
        assert not [name for name in heads if name.lower().startswith("access-control")]
    assert "frame-ancestors 'none'" in desk.get().headers["Content-Security-Policy"]
    view = desk.look(f"{STORY}/").headers["Content-Security-Policy"]
    assert "sandbox allow-same-origin" in view
    assert "script-src" not in view, "none, as the default says: what is under review runs nothing"


def test_only_this_machine_is_listened_to(desk: Desk) -> None:
    assert desk.server.socket.getsockname()[0] == "127.0.0.1"
    with pytest.raises(OSError):
        socket.create_connection(("127.0.0.2", desk.doors.port), timeout=2).close()


def test_a_slow_or_broken_talker_does_not_stop_others(desk: Desk) -> None:
    with socket.create_connection(("127.0.0.1", desk.doors.port), timeout=10) as slow:
        slow.sendall(b"POST / HTTP/1.1\r\nHost: ")
        assert desk.get().status == 200
    with socket.create_connection(("127.0.0.1", desk.doors.port), timeout=10) as odd:
        odd.sendall(b"\x16\x03\x01\x02\x00\r\n\r\n")
        odd.recv(100)
    assert desk.get().status == 200


def test_what_may_not_be_decided_is_not_by_asking(desk: Desk) -> None:
    """Forms may be changed by hand: the stage of others, another entry's content, an act that there is not."""
    form = decision(desk)
    for act in (
        "sign:final+proof",
        "sign:second",
        "sign:leader",
        "sign:nonsense",
        "sign:",
        "restore",
        "paper",
        "submit",
    ):
        assert "没有做成" in desk.follow(desk.post("decide", {**form, "act": act, "why": "x", "form": "1"})).shown
    for wrong in ({"act": "erase"}, {"act": ""}, {"entry": "stories/2026/none"}, {"entry": "../x"}):
        assert desk.post("decide", {**form, **wrong}).status == 404
    other = {**form, "entry": "stories/2026/nasty"}
    assert "没有做成" in desk.follow(desk.post("decide", other)).shown
