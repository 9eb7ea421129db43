#!/usr/bin/env bash
# SPDX-FileCopyrightText: Spilno contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the Debian packages, checks them, installs them in a clean minimal system and runs them.
# usage: check-deb.sh [FOLDER]     (root; FOLDER keeps the clean system for the next time)
# Packages are left in build/packages. SUITE chooses the release (default: that of this machine).
set -euo pipefail
cd "$(dirname "$0")/.."
[ "$(id -u)" -eq 0 ] || { echo "check-deb.sh needs root, for debootstrap and chroot" >&2; exit 1; }
. /etc/os-release
suite=${SUITE:-$VERSION_CODENAME}
folder=$(realpath -m "${1:-/var/tmp/spilno-check-deb}")
clean="$folder/$suite"
system="$folder/$suite-installed"
packages="$PWD/build/packages"
say() { printf '== %s\n' "$*"; }

installer/install-packages.sh build run package
say "building"
installer/build.sh release spilno spilno-server spilnoctl
rm -rf "$packages"
mkdir -p "$packages"
cpack --config build/release/CPackConfig.cmake -G DEB -B "$packages" >"$packages/cpack.log" 2>&1 ||
    { cat "$packages/cpack.log" >&2; exit 1; }
for package in spilno spilno-server; do
    deb=("$packages/${package}_"*.deb)
    [ -f "${deb[0]}" ] || { echo "no package $package was made" >&2; exit 1; }
    dpkg-deb -f "${deb[0]}" Package Version Depends Recommends
done

say "descriptions"
desktop-file-validate installer/linux/org.spilno.Spilno.desktop
appstreamcli validate --no-net installer/linux/org.spilno.Spilno.metainfo.xml
systemd-analyze security --no-pager --offline=true --threshold=20 \
    installer/linux/spilno-server.service | tail -n 1

# Words it does not know are only warned of: none is right.
sed "s|/usr/bin/spilno-server|$PWD/build/release/bin/spilno-server|" installer/linux/spilno-server.service \
    >"$packages/spilno-server.service"
if systemd-analyze verify --man=no "$packages/spilno-server.service" 2>&1 | grep .; then
    echo "the unit is not right" >&2
    exit 1
fi
rm "$packages/spilno-server.service"

say "a clean $suite"
mkdir -p "$folder"
mirror=$(apt-get indextargets --format '$(REPO_URI)' "Codename: $suite" "Created-By: Packages" |
    head -n 1)
if [ ! -d "$clean/etc" ]; then
    debootstrap --variant=minbase "$suite" "$clean.new" ${mirror:+"$mirror"} \
        >"$folder/debootstrap.log" 2>&1 || { tail "$folder/debootstrap.log" >&2; exit 1; }
    cp /etc/resolv.conf "$clean.new/etc/" 2>/dev/null || true
    mv "$clean.new" "$clean"
fi
mounts=()
finish() {
    for mount in "${mounts[@]}"; do umount "$mount" || true; done
    rm -rf --one-file-system "$system"
}
trap finish EXIT
rm -rf --one-file-system "$system"
cp -a "$clean" "$system"
mount -t proc proc "$system/proc" && mounts+=("$system/proc")
mount --bind /dev "$system/dev" && mounts+=("$system/dev")
cp -r /etc/apt/apt.conf.d/. "$system/etc/apt/apt.conf.d/"
mkdir -p "$system/packages"
cp "$packages"/*.deb "$system/packages/"
within() {
    chroot "$system" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive XDG_RUNTIME_DIR=/run/user/0 QT_QPA_PLATFORM=offscreen "$@"
}
within mkdir -p -m 0700 /run/user/0
within apt-get update -qq
within sh -c 'apt-get install -y -qq --no-install-recommends /packages/*.deb' \
    >"$folder/install.log" 2>&1 || { tail -n 30 "$folder/install.log" >&2; exit 1; }

say "running what was installed"
within spilno --version
within spilnoctl --version
within spilno-server --version
missing=$(within sh -c 'ldd /usr/bin/spilno /usr/lib/*/qt6/plugins/platforms/libq*.so' |
    grep 'not found' || true)
[ -z "$missing" ] || { echo "libraries are missing: $missing" >&2; exit 1; }
within timeout 120 spilno --demo --tour /root/tour >"$folder/tour.log" 2>&1 ||
    { tail "$folder/tour.log" >&2; exit 1; }
pictures=$(find "$system/root/tour" -name '*.png' -size +2k | wc -l)
[ "$pictures" -gt 0 ] || { echo "the desktop started but drew nothing" >&2; exit 1; }
echo "the desktop drew $pictures pages"

say "a city on the installed server"
cat >"$system/root/city.sh" <<'CITY'
set -eu
cd /root
echo "a passphrase" >passphrase
export SPILNO_PASSPHRASE_FILE=/root/passphrase
spilno-server init --data city --name Check --owner owner --listen 127.0.0.1:7717
spilno-server serve --data city 2>serve.log &
server=$!
for i in $(seq 50); do spilno-server status --data city --json | grep -q '"serving": *true' && break; sleep 0.2; done
spilnoctl --profile owner sync
spilnoctl --profile owner create request --json '{"title": "Lamp", "scope": "Requests"}' >/dev/null
spilnoctl --profile owner sync
spilno-server backup --data city city.spilno-backup
kill -TERM $server
wait $server
spilno-server verify --data city
spilno-server restore --data again city.spilno-backup
spilno-server verify --data again
spilnoctl --profile owner verify
CITY
within bash /root/city.sh >"$folder/city.log" 2>&1 || { tail -n 30 "$folder/city.log" >&2; exit 1; }
say "removing"
within apt-get purge -y -qq spilno spilno-server >"$folder/remove.log" 2>&1
left=$(find "$system/usr" "$system/lib/systemd" -iname '*spilno*' | head)
[ -z "$left" ] || { echo "left behind: $left" >&2; exit 1; }
say "the packages are good: $packages"
