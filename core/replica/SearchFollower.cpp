// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/SearchFollower.h"

#include "core/base/platform/BackgroundThread.h"
#include "core/replica/SearchSource.h"

namespace spilno::replica {

namespace {

constexpr int kBatch = 4096;
constexpr int kMergePages = 64;

} // namespace

const std::shared_ptr<StemDictionary> &SearchFollower::dictionary()
{
    static const std::shared_ptr<StemDictionary> shared =
        StemDictionary::load(StemDictionary::defaultFolders());
    return shared;
}

SearchFollower::SearchFollower(Options options)
    : m_options(std::move(options))
{
    m_thread.setObjectName(QStringLiteral("full text"));
}

SearchFollower::~SearchFollower()
{
    stop();
}

void SearchFollower::start()
{
    m_anchor = new QObject;
    m_anchor->moveToThread(&m_thread);
    m_thread.start(QThread::LowPriority);
    m_poked = true;
    QMetaObject::invokeMethod(
        m_anchor,
        [this] {
            base::yieldThisThread();
            open();
            step();
        },
        Qt::QueuedConnection);
}

void SearchFollower::stop()
{
    if (m_anchor == nullptr)
        return;
    m_stopping = true;
    QMetaObject::invokeMethod(
        m_anchor,
        [this] {
            m_index.reset();
            m_database.reset();
        },
        Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
    delete m_anchor;
    m_anchor = nullptr;
}

void SearchFollower::poke()
{
    if (m_anchor == nullptr || m_poked.exchange(true))
        return;
    QMetaObject::invokeMethod(
        m_anchor, [this] { step(); }, Qt::QueuedConnection);
}

void SearchFollower::allOwed(const base::Result<> &owed)
{
    if (owed) {
        m_awaitsAll = false;
        return poke();
    }
    if (m_anchor != nullptr)
        QMetaObject::invokeMethod(
            m_anchor, [this, error = owed.error()] { fail(error); }, Qt::QueuedConnection);
}

void SearchFollower::fail(const base::Error &error)
{
    m_index.reset();
    m_database.reset();
    Q_EMIT failed(error);
}

void SearchFollower::open()
{
    ReplicaDatabase::Options reading = m_options.replica;
    reading.readOnly = true;
    auto database = ReplicaDatabase::open(reading);
    if (!database)
        return fail(database.error());
    m_database = std::move(*database);
    m_index = std::make_unique<SearchIndex>(dictionary());
    if (auto opened = m_index->open(m_options.path, SqliteConnection::Mode::ReadWrite); !opened)
        return fail(opened.error());
    const auto cursor = m_index->indexedUpTo();
    if (!cursor)
        return fail(cursor.error());
    m_cursor = *cursor;
    if (m_index->startedEmpty() || m_cursor == 0) {
        m_awaitsAll = true;
        m_options.oweAll();
    }
}

void SearchFollower::step()
{
    m_complete = false;
    m_poked = false;
    if (!m_index || m_stopping)
        return;
    const auto batch = m_database->searchBatch(m_cursor, kBatch);
    if (!batch)
        return fail(batch.error());
    if (batch->upTo == m_cursor) {
        // An index that starts empty is not complete before anything is owed to it.
        if (m_awaitsAll)
            return;
        m_complete = true;
        Q_EMIT completed();
        return tidy();
    }
    // Merging waits for the end of a long load.
    if (batch->more && !m_bulk) {
        m_bulk = true;
        if (auto set = m_index->setBulkLoading(true); !set)
            return fail(set.error());
    }
    if (auto applied = m_index->apply(batch->changes, batch->upTo); !applied)
        return fail(applied.error());
    m_cursor = batch->upTo;
    if (!batch->more)
        m_options.done(m_cursor);
    if (!m_poked.exchange(true))
        QMetaObject::invokeMethod(
            m_anchor, [this] { step(); }, Qt::QueuedConnection);
}

/// What was taken back is out of the index by now, but for bytes that nobody uses any more.
base::Result<> SearchFollower::scrub()
{
    SPILNO_ASSIGN(const QByteArray wanted, m_database->setting(QStringLiteral("scrubs")));
    SPILNO_ASSIGN(const qint64 followed, m_index->scrubsFollowed());
    if (followed == wanted.toLongLong())
        return {};
    const auto scrubbed = m_index->scrub();
    if (!scrubbed && scrubbed.error().code == base::ErrorCode::Busy)
        return {}; // when it is idle the next time
    SPILNO_TRY(scrubbed);
    return m_index->setScrubsFollowed(wanted.toLongLong());
}

void SearchFollower::tidy()
{
    if (m_bulk) {
        m_bulk = false;
        if (auto set = m_index->setBulkLoading(false); !set)
            return fail(set.error());
        if (auto merged = m_index->optimize(); !merged)
            return fail(merged.error());
    }
    if (m_poked || m_stopping)
        return;
    if (auto scrubbed = scrub(); !scrubbed)
        return fail(scrubbed.error());
    const auto more = m_index->mergeSome(kMergePages);
    if (!more)
        return fail(more.error());
    if (*more && !m_poked)
        QMetaObject::invokeMethod(
            m_anchor,
            [this] {
                if (m_index)
                    tidy();
            },
            Qt::QueuedConnection);
}

} // namespace spilno::replica
