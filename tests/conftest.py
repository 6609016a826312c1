"""Options shared by all tests."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--refresh`` rewrites golden files with what the code gives now; review the difference before committing it."""
    parser.addoption("--refresh", action="store_true", help="rewrite golden files instead of comparing with them")
