"""Object storage, through fsspec: S3 and what speaks its protocol, or another backend by its own URL."""

from __future__ import annotations

import errno
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import fsspec

from .parallel import all_of, put_all
from .remote_manifest import STATE
from .store import Outgoing, Sent
from .trouble import TargetTrouble

_WORKERS = 8
_SETTLING = 1.0
"""Seconds in which a second publisher, who also found no lock, has put its own."""
_REFUSED = ("AccessDenied", "InvalidAccessKeyId", "SignatureDoesNotMatch", "Unauthorized", "Forbidden")
_FULL = (
    "QuotaExceeded",
    "InsufficientStorage",
    "QuotaExceededException",
    "Upload exceeds quota",
    "507",
    "XMinioStorageFull",
)


def open_storage(url: str, *, endpoint: str, region: str, key: str, secret: str, token: str) -> ObjectStore:
    """The store of a URL. What is empty is left to the backend's own ways; only S3 has the other options."""
    if url.partition("://")[0] != "s3":
        return ObjectStore(url, {})
    client = {key: value for key, value in (("endpoint_url", endpoint), ("region_name", region)) if value}
    named = {name: value for name, value in (("key", key), ("secret", secret), ("token", token)) if value}
    # Other services than Amazon's refuse the checksums that its library adds by itself.
    config = {"request_checksum_calculation": "when_required", "response_checksum_validation": "when_required"}
    return ObjectStore(url, {**named, "client_kwargs": client, "config_kwargs": config})


class ObjectStore:
    """``url`` is such as ``s3://bucket/prefix``; an object is seen whole or not at all, as object storage promises."""

    def __init__(self, url: str, options: Mapping[str, Any]) -> None:
        protocol = url.partition("://")[0]
        try:
            self._files = fsspec.filesystem(protocol, skip_instance_cache=True, use_listings_cache=False, **options)
        except (ImportError, ValueError) as error:
            extra = "“zoujin[s3]”" if protocol == "s3" else f"支持 {protocol}:// 的 fsspec 组件"
            raise TargetTrouble(f"发布到 {protocol}:// 要先安装{extra}：pip install {extra.strip('“”')}。") from error
        self._is_s3 = protocol == "s3"
        self._root = self._files._strip_protocol(url).rstrip("/")
        self._url = url

    def listing(self) -> Mapping[str, int]:
        """All objects below the prefix."""
        with self._explained():
            if self._is_s3:
                found = {key: int(item["Size"]) for key, item in self._list(f"{self._root}/")}
            else:
                found = self._found()
        start = len(self._root) + 1
        paths = {name[start:]: size for name, size in found.items()}
        return {path: size for path, size in paths.items() if path and not path.startswith(STATE)}

    def read(self, path: str) -> bytes | None:
        """An object's content."""
        with self._explained():
            try:
                content = self._files.cat_file(self._name(path), **({"max_concurrency": 1} if self._is_s3 else {}))
            except FileNotFoundError:
                return None
        return bytes(content)

    def put(self, files: Sequence[Outgoing], sent: Sent) -> None:
        """Put objects."""
        with self._explained():
            put_all(files, self._put, sent, _WORKERS)

    def put_first(self, file: Outgoing) -> bool:
        """Put an object that is not there. Where a service knows no conditional writes, the last of
        two who try at once has it, and both look again after a moment."""
        with self._explained():
            if self._put_at(file.path) is not None:
                return False
            if not self._is_s3:
                self._put(file)
                return True
            try:
                self._files.pipe_file(self._name(file.path), file.read(), mode="create", **self._said(file))
            except FileExistsError:
                return False
            except (OSError, NotImplementedError) as error:
                if "PreconditionFailed" in str(error) or "ConditionalRequestConflict" in str(error):
                    return False
                if getattr(error, "errno", None) != errno.ENOSYS and not isinstance(error, NotImplementedError):
                    raise
                self._put(file)
                time.sleep(_SETTLING)
        return True

    def remove(self, paths: Iterable[str]) -> None:
        """Remove objects one by one: not every service takes many in one request."""
        with self._explained():
            all_of(self._remove, paths, _WORKERS)

    def clock(self, path: str) -> float | None:
        """An object's time of change, which the service gave it."""
        with self._explained():
            return self._put_at(path)

    def finish(self, label: str) -> None:
        """Nothing: every object is seen as soon as it is there."""

    def close(self) -> None:
        """Connections close themselves."""

    def _list(self, start: str) -> Iterator[tuple[str, Any]]:
        """S3's own lists of objects whose names begin with ``start``. What s3fs makes of them asks about single objects
        too (HEAD), and some services say of an absent one in a way that breaks the connection that it is not there."""
        bucket, _, prefix = start.partition("/")
        more: dict[str, str] = {}
        while True:
            page = self._files.call_s3("list_objects_v2", Bucket=bucket, Prefix=prefix, **more)
            for item in page.get("Contents", ()):
                yield f"{bucket}/{item['Key']}", item
            if not page.get("IsTruncated"):
                return
            more = {"ContinuationToken": page["NextContinuationToken"]}

    def _found(self) -> dict[str, int]:
        self._files.invalidate_cache()
        try:
            return {name: int(info["size"]) for name, info in self._files.find(self._root, detail=True).items()}
        except FileNotFoundError:
            return {}

    def _put_at(self, path: str) -> float | None:
        name = self._name(path)
        if self._is_s3:
            times = {key: item["LastModified"] for key, item in self._list(name)}
            return float(times[name].timestamp()) if name in times else None
        try:
            return float(self._files.modified(name).timestamp())
        except FileNotFoundError:
            return None

    def _put(self, file: Outgoing) -> None:
        self._files.pipe_file(self._name(file.path), file.read(), **self._said(file))

    def _remove(self, path: str) -> None:
        try:
            self._files.rm_file(self._name(path))
        except FileNotFoundError:
            return

    def _name(self, path: str) -> str:
        return f"{self._root}/{path}"

    def _said(self, file: Outgoing) -> dict[str, str]:
        """Headers as the backend takes them; the others have no common way."""
        if not self._is_s3:
            return {}
        return {"ContentType": file.headers.content_type, "CacheControl": file.headers.cache_control}

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except TargetTrouble:
            raise
        except Exception as error:
            raise TargetTrouble(_explain(self._url, error)) from error


def _explain(url: str, error: Exception) -> str:
    """What a backend's exception means. They have no common type beyond OSError, but common words."""
    seen: list[BaseException] = []
    cause: BaseException | None = error
    while cause is not None and cause not in seen:
        seen.append(cause)
        cause = cause.__cause__ or cause.__context__
    words = " ".join(f"{type(one).__name__} {one}" for one in seen)
    again = "读者看到的网站还是完整的；处理好以后，再运行一次 zoujin publish 就会接着发完。"
    if any(word in words for word in _FULL):
        return f"{url} 满了，或超过了配额，写不进去。请清理或扩容。{again}"
    if "NoCredentials" in words or "Unable to locate credentials" in words:
        return f"没有 {url} 的访问密钥。请设置环境变量，或写进 publish.secrets（见 zoujin publish --help）。{again}"
    if isinstance(error, PermissionError) or any(word in words for word in _REFUSED):
        return f"{url} 不接受这个访问密钥，或密钥没有读、写、列表、删除的权限。请核对密钥和权限。{again}"
    if "NoSuchBucket" in words or "bucket does not exist" in words:
        return f"没有 {url} 这个存储桶。检查 content/targets.yaml 里的名字，或先在服务方建好。"
    if any(
        word in words
        for word in (
            "EndpointConnectionError",
            "Connect timeout",
            "ConnectTimeout",
            "Cannot connect",
            "ClientConnectorError",
            "Name or service not known",
        )
    ):
        return f"连不上 {url} 的服务。检查网络和 endpoint（服务地址）。{again}"
    return f"发布到 {url} 时出错：{error}。{again}"
