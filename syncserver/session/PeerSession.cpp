// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/session/PeerSession.h"

#include "core/base/Limits.h"
#include "core/crypto/Hashing.h"

#include <algorithm>

namespace spilno::server {

namespace {

using base::ErrorCode;

constexpr std::uint64_t kVersion = 1;
constexpr std::size_t kNonceBytes = 32;
constexpr qint64 kHelloWithinMs = 10'000;
constexpr qint64 kPingAfterMs = 25'000;
constexpr qint64 kSilentMs = 90'000;
constexpr qint64 kCheckpointEveryMs = 1'000;
constexpr qint64 kBytesToWriteMax = 1024 * 1024;
constexpr qint64 kInputPausesAt = 4 * 1024 * 1024;
constexpr int kPushedRunsMax = 256;
constexpr qint64 kPushedBytesMax = 16 * 1024 * 1024;
constexpr qint64 kBlobYieldsAt = 512 * 1024;
constexpr int kBlobsStoredAtOnceMax = 16;
constexpr std::size_t kBlobsWantedMax = 8'192;
constexpr qint64 kBusyRetryMs = 1'000;

} // namespace

PeerSession::PeerSession(const SessionContext &context, QByteArray address)
    : m_context(context)
    , m_address(std::move(address))
    , m_plan(context.previews)
{
}

SessionActions PeerSession::step(const SessionEvent &event)
{
    m_actions.clear();
    if (m_stage != Stage::Ended)
        std::visit([this](const auto &happened) { on(happened); }, event);
    return std::move(m_actions);
}

bool PeerSession::wantsNoMoreInput() const
{
    return m_bytesToWrite > kInputPausesAt || m_blobsBeingStored >= kBlobsStoredAtOnceMax;
}

// ── Greeting ────────────────────────────────────────────────────────────────────────────────────

void PeerSession::on(const Opened &)
{
    if (m_stage != Stage::Idle)
        return;
    m_stage = Stage::Greeted;
    m_openedMs = m_heardMs = m_movedMs = m_context.clock->monotonicMs();
    m_nonce.resize(kNonceBytes);
    m_context.random->fill({reinterpret_cast<std::uint8_t *>(m_nonce.data()), kNonceBytes});
    wire::GreetingFrame greeting;
    greeting.versions = {kVersion};
    greeting.cityGenesis = m_context.genesis;
    greeting.keyChain = m_context.keyChain;
    greeting.serverKey = m_context.serverKey->publicKey();
    const QByteArray proved = m_context.certificateHash.toByteArray() + m_nonce;
    greeting.proof = m_context.serverKey->sign("spilno-srv-1", base::view(proved));
    greeting.nonce = m_nonce;
    greeting.nowMs = m_context.clock->wallMs();
    send(greeting);
}

void PeerSession::on(const Received &event)
{
    m_heardMs = m_context.clock->monotonicMs();
    m_pinged = false;
    auto frames = m_parser.feed(event.bytes);
    if (!frames) {
        end(frames.error().code, frames.error().detail);
        return;
    }
    for (const wire::Frame &frame : *frames) {
        handle(frame);
        if (m_stage == Stage::Ended)
            return;
    }
    if (m_stage == Stage::Greeted && m_parser.pendingBytes() > limits::kHelloBytesMax)
        end(ErrorCode::LimitExceeded, QStringLiteral("a greeting that is too long"));
    pump();
}

void PeerSession::handle(const wire::Frame &frame)
{
    if (const auto *hello = std::get_if<wire::HelloFrame>(&frame)) {
        handle(*hello);
    } else if (m_stage == Stage::Greeted) {
        end(ErrorCode::Malformed, QStringLiteral("the first frame is not a HELLO"));
    } else if (const auto *push = std::get_if<wire::PushFrame>(&frame)) {
        handle(*push);
    } else if (const auto *credit = std::get_if<wire::CreditFrame>(&frame)) {
        m_plan.addCredit(credit->bytes, m_context.clock->monotonicMs());
    } else if (const auto *follow = std::get_if<wire::FollowFrame>(&frame)) {
        handle(*follow);
    } else if (const auto *ping = std::get_if<wire::PingFrame>(&frame)) {
        send(wire::PongFrame{ping->token});
    } else if (const auto *get = std::get_if<wire::BlobGetFrame>(&frame)) {
        handle(*get);
    } else if (const auto *put = std::get_if<wire::BlobPutFrame>(&frame)) {
        handle(*put);
    } else if (const auto *prove = std::get_if<wire::ProveFrame>(&frame)) {
        handle(*prove);
    } else if (std::holds_alternative<wire::ByeFrame>(frame)) {
        m_stage = Stage::Ended;
        m_actions.emplace_back(Close{});
    } else if (!std::holds_alternative<wire::PongFrame>(frame)) {
        end(ErrorCode::Malformed, QStringLiteral("a frame that only a server sends"));
    }
}

bool PeerSession::provesDevice(const wire::HelloFrame &hello) const
{
    const QByteArray proved = m_nonce + m_context.certificateHash.toByteArray();
    return crypto::verify(hello.device, "spilno-dev-1", base::view(proved), hello.proof);
}

void PeerSession::handle(const wire::HelloFrame &hello)
{
    if (m_stage != Stage::Greeted) {
        end(ErrorCode::Malformed, QStringLiteral("a second HELLO"));
        return;
    }
    if (hello.version != kVersion) {
        end(ErrorCode::UnsupportedVersion, QStringLiteral("this server speaks version 1"));
        return;
    }
    if (!hello.device.isNull() && !provesDevice(hello)) {
        end(ErrorCode::BadSignature, QStringLiteral("the device does not prove its key"));
        return;
    }
    m_hello = hello;
    m_device = hello.device;
    m_stage = Stage::Welcoming;
    m_actions.emplace_back(AskWelcome{m_device, hello.checkpointSeen, hello.ownHeads});
}

void PeerSession::on(const Welcomed &event)
{
    if (m_stage != Stage::Welcoming)
        return;
    if (event.view.failed) {
        end(ErrorCode::Busy, QStringLiteral("the server cannot read its storage"));
        return;
    }
    m_stage = Stage::Live;
    m_certified = event.view.certified;
    m_plan.start(event.view, m_hello.cursors, m_hello.everything, m_hello.creditBytes);
    wire::WelcomeFrame welcome;
    welcome.checkpoint = event.checkpoint.bytes;
    welcome.consistency = event.checkpoint.consistency;
    welcome.scopes = m_plan.heads();
    welcome.logged = event.logged;
    welcome.nowMs = m_context.clock->wallMs();
    send(welcome);
    m_checkpointSize = event.checkpoint.treeSize;
    m_checkpointOwed = event.checkpoint.failed;
    m_checkpointMs = m_context.clock->monotonicMs();
    m_hello = {};
    pump();
}

// ── Pages ───────────────────────────────────────────────────────────────────────────────────────

void PeerSession::pump()
{
    if (m_stage != Stage::Live)
        return;
    while (m_bytesToWrite < kBytesToWriteMax) {
        const auto frame = m_plan.nextFrame();
        if (!frame)
            break;
        send(*frame);
    }
    if (const auto read = m_plan.read())
        m_actions.emplace_back(*read);
    pumpBlobs();
}

void PeerSession::on(const SliceRead &event)
{
    m_plan.take(event, m_context.clock->monotonicMs());
    pump();
}

void PeerSession::on(const Grown &event)
{
    if (m_stage != Stage::Live)
        return;
    const bool unknown = m_plan.grow(event.scopes);
    // Rules say who may read; a sealed scope says who its readers are.
    const bool rights =
        std::any_of(event.scopes.begin(), event.scopes.end(), [](const ScopeState &scope) {
            return scope.kind == replica::ScopeKind::Rules ||
                   scope.kind == replica::ScopeKind::Sealed;
        });
    m_viewStale = m_viewStale || unknown || rights;
    pump();
}

void PeerSession::askView()
{
    if (!m_viewStale || m_askingView)
        return;
    m_viewStale = false;
    m_askingView = true;
    m_actions.emplace_back(AskView{m_device});
}

void PeerSession::on(const ViewRead &event)
{
    m_askingView = false;
    if (event.view.failed) {
        m_viewStale = true; // with the next tick
        return;
    }
    m_certified = event.view.certified;
    m_plan.setView(event.view);
    pump();
}

void PeerSession::on(const Drained &event)
{
    if (event.bytesToWrite < m_bytesToWrite)
        m_movedMs = m_context.clock->monotonicMs();
    m_bytesToWrite = event.bytesToWrite;
    pump();
}

// ── Pushes ──────────────────────────────────────────────────────────────────────────────────────

void PeerSession::handle(const wire::FollowFrame &follow)
{
    if (m_stage == Stage::Welcoming) {
        // More cursors than one HELLO holds.
        if (m_hello.cursors.size() < limits::kWelcomeScopesMax)
            m_hello.cursors.insert(
                m_hello.cursors.end(), follow.cursors.begin(), follow.cursors.end());
        return;
    }
    m_plan.follow(follow.cursors);
    m_viewStale = true;
}

void PeerSession::handle(const wire::PushFrame &push)
{
    auto run = wire::decodeRun(push.run);
    if (!run) {
        end(run.error().code, run.error().detail);
        return;
    }
    if (m_pushed.size() >= kPushedRunsMax || m_pushedBytes >= kPushedBytesMax) {
        retry(*run, kBusyRetryMs, ErrorCode::Busy);
        return;
    }
    const qint64 now = m_context.clock->monotonicMs();
    if (const qint64 wait = m_context.runsByAddress->waitMs(m_address, 1, now); wait > 0) {
        retry(*run, wait, ErrorCode::LimitExceeded);
        return;
    }
    m_context.runsByAddress->charge(m_address, 1, now);
    const std::uint64_t token = m_nextToken++;
    m_pushed.insert(token, {run->feed, run->firstSeq, run->bytes.size()});
    m_pushedBytes += run->bytes.size();
    m_actions.emplace_back(SubmitRun{token, std::move(*run)});
}

void PeerSession::retry(const wire::Run &run, qint64 afterMs, ErrorCode reason)
{
    send(wire::RetryFrame{
        run.feed, run.firstSeq, static_cast<std::uint64_t>(afterMs), base::errorCodeName(reason)});
}

void PeerSession::on(const RunAnswered &event)
{
    const auto found = m_pushed.constFind(event.token);
    if (found == m_pushed.constEnd())
        return;
    const PushedRun run = *found;
    m_pushed.erase(found);
    m_pushedBytes -= run.bytes;
    switch (event.verdict) {
    case RunVerdict::Receipt:
        send(wire::ReceiptFrame{event.bytes});
        break;
    case RunVerdict::Fork:
        send(wire::ForkFrame{run.feed, event.forkSeq, event.bytes});
        break;
    case RunVerdict::Retry:
        send(wire::RetryFrame{run.feed, run.seq, event.afterMs, event.reason});
        break;
    case RunVerdict::Refused:
        send(wire::RefusedFrame{run.feed, run.seq, event.reason});
        if (event.hostile)
            end(ErrorCode::BadSignature, QStringLiteral("a run that does not verify"));
        break;
    }
}

// ── Blobs ───────────────────────────────────────────────────────────────────────────────────────

void PeerSession::handle(const wire::BlobGetFrame &get)
{
    if (m_blobsWanted.size() >= kBlobsWantedMax) {
        end(ErrorCode::LimitExceeded, QStringLiteral("too many blobs asked for at once"));
        return;
    }
    m_blobsWanted.push_back(get);
}

void PeerSession::pumpBlobs()
{
    // One at a time and only into an empty line: photos never delay text.
    if (m_blobsWanted.empty() || m_blobBeingRead || m_bytesToWrite > kBlobYieldsAt)
        return;
    m_blobBeingRead = true;
    m_actions.emplace_back(GetBlob{m_blobsWanted.front()});
    m_blobsWanted.pop_front();
}

void PeerSession::handle(const wire::BlobPutFrame &put)
{
    if (!m_certified) {
        m_viewStale = true;
        send(wire::BlobDoneFrame{put.blob, put.chunk, false});
        return;
    }
    ++m_blobsBeingStored;
    m_actions.emplace_back(PutBlob{m_device, put});
}

void PeerSession::on(const BlobAnswered &event)
{
    if (event.put) {
        --m_blobsBeingStored;
    } else {
        m_blobBeingRead = false;
    }
    std::visit([this](const auto &frame) { send(frame); }, event.frame);
    pump();
}

// ── Checkpoints ─────────────────────────────────────────────────────────────────────────────────

void PeerSession::on(const CheckpointMade &event)
{
    if (m_stage != Stage::Live)
        return;
    const bool asked = m_askingCheckpoint && event.news.fromSize == m_checkpointSize;
    if (asked)
        m_askingCheckpoint = false;
    if (event.news.failed) {
        m_checkpointOwed = true; // with the next tick
        return;
    }
    if (event.news.treeSize <= m_checkpointSize)
        return;
    const qint64 now = m_context.clock->monotonicMs();
    if (m_bytesToWrite > kBytesToWriteMax || now - m_checkpointMs < kCheckpointEveryMs ||
        event.news.fromSize != m_checkpointSize) {
        m_checkpointOwed = true;
        return;
    }
    sendCheckpoint(event.news);
}

void PeerSession::sendCheckpoint(const CheckpointNews &news)
{
    send(wire::CheckpointFrame{news.bytes, news.consistency});
    m_checkpointSize = news.treeSize;
    m_checkpointMs = m_context.clock->monotonicMs();
    m_checkpointOwed = false;
}

void PeerSession::handle(const wire::ProveFrame &prove)
{
    if (m_stage != Stage::Live || m_askingProofs) {
        end(ErrorCode::Malformed, QStringLiteral("proofs asked for before others were answered"));
        return;
    }
    m_askingProofs = true;
    m_actions.emplace_back(AskProofs{m_device, prove.scopes});
}

void PeerSession::on(const ProofsRead &event)
{
    m_askingProofs = false;
    if (m_stage != Stage::Live)
        return;
    for (const wire::ProofFrame &proof : event.proofs)
        send(proof);
}

// ── Time and the end ────────────────────────────────────────────────────────────────────────────

void PeerSession::on(const Tick &)
{
    if (m_stage == Stage::Idle)
        return;
    const qint64 now = m_context.clock->monotonicMs();
    if (m_stage == Stage::Greeted && now - m_openedMs > kHelloWithinMs) {
        end(ErrorCode::Network, QStringLiteral("no HELLO came"));
        return;
    }
    if (now - m_heardMs > kSilentMs) {
        end(ErrorCode::Network, QStringLiteral("nothing was heard for too long"));
        return;
    }
    if (m_bytesToWrite > 0 && now - m_movedMs > limits::kSessionStallMs) {
        end(ErrorCode::Network, QStringLiteral("the other side does not read"));
        return;
    }
    if (m_stage != Stage::Live)
        return;
    if (now - m_heardMs > kPingAfterMs && !m_pinged) {
        m_pinged = true;
        send(wire::PingFrame{static_cast<std::uint64_t>(now)});
    }
    if (m_checkpointOwed && !m_askingCheckpoint && m_bytesToWrite <= kBytesToWriteMax) {
        m_checkpointOwed = false;
        m_askingCheckpoint = true;
        m_actions.emplace_back(AskCheckpoint{m_checkpointSize});
    }
    askView();
    m_plan.tryAgain();
    pump();
}

void PeerSession::on(const Stopping &event)
{
    m_stage = Stage::Ended;
    send(wire::ByeFrame{base::errorCodeName(ErrorCode::Busy), event.detail});
    m_actions.emplace_back(Close{});
}

void PeerSession::end(ErrorCode reason, const QString &detail)
{
    m_stage = Stage::Ended;
    send(wire::ByeFrame{base::errorCodeName(reason), detail});
    m_actions.emplace_back(Note{true, QStringLiteral("session-ended"), detail});
    m_actions.emplace_back(Close{});
}

void PeerSession::send(const wire::Frame &frame)
{
    QByteArray bytes = wire::encodeFrame(frame);
    if (m_bytesToWrite == 0)
        m_movedMs = m_context.clock->monotonicMs();
    m_bytesToWrite += bytes.size();
    m_actions.emplace_back(Send{std::move(bytes)});
}

} // namespace spilno::server
