// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replica/Replica.h"
#include "core/sync/SyncStatus.h"

#include <QObject>
#include <QTimeZone>

#include <memory>

namespace spilno::session {

/// What every page may know of the open city: its replica, who the person is and what they may do,
/// the city's name and zone, how synchronisation stands. Owned by Session, one for each city of a
/// profile; lives on the GUI thread. It opens nothing and decides nothing: facts come from the
/// replica, which it asks again when rules or people change.
class SessionContext : public QObject
{
    Q_OBJECT

public:
    /// `replica`, `clock` and `random` outlive the context.
    SessionContext(
        replica::Replica &replica,
        base::Clock &clock,
        base::Random &random,
        QObject *parent = nullptr);

    [[nodiscard]] replica::Replica &replica() const { return m_replica; }
    [[nodiscard]] base::Clock &clock() const { return m_clock; }
    [[nodiscard]] base::Random &random() const { return m_random; } ///< Thread-safe.

    /// Who writes here; keys are in memory only while the profile is unlocked.
    [[nodiscard]] bool isLocked() const { return !m_identity; }
    /// The keys, or null while locked. For what is sealed on this computer, such as drafts.
    [[nodiscard]] const std::shared_ptr<const replica::Identity> &identity() const
    {
        return m_identity;
    }
    [[nodiscard]] base::PersonId person() const { return m_person; }
    /// The key of this device; null while nobody was ever unlocked.
    [[nodiscard]] base::PublicKey device() const { return m_device; }
    /// The name the person shows; empty until they chose one.
    [[nodiscard]] QString personName() const { return m_personName; }
    [[nodiscard]] const std::vector<replica::HeldRole> &roles() const { return m_roles; }
    /// A clerk or administrator of some body.
    [[nodiscard]] bool isStaff() const;
    /// A clerk or administrator of this body.
    [[nodiscard]] bool isStaffOf(const base::EntityId &body) const;
    [[nodiscard]] bool isAdminOf(const base::EntityId &body) const;
    /// A registrar, or an owner of the city while the owners' powers last.
    [[nodiscard]] bool isRegistrar() const;

    /// Null and empty before the first contact with the city.
    [[nodiscard]] base::CityId city() const { return m_city; }
    [[nodiscard]] QString cityName() const { return m_cityName; }
    /// Deadlines and "today" are in the city's zone.
    [[nodiscard]] QTimeZone timeZone() const { return m_timeZone; }
    /// spilno://HOST:PORT#FINGERPRINT
    [[nodiscard]] QString address() const { return m_address; }
    [[nodiscard]] const sync::SyncStatus &syncStatus() const { return m_syncStatus; }
    /// Own changes that wait on this computer, counted also while there is no contact; told by
    /// syncStatusChanged().
    [[nodiscard]] int waiting() const { return m_waiting; }

    /// Where the city's photos are kept on this computer.
    [[nodiscard]] QString photoFolder() const { return m_photoFolder; }
    /// Somebody looks at a photo that is not here; photoArrived() follows when it comes.
    void wantPhoto(const base::BlobId &blob) { Q_EMIT photoWanted(blob); }

    /// For the owner of the session (and tests).
    void setPhotoFolder(const QString &folder) { m_photoFolder = folder; }
    void setIdentity(const std::shared_ptr<const replica::Identity> &identity);
    void setAddress(const QString &address);
    void setSyncStatus(const sync::SyncStatus &status);
    /// Asks the replica again; changed facts are signalled.
    void refresh();
    /// Tries to reach the city now instead of later.
    void retryNow() { Q_EMIT retryAsked(); }

Q_SIGNALS:
    void lockedChanged();
    void personChanged(); ///< Name or keys.
    void rolesChanged();
    void cityChanged();
    void syncStatusChanged();
    void retryAsked();
    void photoWanted(const spilno::base::BlobId &blob);
    void photoArrived(const spilno::base::BlobId &blob);

private:
    struct Facts;
    void take(const Facts &facts);
    void replicaChanged(const replica::ChangeSet &changes);
    void countWaiting();

    replica::Replica &m_replica;
    base::Clock &m_clock;
    base::Random &m_random;
    std::shared_ptr<const replica::Identity> m_identity;
    base::PersonId m_person;
    base::PublicKey m_device;
    QString m_personName;
    std::vector<replica::HeldRole> m_roles;
    bool m_owner = false;
    base::CityId m_city;
    QString m_cityName;
    QTimeZone m_timeZone = QTimeZone::systemTimeZone();
    QString m_address;
    QString m_photoFolder;
    sync::SyncStatus m_syncStatus;
    int m_waiting = 0;
    bool m_counting = false;
    bool m_countAgain = false;
    bool m_asking = false;
    bool m_askAgain = false;
};

} // namespace spilno::session
