"""The two sites on disk, and a server of object storage."""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Iterator
from copy import copy
from pathlib import Path
from typing import Any

import pytest
from small_sites import NEW, OLD

from generator.publish.targets.object_store import ObjectStore, open_storage
from generator.publish.targets.remote_manifest import STATE


@pytest.fixture(scope="session")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return OLD.write(tmp_path_factory.mktemp("old"))


@pytest.fixture(scope="session")
def new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return NEW.write(tmp_path_factory.mktemp("new"))


class Storage:
    """A moto server with one bucket."""

    def __init__(self, endpoint: str) -> None:
        self.endpoint = endpoint
        self._first = self.connect("s3://bucket/x")
        self._first._files.call_s3("create_bucket", Bucket="bucket")

    def open(self, url: str = "") -> ObjectStore:
        """A store with the one connection, which takes a third of a second to make."""
        store = copy(self._first)
        store._root = url.removeprefix("s3://")
        return store

    def connect(self, url: str) -> ObjectStore:
        """A store with a connection of its own."""
        return open_storage(url, endpoint=self.endpoint, region="us-east-1", key="example-key", secret="-", token="")

    def everything(self, name: str) -> dict[str, bytes]:
        """What the server holds below ``name`` in the bucket, our bookkeeping apart; asking it by requests takes long."""
        keys = dict(self._backend.buckets["bucket"].keys.items())
        here = {path.removeprefix(f"{name}/"): key.value for path, key in keys.items() if path.startswith(f"{name}/")}
        return {path: content for path, content in here.items() if not path.startswith(STATE)}

    def copy(self, name: str, to: str) -> None:
        """Everything below ``name`` once more below ``to``, within the server."""
        for path, key in list(self._backend.buckets["bucket"].keys.items()):
            if path.startswith(f"{name}/"):
                self._backend.put_object("bucket", f"{to}/{path.removeprefix(f'{name}/')}", key.value)

    @property
    def _backend(self) -> Any:
        from moto.backends import get_backend
        from moto.core import DEFAULT_ACCOUNT_ID

        return get_backend("s3")[DEFAULT_ACCOUNT_ID]["aws"]

    def api(self, path: str, body: bytes = b"") -> object:
        plain = {"Content-Type": "application/octet-stream"}
        request = urllib.request.Request(f"{self.endpoint}/moto-api/{path}", data=body, headers=plain, method="POST")
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)


@pytest.fixture(scope="session")
def storage() -> Iterator[Storage]:
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield Storage(f"http://{host}:{port}")
    server.stop()
