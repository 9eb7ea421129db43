// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replica/Ingest.h"

namespace spilno::replica {

/// Whether the rules and the people are applied as far as a slice of `scope` is to be judged by.
[[nodiscard]] bool rulesReach(
    const DatabaseCore &core, const ScopeRow &scope, const log::VerifiedSlice &slice);

/// Applies slices that came from a server, another replica or a bundle. See ReplicaDatabase.
class SliceApplier
{
public:
    explicit SliceApplier(DatabaseCore &core)
        : m_core(core)
    {
    }

    [[nodiscard]] base::Result<ChangeSet> apply(const log::VerifiedSlice &slice);

    /// Whether own pending changes lost their places in the last apply().
    [[nodiscard]] bool forked() const { return m_forked; }

private:
    [[nodiscard]] base::Result<std::vector<FeedRow>> openFeeds(
        const log::VerifiedSlice &slice, const ScopeRow &scope);
    [[nodiscard]] base::Result<> settleOwn(
        const log::VerifiedSlice &slice, std::span<const FeedRow> feeds);

    DatabaseCore &m_core;
    bool m_forked = false;
};

/// Reads slices back out of the log. See ReplicaDatabase::readSlice.
class SliceReader
{
public:
    explicit SliceReader(const DatabaseCore &core)
        : m_core(core)
    {
    }

    [[nodiscard]] base::Result<QByteArray> read(
        const base::ScopeId &scope,
        std::uint64_t first,
        int maxChanges,
        int maxRawBytes,
        SliceContents contents) const;

private:
    [[nodiscard]] wire::SliceFeed feedEntry(const FeedRow &feed, std::uint64_t firstSeq) const;
    [[nodiscard]] base::Hlc clockBefore(const FeedRow &feed, std::uint64_t seq) const;
    [[nodiscard]] base::Result<> addSignature(wire::SliceFeed &entry, qint64 feedRow) const;

    const DatabaseCore &m_core;
};

} // namespace spilno::replica
