// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/sequencer/Sequencer.h"

#include "core/wire/Slice.h"

#include <algorithm>
#include <chrono>
#include <future>

namespace spilno::server {

namespace {

using base::ErrorCode;

constexpr std::size_t kCommitAtRuns = 2'048;
constexpr qint64 kArrivedBytesMax = 256LL * 1024 * 1024;
constexpr qint64 kScrubAfterIdleMs = 30'000;
constexpr qint64 kScrubEveryMs = 24LL * 3600 * 1000;
constexpr qint64 kScrubAgainMs = 60'000;
constexpr qint64 kLongestSleepMs = 1'000;

} // namespace

QString Sequencer::checkpointSetting()
{
    return QStringLiteral("server/checkpoint");
}

Sequencer::Sequencer(Options options)
    : m_options(std::move(options))
    , m_cache(m_options.cacheBytes)
{
    m_verifiers.setMaxThreadCount(std::max(1, m_options.verifierThreads));
}

Sequencer::~Sequencer()
{
    stop();
}

base::Result<> Sequencer::start()
{
    std::promise<base::Result<>> promise;
    auto started = promise.get_future();
    m_thread.reset(QThread::create([this, &promise] {
        run([&promise](base::Result<> result) { promise.set_value(std::move(result)); });
    }));
    m_thread->setObjectName(QStringLiteral("sequencer"));
    m_thread->start();
    auto result = started.get();
    if (!result) {
        m_thread->wait();
        m_thread.reset();
    }
    return result;
}

void Sequencer::stop()
{
    if (!m_thread)
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    m_thread->wait();
    m_thread.reset();
    m_verifiers.waitForDone();
}

base::Result<> Sequencer::open()
{
    SPILNO_ASSIGN(m_store, m_options.openStore());
    if (m_store->sequencerKey() != m_options.key->publicKey())
        return base::failure(
            ErrorCode::WrongCity, QStringLiteral("the sequencer key is not the one of this city"));
    RunPipeline::Options pipeline;
    pipeline.store = m_store.get();
    pipeline.key = m_options.key.get();
    pipeline.clock = m_options.clock;
    pipeline.log = m_options.log;
    pipeline.changesPerDevice = m_options.changesPerDevice;
    pipeline.verifyLater = [this](Task task) { m_verifiers.start(std::move(task)); };
    pipeline.comeBack = [this](Task task) { enqueueUrgent(std::move(task)); };
    pipeline.erased = [this] {
        m_cache.clear();
        tellErasedBlobs();
    };
    m_pipeline = std::make_unique<RunPipeline>(std::move(pipeline));
    SPILNO_ASSIGN(const QByteArray bytes, m_store->setting(checkpointSetting()));
    if (const auto newest = log::parseCheckpoint(base::view(bytes)))
        m_newest = {bytes, newest->treeSize};
    // What was signed last is proved from now on, if nothing has come since.
    SPILNO_TRY(m_store->buildCheckpoint(m_options.clock->wallMs()));
    return {};
}

void Sequencer::run(const std::function<void(base::Result<>)> &started)
{
    if (auto opened = open(); !opened) {
        m_pipeline.reset();
        m_store.reset();
        started(std::move(opened));
        return;
    }
    m_busyMs = m_checkpointMs = m_options.clock->monotonicMs();
    noteStatus();
    tellErasedBlobs();
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = false;
        m_closed = false;
    }
    started({});
    loop();
    checkpointIfDue(true);
    noteStatus();
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        m_questions.clear();
        m_sliceReaders.clear();
    }
    m_verifiers.waitForDone();
    m_pipeline.reset();
    m_store.reset();
}

void Sequencer::loop()
{
    for (;;) {
        std::deque<Task> urgent;
        Task question;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait_for(lock, std::chrono::milliseconds(waitMs()), [this] {
                return !m_urgent.empty() || !m_questions.empty() || m_stopping;
            });
            urgent.swap(m_urgent);
            if (!m_questions.empty()) {
                question = std::move(m_questions.front());
                m_questions.pop_front();
            }
            if (m_stopping && urgent.empty() && !question && m_pipeline->isIdle())
                return;
        }
        const bool wasReady = m_pipeline->readyRuns() > 0;
        for (const Task &task : urgent)
            task();
        if (!urgent.empty() || question)
            m_busyMs = m_options.clock->monotonicMs();
        if (!wasReady)
            m_readySinceMs = m_options.clock->monotonicMs();
        commitIfDue();
        if (question)
            question();
        checkpointIfDue(false);
        scrubIfDue();
        noteClock();
        noteStatus();
    }
}

qint64 Sequencer::waitMs() const
{
    if (m_pipeline->readyRuns() > 0 || m_stopping)
        return 1;
    const qint64 due = m_checkpointMs + m_options.checkpointEveryMs;
    const bool owed = m_store->treeSize() > m_newest.treeSize;
    const qint64 wait = owed ? due - m_options.clock->monotonicMs() : kLongestSleepMs;
    return std::clamp<qint64>(wait, 1, kLongestSleepMs);
}

void Sequencer::commitIfDue()
{
    if (m_pipeline->readyRuns() == 0)
        return;
    const qint64 waited = m_options.clock->monotonicMs() - m_readySinceMs;
    if (m_pipeline->isVerifying() && waited < m_options.groupWithinMs &&
        m_pipeline->readyRuns() < kCommitAtRuns)
        return;
    const RunPipeline::Committed committed = m_pipeline->commit();
    m_readySinceMs = m_options.clock->monotonicMs();
    {
        const std::lock_guard lock(m_mutex);
        ++m_status.commits;
        m_status.runs += committed.runs;
        m_status.changes += committed.changes;
    }
    if (!committed.grown.empty() && m_options.scopesGrew)
        m_options.scopesGrew(committed.grown);
}

void Sequencer::checkpointIfDue(bool now)
{
    const qint64 monotonic = m_options.clock->monotonicMs();
    if (m_store->treeSize() <= m_newest.treeSize || !m_pipeline->pausedFor().isEmpty() ||
        (!now && monotonic - m_checkpointMs < m_options.checkpointEveryMs))
        return;
    m_checkpointMs = monotonic;
    auto checkpoint = m_store->buildCheckpoint(m_options.clock->wallMs());
    if (!checkpoint) {
        m_options.log->write(
            LogLevel::Error, QStringLiteral("checkpoint-failed"),
            {{QStringLiteral("detail"), checkpoint.error().detail}});
        return;
    }
    checkpoint->sign(*m_options.key);
    const NewestCheckpoint newest{checkpoint->encode(), checkpoint->treeSize};
    // Recorded before anybody sees it: a server must stand by what it signed.
    if (!m_store->setSetting(checkpointSetting(), newest.bytes))
        return;
    const std::uint64_t before = m_newest.treeSize;
    m_newest = newest;
    if (m_options.checkpointMade)
        m_options.checkpointMade(checkpointNews(*m_store, before, m_newest));
}

void Sequencer::scrubIfDue()
{
    const qint64 now = m_options.clock->monotonicMs();
    if (now - m_busyMs < kScrubAfterIdleMs || now < m_scrubFromMs || !m_store->owesScrub())
        return;
    const auto scrubbed = m_store->scrub();
    // Somebody who copies the file just then is waited for, not a day.
    m_scrubFromMs = now + (scrubbed ? kScrubEveryMs : kScrubAgainMs);
    if (!scrubbed)
        m_options.log->write(
            LogLevel::Warning, QStringLiteral("scrub-failed"),
            {{QStringLiteral("detail"), scrubbed.error().detail}});
}

void Sequencer::tellErasedBlobs()
{
    if (!m_options.blobsErased)
        return;
    if (auto erased = m_store->erasedBlobs(); erased && !erased->empty())
        m_options.blobsErased(std::move(*erased));
}

void Sequencer::noteClock()
{
    const bool behind = m_pipeline->isClockBehind();
    if (behind == m_saidClockBehind)
        return;
    m_saidClockBehind = behind;
    m_options.log->write(
        behind ? LogLevel::Error : LogLevel::Info,
        behind ? QStringLiteral("clock-behind") : QStringLiteral("clock-right-again"),
        {{QStringLiteral("detail"),
          behind ? QStringLiteral("this machine's clock is behind the newest recorded time; "
                                  "nothing is sequenced until it is set right")
                 : QString()},
         {QStringLiteral("lastRecordedMs"), m_store->lastRecordedMs()}});
}

void Sequencer::noteStatus()
{
    const std::uint64_t treeSize = m_store->treeSize();
    const qint64 recorded = m_store->lastRecordedMs();
    const bool owesScrub = m_store->owesScrub();
    const std::lock_guard lock(m_mutex);
    m_status.treeSize = treeSize;
    m_status.checkpointSize = m_newest.treeSize;
    m_status.lastRecordedMs = recorded;
    m_status.clockBehind = m_saidClockBehind;
    m_status.recovering = !m_pipeline->pausedFor().isEmpty();
    m_status.owesScrub = owesScrub;
}

SequencerStatus Sequencer::status() const
{
    const std::lock_guard lock(m_mutex);
    return m_status;
}

void Sequencer::enqueueUrgent(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_urgent.push_back(std::move(task));
    }
    m_wake.notify_one();
}

void Sequencer::submit(wire::Run run, RunPipeline::Answer answer)
{
    const qint64 bytes = run.bytes.size();
    {
        const std::lock_guard lock(m_mutex);
        if (!m_closed && !m_stopping && m_arrivedBytes + bytes <= kArrivedBytesMax) {
            m_arrivedBytes += bytes;
            auto shared = std::make_shared<wire::Run>(std::move(run));
            m_urgent.push_back([this, bytes, shared, answer = std::move(answer)] {
                // The room is given back with the answer, which comes exactly once.
                m_pipeline->submit(std::move(*shared), [this, bytes, answer](RunAnswered result) {
                    {
                        const std::lock_guard inner(m_mutex);
                        m_arrivedBytes -= bytes;
                    }
                    answer(std::move(result));
                });
            });
            m_wake.notify_one();
            return;
        }
    }
    RunAnswered busy;
    busy.reason = base::errorCodeName(ErrorCode::Busy);
    busy.afterMs = 1'000;
    answer(std::move(busy));
}

void Sequencer::ask(std::function<void(SequencerStore &)> question)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed || m_stopping)
            return;
        m_questions.push_back([this, question = std::move(question)] { question(*m_store); });
    }
    m_wake.notify_one();
}

void Sequencer::askWelcome(const AskWelcome &asked, std::function<void(Welcomed)> answer)
{
    ask([this, asked, answer = std::move(answer)](SequencerStore &store) {
        if (m_pipeline->pausedFor().isEmpty() && isAheadOfLog(store, asked.checkpointSeen)) {
            m_pipeline->pause(QStringLiteral("recovering"));
            m_options.log->write(
                LogLevel::Error, QStringLiteral("recovering"),
                {{QStringLiteral("detail"),
                  QStringLiteral("a client holds a checkpoint of this server that is ahead of its "
                                 "log: this is an older copy, so nothing is sequenced")}});
        }
        answer(welcome(store, asked, m_newest));
    });
}

void Sequencer::askView(const base::PublicKey &device, std::function<void(ReaderView)> answer)
{
    ask([device, answer = std::move(answer)](SequencerStore &store) {
        answer(readerView(store, device));
    });
}

void Sequencer::askCheckpoint(std::uint64_t fromSize, std::function<void(CheckpointNews)> answer)
{
    ask([this, fromSize, answer = std::move(answer)](SequencerStore &store) {
        answer(checkpointNews(store, fromSize, m_newest));
    });
}

void Sequencer::askProofs(const AskProofs &asked, std::function<void(ProofsRead)> answer)
{
    ask([this, asked, answer = std::move(answer)](SequencerStore &store) {
        answer(scopeProofs(store, asked, m_newest));
    });
}

} // namespace spilno::server
