// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of SyncSession that takes the server's frames.
#include "core/sync/SyncSession.h"

#include "core/base/Limits.h"
#include "core/wire/ChangeHeader.h"

#include <algorithm>

namespace spilno::sync {

using base::Error;
using base::ErrorCode;

namespace {

/// The end that an error of the greeting means.
EndReason greetingEnd(ErrorCode code)
{
    switch (code) {
    case ErrorCode::WrongCity:
        return EndReason::WrongCity;
    case ErrorCode::BadSignature:
    case ErrorCode::NotCertified:
        return EndReason::WrongServer;
    case ErrorCode::UnsupportedVersion:
        return EndReason::OtherVersion;
    default:
        return EndReason::Protocol;
    }
}

/// The code a server named in BYE.
ErrorCode codeNamed(const QString &name)
{
    for (int i = 0; i <= static_cast<int>(ErrorCode::Locked); ++i) {
        const auto code = static_cast<ErrorCode>(i);
        if (base::errorCodeName(code) == name)
            return code;
    }
    return ErrorCode::Unknown;
}

template <class Item>
std::vector<Item> firstOf(const std::vector<Item> &items)
{
    const auto count = std::min<std::size_t>(items.size(), limits::kScopesPerDeviceMax);
    return {items.begin(), items.begin() + static_cast<std::ptrdiff_t>(count)};
}

} // namespace

/// GREETING and WELCOME come once, in this order; PING, PONG and BYE at any time; the rest after.
bool SyncSession::handshakeFrame(const wire::Frame &frame) const
{
    if (std::holds_alternative<wire::PingFrame>(frame) ||
        std::holds_alternative<wire::PongFrame>(frame) ||
        std::holds_alternative<wire::ByeFrame>(frame))
        return true;
    switch (m_progress.phase) {
    case SessionPhase::Greeting:
        return std::holds_alternative<wire::GreetingFrame>(frame);
    case SessionPhase::Welcome:
        return std::holds_alternative<wire::WelcomeFrame>(frame);
    case SessionPhase::CatchingUp:
    case SessionPhase::Live:
        return !std::holds_alternative<wire::GreetingFrame>(frame) &&
               !std::holds_alternative<wire::WelcomeFrame>(frame);
    default:
        return false;
    }
}

void SyncSession::received(base::ByteView bytes)
{
    if (hasEnded() || bytes.empty())
        return;
    m_heardMs = m_nowMs;
    m_pinged = false;
    const auto frames = m_parser.feed(bytes);
    if (!frames) {
        end(EndReason::Protocol, frames.error());
        return;
    }
    if (m_parser.pendingBytes() > 0)
        moved();
    for (const wire::Frame &frame : *frames) {
        if (hasEnded())
            return;
        if (!handshakeFrame(frame)) {
            end(EndReason::Protocol,
                {ErrorCode::Malformed, QStringLiteral("a frame out of its order")});
            return;
        }
        std::visit([this](const auto &body) { handle(body); }, frame);
    }
    pump();
}

void SyncSession::handle(const wire::GreetingFrame &frame)
{
    moved();
    if (std::find(frame.versions.begin(), frame.versions.end(), 1) == frame.versions.end()) {
        end(EndReason::OtherVersion,
            {ErrorCode::UnsupportedVersion, QStringLiteral("no version in common")});
        return;
    }
    ServerExpectation expected;
    expected.city = m_config.city;
    expected.sequencerKey = m_start.sequencerKey;
    expected.hubs = m_start.hubs;
    expected.certificateSha256 = m_certificateSha256;
    const auto server = verifyGreeting(frame, expected);
    if (!server) {
        end(greetingEnd(server.error().code), server.error());
        return;
    }
    m_server = *server;
    m_keyChain = frame.keyChain;
    m_progress.hub = m_server.hub;
    m_progress.serverNowMs = frame.nowMs;
    m_progress.phase = SessionPhase::Proving;
    if (m_start.city.isNull())
        m_actions.emplace_back(action::BindCity{frame.cityGenesis});
    m_actions.emplace_back(
        action::ProveDevice{deviceProofMessage(frame.nonce, m_certificateSha256)});
}

void SyncSession::deviceProved(const std::optional<DeviceProof> &proof)
{
    if (m_progress.phase != SessionPhase::Proving)
        return;
    wire::HelloFrame hello;
    hello.version = 1;
    if (proof) {
        hello.device = proof->device;
        hello.proof = proof->signature;
    }
    hello.cursors = firstOf(m_start.cursors);
    hello.ownHeads = firstOf(m_start.ownHeads);
    hello.checkpointSeen = m_trail.bytes();
    hello.creditBytes = static_cast<std::uint64_t>(SliceQueue::kCreditBytes);
    send(hello);
    for (std::size_t at = hello.cursors.size(); at < m_start.cursors.size();) {
        const auto from = m_start.cursors.begin() + static_cast<std::ptrdiff_t>(at);
        wire::FollowFrame follow{firstOf(std::vector(from, m_start.cursors.end()))};
        at += follow.cursors.size();
        send(follow);
    }
    m_progress.phase = SessionPhase::Welcome;
    moved();
}

void SyncSession::handle(const wire::WelcomeFrame &frame)
{
    moved();
    takeCheckpoint(frame.checkpoint, frame.consistency);
    if (hasEnded())
        return;
    m_slices.welcome(frame.scopes);
    m_progress.phase = SessionPhase::CatchingUp;
    resolveHeadsAhead(frame.logged);
    fetchRuns();
}

/// A head ahead of ours: this feed was written on elsewhere, from a copy of this profile.
void SyncSession::resolveHeadsAhead(const std::vector<wire::FeedHead> &logged)
{
    for (const wire::FeedHead &head : logged) {
        for (const wire::FeedHead &own : m_start.ownHeads) {
            if (own.feed == head.feed && head.nextSeq > own.nextSeq)
                m_actions.emplace_back(action::ResolveFork{own.feed, own.nextSeq});
        }
    }
}

void SyncSession::takeCheckpoint(const QByteArray &note, const std::vector<base::Hash> &consistency)
{
    const QByteArray before = m_trail.bytes();
    const CheckpointTrail::Verdict verdict = m_trail.take(note, consistency, m_server.sequencerKey);
    if (verdict != CheckpointTrail::Verdict::Unreadable && !note.isEmpty() && note != before)
        m_actions.emplace_back(action::WitnessCheckpoint{note, m_keyChain});
    switch (verdict) {
    case CheckpointTrail::Verdict::Advanced:
        m_actions.emplace_back(action::SaveCheckpoint{m_trail.bytes()});
        m_proofsDue = true;
        break;
    case CheckpointTrail::Verdict::Unchanged:
        m_proofsDue = m_trail.newest().has_value();
        break;
    case CheckpointTrail::Verdict::Unreadable:
        end(EndReason::BadContent,
            {ErrorCode::BadSignature, QStringLiteral("a checkpoint that does not verify")});
        break;
    case CheckpointTrail::Verdict::AnotherHistory:
        end(EndReason::AnotherHistory,
            {ErrorCode::BrokenChain, QStringLiteral("the server shows another history")});
        break;
    case CheckpointTrail::Verdict::Behind:
        end(EndReason::ServerBehind,
            {ErrorCode::BrokenChain, QStringLiteral("the server holds less than it signed")});
        break;
    }
}

void SyncSession::handle(const wire::CheckpointFrame &frame)
{
    takeCheckpoint(frame.checkpoint, frame.consistency);
}

void SyncSession::handle(const wire::ProofFrame &frame)
{
    if (m_proofsAsked == 0) {
        end(EndReason::Protocol,
            {ErrorCode::Malformed, QStringLiteral("a proof that nobody asked for")});
        return;
    }
    --m_proofsAsked;
    const auto &newest = m_trail.newest();
    // What belongs to a newer checkpoint is asked again when that has come.
    if (!newest || frame.treeSize != newest->treeSize)
        return;
    if (frame.bytes.isEmpty()) {
        m_unprovable.insert(frame.scope);
        return;
    }
    ++m_proofsInWork;
    replica::ScopeProof proof{frame.scope, frame.treeSize, {frame.next, frame.chain}, frame.bytes};
    m_actions.emplace_back(action::CheckProof{std::move(proof), *newest});
}

void SyncSession::handle(const wire::PageFrame &frame)
{
    moved();
    if (const auto taken = m_slices.take(frame); !taken)
        end(EndReason::Protocol, taken.error());
}

void SyncSession::handle(const wire::ScopeDoneFrame &frame)
{
    moved();
    m_slices.scopeDone(frame.scope, frame.next);
}

void SyncSession::answered()
{
    moved();
    m_answeredMs = m_nowMs;
    if (m_pushes.wantsMore())
        fetchRuns();
}

void SyncSession::handle(const wire::ReceiptFrame &frame)
{
    const auto receipt = log::parseReceipt(base::view(frame.receipt));
    if (!receipt || receipt->city != m_server.city || !receipt->verify(m_server.sequencerKey)) {
        end(EndReason::BadContent,
            {ErrorCode::BadSignature, QStringLiteral("a receipt that does not verify")});
        return;
    }
    m_actions.emplace_back(action::ApplyReceipt{*receipt});
    m_progress.changesOut += receipt->lastPosition - receipt->firstPosition + 1;
    m_pushes.answered();
    m_blobs.refresh(); // a photo follows its attachment
    answered();
}

void SyncSession::handle(const wire::HeldFrame &frame)
{
    const auto held = log::parseHeld(base::view(frame.held));
    if (!held || held->city != m_server.city || !held->verify(m_server.serverKey)) {
        end(EndReason::BadContent,
            {ErrorCode::BadSignature, QStringLiteral("a held statement that does not verify")});
        return;
    }
    // It stays in the outbox: only a receipt, or the change at a position, ends that.
    m_pushes.answered();
    answered();
}

void SyncSession::handle(const wire::ForkFrame &frame)
{
    const auto header = wire::decodeHeader(base::view(frame.header));
    if (!header || header->feed != frame.feed || header->seq != frame.seq) {
        end(EndReason::BadContent,
            {ErrorCode::Malformed, QStringLiteral("a fork without its header")});
        return;
    }
    if (m_pushes.forked(frame.feed)) {
        m_actions.emplace_back(action::ResolveFork{frame.feed, frame.seq});
        fetchRuns();
    }
    answered();
}

void SyncSession::handle(const wire::RetryFrame &frame)
{
    m_pushes.retry(frame.feed, frame.afterMs, frame.reason, m_nowMs);
    answered();
}

void SyncSession::handle(const wire::RefusedFrame &frame)
{
    m_actions.emplace_back(action::Refuse{frame.feed, frame.seq, frame.reason});
    m_pushes.answered();
    fetchRuns();
    answered();
}

void SyncSession::handle(const wire::BlobPartFrame &frame)
{
    moved();
    m_blobs.take(frame, m_actions);
}

void SyncSession::handle(const wire::BlobDoneFrame &frame)
{
    moved();
    m_blobs.take(frame, m_actions);
}

void SyncSession::handle(const wire::PingFrame &frame)
{
    send(wire::PongFrame{frame.token});
}

void SyncSession::handle(const wire::PongFrame &)
{
    // Bytes came: that is all a PONG says.
}

void SyncSession::handle(const wire::ByeFrame &frame)
{
    end(EndReason::ServerLeft, {codeNamed(frame.reason), frame.detail});
}

template <class Other>
void SyncSession::handle(const Other &)
{
    end(EndReason::Protocol,
        {ErrorCode::Malformed, QStringLiteral("a frame that only clients send")});
}

} // namespace spilno::sync
