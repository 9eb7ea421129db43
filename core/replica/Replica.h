// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replica/ReplicaDatabase.h"
#include "core/replica/search/SearchIndex.h"

#include <QtCore/QFuture>
#include <QtCore/QObject>
#include <QtCore/QPromise>
#include <QtCore/QThread>

#include <atomic>
#include <concepts>
#include <memory>
#include <type_traits>

namespace spilno::replica {

class SearchFollower;

/// An answer that says, with more, what was touched.
template <class T>
concept CarriesChanges = requires(const T &value)
{
    {
        (value.changes)
        } -> std::same_as<const ChangeSet &>;
};

/// A replica for callers on any thread: one thread that writes, one that reads beside it (WAL), and
/// futures for the answers. Continue a future with a context object and a dead caller gets no call.
/// Owned by the composition root or a CityClient; close() before destruction is implied. It knows
/// nothing of networks: see sync/.
class Replica : public QObject
{
    Q_OBJECT

public:
    /// A record that a full-text search found, with the stretches to be marked.
    struct Found
    {
        Record record;
        QString typeName;
        QString title;
        QList<SearchMark> titleMarks;
        QString snippet;
        QList<SearchMark> snippetMarks;
    };
    struct SearchAnswer
    {
        std::vector<Found> items;
        bool isCapped = false;   ///< More may match than were looked at.
        bool isComplete = true;  ///< False while texts are still being taken up.
        QStringList corrections; ///< Words taken in place of what was typed.
    };
    struct SearchQuestion
    {
        QString text;
        QStringList types; ///< Names; empty: all.
        SearchOrder order = SearchOrder::Relevance;
        int limit = 20;
    };

    template <class T = void>
    using Answer = QFuture<base::Result<T>>;

    /// `searchPath`: the file of the full-text index, made from the replica; empty for none.
    explicit Replica(
        const ReplicaDatabase::Options &options,
        const QString &searchPath = {},
        QObject *parent = nullptr);
    ~Replica() override;

    /// Opens the file on its thread and waits. The errors of ReplicaDatabase::open().
    [[nodiscard]] base::Result<> open();
    /// Finishes what was asked and stops both threads. Idempotent.
    void close();

    /// Runs `work(ReplicaDatabase &)` on the writing thread; calls take place in their order. An
    /// answer that is a ChangeSet, or has one as its member `changes`, is broadcast by itself.
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

    /// As read(), for work of several steps on one query, whose text was looked up in the full text
    /// where that is complete: `work(ReplicaDatabase &, const Query &)`.
    template <class Work>
    auto readMatching(const Query &query, Work work)
    {
        return read([this, query, work = std::move(work)](ReplicaDatabase &database) mutable {
            using Answered = std::invoke_result_t<Work, ReplicaDatabase &, const Query &>;
            Query narrowed = query;
            if (auto found = narrow(narrowed); !found)
                return Answered(base::failure(found.error()));
            return Answered(work(database, narrowed));
        });
    }

    [[nodiscard]] Answer<Page> list(const Query &query);
    [[nodiscard]] Answer<qint64> count(const Query &query);
    [[nodiscard]] Answer<std::vector<Record>> recordsAt(
        const QString &type, const std::vector<RowId> &rows);
    /// Begins to keep the full-text index, which costs a thread and the dictionary (40 MB, 0.4 s).
    /// Idempotent; does nothing without a search path. Until then searches find what it has.
    void startSearch();
    /// Full text over all records, or a request number in either alphabet. NotFound without index.
    [[nodiscard]] Answer<SearchAnswer> search(const SearchQuestion &question);
    /// Whether everything written so far can be found; searchCompleted() tells when it can.
    [[nodiscard]] bool isSearchComplete() const;
    [[nodiscard]] Answer<std::optional<Record>> record(
        const QString &type, const base::EntityId &entity);
    [[nodiscard]] Answer<std::vector<HistoryItem>> history(const base::EntityId &entity);
    [[nodiscard]] Answer<std::vector<Conflict>> conflicts(int limit = 200);
    [[nodiscard]] Answer<std::vector<OutboxItem>> outbox(int limit = 500);
    [[nodiscard]] Answer<std::vector<ScopeStatus>> scopes();
    /// What a person does now, so with Effect::Wanted.
    [[nodiscard]] Answer<Submitted> submit(const std::vector<Draft> &drafts);

    /// Makes what was taken back unfindable in the files, the full text's included, when that is
    /// owed and was not done within the last day; whether it was done. Seconds for a large city:
    /// when nobody works. Busy, and owed still, while somebody reads.
    [[nodiscard]] Answer<bool> scrubIfDue();

    /// Keys for own work, or null to lock; takes its turn behind what was asked before.
    void setIdentity(const std::shared_ptr<const Identity> &identity);

Q_SIGNALS:
    void searchCompleted();
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
            if (answer && !answer->isEmpty()) {
                Q_EMIT changed(*answer);
                pokeSearch();
            }
        } else if constexpr (CarriesChanges<T>) {
            if (answer) {
                Q_EMIT changed(answer->changes);
                pokeSearch();
            }
        }
    }

    void startLane(Lane &lane, const QString &name);
    void stopLane(Lane &lane);
    [[nodiscard]] base::Result<> openLane(Lane &lane, const ReplicaDatabase::Options &options);

    /// For the reading thread: the index, opened when it is first asked.
    [[nodiscard]] base::Result<SearchIndex *> searchIndex();
    [[nodiscard]] base::Result<> narrow(Query &query);
    [[nodiscard]] base::Result<SearchAnswer> searchHere(
        ReplicaDatabase &database, const SearchQuestion &question);
    void pokeSearch();

    ReplicaDatabase::Options m_options;
    QString m_searchPath;
    std::unique_ptr<SearchFollower> m_follower;
    std::atomic<SearchFollower *> m_following = nullptr; ///< For the other threads.
    std::unique_ptr<SearchIndex> m_searchIndex;          ///< Of the reading thread.
    Lane m_writer;
    Lane m_reader;
    bool m_running = false;
};

} // namespace spilno::replica

Q_DECLARE_METATYPE(spilno::replica::ChangeSet)
