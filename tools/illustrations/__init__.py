"""Draws the sample site's illustrations: paper-cut scenes in one hand, from the site's own palette.

    python -m tools.illustrations [OUT]            write every picture below OUT (the project folder by default)
    python -m tools.illustrations --only bowl      only pictures whose path contains "bowl"
    python -m tools.illustrations --scale 0.5      small previews

How it works, from the bottom up:

* ``palette``    the colours: vermilion, paper, ink and gold, with muted tones mixed to sit beside them
* ``geometry``   outlines: blobs, ribbons, two-bone joints
* ``paper``      ``Picture``: each cut sheet gets grain, a bright edge and a soft shadow; light is glow and beam
* ``poses``, ``puppet``, ``heads``, ``figures``, ``hands``   people, from street distance to close-up
* ``landscape``, ``foliage``, ``trees``, ``hillside``, ``riverside``, ``houses``, ``street``, ``indoors``   the places
* ``tableware``, ``workshop``, ``bronzes``, ``stationery``, ``market``, ``wheels``, ``animals``, ``props``   what is in them
* ``scenes``     one function per picture; ``catalogue`` names the file each one becomes

A scene is measured in units; two pixels make a unit at full size.  All chance comes from a seed fixed per picture and the encoder's
settings are fixed, so the same versions of the libraries give the same bytes.  Needs ``skia-python``, ``numpy`` and ``Pillow``,
for development only: the generator never imports this package.
"""
