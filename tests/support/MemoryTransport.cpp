// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/MemoryTransport.h"

namespace spilno::test {

void MemoryTransport::connectTo(const std::vector<sync::ServerEndpoint> &)
{
    const auto open = [this] {
        if (!m_reachable || !m_peer) {
            Q_EMIT failed({base::ErrorCode::Network, QStringLiteral("nobody there")});
            return;
        }
        m_open = m_peer->m_open = true;
        Q_EMIT m_peer->connected(certificateSha256());
        Q_EMIT connected(certificateSha256());
    };
    QMetaObject::invokeMethod(this, open, Qt::QueuedConnection);
}

void MemoryTransport::write(const QByteArray &bytes)
{
    if (!m_open || !m_peer)
        return;
    m_peer->m_arrived += bytes;
    QMetaObject::invokeMethod(m_peer, &Transport::readyRead, Qt::QueuedConnection);
    const qint64 size = bytes.size();
    QMetaObject::invokeMethod(
        this, [this, size] { Q_EMIT bytesWritten(size); }, Qt::QueuedConnection);
}

QByteArray MemoryTransport::read(qint64 maxBytes)
{
    const QByteArray bytes = m_arrived.left(maxBytes);
    m_arrived.remove(0, bytes.size());
    return bytes;
}

void MemoryTransport::close()
{
    if (m_peer)
        QMetaObject::invokeMethod(
            m_peer, [peer = m_peer.data()] { peer->end(); }, Qt::QueuedConnection);
    QMetaObject::invokeMethod(
        this, [this] { end(); }, Qt::QueuedConnection);
}

void MemoryTransport::cut()
{
    m_arrived.clear();
    if (m_peer)
        m_peer->m_arrived.clear();
    close();
}

void MemoryTransport::end()
{
    if (std::exchange(m_open, false))
        Q_EMIT closed();
}

} // namespace spilno::test
