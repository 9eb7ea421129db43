// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/CityHosting.h"
#include "app/session/KnownProfiles.h"
#include "app/session/SessionContext.h"
#include "app/session/WorkThread.h"
#include "core/profile/CityClient.h"
#include "core/profile/Profile.h"

#include <QFuture>
#include <QObject>

#include <memory>
#include <vector>

namespace spilno::session {

/// One profile open in the window: its keys while unlocked, its cities with their replicas and
/// contact, the server inside the program where the person hosts a city. Owned by main.cpp, lives
/// on the GUI thread; vault, files and server work on a thread of its own. Shows nothing.
class Session : public QObject
{
    Q_OBJECT

public:
    struct Services
    {
        base::Clock *clock = nullptr;
        base::Random *random = nullptr; ///< Thread-safe.
        CityHosting *hosting = nullptr; ///< May be null: no city can be hosted here.
    };

    template <class T = void>
    using Answer = QFuture<base::Result<T>>;

    explicit Session(const Services &services, QObject *parent = nullptr);
    /// Stops contact, server and threads, each awaited.
    ~Session() override;

    // ── Profile ─────────────────────────────────────────────────────────────────────────────────
    [[nodiscard]] Answer<QList<KnownProfile>> profilesBelow(const QString &folder);
    /// Opens a profile with its cities; unlocked at once where its passphrase is empty. The errors
    /// of Profile::open().
    [[nodiscard]] Answer<> openProfile(const QString &folder);
    /// Makes a profile and leaves it unlocked; answers the recovery code, shown once. The errors
    /// of Profile::create().
    [[nodiscard]] Answer<QString> createProfile(
        const QString &folder, crypto::SecretBytes passphrase);
    /// WrongPassphrase.
    [[nodiscard]] Answer<> unlock(crypto::SecretBytes passphrase);
    /// Keys leave memory; reading and contact go on.
    void lock();

    [[nodiscard]] bool hasProfile() const { return m_profile != nullptr; }
    [[nodiscard]] bool isLocked() const { return !m_identity; }
    /// False: the vault opens with an empty passphrase, and the window says so.
    [[nodiscard]] bool hasPassphrase() const { return m_hasPassphrase; }
    [[nodiscard]] QString folder() const { return m_folder; }
    [[nodiscard]] const std::shared_ptr<const replica::Identity> &identity() const
    {
        return m_identity;
    }

    // ── Cities ──────────────────────────────────────────────────────────────────────────────────
    [[nodiscard]] const QList<profile::CityEntry> &cities() const { return m_entries; }
    /// Adds a city by its address or invitation and opens it. Contact comes by itself, now or when
    /// there is a link; the person is then entered under `displayName`. Locked, and the errors of
    /// CityClient::open().
    [[nodiscard]] Answer<> join(const sync::ServerAddress &address, const QString &displayName);
    /// Founds a city on this computer, serves it and joins it as its owner.
    [[nodiscard]] Answer<> foundCity(
        const QString &name, const QString &timeZone, const QString &displayName);
    /// Shows another city of the profile; NotFound.
    [[nodiscard]] base::Result<> showCity(const base::CityId &city);
    /// The city that is shown; null when the profile has none.
    [[nodiscard]] SessionContext *context() const;
    [[nodiscard]] base::CityId shownCity() const;
    /// What stands between the person and the city since join(); empty text: nothing known.
    [[nodiscard]] base::Error joinError() const { return m_joinError; }

    // ── A city hosted here ──────────────────────────────────────────────────────────────────────
    [[nodiscard]] bool canHost() const { return m_services.hosting != nullptr; }
    /// Whether the shown city's server runs in this program.
    [[nodiscard]] bool isHostedHere() const;
    [[nodiscard]] CityHosting::Reach reach() const { return m_reach; }
    /// Starts the server again for everybody on the local network, or for this computer only.
    [[nodiscard]] Answer<> share(CityHosting::Reach reach);
    /// The address others on the local network can use; the city's own address otherwise.
    [[nodiscard]] QString addressForOthers() const;

Q_SIGNALS:
    void lockedChanged();
    void citiesChanged();
    /// context() is another one; those who held the old one let it go now.
    void contextChanged();
    void joinFailed(const spilno::base::Error &error);
    void hostingChanged();

private:
    struct City;
    struct Opened;

    void takeProfile(const Opened &opened);
    void setIdentity(const std::shared_ptr<const replica::Identity> &identity);
    [[nodiscard]] base::Result<> openCities();
    [[nodiscard]] base::Result<City *> openCity(const sync::ServerAddress &address);
    [[nodiscard]] City *find(const base::CityId &city) const;
    void show(City *city);
    void startContact(City &city);
    void statusChanged(City &city, const sync::SyncStatus &status);
    void enter(City &city);
    void rename(City &city);
    void remember(const profile::CityEntry &entry);
    void takeHosted(const QString &address);
    [[nodiscard]] QString serverFolder() const;
    [[nodiscard]] Answer<> serveHosted(CityHosting::Reach reach);

    Services m_services;
    WorkThread m_work;
    std::shared_ptr<profile::Profile> m_profile; ///< Files and vault on m_work only.
    std::shared_ptr<const replica::Identity> m_identity;
    QString m_folder;
    bool m_hasPassphrase = true;
    QList<profile::CityEntry> m_entries;
    std::vector<std::unique_ptr<City>> m_cities;
    City *m_shown = nullptr;
    base::Error m_joinError;
    base::CityId m_hosted;
    CityHosting::Reach m_reach = CityHosting::Reach::ThisComputer;
};

} // namespace spilno::session
