// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/net/Listener.h"

#include <QtNetwork/QHostAddress>

namespace spilno::server {

Listener::Listener(const Limits &limits, const QSslConfiguration &configuration)
    : m_limits(limits)
{
    setSslConfiguration(configuration);
    setHandshakeTimeout(limits.handshakeMs);
    // The default stops accepting at 30 connections that wait, those shaking hands included.
    setMaxPendingConnections(limits.connections);
    setListenBacklogSize(1'024);
    connect(this, &QSslServer::startedEncryptionHandshake, this, &Listener::count);
    connect(this, &QTcpServer::pendingConnectionAvailable, this, &Listener::takePending);
}

QByteArray Listener::quotaAddress(const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    if (isIpv4)
        return QByteArray::number(ipv4);
    const Q_IPV6ADDR ipv6 = address.toIPv6Address();
    return {reinterpret_cast<const char *>(&ipv6), 8};
}

void Listener::incomingConnection(qintptr descriptor)
{
    if (m_open >= m_limits.connections) {
        QTcpSocket refused;
        refused.setSocketDescriptor(descriptor);
        refused.abort();
        ++m_turnedAway;
        return;
    }
    QSslServer::incomingConnection(descriptor);
}

void Listener::count(QSslSocket *socket)
{
    const QByteArray address = quotaAddress(socket->peerAddress());
    ++m_open;
    int &here = m_byAddress[address];
    ++here;
    // Not with this as context: QSslServer cuts all its ties to a socket after the handshake.
    connect(socket, &QObject::destroyed, &m_counting, [this, address] {
        --m_open;
        if (--m_byAddress[address] <= 0)
            m_byAddress.remove(address);
    });
    if (here > m_limits.perAddress) {
        ++m_turnedAway;
        socket->abort();
        socket->deleteLater();
    }
}

void Listener::takePending()
{
    while (auto *socket = qobject_cast<QSslSocket *>(nextPendingConnection()))
        Q_EMIT connected(socket);
}

} // namespace spilno::server
