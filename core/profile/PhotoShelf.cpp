// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/PhotoShelf.h"

#include "core/base/Limits.h"

#include <QtCore/QPromise>

#include <algorithm>

namespace spilno::profile {

using replica::BlobFolder;
using replica::BlobUse;
using replica::ReplicaDatabase;
using sync::BlobJob;

namespace {

const QString kBudgetSetting = QStringLiteral("photo-budget");
/// Attachments looked at, the newest first; older photos come when somebody looks at them.
constexpr int kUsesMax = 20'000;
/// Jobs given at once: what somebody looks at does not wait for all others.
constexpr std::size_t kJobsMax = 8;
constexpr std::size_t kWantedMax = 64;
constexpr qint64 kFirstPauseMs = 8'000;
constexpr qint64 kLongestPauseMs = 3'600'000;
constexpr int kPauseDoublingsMax = 9;

} // namespace

/// What the folder and the replica hold, at one moment.
struct PhotoShelf::Stock
{
    std::vector<BlobUse> uses; ///< The newest first, without those that were taken back.
    std::map<base::BlobId, BlobFolder::Kept> kept;
    qint64 bytes = 0;
    qint64 budgetBytes = kBudgetBytes;
};

PhotoShelf::PhotoShelf(replica::Replica &replica, QString folder, const base::Clock &clock)
    : m_replica(replica)
    , m_clock(clock)
    , m_folder(std::move(folder))
{
    m_thread.setMaxThreadCount(1);
    m_thread.setObjectName(QStringLiteral("photos"));
}

PhotoShelf::~PhotoShelf()
{
    m_thread.waitForDone();
}

template <class Work>
auto PhotoShelf::run(Work work)
{
    using Answered = std::invoke_result_t<Work>;
    auto promise = std::make_shared<QPromise<Answered>>();
    QFuture<Answered> future = promise->future();
    promise->start();
    m_thread.start([promise, work = std::move(work)]() mutable {
        promise->addResult(work());
        promise->finish();
    });
    return future;
}

void PhotoShelf::want(const base::BlobId &blob)
{
    const QMutexLocker lock(&m_mutex);
    std::erase(m_wanted, blob);
    m_wanted.push_front(blob);
    if (m_wanted.size() > kWantedMax)
        m_wanted.pop_back();
    m_pauses.erase(blob);
}

void PhotoShelf::forgetWanted(const base::BlobId &blob)
{
    const QMutexLocker lock(&m_mutex);
    std::erase(m_wanted, blob);
    m_pauses.erase(blob);
}

bool PhotoShelf::isPaused(const base::BlobId &blob)
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_pauses.find(blob);
    return found != m_pauses.end() && found->second.untilMs > m_clock.monotonicMs();
}

PhotoShelf::Answer<> PhotoShelf::setBudget(qint64 bytes)
{
    return m_replica.write([bytes](ReplicaDatabase &database) {
        return database.setSetting(kBudgetSetting, QByteArray::number(std::max(bytes, qint64{0})));
    });
}

base::Result<PhotoShelf::Stock> PhotoShelf::takeStock()
{
    struct Asked
    {
        std::vector<BlobUse> uses;
        QByteArray budget;
    };
    auto asking = m_replica.read([](ReplicaDatabase &database) -> base::Result<Asked> {
        Asked asked;
        SPILNO_ASSIGN(asked.uses, database.blobUses(kUsesMax));
        SPILNO_ASSIGN(asked.budget, database.setting(kBudgetSetting));
        return asked;
    });
    const base::Result<Asked> answer = asking.result();
    if (!answer)
        return base::failure(answer.error());
    Stock stock;
    if (!answer->budget.isEmpty())
        stock.budgetBytes = answer->budget.toLongLong();
    for (const BlobFolder::Kept &kept : m_folder.list()) {
        stock.kept.emplace(kept.blob, kept);
        stock.bytes += kept.bytes;
    }
    // The same bytes may stand in two attachments: a file goes when nobody stands to any of them.
    std::map<base::BlobId, bool> stands;
    for (const BlobUse &use : answer->uses) {
        stands[use.blob] = stands[use.blob] || !use.erased;
        if (!use.erased)
            stock.uses.push_back(use);
    }
    for (const auto &[blob, one] : stands) {
        const auto kept = stock.kept.find(blob);
        if (one || kept == stock.kept.end())
            continue;
        m_folder.remove(blob);
        stock.bytes -= kept->second.bytes;
        stock.kept.erase(kept);
    }
    return stock;
}

void PhotoShelf::makeRoom(Stock &stock, qint64 bytes, const base::BlobId &spared) const
{
    std::vector<BlobFolder::Kept> old;
    for (const auto &[blob, kept] : stock.kept) {
        if (kept.atServer && blob != spared)
            old.push_back(kept);
    }
    std::sort(
        old.begin(), old.end(), [](const auto &a, const auto &b) { return a.usedMs < b.usedMs; });
    for (const BlobFolder::Kept &kept : old) {
        if (stock.bytes <= bytes)
            return;
        m_folder.remove(kept.blob);
        stock.bytes -= kept.bytes;
        stock.kept.erase(kept.blob);
    }
}

void PhotoShelf::addSends(const Stock &stock, std::vector<BlobJob> &jobs)
{
    for (auto use = stock.uses.rbegin(); use != stock.uses.rend(); ++use) {
        const auto kept = stock.kept.find(use->blob);
        if (jobs.size() >= kJobsMax)
            return;
        if (!use->mine || !use->accepted || kept == stock.kept.end() || kept->second.atServer ||
            isPaused(use->blob))
            continue;
        jobs.push_back(
            {BlobJob::Direction::Send, use->blob, m_folder.sentChunks(use->blob),
             replica::blobChunks(kept->second.bytes)});
    }
}

BlobJob PhotoShelf::fetch(const BlobUse &use) const
{
    const std::uint64_t chunks = replica::blobChunks(use.bytes);
    // What is there of it is whole but for its last chunk, if a cut came just then.
    const std::uint64_t next = std::min(m_folder.arrivedChunks(use.blob), chunks - 1);
    return {BlobJob::Direction::Fetch, use.blob, next, chunks};
}

void PhotoShelf::addFetches(const Stock &stock, std::vector<BlobJob> &jobs)
{
    std::deque<base::BlobId> wanted;
    {
        const QMutexLocker lock(&m_mutex);
        wanted = m_wanted;
    }
    std::vector<base::BlobId> taken;
    qint64 bytes = stock.bytes;
    const auto add = [&](const BlobUse &use) {
        const bool again = std::find(taken.begin(), taken.end(), use.blob) != taken.end();
        if (jobs.size() >= kJobsMax || again || stock.kept.contains(use.blob) || use.bytes < 1 ||
            use.bytes > limits::kBlobBytesMax || isPaused(use.blob))
            return;
        bytes += use.bytes;
        taken.push_back(use.blob);
        jobs.push_back(fetch(use));
    };
    for (const base::BlobId &blob : wanted) {
        const auto use =
            std::find_if(stock.uses.begin(), stock.uses.end(), [&blob](const BlobUse &one) {
                return one.blob == blob;
            });
        if (use != stock.uses.end())
            add(*use);
    }
    for (const BlobUse &use : stock.uses) {
        // Once the newest do not fit, older and smaller ones do not come in their place.
        if (!use.accepted || stock.kept.contains(use.blob))
            continue;
        if (jobs.size() >= kJobsMax || bytes + use.bytes > stock.budgetBytes)
            return;
        add(use);
    }
}

base::Result<std::vector<BlobJob>> PhotoShelf::jobsHere()
{
    SPILNO_ASSIGN(Stock stock, takeStock());
    makeRoom(stock, stock.budgetBytes, {});
    std::vector<BlobJob> jobs;
    addSends(stock, jobs);
    addFetches(stock, jobs);
    return jobs;
}

PhotoShelf::Answer<std::vector<BlobJob>> PhotoShelf::jobs()
{
    return run([this] { return jobsHere(); });
}

PhotoShelf::Answer<PhotoShelf::Room> PhotoShelf::room()
{
    return run([this]() -> base::Result<Room> {
        SPILNO_ASSIGN(const Stock stock, takeStock());
        Room room;
        room.files = static_cast<qint64>(stock.kept.size());
        room.bytes = stock.bytes;
        room.budgetBytes = stock.budgetBytes;
        for (const BlobUse &use : stock.uses) {
            const auto kept = stock.kept.find(use.blob);
            if (use.mine && kept != stock.kept.end() && !kept->second.atServer)
                ++room.waiting;
        }
        return room;
    });
}

PhotoShelf::Answer<QByteArray> PhotoShelf::readChunk(const base::BlobId &blob, std::uint64_t chunk)
{
    return run([this, blob, chunk] { return m_folder.readChunk(blob, chunk); });
}

PhotoShelf::Answer<> PhotoShelf::storeChunk(const sync::BlobChunk &chunk)
{
    return run([this, chunk]() -> base::Result<> {
        SPILNO_ASSIGN(
            const bool whole,
            m_folder.addChunk(chunk.blob, chunk.chunk, chunk.chunks, chunk.bytes));
        if (!whole)
            return {};
        SPILNO_TRY(m_folder.setSentChunks(chunk.blob, chunk.chunks));
        forgetWanted(chunk.blob);
        if (auto stock = takeStock())
            makeRoom(*stock, stock->budgetBytes, chunk.blob);
        if (m_arrived)
            m_arrived(chunk.blob);
        return {};
    });
}

PhotoShelf::Answer<> PhotoShelf::chunkSent(const base::BlobId &blob, std::uint64_t chunk)
{
    return run([this, blob, chunk] {
        const QMutexLocker lock(&m_mutex);
        m_pauses.erase(blob);
        return m_folder.setSentChunks(blob, chunk + 1);
    });
}

PhotoShelf::Answer<> PhotoShelf::failed(const BlobJob &job)
{
    return run([this, job]() -> base::Result<> {
        // A server that lost what came before takes it again from the beginning.
        if (job.direction == BlobJob::Direction::Send)
            SPILNO_TRY(m_folder.setSentChunks(job.blob, 0));
        const QMutexLocker lock(&m_mutex);
        Pause &pause = m_pauses[job.blob];
        const qint64 longer = kFirstPauseMs << std::min(pause.failures, kPauseDoublingsMax);
        ++pause.failures;
        pause.untilMs = m_clock.monotonicMs() + std::min(longer, kLongestPauseMs);
        return {};
    });
}

} // namespace spilno::profile
