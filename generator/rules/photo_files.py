"""Picture files: there, readable, large enough, used, and declared."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.catalogue import Entry
from generator.model.diagnostic import WHOLE_FILE, Mark, Severity
from generator.model.entries.feature_blocks import GalleryBlock
from generator.model.kinds import Kind
from generator.model.links import TargetKind, normal_target, resolve_target
from generator.model.photo import PhotoProblem
from generator.model.references import FieldPath

from .finding import Finding
from .nearest import nearest
from .offers import offers
from .registry import TEXT_KINDS, rule
from .world import World

_TROUBLE = {
    PhotoProblem.UNREADABLE: ("打不开：不是图片，或者文件不完整", "用看图软件确认能打开，再重新导出一张 JPEG 放进来。"),
    PhotoProblem.BOMB: ("像素太多，处理时会耗尽内存", "缩小到长边 10000 像素以内再放进来。"),
    PhotoProblem.FORMAT: ("的格式不能发布", "另存为 JPEG 或 PNG（WebP、HEIC、TIFF 也可以）。"),
}


def shown_file(entry: Entry, written: str) -> str:
    """The file beside the entry that a picture in its text means; what is written when it means something else."""
    if "/" not in written:
        return written
    target = resolve_target(written, entry.id)
    return target.file if target.kind is TargetKind.FILE and target.id == entry.id else written


def _used(entry: Entry) -> set[str]:
    """The files of all pictures that are shown, but for a cover that is nothing else."""
    meta = entry.meta
    used = {photo.file for photo in meta.photos}
    for picture in entry.outline.pictures:
        used.add(shown_file(entry, picture.file) if "/" in picture.file else picture.file)
    if entry.kind is Kind.PROFILE and meta.portrait is not None:
        used.add(meta.portrait)
    used.update(file for _, file in _hung(entry))
    return used


def _hung(entry: Entry) -> Iterator[tuple[FieldPath, str]]:
    """The pictures that a feature's galleries name."""
    for number, block in enumerate(entry.meta.blocks) if entry.kind is Kind.FEATURE else ():
        if isinstance(block, GalleryBlock):
            yield from ((("blocks", number, "photos", index), file) for index, file in enumerate(block.photos))


def _uses(entry: Entry) -> Iterator[tuple[FieldPath | Mark, str]]:
    """Every use of a picture, at its first place each: in ``photos``, as a portrait, in a gallery, in the text."""
    seen = set()
    for index, photo in enumerate(entry.meta.photos):
        seen.add(photo.file)
        yield ("photos", index, "file"), photo.file
    portrait = entry.meta.portrait if entry.kind is Kind.PROFILE else None
    if portrait is not None and portrait not in seen:
        seen.add(portrait)
        yield ("portrait",), portrait
    for at, file in _hung(entry):
        if file not in seen:
            seen.add(file)
            yield at, file
    for picture in entry.outline.pictures:
        file = shown_file(entry, picture.file)
        if file not in seen:
            seen.add(file)
            yield picture.mark, file


def _offered(entry: Entry) -> Iterator[tuple[FieldPath, str]]:
    """Pictures offered for download that are nothing else."""
    used = _used(entry)
    return (((*at, "file"), media.file) for at, media in offers(entry) if media.file not in used)


def _likely(file: str, entry: Entry) -> str:
    present = frozenset((*entry.photos, *entry.files))
    same = next((name for name in sorted(present) if name.lower() == file.lower()), None)
    likely = same or nearest(file, present)
    if likely:
        return f"是不是“{likely}”？" + ("大小写要完全一样。" if same else "")
    return "把图片放到 index.md 所在的文件夹，文件名（连同后缀）写得一模一样。"


@rule("photo-missing", Severity.ERROR, "找不到图片文件", kinds=TEXT_KINDS, binding=True)
def photo_missing(entry: Entry, world: World) -> Iterator[Finding]:
    """Every picture named in the metadata or the text lies beside the entry."""
    missing = _used(entry) - entry.photos.keys() - entry.files.keys()
    for at, file in _uses(entry) if missing else ():
        if file in missing:
            yield Finding(entry.path, at, f"文件夹里没有图片“{file}”。", _likely(file, entry))


@rule("photo-unreadable", Severity.ERROR, "图片文件不能用", kinds=TEXT_KINDS, binding=True)
def photo_unreadable(entry: Entry, world: World) -> Iterator[Finding]:
    """Pictures that are used can be opened and are of a kind we publish."""
    trouble = {file: photo.problem for file, photo in entry.photos.items() if photo.problem in _TROUBLE}
    shown = _used(entry)
    trouble |= {file: PhotoProblem.FORMAT for file in entry.files if file in shown}
    for at, file in (*_uses(entry), *_offered(entry)) if trouble else ():
        problem = trouble.get(file)
        if problem is not None:
            what, how = _TROUBLE[problem]
            yield Finding(entry.path, at, f"图片“{file}”{what}。", how)


@rule("photo-too-heavy", Severity.ERROR, "图片文件超过 20 MB", kinds=TEXT_KINDS, binding=True)
def photo_too_heavy(entry: Entry, world: World) -> Iterator[Finding]:
    """Pictures that are used are no larger than 20 MB."""
    heavy = {file: photo for file, photo in entry.photos.items() if photo.problem is PhotoProblem.TOO_HEAVY}
    for at, file in (*_uses(entry), *_offered(entry)) if heavy else ():
        if file in heavy:
            yield Finding(
                entry.path,
                at,
                f"图片“{file}”有 {heavy[file].size / 2**20:.1f} MB，最大 20 MB。",
                "用看图软件另存为 JPEG（质量 90%），原图存放在单位的资料库里。",
            )


@rule("photo-too-small", Severity.WARNING, "题图不够宽", kinds=TEXT_KINDS)
def photo_too_small(entry: Entry, world: World) -> Iterator[Finding]:
    """The picture that leads an entry is wide enough for a large screen."""
    cover, photos = entry.meta.cover, entry.meta.photos
    lead = cover or (photos[0].file if photos else None)
    photo = entry.photos.get(lead) if lead else None
    if photo is not None and 0 < photo.width < world.photo_min_width:
        yield Finding(
            entry.path,
            ("cover",) if cover else ("photos", 0, "file"),
            f"题图“{photo.name}”宽 {photo.width} 像素，少于 {world.photo_min_width} 像素，放大后会发虚。",
            "换成相机或手机里的原图，不要用聊天软件转发过的图；也可以用 cover 指定另一张。",
        )


@rule("cover-missing", Severity.ERROR, "题图指定的文件不存在", kinds=TEXT_KINDS, binding=True)
def cover_missing(entry: Entry, world: World) -> Iterator[Finding]:
    """The cover lies beside the entry."""
    cover = entry.meta.cover
    if cover is not None and cover not in entry.photos and all(photo.file != cover for photo in entry.meta.photos):
        yield Finding(entry.path, ("cover",), f"文件夹里没有题图“{cover}”。", _likely(cover, entry))


@rule("photo-undeclared", Severity.WARNING, "用到的图片没有在 photos 里登记", kinds=TEXT_KINDS)
def photo_undeclared(entry: Entry, world: World) -> Iterator[Finding]:
    """Whatever is shown has a credit, an alternative text and, where needed, a consent."""
    meta = entry.meta
    declared = {photo.file for photo in meta.photos}
    if (meta.cover is None or meta.cover in declared) and declared.issuperset(_used(entry)):
        return
    cover = [(("cover",), meta.cover)] if meta.cover is not None else []
    for at, file in (*_uses(entry), *cover):
        if file in entry.photos and file not in declared:
            declared.add(file)
            yield Finding(
                entry.path,
                at,
                f"图片“{file}”用在这里，却没有在 photos 里登记作者和说明。",
                f"在 photos 里加一条：file: {file}，并写上 alt（画面描述）和 credit（谁拍的）。",
            )


@rule("photo-declared-twice", Severity.WARNING, "同一张图片登记了两次", kinds=TEXT_KINDS)
def photo_declared_twice(entry: Entry, world: World) -> Iterator[Finding]:
    """A picture has one description, one author and one consent."""
    seen: set[str] = set()
    for index, photo in enumerate(entry.meta.photos):
        if photo.file in seen:
            message = f"图片“{photo.file}”在 photos 里登记了两次。"
            yield Finding(entry.path, ("photos", index, "file"), message, "只留一条：写错文件名的改正，重复的删掉。")
        seen.add(photo.file)


@rule("photo-unused", Severity.WARNING, "文件夹里有没用到的图片", kinds=TEXT_KINDS)
def photo_unused(entry: Entry, world: World) -> Iterator[Finding]:
    """Pictures that nobody sees do not fill the repository."""
    unused = entry.photos.keys() - _used(entry)
    if not unused:
        return
    unused.discard(entry.meta.cover)
    unused -= {normal_target(link.target).removeprefix("./") for link in entry.outline.links}
    unused -= {media.file for _, media in offers(entry)}
    for file in sorted(unused):
        yield Finding(
            entry.path,
            ("photos",) if entry.meta.photos else WHOLE_FILE,
            f"图片“{file}”放在文件夹里，但没有用到，不会发布。",
            "要用就在 photos 里登记；不用就删掉这个文件。",
        )


@rule("photo-located", Severity.WARNING, "照片里带有拍摄位置", kinds=TEXT_KINDS)
def photo_located(entry: Entry, world: World) -> Iterator[Finding]:
    """The original in the repository tells where somebody lives; the published copy does not."""
    for file, photo in entry.photos.items():
        if photo.located:
            at = next((at for at, name in _uses(entry) if name == file), WHOLE_FILE)
            yield Finding(
                entry.path,
                at,
                f"照片“{file}”里存着拍摄地点的坐标；行踪是敏感个人信息（个人信息保护法第二十八条），能看仓库的人都看得到。",
                "发布时会自动去掉，仓库里的原图不会：先导出一张不带位置的换上，再提交；拍摄地点本来就公开的，写一条例外。",
            )
