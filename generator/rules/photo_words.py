"""What must be said of a picture: for those who cannot see it, for its author, for those it shows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from generator.model.body import Flaw
from generator.model.catalogue import Entry
from generator.model.diagnostic import Severity
from generator.model.parts import Consent
from generator.model.references import FieldPath

from .finding import Finding
from .registry import TEXT_KINDS, rule
from .world import World

_NOTICE = timedelta(days=30)
"""How long beforehand a consent's end is announced (house style)."""


@rule("photo-no-alt", Severity.ERROR, "图片没有替代文字", kinds=TEXT_KINDS)
def photo_no_alt(entry: Entry, world: World) -> Iterator[Finding]:
    """People who cannot see a picture hear what it shows. A draft may wait: see ``draft-photo-no-alt``."""
    for index, photo in enumerate(entry.meta.photos):
        if photo.alt is None and not entry.meta.draft:
            yield Finding(
                entry.path,
                ("photos", index, "file"),
                f"图片“{photo.file}”没有替代文字，看不见图片的人不知道画面里有什么。",
                "加一行 alt: 一句话说清画面里谁在做什么。",
            )
    for defect in entry.outline.defects:
        if defect.flaw is Flaw.PICTURE_ALT:
            yield Finding(
                entry.path,
                defect.mark,
                f"图片“{defect.detail}”没有替代文字，看不见图片的人不知道画面里有什么。",
                "在方括号里写上：![画面里谁在做什么](文件名.jpg)。",
            )


@rule("draft-photo-no-alt", Severity.ADVICE, "草稿里的图片还没有替代文字", kinds=TEXT_KINDS)
def draft_photo_no_alt(entry: Entry, world: World) -> Iterator[Finding]:
    """What was imported has pictures that nobody has described yet; it must not stop everything else."""
    for index, photo in enumerate(entry.meta.photos):
        if photo.alt is None and entry.meta.draft:
            yield Finding(
                entry.path,
                ("photos", index, "file"),
                f"图片“{photo.file}”还没有替代文字，公开之前要写好。",
                "加一行 alt: 一句话说清画面里谁在做什么。",
            )


@rule("photo-no-credit", Severity.WARNING, "图片没有署名", kinds=TEXT_KINDS)
def photo_no_credit(entry: Entry, world: World) -> Iterator[Finding]:
    """Who took or drew a picture is named."""
    for index, photo in enumerate(entry.meta.photos):
        if photo.credit is None:
            yield Finding(
                entry.path,
                ("photos", index, "file"),
                f"图片“{photo.file}”没有写是谁拍的。",
                "加一行 credit: 摄影者或绘者的姓名；不愿署名的写单位名称。",
            )


@rule("photo-minor-without-consent", Severity.ERROR, "未成年人的照片没有授权", kinds=TEXT_KINDS, binding=True)
def photo_minor_without_consent(entry: Entry, world: World) -> Iterator[Finding]:
    """No picture of a minor goes out without a consent on file."""
    for index, photo in enumerate(entry.meta.photos):
        if photo.minor and photo.consent is None:
            yield Finding(
                entry.path,
                ("photos", index, "minor"),
                f"图片“{photo.file}”里有未成年人，没有填监护人的授权。",
                "取得监护人的书面同意，在这张图片下加 consent：reference 同意书编号、guardian: true；没有同意书就换一张。",
            )


@rule("photo-minor-without-guardian", Severity.WARNING, "未成年人的授权没有注明监护人签署", kinds=TEXT_KINDS)
def photo_minor_without_guardian(entry: Entry, world: World) -> Iterator[Finding]:
    """For a child under 14 the guardian signs (Personal Information Protection Law, article 31)."""
    for index, photo in enumerate(entry.meta.photos):
        if photo.minor and photo.consent is not None and not photo.consent.guardian:
            yield Finding(
                entry.path,
                ("photos", index, "consent"),
                f"图片“{photo.file}”里有未成年人，授权没有注明由监护人签署。",
                "监护人已签署的，在 consent 里加 guardian: true；年满 14 周岁本人签署的，写一条例外并注明年龄。",
            )


@rule("consent-expired", Severity.WARNING, "肖像授权已到期", kinds=TEXT_KINDS, binding=True)
def consent_expired(entry: Entry, world: World) -> Iterator[Finding]:
    """A picture is not shown after its consent has run out.

    A warning: the picture leaves the site by itself, and an error would stop the very build
    that takes it down.
    """
    for at, what, consent in _consents(entry):
        if consent.expires is not None and consent.expires < world.today:
            yield Finding(
                entry.path,
                (*at, "consent", "expires"),
                f"{what}的授权（{consent.reference}）在 {consent.expires} 到期了，页面上已不再显示它。",
                "换一个；续签了授权的，改成新的编号和到期日。",
            )


@rule("consent-expires-soon", Severity.ADVICE, "肖像授权快到期了", kinds=TEXT_KINDS)
def consent_expires_soon(entry: Entry, world: World) -> Iterator[Finding]:
    """A month is time enough to ask again, or to find another picture."""
    for at, what, consent in _consents(entry):
        expires = consent.expires
        if expires is not None and world.today <= expires <= world.today + _NOTICE:
            yield Finding(
                entry.path,
                (*at, "consent", "expires"),
                f"{what}的授权（{consent.reference}）到 {expires} 为止，过了这一天页面上就不再显示它。",
                "现在去续签，改成新的编号和到期日；不续签的，准备好替换的。",
            )


def _consents(entry: Entry) -> Iterator[tuple[FieldPath, str, Consent]]:
    """Every consent with its place, and what it is for."""
    for index, photo in enumerate(entry.meta.photos):
        if photo.consent is not None:
            yield ("photos", index), f"图片“{photo.file}”", photo.consent
    video = getattr(entry.meta, "video", None)
    if video is not None and video.consent is not None:
        yield ("video",), f"视频“{video.title}”", video.consent


@rule("photo-ai-undeclared", Severity.ERROR, "人工智能生成的图片没有标明", kinds=TEXT_KINDS)
def photo_ai_undeclared(entry: Entry, world: World) -> Iterator[Finding]:
    """A picture whose file says that a machine made it is marked so on the page."""
    for index, photo in enumerate(entry.meta.photos):
        if photo.ai:
            continue
        file = entry.photos.get(photo.file)
        if file is not None and file.ai_label:
            yield Finding(
                entry.path,
                ("photos", index, "file"),
                f"图片“{photo.file}”的文件信息里写着由人工智能生成，这里没有标明。",
                "在这张图片下加一行 ai: true，页面上会标出来。",
            )
