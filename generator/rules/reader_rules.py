"""What is found while files are read: the same kind of rules, but their functions are the reader's."""

from __future__ import annotations

from generator.model.diagnostic import Severity

from .registry import Rule

_ERROR, _WARNING, _ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE

READER_RULES: tuple[Rule, ...] = tuple(
    Rule(id, severity, title, binding=True)
    for id, severity, title in (
        ("bundle-nested", _WARNING, "稿件文件夹里又套了文件夹"),
        ("bundle-without-index", _ERROR, "稿件文件夹里没有 index.md"),
        ("duplicate-id", _ERROR, "编号重复"),
        ("encoding-not-utf8", _ERROR, "文件不是 UTF-8 编码"),
        ("encoding-utf16", _ERROR, "文件是 UTF-16 编码"),
        ("file-name", _ERROR, "文件名或文件夹名会惹麻烦"),
        ("file-symlink", _ERROR, "文件是快捷方式"),
        ("file-too-large", _ERROR, "文字稿大得不正常"),
        ("file-unexpected", _WARNING, "文件放错了地方"),
        ("file-unreadable", _ERROR, "文件打不开"),
        ("front-matter-empty", _ERROR, "元数据是空的"),
        ("front-matter-missing", _ERROR, "文件开头没有元数据"),
        ("front-matter-unclosed", _ERROR, "元数据没有结束"),
        ("review-record", _WARNING, "审核记录不算数"),
        ("review-root", _ERROR, "审核制度和人员名单没有两位负责人签字"),
        ("review-version-missing", _ERROR, "审核通过的版本找不到"),
        ("schema-date", _ERROR, "日期或时间看不懂"),
        ("schema-length", _ERROR, "太长、太短或项数不对"),
        ("schema-missing", _ERROR, "缺少必填的键"),
        ("schema-number", _ERROR, "不是数字"),
        ("schema-pattern", _ERROR, "写法不合要求"),
        ("schema-switch", _ERROR, "开关只能写 true 或 false"),
        ("schema-type", _ERROR, "值的类型不对"),
        ("schema-unknown-key", _ERROR, "没有这个键"),
        ("schema-value", _ERROR, "不是可选的值"),
        ("settings-missing", _ERROR, "缺少站点设置"),
        ("subtitles-broken", _ERROR, "字幕文件播放器读不了"),
        ("text-control-characters", _ERROR, "文件里有看不见的控制字符"),
        ("yaml-anchor", _ERROR, "元数据里用了引用"),
        ("yaml-comment-in-value", _WARNING, "值的后半截被当成注释"),
        ("yaml-duplicate-key", _ERROR, "同一个键写了两次"),
        ("yaml-fullwidth-punctuation", _ERROR, "键后面是中文冒号"),
        ("yaml-syntax", _ERROR, "元数据的写法看不懂"),
        ("yaml-tab", _ERROR, "行首用了制表符"),
        ("yaml-too-large", _ERROR, "元数据套得太深"),
        ("yaml-unquoted-code", _ADVICE, "编码没有加引号"),
    )
)
"""Ids and weights of what ``generator.read`` reports; a few lighter cases carry a weight of their own."""

EXCEPTION_RULES: tuple[Rule, ...] = (
    Rule("suppression-not-allowed", _WARNING, "这条规则不能关掉", binding=True),
    Rule("suppression-unknown-rule", _WARNING, "例外写的规则不存在", binding=True),
    Rule("suppression-unused", _ADVICE, "例外没有用上", binding=True),
)
"""What can be wrong with an exception itself; found in ``suppression``."""
