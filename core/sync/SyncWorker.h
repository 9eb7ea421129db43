// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/sync/Backoff.h"
#include "core/sync/ServerAddress.h"
#include "core/sync/SlicePipeline.h"
#include "core/sync/SyncSession.h"
#include "core/sync/SyncStatus.h"
#include "core/sync/SyncStore.h"
#include "core/sync/Transport.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <functional>
#include <memory>

namespace spilno::sync {

/// Keeps one replica in contact with one server: runs a SyncSession over a Transport against a
/// SyncStore, and begins anew with backoff when it ends. Lives in the sync thread of whoever runs
/// the replica; its slots are called there (queued from elsewhere). Verifies; never folds.
class SyncWorker final : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        ServerAddress address;
        SyncMode mode = SyncMode::Live;
        std::function<std::unique_ptr<Transport>()> makeTransport;
        base::Clock *clock = nullptr;
        base::Random *random = nullptr;
        int onceAttemptsMax = 3; ///< Once: attempts in a row without anything received or sent.
    };

    /// `store` outlives the worker; the worker outlives finished().
    SyncWorker(Options options, SyncStore &store, QObject *parent = nullptr);
    ~SyncWorker() override;

    [[nodiscard]] const SyncStatus &status() const { return m_status; }
    /// From start() to finished().
    [[nodiscard]] bool isRunning() const { return m_running; }

public Q_SLOTS:
    void start();
    /// Ends in good order; finished() follows when the storage has answered everything.
    void stop();
    /// Something was written here, or the replica can sign now.
    void localWork();
    void blobWork();
    /// Does not wait any longer for the next attempt, as when the network came back.
    void retryNow();

Q_SIGNALS:
    /// At most every 100 ms, and at every change of phase.
    void statusChanged(const spilno::sync::SyncStatus &status);
    /// Over for good: Finished, Stopped, or a reason that trying again does not mend.
    void finished(spilno::sync::EndReason reason, const spilno::base::Error &error);

private:
    void connectNow();
    void begin(const SyncStart &start);
    void openTransport();
    void readTransport();
    void tick();

    /// Does what the session asks for; called after each event.
    void drain();
    void perform(const action::Send &todo);
    void perform(const action::BindCity &todo);
    void perform(const action::ProveDevice &todo);
    void perform(const action::VerifyAndApply &todo);
    void perform(const action::ShowPreview &todo);
    void perform(const action::FetchRuns &todo);
    void perform(const action::ApplyReceipt &todo);
    void perform(const action::ResolveFork &todo);
    void perform(const action::Refuse &todo);
    void perform(const action::SaveCheckpoint &todo);
    void perform(const action::WitnessCheckpoint &todo);
    void perform(const action::CheckProof &todo);
    void perform(const action::FetchBlobJobs &todo);
    void perform(const action::ReadBlobChunk &todo);
    void perform(const action::StoreBlobChunk &todo);
    void perform(const action::BlobChunkSent &todo);
    void perform(const action::BlobFailed &todo);
    void perform(const action::Close &todo);

    void sessionEnded(EndReason reason, const base::Error &error);
    [[nodiscard]] bool triesAgain(EndReason reason) const;
    void concludeWhenIdle();
    void watchBulk();
    void updateStatus();
    void emitStatus();
    void setPhase(SyncPhase phase);

    /// Runs `handler` with the answer, in this thread and only while this session lasts.
    template <class T, class Handler>
    void ask(QFuture<base::Result<T>> answer, Handler handler);
    /// The same for answers of which only failure matters.
    void expect(QFuture<base::Result<>> answer);

    Options m_options;
    SyncStore &m_store;
    SyncStatus m_status;
    Backoff m_backoff;
    QTimer m_tick;
    QTimer m_attempt;
    QTimer m_statusPause;

    std::unique_ptr<SyncSession> m_session;
    std::unique_ptr<SlicePipeline> m_pipeline;
    Transport *m_transport = nullptr;
    quint64 m_generation = 0; ///< Of the session; answers to an older one are overlooked.
    int m_outstanding = 0;    ///< Answers the storage owes.
    bool m_draining = false;
    bool m_bulk = false;
    bool m_running = false;
    bool m_concluding = false;
    bool m_progressed = false; ///< Anything received or sent in this session.
    int m_fruitless = 0;
    std::uint64_t m_previewsRefusedBefore = 0;
    std::uint64_t m_changesInBefore = 0;
    std::uint64_t m_changesOutBefore = 0;
};

template <class T, class Handler>
void SyncWorker::ask(QFuture<base::Result<T>> answer, Handler handler)
{
    ++m_outstanding;
    const quint64 generation = m_generation;
    answer.then(this, [this, generation, handler](const base::Result<T> &result) {
        --m_outstanding;
        if (generation == m_generation) {
            handler(result);
            drain();
        }
        concludeWhenIdle();
    });
}

} // namespace spilno::sync

Q_DECLARE_METATYPE(spilno::sync::SyncStatus)
