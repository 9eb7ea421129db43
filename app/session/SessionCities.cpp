// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/Session.h"

#include "app/session/JoinNote.h"
#include "app/session/SessionPrivate.h"
#include "app/session/WhenDone.h"

namespace spilno::session {

using base::ErrorCode;
using base::failure;
using base::Result;
using profile::CityClient;
using profile::CityEntry;

Result<Session::OpenedCity> Session::openReplica(
    const profile::Profile &profile,
    const sync::ServerAddress &address,
    const Services &services,
    QThread *home)
{
    SPILNO_ASSIGN(
        auto client, CityClient::open(profile, address, {services.clock, services.random}));
    client->handOver(home);
    return OpenedCity{address, std::move(client)};
}

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

Session::City &Session::adopt(OpenedCity opened)
{
    if (City *known = find(opened.address.city))
        return *known;
    auto city = std::make_unique<City>();
    city->address = opened.address;
    city->address.invitation.clear();
    city->entry = {opened.address.city, {}, city->address.toString()};
    for (const CityEntry &entry : std::as_const(m_entries)) {
        if (entry.city == opened.address.city)
            city->entry.name = entry.name;
    }
    city->client = std::move(opened.client);
    city->client->replica().setIdentity(m_identity);
    city->context = std::make_unique<SessionContext>(
        city->client->replica(), *m_services.clock, *m_services.random);
    city->context->setAddress(city->address.toString());
    city->context->setPhotoFolder(city->client->photos().folder().folder());
    city->context->setIdentity(m_identity);
    m_cities.push_back(std::move(city));
    connectCity(*m_cities.back());
    m_cities.back()->client->startSync(sync::SyncMode::Live);
    return *m_cities.back();
}

void Session::connectCity(City &city)
{
    CityClient *client = city.client.get();
    connect(
        city.context.get(), &SessionContext::cityChanged, this, [this, &city] { rename(city); });
    connect(city.context.get(), &SessionContext::retryAsked, client, [client] {
        client->retryNow();
        client->wake();
    });
    connect(city.context.get(), &SessionContext::photoWanted, client, &CityClient::wantPhoto);
    connect(client, &CityClient::photoArrived, city.context.get(), &SessionContext::photoArrived);
    connect(
        &client->replica(), &replica::Replica::changed, client,
        [client](const replica::ChangeSet &changes) {
            if (changes.outboxChanged)
                client->wake();
        });
    connect(
        client, &CityClient::statusChanged, this,
        [this, &city](const sync::SyncStatus &status) { statusChanged(city, status); });
}

void Session::show(City *city)
{
    m_shown = city;
    // The words of a city are gathered once somebody looks at it: a dictionary is large.
    city->client->replica().startSearch();
    m_work.run(
        [profile = m_profile, shown = city->entry.city] { return profile->rememberShown(shown); });
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
    struct Joined
    {
        QList<CityEntry> entries;
        std::shared_ptr<OpenedCity> city = std::make_shared<OpenedCity>();
    };
    const auto join = [profile = m_profile, identity = m_identity, plain, services = m_services,
                       home = thread(), isOpen = find(address.city) != nullptr,
                       note = JoinNote{displayName, address.invitation}]() -> Result<Joined> {
        CityEntry fresh{plain.city, {}, plain.toString()};
        const QList<CityEntry> known = profile->cities();
        for (const CityEntry &one : known) {
            if (one.city == plain.city)
                fresh.name = one.name;
        }
        SPILNO_TRY(profile->rememberCity(fresh));
        SPILNO_TRY(note.write(profile->cityFolder(plain.city), *identity));
        Joined joined;
        joined.entries = profile->cities();
        joined.city->address = plain;
        if (!isOpen) {
            SPILNO_ASSIGN(*joined.city, openReplica(*profile, plain, services, home));
        }
        return joined;
    };
    return answerWhenDone(this, m_work.run(join), [this](const Result<Joined> &joined) -> Result<> {
        if (!joined)
            return failure(joined.error());
        m_entries = joined->entries;
        City &city = adopt(std::move(*joined->city));
        city.joined = false;
        enter(city);
        show(&city);
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
    using Note = std::optional<JoinNote>;
    const QString folder = m_profile->cityFolder(city.entry.city);
    const auto read = [folder, identity = m_identity]() -> Result<Note> {
        return JoinNote::read(folder, *identity);
    };
    whenDone(
        city.context.get(), m_work.run(read),
        [this, &city, identity = m_identity](const Result<Note> &note) {
            if (!note || !*note) {
                city.entering = false;
                city.joined = true;
                return;
            }
            whenDone(
                city.context.get(),
                city.client->enrol(identity, (*note)->displayName, (*note)->invitationCode),
                [this, &city](const Result<> &outcome) { entered(city, outcome); });
        });
}

void Session::entered(City &city, const Result<> &outcome)
{
    city.entering = false;
    city.joined = true; // what is wrong now is wrong the next minute
    m_joinError = outcome ? base::Error() : outcome.error();
    m_work.run([folder = m_profile->cityFolder(city.entry.city)]() -> Result<> {
        JoinNote::remove(folder);
        return {};
    });
    city.client->wake();
    city.context->refresh();
    if (!outcome)
        Q_EMIT joinFailed(m_joinError);
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
    const auto write = [profile = m_profile, entry]() -> Result<QList<CityEntry>> {
        SPILNO_TRY(profile->rememberCity(entry));
        return profile->cities();
    };
    whenDone(this, m_work.run(write), [this](const Result<QList<CityEntry>> &entries) {
        if (!entries)
            return;
        m_entries = *entries;
        Q_EMIT citiesChanged();
    });
}

} // namespace spilno::session
