"""Pages made from the program: what can go wrong, the states of a review, the commands, the fields, the rules."""

from __future__ import annotations

import re
from pathlib import Path

import click

from generator.cli.main import GROUPS, zoujin
from generator.model.diagnostic import Severity
from generator.model.field_guide import field_guide
from generator.review.transitions import transitions_table
from generator.rules.all_rules import RULES
from generator.rules.explanation import explain
from generator.rules.registry import Rule

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "rules"

_WEIGHT = {
    Severity.ERROR: ("错误", "改好之前不能发布。"),
    Severity.WARNING: ("警告", "可以发布，但请改好。"),
    Severity.ADVICE: ("建议", "您看着办。"),
}
_ABOUT = {
    "activity": "活动", "address": "网址和链接", "alias": "网址和链接", "attachment": "附件", "bundle": "文件和文件夹",
    "directive": "正文的写法", "duplicate": "编号和引用", "encoding": "文件和文件夹", "feature": "专题", "file": "文件和文件夹",
    "footnote": "正文的写法", "front": "元数据的写法", "heading": "正文的写法", "link": "网址和链接", "markdown": "正文的写法",
    "page": "固定页面", "photo": "照片", "draft": "照片", "cover": "照片", "consent": "照片", "privacy": "个人信息", "phone": "个人信息",
    "punctuation": "标点和用词", "blank": "标点和用词", "wording": "标点和用词", "number": "标点和用词", "reference": "编号和引用",
    "unknown": "编号和引用", "register": "编号和引用", "review": "审核", "schema": "元数据的写法", "settings": "设置", "station": "服务站",
    "suppression": "例外", "target": "发布", "text": "正文的写法", "theme": "颜色", "title": "标题和摘要", "summary": "标题和摘要",
    "yaml": "元数据的写法", "correction": "日期", "date": "日期", "end": "日期", "expiry": "日期", "withdrawal": "日期", "figure": "数字",
    "column": "更新", "home": "更新", "community": "编号和引用", "street": "编号和引用", "media": "给媒体",
}  # fmt: skip
"""What a rule is about, by the first word of its id; others stand under 其他."""
_FOUND = re.compile(r"^[^\n]*: (?:error|warning|advice)\[(?P<rule>[a-z0-9-]+)\]\n(?P<text>(?:  .*\n?)+)", re.M)


def reference_pages() -> dict[str, str]:
    """All pages of the reference by their path below the handbook's pages."""
    return {
        "reference/wrong.md": _wrong(),
        "reference/states.md": _states(),
        "reference/commands.md": _commands(),
        "reference/fields.md": field_guide(),
        "reference/rules/index.md": _rule_list(),
        **{f"reference/rules/{id}.md": explain(id) for id in RULES},
    }


def example(rule: str) -> tuple[str, str]:
    """What a rule says in its own test case, and what it advises; the title where no case tells."""
    expected = CASES / rule / "bad" / "expected.txt"
    text = expected.read_text(encoding="utf-8") if expected.is_file() else ""
    for found in _FOUND.finditer(text):
        if found["rule"] == rule:
            message, _, hint = found["text"].partition("提示：")
            return " ".join(message.split()), " ".join(hint.split())
    return RULES[rule].title, ""


def _wrong() -> str:
    parts = [
        "# 会出哪些问题\n",
        (
            f"程序会说的全部 {len(RULES)} 种问题，一条不落：它会怎么说，怎么办。例子里的名字、路径是虚构的。点编号看为什么、错误和正确的例子；"
            "也可以在终端里问，如 `zoujin explain photo-no-alt`。\n"
        ),
    ]
    for severity, (name, meaning) in _WEIGHT.items():
        rules = [rule for rule in RULES.values() if rule.severity is severity]
        parts.append(f"## {name}（{len(rules)} 种）\n\n{meaning}\n")
        topics: dict[str, list[Rule]] = {}
        for rule in rules:
            topics.setdefault(_ABOUT.get(rule.id.partition("-")[0], "其他"), []).append(rule)
        for topic, members in sorted(topics.items(), key=lambda item: (item[0] == "其他", item[0])):
            parts.append(f"### {name}：{topic}\n\n| 编号 | 它会说 | 怎么办 |\n| --- | --- | --- |")
            for rule in members:
                message, hint = example(rule.id)
                parts.append(f"| [{rule.id}](rules/{rule.id}.md) | {_cell(message)} | {_cell(hint or rule.title)} |")
            parts.append("")
    return "\n".join(parts)


def _states() -> str:
    return (
        "# 审核状态\n\n一条内容现在是什么状态，是程序从审核记录里算出来的，谁也不用填。做了一件事以后变成什么：\n\n"
        f"{transitions_table()}\n有旧版本在网站上的，改动以后仍然显示旧版本，直到新的审完。\n"
    )


def _commands() -> str:
    parts = ["# 命令\n", "每条命令都可以加 `--help`，看到的就是下面这些。\n"]
    for heading, names in GROUPS.items():
        parts.append(f"**{heading}：**" + "、".join(f"[{name}](#zoujin-{name})" for name in names) + "\n")
    context = click.Context(zoujin, info_name="zoujin", max_content_width=88)
    for name in (name for names in GROUPS.values() for name in names):
        command = zoujin.get_command(context, name)
        assert command is not None
        parts.append(f"## zoujin {name}\n\n{_help(command, context, name)}")
        if isinstance(command, click.Group):
            inner = click.Context(command, info_name=name, parent=context)
            for word in command.list_commands(inner):
                below = command.get_command(inner, word)
                assert below is not None
                parts.append(f"### zoujin {name} {word}\n\n{_help(below, inner, word)}")
    return "\n".join(parts)


def _help(command: click.Command, parent: click.Context, name: str) -> str:
    text = command.get_help(click.Context(command, info_name=name, parent=parent, max_content_width=88))
    return f"```text\n{text}\n```\n"


def _rule_list() -> str:
    lines = [f"| [{rule.id}]({rule.id}.md) | {_WEIGHT[rule.severity][0]} | {rule.title} |" for rule in RULES.values()]
    return "# 规则\n\n| 编号 | 级别 | 说的是什么 |\n| --- | --- | --- |\n" + "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;").replace("{", "&#123;")
