#!/usr/bin/env bash
# SPDX-FileCopyrightText: Spilno contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, and opens the desktop on a demo city (made on first run, kept
# below ~/.local/share/spilno). Without a display it visits every page and saves a picture of each
# instead.
# usage: ./run.sh [options of spilno]
set -euo pipefail
cd "$(dirname "$0")"
installer/install-packages.sh build run
installer/build.sh release spilno spilno-server spilnoctl

demo="${XDG_DATA_HOME:-$HOME/.local/share}/spilno/demo"
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec build/release/bin/spilno --demo --profile "$demo" "$@"
fi
pictures="$PWD/tour"
echo "There is no display here: saving a picture of every page instead."
if [ -z "${XDG_RUNTIME_DIR:-}" ]; then
    XDG_RUNTIME_DIR=$(mktemp -d)
    export XDG_RUNTIME_DIR
    trap 'rm -rf "$XDG_RUNTIME_DIR"' EXIT
fi
QT_QPA_PLATFORM=offscreen build/release/bin/spilno --demo --profile "$demo" \
    --tour "$pictures" "$@"
echo "The pictures are in $pictures"
