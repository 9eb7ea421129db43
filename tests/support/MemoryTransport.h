// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/Transport.h"

#include <QtCore/QPointer>

#include <utility>

namespace spilno::test {

/// One end of a stream inside the process: what is written at one end is read at the other after a
/// turn of the event loop. cut() is the network going away.
class MemoryTransport final : public sync::Transport
{
public:
    using Transport::Transport;

    /// Two ends that reach each other; whoever calls connectTo() on one opens both.
    static void join(MemoryTransport &a, MemoryTransport &b)
    {
        a.m_peer = &b;
        b.m_peer = &a;
    }

    void connectTo(const std::vector<sync::ServerEndpoint> &endpoints) override;
    void write(const QByteArray &bytes) override;
    [[nodiscard]] QByteArray read(qint64 maxBytes) override;
    [[nodiscard]] qint64 bytesToWrite() const override { return 0; }
    void close() override;

    /// Both ends are closed; what was not read is lost.
    void cut();
    /// connectTo() finds nobody.
    void setUnreachable() { m_reachable = false; }
    /// What both ends take for the hash of the certificate.
    static QByteArray certificateSha256() { return QByteArray(32, 'm'); }

private:
    void end();

    QPointer<MemoryTransport> m_peer;
    QByteArray m_arrived;
    bool m_open = false;
    bool m_reachable = true;
};

} // namespace spilno::test
