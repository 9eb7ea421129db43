// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/SyncWorker.h"

#include <utility>

namespace spilno::sync {

using base::Error;
using base::ErrorCode;

namespace {

constexpr int kTickMs = 1'000;
constexpr int kStatusPauseMs = 100;
constexpr int kTransportLingerMs = 5'000;
constexpr qint64 kReadBytes = 256 * 1024;

} // namespace

SyncWorker::SyncWorker(Options options, SyncStore &store, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_store(store)
    , m_backoff(*m_options.random)
    , m_tick(this)
    , m_attempt(this)
    , m_statusPause(this)
{
    m_tick.setInterval(kTickMs);
    connect(&m_tick, &QTimer::timeout, this, &SyncWorker::tick);
    m_attempt.setSingleShot(true);
    connect(&m_attempt, &QTimer::timeout, this, &SyncWorker::connectNow);
    m_statusPause.setSingleShot(true);
    m_statusPause.setInterval(kStatusPauseMs);
    connect(&m_statusPause, &QTimer::timeout, this, &SyncWorker::emitStatus);
}

SyncWorker::~SyncWorker()
{
    Q_ASSERT_X(m_outstanding == 0, "SyncWorker", "destroyed before finished()");
}

void SyncWorker::start()
{
    if (m_running)
        return;
    m_running = true;
    m_concluding = false;
    connectNow();
}

void SyncWorker::stop()
{
    if (!m_running || m_concluding)
        return;
    m_attempt.stop();
    if (m_session && m_transport != nullptr) {
        m_session->stop();
        drain();
    } else {
        sessionEnded(EndReason::Stopped, {ErrorCode::Cancelled, {}});
    }
}

void SyncWorker::retryNow()
{
    if (!m_attempt.isActive())
        return;
    m_attempt.stop();
    m_backoff.reset();
    connectNow();
}

void SyncWorker::localWork()
{
    if (m_session) {
        m_session->advanceTo(m_options.clock->monotonicMs());
        m_session->localWork();
        drain();
    }
}

void SyncWorker::blobWork()
{
    if (m_session) {
        m_session->advanceTo(m_options.clock->monotonicMs());
        m_session->blobWork();
        drain();
    }
}

void SyncWorker::connectNow()
{
    ++m_generation;
    m_progressed = false;
    setPhase(SyncPhase::Connecting);
    ask(m_store.loadStart(), [this](const base::Result<SyncStart> &start) {
        if (!start)
            sessionEnded(EndReason::Storage, start.error());
        else if (!start->city.isNull() && start->city != m_options.address.city)
            sessionEnded(
                EndReason::WrongCity,
                {ErrorCode::WrongCity, QStringLiteral("the profile is of another city")});
        else
            begin(*start);
    });
}

void SyncWorker::begin(const SyncStart &start)
{
    m_previewsRefusedBefore = m_status.previewsRefused;
    m_changesInBefore = m_status.changesIn;
    m_changesOutBefore = m_status.changesOut;
    const SyncSession::Config config{m_options.address.city, m_options.mode, m_options.random};
    m_session = std::make_unique<SyncSession>(config, start);
    m_pipeline = std::make_unique<SlicePipeline>(m_store, config.city, start.cursors);
    connect(m_pipeline.get(), &SlicePipeline::rejected, this, [this](const Error &error) {
        m_session->sliceVerificationFailed(error);
        drain();
    });
    const auto done = [this](const base::Result<> &result) {
        m_session->advanceTo(m_options.clock->monotonicMs());
        m_session->sliceDone(result);
        drain();
    };
    connect(m_pipeline.get(), &SlicePipeline::applied, this, [done] { done({}); });
    connect(m_pipeline.get(), &SlicePipeline::failed, this, [done](const Error &error) {
        done(base::failure(error));
    });
    openTransport();
}

void SyncWorker::openTransport()
{
    m_transport = m_options.makeTransport().release();
    m_transport->setParent(this);
    connect(m_transport, &Transport::connected, this, [this](const QByteArray &sha256) {
        m_session->advanceTo(m_options.clock->monotonicMs());
        m_session->connected(sha256);
        m_tick.start();
        setPhase(SyncPhase::Checking);
        drain();
        readTransport();
    });
    connect(m_transport, &Transport::readyRead, this, &SyncWorker::readTransport);
    connect(m_transport, &Transport::bytesWritten, this, [this](qint64 bytes) {
        m_session->advanceTo(m_options.clock->monotonicMs());
        m_session->written(bytes);
    });
    connect(m_transport, &Transport::failed, this, [this](const Error &error) {
        sessionEnded(EndReason::Unreachable, error);
    });
    connect(m_transport, &Transport::closed, this, [this] {
        readTransport();
        if (m_session) {
            m_session->disconnected();
            drain();
        }
    });
    m_transport->connectTo(m_options.address.endpoints);
}

void SyncWorker::readTransport()
{
    while (m_session && m_transport != nullptr) {
        const QByteArray bytes = m_transport->read(kReadBytes);
        if (bytes.isEmpty())
            return;
        m_status.bytesIn += static_cast<std::uint64_t>(bytes.size());
        m_status.lastContactMs = m_options.clock->wallMs();
        m_session->advanceTo(m_options.clock->monotonicMs());
        m_session->received(base::view(bytes));
        drain();
    }
}

void SyncWorker::tick()
{
    if (!m_session)
        return;
    m_session->advanceTo(m_options.clock->monotonicMs());
    drain();
}

void SyncWorker::sessionEnded(EndReason reason, const Error &error)
{
    updateStatus();
    m_tick.stop();
    ++m_generation;
    if (m_transport != nullptr) {
        // It goes on by itself until what is written is sent, then ends.
        Transport *const transport = std::exchange(m_transport, nullptr);
        transport->disconnect(this);
        connect(transport, &Transport::closed, transport, &QObject::deleteLater);
        connect(transport, &Transport::failed, transport, &QObject::deleteLater);
        transport->close();
        QTimer::singleShot(kTransportLingerMs, transport, &QObject::deleteLater);
    }
    if (m_pipeline) {
        SlicePipeline *const pipeline = m_pipeline.release();
        pipeline->disconnect(this);
        ++m_outstanding;
        connect(
            pipeline, &SlicePipeline::idle, this,
            [this, pipeline] {
                pipeline->deleteLater();
                --m_outstanding;
                concludeWhenIdle();
            },
            Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
        pipeline->cancel();
    }
    m_session.reset();
    watchBulk();
    const bool well = reason == EndReason::Finished || reason == EndReason::Stopped;
    m_status.end = reason;
    m_status.error = error;
    m_status.hasError = !well;
    m_fruitless = m_progressed ? 0 : m_fruitless + 1;
    if (triesAgain(reason)) {
        const qint64 waitMs = m_backoff.nextMs();
        m_status.nextAttemptMs = m_options.clock->wallMs() + waitMs;
        m_attempt.start(static_cast<int>(waitMs));
        setPhase(SyncPhase::Waiting);
        return;
    }
    m_concluding = true;
    concludeWhenIdle();
}

bool SyncWorker::triesAgain(EndReason reason) const
{
    switch (reason) {
    case EndReason::Finished:
    case EndReason::Stopped:
    case EndReason::WrongCity:
    case EndReason::AnotherHistory:
        return false;
    case EndReason::Disconnected:
    case EndReason::Stalled:
    case EndReason::Unreachable:
    case EndReason::ServerLeft:
        return m_options.mode == SyncMode::Live || m_fruitless < m_options.onceAttemptsMax;
    default:
        return m_options.mode == SyncMode::Live;
    }
}

void SyncWorker::concludeWhenIdle()
{
    if (!m_concluding || m_outstanding > 0)
        return;
    m_concluding = false;
    m_running = false;
    setPhase(SyncPhase::Stopped);
    Q_EMIT finished(m_status.end, m_status.error);
}

} // namespace spilno::sync
