"""Where the finished site is put. Read from ``content/targets.yaml``; how to get in there is never written in the project."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from .fields import Count, Line, Record, Slug, Switch, WebAddress, about

TARGETS_FILE = "content/targets.yaml"
SECRETS_FILE = "publish.secrets"
"""At the project's root, never in git: a line ``NAME=value`` for each secret."""

Column = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]


class TargetKind(StrEnum):
    """The ways to a place where readers can see the site."""

    FOLDER = "folder"
    RSYNC = "rsync"
    BRANCH = "branch"
    STORAGE = "storage"

    @property
    def label(self) -> str:
        """Its Chinese name."""
        return {"folder": "文件夹", "rsync": "用 rsync 传到服务器", "branch": "Pages 分支", "storage": "对象存储"}[self]


class Target(Record):
    """发布目标：网站放到哪里"""

    id: Slug = about("编号", "zoujin publish 后面写的就是它", "gov")
    name: Line | None = about("名称", "给人看的，如“政务云”", "市政府网站子栏目", default=None)
    kind: TargetKind = about(
        "方式",
        "folder 文件夹（本机或挂载的共享盘）、rsync 用 rsync 传到服务器、branch 推送到 git 仓库的 Pages 分支、"
        "storage 对象存储（S3 协议的，阿里云、腾讯云、华为云、自建的都行）",
        "folder",
    )
    to: Annotated[Line, Field(max_length=500)] = about(
        "放到哪里",
        "文件夹写路径；rsync 写 用户@服务器:/路径/；branch 写仓库地址；storage 写 s3://存储桶/路径。用户名可以写，密码、密钥不能写",
        "/srv/www/volunteer",
    )
    default: Switch = about("默认", "不说目标时发布到这里；只有一个目标时不用写", True, default=False)
    address: WebAddress | None = about(
        "读者看到的网址",
        "写了就会核对网站是不是按这个网址生成的（mkdocs.yml 的 site_url）",
        "https://www.example.cn/zyfw/",
        default=None,
    )
    columns: tuple[Column, ...] = about(
        "只发布这些栏目",
        "网址的第一段，如 stories、documents；图片、样式等一起发布。不写就是整个网站",
        ["stories", "documents"],
        default=(),
    )
    keep_hours: Count = about(
        "旧文件保留几小时", "换下来的图片、样式留这么久再删，正开着旧页面的读者不会看到残缺", 24, default=24
    )
    branch: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._/-]*$", max_length=100)] = about(
        "分支", "只用于 branch；这个分支归发布使用，不要放稿件", "pages", default="pages"
    )
    endpoint: WebAddress | None = about(
        "服务地址", "只用于 storage；对象存储的 S3 服务地址", "https://s3.example.cn", default=None
    )
    region: Line | None = about("地域", "只用于 storage；有的服务要写", "cn-north-1", default=None)
