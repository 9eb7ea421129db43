// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of SyncWorker that does what its session asks for.
#include "core/sync/SyncWorker.h"

namespace spilno::sync {

using base::Error;
using base::ErrorCode;

namespace {

/// A catch-up of this many changes is worth building the indexes afterwards.
constexpr std::uint64_t kBulkChanges = 20'000;

} // namespace

void SyncWorker::expect(QFuture<base::Result<>> answer)
{
    ask(std::move(answer), [this](const base::Result<> &result) {
        // What is gone already, or cannot be signed now, ends nothing.
        const bool bearable = result || result.error().code == ErrorCode::NotFound ||
                              result.error().code == ErrorCode::Locked;
        if (!bearable && m_session)
            m_session->storageFailed(result.error());
    });
}

void SyncWorker::drain()
{
    if (m_draining)
        return;
    m_draining = true;
    while (m_session) {
        const std::vector<Action> actions = m_session->takeActions();
        if (actions.empty())
            break;
        const quint64 generation = m_generation;
        for (const Action &todo : actions) {
            std::visit([this](const auto &what) { perform(what); }, todo);
            if (generation != m_generation)
                break;
        }
    }
    m_draining = false;
    updateStatus();
}

void SyncWorker::perform(const action::Send &todo)
{
    m_status.bytesOut += static_cast<std::uint64_t>(todo.bytes.size());
    m_transport->write(todo.bytes);
}

void SyncWorker::perform(const action::BindCity &todo)
{
    expect(m_store.bindCity(todo.genesis));
}

void SyncWorker::perform(const action::ProveDevice &todo)
{
    ask(m_store.proveDevice(todo.message),
        [this](const base::Result<std::optional<DeviceProof>> &proof) {
            m_session->deviceProved(proof.value_or(std::nullopt));
        });
}

void SyncWorker::perform(const action::VerifyAndApply &todo)
{
    m_pipeline->push(todo.slice);
}

void SyncWorker::perform(const action::ShowPreview &todo)
{
    const auto verified = log::verifyPreview(todo.preview, m_options.address.city);
    if (!verified) {
        ++m_previewsRefusedBefore;
        return;
    }
    ask(m_store.showPreview(*verified), [this](const base::Result<> &shown) {
        if (shown)
            ++m_status.previewsShown;
        else
            ++m_previewsRefusedBefore;
    });
}

void SyncWorker::perform(const action::FetchRuns &todo)
{
    ask(m_store.pendingRuns(todo.maxBytes),
        [this](const base::Result<std::vector<replica::PendingRun>> &runs) {
            if (runs)
                m_session->outboxReady(*runs);
            else
                m_session->storageFailed(runs.error());
        });
}

void SyncWorker::perform(const action::ApplyReceipt &todo)
{
    expect(m_store.applyReceipt(todo.receipt));
}

void SyncWorker::perform(const action::ResolveFork &todo)
{
    expect(m_store.resolveFork(todo.feed, todo.seq));
}

void SyncWorker::perform(const action::Refuse &todo)
{
    expect(m_store.refuse(todo.feed, todo.seq, todo.reason));
}

void SyncWorker::perform(const action::SaveCheckpoint &todo)
{
    expect(m_store.saveCheckpoint(todo.checkpoint));
}

void SyncWorker::perform(const action::WitnessCheckpoint &todo)
{
    expect(m_store.witnessCheckpoint(todo.checkpoint, todo.keyChain));
}

void SyncWorker::perform(const action::CheckProof &todo)
{
    ask(m_store.prove(todo.proof, todo.checkpoint),
        [this, proof = todo.proof](const base::Result<std::uint64_t> &proven) {
            m_session->proofChecked(proof, proven);
        });
}

void SyncWorker::perform(const action::FetchBlobJobs &)
{
    ask(m_store.blobJobs(), [this](const base::Result<std::vector<BlobJob>> &jobs) {
        m_session->blobJobsReady(jobs.value_or(std::vector<BlobJob>()));
    });
}

void SyncWorker::perform(const action::ReadBlobChunk &todo)
{
    ask(m_store.readBlobChunk(todo.blob, todo.chunk),
        [this](const base::Result<QByteArray> &bytes) { m_session->blobChunkRead(bytes); });
}

void SyncWorker::perform(const action::StoreBlobChunk &todo)
{
    ask(m_store.storeBlobChunk(todo.chunk),
        [this](const base::Result<> &stored) { m_session->blobChunkStored(stored.has_value()); });
}

void SyncWorker::perform(const action::BlobChunkSent &todo)
{
    expect(m_store.blobChunkSent(todo.blob, todo.chunk));
}

void SyncWorker::perform(const action::BlobFailed &todo)
{
    expect(m_store.blobFailed(todo.job));
}

void SyncWorker::perform(const action::Close &todo)
{
    sessionEnded(todo.reason, todo.error);
}

/// Indexes are built after a long catch-up, not during it.
void SyncWorker::watchBulk()
{
    const bool isLong = m_session && m_session->progress().changesBehind > kBulkChanges;
    if (isLong && !m_bulk) {
        m_bulk = true;
        expect(m_store.beginBulk(m_session->progress().changesBehind));
    } else if (m_bulk && (!m_session || m_session->progress().changesBehind == 0)) {
        m_bulk = false;
        expect(m_store.endBulk());
    }
}

void SyncWorker::updateStatus()
{
    if (!m_session)
        return;
    watchBulk();
    const SessionProgress &now = m_session->progress();
    m_status.changesIn = m_changesInBefore + now.changesIn;
    m_status.changesOut = m_changesOutBefore + now.changesOut;
    m_status.previewsRefused = m_previewsRefusedBefore + now.previewsRefused;
    m_status.changesBehind = now.changesBehind;
    m_status.pendingCount = now.pendingChanges;
    m_status.putOff = now.putOff;
    m_status.hub = now.hub;
    m_progressed = m_progressed || now.changesIn > 0 || now.changesOut > 0;
    if (now.phase == SessionPhase::Proving)
        m_status.serverAheadMs = now.serverNowMs - m_options.clock->wallMs();
    if (now.phase == SessionPhase::Live) {
        m_backoff.reset();
        m_status.hasError = false;
        setPhase(now.pendingChanges > 0 ? SyncPhase::Sending : SyncPhase::UpToDate);
    } else if (now.phase == SessionPhase::CatchingUp) {
        setPhase(SyncPhase::CatchingUp);
    }
    if (!m_statusPause.isActive())
        m_statusPause.start();
}

void SyncWorker::setPhase(SyncPhase phase)
{
    if (m_status.phase == phase)
        return;
    m_status.phase = phase;
    emitStatus();
}

void SyncWorker::emitStatus()
{
    m_statusPause.stop();
    Q_EMIT statusChanged(m_status);
}

} // namespace spilno::sync
