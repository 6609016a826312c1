#!/bin/sh
# Installs the programs that the tests drive: a browser, Chinese fonts, exiftool, Node and Java from Debian's
# packages, through apt when we may; otherwise it says what to install and stops. The checkers of pages,
# style sheets and scripts come from npm's registry, in the versions of tools/web/package-lock.json.
set -eu
cd "$(dirname "$0")"

missing=""
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
command -v exiftool >/dev/null 2>&1 || missing="$missing libimage-exiftool-perl"
command -v node >/dev/null 2>&1 || missing="$missing nodejs"
command -v npm >/dev/null 2>&1 || missing="$missing npm"
command -v rsync >/dev/null 2>&1 || missing="$missing rsync"
command -v java >/dev/null 2>&1 || missing="$missing default-jre-headless"
if ! fc-list 2>/dev/null | grep -qi 'Noto Sans CJK'; then missing="$missing fonts-noto-cjk"; fi

if [ -n "$missing" ]; then
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
fi

if ! cmp -s web/package-lock.json web/node_modules/.installed.json; then
  echo "Installing the checkers of pages, style sheets and scripts"
  # No install scripts: one of them would download a Java of its own.
  (cd web && npm ci --ignore-scripts --no-audit --no-fund --silent)
  cp web/package-lock.json web/node_modules/.installed.json
fi
