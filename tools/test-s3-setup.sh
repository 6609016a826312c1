#!/bin/sh
# Installs the object store that `make test-s3` starts for itself: OpenStack Swift, which speaks S3, from Debian's packages.
set -eu
packages="swift-proxy swift-account swift-container swift-object memcached"
if command -v swift-proxy-server >/dev/null 2>&1 && command -v memcached >/dev/null 2>&1; then exit 0; fi
if ! command -v apt-get >/dev/null 2>&1 || [ "$(id -u)" != 0 ]; then
  echo "Please install these packages (Debian's names) as root: $packages" >&2
  exit 1
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
# shellcheck disable=SC2086 # the list is meant to be split
apt-get install -y -qq --no-install-recommends $packages >/dev/null
