// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/net/PeerConnection.h"

#include "syncserver/net/Listener.h"

#include <QtCore/QTimer>
#include <QtNetwork/QHostAddress>

namespace spilno::server {

namespace {

constexpr qint64 kReadBufferBytes = 1024 * 1024;
constexpr qint64 kReadAtOnceBytes = 64 * 1024;
constexpr int kCloseWithinMs = 5'000;

} // namespace

PeerConnection::PeerConnection(QSslSocket *socket, const SessionContext &context, Perform perform)
    : m_socket(socket)
    , m_session(context, Listener::quotaAddress(socket->peerAddress()))
    , m_perform(std::move(perform))
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(kReadBufferBytes);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    connect(m_socket, &QIODevice::readyRead, this, &PeerConnection::read);
    connect(m_socket, &QSslSocket::encryptedBytesWritten, this, &PeerConnection::noteProgress);
    connect(m_socket, &QAbstractSocket::disconnected, this, [this] {
        if (!std::exchange(m_said, true))
            Q_EMIT closed();
    });
}

void PeerConnection::read()
{
    while (!m_closing && !m_session.wantsNoMoreInput() && m_socket->bytesAvailable() > 0) {
        const QByteArray bytes = m_socket->read(kReadAtOnceBytes);
        if (bytes.isEmpty())
            return;
        deliver(Received{base::view(bytes)});
    }
}

void PeerConnection::noteProgress()
{
    deliver(Drained{m_socket->bytesToWrite() + m_socket->encryptedBytesToWrite()});
    read();
}

void PeerConnection::deliver(const SessionEvent &event)
{
    if (m_stepping) {
        // Received looks into its caller's bytes, and read() never runs inside a step.
        m_events.push_back(event);
        return;
    }
    m_stepping = true;
    step(event);
    while (!m_events.empty()) {
        const SessionEvent next = std::move(m_events.front());
        m_events.pop_front();
        step(next);
    }
    m_stepping = false;
}

void PeerConnection::step(const SessionEvent &event)
{
    for (const SessionAction &action : m_session.step(event)) {
        if (const auto *send = std::get_if<Send>(&action)) {
            m_socket->write(send->bytes);
        } else if (std::holds_alternative<Close>(action)) {
            close();
        } else {
            m_perform(action);
        }
    }
}

void PeerConnection::close()
{
    if (std::exchange(m_closing, true))
        return;
    m_socket->disconnectFromHost();
    // Who does not read what is left is cut off.
    QTimer::singleShot(kCloseWithinMs, m_socket, [socket = m_socket] { socket->abort(); });
}

} // namespace spilno::server
