// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtNetwork/QSslServer>
#include <QtNetwork/QSslSocket>

namespace spilno::server {

/// Accepts TLS connections within limits, those still shaking hands counted too: a connection over
/// a limit is closed before any cryptography. Lives on the network thread.
class Listener : public QSslServer
{
    Q_OBJECT

public:
    struct Limits
    {
        int connections = 4'096;
        int perAddress = 512; ///< An office behind one address is many.
        int handshakeMs = 10'000;
    };

    Listener(const Limits &limits, const QSslConfiguration &configuration);

    /// Sockets that are open now, in whatever state.
    [[nodiscard]] int openSockets() const { return m_open; }
    [[nodiscard]] qint64 turnedAway() const { return m_turnedAway; }

    /// What quotas count by: the IPv4 address, or the /64 network of an IPv6 one.
    [[nodiscard]] static QByteArray quotaAddress(const QHostAddress &address);

Q_SIGNALS:
    /// The connection is encrypted; the receiver owns the socket.
    void connected(QSslSocket *socket);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void count(QSslSocket *socket);
    void takePending();

    Limits m_limits;
    int m_open = 0;
    qint64 m_turnedAway = 0;
    QHash<QByteArray, int> m_byAddress;
    QObject m_counting;
};

} // namespace spilno::server
