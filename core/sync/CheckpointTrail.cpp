// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/CheckpointTrail.h"

namespace spilno::sync {

base::Result<CheckpointTrail> CheckpointTrail::from(
    const base::CityId &city, const QByteArray &seen)
{
    CheckpointTrail trail;
    trail.m_city = city;
    if (!seen.isEmpty()) {
        SPILNO_ASSIGN(trail.m_newest, log::parseCheckpoint(base::view(seen)));
        trail.m_bytes = seen;
    }
    return trail;
}

CheckpointTrail::Verdict CheckpointTrail::take(
    const QByteArray &note,
    const std::vector<base::Hash> &consistency,
    const base::PublicKey &sequencerKey)
{
    if (note.isEmpty())
        return m_newest ? Verdict::Behind : Verdict::Unchanged;
    if (note == m_bytes)
        return Verdict::Unchanged; // the same frame again, whose proof leads from before it
    const auto next = log::parseCheckpoint(base::view(note));
    if (!next || next->city != m_city || !next->verify(sequencerKey))
        return Verdict::Unreadable;
    if (m_newest) {
        const log::Checkpoint &old = *m_newest;
        if (next->epoch < old.epoch)
            return Verdict::AnotherHistory;
        if (next->epoch == old.epoch) {
            if (next->treeSize < old.treeSize)
                return Verdict::Behind;
            const bool consistent =
                log::verifyConsistency(
                    old.treeSize, next->treeSize, old.root, next->root, consistency)
                    .has_value();
            const bool sameMap = next->treeSize != old.treeSize || next->mapRoot == old.mapRoot;
            if (!consistent || !sameMap)
                return Verdict::AnotherHistory;
            if (next->treeSize == old.treeSize && next->timeMs <= old.timeMs)
                return Verdict::Unchanged;
        }
    }
    m_newest = *next;
    m_bytes = note;
    return Verdict::Advanced;
}

} // namespace spilno::sync
