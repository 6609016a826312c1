"""The metadata of a published picture, written anew: nothing of the source's own is copied.

Three layers, because newsrooms' software reads different ones: XMP holds everything in full,
EXIF the three classic fields, IPTC-IIM (JPEG only) what older picture desks show.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from PIL import ExifTags, Image

from .ai_label import AiLabel
from .credit import PhotoCredit

LONGEST_CAPTION, LONGEST_LABEL, LONGEST = 12_000, 20_000, 2_000
"""Bytes of a caption, of the national AI label, of any other field. XMP must fit into one JPEG segment of 65,533
bytes."""

IIM_BYTES = {80: 32, 110: 32, 116: 128, 120: 2_000}
"""IPTC-IIM 4.2: the most bytes of by-line, credit, copyright notice and caption."""

SOURCE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/"


def xmp_packet(credit: PhotoCredit, label: AiLabel) -> bytes:
    """The XMP packet; empty when there is nothing to say."""
    body = "".join(_properties(credit, label))
    if not body:
        return b""
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about=""'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"'
        ' xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"'
        ' xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/"'
        ' xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"'
        ' xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/">'
        f'{body}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    ).encode()


def _properties(credit: PhotoCredit, label: AiLabel) -> Iterator[str]:
    if caption := _xml(credit.caption, LONGEST_CAPTION):
        yield f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{caption}</rdf:li></rdf:Alt></dc:description>'
    if byline := _xml(credit.byline):
        yield f"<dc:creator><rdf:Seq><rdf:li>{byline}</rdf:li></rdf:Seq></dc:creator>"
    if rights := _xml(credit.rights):
        yield f'<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{rights}</rdf:li></rdf:Alt></dc:rights>'
    if source := _xml(credit.credit):
        yield f"<photoshop:Credit>{source}</photoshop:Credit>"
    if page := _xml(credit.rights_url):
        yield f"<xmpRights:WebStatement>{page}</xmpRights:WebStatement>"
    if page := _xml(credit.licensor_url):
        yield (
            '<plus:Licensor><rdf:Seq><rdf:li rdf:parseType="Resource">'
            f"<plus:LicensorURL>{page}</plus:LicensorURL></rdf:li></rdf:Seq></plus:Licensor>"
        )
    if source_type := label.source_type or ("trainedAlgorithmicMedia" if credit.ai else ""):
        yield f"<Iptc4xmpExt:DigitalSourceType>{SOURCE_TYPE}{source_type}</Iptc4xmpExt:DigitalSourceType>"
    if label.aigc:
        yield f"<TC260:AIGC>{_xml(label.aigc, LONGEST_LABEL)}</TC260:AIGC>"


def exif_fields(credit: PhotoCredit) -> Image.Exif:
    """EXIF with description, artist and copyright; UTF-8 as bytes, since Pillow turns Chinese strings into "?"."""
    exif = Image.Exif()
    for tag, text, most in (
        (ExifTags.Base.ImageDescription, credit.caption, LONGEST_CAPTION),
        (ExifTags.Base.Artist, credit.byline, LONGEST),
        (ExifTags.Base.Copyright, credit.rights, LONGEST),
    ):
        if value := _clean(text, most):
            exif[tag] = value.encode()
    return exif


def iim_segment(credit: PhotoCredit) -> bytes:
    """A JPEG APP13 segment with the IPTC-IIM record; empty when there is nothing to say.

    Layout: ``Photoshop 3.0``, then one ``8BIM`` resource 0x0404 with an empty name, then data sets
    ``1C record number length value``; 1:90 = ``ESC % G`` declares UTF-8.
    """
    sets = b"".join(
        _data_set(2, number, value.encode())
        for number, text in ((80, credit.byline), (110, credit.credit), (116, credit.rights), (120, credit.caption))
        if (value := _clean(text, IIM_BYTES[number]))
    )
    if not sets:
        return b""
    iim = _data_set(1, 90, b"\x1b%G") + _data_set(2, 0, b"\0\x04") + sets
    resource = b"8BIM\x04\x04\0\0" + len(iim).to_bytes(4, "big") + iim + b"\0" * (len(iim) % 2)
    payload = b"Photoshop 3.0\0" + resource
    return b"\xff\xed" + (len(payload) + 2).to_bytes(2, "big") + payload


def _data_set(record: int, number: int, value: bytes) -> bytes:
    return bytes((0x1C, record, number)) + len(value).to_bytes(2, "big") + value


def _clean(text: str, most: int = LONGEST) -> str:
    """Without characters that XML 1.0 forbids, cut to ``most`` bytes of UTF-8 between two characters."""
    kept = "".join(
        sign
        for sign in text
        if sign in "\t\n\r" or (sign >= " " and sign not in "\ufffe\uffff" and not "\ud800" <= sign <= "\udfff")
    )
    return kept.strip().encode()[:most].decode("utf-8", "ignore")


def _xml(text: str, most: int = LONGEST) -> str:
    """:func:`_clean`, escaped for XML and no longer than ``most`` bytes even so."""
    kept = _clean(text, most)
    while (length := len(escape(kept).encode())) > most:
        kept = kept[: len(kept) * most // length]
    return escape(kept)
