"""What the operating system refuses, in an editor's words."""

from __future__ import annotations

import errno

_REASONS = {
    errno.ENOSPC: "磁盘空间不够。请清理后再试",
    errno.EDQUOT: "磁盘配额用完了。请清理后再试",
    errno.EROFS: "文件夹是只读的，写不进去。请换一个能写的位置",
    errno.EACCES: "没有权限。请检查文件夹的权限，或关掉占用它的程序",
    errno.EPERM: "没有权限。请检查文件夹的权限，或关掉占用它的程序",
    errno.EXDEV: "网站文件夹和它的上级文件夹不在同一个磁盘上，不能整体替换。请把 site_dir 设在项目文件夹里",
    errno.EBUSY: "网站文件夹正被系统占用（可能是挂载点），不能整体替换。请把 site_dir 设成普通文件夹",
    errno.EMFILE: "打开的文件太多。请关掉别的程序再试",
    errno.ENOENT: "文件或文件夹不存在",
    errno.EISDIR: "这是一个文件夹，不是文件",
    errno.ENOTDIR: "路径里有一段是文件，不是文件夹",
    errno.EEXIST: "已经有同名的文件，请把它移走",
}


def explain_os_error(error: OSError) -> str:
    """Why the machine refused, which file it was about, and what to do."""
    reason = _REASONS.get(error.errno or 0, f"读写文件出错（{error.strerror or error}）")
    place = f"：{error.filename}" if error.filename else ""
    return f"{reason}{place}。"
