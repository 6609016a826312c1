"""A picture made of stacked coloured paper: each cut sheet has grain, a bright cut edge and a soft shadow on what lies under it."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import numpy
import skia  # type: ignore[import-not-found]
from PIL import Image

from tools.illustrations.geometry import Path, Point, curve, ribbon
from tools.illustrations.palette import Colour, lighter

ARTIST = "河湾市志愿服务插画组"
QUALITY = 82
UNIT = 2.0
"""Output pixels per picture unit at full size."""

_TILE = 1024
_EXIF_ARTIST, _EXIF_COLOUR_SPACE, _EXIF_IFD, _SRGB = 0x013B, 0xA001, 0x8769, 1


def _paint(colour: Colour, alpha: float = 1.0) -> skia.Paint:
    return skia.Paint(Color=skia.Color(*colour, round(255 * alpha)), AntiAlias=True)


def _grain() -> skia.Image:
    """Tileable fibre texture around middle grey, drawn once per picture."""
    noise = numpy.random.default_rng(1963)
    fine = noise.normal(0, 1, (_TILE, _TILE))
    spectrum = numpy.fft.rfft2(fine)
    fy = numpy.fft.fftfreq(_TILE)[:, None]
    fx = numpy.fft.rfftfreq(_TILE)[None, :]
    # Two soft bands: tooth of about 6 px and cloudiness of about 90 px; anything finer only feeds the JPEG encoder.
    radius = numpy.hypot(fx, fy)
    tooth = numpy.fft.irfft2(spectrum * numpy.exp(-((radius / 0.11) ** 2)), s=(_TILE, _TILE))
    cloud = numpy.fft.irfft2(spectrum * numpy.exp(-((radius / 0.008) ** 2)), s=(_TILE, _TILE))
    texture = 128 + 9 * tooth / tooth.std() + 4 * cloud / cloud.std()
    grey = numpy.clip(texture, 0, 255).astype(numpy.uint8)
    rgba = numpy.dstack([grey, grey, grey, numpy.full_like(grey, 255)])
    return skia.Image.fromarray(numpy.ascontiguousarray(rgba))


class Picture:
    """A canvas of ``width`` by ``height`` units, light falling from the upper left.

    ``scale`` is output pixels per unit; lower it for a quick preview.  The same ``seed`` always gives the same picture.
    """

    def __init__(self, width: float, height: float, seed: int, scale: float = UNIT) -> None:
        self.width, self.height = width, height
        self.random = random.Random(seed)
        self.shadow: Colour = (18, 20, 38)
        self.depth = 0.34
        self._scale = scale
        self._surface = skia.Surface(round(width * scale), round(height * scale))
        self._canvas = self._surface.getCanvas()
        self._canvas.scale(scale, scale)
        self._grain = _grain()

    def _fill(self, path: Path, colours: Sequence[Colour], top: float, bottom: float) -> None:
        paint = _paint(colours[0])
        if len(colours) > 1:
            paint.setShader(
                skia.GradientShader.MakeLinear(
                    [skia.Point(0, top), skia.Point(0, bottom)], [skia.Color(*c) for c in colours]
                )
            )
            paint.setDither(True)
        self._canvas.drawPath(path, paint)
        place = skia.Matrix()
        place.setScale(1 / UNIT, 1 / UNIT)
        place.postTranslate(self.random.uniform(0, _TILE), self.random.uniform(0, _TILE))
        # A second pass, because skia-python re-encodes the texture each time shaders are combined.
        tooth = skia.Paint(
            BlendMode=skia.BlendMode.kSoftLight,
            AntiAlias=True,
            Shader=self._grain.makeShader(
                skia.TileMode.kRepeat, skia.TileMode.kRepeat, skia.SamplingOptions(skia.FilterMode.kLinear), place
            ),
        )
        self._canvas.drawPath(path, tooth)

    def sky(self, *colours: Colour) -> None:
        """Backing sheet over the whole picture, graded from top to bottom."""
        path = skia.Path()
        path.addRect(skia.Rect.MakeWH(self.width, self.height))
        self._fill(path, colours, 0, self.height)

    def cut(self, path: Path, *colours: Colour, lift: float = 6.0, rim: float = 0.22) -> Path:
        """Lay one cut sheet: ``lift`` is its height above the sheet below in units, ``rim`` the brightness of its lit edge."""
        bounds = path.getBounds()
        if bounds.width() <= 0 and bounds.height() <= 0:
            return path
        if lift > 0:
            self._shadow(path, lift * 0.55, lift * 0.9, lift * 0.75, self.depth)
            self._shadow(path, lift * 0.12, lift * 0.2, max(lift * 0.18, 0.6), self.depth * 0.8)
        if rim > 0:
            self._canvas.drawPath(path, _paint(lighter(colours[0], rim)))
            self._canvas.save()
            self._canvas.clipPath(path, True)
            edge = min(1.5, 0.4 + lift * 0.16)
            self._canvas.translate(edge * 0.7, edge)
            self._fill(path, colours, bounds.top(), bounds.bottom())
            self._canvas.restore()
        else:
            self._fill(path, colours, bounds.top(), bounds.bottom())
        return path

    def _shadow(self, path: Path, dx: float, dy: float, sigma: float, alpha: float) -> None:
        paint = _paint(self.shadow, alpha)
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, sigma))
        self._canvas.save()
        self._canvas.translate(dx, dy)
        self._canvas.drawPath(path, paint)
        self._canvas.restore()

    def stroke(
        self, points: Sequence[Point], width: float, colour: Colour, lift: float = 2.0, taper: float = 1.0
    ) -> None:
        """A narrow strip of paper along a smooth line; ``taper`` is the end width over the start width."""
        radii = [width / 2 * (1 + (taper - 1) * i / (len(points) - 1)) for i in range(len(points))]
        self.cut(ribbon(points, radii), colour, lift=lift, rim=0.12)

    def thread(self, points: Sequence[Point], width: float, colour: Colour, alpha: float = 1.0) -> None:
        """A flat drawn line without a shadow: wires, seams, ripples."""
        path = skia.Path()
        line = curve(points)
        path.moveTo(*line[0])
        for point in line[1:]:
            path.lineTo(*point)
        paint = _paint(colour, alpha)
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeWidth(width)
        paint.setStrokeCap(skia.Paint.kRound_Cap)
        self._canvas.drawPath(path, paint)

    def veil(self, path: Path, colour: Colour, alpha: float, blur: float = 0.0) -> None:
        """Translucent tissue without a shadow; ``blur`` softens it into mist or a cast shadow."""
        paint = _paint(colour, alpha)
        if blur > 0:
            paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, blur))
        self._canvas.drawPath(path, paint)

    def beam(self, path: Path, start: Point, end: Point, colour: Colour, alpha: float) -> None:
        """Light falling along ``start`` to ``end`` inside ``path``, fading to nothing."""
        paint = _paint(colour)
        paint.setShader(
            skia.GradientShader.MakeLinear(
                [skia.Point(*start), skia.Point(*end)],
                [skia.Color(*colour, round(255 * alpha)), skia.Color(*colour, 0)],
            )
        )
        paint.setBlendMode(skia.BlendMode.kScreen)
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 3))
        self._canvas.drawPath(path, paint)

    def glow(self, x: float, y: float, radius: float, colour: Colour, alpha: float = 0.6) -> None:
        """Round halo of light about a lamp or window."""
        stops = [skia.Color(*colour, round(255 * alpha * share)) for share in (1.0, 0.55, 0.2, 0.05, 0.0)]
        paint = skia.Paint(
            Shader=skia.GradientShader.MakeRadial(skia.Point(x, y), radius, stops, [0.0, 0.2, 0.5, 0.78, 1.0])
        )
        paint.setBlendMode(skia.BlendMode.kScreen)
        paint.setDither(True)
        self._canvas.drawCircle(x, y, radius, paint)

    def dusk(self, x: float, y: float, radius: float, colour: Colour, alpha: float) -> None:
        """Darken towards the edges, leaving the circle about ``(x, y)`` lit: the fall-off of the scene's light."""
        clear = skia.Color(255, 255, 255, 255)
        dark = tuple(round(255 + (c - 255) * alpha) for c in colour)
        middle = tuple(round(255 + (c - 255) * alpha * 0.45) for c in colour)
        paint = skia.Paint(
            Shader=skia.GradientShader.MakeRadial(
                skia.Point(x, y), radius, [clear, clear, skia.Color(*middle), skia.Color(*dark)], [0.0, 0.3, 0.65, 1.0]
            )
        )
        paint.setBlendMode(skia.BlendMode.kMultiply)
        paint.setDither(True)
        self._canvas.drawRect(skia.Rect.MakeWH(self.width, self.height), paint)

    @contextmanager
    def inside(self, path: Path) -> Iterator[None]:
        """Whatever is laid within this block is trimmed to ``path``."""
        self._canvas.save()
        self._canvas.clipPath(path, True)
        try:
            yield
        finally:
            self._canvas.restore()

    def image(self) -> Image.Image:
        """The finished picture as an RGB image."""
        pixels = self._surface.makeImageSnapshot().toarray(colorType=skia.ColorType.kRGBA_8888_ColorType)
        return Image.fromarray(pixels).convert("RGB")

    def jpeg(self) -> bytes:
        """The finished picture as a JPEG with fixed settings, its makers named in EXIF."""
        exif = Image.Exif()
        exif[_EXIF_ARTIST] = ARTIST.encode()
        exif.get_ifd(_EXIF_IFD)[_EXIF_COLOUR_SPACE] = _SRGB
        buffer = io.BytesIO()
        self.image().save(
            buffer, "JPEG", quality=QUALITY, subsampling="4:2:0", optimize=True, progressive=True, exif=exif
        )
        return buffer.getvalue()
