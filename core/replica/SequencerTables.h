// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/CompactRange.h"
#include "core/log/MerkleTree.h"
#include "core/log/ScopeMap.h"
#include "core/replica/Ingest.h"

namespace spilno::replica {

/// Gives runs their positions and keeps the transparency tree. See ReplicaDatabase.
class SequencerTables final : public log::HashSource
{
public:
    explicit SequencerTables(DatabaseCore &core)
        : m_core(core)
    {
    }

    /// Reads where the log stands. Called once after opening, and after a rollback.
    [[nodiscard]] base::Result<> load();

    [[nodiscard]] base::Result<std::vector<SequenceOutcome>> sequence(
        const std::vector<log::VerifiedRun> &runs, qint64 recordedMs);
    [[nodiscard]] Admission admission(const wire::Run &run) const;
    [[nodiscard]] std::uint64_t treeSize() const { return m_tree.size(); }
    [[nodiscard]] qint64 lastRecordedMs() const { return m_lastRecordedMs; }
    [[nodiscard]] base::Result<log::Checkpoint> buildCheckpoint(qint64 nowMs);
    /// Of the checkpoint built last.
    [[nodiscard]] std::optional<ScopeProof> scopeProof(const base::ScopeId &scope) const;
    [[nodiscard]] base::Result<std::vector<base::Hash>> consistency(
        std::uint64_t fromSize, std::uint64_t toSize) const;

    [[nodiscard]] base::Result<base::Hash> node(int level, quint64 index) const override;

private:
    [[nodiscard]] base::Result<SequenceOutcome> sequenceOne(
        const log::VerifiedRun &run, qint64 recordedMs);
    [[nodiscard]] base::Result<SequenceOutcome> known(
        const log::VerifiedRun &run, const FeedRow &feed) const;
    [[nodiscard]] base::Result<> appendLeaf(
        const ScopeRow &scope, const log::VerifiedChange &change);
    /// Positions side by side.
    struct Places
    {
        std::uint64_t first = 0;
        std::uint64_t count = 0;
    };
    [[nodiscard]] log::Receipt receiptFor(
        const ScopeRow &scope,
        const Places &places,
        std::uint64_t firstLogIndex,
        qint64 recordedMs,
        const base::Hash &lastHeaderHash,
        const base::Hash &chain) const;
    /// An identity certifies its own device, unless that has or had a certificate already.
    [[nodiscard]] bool certifiesItself(std::uint32_t type, const base::PublicKey &device) const;

    DatabaseCore &m_core;
    log::CompactRange m_tree;
    qint64 m_lastRecordedMs = 0;
    log::ScopeMap m_map; ///< As it was in the checkpoint built last, of m_mapSize leaves.
    std::uint64_t m_mapSize = 0;
};

} // namespace spilno::replica
