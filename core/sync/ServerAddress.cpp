// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/ServerAddress.h"

#include <QtCore/QStringList>
#include <QtCore/QUrl>
#include <QtCore/QUrlQuery>

#include <algorithm>

namespace spilno::sync {

namespace {

const QLatin1String kScheme("spilno://");

base::Result<ServerEndpoint> fail(AddressProblem &out, AddressProblem problem, const QString &text)
{
    out = problem;
    return base::failure(base::ErrorCode::InvalidArgument, text);
}

bool usableHost(const QString &host)
{
    if (host.isEmpty() || host.size() > 253)
        return false;
    return std::none_of(host.cbegin(), host.cend(), [](QChar c) {
        return c.isSpace() || !c.isPrint() || QStringView(u"/?#@[]%\\\"<>").contains(c);
    });
}

base::Result<ServerEndpoint> parseEndpoint(const QString &text, AddressProblem &problem)
{
    ServerEndpoint endpoint;
    QString port;
    const bool bracketed = text.startsWith(u'[');
    if (bracketed) {
        const qsizetype end = text.indexOf(u']');
        endpoint.host = text.mid(1, end - 1);
        const bool isAddress = end > 1 && endpoint.host.contains(u':');
        if (!isAddress)
            return fail(problem, AddressProblem::NoHost, QStringLiteral("no host in brackets"));
        if (text.mid(end + 1, 1) == QLatin1String(":"))
            port = text.mid(end + 2);
    } else if (const qsizetype colon = text.indexOf(u':'); colon >= 0) {
        endpoint.host = text.left(colon);
        port = text.mid(colon + 1);
    } else {
        endpoint.host = text;
    }
    if (!usableHost(endpoint.host))
        return fail(problem, AddressProblem::NoHost, QStringLiteral("no usable host"));
    const bool digits =
        std::all_of(port.cbegin(), port.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool ok = false;
    endpoint.port = port.toUShort(&ok);
    if (!ok || !digits || endpoint.port == 0)
        return fail(problem, AddressProblem::BadPort, QStringLiteral("no port from 1 to 65535"));
    return endpoint;
}

/// Digits are often read aloud, printed in groups or broken over lines.
QString withoutGrouping(const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        if (!c.isSpace() && c != u':' && c != u'-' && c != QChar(0x00AD))
            digits += c;
    }
    return digits;
}

/// The code of "/join?code=…"; None and an empty code where there is no path.
AddressProblem readPath(const QString &path, QString &code)
{
    if (path.isEmpty() || path == QLatin1String("/"))
        return AddressProblem::None;
    const qsizetype question = path.indexOf(u'?');
    if (path.left(question) != QLatin1String("/join"))
        return AddressProblem::UnknownPath;
    if (question >= 0) {
        const QUrlQuery query(path.mid(question + 1));
        code = query.queryItemValue(QStringLiteral("code"), QUrl::FullyDecoded);
    }
    const bool usable = !code.isEmpty() && code.size() <= ServerAddress::kCodeLengthMax;
    return usable ? AddressProblem::None : AddressProblem::NoCode;
}

} // namespace

QString ServerEndpoint::toString() const
{
    const QString shown = host.contains(u':') ? QString(u'[' + host + u']') : host;
    return shown + u':' + QString::number(port);
}

QString ServerAddress::toString() const
{
    QStringList hosts;
    for (const ServerEndpoint &endpoint : endpoints)
        hosts.append(endpoint.toString());
    QString text = kScheme + hosts.join(u',');
    if (isInvitation()) {
        const QByteArray code = QUrl::toPercentEncoding(invitation);
        text += QLatin1String("/join?code=") + QString::fromLatin1(code);
    }
    return text + u'#' + city.toHex();
}

base::Result<ServerAddress> ServerAddress::parse(const QString &text, AddressProblem *problem)
{
    AddressProblem ignored = AddressProblem::None;
    AddressProblem &why = problem != nullptr ? *problem : ignored;
    why = AddressProblem::None;
    const auto invalid = [&why](AddressProblem found, const char *detail) {
        why = found;
        return base::failure(base::ErrorCode::InvalidArgument, QString::fromLatin1(detail));
    };
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return invalid(AddressProblem::Empty, "an empty address");
    if (trimmed.size() > kTextLengthMax)
        return base::failure(base::ErrorCode::LimitExceeded, QStringLiteral("an address too long"));
    if (!trimmed.startsWith(kScheme, Qt::CaseInsensitive))
        return invalid(AddressProblem::OtherScheme, "an address starts with spilno://");
    const qsizetype hash = trimmed.indexOf(u'#');
    const QString place = trimmed.left(hash).mid(kScheme.size());
    const qsizetype slash = place.indexOf(u'/');

    ServerAddress address;
    const QStringList hosts = place.left(slash).split(u',');
    if (hosts.size() > kEndpointsMax)
        return invalid(AddressProblem::TooManyHosts, "too many hosts");
    for (const QString &host : hosts) {
        SPILNO_ASSIGN(ServerEndpoint endpoint, parseEndpoint(host.trimmed(), why));
        address.endpoints.push_back(std::move(endpoint));
    }
    why = slash < 0 ? AddressProblem::None : readPath(place.mid(slash), address.invitation);
    if (why != AddressProblem::None)
        return invalid(why, "not a way to join a city");
    const QString digits = hash < 0 ? QString() : withoutGrouping(trimmed.mid(hash + 1));
    if (digits.isEmpty())
        return invalid(AddressProblem::NoFingerprint, "no city fingerprint after #");
    const auto city = base::CityId::fromHex(digits);
    if (!city)
        return invalid(AddressProblem::BadFingerprint, "a fingerprint is 64 hexadecimal digits");
    address.city = *city;
    return address;
}

} // namespace spilno::sync
