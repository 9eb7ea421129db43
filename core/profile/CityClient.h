// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/PhotoShelf.h"
#include "core/profile/Profile.h"
#include "core/profile/ReplicaSyncStore.h"
#include "core/sync/SyncWorker.h"

#include <QtCore/QObject>
#include <QtCore/QThread>
#include <QtCore/QTimer>

namespace spilno::profile {

/// One city of a profile, alive: its replica and its contact with the server, each on threads of
/// their own. What the desktop and the command line both use. Lives on its owner's thread.
class CityClient : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        base::Clock *clock = nullptr;
        base::Random *random = nullptr; ///< Thread-safe.
    };

    /// Opens the replica of a city of the profile (made when absent). The replica's errors.
    [[nodiscard]] static base::Result<std::unique_ptr<CityClient>> open(
        const Profile &profile, const sync::ServerAddress &address, const Options &options);
    ~CityClient() override;

    /// Called once, on the thread that opened it and before anything else: from now on it lives on
    /// `thread`. So that a window need not wait for a replica to open.
    void handOver(QThread *thread);

    [[nodiscard]] replica::Replica &replica() { return *m_replica; }
    [[nodiscard]] PhotoShelf &photos() { return *m_photos; }
    [[nodiscard]] const sync::ServerAddress &address() const { return m_address; }
    [[nodiscard]] const sync::SyncStatus &status() const { return m_status; }

    /// Starts contact; Live until stopSync(), Once until all is exchanged (then synced()).
    void startSync(sync::SyncMode mode);
    void stopSync();
    /// The server is found elsewhere now; contact begins anew where there was one.
    void setAddress(const sync::ServerAddress &address);
    /// Something was written, or the profile was unlocked.
    void wake();
    void retryNow();
    /// Somebody looks at a photo that is not here: it comes first. photoArrived() follows.
    void wantPhoto(const base::BlobId &blob);

    /// Enters the identity into the city, and redeems an invitation code when there is one. Done at
    /// first contact, when the replica knows its city; idempotent.
    [[nodiscard]] QFuture<base::Result<>> enrol(
        const std::shared_ptr<const replica::Identity> &identity,
        const QString &displayName,
        const QString &invitationCode);

Q_SIGNALS:
    void statusChanged(const spilno::sync::SyncStatus &status);
    void synced(spilno::sync::EndReason reason, const spilno::base::Error &error);
    void photoArrived(const spilno::base::BlobId &blob);

private:
    CityClient(const Profile &profile, sync::ServerAddress address, const Options &options);

    /// An administrator's computer gives new staff their keys and prefixes.
    void stewardWhenRulesChange();
    /// Bytes of what was taken back are wiped while nobody works.
    void scrubWhenIdle();

    Options m_options;
    sync::ServerAddress m_address;
    std::unique_ptr<replica::Replica> m_replica;
    std::unique_ptr<PhotoShelf> m_photos;
    std::unique_ptr<ReplicaSyncStore> m_store;
    QThread m_thread;
    sync::SyncWorker *m_worker = nullptr; ///< Lives on m_thread.
    sync::SyncMode m_mode = sync::SyncMode::Live;
    sync::SyncStatus m_status;
    QTimer m_idle; ///< Runs from the last change.
};

} // namespace spilno::profile
