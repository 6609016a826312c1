"""A kit as ninjs 3.1, the IPTC's standard for news in JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

from generator.photos.ai_label import AiLabel
from generator.photos.metadata import SOURCE_TYPE

from .blocks import Block, Break, Heading, Item, Paragraph, Picture, Quote, Table
from .html_blocks import as_html
from .plain_forms import PHOTOS, caption_of, embargo_line, left_out_line
from .sheet import KitPicture, KitSheet

SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"


def ninjs(sheet: KitSheet, blocks: Sequence[Block], text: str, sizes: Mapping[str, int], base: str) -> str:
    """The document. ``text`` is the whole text as characters, ``sizes`` the bytes of every picture by name; ``base`` is
    the full address of the kit's folder, "" when no host is known."""
    found: dict[str, Any] = {
        "uri": sheet.url or f"urn:x-zoujin:{sheet.entry_id}",
        "standard": {"name": "ninjs", "version": "3.1", "schema": SCHEMA},
        "version": str(sheet.version),
        "type": "text",
        "representationType": "full",
        "language": "zh-CN",
        "firstCreated": sheet.published,
        "versionCreated": sheet.changed,
        "pubStatus": "withheld" if sheet.embargo else "usable",
        "headlines": [{"role": "main", "contentType": "text/plain", "value": sheet.title}],
        "bodies": [
            {"role": "main", "contentType": "text/plain", "charCount": len(text), "value": text},
            {"role": "richtext", "contentType": "application/xhtml+xml", "value": "".join(_html(sheet, blocks))},
        ],
        "copyrightHolder": sheet.source,
        "copyrightNotice": sheet.credit_line,
        "usageTerms": sheet.rights,
        "infoSources": [{"name": sheet.source}],
        "places": [{"name": sheet.place, "rel": "about"}],
        "associations": [_picture(sheet, picture, sizes, base) for picture in sheet.pictures],
    }
    if sheet.subtitle:
        found["headlines"].append({"role": "subtitle", "contentType": "text/plain", "value": sheet.subtitle})
    if sheet.brief:
        found["descriptions"] = [{"role": "summary", "contentType": "text/plain", "value": sheet.brief}]
    if sheet.embargo:
        found["embargoedUntil"] = sheet.embargo
    if sheet.byline:
        found["by"] = sheet.byline
    if sheet.keywords:
        found["subjects"] = [{"name": word} for word in sheet.keywords]
    if sheet.rights_url:
        found["rightsInfo"] = {"linkedRights": sheet.rights_url}
    notes = [embargo_line(sheet)] if sheet.embargo else []
    notes += [f"更正（{when}）：{text}" for _, when, text in sheet.changes]
    notes += [left_out_line(sheet.left_out)] if sheet.left_out else []
    if notes:
        found["edNote"] = "\n".join(notes)
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _picture(sheet: KitSheet, picture: KitPicture, sizes: Mapping[str, int], base: str) -> dict[str, Any]:
    rendition: dict[str, Any] = {
        "name": "original",
        "contentType": "image/jpeg",
        "title": PHOTOS + picture.name,
        "width": picture.width,
        "height": picture.height,
        "sizeInBytes": sizes[picture.name],
    }
    if base:
        rendition["href"] = base + picture.name
    found: dict[str, Any] = {
        "name": picture.name.removesuffix(".jpg"),
        "uri": base + picture.name if base else f"urn:x-zoujin:{sheet.entry_id}:{picture.name}",
        "type": "picture",
        "versionCreated": sheet.changed,
        "descriptions": [
            {"role": "caption", "contentType": "text/plain", "value": picture.credit.caption or picture.name}
        ],
        "usageTerms": sheet.rights,
        "copyrightNotice": picture.credit.credit,
        "renditions": [rendition],
    }
    if picture.credit.byline:
        found["by"] = picture.credit.byline
    if picture.ai:
        kind = AiLabel.parse(picture.ai_label).source_type or "trainedAlgorithmicMedia"
        found["digitalSourceType"] = {"name": "人工智能生成", "uri": SOURCE_TYPE + kind}
    return found


def _html(sheet: KitSheet, blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading():
                yield f"<h{block.level}>{escape(block.text)}</h{block.level}>"
            case Paragraph():
                yield f"<p>{as_html(block.runs)}</p>"
            case Quote():
                inner = "".join(f"<p>{as_html(runs)}</p>" for runs in block.paragraphs)
                speaker = f"<footer>——{escape(block.speaker)}</footer>" if block.speaker else ""
                yield f"<blockquote>{inner}{speaker}</blockquote>"
            case Item():
                yield f"<p>{escape(block.mark or '•')} {as_html(block.runs)}</p>"
            case Table():
                rows = "".join(f"<tr>{''.join(f'<td>{as_html(cell)}</td>' for cell in row)}</tr>" for row in block.rows)
                yield f"<table><tbody>{rows}</tbody></table>"
            case Break():
                yield "<hr/>"
            case Picture():
                name = sheet.picture(block.file).name
                image = f'<img src="{PHOTOS}{escape(name)}" alt="{escape(sheet.picture(block.file).alt)}"/>'
                yield f"<figure>{image}<figcaption>{escape(caption_of(sheet, block))}</figcaption></figure>"
