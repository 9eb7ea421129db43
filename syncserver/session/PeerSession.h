// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "syncserver/session/PagePlan.h"
#include "syncserver/session/RateLimit.h"
#include "syncserver/session/SessionEvents.h"

#include "core/base/Clock.h"
#include "core/base/Random.h"
#include "core/crypto/Signing.h"

#include <QtCore/QHash>

#include <deque>

namespace spilno::server {

/// What all sessions of a server share. Outlives them; constant but for the quota.
struct SessionContext
{
    QByteArray genesis;
    std::vector<QByteArray> keyChain;
    const crypto::SigningKey *serverKey = nullptr;
    base::Hash certificateHash; ///< SHA-256 of the TLS certificate.
    const base::Clock *clock = nullptr;
    base::Random *random = nullptr;
    RateLimit<QByteArray> *runsByAddress = nullptr;
    PreviewPolicy previews;
};

/// The server's side of one connection as a pure state machine: an event in, actions out. No
/// socket, no thread, no database; who runs it (PeerConnection, the simulation) carries out the
/// actions in their order. Frames of the other side are never trusted: what breaks the protocol
/// ends the session with BYE and touches nothing else.
class PeerSession
{
public:
    /// `address` names the other side for quotas only.
    PeerSession(const SessionContext &context, QByteArray address);

    [[nodiscard]] SessionActions step(const SessionEvent &event);

    [[nodiscard]] bool isEnded() const { return m_stage == Stage::Ended; }
    /// True after HELLO and WELCOME.
    [[nodiscard]] bool isLive() const { return m_stage == Stage::Live; }
    /// The device that proved itself, or null.
    [[nodiscard]] const base::PublicKey &device() const { return m_device; }
    /// The transport stops reading while this is true.
    [[nodiscard]] bool wantsNoMoreInput() const;

private:
    enum class Stage : std::uint8_t { Idle, Greeted, Welcoming, Live, Ended };

    void on(const Opened &event);
    void on(const Received &event);
    void on(const Welcomed &event);
    void on(const ViewRead &event);
    void on(const SliceRead &event);
    void on(const RunAnswered &event);
    void on(const BlobAnswered &event);
    void on(const Grown &event);
    void on(const CheckpointMade &event);
    void on(const ProofsRead &event);
    void on(const Drained &event);
    void on(const Tick &event);
    void on(const Stopping &event);

    void handle(const wire::Frame &frame);
    void handle(const wire::HelloFrame &hello);
    void handle(const wire::FollowFrame &follow);
    void handle(const wire::PushFrame &push);
    void handle(const wire::ProveFrame &prove);
    void handle(const wire::BlobGetFrame &get);
    void handle(const wire::BlobPutFrame &put);
    [[nodiscard]] bool provesDevice(const wire::HelloFrame &hello) const;

    void send(const wire::Frame &frame);
    void end(base::ErrorCode reason, const QString &detail);
    void retry(const wire::Run &run, qint64 afterMs, base::ErrorCode reason);
    void sendCheckpoint(const CheckpointNews &news);
    void pump();
    void pumpBlobs();
    void askView();

    const SessionContext &m_context;
    QByteArray m_address;
    Stage m_stage = Stage::Idle;
    SessionActions m_actions;
    wire::FrameParser m_parser;
    QByteArray m_nonce;
    wire::HelloFrame m_hello;
    base::PublicKey m_device;
    bool m_certified = false;
    PagePlan m_plan;

    struct PushedRun
    {
        base::FeedId feed;
        std::uint64_t seq = 0;
        qsizetype bytes = 0;
    };
    QHash<std::uint64_t, PushedRun> m_pushed;
    qint64 m_pushedBytes = 0;
    std::uint64_t m_nextToken = 1;
    std::deque<wire::BlobGetFrame> m_blobsWanted;
    bool m_blobBeingRead = false;
    int m_blobsBeingStored = 0;

    std::uint64_t m_checkpointSize = 0; ///< Of the one sent last.
    qint64 m_checkpointMs = 0;
    bool m_checkpointOwed = false;
    bool m_askingCheckpoint = false;
    bool m_askingProofs = false;
    bool m_viewStale = false;
    bool m_askingView = false;

    qint64 m_openedMs = 0;
    qint64 m_heardMs = 0; ///< Monotonic, of the last bytes received.
    bool m_pinged = false;
    qint64 m_bytesToWrite = 0;
    qint64 m_movedMs = 0; ///< Monotonic, when bytes last left.
};

} // namespace spilno::server
