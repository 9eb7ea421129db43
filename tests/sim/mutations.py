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

# name, what is broken in words, then for each place: file, what stands there, what is put there
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
     "core/replica/Folder.cpp", "    if (isDuplicate(item))\n", "    if (false && isDuplicate(item))\n"),
    ("reissue-forgotten", "a first issue that is logged after its second takes effect as well",
     "core/replica/Folder.cpp", "    if (*m_anyReissue) {\n", "    if (false) {\n"),
    ("reissue-of-all-scopes", "an op that was issued in one scope is a duplicate in another",
     "core/replica/Folder.cpp",
     "    return op.toByteArray() + scope.toByteArray();\n",
     "    (void)scope;\n    return op.toByteArray();\n"),
    ("reissue-by-its-own-clock", "the clock of the second issue competes",
     "core/replica/Ingest.cpp", "ext.firstIssue ? ext.firstIssue->hlc : change.hlc;",
     "change.hlc;",
     "core/replica/LogTables.cpp", "        hlc = ext->firstIssue->hlc;", "        hlc = row.hlc;"),
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
    ("clock-not-clamped", "a clock that is ahead wins for as long",
     "core/replica/Ingest.cpp",
     "std::min(hlc, base::hlcFromMs(change.recordedMs + limits::kClockAheadMs))", "hlc",
     "core/replica/LogTables.cpp", "row.pending() ? hlc : std::min(hlc, most)",
     "most > 0 ? hlc : most"),
    ("oldest-shown", "of the values that nobody saw the oldest is shown",
     "core/records/EntityImage.cpp", "return precedes(other.origin, change.origin);",
     "return precedes(change.origin, other.origin);"),
    ("soft-unnoticed", "a step over a step that its author had not seen is no conflict",
     "core/records/EntityImage.cpp",
     "payload.transition->seen == stateOrigin.op ? Verdict::Applied : Verdict::AppliedSoft",
     "Verdict::Applied"),
    ("anybody-settles", "a change of another record settles conflicts",
     "core/replica/AuthorityTables.cpp", "WHERE op = ?1 AND entity = ?2\");",
     "WHERE op = ?1 AND ?2 = ?2\");"),
    ("nothing-settles", "a conflict that was settled stays",
     "core/replica/AuthorityTables.cpp", "WHERE op = ?1 AND entity = ?2\");",
     "WHERE op = ?1 AND entity = ?2 AND 0\");"),
    ("transaction-alone", "a change does not see what its transaction made before it",
     "core/replica/Folder.cpp",
     "place != working.end() && place->second.image && place->second.image->type == &type",
     "place == working.end() && type.number == 0"),
    ("number-twice", "two requests have one number",
     "core/records/request/RequestRule.cpp",
     "    return authority.nameTaken(kNumberName, numberName(change.scope, number), change.entity)\n",
     "    return false\n"),
    ("number-ungranted", "a device gives numbers of any prefix",
     "core/records/request/RequestRule.cpp", "    if (!authority.prefixGranted(",
     "    if (false && !authority.prefixGranted("),
    ("grant-from-the-start", "a prefix is granted before its place",
     "core/replica/AuthorityTables.cpp", "prefix = ?2 AND from_index <= ?3", 
     "prefix = ?2 AND ?3 = ?3"),
    ("claim-by-any-key", "the proof of a receipt is not checked",
     "core/records/Judge.cpp", "    return crypto::verify(*publicKey, kClaimContext",
     "    return true || crypto::verify(*publicKey, kClaimContext"),
    ("claim-for-anybody", "the proof of a receipt holds for another person",
     "core/records/Judge.cpp", "    return person.toByteArray() + entity.toByteArray()",
     "    (void)person;\n    return entity.toByteArray()"),
    ("claim-for-any-change", "the proof of a receipt holds for another change",
     "core/records/Judge.cpp", " + entity.toByteArray() + hash.toByteArray();",
     " + entity.toByteArray() + hash.toByteArray().left(0);"),
    ("role-without-end", "a role that ended goes on",
     "core/replica/AuthorityTables.cpp",
     "from_index <= ?4\"\n        \" AND (to_index IS NULL OR to_index > ?4)\");\n    query.bind(1, *row)",
     "from_index <= ?4\");\n    query.bind(1, *row)"),
    ("role-as-of-now", "a role that ended later counts no more for what was before",
     "core/replica/AuthorityTables.cpp",
     "from_index <= ?4\"\n        \" AND (to_index IS NULL OR to_index > ?4)\");\n    query.bind(1, *row)",
     "from_index <= ?4\"\n        \" AND to_index IS NULL\");\n    query.bind(1, *row)"),
    ("role-from-the-start", "a role counts for what was before it was given",
     "core/replica/AuthorityTables.cpp", "body = ?3 AND from_index <= ?4\"",
     "body = ?3 AND ?4 = ?4\""),
    ("device-as-of-now", "what a device wrote before it was revoked does not count",
     "core/replica/AuthorityTables.cpp",
     "(logIndex < cached->to || (logIndex == UINT64_MAX && cached->to == UINT64_MAX))",
     "cached->to == UINT64_MAX"),
    ("device-of-two", "a key that has a certificate is certified again",
     "core/records/identity/IdentityRule.cpp",
     "    return authority.nameHolder(kDeviceName, entry->device.toByteArray()) ?",
     "    return false ?"),
    ("invitation-for-ever", "an invitation is used more often than it allows",
     "core/records/join/JoinRule.cpp", "    return authority.uses(invitation.entity) >=",
     "    return 0 * authority.uses(invitation.entity) >="),
    ("join-by-any-key", "the proof of an invitation is not checked",
     "core/records/join/JoinRule.cpp", "    return signature && crypto::verify(",
     "    return signature && !crypto::verify(base::PublicKey(), kJoinContext, base::view(statement),"
     " base::Signature()) || crypto::verify("),
    ("rules-not-awaited", "a slice is folded before the rules it is judged by",
     "core/replica/SliceApplier.cpp", "    return (isRules || !rules ||",
     "    return true || (isRules || !rules ||"),
    ("signature-unchecked", "the signature of a run is not checked",
     "core/log/Verifier.cpp", "    if (crypto::verify(state.device,",
     "    if (true || crypto::verify(state.device,"),
    ("fork-unnoticed", "a receipt for what lost its place to another branch",
     "core/replica/SequencerTables.cpp", "        if (row->hash != change.hash) {\n",
     "        if (false && row->hash != change.hash) {\n"),
    ("branch-refused", "what is behind a losing branch is refused for ever",
     "syncserver/sequencer/RunPipeline.cpp",
     "    return reason == ErrorCode::BadSignature && firstSeq > 0\n",
     "    return reason == ErrorCode::BadSignature && firstSeq > 0 && false\n"),
    ("slice-not-twice", "a slice that comes twice is an error",
     "core/replica/SliceApplier.cpp", "        return ChangeSet{}; // applied before",
     "        return failure(ErrorCode::BrokenChain, QString()); // applied before"),
    ("resume-one-late", "after a cut one position too few is asked for",
     "core/sync/SliceQueue.cpp", "        known.queued = cursor.applied;",
     "        known.queued = cursor.applied + (cursor.applied > 0 ? 1 : 0);"),
    ("erase-anybodys", "anybody takes anybody's words back",
     "core/replica/Folder.cpp", "if (!feed || feed->state.person != erasure.person ||",
     "if (!feed ||"),
    ("erased-comes-back", "what was taken back before it came is kept",
     "core/replica/Ingest.cpp", "    if (!*m_core.anyErasure)\n",
     "    if (true || !*m_core.anyErasure)\n"),
    ("tree-leaf-wrong", "the leaf of the tree says another time",
     "core/replica/SequencerTables.cpp",
     "log::scopeTag(scope.status.scope, scope.salt), change.position, change.hash,\n        change.recordedMs};",
     "log::scopeTag(scope.status.scope, scope.salt), change.position, change.hash,\n        change.recordedMs + 1};"),
    ("map-left-out", "a scope of an odd number of changes is not in the checkpoint's map",
     "core/replica/SequencerTables.cpp", "        if (scope.status.next > 0)\n",
     "        if (scope.status.next % 2 == 0)\n"),
    ("checkpoint-short", "a checkpoint does not cover the last change",
     "core/replica/SequencerTables.cpp", "    checkpoint.treeSize = m_tree.size();",
     "    checkpoint.treeSize = m_tree.size() - 1;"),
    ("settled-time-lost", "the time of a change that only settled something is forgotten",
     "core/replica/Projection.cpp", "        simple.changedMs = image.changedMs;",
     "        (void)image.changedMs;"),
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
    parser.add_argument("--places", action="store_true", help="only look whether they are there")
    parser.add_argument("names", nargs="*")
    given = parser.parse_intermixed_args()
    survived = 0
    for name, words, *places in MUTATIONS:
        if given.names and name not in given.names:
            continue
        wholes = {}
        try:
            for path, before, after in zip(*[iter(places)] * 3):
                path = os.path.join(ROOT, path)
                with open(path, encoding="utf-8") as file:
                    whole = file.read()
                if whole.count(before) != 1:
                    sys.exit(f"{name}: its place is not there once; bring the table up to date")
                wholes.setdefault(path, whole)
                with open(path, "w", encoding="utf-8") as file:
                    file.write(whole.replace(before, after))
            if given.places:
                continue
            built = run(["cmake", "--build", given.build, "--target", "SimTest"])
            if built.returncode != 0:
                sys.exit(f"{name}: does not build\n{built.stdout[-2000:]}")
            fallen, seed = caught_by(given.build, given.seeds)
        finally:
            for path, whole in wholes.items():
                with open(path, "w", encoding="utf-8") as file:
                    file.write(whole)
        survived += fallen is None
        print(f"| {name} | {words} | {fallen or '**survived**'} | {seed} |", flush=True)
    sys.exit(1 if survived else 0)


if __name__ == "__main__":
    main()
