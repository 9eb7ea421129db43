// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replica/DatabaseCore.h"
#include "core/replica/Finding.h"

namespace spilno::replica {

/// Rebuilding, verifying, copying and scrubbing a replica's file. See ReplicaDatabase.
class Care
{
public:
    explicit Care(DatabaseCore &core)
        : m_core(core)
    {
    }

    using Progress = std::function<bool(double done)>;

    [[nodiscard]] base::Result<> rebuild(const Progress &progress);
    /// Folds what was sealed to others until a key came.
    [[nodiscard]] base::Result<ChangeSet> openSealed();
    /// Appends to `wrong` as it finds it, so that what was found stands when reading fails.
    [[nodiscard]] base::Result<> verify(
        std::vector<Finding> &wrong, const Progress &progress) const;
    [[nodiscard]] base::Result<> backupTo(const QString &path) const;
    [[nodiscard]] base::Result<> scrub();
    [[nodiscard]] base::Result<std::vector<Erasure>> erasures() const;
    [[nodiscard]] base::Result<ChangeSet> eraseAgain(const std::vector<Erasure> &erasures);
    [[nodiscard]] base::Result<std::vector<ScopeDigest>> digests() const;

private:
    [[nodiscard]] base::Result<> refoldAll(const Progress &progress);
    [[nodiscard]] base::Result<> refoldAuthority(const ScopeRow &rules, const ScopeRow &people);
    [[nodiscard]] base::Result<> refoldScope(const ScopeRow &scope, const Progress &progress);
    /// Folds the transaction at `position` and moves it behind that.
    [[nodiscard]] base::Result<> refoldTransaction(const ScopeRow &scope, std::uint64_t &position);
    [[nodiscard]] base::Result<base::Hash> digestOf(const ScopeRow &scope) const;
    [[nodiscard]] base::Result<> verifyScope(
        const ScopeRow &scope, std::vector<Finding> &wrong) const;
    /// A sequencer's own: every leaf and node of the tree again, from the changes.
    [[nodiscard]] base::Result<> verifyTree(std::vector<Finding> &wrong) const;
    void verifyFeed(const FeedRow &feed, std::vector<Finding> &wrong) const;

    DatabaseCore &m_core;
};

} // namespace spilno::replica
