// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replica/Replica.h"
#include "core/sync/SyncStore.h"

namespace spilno::profile {

/// Answers synchronisation from a Replica: each call is one call of its database on its thread.
/// Photos are kept by the replica's blob store once one is set; until then no blob is asked for.
class ReplicaSyncStore final : public sync::SyncStore
{
public:
    /// `replica` outlives the store.
    explicit ReplicaSyncStore(replica::Replica &replica)
        : m_replica(replica)
    {
    }

    [[nodiscard]] Answer<sync::SyncStart> loadStart() override;
    [[nodiscard]] Answer<> bindCity(const QByteArray &genesis) override;
    [[nodiscard]] Answer<std::optional<sync::DeviceProof>> proveDevice(
        const QByteArray &message) override;
    [[nodiscard]] Answer<std::vector<std::optional<log::FeedState>>> feedStates(
        const std::vector<base::FeedId> &feeds) override;
    [[nodiscard]] Answer<> applySlice(const log::VerifiedSlice &slice) override;
    [[nodiscard]] Answer<> beginBulk() override;
    [[nodiscard]] Answer<> endBulk() override;
    [[nodiscard]] Answer<std::vector<replica::PendingRun>> pendingRuns(qint64 maxBytes) override;
    [[nodiscard]] Answer<> applyReceipt(const log::Receipt &receipt) override;
    [[nodiscard]] Answer<> resolveFork(const base::FeedId &feed, std::uint64_t seq) override;
    [[nodiscard]] Answer<> refuse(
        const base::FeedId &feed, std::uint64_t seq, const QString &reason) override;
    [[nodiscard]] Answer<> saveCheckpoint(const QByteArray &checkpoint) override;
    [[nodiscard]] Answer<std::vector<sync::BlobJob>> blobJobs() override;
    [[nodiscard]] Answer<QByteArray> readBlobChunk(
        const base::BlobId &blob, std::uint64_t chunk) override;
    [[nodiscard]] Answer<> storeBlobChunk(const sync::BlobChunk &chunk) override;
    [[nodiscard]] Answer<> blobChunkSent(const base::BlobId &blob, std::uint64_t chunk) override;

private:
    replica::Replica &m_replica;
};

} // namespace spilno::profile
