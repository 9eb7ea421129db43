// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "syncserver/session/PeerSession.h"

#include <QtCore/QObject>
#include <QtNetwork/QSslSocket>

#include <deque>
#include <functional>

namespace spilno::server {

/// One socket and its session: bytes in become events, actions become bytes out or questions to the
/// rest of the server. Lives on the network thread, owned by SessionHub.
class PeerConnection : public QObject
{
    Q_OBJECT

public:
    /// Carries out what is not the socket's: questions, blobs, notes.
    using Perform = std::function<void(const SessionAction &)>;

    /// Takes the socket over.
    PeerConnection(QSslSocket *socket, const SessionContext &context, Perform perform);

    /// Hands the session an event; also while it is handling another one.
    void deliver(const SessionEvent &event);

    [[nodiscard]] const PeerSession &session() const { return m_session; }

Q_SIGNALS:
    /// The socket is closed; nothing follows.
    void closed();

private:
    void read();
    void step(const SessionEvent &event);
    void close();
    void noteProgress();

    QSslSocket *m_socket;
    PeerSession m_session;
    Perform m_perform;
    std::deque<SessionEvent> m_events;
    bool m_stepping = false;
    bool m_closing = false;
    bool m_said = false; ///< closed() was emitted.
};

} // namespace spilno::server
