"""The text that a new entry begins with: what may be written below the metadata, in a comment."""

from __future__ import annotations

from .kinds import Kind

_OPENING: dict[Kind, str] = {
    Kind.STORY: "在这段说明下面写正文：谁、在哪里、做了什么，用看得见的细节说话。",
    Kind.ACTIVITY: "在这段说明下面写活动介绍，也可以留空。活动结束后，回到上面填 outcome（活动结果）。",
    Kind.PROFILE: "在这段说明下面写人物小传。",
    Kind.CAMPAIGN: "在这段说明下面写主题活动的说明。",
    Kind.FEATURE: "在这段说明下面写导语；专题收进哪些内容，在上面的 stories、profiles、activities 里写。",
    Kind.PAGE: "在这段说明下面写正文：先说能办什么、怎么办，再说要带什么、找谁。站点电话、近期活动等名单在上面的 shows 里选。",
    Kind.DOCUMENT: "在这段说明下面写文件全文。附件放进这个文件夹，在上面的 attachments 里登记。",
}

_HOW = """空一行，就是新的一段。## 开头的一行是小标题。**两个星号**之间的字加粗。
链接写成 [文字](网址)；站内的稿件写文件夹的路径，如 [文字](stories/2026/bike-repair)。"""

_PICTURES = """照片放进这个文件夹，在上面的 photos 里登记，再用下面的写法放到想放的地方：

::: figure 照片.jpg
:::

几张并排，下面共用一句说明：

::: figures 甲.jpg 乙.jpg
一句说明
:::

放大的一句话、人物卡片、站点卡片、视频链接：

::: quote 说话的人
要放大的一句话。
:::

::: person 人物的文件夹名
:::

::: station 站点编号
:::

::: video 视频网址
:::"""

_CLOSING = "写好后，删掉这段说明，再把上面 draft 那一行删掉，就可以公开了。"


def body_stub(kind: Kind) -> str:
    """An HTML comment for an editor's eyes, which readers never get, and room below it."""
    pictures = () if kind is Kind.DOCUMENT else (_PICTURES,)
    explained = "\n\n".join((f"{_OPENING[kind]}\n{_HOW}", *pictures, _CLOSING))
    return f"<!--\n{explained}\n-->\n"
