#!/bin/sh
# Installs what `make test-office` opens files with: LibreOffice's text and table programs without windows, from Debian's packages.
set -eu
packages="libreoffice-writer-nogui libreoffice-calc-nogui fonts-noto-cjk"
if command -v soffice >/dev/null 2>&1; then exit 0; fi
if ! command -v apt-get >/dev/null 2>&1 || [ "$(id -u)" != 0 ]; then
  echo "Please install these packages (Debian's names) as root: $packages" >&2
  exit 1
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
# shellcheck disable=SC2086 # the list is meant to be split
apt-get install -y -qq --no-install-recommends $packages >/dev/null
