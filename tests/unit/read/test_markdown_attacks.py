"""Hostile Markdown: nothing but harmless HTML comes out, through whatever channel it goes in."""

from __future__ import annotations

import pytest
from published_markup import assert_harmless, safe_html

from generator.model.body import Flaw, Html
from generator.read.markdown import parse_body

_HTML = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//x.example/x.js></sCrIpT>",
    "<script/x>alert(1)</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<scr<b>ipt>alert(1)</scr</b>ipt>",
    "<<script>alert(1)//<</script>",
    "<script\n>alert(1)</script\n>",
    "<script>alert(1)",
    "<img src=x onerror=alert(1)>",
    "<img/src=`x`onerror=alert(1)>",
    '<img src="x` `<script>alert(1)</script>"` `>',
    "<IMG SRC=&#106;&#97;vascript:alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<math><mi//xlink:href="data:x,<script>alert(4)</script>">',
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<object data=javascript:alert(1)>",
    "<embed src=javascript:alert(1)>",
    "<base href=javascript:alert(1)//>",
    "<link rel=stylesheet href=//x.example/x.css>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<style>*{background:url(javascript:alert(1))}</style>",
    "<style>@import'//x.example/x.css';</style>",
    "<div style='background:url(javascript:alert(1))'>x</div>",
    "<p onclick=alert(1) id=main class=x>x</p>",
    "<mark onclick=alert(1)>x</mark>",
    "<br onload=alert(1)>",
    "<br/onload=alert(1)>",
    "<sub\tstyle=x>x</sub>",
    "<ruby id=content>x</ruby>",
    "<a href=javascript:alert(1)>x</a>",
    "<a href='jav&#x09;ascript:alert(1)'>x</a>",
    "<form action=javascript:alert(1)><input type=submit></form>",
    "<input autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<body onload=alert(1)>",
    "<html onmouseover=alert(1)>",
    "<template><script>alert(1)</script></template>",
    "<textarea><script>alert(1)</script></textarea>",
    "<title><img src=x onerror=alert(1)></title>",
    "<xmp><p title='</xmp><img src=x onerror=alert(1)>'>",
    "<plaintext><script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml version='1.0'?><script>alert(1)</script>",
    "<!DOCTYPE html><script>alert(1)</script>",
    "<!--><script>alert(1)</script>-->",
    "<!--[if IE]><script>alert(1)</script><![endif]-->",
    "<!-- --!><script>alert(1)</script> -->",
    "<!-- <script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "\\<script>alert(1)\\</script>",
    "<scr\x00ipt>alert(1)</scr\x00ipt>",
    "\x00<script>alert(1)</script>",
    "<\u200bscript>alert(1)</\u200bscript>",
    "＜script＞alert(1)＜/script＞",
    "<mark><mark><u></mark>x</u>",
    "</p></div></section></main>x",
    "<table><tr><td>x",
    "</table><b>x",
    "<a id=x><b id=y>",
    "<b <script>alert(1)</script>>x</b>",
    '"><script>alert(1)</script>',
    "' onmouseover='alert(1)",
    '" onmouseover="alert(1)',
    "\ufdd00\ufdd1<?\ufdd20\ufdd3?>",
    "&#xFDD0;0&#xFDD1;&#xFDD2;0&#xFDD3;",
]

_ADDRESSES = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "javascript&colon;alert(1)",
    "javascript&#58;alert(1)",
    "java&Tab;script:alert(1)",
    "java&NewLine;script:alert(1)",
    "&#1;javascript:alert(1)",
    "&#x20;javascript:alert(1)",
    "\u200bjavascript:alert(1)",
    "java\u200bscript:alert(1)",
    "java\x00script:alert(1)",
    "java&shy;script:alert(1)",
    "javascript\\:alert(1)",
    "vbscript:msgbox(1)",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "data:image/svg+xml,\\<svg/onload=alert(1)\\>",
    "blob:https://x.example/1",
    "file:///etc/passwd",
    "view-source:https://x.example",
    "zoujin:javascript:alert(1)",
    "ZOUJIN:x",
    "//x.example/x",
    "\\\\\\\\x.example",
    "/\\\\x.example",
    "https:x.example",
    "http:///x.example",
    "ftp://x.example",
    "C:\\\\x.jpg",
]

_INSIDE = [  # relative to the entry or the site, whatever they look like
    "javascript%3Aalert(1)",
    "ｊavascript：alert(1)",
    "%2F%2Fx.example",
    "/%5Cx.example",
    "%22onclick=alert(1)",
    "x&quot;onclick=&quot;alert(1)",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "..%2F..%2Fetc/passwd",
    "?x=<y>",
]

_CHANNELS = [
    "{}",
    "文{}字",
    "　　{}",
    "- {}\n- {}",
    "> {}",
    "## {}\n\n## {}",
    "| {} | b |\n|---|:-:|\n| {} | {} |",
    "[{}](x)",
    "[x](<{}>)",
    '[x](y "{}")',
    "[x](y '{}')",
    "[x][r]\n\n[r]: <{}> '{}'",
    "![{}](x.jpg)",
    "![x](<{}>)",
    "![x](x.jpg '{}')",
    "文![{}](x.jpg '{}')字",
    "文[^1]\n\n[^1]: {}",
    "文[^{}]\n\n[^{}]: 注",
    "`{}`",
    "```{}\n{}\n```",
    "**{}**~~{}~~*{}*",
    "::: figure {}\n:::",
    '::: figure "{}"\n{}\n:::',
    "::: figures a.jpg “{}”\n{}\n:::",
    "::: figures\n{}.jpg\n{}\n:::",
    "::: quote {}\n{}\n:::",
    "::: person {}\n:::",
    "::: station {}\n{}\n:::",
    "::: video {}\n{}\n:::",
    "::: video https://x.example/{}\n{}\n:::",
    "::: {}\n{}\n:::",
    "：：：图片 {}\n：：：",
    "<{}>",
    "<div>\n{}\n</div>",
    "<mark>\n{}\n</mark>",
    "<!-- {} -->{}",
]


@pytest.mark.parametrize("channel", _CHANNELS)
def test_no_channel_lets_markup_through(channel: str) -> None:
    for payload in (*_HTML, *_ADDRESSES, *_INSIDE):
        _, body = parse_body(channel.replace("{}", payload), 1)
        assert_harmless(body)


@pytest.mark.parametrize("address", _ADDRESSES)
def test_forbidden_address(address: str) -> None:
    outline, body = parse_body(f"前[文字](<{address}>)后 ![图](<{address}>)", 1)
    assert not any("<a" in html for html in safe_html(body))
    assert body.plain == "前文字后"
    assert outline.pictures == ()
    assert [defect.flaw for defect in outline.defects] == [Flaw.SCHEME, Flaw.PICTURE]


@pytest.mark.parametrize("address", _INSIDE)
def test_odd_address_inside_the_site(address: str) -> None:
    outline, body = parse_body(f"[文字](<{address}>)" if "<" not in address else f"[文字]({address})", 1)
    assert outline.defects == ()
    (part,) = body.parts
    assert isinstance(part, Html) and part.linked
    assert_harmless(body)


def test_code_of_programs_is_not_read_as_text() -> None:
    for source in (
        "前<script>alert(1)</script>后",
        "<style>p{}</style>\n\n前后",
        "<script>\nalert(1)\n\nalert(2)\n</script>\n\n前后",
    ):
        outline, body = parse_body(source, 1)
        assert body.plain == "前后"
        assert [defect.flaw for defect in outline.defects] == [Flaw.RAW_HTML]


def test_headings_do_not_take_ids_of_the_page() -> None:
    for word in ("main", "Search", "fn-1", "fnref-1", "body", "__proto__"):
        outline, _ = parse_body(f"## {word}", 1)
        assert outline.headings[0].anchor.startswith("section-")


def test_markers_cannot_be_forged() -> None:
    _, body = parse_body("::: figure a.jpg\n:::\n\n\ufdd00\ufdd1 &#xFDD0;0&#xFDD1; <?&#xFDD2;0&#xFDD3;?>\n", 1)
    assert sum(not isinstance(part, Html) for part in body.parts) == 1
    assert not any("\ufdd0" <= character <= "\ufdef" for html in safe_html(body) for character in html)
