// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/replica/BlobFolder.h"
#include "core/replica/Replica.h"
#include "core/sync/SyncStore.h"

#include <QtCore/QMutex>
#include <QtCore/QThreadPool>

#include <deque>
#include <functional>
#include <map>

namespace spilno::profile {

/// The photos and files of one city on this computer: which of the own ones the server lacks, which
/// of others are wanted and have room, which go when there is none. What is to be moved follows
/// from the attachments in the replica and the folder alone, so a cut or a copied profile loses
/// nothing. Files are read and written on a thread of its own; functions may be called from any.
class PhotoShelf
{
public:
    /// Kept by default, own photos that wait for the server included.
    static constexpr qint64 kBudgetBytes = 1024LL * 1024 * 1024;

    /// What there is, for people and programs.
    struct Room
    {
        qint64 files = 0;
        qint64 bytes = 0;
        qint64 budgetBytes = 0;
        qint64 waiting = 0; ///< Own files that the server does not have yet.
    };

    template <class T = void>
    using Answer = QFuture<base::Result<T>>;
    using Arrived = std::function<void(const base::BlobId &blob)>;

    /// `replica` and `clock` outlive it.
    PhotoShelf(replica::Replica &replica, QString folder, const base::Clock &clock);
    ~PhotoShelf();

    [[nodiscard]] const replica::BlobFolder &folder() const { return m_folder; }
    /// Called on the shelf's thread when a photo of others is here; set before the first contact.
    void onArrived(Arrived arrived) { m_arrived = std::move(arrived); }
    /// Somebody looks at it: it comes first, and others make room for it.
    void want(const base::BlobId &blob);

    /// Bytes that may be kept here. What is over it goes at the next contact, the longest unread
    /// first, never what the server does not have.
    [[nodiscard]] Answer<> setBudget(qint64 bytes);
    [[nodiscard]] Answer<Room> room();

    // For synchronisation; see sync::SyncStore.
    [[nodiscard]] Answer<std::vector<sync::BlobJob>> jobs();
    [[nodiscard]] Answer<QByteArray> readChunk(const base::BlobId &blob, std::uint64_t chunk);
    [[nodiscard]] Answer<> storeChunk(const sync::BlobChunk &chunk);
    [[nodiscard]] Answer<> chunkSent(const base::BlobId &blob, std::uint64_t chunk);
    [[nodiscard]] Answer<> failed(const sync::BlobJob &job);

private:
    struct Stock;
    struct Pause
    {
        int failures = 0;
        qint64 untilMs = 0; ///< Monotonic.
    };

    template <class Work>
    auto run(Work work);

    [[nodiscard]] base::Result<std::vector<sync::BlobJob>> jobsHere();
    [[nodiscard]] base::Result<Stock> takeStock();
    void addSends(const Stock &stock, std::vector<sync::BlobJob> &jobs);
    void addFetches(const Stock &stock, std::vector<sync::BlobJob> &jobs);
    [[nodiscard]] sync::BlobJob fetch(const replica::BlobUse &use) const;
    /// Takes files away until `bytes` of them are left, but never `spared`.
    void makeRoom(Stock &stock, qint64 bytes, const base::BlobId &spared) const;
    [[nodiscard]] bool isPaused(const base::BlobId &blob);
    void forgetWanted(const base::BlobId &blob);

    replica::Replica &m_replica;
    const base::Clock &m_clock;
    replica::BlobFolder m_folder;
    Arrived m_arrived;
    QMutex m_mutex; ///< Of what follows.
    std::deque<base::BlobId> m_wanted;
    std::map<base::BlobId, Pause> m_pauses;
    QThreadPool m_thread;
};

} // namespace spilno::profile
