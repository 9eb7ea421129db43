// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/Transport.h"

#include <QtCore/QTimer>
#include <QtNetwork/QNetworkProxy>
#include <QtNetwork/QSslSocket>

#include <optional>

namespace spilno::sync {

/// TLS 1.3 over TCP, directly or through the system's proxy, HTTP CONNECT or SOCKS5. Certificates
/// are not judged (self-signed, dates ignored): the server proves its key inside the session, over
/// the certificate's hash.
class TlsTransport final : public Transport
{
    Q_OBJECT

public:
    struct Options
    {
        std::optional<QNetworkProxy> proxy; ///< None: what the system says.
        int connectTimeoutMs = 10'000;      ///< For each place, the TLS handshake included.
        qint64 readBufferBytes = 1024 * 1024;
    };

    explicit TlsTransport(const Options &options, QObject *parent = nullptr);
    ~TlsTransport() override;

    void connectTo(const std::vector<ServerEndpoint> &endpoints) override;
    void write(const QByteArray &bytes) override;
    [[nodiscard]] QByteArray read(qint64 maxBytes) override;
    [[nodiscard]] qint64 bytesToWrite() const override;
    void close() override;

private:
    enum class State { Idle, Connecting, Connected, Closed };

    void tryNext();
    void attemptFailed(const QString &reason);
    void handshakeDone();
    void streamEnded();
    [[nodiscard]] QNetworkProxy proxyFor(const ServerEndpoint &endpoint) const;
    void dropSocket();

    Options m_options;
    State m_state = State::Idle;
    std::vector<ServerEndpoint> m_endpoints;
    std::size_t m_next = 0;
    QString m_lastFailure;
    QSslSocket *m_socket = nullptr;
    QTimer m_timeout;
};

} // namespace spilno::sync
