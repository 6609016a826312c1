"""What an unknown key most likely should have been."""

from __future__ import annotations

from rapidfuzz import fuzz, process

from generator.model.fields import Record

from .report import quoted
from .strange_signs import plain

_MOST_LISTED = 12
_SHORT = 6
"""Characters up to which a key is like many others by chance: ``ignore`` is like ``into`` to 60 percent."""
_LIKENESS, _LIKENESS_OF_SHORT = 60, 67


def likely_key(owner: type[Record], name: str) -> str | None:
    """The key of ``owner`` that ``name`` is a misspelling or the Chinese name of."""
    known = owner.model_fields
    titles = {info.title: key for key, info in known.items() if info.title}
    typed = plain(name).lower().replace(" ", "_").replace("-", "_")
    if typed in known:
        return typed
    if plain(name) in titles:
        return titles[plain(name)]
    if not typed.isascii():
        typed = plain(name)
        parts = [key for title, key in titles.items() if len(typed) > 1 and (typed in title or title in typed)]
        return min(parts, key=lambda key: not known[key].is_required(), default=_synonym(typed, owner))
    synonym = _synonym(typed, owner)
    if synonym:
        return synonym
    needed = _LIKENESS if len(typed) > _SHORT else _LIKENESS_OF_SHORT
    found = process.extractOne(typed, list(known), scorer=fuzz.ratio, score_cutoff=needed)
    return str(found[0]) if found else None


_SYNONYMS = {
    "author": "byline",
    "作者": "byline",
    "记者": "byline",
    "tag": "categories",
    "tags": "categories",
    "分类": "categories",
    "image": "cover",
    "thumbnail": "cover",
    "封面": "cover",
    "images": "photos",
    "pictures": "photos",
    "照片": "photos",
    "description": "summary",
    "excerpt": "summary",
    "abstract": "summary",
    "简介": "summary",
    "publish_date": "date",
    "pubdate": "date",
    "time": "date",
    "copyright": "rights",
    "published": "draft",
    "slug": "aliases",
    "tel": "phone",
    "location": "place",
    "ignore": "suppress",
    "disable": "suppress",
    "noqa": "suppress",
    "nolint": "suppress",
    "忽略": "suppress",
}
"""What other systems, and people, call the same thing."""


def _synonym(typed: str, owner: type[Record]) -> str | None:
    meant = _SYNONYMS.get(typed)
    return meant if meant in owner.model_fields else None


def unknown_key(owner: type[Record], name: str) -> tuple[str, str, str]:
    """Rule id, message and hint for a key that ``owner`` does not have."""
    known = owner.model_fields
    likely = likely_key(owner, name)
    if name == "<<":
        return "schema-unknown-key", "不支持用 << 合并别处的内容。", "把要用的键直接写出来。"
    if not name:
        return "schema-unknown-key", "冒号前面没有键。", "在冒号前面写上键，如 title: 标题。"
    if name[0] in "\u3000\xa0" and plain(name).isascii():
        hint = "删掉行首的空白，用键盘在英文状态下重新输入空格；每缩进一层两个，最外层的键前面没有空格。"
        return (
            "yaml-fullwidth-punctuation",
            f"行首是{'全角' if name[0] == chr(0x3000) else '特殊的'}空格（U+{ord(name[0]):04X}），不是普通空格。",
            hint,
        )
    if likely and likely == plain(name):
        odd = next(sign for sign in name if sign not in likely)
        hint = f"整个删掉，用键盘重新输入“{likely}”。"
        return "schema-unknown-key", f"键“{likely}”里混有看不见的或全角的字符（U+{ord(odd):04X}）。", hint
    if likely and not plain(name).isascii():
        return "schema-unknown-key", f"键要写英文：{quoted(name)}应写成“{likely}”。", ""
    if likely and likely == plain(name).lower():
        return "schema-unknown-key", f"键要用小写字母：{quoted(name)}应写成“{likely}”。", ""
    if likely:
        return "schema-unknown-key", f"没有{quoted(name)}这个键。", f"是不是“{likely}”（{known[likely].title}）？"
    listed = "、".join(
        f"{key}（{info.title}）"
        for key, info in sorted(known.items(), key=lambda pair: not pair[1].is_required())[:_MOST_LISTED]
    )
    more = "等" if len(known) > _MOST_LISTED else ""
    return "schema-unknown-key", f"没有{quoted(name)}这个键。", f"不需要就删掉这一行。可以写的键：{listed}{more}。"
