"""The fingerprint of a page: it changes when anything that the page shows changes, and not otherwise."""

from __future__ import annotations

import marshal
from hashlib import blake2b

from generator.model.page import Page, View

_PLAIN = 2
"""The version of marshal's format without back references: equal values give equal bytes, shared or not."""


def fingerprint(page: Page, base: str, view: View | None = None) -> str:
    """A hex digest of the page's view, its address and template, and ``base``.

    ``base`` stands for what all pages depend on: theme, shared view, program. Give ``view``
    when it has been made already.
    """
    digest = blake2b(base.encode(), digest_size=16)
    digest.update(f"\0{page.address}\0{page.template}\0{page.body_of}\0{' '.join(page.bodies_of)}\0".encode())
    digest.update(marshal.dumps(page.make_view() if view is None else view, _PLAIN))
    return digest.hexdigest()
