"""The Markdown itself: headings, and what the parser could not take as the editor meant it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.body import Defect, Flaw
from generator.model.catalogue import Entry
from generator.model.diagnostic import Severity

from .finding import Finding
from .nearest import suggestion
from .registry import TEXT_KINDS, rule
from .world import World

DIRECTIVES = {
    "figure": "图片",
    "figures": "组图",
    "quote": "引语",
    "person": "人物",
    "station": "站点",
    "video": "视频",
}
"""The blocks that editors may write, with their Chinese names."""

_LINES = {
    "figure": "::: figure 文件名.jpg",
    "figures": "::: figures 甲.jpg 乙.jpg",
    "quote": "::: quote 说话的人",
    "person": "::: person 人物的文件夹名",
    "station": "::: station 站点编号",
    "video": "::: video https://视频的网址",
}
"""How each block begins."""
_BELOW = {
    "quote": "引用的话",
    "video": "视频的标题",
}
"""What stands on the line below."""


@rule("heading-level-one", Severity.WARNING, "正文里用了一级标题", kinds=TEXT_KINDS)
def heading_level_one(entry: Entry, world: World) -> Iterator[Finding]:
    """The page's only first-level heading is its title."""
    for heading in entry.outline.headings:
        if heading.level == 1:
            yield Finding(
                entry.path,
                heading.mark,
                f"“{heading.text}”是一级标题（#），页面上已经有 title 这个大标题了。",
                f"改成二级标题：## {heading.text}",
            )


@rule("heading-empty", Severity.WARNING, "小标题没有文字", kinds=TEXT_KINDS)
def heading_empty(entry: Entry, world: World) -> Iterator[Finding]:
    """A heading says what follows."""
    for heading in entry.outline.headings:
        if not heading.text:
            yield Finding(entry.path, heading.mark, "这个小标题没有文字。", "在井号后面写上标题；不需要就删掉这一行。")


@rule("heading-level-skipped", Severity.WARNING, "小标题跳级", kinds=TEXT_KINDS)
def heading_level_skipped(entry: Entry, world: World) -> Iterator[Finding]:
    """Headings go down one level at a time, so that a screen reader's outline has no holes."""
    above = 1
    for heading in entry.outline.headings:
        if heading.level > above + 1:
            yield Finding(
                entry.path,
                heading.mark,
                f"“{heading.text}”是 {heading.level} 级标题，上面只到 {above} 级，中间少了一级。",
                f"改成 {above + 1} 级：{'#' * (above + 1)} {heading.text}",
            )
        above = heading.level


def _defects(entry: Entry, flaw: Flaw) -> tuple[Defect, ...]:
    defects = entry.outline.defects
    return tuple(defect for defect in defects if defect.flaw is flaw) if defects else ()


@rule("markdown-raw-html", Severity.WARNING, "正文里的 HTML 会被去掉", kinds=TEXT_KINDS)
def markdown_raw_html(entry: Entry, world: World) -> Iterator[Finding]:
    """HTML that the site does not let through is not silently lost."""
    for defect in _defects(entry, Flaw.RAW_HTML):
        yield Finding(
            entry.path,
            defect.mark,
            f"HTML 代码“{defect.detail}”不会出现在页面上。",
            "用 Markdown 写：加粗写 **文字**，链接写 [文字](网址)，图片写 ![描述](文件名)；从网页粘来的代码删掉。",
        )


@rule("directive-unclosed", Severity.ERROR, "::: 块没有结束", kinds=TEXT_KINDS)
def directive_unclosed(entry: Entry, world: World) -> Iterator[Finding]:
    """A block that opens is closed."""
    for defect in _defects(entry, Flaw.UNCLOSED):
        yield Finding(
            entry.path,
            defect.mark,
            f"“:::{_spaced(defect.detail)}”没有结束。",
            "在这一块的下面单独写一行三个英文冒号 :::。",
        )


@rule("directive-stray", Severity.ERROR, "多余的 :::", kinds=TEXT_KINDS)
def directive_stray(entry: Entry, world: World) -> Iterator[Finding]:
    """A closing line closes something."""
    for defect in _defects(entry, Flaw.STRAY):
        yield Finding(
            entry.path,
            defect.mark,
            "这一行 ::: 前面没有打开的块。",
            "删掉这一行；或检查上面的开头是不是漏写了块的名字，如 ::: quote。",
        )


@rule("directive-nested", Severity.ERROR, "::: 块里又套了一块", kinds=TEXT_KINDS)
def directive_nested(entry: Entry, world: World) -> Iterator[Finding]:
    """Blocks stand one after the other."""
    for defect in _defects(entry, Flaw.NESTED):
        yield Finding(
            entry.path,
            defect.mark,
            f"“:::{_spaced(defect.detail)}”写在另一块里面，不会显示。",
            "先用一行 ::: 结束上面那一块，再开始这一块。",
        )


@rule("directive-unknown", Severity.ERROR, "没有这种 ::: 块", kinds=TEXT_KINDS)
def directive_unknown(entry: Entry, world: World) -> Iterator[Finding]:
    """Only the blocks of the handbook exist."""
    for defect in _defects(entry, Flaw.UNKNOWN):
        name = defect.detail.strip()
        said = f"没有“{name}”这种块。" if name else "::: 后面没有写块的名字。"
        yield Finding(entry.path, defect.mark, said, suggestion(name, DIRECTIVES, DIRECTIVES))


@rule("directive-argument", Severity.ERROR, "::: 块的内容不对", kinds=TEXT_KINDS)
def directive_argument(entry: Entry, world: World) -> Iterator[Finding]:
    """A block has what it needs."""
    for defect in _defects(entry, Flaw.ARGUMENT):
        yield Finding(entry.path, defect.mark, f"这一块的写法不对：{defect.detail}。", _right_line(defect.detail))
    for defect in _defects(entry, Flaw.WIDTH):
        message = "这一行用的是全角的冒号（：：：），要用三个英文冒号（:::）。"
        yield Finding(entry.path, defect.mark, message, f"切换到英文输入法，写成“{defect.detail}”。")


def _right_line(detail: str) -> str:
    """How the block that ``detail`` begins with is written."""
    if detail.startswith("图片的圆括号"):
        return "写成 ![画面里有什么](文件名.jpg)，图片放在 index.md 旁边。"
    written, _, wrong = detail.partition("：")
    name = next((name for name, chinese in DIRECTIVES.items() if written in (name, chinese)), "")
    if "组图" in wrong:
        name = "figures"
    if not name:
        return "::: 另起一行，从行首写起，前面不留空格和别的字。"
    below = f"下一行写{_BELOW[name]}，再" if name in _BELOW else ""
    return f"写成“{_LINES[name]}”，{below}下一行写“:::”。"


@rule("link-scheme", Severity.ERROR, "链接或图片的地址不允许", kinds=TEXT_KINDS)
def link_scheme(entry: Entry, world: World) -> Iterator[Finding]:
    """Links lead to the web, to a mail address, a telephone number, or into the site."""
    for defect in _defects(entry, Flaw.SCHEME):
        yield Finding(
            entry.path,
            defect.mark,
            f"链接“{defect.detail}”的类型不允许，页面上只会留下文字。",
            "外部链接写完整网址，以 https:// 开头；邮箱写 mailto:，电话写 tel:；自己电脑上的文件要先放进稿件文件夹。",
        )
    for defect in _defects(entry, Flaw.PICTURE):
        yield Finding(
            entry.path,
            defect.mark,
            f"图片“{defect.detail}”不是文件夹里的文件，页面上不会显示。",
            "把图片存成文件，放进这个文件夹，再写文件名：![画面里有什么](文件名.jpg)，并在 photos 里登记。",
        )


@rule("text-front-matter", Severity.ERROR, "正文里混进了元数据", kinds=TEXT_KINDS)
def text_front_matter(entry: Entry, world: World) -> Iterator[Finding]:
    """Metadata below the second ``---`` has no effect, and readers would see it."""
    for defect in _defects(entry, Flaw.FRONT_MATTER):
        yield Finding(
            entry.path,
            defect.mark,
            f"“{defect.detail}”像是元数据，却写在正文里：不起作用，还会原样显示给读者。",
            "要用的移到文件最上面的两行 --- 之间；不用的删掉，连同旁边的 ---。",
        )


@rule("text-too-large", Severity.ERROR, "正文太长或太复杂", kinds=TEXT_KINDS, binding=True)
def text_too_large(entry: Entry, world: World) -> Iterator[Finding]:
    """The text can be parsed in reasonable time and memory."""
    for defect in _defects(entry, Flaw.TOO_LARGE):
        yield Finding(
            entry.path,
            defect.mark,
            f"正文没有处理：{defect.detail}。",
            "检查是不是粘贴了不该有的内容；确实很长的分成几篇，大表格做成附件。",
        )


@rule("footnote-undefined", Severity.WARNING, "脚注没有对上", kinds=TEXT_KINDS)
def footnote_undefined(entry: Entry, world: World) -> Iterator[Finding]:
    """Each footnote mark has its note, and each note its mark."""
    for defect in _defects(entry, Flaw.FOOTNOTE):
        yield Finding(
            entry.path,
            defect.mark,
            f"脚注“{defect.detail}”只有一半：正文里的 [^{defect.detail}] 和文末的 [^{defect.detail}]: 要成对。",
            f"在文末另起一段写“[^{defect.detail}]: 注释内容”，或删掉多余的一处。",
        )
    for defect in _defects(entry, Flaw.FOOTNOTE_TWICE):
        yield Finding(
            entry.path,
            defect.mark,
            f"脚注“{defect.detail}”写了两次，只会显示其中一条。",
            "给其中一条换一个编号，正文里的标记一并改；重复的就删掉一条。",
        )


def _spaced(name: str) -> str:
    return f" {name}" if name else ""
