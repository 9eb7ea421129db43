// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "syncserver/sequencer/RunPipeline.h"
#include "syncserver/sequencer/SessionQuestions.h"
#include "syncserver/sequencer/SliceCache.h"

#include <QtCore/QThread>
#include <QtCore/QThreadPool>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <set>

namespace spilno::server {

/// What the sequencer did and how it is, for status and log.
struct SequencerStatus
{
    std::uint64_t treeSize = 0;
    std::uint64_t checkpointSize = 0;
    qint64 runs = 0;    ///< Sequenced since the start.
    qint64 changes = 0; ///< Sequenced since the start.
    qint64 commits = 0;
    qint64 lastRecordedMs = 0;
    bool clockBehind = false;
    bool recovering = false;
    bool owesScrub = false;
    bool damaged = false; ///< A part of the database could not be read.
};

/// The one writer of a city: a thread that owns the store, takes verified runs together into one
/// durable transaction, signs receipts and checkpoints, and answers the questions of sessions. All
/// public functions may be called on any thread; callbacks come on the sequencer's own, those of
/// readSlice() on any.
class Sequencer
{
public:
    struct Options
    {
        /// Called on the sequencer's thread, which owns and closes the store.
        std::function<base::Result<std::unique_ptr<SequencerStore>>()> openStore;
        std::shared_ptr<const crypto::SigningKey> key;
        const base::Clock *clock = nullptr;
        ServerLog *log = nullptr;
        int verifierThreads = 2;
        Rate changesPerDevice{300'000, 60'000};
        qint64 groupWithinMs = 2; ///< How long a verified run waits for others.
        qint64 checkpointEveryMs = 1'000;
        qsizetype cacheBytes = 64 * 1024 * 1024;
        std::function<void(std::vector<ScopeState>)> scopesGrew;
        std::function<void(CheckpointNews)> checkpointMade;
        /// Files that nobody stands to any more, at the start and after each erasure.
        std::function<void(std::vector<base::BlobId>)> blobsErased;
    };

    /// The setting of the store that holds the newest signed checkpoint.
    [[nodiscard]] static QString checkpointSetting();

    explicit Sequencer(Options options);
    ~Sequencer();

    /// Opens the store; its errors, WrongCity when the key is not the city's.
    [[nodiscard]] base::Result<> start();

    /// Finishes what was taken, signs a last checkpoint, closes the store. Blocks; idempotent.
    void stop();

    void submit(wire::Run run, RunPipeline::Answer answer);
    void readSlice(const ReadSlice &wanted, std::function<void(SliceRead)> answer);
    void askWelcome(const AskWelcome &asked, std::function<void(Welcomed)> answer);
    void askView(const base::PublicKey &device, std::function<void(ReaderView)> answer);
    void askCheckpoint(std::uint64_t fromSize, std::function<void(CheckpointNews)> answer);
    void askProofs(const AskProofs &asked, std::function<void(ProofsRead)> answer);

    /// Any other question, between commits. It should be quick. Not called when stopping.
    void ask(std::function<void(SequencerStore &)> question);

    [[nodiscard]] SequencerStatus status() const;

private:
    using Task = std::function<void()>;

    void run(const std::function<void(base::Result<>)> &started);
    [[nodiscard]] base::Result<> open();
    void loop();
    [[nodiscard]] qint64 waitMs() const;
    void commitIfDue();
    void checkpointIfDue(bool now);
    void scrubIfDue();
    void tellErasedBlobs();
    void noteClock();
    void noteStatus();
    void enqueueUrgent(Task task);
    void readFromStore(const ReadSlice &wanted);
    void readPreviewFromStore(const ReadSlice &wanted);
    void noteUnreadable(const ReadSlice &wanted, const base::Error &error);
    void sliceReady(const ReadSlice &wanted, const SliceRead &slice);

    Options m_options;
    std::unique_ptr<QThread> m_thread;
    QThreadPool m_verifiers;
    SliceCache m_cache;

    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Task> m_urgent;    ///< Runs that arrive, results of verification.
    std::deque<Task> m_questions; ///< One after each commit.
    qint64 m_arrivedBytes = 0;
    bool m_stopping = false;
    bool m_closed = true;
    SequencerStatus m_status;
    std::vector<std::pair<ReadSlice, std::function<void(SliceRead)>>> m_sliceReaders;

    // Only on the sequencer's thread.
    std::unique_ptr<SequencerStore> m_store;
    std::unique_ptr<RunPipeline> m_pipeline;
    NewestCheckpoint m_newest;
    qint64 m_readySinceMs = 0;
    qint64 m_checkpointMs = 0;
    qint64 m_busyMs = 0;      ///< When something was last done.
    qint64 m_scrubFromMs = 0; ///< Not before this is the next one.
    bool m_saidClockBehind = false;
    std::set<std::pair<base::ScopeId, std::uint64_t>> m_unreadable; ///< Slices that were told of.
};

} // namespace spilno::server
