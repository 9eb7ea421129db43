// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/SyncSession.h"

#include "core/base/Limits.h"
#include "core/records/attachment/AttachmentRule.h"
#include "core/records/erase/EraseRule.h"

#include <algorithm>

namespace spilno::sync {

using base::Error;
using base::ErrorCode;

namespace {

/// A single exchange waits so long for what the server put off, and so often in vain.
constexpr qint64 kWorthWaitingMs = 15'000;
constexpr int kHeldBackInVainMax = 3;
constexpr qint64 kFetchBytes = 2 * 1024 * 1024;
constexpr qint64 kFetchBytesMax = 64 * 1024 * 1024;
constexpr qint64 kPingAfterMs = 20'000;
constexpr qint64 kUnansweredMs = 4 * limits::kSessionStallMs;
constexpr qint64 kRetryWaitingMs = 5'000;
constexpr qint64 kRetryBlobsMs = 10'000;
constexpr qint64 kProofsWithinMs = 5'000;
/// A standing session asks for proofs this often at most: a checkpoint comes every second, and a
/// server has thousands of sessions.
constexpr qint64 kProofsEveryMs = 10'000;

CheckpointTrail trailOf(const SyncSession::Config &config, const SyncStart &start)
{
    // A damaged note of our own is as good as none: the next one is kept instead.
    return CheckpointTrail::from(config.city, start.checkpoint)
        .value_or(CheckpointTrail::from(config.city, {}).value());
}

} // namespace

SyncSession::SyncSession(const Config &config, const SyncStart &start)
    : m_config(config)
    , m_start(start)
    , m_trail(trailOf(config, start))
    , m_pushes(*config.random)
    , m_slices(config.city, start.cursors)
    , m_fetchBytes(kFetchBytes)
{
}

std::vector<Action> SyncSession::takeActions()
{
    return std::exchange(m_actions, {});
}

bool SyncSession::isActive() const
{
    return m_progress.phase == SessionPhase::CatchingUp || m_progress.phase == SessionPhase::Live;
}

void SyncSession::send(const wire::Frame &frame)
{
    m_actions.emplace_back(action::Send{wire::encodeFrame(frame)});
}

void SyncSession::end(EndReason reason, const Error &error)
{
    if (hasEnded())
        return;
    const bool polite = reason != EndReason::Disconnected && reason != EndReason::Stalled &&
                        reason != EndReason::ServerLeft && reason != EndReason::Unreachable;
    if (polite && m_progress.phase != SessionPhase::Greeting) {
        const bool well = reason == EndReason::Finished || reason == EndReason::Stopped;
        const QString word = well ? QStringLiteral("done") : base::errorCodeName(error.code);
        send(wire::ByeFrame{word, error.detail});
    }
    m_progress.phase = SessionPhase::Ended;
    m_actions.emplace_back(action::Close{reason, error});
}

void SyncSession::advanceTo(qint64 nowMs)
{
    m_nowMs = std::max(m_nowMs, nowMs);
    if (m_movedMs == 0)
        m_movedMs = m_answeredMs = m_heardMs = m_nowMs;
    if (!hasEnded())
        watch();
}

void SyncSession::connected(const QByteArray &certificateSha256)
{
    m_certificateSha256 = certificateSha256;
    m_heardMs = m_appliedMs = m_nowMs;
    moved();
}

void SyncSession::disconnected()
{
    end(EndReason::Disconnected, {ErrorCode::Network, QStringLiteral("the stream ended")});
}

void SyncSession::stop()
{
    end(EndReason::Stopped, {ErrorCode::Cancelled, {}});
}

void SyncSession::storageFailed(const Error &error)
{
    end(EndReason::Storage, error);
}

void SyncSession::written(qint64 bytes)
{
    if (bytes > 0)
        moved();
}

void SyncSession::sliceVerificationFailed(const Error &error)
{
    std::uint64_t changes = 0;
    const base::Result<> failed = base::failure(
        error.code == ErrorCode::Busy ? ErrorCode::Unknown : error.code, error.detail);
    if (m_slices.done(failed, changes) == SliceQueue::Outcome::Failed)
        end(EndReason::BadContent, error);
    pump();
}

void SyncSession::sliceDone(const base::Result<> &applied)
{
    std::uint64_t changes = 0;
    moved();
    switch (m_slices.done(applied, changes)) {
    case SliceQueue::Outcome::Applied:
        m_progress.changesIn += changes;
        m_appliedMs = m_nowMs;
        // Own changes may have been among them: what is left is asked anew before ending.
        m_outboxSettled = m_outboxSettled && m_progress.pendingChanges == 0;
        break;
    case SliceQueue::Outcome::Failed:
        end(EndReason::Storage, applied.error());
        break;
    case SliceQueue::Outcome::Waits:
    case SliceQueue::Outcome::Overlooked:
        break;
    }
    pump();
}

void SyncSession::outboxReady(const std::vector<replica::PendingRun> &pending)
{
    const bool stale = std::exchange(m_fetch, Fetch::None) == Fetch::RunningStale;
    if (!isActive())
        return;
    std::uint64_t changes = 0;
    qint64 bytes = 0;
    for (const replica::PendingRun &run : pending) {
        changes += run.count;
        bytes += run.bytes.size();
    }
    m_progress.pendingChanges = changes;
    if (m_pushes.unanswered() == 0)
        m_answeredMs = m_nowMs;
    const std::vector<replica::PendingRun> runs = m_pushes.offer(pending, m_nowMs);
    for (const replica::PendingRun &run : runs) {
        send(wire::PushFrame{run.bytes});
        moved();
    }
    m_outboxSettled = runs.empty();
    // What is held back fills the portion asked for: what can be sent may lie behind it.
    const bool full = bytes >= m_fetchBytes / 2;
    if (runs.empty() && full && m_pushes.unanswered() == 0 && m_fetchBytes < kFetchBytesMax) {
        m_fetchBytes *= 2;
        fetchRuns();
    } else if (stale) {
        fetchRuns();
    }
    pump();
}

void SyncSession::proofChecked(
    const replica::ScopeProof &proof, const base::Result<std::uint64_t> &proven)
{
    --m_proofsInWork;
    if (proven) {
        m_slices.proven(proof.scope, *proven);
        m_slices.promised(proof.scope, proof.head.next);
        // What is still to come is in this checkpoint already, and there may be no other for long.
        if (*proven < proof.head.next)
            m_proofsDue = true;
    } else if (proven.error().code == ErrorCode::BrokenChain) {
        end(EndReason::AnotherHistory, proven.error());
    } else if (
        proven.error().code == ErrorCode::BadSignature ||
        proven.error().code == ErrorCode::Malformed) {
        end(EndReason::BadContent, proven.error());
    } else if (proven.error().code != ErrorCode::NotFound) {
        end(EndReason::Storage, proven.error());
    }
    pump();
}

void SyncSession::localWork()
{
    if (isActive())
        fetchRuns();
}

void SyncSession::fetchRuns()
{
    m_outboxSettled = false;
    if (m_fetch != Fetch::None) {
        m_fetch = Fetch::RunningStale;
        return;
    }
    m_fetch = Fetch::Running;
    m_actions.emplace_back(action::FetchRuns{m_fetchBytes});
}

void SyncSession::blobJobsReady(const std::vector<BlobJob> &jobs)
{
    m_blobs.jobsReady(jobs);
    pump();
}

void SyncSession::blobChunkRead(const base::Result<QByteArray> &bytes)
{
    if (isActive())
        m_blobs.chunkRead(bytes, m_actions);
    moved();
    pump();
}

void SyncSession::blobChunkStored(bool stored)
{
    if (isActive())
        m_blobs.chunkStored(stored, m_actions);
    pump();
}

void SyncSession::blobWork()
{
    m_blobs.refresh();
    pump();
}

/// Everything that follows from the state alone; called after each event.
void SyncSession::pump()
{
    if (!isActive())
        return;
    pumpSlices();
    if (!isActive())
        return;
    if (const std::uint64_t credit = m_slices.takeCredit(); credit > 0)
        send(wire::CreditFrame{credit});
    m_progress.changesBehind = m_slices.behind();
    m_progress.previewsRefused = m_slices.previewsRefused();
    if (m_progress.phase == SessionPhase::CatchingUp && m_progress.changesBehind == 0)
        m_progress.phase = SessionPhase::Live;
    const bool textWaits = m_progress.phase != SessionPhase::Live || !m_slices.isEmpty() ||
                           m_pushes.unanswered() > 0 || m_fetch != Fetch::None;
    m_blobs.advance(textWaits, m_actions);
    pumpProofs();
    finishWhenDone();
}

/// Once everything is applied, the newest checkpoint is asked where the scopes stand that are not
/// proven to the end.
void SyncSession::pumpProofs()
{
    if (m_progress.phase != SessionPhase::Live || !m_slices.isEmpty() || m_slices.behind() > 0 ||
        m_proofsAsked > 0 || m_proofsInWork > 0)
        return;
    const bool rests = m_config.mode == SyncMode::Live && m_nowMs < m_proofsFromMs;
    if (m_proofsDue && !rests) {
        m_proofsDue = false;
        m_proofsWanted = m_slices.unproven();
        if (!m_proofsWanted.empty())
            m_proofsFromMs = m_nowMs + kProofsEveryMs;
    }
    if (m_proofsWanted.empty())
        return;
    const auto count = std::min<std::size_t>(m_proofsWanted.size(), limits::kScopesPerDeviceMax);
    const auto first = m_proofsWanted.begin();
    const auto last = first + static_cast<std::ptrdiff_t>(count);
    send(wire::ProveFrame{{first, last}});
    m_proofsWanted.erase(first, last);
    m_proofsAsked = count;
}

/// The next checkpoint proves what has come last. It is not waited for for long: a server may know
/// no proofs, or sign nothing now.
bool SyncSession::awaitsProofs() const
{
    if (m_proofsInWork > 0)
        return true;
    if (!m_trail.newest() || m_progress.hub || m_nowMs - m_appliedMs >= kProofsWithinMs)
        return false;
    const auto unproven = m_slices.unproven();
    return std::any_of(unproven.begin(), unproven.end(), [this](const base::ScopeId &scope) {
        return !m_unprovable.contains(scope);
    });
}

void SyncSession::pumpSlices()
{
    for (;;) {
        auto next = m_slices.next();
        if (!next) {
            end(EndReason::Protocol, next.error());
            return;
        }
        if (!*next)
            return;
        if ((*next)->apply) {
            noteBlobs(*(*next)->apply);
            m_actions.emplace_back(action::VerifyAndApply{std::move(*(*next)->apply)});
        }
        if ((*next)->show)
            m_actions.emplace_back(action::ShowPreview{std::move(*(*next)->show)});
        if ((*next)->follow)
            send(wire::FollowFrame{{*(*next)->follow}});
    }
}

/// A slice that names files, or takes some back, gives reason to ask which are wanted once it is
/// applied.
void SyncSession::noteBlobs(const wire::Slice &slice)
{
    for (const wire::SliceFeed &feed : slice.feeds) {
        for (const wire::SliceChange &change : feed.changes) {
            if (change.thin.type == records::attachment::kType ||
                change.thin.type == records::erase::kType)
                m_blobs.refresh();
        }
    }
}

void SyncSession::finishWhenDone()
{
    if (m_config.mode != SyncMode::Once || m_progress.phase != SessionPhase::Live ||
        !m_slices.isEmpty() || m_pushes.unanswered() > 0 || m_fetch != Fetch::None ||
        awaitsProofs())
        return;
    if (!m_outboxSettled) {
        fetchRuns();
        return;
    }
    if (m_progress.pendingChanges > 0) {
        // What is put off for a moment is waited for; what the server cannot take is told.
        const auto release = m_pushes.nextReleaseMs();
        if (release && *release - m_nowMs <= kWorthWaitingMs &&
            m_pushes.heldBackInVain() < kHeldBackInVainMax)
            return;
        m_progress.putOff = m_pushes.heldBackFor();
    }
    if (m_blobs.isIdle())
        end(EndReason::Finished);
}

bool SyncSession::serverOwes() const
{
    if (m_progress.phase == SessionPhase::Proving)
        return false;
    if (!isActive() || m_pushes.unanswered() > 0 || m_blobs.owed())
        return true;
    const bool pagesDue = m_progress.changesBehind > 0 && m_slices.hasCredit();
    return !m_slices.inWork() && (pagesDue || !m_slices.isEmpty());
}

void SyncSession::watch()
{
    if (!serverOwes())
        moved();
    if (m_pushes.unanswered() == 0)
        m_answeredMs = m_nowMs;
    const bool silent = m_nowMs - m_heardMs > kPingAfterMs + limits::kSessionStallMs;
    const bool stuck = m_nowMs - m_movedMs > limits::kSessionStallMs;
    if (silent || stuck || m_nowMs - m_answeredMs > kUnansweredMs) {
        end(EndReason::Stalled, {ErrorCode::Network, QStringLiteral("nothing moved")});
        return;
    }
    if (!isActive())
        return;
    if (!m_pinged && m_nowMs - m_heardMs > kPingAfterMs) {
        m_pinged = true;
        send(wire::PingFrame{++m_pingToken});
    }
    if (const auto release = m_pushes.nextReleaseMs();
        release && *release <= m_nowMs && m_fetch == Fetch::None)
        fetchRuns();
    if (!m_slices.inWork() && !m_slices.isEmpty() && m_nowMs - m_retriedMs > kRetryWaitingMs) {
        m_retriedMs = m_nowMs;
        m_slices.retryWaiting();
        pump();
    }
    pumpProofs();
    if (m_config.mode == SyncMode::Once && !awaitsProofs())
        finishWhenDone();
    if (m_config.mode == SyncMode::Live && m_blobs.hasFailed() && m_blobs.isIdle() &&
        m_nowMs - m_blobsRetriedMs > kRetryBlobsMs) {
        m_blobsRetriedMs = m_nowMs;
        blobWork();
    }
}

} // namespace spilno::sync
