// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replica/DatabaseCore.h"

namespace spilno::replica {

/// Shows the newest slice of a scope before the log has come so far. Its changes stand beside the
/// log, under the ids they will have in it, and are laid over the base tables like pending ones:
/// only records that are created in the preview, so that nothing of them is missing. They outlive a
/// restart, go one by one as the log reaches them, and all at once when it says something else.
/// See ReplicaDatabase::showPreview and docs/protocol/preview.md.
class Previews
{
public:
    explicit Previews(DatabaseCore &core)
        : m_core(core)
    {
    }

    /// Puts the preview in the place of an earlier one of its scope, in one transaction; a no-op
    /// once the log is there. NotFound for an unknown scope, InvalidArgument for one without
    /// previews, Busy when the rules or people are not applied so far, BrokenChain when it
    /// contradicts what is held.
    [[nodiscard]] base::Result<ChangeSet> show(const log::VerifiedPreview &preview);

    /// The log of a scope has come to `next`, with these rows in place: what it has reached goes,
    /// and everything if it differs. Inside the caller's transaction, before the overlays are
    /// refreshed.
    [[nodiscard]] base::Result<> reached(const ScopeRow &scope, std::uint64_t next);

    [[nodiscard]] base::Result<Previewed> status() const;

private:
    struct Extent
    {
        std::uint64_t epoch = 0;
        std::uint64_t first = 0;
        std::uint64_t next = 0;
        base::Hash chain;
    };

    [[nodiscard]] std::optional<Extent> extentOf(const ScopeRow &scope) const;
    [[nodiscard]] base::Result<std::vector<FeedRow>> openFeeds(
        const ScopeRow &scope, const log::VerifiedPreview &preview);
    [[nodiscard]] base::Result<> insert(const ScopeRow &scope, const log::VerifiedPreview &preview);
    [[nodiscard]] base::Result<> leaveOutVoid(const ScopeRow &scope);
    /// Where the log differs from the preview below `next`; empty: nowhere.
    [[nodiscard]] base::Result<QString> contradiction(
        const ScopeRow &scope, const Extent &extent, std::uint64_t next) const;
    /// Removes the changes of the rows from `first` to before `end`; the overlays of their records
    /// are owed.
    [[nodiscard]] base::Result<> remove(qint64 first, qint64 end);
    [[nodiscard]] base::Result<> drop(const ScopeRow &scope);
    [[nodiscard]] bool isOwnPending(const FeedRow &feed, std::uint64_t seq) const;

    DatabaseCore &m_core;
};

/// Reads a preview out of the log, for who lacks most of it: a sequencer's ends of runs are where
/// it may begin, of another replica where the slices it received began.
class PreviewReader
{
public:
    explicit PreviewReader(const DatabaseCore &core)
        : m_core(core)
    {
    }

    /// The encoded preview of at most `maxChanges` newest changes and about `maxRawBytes`; empty
    /// where there is none to give.
    [[nodiscard]] base::Result<QByteArray> read(
        const base::ScopeId &scope, int maxChanges, int maxRawBytes) const;

private:
    [[nodiscard]] std::uint64_t start(const ScopeRow &scope, int maxChanges, int maxRawBytes) const;

    const DatabaseCore &m_core;
};

} // namespace spilno::replica
