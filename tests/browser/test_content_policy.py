"""The pages under a strict content policy: nothing is blocked, so a server may send it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Route

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'"
)

PAGES = (
    "/", "/stories/", "/stories/2026/night-bus/", "/profiles/zhou-shulan/", "/activities/", "/documents/",
    "/campaigns/lei-feng-month-2026/", "/features/night-lights/", "/stations/", "/stations/binhe-night/", "/search/?q=志愿", "/404.html",
)  # fmt: skip

WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
});
"""


def with_policy(route: Route) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": POLICY})


@pytest.mark.parametrize("path", PAGES)
def test_a_strict_policy_blocks_nothing(browser: Browser, sample_site: str, path: str) -> None:
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.route("**/*", with_policy)
    page.add_init_script(WATCH)
    answer = page.goto(sample_site + path, wait_until="networkidle")
    assert answer is not None and answer.ok
    assert page.evaluate("window.violations") == []
    assert said == []
    page.unroute_all(behavior="ignoreErrors")  # an icon may still be on its way
    page.close()


def test_the_policy_is_in_force(browser: Browser, sample_site: str) -> None:
    page = browser.new_page()
    page.route("**/*", with_policy)
    page.add_init_script(WATCH)
    page.goto(sample_site + "/")
    page.evaluate(
        "() => { const script = document.createElement('script'); script.text = '1'; document.head.append(script); }"
    )
    # Two policies hold, the header's and the page's own; each tells of it.
    assert page.evaluate("window.violations") == ["script-src-elem inline"] * 2
    page.unroute_all(behavior="ignoreErrors")  # an icon may still be on its way
    page.close()
