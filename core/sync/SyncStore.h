// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/log/Receipt.h"
#include "core/log/Verifier.h"
#include "core/replica/Pending.h"
#include "core/sync/SyncTypes.h"

#include <QtCore/QFuture>

#include <optional>
#include <vector>

namespace spilno::sync {

/// What synchronisation needs of a replica, shaped so that each call is one call of
/// replica::ReplicaDatabase on the replica's own thread. Called from one thread; calls take effect
/// in the order they are made, and each answer is one durable transaction that happened or did not.
class SyncStore
{
public:
    template <class T = void>
    using Answer = QFuture<base::Result<T>>;

    virtual ~SyncStore() = default;

    /// City, keys, cursors and own heads (pending changes included), newest checkpoint.
    [[nodiscard]] virtual Answer<SyncStart> loadStart() = 0;
    /// ReplicaDatabase::setCity().
    [[nodiscard]] virtual Answer<> bindCity(const QByteArray &genesis) = 0;
    /// Signs with the own device's key under kDeviceProofContext; nullopt when there is none or it
    /// is locked.
    [[nodiscard]] virtual Answer<std::optional<DeviceProof>> proveDevice(
        const QByteArray &message) = 0;

    /// ReplicaDatabase::feedState() of each. May be answered by a reader beside the writer: only
    /// feeds of which nothing is being applied are asked for.
    [[nodiscard]] virtual Answer<std::vector<std::optional<log::FeedState>>> feedStates(
        const std::vector<base::FeedId> &feeds) = 0;
    /// ReplicaDatabase::applySlice(). Busy: the rules are not applied far enough; it is tried again
    /// when another scope has come further.
    [[nodiscard]] virtual Answer<> applySlice(const log::VerifiedSlice &slice) = 0;
    /// ReplicaDatabase::showPreview(). What is wrong with it is answered, and ends nothing.
    [[nodiscard]] virtual Answer<> showPreview(const log::VerifiedPreview &preview) = 0;
    /// ReplicaDatabase::beginBulk() and endBulk(), around a catch-up that is long.
    [[nodiscard]] virtual Answer<> beginBulk(std::uint64_t changes) = 0;
    [[nodiscard]] virtual Answer<> endBulk() = 0;

    /// ReplicaDatabase::pendingRuns().
    [[nodiscard]] virtual Answer<std::vector<replica::PendingRun>> pendingRuns(qint64 maxBytes) = 0;
    /// ReplicaDatabase::applyReceipt(); a receipt of somebody else's run is a success too.
    [[nodiscard]] virtual Answer<> applyReceipt(const log::Receipt &receipt) = 0;
    /// ReplicaDatabase::resolveFork().
    [[nodiscard]] virtual Answer<> resolveFork(const base::FeedId &feed, std::uint64_t seq) = 0;
    /// ReplicaDatabase::refuse().
    [[nodiscard]] virtual Answer<> refuse(
        const base::FeedId &feed, std::uint64_t seq, const QString &reason) = 0;
    /// Keeps the newest checkpoint, for the next SyncStart.
    [[nodiscard]] virtual Answer<> saveCheckpoint(const QByteArray &checkpoint) = 0;

    /// ReplicaDatabase::witnessCheckpoint().
    [[nodiscard]] virtual Answer<> witnessCheckpoint(
        const QByteArray &checkpoint, const std::vector<QByteArray> &keyChain) = 0;

    /// ReplicaDatabase::prove().
    [[nodiscard]] virtual Answer<std::uint64_t> prove(
        const replica::ScopeProof &proof, const log::Checkpoint &checkpoint) = 0;

    /// Some of the blobs that are wanted here and that the server does not have yet; asked again
    /// when these are done. A replica that keeps no blobs answers none.
    [[nodiscard]] virtual Answer<std::vector<BlobJob>> blobJobs() = 0;
    [[nodiscard]] virtual Answer<QByteArray> readBlobChunk(
        const base::BlobId &blob, std::uint64_t chunk) = 0;
    /// Checks the chunk against its hash; BadSignature when it is not what was asked for.
    [[nodiscard]] virtual Answer<> storeBlobChunk(const BlobChunk &chunk) = 0;
    /// The server holds this chunk durably.
    [[nodiscard]] virtual Answer<> blobChunkSent(const base::BlobId &blob, std::uint64_t chunk) = 0;
    /// A job came to nothing; it is not asked for again at once.
    [[nodiscard]] virtual Answer<> blobFailed(const BlobJob &job) = 0;
};

} // namespace spilno::sync
