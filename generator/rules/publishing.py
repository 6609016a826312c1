"""Publishing targets: no secrets in the project, and addresses that fit their kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.model.catalogue import Catalogue
from generator.model.diagnostic import Severity
from generator.model.publishing import SECRETS_FILE, TARGETS_FILE, Target, TargetKind

from .finding import Finding
from .registry import rule

_SECRETS = re.compile(
    r"://[^/@\s]*:[^/@\s]+@"  # a password in an address
    r"|[?&][^=&]*(?:key|secret|token|password|passwd|sign)[^=&]*="
    r"|\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bLTAI[0-9A-Za-z]{12,}|\bAKID[0-9A-Za-z]{13,}|\bgh[pousr]_[0-9A-Za-z]{20,}|\bglpat-[\w-]{15,}",
    re.IGNORECASE,
)
_FORMS = {
    TargetKind.FOLDER: (re.compile(r"(?![a-z0-9+]{2,}://).+"), "写文件夹的路径，如 /srv/www/volunteer 或 D:\\wwwroot"),
    TargetKind.RSYNC: (
        re.compile(r"rsync://[^/\s]+/\S+|[^\s/:]+:(?!//)\S+"),
        "写 用户@服务器:/路径/，如 web@www.example.cn:/srv/www/",
    ),
    TargetKind.BRANCH: (
        re.compile(r"(?:https?|ssh|file)://\S+|[^\s/:]+:(?!//)\S+|[./].*|[A-Za-z]:[\\/].*"),
        "写仓库地址，如 git@git.example.cn:office/pages.git",
    ),
    TargetKind.STORAGE: (
        re.compile(r"[a-z][a-z0-9+.-]+://[^\s?#]+"),
        "写 s3://存储桶/路径，如 s3://volunteer-site/zyfw",
    ),
}


@rule("target-secret", Severity.ERROR, "发布目标里写了密码或密钥", binding=True)
def target_secret(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """What is in git stays in its history for good, and everyone with a clone has it."""
    for id, target in catalogue.vocabularies.target.items():
        for field in ("to", "endpoint", "address", "region", "name"):
            if _SECRETS.search(str(getattr(target, field) or "")):
                yield Finding(
                    TARGETS_FILE,
                    (id, field),
                    f"发布目标“{id}”里有密码或密钥：进了仓库，谁都能看到，删了历史里也还在。",
                    f"从这里删掉，写到环境变量或项目里的 {SECRETS_FILE}（不进仓库）；已经提交过的，请马上换一个新的。",
                )


@rule("target-form", Severity.ERROR, "发布目标的地址和方式对不上", binding=True)
def target_form(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """An address of another kind would be taken for a folder's name, or refused much later."""
    for id, target in catalogue.vocabularies.target.items():
        form, hint = _FORMS[target.kind]
        if not form.fullmatch(target.to):
            yield Finding(TARGETS_FILE, (id, "to"), f"“{target.kind.label}”的地址不能写“{target.to}”。", hint + "。")
        elif target.kind is TargetKind.BRANCH and target.branch in ("main", "master", "HEAD"):
            message = f"“{target.branch}”一般是放稿件的分支，发布会把网站推到上面去。"
            yield Finding(TARGETS_FILE, (id, "branch"), message, "给网站单独一个分支，如 pages。")


@rule("target-default", Severity.ERROR, "默认的发布目标不止一个", binding=True)
def target_default(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """``zoujin publish`` alone must mean one place."""
    first: Target | None = None
    for id, target in catalogue.vocabularies.target.items():
        if target.default and first is not None:
            message = f"“{first.id}”和“{id}”都写了 default: true，不知道发布到哪一个。"
            yield Finding(TARGETS_FILE, (id, "default"), message, "只留一个。")
        elif target.default:
            first = target
