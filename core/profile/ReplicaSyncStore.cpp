// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/ReplicaSyncStore.h"

namespace spilno::profile {

using replica::ReplicaDatabase;

namespace {

const QString kCheckpointSetting = QStringLiteral("checkpoint");

base::Result<> outcomeOf(const base::Result<replica::ChangeSet> &changes)
{
    return changes ? base::Result<>() : base::failure(changes.error());
}

template <class T = void>
base::Result<T> noPhotos()
{
    return base::failure(base::ErrorCode::NotFound, QStringLiteral("no photos are kept here"));
}

} // namespace

sync::SyncStore::Answer<sync::SyncStart> ReplicaSyncStore::loadStart()
{
    return m_replica.write([](ReplicaDatabase &database) -> base::Result<sync::SyncStart> {
        sync::SyncStart start;
        if (!database.hasCity())
            return start;
        start.city = database.cityId();
        start.sequencerKey = database.sequencerKey();
        SPILNO_ASSIGN(start.cursors, database.cursors());
        SPILNO_ASSIGN(start.ownHeads, database.ownHeads());
        SPILNO_ASSIGN(start.checkpoint, database.setting(kCheckpointSetting));
        return start;
    });
}

sync::SyncStore::Answer<> ReplicaSyncStore::bindCity(const QByteArray &genesis)
{
    return m_replica.write(
        [genesis](ReplicaDatabase &database) { return database.setCity(genesis); });
}

sync::SyncStore::Answer<std::optional<sync::DeviceProof>> ReplicaSyncStore::proveDevice(
    const QByteArray &message)
{
    return m_replica.write(
        [message](ReplicaDatabase &database) -> base::Result<std::optional<sync::DeviceProof>> {
            const auto &identity = database.identity();
            if (!identity)
                return std::optional<sync::DeviceProof>();
            return std::optional<sync::DeviceProof>(
                {identity->device.publicKey(),
                 identity->device.sign(sync::kDeviceProofContext, base::view(message))});
        });
}

sync::SyncStore::Answer<std::vector<std::optional<log::FeedState>>> ReplicaSyncStore::feedStates(
    const std::vector<base::FeedId> &feeds)
{
    using States = std::vector<std::optional<log::FeedState>>;
    return m_replica.read([feeds](const ReplicaDatabase &database) -> base::Result<States> {
        States states;
        states.reserve(feeds.size());
        for (const base::FeedId &feed : feeds) {
            SPILNO_ASSIGN(auto state, database.feedState(feed));
            states.push_back(std::move(state));
        }
        return states;
    });
}

sync::SyncStore::Answer<> ReplicaSyncStore::applySlice(const log::VerifiedSlice &slice)
{
    return m_replica
        .write([slice](ReplicaDatabase &database) { return database.applySlice(slice); })
        .then(outcomeOf);
}

sync::SyncStore::Answer<> ReplicaSyncStore::showPreview(const log::VerifiedPreview &preview)
{
    return m_replica
        .write([preview](ReplicaDatabase &database) { return database.showPreview(preview); })
        .then(outcomeOf);
}

sync::SyncStore::Answer<> ReplicaSyncStore::beginBulk(std::uint64_t changes)
{
    return m_replica.write(
        [changes](ReplicaDatabase &database) { return database.beginBulk(changes); });
}

sync::SyncStore::Answer<> ReplicaSyncStore::endBulk()
{
    return m_replica.write([](ReplicaDatabase &database) { return database.endBulk(); });
}

sync::SyncStore::Answer<std::vector<replica::PendingRun>> ReplicaSyncStore::pendingRuns(
    qint64 maxBytes)
{
    return m_replica.write(
        [maxBytes](ReplicaDatabase &database) { return database.pendingRuns(maxBytes); });
}

sync::SyncStore::Answer<> ReplicaSyncStore::applyReceipt(const log::Receipt &receipt)
{
    return m_replica.write(
        [receipt](ReplicaDatabase &database) { return database.applyReceipt(receipt); });
}

sync::SyncStore::Answer<> ReplicaSyncStore::resolveFork(const base::FeedId &feed, std::uint64_t seq)
{
    return m_replica
        .write([feed, seq](ReplicaDatabase &database) { return database.resolveFork(feed, seq); })
        .then(outcomeOf);
}

sync::SyncStore::Answer<> ReplicaSyncStore::refuse(
    const base::FeedId &feed, std::uint64_t seq, const QString &reason)
{
    return m_replica
        .write([feed, seq, reason](ReplicaDatabase &database) {
            return database.refuse(feed, seq, reason);
        })
        .then(outcomeOf);
}

sync::SyncStore::Answer<> ReplicaSyncStore::saveCheckpoint(const QByteArray &checkpoint)
{
    return m_replica.write([checkpoint](ReplicaDatabase &database) {
        return database.setSetting(kCheckpointSetting, checkpoint);
    });
}

sync::SyncStore::Answer<> ReplicaSyncStore::witnessCheckpoint(
    const QByteArray &checkpoint, const std::vector<QByteArray> &keyChain)
{
    return m_replica.write([checkpoint, keyChain](ReplicaDatabase &database) {
        return database.witnessCheckpoint(checkpoint, keyChain);
    });
}

sync::SyncStore::Answer<std::uint64_t> ReplicaSyncStore::prove(
    const replica::ScopeProof &proof, const log::Checkpoint &checkpoint)
{
    return m_replica.write([proof, checkpoint](ReplicaDatabase &database) {
        return database.prove(proof, checkpoint);
    });
}

sync::SyncStore::Answer<std::vector<sync::BlobJob>> ReplicaSyncStore::blobJobs()
{
    if (m_photos != nullptr)
        return m_photos->jobs();
    return QtFuture::makeReadyFuture(
        base::Result<std::vector<sync::BlobJob>>(std::vector<sync::BlobJob>()));
}

sync::SyncStore::Answer<QByteArray> ReplicaSyncStore::readBlobChunk(
    const base::BlobId &blob, std::uint64_t chunk)
{
    return m_photos != nullptr ? m_photos->readChunk(blob, chunk)
                               : QtFuture::makeReadyFuture(noPhotos<QByteArray>());
}

sync::SyncStore::Answer<> ReplicaSyncStore::storeBlobChunk(const sync::BlobChunk &chunk)
{
    return m_photos != nullptr ? m_photos->storeChunk(chunk)
                               : QtFuture::makeReadyFuture(noPhotos<>());
}

sync::SyncStore::Answer<> ReplicaSyncStore::blobChunkSent(
    const base::BlobId &blob, std::uint64_t chunk)
{
    return m_photos != nullptr ? m_photos->chunkSent(blob, chunk)
                               : QtFuture::makeReadyFuture(noPhotos<>());
}

sync::SyncStore::Answer<> ReplicaSyncStore::blobFailed(const sync::BlobJob &job)
{
    return m_photos != nullptr ? m_photos->failed(job) : QtFuture::makeReadyFuture(noPhotos<>());
}

} // namespace spilno::profile
