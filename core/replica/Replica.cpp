// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/Replica.h"

#include "core/replica/SearchFollower.h"

namespace spilno::replica {

namespace {

const QString kScrubbedSetting = QStringLiteral("scrubbed-ms");
constexpr qint64 kScrubEveryMs = 24LL * 3600 * 1000;

} // namespace

Replica::Replica(
    const ReplicaDatabase::Options &options, const QString &searchPath, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_searchPath(searchPath)
{
    qRegisterMetaType<ChangeSet>();
    m_options.searched = !searchPath.isEmpty();
}

Replica::~Replica()
{
    close();
}

void Replica::startLane(Lane &lane, const QString &name)
{
    lane.thread.setObjectName(name);
    lane.anchor = new QObject;
    lane.anchor->moveToThread(&lane.thread);
    lane.thread.start();
}

void Replica::stopLane(Lane &lane)
{
    if (lane.anchor == nullptr)
        return;
    // Queued behind everything asked so far: each answer is given before the file closes.
    QMetaObject::invokeMethod(
        lane.anchor, [&lane] { lane.database.reset(); }, Qt::BlockingQueuedConnection);
    lane.thread.quit();
    lane.thread.wait();
    delete lane.anchor;
    lane.anchor = nullptr;
}

base::Result<> Replica::openLane(Lane &lane, const ReplicaDatabase::Options &options)
{
    base::Result<> outcome;
    QMetaObject::invokeMethod(
        lane.anchor,
        [&] {
            auto opened = ReplicaDatabase::open(options);
            if (opened)
                lane.database = std::move(*opened);
            else
                outcome = base::failure(opened.error());
        },
        Qt::BlockingQueuedConnection);
    return outcome;
}

base::Result<> Replica::open()
{
    Q_ASSERT(!m_running);
    m_running = true;
    startLane(m_writer, QStringLiteral("replica writer"));
    startLane(m_reader, QStringLiteral("replica reader"));
    auto outcome = openLane(m_writer, m_options);
    if (outcome) {
        ReplicaDatabase::Options reading = m_options;
        reading.readOnly = true;
        outcome = openLane(m_reader, reading);
    }
    if (!outcome)
        close();
    return outcome;
}

void Replica::close()
{
    if (!m_running)
        return;
    m_running = false;
    if (m_follower)
        m_follower->stop();
    QMetaObject::invokeMethod(
        m_reader.anchor, [this] { m_searchIndex.reset(); }, Qt::BlockingQueuedConnection);
    stopLane(m_reader);
    stopLane(m_writer);
}

Replica::Answer<Page> Replica::list(const Query &query)
{
    return read([this, query](ReplicaDatabase &database) -> base::Result<Page> {
        Query narrowed = query;
        SPILNO_TRY(narrow(narrowed));
        return database.list(narrowed);
    });
}

Replica::Answer<qint64> Replica::count(const Query &query)
{
    return read([this, query](ReplicaDatabase &database) -> base::Result<qint64> {
        Query narrowed = query;
        SPILNO_TRY(narrow(narrowed));
        return database.count(narrowed);
    });
}

Replica::Answer<std::vector<Record>> Replica::recordsAt(
    const QString &type, const std::vector<RowId> &rows)
{
    return read([type, rows](ReplicaDatabase &database) { return database.recordsAt(type, rows); });
}

Replica::Answer<std::optional<Record>> Replica::record(
    const QString &type, const base::EntityId &entity)
{
    return read(
        [type, entity](ReplicaDatabase &database) { return database.record(type, entity); });
}

Replica::Answer<std::vector<HistoryItem>> Replica::history(const base::EntityId &entity)
{
    return read([entity](ReplicaDatabase &database) { return database.history(entity); });
}

Replica::Answer<std::vector<Conflict>> Replica::conflicts(int limit)
{
    return read([limit](ReplicaDatabase &database) { return database.conflicts(limit); });
}

Replica::Answer<std::vector<OutboxItem>> Replica::outbox(int limit)
{
    return read([limit](ReplicaDatabase &database) { return database.outbox(limit); });
}

Replica::Answer<std::vector<ScopeStatus>> Replica::scopes()
{
    return read([](ReplicaDatabase &database) { return database.scopes(); });
}

Replica::Answer<Submitted> Replica::submit(const std::vector<Draft> &drafts)
{
    return write(
        [drafts](ReplicaDatabase &database) { return database.submit(drafts, Effect::Wanted); });
}

Replica::Answer<bool> Replica::scrubIfDue()
{
    return write([this](ReplicaDatabase &database) -> base::Result<bool> {
        if (!database.owesScrub())
            return false;
        const qint64 now = m_options.clock->wallMs();
        SPILNO_ASSIGN(const QByteArray last, database.setting(kScrubbedSetting));
        const qint64 since = now - last.toLongLong();
        if (!last.isEmpty() && since >= 0 && since < kScrubEveryMs)
            return false;
        SPILNO_TRY(database.scrub());
        SPILNO_TRY(database.setSetting(kScrubbedSetting, QByteArray::number(now)));
        pokeSearch(); // its file follows
        return true;
    });
}

void Replica::setIdentity(const std::shared_ptr<const Identity> &identity)
{
    for (Lane *lane : {&m_writer, &m_reader}) {
        QMetaObject::invokeMethod(
            lane->anchor,
            [lane, identity] {
                if (lane->database)
                    lane->database->setIdentity(identity);
            },
            Qt::QueuedConnection);
    }
}

} // namespace spilno::replica
