#!/usr/bin/env bash
# SPDX-FileCopyrightText: Spilno contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds everything and runs the tests.
# usage: ./test.sh [options of ctest]     e.g. ./test.sh -L core, ./test.sh -R ReplicaTest
# SPILNO_PRESET chooses another preset of CMakePresets.json (release by default).
set -euo pipefail
cd "$(dirname "$0")"
preset=${SPILNO_PRESET:-release}
installer/install-packages.sh build run test
installer/build.sh "$preset"
exec ctest --preset "$preset" "$@"
