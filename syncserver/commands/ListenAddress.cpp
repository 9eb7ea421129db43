// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/commands/ListenAddress.h"

#include "core/sync/ServerAddress.h"

#include <QtNetwork/QHostInfo>
#include <QtNetwork/QNetworkInterface>

namespace spilno::server {

std::optional<ListenAddress> ListenAddress::parse(const QString &text)
{
    ListenAddress address;
    QString port;
    if (text.startsWith(u'[')) {
        const qsizetype end = text.indexOf(u']');
        if (end < 0)
            return std::nullopt;
        address.host = text.mid(1, end - 1);
        const QString rest = text.mid(end + 1);
        if (!rest.isEmpty() && !rest.startsWith(u':'))
            return std::nullopt;
        port = rest.mid(1);
    } else {
        address.host = text.section(u':', 0, 0);
        port = text.section(u':', 1);
    }
    if (address.host.isEmpty() || address.host.contains(u' '))
        return std::nullopt;
    if (!port.isEmpty()) {
        bool ok = false;
        address.port = port.toUShort(&ok);
        if (!ok)
            return std::nullopt;
    }
    return address;
}

QHostAddress ListenAddress::resolved() const
{
    QHostAddress literal;
    if (literal.setAddress(host))
        return literal;
    const QList<QHostAddress> found = QHostInfo::fromName(host).addresses();
    return found.isEmpty() ? QHostAddress() : found.front();
}

QString ListenAddress::publicHost() const
{
    const QHostAddress literal(host);
    if (literal != QHostAddress(QHostAddress::AnyIPv4) &&
        literal != QHostAddress(QHostAddress::AnyIPv6) &&
        literal != QHostAddress(QHostAddress::Any))
        return host;
    const QList<QHostAddress> own = QNetworkInterface::allAddresses();
    for (const QHostAddress &address : own) {
        if (address.protocol() == QAbstractSocket::IPv4Protocol && !address.isLoopback() &&
            !address.isLinkLocal())
            return address.toString();
    }
    return QStringLiteral("127.0.0.1");
}

QString ListenAddress::cityAddress(const base::CityId &city) const
{
    sync::ServerAddress address;
    address.endpoints = {{publicHost(), port}};
    address.city = city;
    return address.toString();
}

QString ListenAddress::toString() const
{
    return sync::ServerEndpoint{host, port}.toString();
}

} // namespace spilno::server
