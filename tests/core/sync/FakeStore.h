// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/SyncStore.h"
#include "tests/core/sync/TestCity.h"

#include <map>

namespace spilno::test {

/// A replica's log in memory, which answers at once: it keeps cursors, feed states and an outbox,
/// and refuses what a replica would refuse.
class FakeStore final : public sync::SyncStore
{
public:
    struct Applied
    {
        base::ScopeId scope;
        std::uint64_t first = 0;
        std::uint64_t count = 0;
    };

    Answer<sync::SyncStart> loadStart() override
    {
        ++starts;
        start.cursors.clear();
        for (const auto &[id, cursor] : cursors)
            start.cursors.push_back(cursor);
        return now(base::Result<sync::SyncStart>(start));
    }
    Answer<> bindCity(const QByteArray &genesis) override
    {
        start.city = wire::cityId(base::view(genesis));
        return done();
    }
    Answer<std::optional<sync::DeviceProof>> proveDevice(const QByteArray &) override
    {
        return now(base::Result<std::optional<sync::DeviceProof>>(std::nullopt));
    }
    Answer<std::vector<std::optional<log::FeedState>>> feedStates(
        const std::vector<base::FeedId> &wanted) override
    {
        std::vector<std::optional<log::FeedState>> states;
        for (const base::FeedId &feed : wanted) {
            const auto at = feeds.find(feed);
            states.push_back(at == feeds.end() ? std::nullopt : std::optional(at->second));
        }
        return now(base::Result<std::vector<std::optional<log::FeedState>>>(states));
    }
    Answer<> applySlice(const log::VerifiedSlice &slice) override
    {
        if (failNextApply) {
            const base::ErrorCode code = *std::exchange(failNextApply, std::nullopt);
            return now(base::Result<>(base::failure(code)));
        }
        wire::ScopeCursor &cursor = cursors[slice.scope];
        cursor.scope = slice.scope;
        if (slice.firstPosition + slice.changes.size() <= cursor.applied)
            return done();
        if (slice.firstPosition != cursor.applied)
            return now(base::Result<>(base::failure(base::ErrorCode::BrokenChain)));
        cursor.applied += slice.changes.size();
        cursor.chain = slice.chain;
        for (const log::VerifiedSlice::Feed &feed : slice.feeds)
            feeds[feed.after.feed] = feed.after;
        applied.push_back({slice.scope, slice.firstPosition, slice.changes.size()});
        return done();
    }
    Answer<> showPreview(const log::VerifiedPreview &preview) override
    {
        previews.push_back({preview.slice.scope, preview.slice.firstPosition});
        return done();
    }
    Answer<> beginBulk(std::uint64_t) override { return done(); }
    Answer<> endBulk() override { return done(); }
    Answer<std::vector<replica::PendingRun>> pendingRuns(qint64) override
    {
        return now(base::Result<std::vector<replica::PendingRun>>(outbox));
    }
    Answer<> applyReceipt(const log::Receipt &receipt) override
    {
        receipts.push_back(receipt);
        if (!outbox.empty())
            outbox.erase(outbox.begin());
        return done();
    }
    Answer<> resolveFork(const base::FeedId &, std::uint64_t) override { return done(); }
    Answer<> refuse(const base::FeedId &, std::uint64_t, const QString &) override
    {
        return done();
    }
    Answer<> saveCheckpoint(const QByteArray &checkpoint) override
    {
        start.checkpoint = checkpoint;
        return done();
    }
    Answer<> witnessCheckpoint(
        const QByteArray &checkpoint, const std::vector<QByteArray> & /*keyChain*/) override
    {
        witnessed.push_back(checkpoint);
        return done();
    }
    Answer<std::uint64_t> prove(const replica::ScopeProof &proof, const log::Checkpoint &) override
    {
        proofs.push_back(proof);
        return now(base::Result<std::uint64_t>(proof.head.next));
    }
    Answer<std::vector<sync::BlobJob>> blobJobs() override
    {
        return now(base::Result<std::vector<sync::BlobJob>>(std::vector<sync::BlobJob>()));
    }
    Answer<QByteArray> readBlobChunk(const base::BlobId &, std::uint64_t) override
    {
        return now(base::Result<QByteArray>(base::failure(base::ErrorCode::NotFound)));
    }
    Answer<> storeBlobChunk(const sync::BlobChunk &) override { return done(); }
    Answer<> blobChunkSent(const base::BlobId &, std::uint64_t) override { return done(); }
    Answer<> blobFailed(const sync::BlobJob &) override { return done(); }

    std::vector<replica::ScopeProof> proofs;
    std::vector<QByteArray> witnessed;
    sync::SyncStart start;
    std::map<base::ScopeId, wire::ScopeCursor> cursors;
    std::map<base::FeedId, log::FeedState> feeds;
    std::vector<Applied> applied;
    std::vector<std::pair<base::ScopeId, std::uint64_t>> previews;
    std::vector<replica::PendingRun> outbox;
    std::vector<log::Receipt> receipts;
    std::optional<base::ErrorCode> failNextApply;
    int starts = 0;

private:
    template <class T>
    static QFuture<T> now(T value)
    {
        return QtFuture::makeReadyFuture(std::move(value));
    }
    static Answer<> done() { return now(base::Result<>()); }
};

} // namespace spilno::test
