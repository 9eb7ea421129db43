// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/PhotoShelf.h"
#include "core/replica/Replica.h"
#include "core/sync/SyncStore.h"

namespace spilno::profile {

/// Answers synchronisation from a Replica: each call is one call of its database on its thread.
/// Photos come from and go to a shelf; without one no blob is asked for.
class ReplicaSyncStore final : public sync::SyncStore
{
public:
    /// `replica` and `photos` (may be null) outlive the store.
    explicit ReplicaSyncStore(replica::Replica &replica, PhotoShelf *photos = nullptr)
        : m_replica(replica)
        , m_photos(photos)
    {
    }

    [[nodiscard]] Answer<sync::SyncStart> loadStart() override;
    [[nodiscard]] Answer<> bindCity(const QByteArray &genesis) override;
    [[nodiscard]] Answer<std::optional<sync::DeviceProof>> proveDevice(
        const QByteArray &message) override;
    [[nodiscard]] Answer<std::vector<std::optional<log::FeedState>>> feedStates(
        const std::vector<base::FeedId> &feeds) override;
    [[nodiscard]] Answer<> applySlice(const log::VerifiedSlice &slice) override;
    [[nodiscard]] Answer<> showPreview(const log::VerifiedPreview &preview) override;
    [[nodiscard]] Answer<> beginBulk(std::uint64_t changes) override;
    [[nodiscard]] Answer<> endBulk() override;
    [[nodiscard]] Answer<std::vector<replica::PendingRun>> pendingRuns(qint64 maxBytes) override;
    [[nodiscard]] Answer<> applyReceipt(const log::Receipt &receipt) override;
    [[nodiscard]] Answer<> resolveFork(const base::FeedId &feed, std::uint64_t seq) override;
    [[nodiscard]] Answer<> refuse(
        const base::FeedId &feed, std::uint64_t seq, const QString &reason) override;
    [[nodiscard]] Answer<> saveCheckpoint(const QByteArray &checkpoint) override;
    [[nodiscard]] Answer<> witnessCheckpoint(
        const QByteArray &checkpoint, const std::vector<QByteArray> &keyChain) override;
    [[nodiscard]] Answer<std::uint64_t> prove(
        const replica::ScopeProof &proof, const log::Checkpoint &checkpoint) override;
    [[nodiscard]] Answer<std::vector<sync::BlobJob>> blobJobs() override;
    [[nodiscard]] Answer<QByteArray> readBlobChunk(
        const base::BlobId &blob, std::uint64_t chunk) override;
    [[nodiscard]] Answer<> storeBlobChunk(const sync::BlobChunk &chunk) override;
    [[nodiscard]] Answer<> blobChunkSent(const base::BlobId &blob, std::uint64_t chunk) override;
    [[nodiscard]] Answer<> blobFailed(const sync::BlobJob &job) override;

private:
    replica::Replica &m_replica;
    PhotoShelf *m_photos;
};

} // namespace spilno::profile
