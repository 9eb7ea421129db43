// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replica/ReplicaDatabase.h"

#include <QtCore/QFuture>
#include <QtCore/QObject>
#include <QtCore/QPromise>
#include <QtCore/QThread>

#include <memory>
#include <type_traits>

namespace spilno::replica {

/// A replica for callers on any thread: one thread that writes, one that reads beside it (WAL), and
/// futures for the answers. Continue a future with a context object and a dead caller gets no call.
/// Owned by the composition root or a CityClient; close() before destruction is implied. It knows
/// nothing of networks: see sync/.
class Replica : public QObject
{
    Q_OBJECT

public:
    template <class T = void>
    using Answer = QFuture<base::Result<T>>;

    explicit Replica(const ReplicaDatabase::Options &options, QObject *parent = nullptr);
    ~Replica() override;

    /// Opens the file on its thread and waits. The errors of ReplicaDatabase::open().
    [[nodiscard]] base::Result<> open();
    /// Finishes what was asked and stops both threads. Idempotent.
    void close();

    /// Runs `work(ReplicaDatabase &)` on the writing thread; calls take place in their order. A
    /// ChangeSet in the answer is broadcast by itself.
    template <class Work>
    auto write(Work work)
    {
        return post(m_writer, std::move(work));
    }

    /// Runs `work(const ReplicaDatabase &)` on the reading thread, on what is committed.
    template <class Work>
    auto read(Work work)
    {
        return post(m_reader, [work = std::move(work)](ReplicaDatabase &database) mutable {
            using Answered = std::invoke_result_t<Work, ReplicaDatabase &>;
            if (auto followed = database.followWriter(); !followed)
                return Answered(base::failure(followed.error()));
            return Answered(work(database));
        });
    }

    [[nodiscard]] Answer<Page> list(const Query &query);
    [[nodiscard]] Answer<qint64> count(const Query &query);
    [[nodiscard]] Answer<std::vector<RowId>> outline(const Query &query);
    [[nodiscard]] Answer<std::vector<Record>> recordsAt(
        const QString &type, const std::vector<RowId> &rows);
    [[nodiscard]] Answer<std::optional<Record>> record(
        const QString &type, const base::EntityId &entity);
    [[nodiscard]] Answer<std::vector<HistoryItem>> history(const base::EntityId &entity);
    [[nodiscard]] Answer<std::vector<Conflict>> conflicts(int limit = 200);
    [[nodiscard]] Answer<std::vector<OutboxItem>> outbox(int limit = 500);
    [[nodiscard]] Answer<std::vector<ScopeStatus>> scopes();
    [[nodiscard]] Answer<Submitted> submit(const std::vector<Draft> &drafts);

    /// Keys for own work, or null to lock; takes its turn behind what was asked before.
    void setIdentity(const std::shared_ptr<const Identity> &identity);

Q_SIGNALS:
    /// Facts, coalesced per transaction; in the thread this object lives in.
    void changed(const spilno::replica::ChangeSet &changes);

private:
    /// A thread with the database that lives on it.
    struct Lane
    {
        QThread thread;
        QObject *anchor = nullptr; ///< Lives on the thread; tasks are posted to it.
        std::unique_ptr<ReplicaDatabase> database;
    };

    template <class Work>
    auto post(Lane &lane, Work work)
    {
        using Answered = std::invoke_result_t<Work, ReplicaDatabase &>;
        QPromise<Answered> promise;
        QFuture<Answered> future = promise.future();
        promise.start();
        QMetaObject::invokeMethod(
            lane.anchor,
            [this, &lane, work = std::move(work), promise = std::move(promise)]() mutable {
                Answered answer =
                    lane.database
                        ? Answered(work(*lane.database))
                        : Answered(base::failure(
                              base::ErrorCode::Cancelled, QStringLiteral("the replica is closed")));
                announce(answer);
                promise.addResult(std::move(answer));
                promise.finish();
            },
            Qt::QueuedConnection);
        return future;
    }

    template <class T>
    void announce(const base::Result<T> &answer)
    {
        if constexpr (std::is_same_v<T, ChangeSet>) {
            if (answer && !answer->isEmpty())
                Q_EMIT changed(*answer);
        } else if constexpr (std::is_same_v<T, Submitted> || std::is_same_v<T, BulkOutcome>) {
            if (answer)
                Q_EMIT changed(answer->changes);
        }
    }

    void startLane(Lane &lane, const QString &name);
    void stopLane(Lane &lane);
    [[nodiscard]] base::Result<> openLane(Lane &lane, const ReplicaDatabase::Options &options);

    ReplicaDatabase::Options m_options;
    Lane m_writer;
    Lane m_reader;
    bool m_running = false;
};

} // namespace spilno::replica

Q_DECLARE_METATYPE(spilno::replica::ChangeSet)
