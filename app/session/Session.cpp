// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/Session.h"

#include "app/session/SessionPrivate.h"
#include "app/session/WhenDone.h"

namespace spilno::session {

using base::ErrorCode;
using base::failure;
using base::Result;
using profile::CityEntry;
using profile::Profile;

/// What opening or making a profile found out on the work thread. Answers are copied, clients are
/// not: who takes them takes them out of their box.
struct Session::Opened
{
    std::shared_ptr<Profile> profile;
    std::shared_ptr<const replica::Identity> identity;
    QList<CityEntry> entries;
    base::CityId lastShown;
    std::shared_ptr<Cities> cities = std::make_shared<Cities>();
    Result<> citiesOutcome; ///< Why the last of those that did not open did not.
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

Session::Answer<QList<KnownProfile>> Session::profilesBelow(const QString &folder)
{
    return m_work.run([folder]() -> Result<QList<KnownProfile>> { return knownProfiles(folder); });
}

Session::Answer<> Session::openProfile(const QString &folder)
{
    const auto open = [folder, services = m_services, home = thread()]() -> Result<Opened> {
        SPILNO_ASSIGN(auto profile, Profile::open(folder));
        Opened opened;
        opened.profile = std::move(profile);
        opened.hasPassphrase = !opened.profile->unlock(emptyPassphrase());
        opened.identity = opened.profile->identity();
        opened.entries = opened.profile->cities();
        opened.lastShown = opened.profile->lastShown();
        for (const CityEntry &entry : std::as_const(opened.entries)) {
            const auto address = sync::ServerAddress::parse(entry.address);
            auto city = address ? openReplica(*opened.profile, *address, services, home)
                                : Result<OpenedCity>(failure(address.error()));
            if (city)
                opened.cities->push_back(std::move(*city));
            else
                opened.citiesOutcome = failure(city.error());
        }
        return opened;
    };
    return answerWhenDone(this, m_work.run(open), [this](const Result<Opened> &opened) -> Result<> {
        if (!opened)
            return failure(opened.error());
        takeProfile(*opened);
        for (OpenedCity &city : *opened->cities)
            adopt(std::move(city));
        opened->cities->clear();
        if (City *last = find(opened->lastShown))
            show(last);
        else if (!m_cities.empty())
            show(m_cities.front().get());
        serveAll();
        return opened->citiesOutcome;
    });
}

Session::Answer<QString> Session::createProfile(
    const QString &folder, crypto::SecretBytes passphrase)
{
    auto create = [folder, passphrase = std::move(passphrase),
                   random = m_services.random]() -> Result<Opened> {
        const auto cost =
            passphrase.isEmpty() ? crypto::VaultCost::Minimal : crypto::VaultCost::Interactive;
        SPILNO_ASSIGN(
            auto made,
            Profile::create(folder, passphrase, wire::DeviceKind::Desktop, cost, *random));
        Opened opened;
        opened.profile = std::move(made.profile);
        opened.identity = opened.profile->identity();
        opened.recoveryCode = made.recoveryCode;
        opened.hasPassphrase = !passphrase.isEmpty();
        return opened;
    };
    return answerWhenDone(
        this, m_work.run(std::move(create)),
        [this](const Result<Opened> &opened) -> Result<QString> {
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
    m_hosted.clear();
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
    auto open = [profile = m_profile, passphrase = std::move(passphrase)]() -> Result<Keys> {
        if (!profile)
            return failure(ErrorCode::NotFound, QStringLiteral("no profile is open"));
        SPILNO_TRY(profile->unlock(passphrase));
        return profile->identity();
    };
    return answerWhenDone(
        this, m_work.run(std::move(open)), [this](const Result<Keys> &identity) -> Result<> {
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

Session::Answer<> Session::changePassphrase(crypto::SecretBytes old, crypto::SecretBytes fresh)
{
    const bool hasPassphrase = !fresh.isEmpty();
    auto change = [profile = m_profile, random = m_services.random, old = std::move(old),
                   fresh = std::move(fresh)]() -> Result<> {
        if (!profile)
            return failure(ErrorCode::NotFound, QStringLiteral("no profile is open"));
        return profile->changePassphrase(old, fresh, *random);
    };
    return answerWhenDone(
        this, m_work.run(std::move(change)),
        [this, hasPassphrase](const Result<> &changed) -> Result<> {
            if (!changed)
                return changed;
            m_hasPassphrase = hasPassphrase;
            Q_EMIT lockedChanged();
            return {};
        });
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

} // namespace spilno::session
