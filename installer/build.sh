#!/usr/bin/env bash
# SPDX-FileCopyrightText: Spilno contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Configures PRESET if needed and builds TARGETS (all without any). Quiet when nothing changes.
# usage: build.sh PRESET [TARGET...]
set -euo pipefail
cd "$(dirname "$0")/.."
preset=$1
shift
log="build/$preset/configure.log"
mkdir -p "build/$preset"
if ! cmake --preset "$preset" >"$log" 2>&1; then
    cat "$log" >&2
    exit 1
fi
grep -h '^-- Spilno:' "$log" || true
cmake --build "build/$preset" --parallel "${SPILNO_JOBS:-$(nproc)}" ${1:+--target "$@"}
