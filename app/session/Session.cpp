// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/Session.h"

#include "app/session/JoinNote.h"

#include <QFileInfo>
#include <QLocale>
#include <QNetworkInterface>

#include <algorithm>

namespace spilno::session {

using base::ErrorCode;
using base::failure;
using base::Result;
using profile::CityClient;
using profile::CityEntry;
using profile::Profile;

/// A city with what is alive of it.
struct Session::City
{
    CityEntry entry;
    sync::ServerAddress address;
    std::unique_ptr<CityClient> client;
    std::unique_ptr<SessionContext> context;
    bool entering = false; ///< An enrolment is on its way.
    bool joined = false;   ///< Nothing is owed any more.
};

/// What opening or making a profile found out on the work thread.
struct Session::Opened
{
    std::shared_ptr<Profile> profile;
    std::shared_ptr<const replica::Identity> identity;
    QList<CityEntry> entries;
    QString recoveryCode;
    bool hasPassphrase = true;
};

namespace {

crypto::SecretBytes emptyPassphrase()
{
    return crypto::SecretBytes();
}

} // namespace

Session::Session(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_work(QStringLiteral("profile"))
{
}

Session::~Session()
{
    m_shown = nullptr;
    for (const auto &city : m_cities)
        city->context.reset();
    m_cities.clear();
    if (m_services.hosting != nullptr)
        m_work.run([hosting = m_services.hosting]() -> Result<> {
            hosting->stop();
            return {};
        });
    m_work.finish();
}

// ── Profile ─────────────────────────────────────────────────────────────────────────────────────

Session::Answer<QList<KnownProfile>> Session::profilesBelow(const QString &folder)
{
    return m_work.run([folder]() -> Result<QList<KnownProfile>> { return knownProfiles(folder); });
}

Session::Answer<> Session::openProfile(const QString &folder)
{
    return m_work
        .run([folder]() -> Result<Opened> {
            SPILNO_ASSIGN(auto profile, Profile::open(folder));
            Opened opened;
            opened.profile = std::move(profile);
            opened.hasPassphrase = !opened.profile->unlock(emptyPassphrase());
            opened.identity = opened.profile->identity();
            opened.entries = opened.profile->cities();
            return opened;
        })
        .then(this, [this](const Result<Opened> &opened) -> Result<> {
            if (!opened)
                return failure(opened.error());
            takeProfile(*opened);
            return openCities();
        });
}

Session::Answer<QString> Session::createProfile(
    const QString &folder, crypto::SecretBytes passphrase)
{
    return m_work
        .run(
            [folder, passphrase = std::move(passphrase),
             random = m_services.random]() -> Result<Opened> {
                const auto cost = passphrase.isEmpty() ? crypto::VaultCost::Minimal
                                                       : crypto::VaultCost::Interactive;
                SPILNO_ASSIGN(
                    auto made,
                    Profile::create(folder, passphrase, wire::DeviceKind::Desktop, cost, *random));
                Opened opened;
                opened.profile = std::move(made.profile);
                opened.identity = opened.profile->identity();
                opened.recoveryCode = made.recoveryCode;
                opened.hasPassphrase = !passphrase.isEmpty();
                return opened;
            })
        .then(this, [this](const Result<Opened> &opened) -> Result<QString> {
            if (!opened)
                return failure(opened.error());
            takeProfile(*opened);
            return opened->recoveryCode;
        });
}

void Session::takeProfile(const Opened &opened)
{
    m_shown = nullptr;
    Q_EMIT contextChanged();
    m_cities.clear();
    m_profile = opened.profile;
    m_folder = m_profile->folder();
    m_hasPassphrase = opened.hasPassphrase;
    m_entries = opened.entries;
    setIdentity(opened.identity);
    Q_EMIT citiesChanged();
}

Session::Answer<> Session::unlock(crypto::SecretBytes passphrase)
{
    using Keys = std::shared_ptr<const replica::Identity>;
    return m_work
        .run([profile = m_profile, passphrase = std::move(passphrase)]() -> Result<Keys> {
            if (!profile)
                return failure(ErrorCode::NotFound, QStringLiteral("no profile is open"));
            SPILNO_TRY(profile->unlock(passphrase));
            return profile->identity();
        })
        .then(this, [this](const Result<Keys> &identity) -> Result<> {
            if (!identity)
                return failure(identity.error());
            setIdentity(*identity);
            return {};
        });
}

void Session::lock()
{
    if (isLocked() || !m_hasPassphrase)
        return;
    m_work.run([profile = m_profile]() -> Result<> {
        profile->lock();
        return {};
    });
    setIdentity(nullptr);
}

void Session::setIdentity(const std::shared_ptr<const replica::Identity> &identity)
{
    m_identity = identity;
    for (const auto &city : m_cities) {
        city->client->replica().setIdentity(identity);
        city->context->setIdentity(identity);
        city->client->wake();
        enter(*city);
    }
    Q_EMIT lockedChanged();
}

// ── Cities ──────────────────────────────────────────────────────────────────────────────────────

SessionContext *Session::context() const
{
    return m_shown == nullptr ? nullptr : m_shown->context.get();
}

base::CityId Session::shownCity() const
{
    return m_shown == nullptr ? base::CityId() : m_shown->entry.city;
}

Session::City *Session::find(const base::CityId &city) const
{
    for (const auto &one : m_cities) {
        if (one->entry.city == city)
            return one.get();
    }
    return nullptr;
}

Result<> Session::openCities()
{
    Result<> outcome;
    const QList<CityEntry> entries = m_entries;
    for (const CityEntry &entry : entries) {
        const auto address = sync::ServerAddress::parse(entry.address);
        if (!address) {
            outcome = failure(address.error());
            continue;
        }
        const auto city = openCity(*address);
        if (!city)
            outcome = failure(city.error());
        else if (m_shown == nullptr)
            show(*city);
    }
    if (canHost() && QFileInfo::exists(serverFolder()))
        (void)serveHosted(m_reach);
    return outcome;
}

Result<Session::City *> Session::openCity(const sync::ServerAddress &address)
{
    if (City *known = find(address.city))
        return known;
    auto city = std::make_unique<City>();
    city->address = address;
    city->address.invitation.clear();
    city->entry = {address.city, {}, city->address.toString()};
    for (const CityEntry &entry : std::as_const(m_entries)) {
        if (entry.city == address.city)
            city->entry.name = entry.name;
    }
    const CityClient::Options options{m_services.clock, m_services.random};
    SPILNO_ASSIGN(city->client, CityClient::open(*m_profile, city->address, options));
    city->client->replica().setIdentity(m_identity);
    city->context = std::make_unique<SessionContext>(
        city->client->replica(), *m_services.clock, *m_services.random);
    city->context->setAddress(city->address.toString());
    city->context->setPhotoFolder(city->client->photos().folder().folder());
    city->context->setIdentity(m_identity);
    m_cities.push_back(std::move(city));
    City &opened = *m_cities.back();
    connect(opened.context.get(), &SessionContext::cityChanged, this, [this, &opened] {
        rename(opened);
    });
    connect(opened.context.get(), &SessionContext::retryAsked, opened.client.get(), [&opened] {
        opened.client->retryNow();
        opened.client->wake();
    });
    connect(
        opened.context.get(), &SessionContext::photoWanted, opened.client.get(),
        &CityClient::wantPhoto);
    connect(
        opened.client.get(), &CityClient::photoArrived, opened.context.get(),
        &SessionContext::photoArrived);
    connect(
        &opened.client->replica(), &replica::Replica::changed, opened.client.get(),
        [client = opened.client.get()](const replica::ChangeSet &changes) {
            if (changes.outboxChanged)
                client->wake();
        });
    connect(
        opened.client.get(), &CityClient::statusChanged, this,
        [this, &opened](const sync::SyncStatus &status) { statusChanged(opened, status); });
    opened.client->startSync(sync::SyncMode::Live);
    return &opened;
}

void Session::show(City *city)
{
    m_shown = city;
    Q_EMIT contextChanged();
}

Result<> Session::showCity(const base::CityId &city)
{
    City *found = find(city);
    if (found == nullptr)
        return failure(ErrorCode::NotFound, QStringLiteral("the profile has no such city"));
    if (found != m_shown)
        show(found);
    return {};
}

Session::Answer<> Session::join(const sync::ServerAddress &address, const QString &displayName)
{
    if (isLocked())
        return QtFuture::makeReadyFuture(
            Result<>(failure(ErrorCode::Locked, QStringLiteral("the profile is locked"))));
    m_joinError = {};
    sync::ServerAddress plain = address;
    plain.invitation.clear();
    const CityEntry entry{address.city, {}, plain.toString()};
    const JoinNote note{displayName, address.invitation};
    using Entries = QList<CityEntry>;
    return m_work
        .run([profile = m_profile, identity = m_identity, entry, note]() -> Result<Entries> {
            CityEntry fresh = entry;
            const Entries known = profile->cities();
            for (const CityEntry &one : known) {
                if (one.city == entry.city)
                    fresh.name = one.name;
            }
            SPILNO_TRY(profile->rememberCity(fresh));
            SPILNO_TRY(note.write(profile->cityFolder(entry.city), *identity));
            return profile->cities();
        })
        .then(this, [this, plain](const Result<Entries> &entries) -> Result<> {
            if (!entries)
                return failure(entries.error());
            m_entries = *entries;
            SPILNO_ASSIGN(City * city, openCity(plain));
            city->joined = false;
            enter(*city);
            show(city);
            Q_EMIT citiesChanged();
            return {};
        });
}

void Session::statusChanged(City &city, const sync::SyncStatus &status)
{
    city.context->setSyncStatus(status);
    enter(city);
}

void Session::enter(City &city)
{
    const sync::SyncPhase phase = city.client->status().phase;
    const bool here = phase == sync::SyncPhase::UpToDate || phase == sync::SyncPhase::Sending;
    if (city.joined || city.entering || !m_identity || !here)
        return;
    city.entering = true;
    const QString folder = m_profile->cityFolder(city.entry.city);
    const auto identity = m_identity;
    m_work
        .run([folder, identity]() -> Result<std::optional<JoinNote>> {
            return JoinNote::read(folder, *identity);
        })
        .then(
            city.context.get(),
            [this, &city, identity, folder](const Result<std::optional<JoinNote>> &note) {
                if (!note || !*note) {
                    city.entering = false;
                    city.joined = true;
                    return;
                }
                city.client->enrol(identity, (*note)->displayName, (*note)->invitationCode)
                    .then(city.context.get(), [this, &city, folder](const Result<> &entered) {
                        city.entering = false;
                        city.joined = true; // what is wrong now is wrong the next minute
                        m_joinError = entered ? base::Error() : entered.error();
                        m_work.run([folder]() -> Result<> {
                            JoinNote::remove(folder);
                            return {};
                        });
                        city.client->wake();
                        city.context->refresh();
                        if (!entered)
                            Q_EMIT joinFailed(m_joinError);
                    });
            });
}

void Session::rename(City &city)
{
    const QString name = city.context->cityName();
    if (name.isEmpty() || name == city.entry.name)
        return;
    city.entry.name = name;
    remember(city.entry);
}

void Session::remember(const CityEntry &entry)
{
    m_work
        .run([profile = m_profile, entry]() -> Result<QList<CityEntry>> {
            SPILNO_TRY(profile->rememberCity(entry));
            return profile->cities();
        })
        .then(this, [this](const Result<QList<CityEntry>> &entries) {
            if (!entries)
                return;
            m_entries = *entries;
            Q_EMIT citiesChanged();
        });
}

// ── A city hosted here ──────────────────────────────────────────────────────────────────────────

QString Session::serverFolder() const
{
    return m_folder + QStringLiteral("/server");
}

Session::Answer<> Session::foundCity(
    const QString &name, const QString &timeZone, const QString &displayName)
{
    if (isLocked() || !canHost())
        return QtFuture::makeReadyFuture(
            Result<>(failure(ErrorCode::Locked, QStringLiteral("no city can be founded now"))));
    CityHosting::NewCity city;
    city.folder = serverFolder();
    city.name = name;
    city.timeZone = timeZone;
    city.ukrainian = QLocale().language() == QLocale::Ukrainian;
    city.ownerName = displayName;
    city.owner = m_identity;
    city.ownerReplica = [profile = m_profile](const base::CityId &id) {
        return profile->replicaPath(id);
    };
    return m_work
        .run([hosting = m_services.hosting, city, reach = m_reach]() -> Result<QString> {
            SPILNO_TRY(hosting->found(city));
            return hosting->serve(city.folder, reach);
        })
        .then(this, [this](const Result<QString> &served) -> Result<> {
            if (!served)
                return failure(served.error());
            takeHosted(*served);
            SPILNO_ASSIGN(const auto address, sync::ServerAddress::parse(*served));
            SPILNO_ASSIGN(City * opened, openCity(address));
            remember(opened->entry);
            show(opened);
            return {};
        });
}

bool Session::isHostedHere() const
{
    return m_shown != nullptr && !m_hosted.isNull() && m_shown->entry.city == m_hosted;
}

Session::Answer<> Session::share(CityHosting::Reach reach)
{
    return serveHosted(reach);
}

Session::Answer<> Session::serveHosted(CityHosting::Reach reach)
{
    return m_work
        .run([hosting = m_services.hosting, folder = serverFolder(), reach] {
            return hosting->serve(folder, reach);
        })
        .then(this, [this, reach](const Result<QString> &served) -> Result<> {
            if (!served)
                return failure(served.error());
            m_reach = reach;
            takeHosted(*served);
            return {};
        });
}

void Session::takeHosted(const QString &text)
{
    const auto address = sync::ServerAddress::parse(text);
    if (!address)
        return;
    m_hosted = address->city;
    City *city = find(m_hosted);
    if (city != nullptr && city->entry.address != text) {
        // The port it had was taken: the person's own client follows at once.
        city->entry.address = text;
        city->address = *address;
        city->client->setAddress(*address);
        remember(city->entry);
    }
    if (city != nullptr) {
        city->client->retryNow();
        city->context->setAddress(addressForOthers());
    }
    Q_EMIT hostingChanged();
}

QString Session::addressForOthers() const
{
    if (m_shown == nullptr)
        return {};
    sync::ServerAddress address = m_shown->address;
    if (!isHostedHere() || m_reach != CityHosting::Reach::LocalNetwork)
        return address.toString();
    const quint16 port = address.endpoints.front().port;
    address.endpoints.clear();
    const auto all = QNetworkInterface::allAddresses();
    for (const QHostAddress &one : all) {
        if (one.protocol() == QAbstractSocket::IPv4Protocol && !one.isLoopback() &&
            address.endpoints.size() < sync::ServerAddress::kEndpointsMax)
            address.endpoints.push_back({one.toString(), port});
    }
    if (address.endpoints.empty())
        address.endpoints = m_shown->address.endpoints;
    return address.toString();
}

} // namespace spilno::session
