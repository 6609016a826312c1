"""A mistake in a template, with its file and line: cities write templates of their own."""

from __future__ import annotations

import traceback

import jinja2


def explain_template_error(error: jinja2.TemplateError) -> str:
    """Where a template went wrong and how, for whoever changed it."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return _sentence(error.filename or error.name or "", error.lineno, error.message or "")
    if isinstance(error, jinja2.TemplateNotFound):
        return f"找不到模板“{error.name}”。检查文件名和 extends、include、import 里的写法。"
    frames = traceback.extract_tb(error.__traceback__)
    place = next((frame for frame in reversed(frames) if frame.filename.endswith((".html", ".xml", ".txt"))), None)
    return _sentence(place.filename if place else "", (place.lineno or 0) if place else 0, error.message or str(error))


def _sentence(file: str, line: int, reason: str) -> str:
    where = f"模板 {file} 第 {line} 行" if file else "模板"
    return f"{where}有错误：{reason}。改过模板的，请改回或改好这一行；没有改过的，请把这句话发给维护人员。"
