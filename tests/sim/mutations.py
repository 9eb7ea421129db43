#!/usr/bin/env python3
# SPDX-FileCopyrightText: Spilno contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Does the simulation see what it promises to see? Breaks the core in one place after the other,
builds SimTest and counts the seeds until an invariant falls; a mutation that survives is a hole.
Every source is put back, also after Ctrl+C. Needs a configured build folder; minutes for each.
usage: mutations.py BUILD_FOLDER [NAME...] [--seeds N]      Exit 1 when a mutation survived."""
import argparse
import os
import re
import subprocess
import sys

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))

# name, what is broken in words, file, what stands there, what is put in its place
MUTATIONS = [
    ("receipt-before-disk", "receipts leave before the log is on the disk",
     "core/replica/ReplicaDatabase.cpp",
     "    SPILNO_TRY(d->core.setDurability(Durability::Full));\n"
     "    return d->mutate([&] { return d->sequencer.sequence(runs, recordedMs); });",
     "    SPILNO_TRY(d->core.setDurability(Durability::Normal));\n"
     "    return d->mutate([&] { return d->sequencer.sequence(runs, recordedMs); });"),
    ("receipt-of-two-runs", "one receipt for changes that were given places apart",
     "core/replica/SequencerTables.cpp",
     "        if (!together)\n", "        if (false && !together)\n"),
    ("own-work-not-on-disk", "own work is shown before it is on the disk",
     "core/replica/OutboxSubmit.cpp",
     "m_core.setDurability(ReplicaDatabase::Durability::Full)",
     "m_core.setDurability(ReplicaDatabase::Durability::Normal)"),
    ("half-transaction", "what is right in a transaction takes effect without the rest",
     "core/replica/Folder.cpp", "    if (!failed) {\n", "    if (true || !failed) {\n"),
    ("reissue-twice", "a change that was issued again takes effect twice",
     "core/replica/Folder.cpp",
     "    if (!item.reissued)\n        return false;\n", "    if (item.id != 0)\n        return false;\n"),
    ("reissue-dropped", "what lost a fork is dropped instead of issued again",
     "core/replica/Outbox.cpp",
     "        SPILNO_TRY(store(feed, thin, entity, commit, writtenMs));\n",
     "        (void)entity;\n        (void)writtenMs;\n"),
    ("pending-not-shown", "own changes are not laid over the city's",
     "core/replica/FolderOverlay.cpp",
     "    if (records::tookEffect(verdict)) {\n        (row.pending()",
     "    if (records::tookEffect(verdict) && !row.pending()) {\n        (row.pending()"),
    ("erase-keeps-values", "what is taken back stays in the log's table",
     "core/replica/Folder.cpp",
     "UPDATE change SET vals = NULL WHERE id = ?1", "UPDATE change SET vals = vals WHERE id = ?1"),
    ("scrub-does-nothing", "erased bytes stay in the pages of the file",
     "core/replica/CareErasure.cpp",
     '    SPILNO_TRY(m_core.connection->execute("VACUUM"));\n', ""),
    ("revoked-device-writes", "a revoked device is sequenced",
     "core/replica/SequencerTables.cpp", "    if (!identity &&\n", "    if (false && !identity &&\n"),
    ("void-refolded", "what did not take effect takes effect when a record is folded anew",
     "core/replica/Folder.cpp",
     "        if (!row || !records::tookEffect(row->verdict))\n            continue;\n"
     "        const auto change = m_log.foldChange(*row, m_localNowMs);\n",
     "        if (!row)\n            continue;\n"
     "        const auto change = m_log.foldChange(*row, m_localNowMs);\n"),
    ("effects-left-out", "roles, devices and names do not follow the log",
     "core/replica/Folder.cpp", "        if (type->rule)\n            type->rule->effect(",
     "        if (type->rule && item.id % 7 != 0)\n            type->rule->effect("),
    ("preview-for-ever", "what is previewed stays when the log has come so far",
     "core/replica/SliceApplier.cpp",
     "        SPILNO_TRY(Previews(m_core).reached(*moved, moved->status.next));\n",
     "        (void)moved;\n"),
]


def run(command, **options):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          check=False, **options)


def caught_by(build, seeds):
    """The invariants that fell, or nothing; and the seed it took."""
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    for first in range(1, seeds + 1, 10):
        done = run([os.path.join(build, "bin", "SimTest"), "--seeds", "10", "--first", str(first),
                    "aCitySurvivesWhateverHappens"], env=environment, timeout=1800)
        failed = re.search(r"seed (\d+) \(SimTest", done.stdout)
        if failed:
            fallen = sorted(set(re.findall(r"\bI(\d+)\b", done.stdout)), key=int)
            return ", ".join("I" + number for number in fallen) or "settling", int(failed.group(1))
        if done.returncode != 0:
            return "an assertion", first
    return None, seeds


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build")
    parser.add_argument("--seeds", type=int, default=50)
    parser.add_argument("names", nargs="*")
    given = parser.parse_intermixed_args()
    survived = 0
    for name, words, path, before, after in MUTATIONS:
        if given.names and name not in given.names:
            continue
        path = os.path.join(ROOT, path)
        with open(path, encoding="utf-8") as file:
            whole = file.read()
        if whole.count(before) != 1:
            sys.exit(f"{name}: its place is not there once; bring the table up to date")
        try:
            with open(path, "w", encoding="utf-8") as file:
                file.write(whole.replace(before, after))
            built = run(["cmake", "--build", given.build, "--target", "SimTest"])
            if built.returncode != 0:
                sys.exit(f"{name}: does not build\n{built.stdout[-2000:]}")
            fallen, seed = caught_by(given.build, given.seeds)
        finally:
            with open(path, "w", encoding="utf-8") as file:
                file.write(whole)
        survived += fallen is None
        print(f"| {name} | {words} | {fallen or '**survived**'} | {seed} |", flush=True)
    sys.exit(1 if survived else 0)


if __name__ == "__main__":
    main()
