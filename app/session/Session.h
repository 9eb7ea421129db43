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
#include <optional>
#include <vector>

namespace spilno::session {

/// One profile open in the window: its keys while unlocked, its cities with their replicas and
/// contact, the servers inside the program where the person hosts cities. Owned by main.cpp, lives
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
    /// Opens a profile with the replicas of its cities; unlocked at once where its passphrase is
    /// empty. The errors of Profile::open(), or of the last replica that did not open.
    [[nodiscard]] Answer<> openProfile(const QString &folder);
    /// Makes a profile and leaves it unlocked; answers the recovery code, shown once. The errors
    /// of Profile::create().
    [[nodiscard]] Answer<QString> createProfile(
        const QString &folder, crypto::SecretBytes passphrase);
    /// WrongPassphrase.
    [[nodiscard]] Answer<> unlock(crypto::SecretBytes passphrase);
    /// Keys leave memory; reading and contact go on.
    void lock();
    /// Seals the keys with another passphrase. WrongPassphrase.
    [[nodiscard]] Answer<> changePassphrase(crypto::SecretBytes old, crypto::SecretBytes fresh);

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

    // ── Cities hosted here ──────────────────────────────────────────────────────────────────────
    /// Any number of cities: each has a server and a folder of its own.
    [[nodiscard]] bool canHost() const { return m_services.hosting != nullptr; }
    /// Whether the shown city's server runs in this program.
    [[nodiscard]] bool isHostedHere() const;
    /// Who can reach the shown city's server; ThisComputer when it is elsewhere.
    [[nodiscard]] CityHosting::Reach reach() const;
    /// Starts the shown city's server again for everybody on the local network, or for this
    /// computer only; the next start of the program keeps the choice. NotFound when it is
    /// elsewhere.
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
    struct OpenedCity;
    struct Hosted;
    using Cities = std::vector<OpenedCity>;

    [[nodiscard]] static base::Result<OpenedCity> openReplica(
        const profile::Profile &profile,
        const sync::ServerAddress &address,
        const Services &services,
        QThread *home);
    void takeProfile(const Opened &opened);
    void setIdentity(const std::shared_ptr<const replica::Identity> &identity);
    City &adopt(OpenedCity city);
    void connectCity(City &city);
    [[nodiscard]] City *find(const base::CityId &city) const;
    void show(City *city);
    void statusChanged(City &city, const sync::SyncStatus &status);
    void enter(City &city);
    void entered(City &city, const base::Result<> &outcome);
    void rename(City &city);
    void remember(const profile::CityEntry &entry);
    [[nodiscard]] const Hosted *hosted(const base::CityId &city) const;
    void serveAll();
    [[nodiscard]] Answer<> serve(const QString &folder, std::optional<CityHosting::Reach> reach);
    void takeServed(const QString &folder, const CityHosting::Served &served);

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
    std::vector<Hosted> m_hosted;
};

} // namespace spilno::session
