// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/net/SessionHub.h"

#include <QtCore/QMetaObject>

namespace spilno::server {

namespace {

constexpr int kTickMs = 1'000;

template <class... Cases>
struct Overloaded : Cases...
{
    using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

} // namespace

SessionHub::SessionHub(Options options)
    : m_options(std::move(options))
    , m_runsByAddress(m_options.runsPerAddress)
    , m_listener(m_options.limits, m_options.tls)
    , m_tick(this)
{
    m_options.context.runsByAddress = &m_runsByAddress;
    connect(&m_listener, &Listener::connected, this, &SessionHub::accept);
    connect(&m_tick, &QTimer::timeout, this, [this] { broadcast(Tick{}); });
    m_tick.start(kTickMs);
}

SessionHub::~SessionHub()
{
    m_listener.close();
    for (const auto &[id, peer] : m_peers)
        delete peer;
}

base::Result<> SessionHub::listen(const QHostAddress &address, quint16 port)
{
    if (m_listener.listen(address, port))
        return {};
    const auto error = m_listener.serverError();
    const auto code = error == QAbstractSocket::AddressInUseError   ? base::ErrorCode::AlreadyInUse
                      : error == QAbstractSocket::SocketAccessError ? base::ErrorCode::NotPermitted
                                                                    : base::ErrorCode::Network;
    return base::failure(
        code, QStringLiteral("cannot listen on %1 port %2: %3")
                  .arg(address.toString(), QString::number(port), m_listener.errorString()));
}

void SessionHub::stopAccepting()
{
    m_listener.close();
}

void SessionHub::accept(QSslSocket *socket)
{
    const quint64 id = m_nextId++;
    auto *peer =
        new PeerConnection(socket, m_options.context, [this, id](const SessionAction &action) {
            perform(id, action);
        });
    m_peers.emplace(id, peer);
    connect(peer, &PeerConnection::closed, this, [this, id] { remove(id); });
    peer->deliver(Opened{});
}

void SessionHub::remove(quint64 id)
{
    const auto found = m_peers.find(id);
    if (found == m_peers.end())
        return;
    found->second->deleteLater();
    m_peers.erase(found);
}

void SessionHub::post(quint64 id, SessionEvent event)
{
    QMetaObject::invokeMethod(
        this,
        [this, id, event = std::move(event)] {
            if (const auto found = m_peers.find(id); found != m_peers.end())
                found->second->deliver(event);
        },
        Qt::QueuedConnection);
}

void SessionHub::broadcast(SessionEvent event)
{
    // A delivery may end a session and so change the map.
    std::vector<quint64> ids;
    ids.reserve(m_peers.size());
    for (const auto &[id, peer] : m_peers)
        ids.push_back(id);
    for (const quint64 id : ids) {
        if (const auto found = m_peers.find(id); found != m_peers.end())
            found->second->deliver(event);
    }
}

void SessionHub::scopesGrew(const std::vector<ScopeState> &scopes)
{
    QMetaObject::invokeMethod(
        this, [this, scopes] { broadcast(Grown{scopes}); }, Qt::QueuedConnection);
}

void SessionHub::checkpointMade(const CheckpointNews &news)
{
    QMetaObject::invokeMethod(
        this, [this, news] { broadcast(CheckpointMade{news}); }, Qt::QueuedConnection);
}

void SessionHub::farewell(const QString &detail)
{
    broadcast(Stopping{detail});
}

void SessionHub::submit(quint64 id, const SubmitRun &action)
{
    m_options.sequencer->submit(action.run, [this, id, token = action.token](RunAnswered answer) {
        answer.token = token;
        post(id, std::move(answer));
    });
}

void SessionHub::perform(quint64 id, const SessionAction &action)
{
    Sequencer &sequencer = *m_options.sequencer;
    BlobStore *blobs = m_options.blobs;
    const auto reply = [this, id](SessionEvent event) { post(id, std::move(event)); };
    std::visit(
        Overloaded{
            [](const Send &) {}, [](const Close &) {},
            [&](const AskWelcome &asked) { sequencer.askWelcome(asked, reply); },
            [&](const AskView &asked) {
                sequencer.askView(
                    asked.device, [reply](ReaderView view) { reply(ViewRead{std::move(view)}); });
            },
            [&](const AskCheckpoint &asked) {
                sequencer.askCheckpoint(asked.fromSize, [reply](CheckpointNews news) {
                    reply(CheckpointMade{std::move(news)});
                });
            },
            [&](const AskProofs &asked) { sequencer.askProofs(asked, reply); },
            [&](const ReadSlice &wanted) { sequencer.readSlice(wanted, reply); },
            [&](const SubmitRun &submitted) { submit(id, submitted); },
            [&](const GetBlob &get) {
                m_options.blobThread->start([reply, blobs, get] { reply(blobs->get(get.frame)); });
            },
            [&](const PutBlob &put) {
                m_options.blobThread->start([reply, blobs, put] { reply(blobs->put(put)); });
            },
            [&](const Note &note) {
                m_options.log->write(
                    note.warning ? LogLevel::Warning : LogLevel::Info, note.event,
                    {{QStringLiteral("session"), static_cast<qint64>(id)},
                     {QStringLiteral("detail"), note.detail}});
            }},
        action);
}

} // namespace spilno::server
