// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/BlobExchange.h"
#include "core/sync/CheckpointTrail.h"
#include "core/sync/PushWindow.h"
#include "core/sync/SliceQueue.h"
#include "core/sync/SyncTypes.h"

#include <optional>
#include <set>
#include <vector>

namespace spilno::sync {

/// The client side of one session with a server, as a pure state machine: events go in, actions
/// come out of takeActions(); no object system, thread, clock or I/O. One connection, then it is
/// thrown away. What is to be sent is always what the storage says is not acknowledged; events are
/// only occasions to ask. A SyncWorker drives it; tests and the simulation do so directly.
///
///   GREETING -> (ProveDevice) -> HELLO -> WELCOME -> PAGE… and PUSH… -> live
class SyncSession
{
public:
    struct Config
    {
        base::CityId city; ///< The fingerprint of the address.
        SyncMode mode = SyncMode::Live;
        base::Random *random = nullptr;
    };

    SyncSession(const Config &config, const SyncStart &start);

    // ── Events ──────────────────────────────────────────────────────────────────────────────────
    /// Sets the time, in milliseconds that only grow, of this and the events that follow; call it
    /// before each event, and every second. Keep-alive, watchdog and retries hang on it.
    void advanceTo(qint64 nowMs);
    void connected(const QByteArray &certificateSha256);
    void received(base::ByteView bytes);
    /// The network took bytes: the line is not stuck.
    void written(qint64 bytes);
    void disconnected();
    /// The owner wants the session to end in good order.
    void stop();
    /// The replica failed: the session ends.
    void storageFailed(const base::Error &error);

    /// Answer to ProveDevice; nullopt: read as nobody.
    void deviceProved(const std::optional<DeviceProof> &proof);
    /// Answer to VerifyAndApply, in the order asked.
    void sliceVerificationFailed(const base::Error &error);
    void sliceDone(const base::Result<> &applied);
    /// Answer to FetchRuns: everything that is not acknowledged, or its oldest part.
    void outboxReady(const std::vector<replica::PendingRun> &pending);
    /// Answer to CheckProof: how far the scope is proven now; BadSignature, BrokenChain.
    void proofChecked(const replica::ScopeProof &proof, const base::Result<std::uint64_t> &proven);
    /// Something was written here.
    void localWork();
    void blobJobsReady(const std::vector<BlobJob> &jobs);
    void blobChunkRead(const base::Result<QByteArray> &bytes);
    void blobChunkStored(bool stored);
    /// There are blobs to fetch or to send.
    void blobWork();

    // ── Actions ─────────────────────────────────────────────────────────────────────────────────
    /// What is to be done now, in this order; Close is the last there ever is.
    [[nodiscard]] std::vector<Action> takeActions();

    [[nodiscard]] const SessionProgress &progress() const { return m_progress; }
    [[nodiscard]] bool hasEnded() const { return m_progress.phase == SessionPhase::Ended; }

private:
    void handle(const wire::GreetingFrame &frame);
    void handle(const wire::WelcomeFrame &frame);
    void handle(const wire::PageFrame &frame);
    void handle(const wire::ScopeDoneFrame &frame);
    void handle(const wire::ReceiptFrame &frame);
    void handle(const wire::HeldFrame &frame);
    void handle(const wire::ForkFrame &frame);
    void handle(const wire::RetryFrame &frame);
    void handle(const wire::RefusedFrame &frame);
    void handle(const wire::CheckpointFrame &frame);
    void handle(const wire::ProofFrame &frame);
    void handle(const wire::BlobPartFrame &frame);
    void handle(const wire::BlobDoneFrame &frame);
    void handle(const wire::PingFrame &frame);
    void handle(const wire::PongFrame &frame);
    void handle(const wire::ByeFrame &frame);
    template <class Other>
    void handle(const Other &frame);

    [[nodiscard]] bool isActive() const;
    [[nodiscard]] bool handshakeFrame(const wire::Frame &frame) const;
    void send(const wire::Frame &frame);
    void end(EndReason reason, const base::Error &error = {});
    void takeCheckpoint(const QByteArray &note, const std::vector<base::Hash> &consistency);
    void resolveHeadsAhead(const std::vector<wire::FeedHead> &logged);
    void answered();
    void fetchRuns();
    void pump();
    void pumpSlices();
    void noteBlobs(const wire::Slice &slice);
    void pumpProofs();
    [[nodiscard]] bool awaitsProofs() const;
    void finishWhenDone();
    void watch();
    [[nodiscard]] bool serverOwes() const;
    void moved() { m_movedMs = m_nowMs; }

    Config m_config;
    SyncStart m_start;
    wire::FrameParser m_parser;
    CheckpointTrail m_trail;
    PushWindow m_pushes;
    SliceQueue m_slices;
    BlobExchange m_blobs;
    SessionProgress m_progress;
    ServerIdentity m_server;
    std::vector<QByteArray> m_keyChain;
    QByteArray m_certificateSha256;
    std::vector<Action> m_actions;

    enum class Fetch { None, Running, RunningStale };
    Fetch m_fetch = Fetch::None;
    qint64 m_fetchBytes = 0;
    bool m_outboxSettled = false; ///< Asked, and nothing of it could be sent.

    bool m_proofsDue = false; ///< There is a checkpoint that nothing was asked of.
    std::vector<base::ScopeId> m_proofsWanted;
    std::size_t m_proofsAsked = 0; ///< Answers to come.
    int m_proofsInWork = 0;
    qint64 m_proofsFromMs = 0; ///< A standing session asks again from then on.
    std::set<base::ScopeId> m_unprovable; ///< The server does not tell where these stand.
    qint64 m_appliedMs = 0;               ///< When the last slice was, or the line came up.

    qint64 m_nowMs = 0;
    qint64 m_movedMs = 0;    ///< The last sign that what is owed is on its way.
    qint64 m_answeredMs = 0; ///< The last answer to a PUSH, or the first PUSH.
    qint64 m_heardMs = 0;    ///< The last byte of any kind.
    qint64 m_retriedMs = 0;
    qint64 m_blobsRetriedMs = 0;
    bool m_pinged = false;
    std::uint64_t m_pingToken = 0;
};

} // namespace spilno::sync
