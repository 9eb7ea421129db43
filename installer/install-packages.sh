#!/usr/bin/env bash
# SPDX-FileCopyrightText: Spilno contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing of the named sets of installer/packages.txt with one apt-get install.
# usage: install-packages.sh build|run|test|package...
# Does nothing, in a few milliseconds, when all is there. SPILNO_NO_INSTALL=1 skips it.
set -euo pipefail
[ "${SPILNO_NO_INSTALL:-0}" != 1 ] || exit 0
list="$(dirname "$0")/packages.txt"

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    echo "Not a Debian or Ubuntu: install the equivalents of $list yourself." >&2
    exit 0
fi

wanted=()
while read -r set name _; do
    case " $* " in *" $set "*) wanted+=("$name") ;; esac
done < <(grep -v '^#' "$list")
[ "${#wanted[@]}" -gt 0 ] || { echo "usage: $0 build|run|test|package..." >&2; exit 2; }

# One dpkg-query for all names; a name it does not know is simply absent from the answer.
names=()
for entry in "${wanted[@]}"; do
    IFS='|' read -ra alternatives <<<"${entry#\?}"
    names+=("${alternatives[@]}")
done
known=$(dpkg-query -W -f '${db:Status-Status}=${Package}\n' "${names[@]}" 2>/dev/null || true)
installed=" $(sed -n 's/^installed=//p' <<<"$known" | tr '\n' ' ') "

missing=()
for entry in "${wanted[@]}"; do
    found=no
    IFS='|' read -ra alternatives <<<"${entry#\?}"
    for name in "${alternatives[@]}"; do
        case "$installed" in *" $name "*) found=yes ;; esac
    done
    [ $found = yes ] || missing+=("$entry")
done
[ "${#missing[@]}" -gt 0 ] || exit 0

root=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || {
        echo "Packages are missing and there is neither root nor sudo to install them:" >&2
        echo "  ${missing[*]#\?}" >&2
        exit 1
    }
    root=(sudo)
fi
apt_get() {
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 "$@"
}

echo "Installing ${#missing[@]} missing packages..."
apt_get update -qq
# Optional packages that this system does not have are left out; so is the feature they carry.
chosen=()
for entry in "${missing[@]}"; do
    choice=
    IFS='|' read -ra alternatives <<<"${entry#\?}"
    for name in "${alternatives[@]}"; do
        if apt-cache show --no-all-versions "$name" >/dev/null 2>&1; then
            choice=$name
            break
        fi
    done
    if [ -n "$choice" ]; then
        chosen+=("$choice")
    elif [ "${entry#\?}" = "$entry" ]; then
        echo "This system has no package ${entry//|/ or }; is the 'universe' archive enabled?" >&2
        exit 1
    fi
done
[ "${#chosen[@]}" -gt 0 ] || exit 0
apt_get install -y -qq --no-install-recommends "${chosen[@]}"
