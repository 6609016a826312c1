"""供稿台账: which entry went to which outlet, and what became of it."""

from __future__ import annotations

from .fields import Count, Day, EntryPath, Line, Record, Slug, Switch, WebAddress, about

LEDGER_FILE = "content/media-ledger.yaml"


class Reach(Record):
    """How many saw a republication, never without the day and whose count it is."""

    value: Count = about("人次", "阅读、收听、收看的次数，写整数", 12000)
    as_of: Day = about("截至日期", "这个数字是哪一天的", "2026-03-20")
    source: Line = about("数据来源", "谁统计的", "公众号后台")


class Supply(Record):
    """供稿台账：哪篇内容给了哪家媒体，登了没有"""

    id: Slug = about("编号", "不重复就行；zoujin reuse add 自己编", "2026-0001")
    entry: EntryPath = about("内容", "本站的哪一条，写文件夹，如 stories/2026/bike-repair", "stories/2026/bike-repair")
    outlet: Line = about("媒体", "报纸、电视台、网站、公众号的名称", "示例市日报")
    sent: Day | None = about("供稿日期", "主动供稿的写；媒体自己转载的不写", "2026-03-07", default=None)
    declined: Switch = about("未采用", "媒体答复不用的写 true", False, default=False)
    published: Day | None = about("刊登日期", "登出来了才写；写了就是采用", "2026-03-10", default=None)
    title: Line | None = about("刊登的标题", "和原来的标题一样可以不写", "末班车终点站，有一壶热水", default=None)
    place: Line | None = about("版面或栏目", "第几版、哪个栏目、哪个时段", "第 3 版", default=None)
    url: WebAddress | None = about("网址", "网上能看到的写", "https://news.example/2026/0310/1.html", default=None)
    reach: Reach | None = about("传播量", "有数字才写", default=None)
    note: Line | None = about("备注", "只在台账里，不公开", default=None)

    @property
    def name(self) -> str:
        """What messages call it."""
        return f"{self.outlet}（{self.id}）"
