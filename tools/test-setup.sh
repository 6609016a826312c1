#!/bin/sh
# Installs the programs that the tests drive: a browser, Chinese fonts, exiftool. Debian's packages,
# through apt when we may; otherwise it says what to install and stops.
set -eu

missing=""
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
command -v exiftool >/dev/null 2>&1 || missing="$missing libimage-exiftool-perl"
if ! fc-list 2>/dev/null | grep -qi 'Noto Sans CJK'; then missing="$missing fonts-noto-cjk"; fi
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
  echo "The tests need:$missing (Debian's package names). Please install them and run make test again." >&2
  exit 1
fi
if [ "$(id -u)" = 0 ]; then as_root=""
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then as_root="sudo"
else
  echo "The tests need these packages, and installing them is not permitted here:$missing" >&2
  echo "Please run: sudo apt-get install$missing" >&2
  exit 1
fi
echo "Installing for the tests:$missing"
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq
# shellcheck disable=SC2086 # the list is meant to be split
$as_root apt-get install -y -qq --no-install-recommends $missing fontconfig >/dev/null
