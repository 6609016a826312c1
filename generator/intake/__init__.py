"""来稿: what others hand in, as Word files, saved web articles and loose photos, becomes a draft of our own.

The way of a file: :mod:`parcels` finds documents and the photos that belong to them,
:mod:`recognise` says what a file is, :mod:`word_document` and :mod:`web_page` make blocks of it,
:mod:`masthead` and :mod:`captions` find what is title, unit, author and caption among them,
:mod:`pictures` makes files of the pictures, and :mod:`markdown` writes our dialect.
What cannot be carried over is said, never dropped in silence.
"""
