"""The pictures of an entry with what is known of the consents to them."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.model.catalogue import Entry
from generator.model.parts import Photo


def photos_view(entry: Entry, today: date) -> list[dict[str, Any]]:
    """All pictures of an entry with their consents, those that need one and lack it first."""
    declared: dict[str, Photo] = {photo.file: photo for photo in getattr(entry.meta, "photos", ())}
    rows = []
    for name in dict.fromkeys((*declared, *entry.photos)):
        photo = declared.get(name)
        consent = photo.consent if photo else None
        if photo is None:
            tone, words = "idle", "稿件里没有写这张图片的说明和授权"
        elif consent is None:
            tone, words = ("alarm", "画面里有未成年人，没有授权") if photo.minor else ("idle", "没有写授权")
        elif consent.expires and consent.expires < today:
            tone, words = "alarm", f"授权 {consent.expires} 已到期（{consent.reference}）"
        elif photo.minor and not consent.guardian:
            tone, words = "waiting", f"有授权：{consent.reference}；未满 14 周岁的要由监护人签署，请核对"
        else:
            until = f"，到 {consent.expires}" if consent.expires else ""
            guardian = "，监护人签署" if consent.guardian else ""
            tone, words = "done", f"有授权：{consent.reference}{guardian}{until}"
        rows.append(
            {
                "name": name,
                "is_there": name in entry.photos,
                "alt": (photo.alt if photo else None) or "",
                "caption": (photo.caption if photo else None) or "",
                "credit": (photo.credit if photo else None) or "",
                "minor": bool(photo and photo.minor),
                "ai": bool(photo and photo.ai),
                "tone": tone,
                "consent": words,
            }
        )
    return sorted(rows, key=lambda row: row["tone"] != "alarm")
