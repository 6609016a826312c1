"""``mkdocs.yml`` is read, and what is wrong in it is said in Chinese."""

from __future__ import annotations

import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError

from .outcome import BuildStopped

_ADVICE = {
    "site_name": "写上站名，如 site_name: 河边志愿",
    "site_url": "写完整网址，以 https:// 开头、以 / 结尾",
    "docs_dir": "写 docs_dir: content，并且这个文件夹要存在",
    "site_dir": "写一个单独的文件夹，如 site_dir: site",
    "theme": "写 name: material；custom_dir 写 theme，并且这个文件夹要存在",
    "plugins": "写一行“- zoujin”，别的插件不需要",
}


def open_configuration(config_file: Path) -> MkDocsConfig:
    """MkDocs' configuration from ``config_file``.

    Raises:
        BuildStopped: the file cannot be used; the message names key and remedy.
    """
    logging.getLogger("mkdocs").setLevel(logging.CRITICAL)  # we say what there is to say
    config = MkDocsConfig(config_file_path=str(config_file))
    try:
        with config_file.open("rb") as file:
            config.load_file(file)
    except ConfigurationError as error:
        mark = getattr(error.__context__, "problem_mark", None)
        line = f"第 {mark.line + 1} 行" if mark else ""
        raise BuildStopped(f"mkdocs.yml {line}的写法看不懂。检查这里和上一行的缩进、冒号、括号和引号。") from error
    errors, _ = config.validate()
    if errors:
        lines = [f"  {key}：{_ADVICE.get(key, str(reason))}。" for key, reason in errors]
        raise BuildStopped("mkdocs.yml 里有设置不对：\n" + "\n".join(lines))
    return config
