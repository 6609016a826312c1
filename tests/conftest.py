"""Options shared by all tests, and templates that are compiled once for all of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import CodeType

import jinja2
import pytest
from jinja2.bccache import Bucket


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--refresh`` rewrites golden files with what the code gives now; review the difference before committing it."""
    parser.addoption("--refresh", action="store_true", help="rewrite golden files instead of comparing with them")


@pytest.fixture(scope="session", autouse=True)
def compiled_templates() -> Iterator[None]:
    """Every project that this process builds finds the theme compiled, as if it had been built before.

    Compiling takes half a second, which is two thirds of the first build of a small project.
    """
    compiled: dict[tuple[str, str], CodeType] = {}
    load, dump = jinja2.FileSystemBytecodeCache.load_bytecode, jinja2.FileSystemBytecodeCache.dump_bytecode

    def load_or_remember(cache: jinja2.FileSystemBytecodeCache, bucket: Bucket) -> None:
        bucket.code = compiled.get((bucket.key, bucket.checksum))  # a changed template has another checksum
        if bucket.code is None:
            load(cache, bucket)
        elif not Path(cache._get_cache_filename(bucket)).exists():
            dump(cache, bucket)  # for other processes that build the project

    def dump_and_remember(cache: jinja2.FileSystemBytecodeCache, bucket: Bucket) -> None:
        assert bucket.code is not None
        compiled[bucket.key, bucket.checksum] = bucket.code
        dump(cache, bucket)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jinja2.FileSystemBytecodeCache, "load_bytecode", load_or_remember)
        patch.setattr(jinja2.FileSystemBytecodeCache, "dump_bytecode", dump_and_remember)
        yield
