// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replica/ReplicaDatabase.h"
#include "core/replica/search/SearchIndex.h"

#include <QtCore/QObject>
#include <QtCore/QThread>

#include <atomic>
#include <functional>

namespace spilno::replica {

/// Keeps the full-text file of a replica up to date, on a thread and connections of its own, so
/// that neither writing nor reading waits for it. Made by Replica; poke() from any thread.
class SearchFollower : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        ReplicaDatabase::Options replica;      ///< Opened read-only.
        QString path;                          ///< Of the full-text file.
        std::function<void(qint64 upTo)> done; ///< The writer may forget; any thread.
        /// The index starts empty: allOwed() tells when every record is owed to it; any thread.
        std::function<void()> oweAll;
    };

    explicit SearchFollower(Options options);
    ~SearchFollower() override;

    void start();
    /// Waits for the step under way. Idempotent.
    void stop();
    /// There may be something new.
    void poke();
    /// The answer to Options::oweAll; any thread.
    void allOwed(const base::Result<> &owed);
    /// Whether everything committed before the last poke() can be found.
    [[nodiscard]] bool isComplete() const { return m_complete && !m_poked; }

    /// The words' base forms, loaded once for the whole program.
    [[nodiscard]] static const std::shared_ptr<StemDictionary> &dictionary();

Q_SIGNALS:
    /// From the follower's thread: nothing is owed any more.
    void completed();
    /// From the follower's thread: the index cannot go on; searches find what it has.
    void failed(const spilno::base::Error &error);

private:
    void open();
    void step();
    void tidy();
    [[nodiscard]] base::Result<> scrub();
    void fail(const base::Error &error);

    Options m_options;
    QThread m_thread;
    QObject *m_anchor = nullptr; ///< Lives on the thread.
    std::unique_ptr<ReplicaDatabase> m_database;
    std::unique_ptr<SearchIndex> m_index;
    qint64 m_cursor = 0;
    bool m_bulk = false;
    std::atomic<bool> m_poked = false; ///< A step is to come.
    std::atomic<bool> m_awaitsAll = false;
    std::atomic<bool> m_complete = false;
    std::atomic<bool> m_stopping = false;
};

} // namespace spilno::replica
