// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "syncserver/log/ServerLog.h"
#include "syncserver/net/Listener.h"
#include "syncserver/net/PeerConnection.h"
#include "syncserver/sequencer/Sequencer.h"
#include "syncserver/store/BlobStore.h"

#include <QtCore/QThreadPool>
#include <QtCore/QTimer>
#include <QtNetwork/QHostAddress>

#include <memory>
#include <unordered_map>

namespace spilno::server {

/// All connections of a server: opens them, passes their questions to the sequencer and the blob
/// store, and brings answers and news back. Lives on the network thread; post() and the two news
/// functions may be called on any.
class SessionHub : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        SessionContext context; ///< All but runsByAddress, which the hub owns.
        QSslConfiguration tls;
        Listener::Limits limits;
        Rate runsPerAddress{20'000, 6'000};
        Sequencer *sequencer = nullptr;
        BlobStore *blobs = nullptr;
        QThreadPool *blobThread = nullptr; ///< One thread: the store is used by one at a time.
        ServerLog *log = nullptr;
    };

    explicit SessionHub(Options options);
    ~SessionHub() override;

    /// AlreadyInUse when the port is taken, NotPermitted, Network.
    [[nodiscard]] base::Result<> listen(const QHostAddress &address, quint16 port);
    [[nodiscard]] quint16 port() const { return m_listener.serverPort(); }

    void stopAccepting();
    /// Says BYE to everybody.
    void farewell(const QString &detail);
    [[nodiscard]] int connections() const { return static_cast<int>(m_peers.size()); }
    [[nodiscard]] qint64 turnedAway() const { return m_listener.turnedAway(); }

    /// News for all sessions, in the order they are told.
    void scopesGrew(const std::vector<ScopeState> &scopes);
    void checkpointMade(const CheckpointNews &news);

private:
    void accept(QSslSocket *socket);
    void remove(quint64 id);
    void perform(quint64 id, const SessionAction &action);
    void post(quint64 id, SessionEvent event);
    void broadcast(SessionEvent event);
    void submit(quint64 id, const SubmitRun &action);

    Options m_options;
    RateLimit<QByteArray> m_runsByAddress;
    Listener m_listener;
    QTimer m_tick;
    quint64 m_nextId = 1;
    std::unordered_map<quint64, PeerConnection *> m_peers;
};

} // namespace spilno::server
