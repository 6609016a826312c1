"""A real object store that speaks S3: OpenStack Swift with its s3api, one node, from Debian's packages.

Only ``make test-s3`` collects these tests: the server is large and not wanted by anybody who changes a page.
"""

from __future__ import annotations

import getpass
import os
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.publish.targets.object_store import ObjectStore, open_storage

if "ZOUJIN_TEST_S3" not in os.environ:
    collect_ignore_glob = ["test_*.py"]

KEY, SECRET = "site:publisher", "example-word"
_HASH = "[swift-hash]\nswift_hash_path_suffix = zoujin\nswift_hash_path_prefix = zoujin\n"
_POLICY = "[storage-policy:0]\nname = gold\ndefault = yes\n"
_PROXY = """[DEFAULT]
bind_ip = 127.0.0.1
bind_port = {port}
swift_dir = {base}
user = {user}
workers = 0
[pipeline:main]
pipeline = catch_errors gatekeeper healthcheck cache bulk s3api tempauth copy container-quotas slo dlo proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:gatekeeper]
use = egg:swift#gatekeeper
[filter:healthcheck]
use = egg:swift#healthcheck
[filter:cache]
use = egg:swift#memcache
memcache_servers = 127.0.0.1:{memcached}
[filter:bulk]
use = egg:swift#bulk
[filter:s3api]
use = egg:swift#s3api
s3_acl = false
[filter:tempauth]
use = egg:swift#tempauth
user_site_publisher = {secret} .admin
user_site_stranger = other-word
[filter:copy]
use = egg:swift#copy
[filter:container-quotas]
use = egg:swift#container_quotas
[filter:slo]
use = egg:swift#slo
[filter:dlo]
use = egg:swift#dlo
"""
_PART = """[DEFAULT]
bind_ip = 127.0.0.1
bind_port = {port}
devices = {base}/devices
swift_dir = {base}
user = {user}
mount_check = false
workers = 0
[pipeline:main]
pipeline = {part}-server
[app:{part}-server]
use = egg:swift#{part}
"""

_RUN = """
import sys
import swift.common.utils
swift.common.utils.SWIFT_CONF_FILE = "{base}/swift.conf"  # the one in /etc is not ours
from swift.common.wsgi import run_wsgi
sys.exit(run_wsgi(sys.argv[1], "{part}-server"))
"""


def _free_ports(number: int) -> list[int]:
    probes = [socket.socket() for _ in range(number)]
    for probe in probes:
        probe.bind(("127.0.0.1", 0))
    ports = [probe.getsockname()[1] for probe in probes]
    for probe in probes:
        probe.close()
    return ports


class Swift:
    """The running server, with a bucket named ``bucket``."""

    def __init__(self, base: Path) -> None:
        if shutil.which("swift-proxy-server") is None:
            pytest.fail(
                "apt-get install --no-install-recommends swift-proxy swift-account swift-container swift-object memcached"
            )
        (base / "devices/one").mkdir(parents=True)
        (base / "swift.conf").write_text(_HASH + _POLICY)
        account, container, object_, proxy, memcached = _free_ports(5)
        self.processes = [subprocess.Popen(["memcached", "-u", "nobody", "-l", "127.0.0.1", "-p", str(memcached)])]
        for part, port in (("account", account), ("container", container), ("object", object_)):
            ring = str(base / f"{part}.builder")
            for command in (
                ["create", "6", "1", "1"],
                ["add", "--region", "1", "--zone", "1", "--ip", "127.0.0.1", "--port", str(port), "--device", "one", "--weight", "1"],
                ["rebalance"],
            ):  # fmt: skip
                subprocess.run(["swift-ring-builder", ring, *command], check=True, capture_output=True)
            self._start(base, part, _PART.format(port=port, base=base, part=part, user=getpass.getuser()))
        self._start(
            base,
            "proxy",
            _PROXY.format(port=proxy, base=base, memcached=memcached, secret=SECRET, user=getpass.getuser()),
        )
        self.endpoint = f"http://127.0.0.1:{proxy}"
        for _ in range(200):
            try:
                urllib.request.urlopen(f"{self.endpoint}/healthcheck", timeout=2).close()
                break
            except OSError:
                time.sleep(0.1)
        self.open("s3://bucket/x")._files.call_s3("create_bucket", Bucket="bucket")

    def _start(self, base: Path, part: str, configuration: str) -> None:
        file = base / f"{part}-server.conf"
        file.write_text(configuration)
        self.processes.append(
            subprocess.Popen(["/usr/bin/python3", "-c", _RUN.format(part=part, base=base), str(file)], cwd=base)
        )

    def open(self, url: str, key: str = KEY, secret: str = SECRET) -> ObjectStore:
        return open_storage(url, endpoint=self.endpoint, region="us-east-1", key=key, secret=secret, token="")

    def limit(self, size: int | None) -> None:
        """Give the bucket a quota in bytes, or none, by Swift's own protocol."""
        login = urllib.request.Request(f"{self.endpoint}/auth/v1.0", headers={"X-Auth-User": KEY, "X-Auth-Key": SECRET})
        with urllib.request.urlopen(login) as answer:
            url, token = answer.headers["X-Storage-Url"], answer.headers["X-Auth-Token"]
        word = (
            {"X-Container-Meta-Quota-Bytes": str(size)}
            if size is not None
            else {"X-Remove-Container-Meta-Quota-Bytes": "x"}
        )
        change = urllib.request.Request(
            f"{url}/bucket", headers={"X-Auth-Token": token, **word}, method="POST", data=b""
        )
        urllib.request.urlopen(change).close()


@pytest.fixture(scope="session")
def swift(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Swift]:
    base = tmp_path_factory.mktemp("swift")
    running = Swift(base)
    yield running
    for process in running.processes:
        process.terminate()
    for process in running.processes:
        process.wait()
