// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/Session.h"

#include "app/session/SessionPrivate.h"
#include "app/session/WhenDone.h"

#include <QDir>
#include <QLocale>
#include <QNetworkInterface>

#include <algorithm>

namespace spilno::session {

using base::ErrorCode;
using base::failure;
using base::Result;

namespace {

/// The folder of the first city that is hosted, then of the second, and so on.
QString serverFolder(const QString &profile, int number)
{
    const QString first = profile + QStringLiteral("/server");
    return number == 1 ? first : first + QLatin1Char('-') + QString::number(number);
}

} // namespace

Session::Answer<> Session::foundCity(
    const QString &name, const QString &timeZone, const QString &displayName)
{
    if (isLocked() || !canHost())
        return QtFuture::makeReadyFuture(
            Result<>(failure(ErrorCode::Locked, QStringLiteral("no city can be founded now"))));
    CityHosting::NewCity request;
    request.name = name;
    request.timeZone = timeZone;
    request.ukrainian = QLocale().language() == QLocale::Ukrainian;
    request.ownerName = displayName;
    request.owner = m_identity;
    request.ownerReplica = [profile = m_profile](const base::CityId &id) {
        return profile->replicaPath(id);
    };
    struct Founded
    {
        QString folder;
        CityHosting::Served served;
        std::shared_ptr<OpenedCity> city = std::make_shared<OpenedCity>();
    };
    const auto found = [services = m_services, profile = m_profile, home = thread(),
                        request]() mutable -> Result<Founded> {
        // What a founding that was cut off left behind is used again.
        int number = 1;
        while (services.hosting->holdsCity(serverFolder(profile->folder(), number)))
            ++number;
        Founded founded;
        founded.folder = serverFolder(profile->folder(), number);
        request.folder = founded.folder;
        SPILNO_TRY(services.hosting->found(request));
        SPILNO_ASSIGN(founded.served, services.hosting->serve(founded.folder, std::nullopt));
        SPILNO_ASSIGN(const auto address, sync::ServerAddress::parse(founded.served.address));
        SPILNO_ASSIGN(*founded.city, openReplica(*profile, address, services, home));
        return founded;
    };
    return answerWhenDone(
        this, m_work.run(found), [this](const Result<Founded> &founded) -> Result<> {
            if (!founded)
                return failure(founded.error());
            City &city = adopt(std::move(*founded->city));
            takeServed(founded->folder, founded->served);
            remember(city.entry);
            show(&city);
            return {};
        });
}

const Session::Hosted *Session::hosted(const base::CityId &city) const
{
    const auto found = std::find_if(
        m_hosted.begin(), m_hosted.end(), [&city](const Hosted &one) { return one.city == city; });
    return found == m_hosted.end() ? nullptr : &*found;
}

bool Session::isHostedHere() const
{
    return m_shown != nullptr && hosted(m_shown->entry.city) != nullptr;
}

CityHosting::Reach Session::reach() const
{
    const Hosted *one = m_shown == nullptr ? nullptr : hosted(m_shown->entry.city);
    return one == nullptr ? CityHosting::Reach::ThisComputer : one->reach;
}

Session::Answer<> Session::share(CityHosting::Reach reach)
{
    const Hosted *one = m_shown == nullptr ? nullptr : hosted(m_shown->entry.city);
    if (one == nullptr)
        return QtFuture::makeReadyFuture(Result<>(
            failure(ErrorCode::NotFound, QStringLiteral("the city's server is elsewhere"))));
    return serve(one->folder, reach);
}

void Session::serveAll()
{
    if (!canHost())
        return;
    for (int number = 1; QDir(serverFolder(m_folder, number)).exists(); ++number)
        (void)serve(serverFolder(m_folder, number), std::nullopt);
}

Session::Answer<> Session::serve(const QString &folder, std::optional<CityHosting::Reach> reach)
{
    using Served = CityHosting::Served;
    const auto start = [hosting = m_services.hosting, folder, reach]() -> Result<Served> {
        return hosting->serve(folder, reach);
    };
    return answerWhenDone(
        this, m_work.run(start),
        [this, folder, profile = m_profile](const Result<Served> &served) -> Result<> {
            if (!served)
                return failure(served.error());
            if (profile == m_profile)
                takeServed(folder, *served);
            return {};
        });
}

void Session::takeServed(const QString &folder, const CityHosting::Served &served)
{
    const auto address = sync::ServerAddress::parse(served.address);
    if (!address)
        return;
    std::erase_if(m_hosted, [&folder](const Hosted &one) { return one.folder == folder; });
    m_hosted.push_back({address->city, folder, served.reach});
    if (City *city = find(address->city)) {
        if (city->entry.address != served.address) {
            // The port it had was taken: the person's own client follows at once.
            city->entry.address = served.address;
            city->address = *address;
            city->client->setAddress(*address);
            remember(city->entry);
        }
        city->client->retryNow();
        if (city == m_shown)
            city->context->setAddress(addressForOthers());
    }
    Q_EMIT hostingChanged();
}

QString Session::addressForOthers() const
{
    if (m_shown == nullptr)
        return {};
    sync::ServerAddress address = m_shown->address;
    if (!isHostedHere() || reach() != CityHosting::Reach::LocalNetwork)
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
