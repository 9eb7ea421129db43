// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/SliceOverlay.h"
#include "core/sync/SyncSession.h"
#include "tests/core/sync/TestCity.h"

namespace spilno::test {

/// Plays the server and the storage to one SyncSession: collects what it asks for, and verifies
/// and applies slices as a replica would.
class SessionDriver
{
public:
    explicit SessionDriver(
        const TestCity &city,
        const sync::SyncStart &start = {},
        sync::SyncMode mode = sync::SyncMode::Live)
        : session({city.id(), mode, &m_random}, start)
        , certificate(32, 'c')
        , m_overlay(city.id(), start.cursors)
    {
        session.advanceTo(1);
        session.connected(certificate);
    }

    void serve(const wire::Frame &frame) { serveBytes(wire::encodeFrame(frame)); }
    void serveBytes(const QByteArray &bytes)
    {
        session.received(base::view(bytes));
        collect();
    }
    void advance(qint64 ms)
    {
        now += ms;
        session.advanceTo(now);
        collect();
    }

    /// Through the handshake, with an empty outbox.
    void welcome(TestCity &city)
    {
        serve(city.greeting(certificate));
        wire::WelcomeFrame frame;
        frame.scopes = city.heads();
        serve(frame);
    }

    /// Takes what the session asks for; slices are applied at once unless `holdSlices`.
    void collect()
    {
        for (;;) {
            const std::vector<sync::Action> actions = session.takeActions();
            if (actions.empty())
                return;
            for (const sync::Action &todo : actions)
                std::visit([this](const auto &what) { take(what); }, todo);
        }
    }

    /// Applies the oldest slice that was held.
    void applyOne(const base::Result<> &result = {})
    {
        const wire::Slice slice = heldSlices.front();
        heldSlices.erase(heldSlices.begin());
        const auto verified = m_overlay.verify(slice);
        if (!verified) {
            session.sliceVerificationFailed(verified.error());
        } else if (!result) {
            m_overlay.reset(slice.scope);
            session.sliceDone(result);
        } else {
            m_overlay.applied(slice.scope, slice.firstPosition + slice.count(), slice.chain);
            applied.push_back({slice.scope, slice.firstPosition, slice.count()});
            session.sliceDone({});
        }
        collect();
    }

    template <class FrameKind>
    [[nodiscard]] std::vector<FrameKind> sent() const
    {
        std::vector<FrameKind> found;
        for (const wire::Frame &frame : frames) {
            if (const auto *one = std::get_if<FrameKind>(&frame))
                found.push_back(*one);
        }
        return found;
    }

    struct AppliedSlice
    {
        base::ScopeId scope;
        std::uint64_t first = 0;
        std::uint64_t count = 0;
    };

private:
    SeededRandom m_random{7};

public:
    sync::SyncSession session;
    QByteArray certificate;
    qint64 now = 1;
    std::vector<wire::Frame> frames;
    std::vector<AppliedSlice> applied;
    std::vector<wire::Slice> heldSlices;
    std::vector<wire::Preview> previews;
    bool holdSlices = false;
    std::vector<replica::PendingRun> outbox;
    int fetches = 0;
    std::vector<log::Receipt> receipts;
    std::vector<sync::action::ResolveFork> forks;
    std::vector<sync::action::Refuse> refusals;
    std::vector<QByteArray> checkpoints;
    std::vector<QByteArray> witnessed;
    std::vector<replica::ScopeProof> proofs;
    std::optional<base::ErrorCode> proofError; ///< What the storage finds wrong with a proof.
    /// How much of a scope the storage holds.
    std::uint64_t provable = std::numeric_limits<std::uint64_t>::max();
    std::vector<QByteArray> bound;
    std::vector<sync::BlobJob> blobJobs;
    std::vector<sync::BlobChunk> blobChunks;
    std::vector<sync::BlobJob> failedBlobs;
    std::optional<sync::DeviceProof> proof;
    QByteArray proofMessage;
    std::optional<sync::action::Close> closed;

private:
    void take(const sync::action::Send &todo)
    {
        const auto parsed = m_parser.feed(base::view(todo.bytes));
        frames.insert(frames.end(), parsed->begin(), parsed->end());
    }
    void take(const sync::action::BindCity &todo) { bound.push_back(todo.genesis); }
    void take(const sync::action::ProveDevice &todo)
    {
        proofMessage = todo.message;
        session.deviceProved(proof);
    }
    void take(const sync::action::VerifyAndApply &todo)
    {
        heldSlices.push_back(todo.slice);
        if (!holdSlices)
            applyOne();
    }
    void take(const sync::action::ShowPreview &todo) { previews.push_back(todo.preview); }
    void take(const sync::action::FetchRuns &)
    {
        ++fetches;
        session.outboxReady(outbox);
    }
    void take(const sync::action::ApplyReceipt &todo)
    {
        receipts.push_back(todo.receipt);
        if (!outbox.empty())
            outbox.erase(outbox.begin());
    }
    void take(const sync::action::ResolveFork &todo) { forks.push_back(todo); }
    void take(const sync::action::Refuse &todo) { refusals.push_back(todo); }
    void take(const sync::action::SaveCheckpoint &todo) { checkpoints.push_back(todo.checkpoint); }
    void take(const sync::action::WitnessCheckpoint &todo) { witnessed.push_back(todo.checkpoint); }
    void take(const sync::action::CheckProof &todo)
    {
        proofs.push_back(todo.proof);
        session.proofChecked(
            todo.proof, proofError ? base::Result<std::uint64_t>(base::failure(*proofError))
                                   : base::Result<std::uint64_t>(
                                         std::min<std::uint64_t>(todo.proof.head.next, provable)));
    }
    void take(const sync::action::FetchBlobJobs &)
    {
        session.blobJobsReady(std::exchange(blobJobs, {}));
    }
    void take(const sync::action::ReadBlobChunk &) { session.blobChunkRead(QByteArray("chunk")); }
    void take(const sync::action::StoreBlobChunk &todo)
    {
        blobChunks.push_back(todo.chunk);
        session.blobChunkStored(true);
    }
    void take(const sync::action::BlobChunkSent &) {}
    void take(const sync::action::BlobFailed &todo) { failedBlobs.push_back(todo.job); }
    void take(const sync::action::Close &todo) { closed = todo; }

    wire::FrameParser m_parser;
    sync::SliceOverlay m_overlay;
};

} // namespace spilno::test
