// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/TlsTransport.h"

#include <QtCore/QCryptographicHash>
#include <QtNetwork/QNetworkProxyFactory>
#include <QtNetwork/QNetworkProxyQuery>
#include <QtNetwork/QSslConfiguration>

namespace spilno::sync {

namespace {

/// A peer that reads nothing more does not keep the stream open.
constexpr int kCloseTimeoutMs = 3'000;

QSslConfiguration tlsConfiguration()
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_3OrLater);
    configuration.setPeerVerifyMode(QSslSocket::QueryPeer);
    configuration.setCaCertificates({});
    configuration.setSslOption(QSsl::SslOptionDisableCompression, true);
    return configuration;
}

} // namespace

TlsTransport::TlsTransport(const Options &options, QObject *parent)
    : Transport(parent)
    , m_options(options)
{
    m_timeout.setSingleShot(true);
    connect(&m_timeout, &QTimer::timeout, this, [this] {
        if (m_state == State::Connecting)
            attemptFailed(QStringLiteral("no answer in time"));
        else if (m_socket != nullptr)
            m_socket->abort();
    });
}

TlsTransport::~TlsTransport()
{
    dropSocket();
}

void TlsTransport::connectTo(const std::vector<ServerEndpoint> &endpoints)
{
    Q_ASSERT(m_state == State::Idle);
    m_state = State::Connecting;
    m_endpoints = endpoints;
    QMetaObject::invokeMethod(this, &TlsTransport::tryNext, Qt::QueuedConnection);
}

void TlsTransport::tryNext()
{
    if (m_state != State::Connecting)
        return;
    if (!QSslSocket::supportsSsl())
        m_lastFailure = QStringLiteral("this computer has no TLS library");
    if (m_next >= m_endpoints.size() || !QSslSocket::supportsSsl()) {
        m_state = State::Closed;
        Q_EMIT failed(base::Error{base::ErrorCode::Network, m_lastFailure});
        return;
    }
    const ServerEndpoint endpoint = m_endpoints[m_next++];
    m_socket = new QSslSocket(this);
    m_socket->setSslConfiguration(tlsConfiguration());
    m_socket->setReadBufferSize(m_options.readBufferBytes);
    m_socket->setProxy(proxyFor(endpoint));
    connect(m_socket, &QSslSocket::sslErrors, m_socket, [socket = m_socket] {
        socket->ignoreSslErrors();
    });
    connect(m_socket, &QSslSocket::encrypted, this, &TlsTransport::handshakeDone);
    connect(m_socket, &QSslSocket::readyRead, this, [this] {
        if (m_state == State::Connected)
            Q_EMIT readyRead();
    });
    connect(m_socket, &QSslSocket::encryptedBytesWritten, this, [this](qint64 bytes) {
        if (m_state == State::Connected)
            Q_EMIT bytesWritten(bytes);
    });
    connect(m_socket, &QSslSocket::errorOccurred, this, [this] {
        if (m_state == State::Connecting)
            attemptFailed(m_socket->errorString());
    });
    connect(m_socket, &QSslSocket::disconnected, this, &TlsTransport::streamEnded);
    m_timeout.start(m_options.connectTimeoutMs);
    m_socket->connectToHostEncrypted(endpoint.host, endpoint.port);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
}

QNetworkProxy TlsTransport::proxyFor(const ServerEndpoint &endpoint) const
{
    if (m_options.proxy)
        return *m_options.proxy;
    const QNetworkProxyQuery query(
        endpoint.host, endpoint.port, QString(), QNetworkProxyQuery::TcpSocket);
    const QList<QNetworkProxy> proxies = QNetworkProxyFactory::systemProxyForQuery(query);
    for (const QNetworkProxy &proxy : proxies) {
        if (proxy.type() == QNetworkProxy::NoProxy ||
            proxy.capabilities().testFlag(QNetworkProxy::TunnelingCapability))
            return proxy;
    }
    return QNetworkProxy(QNetworkProxy::NoProxy);
}

void TlsTransport::attemptFailed(const QString &reason)
{
    if (m_state != State::Connecting)
        return;
    m_timeout.stop();
    m_lastFailure = reason;
    dropSocket();
    QMetaObject::invokeMethod(this, &TlsTransport::tryNext, Qt::QueuedConnection);
}

void TlsTransport::handshakeDone()
{
    if (m_state != State::Connecting)
        return;
    const QSslCertificate certificate = m_socket->peerCertificate();
    if (certificate.isNull()) {
        attemptFailed(QStringLiteral("the server showed no certificate"));
        return;
    }
    m_timeout.stop();
    m_state = State::Connected;
    Q_EMIT connected(certificate.digest(QCryptographicHash::Sha256));
}

void TlsTransport::streamEnded()
{
    if (m_state == State::Connecting) {
        attemptFailed(QStringLiteral("closed during the handshake"));
    } else if (m_state == State::Connected) {
        if (m_socket->bytesAvailable() > 0)
            Q_EMIT readyRead();
        m_timeout.stop();
        m_state = State::Closed;
        Q_EMIT closed();
    }
}

void TlsTransport::write(const QByteArray &bytes)
{
    if (m_state == State::Connected)
        m_socket->write(bytes);
}

QByteArray TlsTransport::read(qint64 maxBytes)
{
    return m_socket != nullptr ? m_socket->read(maxBytes) : QByteArray();
}

qint64 TlsTransport::bytesToWrite() const
{
    return m_socket != nullptr ? m_socket->bytesToWrite() + m_socket->encryptedBytesToWrite() : 0;
}

void TlsTransport::close()
{
    m_timeout.stop();
    if (m_state == State::Connected) {
        m_timeout.start(kCloseTimeoutMs);
        m_socket->disconnectFromHost();
        return;
    }
    m_state = State::Closed;
    dropSocket();
}

void TlsTransport::dropSocket()
{
    if (m_socket == nullptr)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket->deleteLater();
    m_socket = nullptr;
}

} // namespace spilno::sync
