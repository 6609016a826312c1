"""What a machine wrote or drew, and nobody said so.

人工智能生成合成内容标识办法 (国信办通字〔2025〕2号, in force since 2025-09-01): who publishes generated content says so
of his own accord (第十条); the label is visible (第四条; GB 45438—2025, 4.2 for texts).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.diagnostic import Severity

from .prose import Place, Prose
from .registry import prose_rule

_TRACE = (
    r"作为(一个|一款|一名)(AI|人工智能|大?语言模型|智能助手)|作为(AI|人工智能)(助手|模型|语言模型)|(以下|下面)是(我)?(为您|为你|根据您|根据你)|根据您(提供|的要求|的需求)"
    r"|希望(以上|这篇|这些|上述)[^。！\n]{0,12}(对您|对你|能帮|有所帮助|有帮助)|如果您(需要|还有|希望)[^。！\n]{0,20}(随时|告诉我|请告知|继续)"
    r"|turn[0-9]+(search|view|news)[0-9]+|oaicite|contentReference|utm_source=(chatgpt|openai|doubao|kimi)"
    r"|[\[【（(](此处|请在此|在此)(插入|填写|补充)|[\[【](插入|填写|具体|您的|你的)[^\]】\n]{0,12}[\]】]"
)
_TRACES = re.compile(rf"(?:{_TRACE})(?!\()")
_DECLARED = re.compile(r"(人工智能|AI)[^。\n]{0,8}(生成|辅助|撰写|起草|制作)")
_PICTURE = r"(AI|人工智能)[ ]?(生成|绘制?|作图|制图|合成|制作|绘画)|Midjourney|Stable Diffusion|DALL[·\-]?E|文心一格|通义万相|即梦|可灵|豆包|智谱清言|混元生图"
_PICTURES = re.compile(_PICTURE)


@prose_rule("text-made-by-machine", Severity.WARNING, "文字里留着人工智能工具的痕迹", gate=_TRACE)
def text_made_by_machine(prose: Prose) -> Iterator[Place]:
    """A chatbot's courtesies and placeholders do not go out, and what it wrote is labelled."""
    declared = _DECLARED.search(prose.visible) is not None
    for found in _TRACES.finditer(prose.text, prose.body_start):
        label = "" if declared else "；由人工智能生成的，文中要写明（人工智能生成合成内容标识办法第十条）"
        yield Place.of(
            found,
            f"“{found[0][:20]}”像是人工智能工具留下的话{label}。",
            "核对文中的人和事，改成自己的话；用了人工智能的，在文末写一句“本文由人工智能辅助生成，经编辑核对”。",
        )


@prose_rule("photo-ai-credited", Severity.WARNING, "署名说是人工智能画的，没有标明", gate=_PICTURE)
def photo_ai_credited(prose: Prose) -> Iterator[Place]:
    """A picture whose credit or caption names a machine is marked as made by one."""
    for photo in getattr(prose.meta, "photos", ()):
        for said in (photo.credit, photo.caption):
            if photo.ai or said is None or not _PICTURES.search(said):
                continue
            start = prose.text.find(said, 0, prose.body_start)
            yield Place(
                max(start, 0),
                len(said),
                f"图片“{photo.file}”写着“{said}”，却没有标明由人工智能生成（人工智能生成合成内容标识办法第十条：发布者应当主动声明）。",
                "在这张图片下加一行 ai: true，页面上会标出来。",
            )
            break
