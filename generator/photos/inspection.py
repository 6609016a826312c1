"""What a picture file is, without showing it."""

from __future__ import annotations

from pathlib import Path

from PIL import ExifTags, Image

from generator.model.photo import PhotoFile, PhotoProblem

from .ai_label import WORDS, find_label
from .opening import BYTE_LIMIT, PUBLISHED, OtherKindError, TooManyPixelsError, exif_of, opened, shown_size
from .png_text import png_texts
from .survey import survey_file
from .wholeness import is_whole

GPS_IN_XMP = b"GPSLatitude"


def inspect_photo(path: Path) -> PhotoFile:
    """Describe the picture at ``path``; what is wrong with it stands in ``problem``.

    Reads the file once for the digest and decodes only its header, so that thousands of
    photos can be looked at on every ``check``. Never raises for what the file holds; a
    file that cannot be read at all (gone, no permission) is ``UNREADABLE`` with an empty
    digest.
    """
    try:
        survey = survey_file(path, WORDS | {GPS_IN_XMP})
    except OSError:
        return PhotoFile(path.name, 0, "", problem=PhotoProblem.UNREADABLE)
    name, size, digest = path.name, survey.size, survey.digest
    if size > BYTE_LIMIT:
        return PhotoFile(name, size, digest, problem=PhotoProblem.TOO_HEAVY)
    try:
        with path.open("rb") as file, opened(file) as image:
            kind = PUBLISHED[str(image.format)]
            width, height = shown_size(image)
            located = GPS_IN_XMP in survey.words or _has_position(image)
            texts = list(png_texts(file)) if kind == "PNG" else []
        data = path.read_bytes() if survey.words & WORDS else b""
        whole = is_whole(path, kind)
    except TooManyPixelsError:
        return PhotoFile(name, size, digest, problem=PhotoProblem.BOMB)
    except OtherKindError:
        return PhotoFile(name, size, digest, problem=PhotoProblem.FORMAT)
    except Exception:  # decoders raise anything for broken files; all of it means the same to an editor
        return PhotoFile(name, size, digest, problem=PhotoProblem.UNREADABLE)
    return PhotoFile(
        name,
        size,
        digest,
        width,
        height,
        kind,
        located,
        str(find_label(data, texts)),
        None if whole else PhotoProblem.UNREADABLE,
    )


def _has_position(image: Image.Image) -> bool:
    try:
        position = exif_of(image).get_ifd(ExifTags.IFD.GPSInfo)
    except Exception:  # a broken GPS block says nothing about a place, and raises anything
        return False
    return ExifTags.GPS.GPSLatitude in position or ExifTags.GPS.GPSLongitude in position
